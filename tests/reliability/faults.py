#!/usr/bin/env python3
"""What a failing device, a full disk, a kill and an interruption leave behind.

Every call with which publish, grant, consume and repair touch their output is made to fail once with EIO, once with ENOSPC, and
to be the moment of a SIGKILL. Afterwards the output is, byte for byte, what it was before or whole and new.

    faults.py --program build/dev/bin/stream-desk-cli --preload build/dev/tests/libpredictable.so [--all]

predictable.cpp makes one thread do all the work of a run and the names of temporary files the same in every run; so a
call is found again by its name, its path and how often that path was touched before.
Without --all every fifth fault is tried.
"""
import argparse
import concurrent.futures
import hashlib
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from desk import CHUNK, GOLDEN, KEYS, STAGING, Inputs, Tally, Wrong, expect, options, run, snapshot

CALLS = {
    "write": "write,pwrite64,writev",
    "sync": "fsync,fdatasync,syncfs",
    "rename": "rename,renameat,renameat2,link,linkat",
    "open": "openat,mkdir,mkdirat",
}
FAULTS = {
    "EIO": ("error=EIO", "Input/output error"),
    "ENOSPC": ("error=ENOSPC", "No space left on device"),
    "SIGKILL": ("signal=SIGKILL", None),
}
NEW_DATA = bytes(range(256)) * 3


class Scenario:
    """One command, the folder it works on, and how old and new are told apart. `old` is everything in the folder before
    the run."""

    name = ""
    mixture_when_killed = False  # file after file moves, so a kill may leave a part of them, without a manifest

    def prepare(self, program, folder):
        """Makes the old state in `folder`."""

    def command(self, folder):
        raise NotImplementedError

    def is_new(self, program, folder, found, old):
        raise NotImplementedError

    def touches(self, event):
        """Whether a call is one of those with which the command touches its output."""
        return True

    def check_mixture(self, folder, old):
        """Killed while file after file moved: no manifest stands over it, and every old file is still somewhere."""
        expect(not (folder / self.target / "manifest.json").exists(), "a manifest stands over a mixture")
        expect_nothing_lost(folder, old)


def expect_nothing_lost(folder, old):
    contents = {content for content in snapshot(folder).values() if content is not None}
    lost = [name for name, content in old.items() if content is not None and content not in contents]
    expect(not lost, f"lost: {lost}")


def is_new_package(program, package, data):
    """The files of one package and its manifest, of this data, intact."""
    manifest = package / "manifest.json"
    if not manifest.is_file():
        return False
    told = json.loads(manifest.read_text())
    right = told["sourceHash"] == "0x" + hashlib.sha256(data).hexdigest()
    return right and run(program, ["verify", package]).returncode == 0


class Publish(Scenario):
    def __init__(self, name, inputs, target, before):
        self.name, self.inputs, self.target, self.before = name, inputs, target, before
        self.mixture_when_killed = before == "package and a folder"

    def prepare(self, program, folder):
        target = folder / self.target
        if self.before != "nothing":
            target.mkdir()
        if self.before.startswith("package"):
            shutil.copytree(GOLDEN / "package", target, dirs_exist_ok=True)
            (target / "notes.txt").write_text("mine")
        if self.mixture_when_killed:
            (target / "sub").mkdir()
            (target / "sub" / "file").write_text("mine too")

    def command(self, folder):
        return self.inputs.publish(folder / self.target, None, CHUNK, "--replace")

    def is_new(self, program, folder, found, old):
        names = {f"{self.target}/{name}" for name in
                 ["manifest.json", *(f"chunk-{i}.{end}" for i in range(3) for end in ("json", "bin"))]}
        names |= {str(parent) for parent in pathlib.Path(self.target).parents if str(parent) != "."} | {self.target}
        kept = {name: content for name, content in old.items()
                if name.endswith("notes.txt") or "/sub" in name}
        return (set(found) == names | set(kept) and all(found[name] == kept[name] for name in kept)
                and is_new_package(program, folder / self.target, NEW_DATA))


class Grant(Scenario):
    mixture_when_killed = False

    def __init__(self, name, inputs, before):
        self.name, self.inputs, self.before = name, inputs, before

    def prepare(self, program, folder):
        if self.before:
            target = folder / "access"
            target.mkdir()
            own = KEYS["buyer"]["publicKeyHex"]
            for name in (f"{own}-1.json", f"{own}-9.json", "ab" * 32 + "-1.json"):
                (target / name).write_text('{"old": "' + name + '"}')

    def command(self, folder):
        return self.inputs.grant(folder / "access", "--replace")

    def is_new(self, program, folder, found, old):
        other = "access/" + "ab" * 32 + "-1.json"
        if found.get(other) != old.get(other):
            return False
        own = [content for name, content in found.items() if KEYS["buyer"]["publicKeyHex"] in name]
        granted = [entry["chunkId"] for content in own for entry in json.loads(content).get("entries", [])]
        whole = [json.loads((GOLDEN / "package" / f"chunk-{i}.json").read_text())["chunkId"] for i in range(6)]
        return sorted(granted) == sorted(whole) and len(found) == len(own) + 1 + (other in found)


class Consume(Scenario):
    SOURCE = (GOLDEN / "source.bin").read_bytes()

    def __init__(self, name, inputs, target, before, partial=None):
        self.name, self.inputs, self.target, self.before, self.partial = name, inputs, target, before, partial

    def outputs(self):
        if not self.partial:
            return {self.target: self.SOURCE}
        size = json.loads((GOLDEN / "package" / "manifest.json").read_text())["chunkSize"]
        return {f"{self.target}.{a}-{b}": self.SOURCE[a * size:(b + 1) * size] for a, b in ((0, 1), (3, 3), (5, 5))}

    def prepare(self, program, folder):
        if self.before:
            for name in self.outputs():
                (folder / name).write_text("earlier")

    def command(self, folder):
        if self.partial:
            return self.inputs.consume(folder / self.target, "--partial", access=self.partial)
        return self.inputs.consume(folder / self.target)

    def is_new(self, program, folder, found, old):
        parents = {str(parent): None for parent in pathlib.Path(self.target).parents if str(parent) != "."}
        if not self.partial:
            return found == self.outputs() | parents
        # Each file for itself is old or new.
        return bool(found) and all(content in (self.outputs()[name], old.get(name)) for name, content in found.items())


class Repair(Scenario):
    GOOD = {path.name: path.read_bytes() for path in (GOLDEN / "package").iterdir()}
    DAMAGED = {"chunk-1.bin": b"other bytes", "chunk-3.json": b"{"}
    MISSING = ("chunk-4.json", "chunk-4.bin")

    def __init__(self, name, keeps=True, output=None):
        self.name, self.keeps, self.output = name, keeps, output
        self.mixture_when_killed = not output

    def prepare(self, program, folder):
        shutil.copytree(GOLDEN / "package", folder / "out")
        for name, content in self.DAMAGED.items():
            (folder / "out" / name).write_bytes(content)
        for name in self.MISSING:
            (folder / "out" / name).unlink()

    def command(self, folder):
        return ["repair", folder / "out", "--from", GOLDEN / "package",
                *([] if self.keeps else ["--discard-replaced"]),
                *(["--output", folder / self.output, "--replace"] if self.output else [])]

    def is_new(self, program, folder, found, old):
        if self.output:
            rest = {name: content for name, content in found.items() if name != self.output}
            return (self.output in found and rest == old
                    and run(program, ["verify", folder / self.output]).returncode == 0)
        kept = {name: content for name, content in found.items() if "replaced 20" in name}
        package = {"out": None} | {f"out/{name}": content for name, content in self.GOOD.items()}
        return ({name: content for name, content in found.items() if name not in kept} == package
                and (set(self.DAMAGED.values()) <= set(kept.values()) if self.keeps else not kept))

    def touches(self, event):
        # It reads the package before and after, and takes its stage apart.
        reads = "O_RDONLY|O_NONBLOCK" in event.text and ".part/" not in event.paths[0]
        return not reads and "O_NOFOLLOW" not in event.text

    def check_mixture(self, folder, old):
        """Killed while file after file took its place: each is the old one or the new one, and no old one is lost."""
        for name, good in self.GOOD.items():
            path = folder / "out" / name
            possible = (good, self.DAMAGED.get(name, good))
            expect(path.read_bytes() in possible if path.exists() else name in self.MISSING, f"{name} is neither")
        expect_nothing_lost(folder, old)


class Event:
    """One call of the log: what it was, by which thread, and which paths below the folder it touched."""

    LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")

    def __init__(self, thread, call, paths, text):
        self.thread, self.call, self.paths, self.text = thread, call, paths, text
        self.before = 0

    @classmethod
    def read(cls, log, folder):
        events = []
        for line in log.read_text(errors="replace").splitlines():
            match = cls.LINE.match(line)
            if not match:
                continue
            thread, call, rest = match.groups()
            if "write" in call:  # what is written may be a path, too
                rest = rest.split(",", 1)[0]
            paths = [path for pair in re.findall(r'"(/[^"]*)"|<(/[^>]*)>', rest) for path in pair
                     if path and (path + "/").startswith(f"{folder}/")]
            if not paths:
                continue
            event = cls(thread, call, paths, line)
            event.before = sum(e.thread == thread and e.call == call and paths[0] in e.paths for e in events)
            events.append(event)
        return events


class Campaign(Tally):
    def __init__(self, program, preload, work, take_all):
        self.program, self.preload, self.work, self.take_all = program, preload, work, take_all
        super().__init__()
        self.inputs = Inputs(work / "inputs", NEW_DATA)
        self.outcomes = {}
        self.interrupted = {}  # exit codes

    def scenarios(self):
        access = self.work / "some-access"
        done = run(self.program, self.inputs.grant(access, "--chunks", "0-1,3,5"))
        expect(done.returncode == 0, done.stderr)
        return [
            Publish("publish", self.inputs, "made/on/the/way", "nothing"),
            Publish("publish into an empty folder", self.inputs, "out", "an empty folder"),
            Publish("publish --replace", self.inputs, "out", "package"),
            Publish("publish --replace, a folder inside", self.inputs, "out", "package and a folder"),
            Grant("grant", self.inputs, False),
            Grant("grant --replace", self.inputs, True),
            Consume("consume", self.inputs, "made/here/out", False),
            Consume("consume over a file", self.inputs, "out", True),
            Consume("consume --partial", self.inputs, "out", False, access),
            Consume("consume --partial over files", self.inputs, "out", True, access),
            Repair("repair"),
            Repair("repair --discard-replaced", keeps=False),
            Repair("repair --output", output="new.zip"),
        ]

    def trace(self, scenario, folder, log, *strace):
        command = ["strace", "-f", "-y", "-o", str(log),
                   "-E", f"LD_PRELOAD={self.preload}", *strace]
        return run(command[0], [*command[1:], self.program, *scenario.command(folder)])

    def folder(self, scenario, label):
        folder = self.work / label
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        scenario.prepare(self.program, folder)
        return folder

    def events(self, scenario):
        folder = self.folder(scenario, "run-0")
        old = snapshot(folder)
        log = self.work / "log"
        every = ",".join(CALLS.values())
        done = self.trace(scenario, folder, log, "-e", f"trace={every}")
        expect(done.returncode == 0, f"{scenario.name}: {done.stderr}")
        expect(scenario.is_new(self.program, folder, snapshot(folder), old), f"{scenario.name}: not as expected")
        return Event.read(log, folder)

    def check(self, scenario, event, fault, place):
        """One run with one fault; the outcome in words."""
        folder = self.folder(scenario, f"run-{place}")
        old = snapshot(folder)
        injection, sentence = FAULTS[fault]
        # Paths of the counting run lead to folder run-0.
        path = event.paths[0].replace(str(self.work / "run-0"), str(folder), 1)
        done = self.trace(scenario, folder, self.work / f"log-{place}", "-P", path, "-e", f"trace={event.call}", "-e",
                          f"inject={event.call}:{injection}:when={event.before + 1}")
        log = (self.work / f"log-{place}").read_text(errors="replace")
        killed = fault == "SIGKILL"
        expect("INJECTED" in log or (killed and "SIGKILL" in log), "the fault did not happen")
        expect((done.returncode in (-9, 137)) if killed else done.returncode in (0, 1), f"exit {done.returncode}")

        cleaning = "O_NOFOLLOW" in event.text  # taking the old or the unfinished apart; what cannot be removed stays
        found = snapshot(folder, staging=not killed and not cleaning)
        if killed:  # folders made on the way may stay, as long as they are empty
            before = found
            found = {name: content for name, content in found.items()
                     if name in old or content is not None or any(n.startswith(name + "/") for n in before)}
            for name in sorted(found, reverse=True):
                if found[name] is None and name not in old and not any(n.startswith(name + "/") for n in found):
                    del found[name]
        if found == old and not (done.returncode == 0 and not killed):
            state = "old"
        elif scenario.is_new(self.program, folder, found, old):
            state = "new"
        elif killed and scenario.mixture_when_killed:
            state = "mixture"
            scenario.check_mixture(folder, old)
        else:
            raise Wrong(f"neither old nor new: {sorted(found)}")
        if done.returncode == 1:
            expect(sentence in done.stderr, f"the sentence does not tell: {done.stderr}")
            expect(str(folder) in done.stderr, f"the sentence names no file: {done.stderr}")
            late = event.call in CALLS["sync"].split(",") or "O_DIRECTORY" in event.text  # opened to be synced
            partly = isinstance(scenario, Consume) and scenario.partial
            expect(state == "old" or late or partly, "failed, but the new state stands")
            if fault == "ENOSPC" and "O_RDONLY" not in event.text:
                expect("Make room" in done.stderr, f"no next step for a full disk: {done.stderr}")
        if killed:
            again = run(self.program, scenario.command(folder))
            expect(again.returncode == 0, f"the next run failed: {again.stderr}")
            expect(scenario.is_new(self.program, folder, snapshot(folder, staging=False), old),
                   "the next run did not set it right")
        return f"{fault}: {state}" if done.returncode != 0 else f"{fault}: got by"

    def inject(self):
        counter = itertools.count()
        jobs = []
        for scenario in self.scenarios():
            events = self.events(scenario)
            check_order(scenario, events)
            for event in filter(scenario.touches, events):
                for fault in FAULTS:
                    if self.take_all or next(counter) % 5 == 0:
                        jobs.append((scenario, event, fault))
        free = list(range(os.cpu_count()))

        def one(job):
            place = free.pop()
            try:
                return job, self.check(*job, place), None
            except Wrong as wrong:
                return job, None, str(wrong)
            finally:
                free.append(place)

        with concurrent.futures.ThreadPoolExecutor(len(free)) as pool:
            for (scenario, event, fault), outcome, wrong in pool.map(one, jobs):
                self.count(f"{scenario.name}, {fault} at {event.text[:150]}", wrong)
                if outcome:
                    self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1

    # Interruptions at random moments, with enough data that most of them fall into the work.
    def interrupt(self):
        chance = random.Random(1)
        data = self.work / "large"
        content = chance.randbytes(24 << 20)
        data.write_bytes(content)
        package, access = self.work / "large-package", self.work / "large-access"
        for command in (self.inputs.publish(package, data, 65536),
                        ["grant", *options(chunk_dir=package, output_dir=access, buyer_id=KEYS["buyerId"],
                                           buyer_public_key=KEYS["buyer"]["publicKeyHex"],
                                           owner_private_key_file=self.inputs.folder / "owner")]):
            done = run(self.program, command)
            expect(done.returncode == 0, done.stderr)
        folder = self.work / "interrupted"
        folder.mkdir()
        shutil.copytree(GOLDEN / "package", folder / "out")
        (folder / "file").write_text("earlier")
        old = snapshot(folder)
        commands = {"publish": self.inputs.publish(folder / "out", data, 65536, "--replace"),
                    "consume": self.inputs.consume(folder / "file", package=package, access=access)}
        for name, command in commands.items():
            self.interruptions(name, command, chance, lambda: self.restore(folder, old),
                               lambda code, told: self.check_interrupted(code, told, folder, old, content))
        self.interrupt_repair(package, chance)
        print("SIGINT:", ", ".join(f"exit {code}: {n}" for code, n in sorted(self.interrupted.items())))
        expect(self.interrupted.get(130, 0) > 0, "no interruption fell into the work")

    def interruptions(self, name, command, chance, restore, check):
        restore()
        begin = time.monotonic()
        done = run(self.program, command)
        whole = time.monotonic() - begin
        expect(done.returncode == 0, done.stderr)
        for _ in range(100 if self.take_all else 10):
            restore()
            process = subprocess.Popen([self.program, *map(str, command)], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.PIPE, text=True)
            time.sleep(chance.uniform(0, whole))
            process.send_signal(signal.SIGINT)
            told = process.communicate()[1]
            self.attempt(f"SIGINT during {name}", lambda: check(process.returncode, told))
            self.interrupted[process.returncode] = self.interrupted.get(process.returncode, 0) + 1

    # A third of the chunks is fetched.
    def interrupt_repair(self, package, chance):
        folder = self.work / "interrupted-repair"

        def restore():
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(package, folder / "out")
            for i in range(0, len(list(package.glob("chunk-*.bin"))), 3):
                (folder / "out" / f"chunk-{i}.bin").write_text("damaged")

        def check(code, told):
            found = snapshot(folder)
            if code == 0:
                expect(run(self.program, ["verify", folder / "out"]).returncode == 0, "exit 0, but not repaired")
                expect(len(os.listdir(folder)) == 2, f"left behind: {os.listdir(folder)}")
            else:
                expect(code in (130, -signal.SIGINT), f"exit {code}: {told}")
                repaired = "Put in place" in told  # and stopped while it was verified
                expect(repaired or found == old, "not the old state")
                expect(not repaired or run(self.program, ["verify", folder / "out"]).returncode == 0, "not repaired")

        restore()
        old = snapshot(folder)
        self.interruptions("repair", ["repair", folder / "out", "--from", package], chance, restore, check)

    def restore(self, folder, old):
        if snapshot(folder) != old:
            shutil.rmtree(folder)
            folder.mkdir()
            shutil.copytree(GOLDEN / "package", folder / "out")
            (folder / "file").write_text("earlier")

    def check_interrupted(self, code, told, folder, old, content):
        found = snapshot(folder)
        if code == 0:  # the signal came after the last moment to turn back
            package_new = is_new_package(self.program, folder / "out", content)
            expect(set(os.listdir(folder)) == {"out", "file"}, f"left behind: {os.listdir(folder)}")
            expect(package_new or found["file"] == content, "exit 0, but nothing is new")
        else:
            expect(code in (130, -signal.SIGINT), f"exit {code}: {told}")
            expect(found == old, "not the old state")
            expect(code != 130 or told.startswith("Stopped."), told)

    # A disk that is full in earnest.
    def full_disk(self):
        disk = self.work / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], capture_output=True)
        if mounted.returncode != 0:
            print("A real full disk: not tried, mounting is not permitted here.")
            return
        try:
            data = self.work / "too-much"
            data.write_bytes(bytes(3 << 20))
            third = self.work / "third"
            data_in_three = self.work / "in-three"
            data_in_three.write_bytes(bytes(1_200_000))
            done = run(self.program, self.inputs.publish(third, data_in_three, 400_000))
            expect(done.returncode == 0, done.stderr)
            without_one = {f"out/{path.name}": path.read_bytes() for path in third.iterdir()
                           if path.name != "chunk-1.bin"}
            for name, before, command in (
                ("publish", {}, self.inputs.publish(disk / "out", data, 65536)),
                ("publish, one large chunk", {}, self.inputs.publish(disk / "out", data, 16 << 20)),
                ("publish --replace", {"out/manifest.json": b"{}", "out/chunk-0.json": b"old"},
                 self.inputs.publish(disk / "out", data, 65536, "--replace")),
                ("consume over a file", {"file": b"earlier"},
                 self.inputs.consume(disk / "file", package=self.work / "large-package",
                                     access=self.work / "large-access")),
                ("repair", without_one, ["repair", disk / "out", "--from", third]),
            ):
                for path in disk.iterdir():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                for path, content in before.items():
                    (disk / path).parent.mkdir(exist_ok=True)
                    (disk / path).write_bytes(content)
                old = snapshot(disk)
                done = run(self.program, command)
                self.attempt(f"full disk, {name}", lambda: (
                    expect(done.returncode == 1, f"exit {done.returncode}: {done.stderr}"),
                    expect("No space left" in done.stderr and str(disk) in done.stderr, done.stderr),
                    expect(snapshot(disk) == old, "not the old state")))
        finally:
            subprocess.run(["umount", disk], check=True)
        with open("/dev/full", "w") as full:
            done = subprocess.run([self.program, "verify", "--json", GOLDEN / "package"], stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        self.attempt("standard output on a full disk", lambda: (
            expect(done.returncode == 1, f"exit {done.returncode}"),
            expect("No space left" in done.stderr, done.stderr)))

    # What is planted where an output or a temporary file is to stand leads nowhere.
    def planted_staging(self):
        outside = self.work / "outside"
        outside.mkdir()
        (outside / "file").write_text("outside")
        before = snapshot(outside)
        for name, kind, command in (
            ("consume", "out.0102030405.part", lambda f: self.inputs.consume(f / "out")),
            ("publish", "out.0102030405.part", lambda f: self.inputs.publish(f / "out")),
            ("grant", "out.0102030405.part", lambda f: self.inputs.grant(f / "out")),
            ("publish, inside", "out/.0102030405.part", lambda f: self.inputs.publish(f / "out")),
        ):
            for target in (outside, outside / "file", self.work / "nowhere"):
                folder = self.work / "planted"
                shutil.rmtree(folder, ignore_errors=True)
                (folder / kind).parent.mkdir(parents=True)
                (folder / kind).symlink_to(target)
                old = snapshot(folder)
                done = run(self.program, command(folder), env=os.environ | {"LD_PRELOAD": str(self.preload)})
                self.attempt(f"{name}: {kind} leads to {target.name}", lambda: (
                    expect(done.returncode == 1, f"exit {done.returncode}: {done.stderr}"),
                    expect(snapshot(folder) == old, f"changed: {sorted(snapshot(folder))}"),
                    expect(snapshot(outside) == before and not (self.work / "nowhere").exists(), "outside changed")))


def check_order(scenario, events):
    """All data is written and brought to the disk before a name changes, and the names are brought there after."""
    calls = [(event.call, event) for event in events]
    position = {kind: [i for i, (call, _) in enumerate(calls) if call in CALLS[kind].split(",")] for kind in CALLS}
    renames = [i for i in position["rename"] if not calls[i][0].startswith("link")]
    writes = position["write"]
    syncs = position["sync"]
    expect(writes and renames and syncs, f"{scenario.name}: nothing was written, renamed or synced")
    where = f"{scenario.name}: "
    if isinstance(scenario, Repair):
        check_repair_order(scenario, calls, position, renames, where)
    elif isinstance(scenario, Consume):
        parts = {event.paths[0] for call, event in calls if call in CALLS["write"].split(",")}
        for part in parts:
            last_write = max(i for i in writes if part in calls[i][1].paths)
            synced = [i for i in syncs if part in calls[i][1].paths]
            renamed = [i for i in renames if part in calls[i][1].paths]
            expect(len(synced) == 1 and len(renamed) == 1, where + f"{part} is not synced and renamed once")
            expect(last_write < synced[0] < renamed[0], where + "not written, synced, renamed in this order")
            expect(any(i > renamed[0] for i in syncs), where + "the folder is not synced after the rename")
    else:
        whole = [i for i in syncs if calls[i][0] == "syncfs"]
        expect(len(whole) == 1, where + f"{len(whole)} calls of syncfs")
        expect(max(writes) < whole[0] < min(renames), where + "not written, synced, renamed in this order")
        expect(max(syncs) > max(renames), where + "the folder is not synced after the last rename")
        if scenario.mixture_when_killed:
            changes = [(call, event) for call, event in calls
                       if call in CALLS["sync"].split(",") or call.startswith("rename")]
            moved = [i for i, (call, _) in enumerate(changes) if call.startswith("rename")]
            inside = [i for i in moved if "/out/" in changes[i][1].paths[0]]
            manifest = [i for i in moved if any(p.endswith("manifest.json") for p in changes[i][1].paths)]
            expect(len(manifest) == 2, where + "the manifest does not leave and come")
            expect(manifest[1] == moved[-1], where + "the manifest is not last")
            expect(manifest[0] == [i for i in inside if not changes[i][1].paths[0].endswith(".part")][0],
                   where + "the manifest does not leave first")
            for at in (manifest[0] + 1, manifest[1] - 1, manifest[1] + 1):
                expect(changes[at][0] == "fsync", where + "the folder is not synced around the manifest's moves")


def check_repair_order(scenario, calls, position, renames, where):
    """All new files are on the disk, and the old ones are kept, before the first takes its place."""
    into_place = [i for i in renames if any(re.search(r"/out/[^/.]+\.(json|bin)$", p) for p in calls[i][1].paths)]
    if scenario.output:
        expect(not into_place and max(position["write"]) < min(renames), where + "the package is touched")
        expect(max(position["sync"]) > max(renames), where + "the folder is not synced after the rename")
        return
    whole = [i for i in position["sync"] if calls[i][0] == "syncfs"]
    links = [i for i in position["rename"] if calls[i][0].startswith("link")]
    expect(len(into_place) == 4 and len(links) == 2, where + "not four files that come and two that are kept")
    expect(len(whole) == 1 and max(position["write"]) < whole[0] < min(links), where + "not written, synced, kept")
    kept = [i for i in position["sync"] if max(links) < i < min(into_place)]
    expect(kept, where + "what is kept is not on the disk when it is replaced")
    expect(max(position["sync"]) > max(into_place), where + "the folder is not synced at the end")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--preload", required=True, type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    if not shutil.which("strace"):
        sys.exit("strace is missing; scripts/test.sh installs it")
    with tempfile.TemporaryDirectory(prefix="faults-") as work:
        begin = time.monotonic()
        campaign = Campaign(arguments.program.resolve(), arguments.preload.resolve(),
                            pathlib.Path(work).resolve(), arguments.all)
        campaign.inject()
        print("Injected:", ", ".join(f"{outcome} {n}" for outcome, n in sorted(campaign.outcomes.items())))
        campaign.planted_staging()
        campaign.interrupt()
        campaign.full_disk()
        print(f"executed {campaign.executed}, passed {campaign.passed}, {time.monotonic() - begin:.0f} s")
    sys.exit(campaign.executed != campaign.passed)


if __name__ == "__main__":
    main()
