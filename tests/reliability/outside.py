#!/usr/bin/env python3
"""Links, pipes, devices and folders in the place of files: nothing outside the output changes, nothing hangs, and what
is no ordinary file is said to be none.

    outside.py --program build/dev/bin/stream-desk-cli
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from desk import GOLDEN, KEYS, Inputs, Tally, expect, run, snapshot

SOURCE = (GOLDEN / "source.bin").read_bytes()
BUYER = KEYS["buyer"]["publicKeyHex"]


class World(Tally):
    def __init__(self, program, work):
        super().__init__()
        self.program, self.work = program, work
        self.inputs = Inputs(work / "inputs", SOURCE)
        self.outside = work / "outside"
        self.outside.mkdir()
        (self.outside / "file").write_text("outside")
        (self.outside / "folder").mkdir()
        (self.outside / "folder" / "chunk-0.json").write_text("{}")

    def run(self, arguments):
        return run(self.program, arguments, stdin=subprocess.DEVNULL, timeout=20)

    def fresh(self, package=True):
        folder = self.work / "case"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if package:
            shutil.copytree(GOLDEN / "package", folder / "package")
            shutil.copytree(GOLDEN / "access", folder / "access")
        return folder

    def unchanged_outside(self, action):
        def checked():
            inputs, outside = snapshot(self.inputs.folder), snapshot(self.outside)
            action()
            expect(snapshot(self.outside) == outside, "something outside changed")
            expect(snapshot(self.inputs.folder) == inputs, "an input changed")
        return checked

    # In a package that was received.
    def strange_package_files(self):
        def link(to):
            return lambda path: path.symlink_to(to)

        kinds = {
            "a link to a file outside": link(self.outside / "file"),
            "a link to a folder outside": link(self.outside / "folder"),
            "a link to nothing": link(self.outside / "nothing"),
            "a link to itself": lambda path: path.symlink_to(path),
            "a link to a device": link("/dev/zero"),
            "a link to a terminal": link("/dev/tty"),
            "a pipe": lambda path: os.mkfifo(path),
            "a folder": lambda path: path.mkdir(),
        }
        for name in ("package/chunk-2.json", "package/chunk-2.bin", "package/manifest.json",
                     f"access/{BUYER}-1.json", "key"):
            for kind, make in kinds.items():
                self.attempt(f"{name} is {kind}", self.unchanged_outside(lambda: self.strange_file(name, make)))
        self.strange_repairs(kinds)

    def strange_file(self, name, make):
        folder = self.fresh()
        (folder / "out").mkdir()
        shutil.copy(self.inputs.folder / "buyer", folder / "key")
        (folder / name).unlink()
        make(folder / name)
        verify = self.run(["verify", folder / "package"])
        command = self.inputs.consume(folder / "out" / "file", package=folder / "package", access=folder / "access")
        command[command.index("--buyer-private-key-file") + 1] = folder / "key"
        consume = self.run(command)
        if "manifest" in name:  # as if there were none
            expect(verify.returncode == 0 and consume.returncode == 0, f"{verify.stderr}{consume.stderr}")
            expect((folder / "out" / "file").read_bytes() == SOURCE, "other data")
        else:
            expect(verify.returncode == (2 if "chunk" in name else 0), f"verify: {verify.stderr}")
            expect(consume.returncode in (1, 2) and "Error: " in consume.stderr, f"consume: {consume.stderr}")
            expect(not list((folder / "out").iterdir()), "something was written")
        told = verify.stderr + verify.stdout + consume.stderr
        expect("outside\n" not in told and "root:" not in told, "content from outside is told")

    # Mended, the package is intact whatever stood there; and from a copy with such a file nothing is taken.
    def strange_repairs(self, kinds):
        for name in ("chunk-2.json", "chunk-2.bin", "manifest.json"):
            for kind, make in kinds.items():
                self.attempt(f"repair where {name} is {kind}",
                             self.unchanged_outside(lambda: self.repair_strange(name, make)))
                self.attempt(f"repair from a copy whose {name} is {kind}",
                             self.unchanged_outside(lambda: self.repair_from_strange(name, make)))

    def repair_strange(self, name, make):
        package = self.fresh() / "package"
        (package / name).unlink()
        make(package / name)
        done = self.run(["repair", package, "--from", GOLDEN / "package"])
        expect(done.returncode == 0, done.stderr)
        expect(snapshot(package) == snapshot(GOLDEN / "package"), "not as the copy")

    def repair_from_strange(self, name, make):
        folder = self.fresh()
        copy = folder / "copy"
        shutil.copytree(folder / "package", copy)
        (folder / "package" / name).unlink()
        (copy / name).unlink()
        make(copy / name)
        before = snapshot(folder / "package")
        done = self.run(["repair", folder / "package", "--from", copy])
        expect(done.returncode == (0 if name == "manifest.json" else 2), done.stderr)  # intact without a manifest
        expect(snapshot(folder / "package") == before, "something was taken")
        expect({path.name for path in folder.iterdir()} == {"package", "access", "copy"}, "something was left behind")

    # A link to the same file elsewhere is that file.
    def linked_package(self):
        def check():
            folder = self.fresh(package=False)
            (folder / "package").mkdir()
            for path in (GOLDEN / "package").iterdir():
                (folder / "package" / path.name).symlink_to(path)
            done = self.run(self.inputs.consume(folder / "file", package=folder / "package"))
            expect(done.returncode == 0 and (folder / "file").read_bytes() == SOURCE, done.stderr)
        self.attempt("a package of links to its files", self.unchanged_outside(check))

    # Planted where something is to be written.
    def planted_outputs(self):
        for what, target in (("a file", "file"), ("a folder", "folder"), ("nothing", "nothing")):
            self.attempt(f"consume onto a link to {what}", self.unchanged_outside(lambda: self.consume_onto(target)))
            for name in ("chunk-0.bin", "chunk-0.json", "manifest.json", "chunk-1.bin"):
                self.attempt(f"publish --replace, {name} is a link to {what}",
                             self.unchanged_outside(lambda: self.publish_onto(name, target)))
            self.attempt(f"grant --replace, the access file is a link to {what}",
                         self.unchanged_outside(lambda: self.grant_onto(target)))
        self.attempt("publish into a link to nothing", self.unchanged_outside(self.publish_into_nothing))
        for kind in ("pipe", "folder"):
            self.attempt(f"publish --replace, chunk-0.bin is a {kind}",
                         self.unchanged_outside(lambda: self.publish_onto_kind(kind)))

    def consume_onto(self, target):
        folder = self.fresh(package=False)
        (folder / "file").symlink_to(self.outside / target)
        done = self.run(self.inputs.consume(folder / "file"))
        if target == "folder":
            expect(done.returncode == 1 and (folder / "file").is_symlink(), done.stderr)
        else:
            expect(done.returncode == 0 and not (folder / "file").is_symlink(), done.stderr)
            expect((folder / "file").read_bytes() == SOURCE, "other data")
        expect(len(list(folder.iterdir())) == 1, "something was left behind")

    def publish_onto(self, name, target):
        folder = self.fresh(package=False)
        (folder / "out").mkdir()
        (folder / "out" / name).symlink_to(self.outside / target)
        done = self.run(self.inputs.publish(folder / "out", None, 1000, "--replace"))
        expect(done.returncode == 0, done.stderr)
        expect(not any(path.is_symlink() for path in (folder / "out").iterdir()), "the link is still there")
        expect(self.run(["verify", folder / "out"]).returncode == 0, "not intact")

    def publish_onto_kind(self, kind):
        folder = self.fresh(package=False)
        (folder / "out").mkdir()
        path = folder / "out" / "chunk-0.bin"
        os.mkfifo(path) if kind == "pipe" else path.mkdir()
        done = self.run(self.inputs.publish(folder / "out", None, 1000, "--replace"))
        expect(done.returncode == (0 if kind == "pipe" else 1), done.stderr)
        expect(path.is_file() if kind == "pipe" else path.is_dir(), "chunk-0.bin is something else")

    def publish_into_nothing(self):
        folder = self.fresh(package=False)
        (folder / "out").symlink_to(self.outside / "nothing")
        done = self.run(self.inputs.publish(folder / "out"))
        expect(done.returncode == 1 and [path.name for path in folder.iterdir()] == ["out"], done.stderr)

    def grant_onto(self, target):
        folder = self.fresh(package=False)
        (folder / "out").mkdir()
        path = folder / "out" / f"{BUYER}-1.json"
        path.symlink_to(self.outside / target)
        done = self.run(self.inputs.grant(folder / "out", "--replace"))
        expect(done.returncode == 0 and not path.is_symlink(), done.stderr)
        expect(json.loads(path.read_text())["buyerPublicKeyHex"] == BUYER, "no access file")

    # The output among the inputs.
    def output_in_package(self):
        for name in ("package/chunk-0.bin", "package/chunk-3.json", "package/manifest.json", "key",
                     f"access/{BUYER}-1.json", "./access/../package/chunk-5.bin"):
            self.attempt(f"consume onto {name}", lambda: self.consume_into(name, 1))
        for name in ("package/data.csv", "access/data.csv", "package/chunk.bin"):
            self.attempt(f"consume to {name}", lambda: self.consume_into(name, 0))

    def consume_into(self, name, code):
        for single in (False, True):
            folder = self.fresh()
            shutil.copy(self.inputs.folder / "buyer", folder / "key")
            before = snapshot(folder)
            for _ in range(2):  # the second time it replaces what the first made
                command = self.inputs.consume(folder / name, package=folder / "package", access=folder / "access")
                command[command.index("--buyer-private-key-file") + 1] = folder / "key"
                if single:
                    command = ["consume", folder, *command[7:]]
                done = self.run(command)
                expect(done.returncode == code, f"exit {done.returncode}: {done.stderr}")
            after = snapshot(folder)
            if code == 0:
                expect((folder / name).read_bytes() == SOURCE, "other data")
                del after[name]
            expect(after == before, "an input changed")

    # The buyer's public key names the access files.
    def key_as_name(self):
        for key in ("../" * 3 + BUYER[9:], "/" + BUYER[1:], BUYER[:-2] + "/x", "..", ".", "", BUYER + "/../x",
                    BUYER[:-1] + "\\", "0x/" + BUYER[3:], BUYER[:-1] + "\n", "C:" + BUYER[2:]):
            def check():
                folder = self.fresh(package=False)
                command = self.inputs.grant(folder / "out")
                command[command.index("--buyer-public-key") + 1] = key
                done = self.run(command)
                expect(done.returncode == 1, f"exit {done.returncode}: {done.stderr}")
                expect(not list(folder.iterdir()), "something was written")
            self.attempt(f"grant for the key {key!r}", self.unchanged_outside(check))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outside-") as work:
        world = World(arguments.program.resolve(), pathlib.Path(work).resolve())
        world.strange_package_files()
        world.linked_package()
        world.planted_outputs()
        world.output_in_package()
        world.key_as_name()
        print(f"executed {world.executed}, passed {world.passed}")
    sys.exit(world.executed != world.passed)


if __name__ == "__main__":
    main()
