"""What the reliability tests share: the golden package with its keys, the program's commands, and a count of what was
tried."""
import hashlib
import json
import os
import pathlib
import re
import subprocess

STAGING = re.compile(r"\.[0-9a-f]{10}\.part$")
GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "data" / "packages" / "csv"
KEYS = json.loads((GOLDEN / "keys.json").read_text())
CHUNK = 300
# An empty encrypted key file that opens quickly (tests/conformance/deskkeys.py wrote it), and its passphrase.
QUICK_KEY_FILE = GOLDEN.parent.parent / "quick-key-file.json"
QUICK_WORDS = hashlib.sha256(b"words").hexdigest()[:40].encode()


class Wrong(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Wrong(message)


def snapshot(folder, staging=True):
    """Every file's content and every folder (None) below, by relative path. Links are told by where they point."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if not staging and any(STAGING.search(part) for part in name.parts):
            continue
        if path.is_symlink():
            found[str(name)] = "-> " + os.readlink(path)
        else:
            found[str(name)] = path.read_bytes() if path.is_file() else None
    return found


def options(**values):
    """Options as arguments; one that is None is left out."""
    return [part for name, value in values.items() if value is not None
            for part in ("--" + name.replace("_", "-"), str(value))]


def run(program, arguments, **kwargs):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, **kwargs)


class Inputs:
    """Keys and data that every command reads and none may change."""

    def __init__(self, folder, data):
        self.folder = folder
        folder.mkdir()
        for role in ("signing", "owner", "buyer"):
            (folder / role).write_text(KEYS[role]["privateKeyHex"])
        (folder / "data").write_bytes(data)

    def publish(self, target, data=None, chunk=CHUNK, *more):
        return ["publish", *options(
            input=data or self.folder / "data", output_dir=target, chunk_size=chunk,
            owner_public_key=KEYS["owner"]["publicKeyHex"], operator_public_key=KEYS["operator"]["publicKeyHex"],
            machine_public_key=KEYS["machine"]["publicKeyHex"], signing_key_file=self.folder / "signing",
            machine_did="did:peaq:1", machine_key_id="did:peaq:1#1"), *more]

    def grant(self, target, *more):
        return ["grant", *options(
            chunk_dir=GOLDEN / "package", output_dir=target, buyer_id=KEYS["buyerId"], max_file_size=1500,
            buyer_public_key=KEYS["buyer"]["publicKeyHex"], owner_private_key_file=self.folder / "owner"), *more]

    def consume(self, target, *more, package=GOLDEN / "package", access=GOLDEN / "access"):
        return ["consume", *options(
            chunk_dir=package, data_dir=package, access_dir=access, buyer_id=KEYS["buyerId"],
            buyer_private_key_file=self.folder / "buyer", output=target), *more]


class Tally:
    """Counts what was tried and tells what failed."""

    def __init__(self):
        self.executed = self.passed = 0

    def count(self, what, wrong):
        self.executed += 1
        self.passed += wrong is None
        if wrong is not None:
            print(f"FAILED {what}\n  {wrong}")

    def attempt(self, what, action):
        try:
            action()
            self.count(what, None)
        except Wrong as wrong:
            self.count(what, str(wrong))
