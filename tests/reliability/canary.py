#!/usr/bin/env python3
"""A canary key in every place a key goes, and in many where it does not belong, through commands that succeed and
commands that fail: nothing that is said or written holds it, in any form.

    canary.py --program build/dev/bin/stream-desk-cli

Not tried is what a person makes public on purpose: a private key given as a public key, a DID or a name of an output
cannot be told from a real one.
"""
import argparse
import base64
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from desk import GOLDEN, KEYS, QUICK_KEY_FILE, QUICK_WORDS, Tally, expect, options

PREFIX = ["-v", "--log-level", "trace"]  # say as much as can be said
CANARY = hashlib.sha256(b"canary").digest()
HEX = CANARY.hex()


def forms():
    """The key in all the forms it may show in, and a quarter of it in hex."""
    quarters = {HEX[at:at + 16] for at in range(0, 49)}
    texts = {form for quarter in quarters for form in (quarter, quarter.upper())}
    texts |= {HEX, HEX.upper()}
    encoded = {text.encode() for text in texts} | {text.encode("utf-16-le") for text in texts} | {CANARY}
    for shift in range(3):  # base64, wherever it begins in a group of three bytes
        padded = bytes(shift) + CANARY
        text = base64.b64encode(padded)[4 if shift else 0:-4]
        encoded |= {text[:20], text[:20].translate(bytes.maketrans(b"+/", b"-_"))}
    return encoded


FORMS = forms()


def spellings():
    """The key as a person may give it, right and wrong."""
    return {
        "right": HEX, "upper case": HEX.upper(), "with 0x": "0x" + HEX, "a digit short": HEX[:-1],
        "a byte short": HEX[:-2], "a digit long": HEX + "0", "a byte long": HEX + "00", "twice": HEX + HEX,
        "with a letter that is no digit": HEX[:-1] + "g", "with a letter in the middle": HEX[:40] + "g" + HEX[41:],
        "in quotation marks": f'"{HEX}"', "with a name": f"key={HEX}", "in base64": base64.b64encode(CANARY).decode(),
        "in groups": " ".join(HEX[at:at + 4] for at in range(0, 64, 4)),
    }


class World(Tally):
    def __init__(self, program, work):
        super().__init__()
        self.program, self.work = program, work
        self.inputs = work / "inputs"  # what a person has: not searched
        self.made = work / "made"
        self.tried = set()
        self.desk = []  # files of the desk's keys, as they are before each command
        self.inputs.mkdir()
        self.write("signing", KEYS["signing"]["privateKeyHex"])
        self.write("owner", KEYS["owner"]["privateKeyHex"])
        self.write("buyer", KEYS["buyer"]["privateKeyHex"])
        self.write("data", "some data " * 100)
        self.package, self.access = GOLDEN / "package", GOLDEN / "access"
        self.environment = {"PATH": os.environ["PATH"]}
        for name in ("TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
                     "XDG_RUNTIME_DIR"):
            self.environment[name] = str(self.made / name)

    def write(self, name, content):
        path = self.inputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def public(self, kind):
        return KEYS[kind]["publicKeyHex"]

    def publish(self, **changes):
        return ["publish", *options(**{
            "input": self.inputs / "data", "output_dir": self.made / "package", "chunk_size": 100,
            "owner_public_key": self.public("owner"), "operator_public_key": self.public("operator"),
            "machine_public_key": self.public("machine"), "signing_key_file": self.inputs / "signing",
            "machine_did": "did:peaq:1", "machine_key_id": "did:peaq:1#1"} | changes)]

    def grant(self, **changes):
        return ["grant", *options(**{
            "chunk_dir": self.package, "output_dir": self.made / "access", "buyer_id": KEYS["buyerId"],
            "buyer_public_key": self.public("buyer"), "owner_private_key_file": self.inputs / "owner"} | changes)]

    def consume(self, **changes):
        return ["consume", *options(**{
            "chunk_dir": self.package, "data_dir": self.package, "access_dir": self.access,
            "buyer_id": KEYS["buyerId"], "buyer_private_key_file": self.inputs / "buyer",
            "output": self.made / "out"} | changes)]

    def search(self, what, content):
        for form in FORMS:
            expect(form not in content, f"{what} holds the key: {content[:400]!r}")

    def run(self, what, arguments, json_too=True):
        """One command, by itself and with --json, in a fresh place; whatever it says and writes is searched."""
        for more in ([], ["--json"])[:1 + json_too]:
            self.attempt(f"{what} {' '.join(more)}", lambda: self.run_once([*PREFIX, *arguments, *more]))

    def run_once(self, arguments):
        shutil.rmtree(self.made, ignore_errors=True)
        for name in self.environment.values():
            if name.startswith(str(self.made)):
                pathlib.Path(name).mkdir(parents=True)
        for source in self.desk:
            target = self.made / "XDG_CONFIG_HOME" / "streamdesk" / source.name
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, stdin=subprocess.DEVNULL,
                              env=self.environment, cwd=self.made, timeout=30)
        expect(done.returncode in (0, 1, 2), f"exit {done.returncode}")
        self.tried.add((arguments[len(PREFIX)], done.returncode))
        self.search("standard output", done.stdout)
        self.search("standard error", done.stderr)
        for path in self.made.rglob("*"):
            self.search("a name", str(path.relative_to(self.made)).encode())
            if path.is_file():
                self.search(str(path), path.read_bytes())

    # Where keys belong.
    def key_files(self):
        for name, text in spellings().items():
            path = self.write(f"keys/{len(name)}{name[0]}", text)
            self.run(f"publish, signing key {name}", self.publish(signing_key_file=path))
            self.run(f"grant, owner key {name}", self.grant(owner_private_key_file=path))
            self.run(f"consume, buyer key {name}", self.consume(buyer_private_key_file=path))
        for name, content in (("a byte-order mark", b"\xef\xbb\xbf" + HEX.encode()), ("UTF-16", HEX.encode("utf-16")),
                              ("raw bytes", CANARY), ("JSON", json.dumps({"privateKeyHex": HEX}).encode()),
                              ("PEM", b"-----BEGIN PRIVATE KEY-----\n" + base64.b64encode(CANARY)), ("two lines",
                              f"{HEX}\n{HEX}\n".encode()), ("a zero byte", HEX.encode() + b"\0"),
                              ("5000 bytes", HEX.encode() * 80)):
            path = self.write("keys/other", content)
            self.run(f"publish, signing key as {name}", self.publish(signing_key_file=path))
            self.run(f"grant, owner key as {name}", self.grant(owner_private_key_file=path))
            self.run(f"consume, buyer key as {name}", self.consume(buyer_private_key_file=path))

    # A whole sale with the canary as the key of each side.
    def as_their_own_key(self):
        public = x25519_public(CANARY).hex()
        key = self.write("own", HEX)
        package, access = self.inputs / "own-package", self.inputs / "own-access"
        self.run("publish for the canary", self.publish(owner_public_key=public, signing_key_file=key))
        made = subprocess.run([self.program, *map(str, self.publish(owner_public_key=public, output_dir=package))],
                              capture_output=True)
        expect(made.returncode == 0, made.stderr)
        self.run("grant by the canary to itself",
                 self.grant(chunk_dir=package, owner_private_key_file=key, buyer_public_key=public))
        made = subprocess.run([self.program, *map(str, self.grant(
            chunk_dir=package, owner_private_key_file=key, buyer_public_key=public, output_dir=access))],
            capture_output=True)
        expect(made.returncode == 0, made.stderr)
        own = {"chunk_dir": package, "data_dir": package, "access_dir": access, "buyer_private_key_file": key}
        self.run("consume by the canary", self.consume(**own))
        self.run("consume by the canary, part", [*self.consume(**own), "--partial"])
        self.run("publish a ZIP file for the canary", [*self.publish(owner_public_key=public, signing_key_file=key,
                                                                     output_dir=None), "--zip", self.made / "p.zip"])
        self.run("grant a release by the canary", [*self.grant(
            chunk_dir=package, owner_private_key_file=key, buyer_public_key=public, output_dir=None), "--release",
            self.made / "r.zip"])
        self.run("consume by the canary, output a folder", self.consume(**own, output=self.made))
        self.run("consume by the canary, output impossible", self.consume(**own, output="/dev/null/out"))
        self.run("consume by the canary onto its key", self.consume(**own, output=key))
        for damaged in ("chunk-0.bin", "chunk-3.json", "manifest.json"):
            copy = self.inputs / "damaged"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(package, copy)
            content = bytearray((copy / damaged).read_bytes())
            content[len(content) // 2] ^= 1
            (copy / damaged).write_bytes(content)
            self.run(f"consume by the canary, {damaged} damaged", self.consume(**own | {
                "chunk_dir": copy, "data_dir": copy}))
            self.run(f"grant by the canary, {damaged} damaged", self.grant(
                chunk_dir=copy, owner_private_key_file=key, buyer_public_key=public))

    def data(self, command, source, **changes):
        return ["data", command, source, *options(**changes)]

    # Signed readings: the canary signs, encrypts and opens, and is written wrongly.
    def readings(self):
        rules = self.write("rules", json.dumps({"rules": [{"fieldPath": "driver", "action": "encrypt"}]}))
        reading = self.write("reading", json.dumps({"driver": "Alice", "speed": 12.5}))
        other = self.write("other-key", KEYS["owner"]["privateKeyHex"])
        key, signed, result = self.write("own", HEX), self.inputs / "signed", self.made / "out"
        sign = {"signing_key_file": key, "field_key_file": key, "rules": rules, "output": result}
        self.run("sign by the canary", self.data("sign", reading, **sign), False)
        made = subprocess.run([self.program, *map(str, self.data("sign", reading, **sign | {"output": signed}))],
                              capture_output=True)
        expect(made.returncode == 0, made.stderr)
        self.run("verify what the canary signed", self.data("verify", signed))
        self.run("open by the canary", self.data("open", signed, field_key_file=key, output=result), False)
        self.run("open by another key", self.data("open", signed, field_key_file=other, output=result), False)
        self.run("sign for another DID", self.data("sign", reading, **sign, did="did:peaq:0x" + "11" * 20), False)
        dotted = self.write("dotted", json.dumps({"driver": {"x.y": "Alice", "z": 1}}))
        leaking = self.write("leaking", json.dumps({"rules": [{"fieldPath": "driver.x", "action": "exclude"}]}))
        self.run("sign with a rule that leaks", self.data("sign", dotted, **sign | {"rules": leaking}), False)
        for name, text in spellings().items():
            path = self.write(f"keys/{len(name)}{name[0]}", text)
            for option in ("signing_key_file", "field_key_file"):
                self.run(f"sign, {option} {name}", self.data("sign", reading, **sign | {option: path}), False)
                self.run(f"sign, --{option} {name}", self.data("sign", reading, **sign | {option: text}), False)
            self.run(f"open, field key {name}", self.data("open", signed, field_key_file=path, output=result), False)
            for command in ("verify", "open"):
                self.run(f"data {command} {name}", self.data(command, text, **{"field_key_file": key} if command == "open" else {}),
                         False)
            for option in ("rules", "sequence_number"):
                self.run(f"sign, --{option} {name}", self.data("sign", reading, **sign | {option: text}), False)
        for command in ("sign", "open"):
            self.run(f"{command}, the key as reading", self.data(command, key, **(sign if command == "sign" else {
                "field_key_file": key, "output": result})), False)
        self.run("verify, the key as reading", self.data("verify", key))
        self.run("sign, the key as rules", self.data("sign", reading, **sign | {"rules": key}), False)

    # The canary as a key of this desk and as a passphrase, through everything that can be done with keys.
    def keys_of_the_desk(self):
        words = self.write("words", QUICK_WORDS)
        key_file = self.write("desk/secrets.json", QUICK_KEY_FILE.read_bytes())
        self.desk = [key_file]
        opened = ["--passphrase-file", words]
        new = ["--home", "file", "--label", "Canary", *opened]
        canary = self.write("keys/canary", HEX)
        agent = self.write("keys/agent", json.dumps({"algorithm": "ed25519", "privateKeyHex": HEX}))
        purposes = ("owner", "operator", "machine", "buyer", "signing", "data", "field")
        for purpose in purposes:
            self.run(f"import as {purpose}", ["keys", "import", canary, "--purpose", purpose, *new])
        self.run("import the agent's", ["keys", "import", agent, *new])
        self.run("import the agent's for another purpose", ["keys", "import", agent, "--purpose", "buyer", *new])
        for name, text in spellings().items():
            path = self.write(f"keys/{len(name)}{name[0]}", text)
            wrong = self.write("keys/agent", json.dumps({"algorithm": "ed25519", "privateKeyHex": text,
                                                         "publicKeyHex": text}))
            self.run(f"import {name}", ["keys", "import", path, "--purpose", "owner", *new], False)
            self.run(f"import the agent's {name}", ["keys", "import", wrong, *new], False)
            self.run(f"import a key called {name}", ["keys", "import", canary, "--purpose", "owner", "--home", "file",
                                                     "--label", text, *opened], False)
            self.run(f"open with the passphrase {name}", ["keys", "generate", "--purpose", "owner", "--home", "file",
                                                          "--label", "x", "--passphrase-file", path], False)
            self.run(f"open with the passphrase file {name}", ["keys", "generate", "--purpose", "owner", "--home", "file",
                                                               "--label", "x", "--passphrase-file", text], False)
            for command in (["show", text], ["rename", text, "x"], ["delete", text, "--yes"], ["drill", text],
                            ["export", text, self.made / "out", "--yes"], ["backup", self.made / "out", text],
                            ["generate", "--label", text], ["generate", "--purpose", text], ["home", text], ["restore", text],
                            ["import", text, "--purpose", "owner"], [text]):
                self.run(f"keys {command[0]} {name}", ["keys", *command], False)
            self.run(f"grant --owner-key {name}", [*self.grant(owner_private_key_file=None), "--owner-key", text], False)
            self.run(f"consume --buyer-key {name}", [*self.consume(buyer_private_key_file=None), "--buyer-key", text], False)

        # Now it is there.
        home = self.inputs / "home"
        (home / "streamdesk").mkdir(parents=True)
        shutil.copy(key_file, home / "streamdesk" / "secrets.json")
        environment = self.environment | {"XDG_CONFIG_HOME": str(home)}
        imported = subprocess.run([self.program, "keys", "import", canary, "--purpose", "owner", *map(str, new)],
                                  capture_output=True, env=environment)
        expect(imported.returncode == 0, imported.stderr)
        self.desk = [home / "streamdesk" / "secrets.json", home / "streamdesk" / "keys.json"]
        backup = self.inputs / "backup.json"
        secret = ["--backup-passphrase-file", self.write("canary-words", HEX)]
        made = subprocess.run([self.program, "keys", "backup", backup, *map(str, opened + secret)],
                              capture_output=True, env=environment)
        expect(made.returncode == 0, made.stderr)
        self.run("list", ["keys", "list"])
        self.run("show", ["keys", "show", "Canary"])
        self.run("import once more", ["keys", "import", canary, "--purpose", "owner", *new])
        self.run("rename", ["keys", "rename", "Canary", "Bird"], False)
        self.run("export without being asked", ["keys", "export", "Canary", self.made / "out", *opened], False)
        self.run("back up", ["keys", "backup", self.made / "backup", *opened, *secret], False)
        self.run("drill", ["keys", "drill", backup, *secret])
        self.run("restore", ["keys", "restore", backup, "--home", "file", *opened, *secret])
        self.run("drill with other words", ["keys", "drill", backup, "--backup-passphrase-file", words])
        for at in (40, 300, 500):
            content = bytearray(backup.read_bytes())
            content[at] ^= 1
            self.run(f"drill, changed at {at}", ["keys", "drill", self.write("changed", bytes(content)), *secret])
        self.run("grant by name", [*self.grant(owner_private_key_file=None), "--owner-key", "Canary", *opened])
        self.run("consume by name", [*self.consume(buyer_private_key_file=None), "--buyer-key", "Canary", *opened])
        self.run("sign with another kind", self.publish(signing_key_file=None, signing_key="Canary",
                                                        passphrase_file=words))
        self.run("delete", ["keys", "delete", "Canary", "--yes", *opened], False)
        self.desk = []

    # Typed where something else belongs.
    def option_values(self):
        places = {
            "publish": (self.publish, ("input", "signing_key_file", "chunk_size", "s3", "s3_region", "s3_endpoint")),
            "grant": (self.grant, ("chunk_dir", "owner_private_key_file", "chunks", "max_file_size")),
            "consume": (self.consume, ("chunk_dir", "data_dir", "access_dir", "buyer_private_key_file", "buyer_id",
                                       "code", "trusted", "accept_verdict", "download_url", "work_dir")),
        }
        for name, text in spellings().items():
            for command, (make, names) in places.items():
                for option in names:
                    self.run(f"{command} --{option} {name}", make(**{option: text}), False)
                self.run(f"{command} with {name} as an argument too many", [*make(), text, text], False)
                self.run(f"{command} with {name} as an option", [*make(), f"--{text}"], False)
            for command in ("verify", "inspect", "code"):
                self.run(f"{command} {name}", [command, text], False)
            for option in ("--code", "--trusted"):
                self.run(f"verify {option} {name}", ["verify", self.package, option, text], False)
            for option in ("--previous-chunk-id", "--encrypted-data-hash", "--index"):
                self.run(f"chunk-id {option} {name}", ["chunk-id", option, text], False)
            self.run(f"the command {name}", [text], False)
            if name != "right" and name not in ("upper case", "with 0x"):
                for command, make, option in (("publish", self.publish, "owner_public_key"),
                                              ("publish", self.publish, "operator_public_key"),
                                              ("publish", self.publish, "machine_public_key"),
                                              ("grant", self.grant, "buyer_public_key")):
                    self.run(f"{command} --{option} {name}", make(**{option: text}), False)

    # Lying where something else belongs.
    def misplaced_files(self):
        key = self.write("misplaced", HEX)
        self.run("publish, the key as data", self.publish(input=key))
        self.run("publish, the key's folder as data", self.publish(input=self.inputs))
        self.run("verify, the key as trust file", ["verify", self.package, "--trusted", key])
        self.run("consume, the key as trust file", self.consume(trusted=key))
        self.run("verify, the key as package", ["verify", key])
        for name, content in (("the key", HEX), ("the key as JSON text", json.dumps(HEX)),
                              ("an object with the key", json.dumps({"privateKeyHex": HEX})),
                              ("a field called by the key", json.dumps({HEX: HEX}))):
            for file in ("chunk-0.json", "chunk-0.bin", "manifest.json", "chunk-9.json", "note.json"):
                folder = self.inputs / "package"
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(self.package, folder)
                (folder / file).write_text(content)
                for command in (["verify", folder], ["inspect", folder], ["code", folder],
                                self.grant(chunk_dir=folder), self.consume(chunk_dir=folder, data_dir=folder)):
                    self.run(f"{command[0]}, {file} is {name}", command)
            folder = self.inputs / "access"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            (folder / "access.json").write_text(content)
            self.run(f"consume, the access file is {name}", self.consume(access_dir=folder))
            trust = self.write("trust", content)
            self.run(f"verify, the trust file is {name}", ["verify", self.package, "--trusted", trust])

    def misplaced_fields(self):
        """The key in a field of the access file or a chunk in which a wrapped key or a nonce belongs."""
        text = next(self.access.iterdir()).read_text()
        folder = self.inputs / "access"
        for field in ("wrappedKeyHex", "algorithm", "recipientType", "chunkId", "recipientId"):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            access = json.loads(text)
            entry = access["entries"][0]
            (entry if field == "chunkId" else entry["buyer"])[field] = HEX
            (folder / "access.json").write_text(json.dumps(access))
            self.run(f"consume, {field} of the access is the key", self.consume(access_dir=folder))
        trust = {"schemaVersion": "streamdesk.trust.v1", "machines": [{"did": "did:peaq:1", "privateKeyHex": HEX,
                 "keys": [{"privateKeyHex": HEX, "publicKeyHex": HEX[:-2], "state": "trusted"}]}]}
        self.run("verify, keys in a trust file", ["verify", self.package, "--trusted",
                                                  self.write("trust", json.dumps(trust))])
        for field in ("plaintextHash", "nonce", "keyCommitment"):
            package = self.inputs / "package"
            shutil.rmtree(package, ignore_errors=True)
            shutil.copytree(self.package, package)
            envelope = json.loads((package / "chunk-0.json").read_text())
            (envelope if field == "plaintextHash" else envelope["encryption"])[field] = HEX
            (package / "chunk-0.json").write_text(json.dumps(envelope))
            for command in (["verify", package], self.consume(chunk_dir=package), self.grant(chunk_dir=package)):
                self.run(f"{command[0]}, {field} of chunk 0 is the key", command)


def x25519_public(private):
    """RFC 7748 in a few lines: the tests take no library, and nothing here is secret."""
    prime, scalar = 2**255 - 19, bytearray(private)
    scalar[0] &= 248
    scalar[31] = scalar[31] & 127 | 64
    number = int.from_bytes(scalar, "little")
    x1, x2, z2, x3, z3, swap = 9, 1, 0, 9, 1, 0
    for at in reversed(range(255)):
        bit = number >> at & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b = x2 + z2, x2 - z2
        da, cb = (x3 - z3) * a, (x3 + z3) * b
        e = a * a - b * b
        x3, z3 = (da + cb) ** 2 % prime, x1 * (da - cb) ** 2 % prime
        x2, z2 = a * a * b * b % prime, e * (a * a + 121665 * e) % prime
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, prime - 2, prime) % prime).to_bytes(32, "little")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sought-") as work:
        world = World(arguments.program.resolve(), pathlib.Path(work).resolve())
        world.key_files()
        world.as_their_own_key()
        world.option_values()
        world.misplaced_files()
        world.misplaced_fields()
        world.readings()
        world.keys_of_the_desk()
        commands = ("publish", "grant", "consume", "verify", "inspect", "code", "data", "keys")
        for command in commands:
            codes = {code for tried, code in world.tried if tried == command}
            world.attempt(f"{command} succeeds and fails", lambda: expect(0 in codes and len(codes) > 1, str(codes)))
        print(f"executed {world.executed}, passed {world.passed}")
    sys.exit(world.executed != world.passed)


if __name__ == "__main__":
    main()
