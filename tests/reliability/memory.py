#!/usr/bin/env python3
"""After a command has used a key, and before its process is gone: no copy of the key or of a passphrase is left in its
memory, in any form.

    memory.py --program build/dev/bin/stream-desk-cli

strace holds each process at the door, in its last system call, with all its memory still there; that is searched. Linux.
"""
import argparse
import base64
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from desk import GOLDEN, KEYS, QUICK_KEY_FILE, QUICK_WORDS, Tally, expect, options

EXIT_GROUP = "231" if os.uname().machine == "x86_64" else "94"
HOLD = "30000000"  # microseconds; let go as soon as its memory was searched
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def forms(secret):
    """A secret in the forms it may have in memory; of each a piece that is long enough to be no accident."""
    text = secret.hex()
    found = {"raw": secret[:16], "raw, its end": secret[-16:]}
    for name, spelling in (("hex", text), ("HEX", text.upper())):
        found[name] = spelling[:32].encode()
        found[name + " in UTF-16"] = spelling[:16].encode("utf-16-le")
    for shift in range(3):
        piece = base64.b64encode(bytes(shift) + secret)[4 if shift else 0:][:20]
        found[f"base64, {shift}"] = piece
    return found


class Session:
    """A session bus and an unlocked Secret Service."""

    def __init__(self, folder):
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            self.environment[name] = str(folder)
        (folder / "bus.conf").write_text(BUS)
        self.bus = subprocess.Popen(["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--print-address=1"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        self.keyring = subprocess.Popen(["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=self.environment)
        self.keyring.stdin.write(b"the test's password")
        self.keyring.stdin.close()
        call = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.ReadAlias", "string:default"]
        for _ in range(200):
            if subprocess.run(call, env=self.environment, capture_output=True).returncode == 0:
                return
            time.sleep(0.05)
        raise SystemExit("the Secret Service does not answer")

    def end(self):
        for process in (self.keyring, self.bus):
            process.kill()
            process.wait()


class World(Tally):
    def __init__(self, program, work, session):
        super().__init__()
        self.program, self.work, self.environment = program, work, session.environment
        self.words = work / "words"
        self.words.write_bytes(QUICK_WORDS + b"\n")

    def held(self, arguments, given):
        """Starts the command and returns it with its process id when it is about to end."""
        command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=exit_group", "-e",
                   f"inject=exit_group:delay_enter={HOLD}", str(self.program), *map(str, arguments)]
        tracer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  env=self.environment, cwd=self.work)
        tracer.stdin.write(given)
        tracer.stdin.close()
        for _ in range(3000):
            children = pathlib.Path(f"/proc/{tracer.pid}/task/{tracer.pid}/children").read_text().split()
            for child in children:
                try:
                    program = os.readlink(f"/proc/{child}/exe")
                    inside = pathlib.Path(f"/proc/{child}/syscall").read_text().split()[0]
                except OSError:
                    continue
                if program == str(self.program) and inside == EXIT_GROUP:  # strace has children of its own
                    return tracer, int(child)
            if tracer.poll() is not None:
                break
            time.sleep(0.01)
        tracer.kill()
        raise SystemExit(f"not held: {arguments}: {tracer.stdout.read()}")

    @staticmethod
    def places(pid, sought):
        """Where each form stands in the process's memory."""
        found = []
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            for line in pathlib.Path(f"/proc/{pid}/maps").read_text().splitlines():
                match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (....) \S+ \S+ \S+ *(.*)", line)
                begin, end, rights, name = int(match[1], 16), int(match[2], 16), match[3], match[4]
                if "r" not in rights or name in ("[vvar]", "[vsyscall]"):
                    continue
                try:
                    memory.seek(begin)
                    content = memory.read(end - begin)
                except OSError:
                    continue  # a guard page
                for what, piece in sought.items():
                    at = content.find(piece)
                    if at >= 0:
                        found.append(f"{what} in {name or 'anonymous memory'}")
        return found

    def search(self, arguments, secrets, given=b"", code=0):
        tracer, pid = self.held(arguments, given)
        try:
            return self.places(pid, {f"{name}, {form}": piece for name, secret in secrets.items()
                                     for form, piece in forms(secret).items()})
        finally:
            os.kill(pid, signal.SIGKILL)
            tracer.kill()
            tracer.wait()
            self.told = tracer.stdout.read().decode(errors="replace")

    def do(self, arguments):
        done = subprocess.run([self.program, *map(str, arguments)], env=self.environment, capture_output=True)
        expect(done.returncode == 0, done.stderr)

    def clean(self, what, arguments, secrets, given=b""):
        def look():
            found = self.search(arguments, {**secrets, "passphrase": QUICK_WORDS}, given)
            expect("Error" not in self.told, f"it failed: {self.told}")
            expect(not found, f"{len(found)} copies: {', '.join(sorted(set(found))[:6])}")
        self.attempt(what, look)


def secret_of(role):
    return bytes.fromhex(KEYS[role]["privateKeyHex"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        work = pathlib.Path(folder).resolve()
        (work / "home" / "streamdesk").mkdir(parents=True)
        shutil.copy(QUICK_KEY_FILE, work / "home" / "streamdesk" / "secrets.json")
        session = Session(work / "home")
        try:
            world = World(arguments.program.resolve(), work, session)
            run_all(world, work)
        finally:
            session.end()
        print(f"executed {world.executed}, passed {world.passed}")
    sys.exit(world.executed != world.passed)


def run_all(world, work):
    # The search itself: what stands in the command's arguments is found.
    shown = hashlib.sha256(b"shown").digest()
    world.attempt("what is there is found", lambda: expect(
        world.search(["keys", "show", shown.hex()], {"key": shown}), "the search finds nothing"))

    roles = {"owner": "owner", "buyer": "buyer", "signing": "signing"}
    for role in roles:
        (work / f"{role}.key").write_text(KEYS[role]["privateKeyHex"] + "\n")
    agent = work / "agent.json"
    machine = hashlib.sha256(b"agent").digest()
    agent.write_text(f'{{"algorithm": "ed25519", "privateKeyHex": "{machine.hex()}"}}')
    words = ["--passphrase-file", world.words]
    backup_words = ["--backup-passphrase-file", world.words]
    piped = hashlib.sha256(b"piped").digest()

    for home in ("keychain", "file"):
        def keys(command, *more, home=home):
            return ["keys", command, *more, *(words if home == "file" else [])]
        for role, purpose in roles.items():
            world.clean(f"import {role} into the {home}", keys(
                "import", work / f"{role}.key", "--home", home, "--purpose", purpose, "--label", f"{role}-{home}"),
                {"key": secret_of(role)})
        world.clean(f"import the agent's key into the {home}", keys(
            "import", agent, "--home", home, "--label", f"agent-{home}"), {"key": machine})
        world.clean(f"import through a pipe into the {home}", keys(
            "import", "-", "--home", home, "--purpose", "field", "--label", f"piped-{home}"), {"key": piped},
            piped.hex().encode())
        secrets = {role: secret_of(role) for role in roles}
        world.clean(f"export from the {home}", keys("export", f"owner-{home}", work / f"out-{home}.key", "--yes"),
                    secrets)
        backup = work / f"backup-{home}.json"
        world.clean(f"back up from the {home}", [*keys("backup", backup), *backup_words], secrets)
        world.clean(f"drill of a backup from the {home}", ["keys", "drill", backup, *backup_words], secrets)
        shutil.rmtree(work / f"package-{home}", ignore_errors=True)
        (work / "data").write_bytes(b"some data " * 200)
        more = words if home == "file" else []
        world.clean(f"publish with the {home}", ["publish", *options(
            input=work / "data", output_dir=work / f"package-{home}", owner_public_key=KEYS["owner"]["publicKeyHex"],
            operator_public_key=KEYS["operator"]["publicKeyHex"], machine_public_key=KEYS["machine"]["publicKeyHex"],
            signing_key=f"signing-{home}", machine_did="did:peaq:1", machine_key_id="did:peaq:1#1"), *more], secrets)
        world.clean(f"grant with the {home}", ["grant", *options(
            chunk_dir=work / f"package-{home}", output_dir=work / f"access-{home}", buyer_id="lab",
            buyer_public_key=KEYS["buyer"]["publicKeyHex"], owner_key=f"owner-{home}"), *more], secrets)
        world.clean(f"consume with the {home}", ["consume", *options(
            chunk_dir=work / f"package-{home}", data_dir=work / f"package-{home}", access_dir=work / f"access-{home}",
            buyer_id="lab", buyer_key=f"buyer-{home}", output=work / "out"), *more], secrets)
        world.clean(f"delete from the {home}", keys("delete", f"piped-{home}", "--yes"), {"key": piped})
        for label in [*(f"{role}-{home}" for role in roles), f"agent-{home}"]:
            world.do(keys("delete", label, "--yes"))
        world.clean(f"restore into the {home}", [*keys("restore", backup, "--home", home), *backup_words], secrets)
        for label in [*(f"{role}-{home}" for role in roles), f"agent-{home}", f"piped-{home}"]:
            world.do(keys("delete", label, "--yes"))
    world.clean("consume with a key file", ["consume", *options(
        chunk_dir=GOLDEN / "package", data_dir=GOLDEN / "package", access_dir=GOLDEN / "access",
        buyer_id=KEYS["buyerId"], buyer_private_key_file=work / "buyer.key", output=work / "out")],
        {"key": secret_of("buyer")})


if __name__ == "__main__":
    main()
