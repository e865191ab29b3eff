"""The keys of this desk against the reference and against independent libraries: a key made here opens what the reference
wrapped and signs what the reference accepts; a backup made here opens by docs/format.md alone, and the other way round."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import nacl.bindings
import nacl.public
import nacl.signing
from Crypto.Cipher import AES
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from eth_account import Account

from dataside import judged_by_reference, judged_by_us
from harness import ASCII_NAMES, Bench, Case, Options, check, check_equal, command_line, done, parse_json
from peaq_os_cli.commands.stream.reader import read_chunk_chain

PURPOSES = ("owner", "operator", "machine", "buyer", "signing", "data", "field")
WORDS = "correct horse battery staple"
QUICK = {"passes": 1, "memoryBytes": 8192}


def exchange(bench: Bench) -> Iterator[Case]:
    desk = Desk(bench)
    yield Case("backup opens by the format page", desk.backup_opens)
    yield Case("backup written by the format page is restored", desk.backup_of_others)
    yield Case("chunk keys that the reference wrapped", desk.opens_what_the_reference_wrapped)
    yield Case("a sale in which the reference publishes and grants", desk.buys_from_the_reference)
    yield Case("a sale in which the reference buys", desk.sells_to_the_reference)
    yield Case("readings", desk.readings)
    for number in range(20):
        yield Case(f"backup {number} of random keys", partial(desk.random_backup, number))


class Desk:
    """One key for each purpose, made by our program, with its secret as the backup gives it."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._folder = bench.scratch / "desk"
        self._ready = False
        self.secrets: dict[str, bytes] = {}
        self.public: dict[str, str] = {}

    def _run(self, *arguments: str, folder: Path | None = None) -> str:
        return done(self._bench.ours.run(list(arguments), folder or self._folder)).stdout

    def prepare(self) -> None:
        if self._ready:
            return
        self._folder.mkdir()
        (self._folder / "words").write_text(WORDS)
        for purpose in PURPOSES:
            made = self._run("keys", "generate", "--home", "file", "--purpose", purpose, "--label", purpose,
                             "--passphrase-file", "words")
            self.public[purpose] = made.strip()
        self._run("keys", "backup", "backup.json", "--passphrase-file", "words", "--backup-passphrase-file", "words")
        opened = open_backup((self._folder / "backup.json").read_text(), WORDS.encode())
        self.secrets = {record["label"]: secret for record, secret in opened}
        self._ready = True

    def options(self, folder: Path) -> Options:
        (folder / "words").write_text(WORDS)
        return {"--passphrase-file": "words"}

    def backup_opens(self, _: Path) -> None:
        self.prepare()
        check_equal("the keys in the backup", set(PURPOSES), set(self.secrets))
        for purpose, secret in self.secrets.items():
            check_equal(f"public part of {purpose}", public_part(purpose, secret), self.public[purpose])

    def backup_of_others(self, folder: Path) -> None:
        rng = self._bench.random("backup of others")
        keys = [record_of(purpose, rng) for purpose in PURPOSES]
        (folder / "words").write_text(WORDS)
        (folder / "backup.json").write_text(write_backup(keys, WORDS.encode(), rng))
        self.prepare()
        told = parse_json(done(self._bench.ours.run(
            ["keys", "restore", "backup.json", "--backup-passphrase-file", "words", "--home", "file",
             "--passphrase-file", "words", "--json"], folder)))
        check_equal("restored", [record["publicPart"] for record, _ in keys],
                    [record["publicPart"] for record in told["restored"]])

    def random_backup(self, number: int, folder: Path) -> None:
        rng = self._bench.random("random backup", number)
        words = rng.randbytes(rng.randint(1, 60)).replace(b"\n", b"").replace(b"\r", b"") or b"x"
        keys = [record_of(rng.choice(PURPOSES), rng) for _ in range(rng.randint(0, 12))]
        text = write_backup(keys, words, rng)
        (folder / "words").write_bytes(words + b"\n")
        (folder / "backup.json").write_text(text)
        outcome = self._bench.ours.run(
            ["keys", "drill", "backup.json", "--backup-passphrase-file", "words", "--json"], folder)
        check_equal("exit code (no key of this desk)", 2, outcome.exit_code)
        found = [(entry["outcome"], entry["key"]["publicPart"]) for entry in json.loads(outcome.stdout)["keys"]]
        check_equal("what the drill found", [("not-on-desk", record["publicPart"]) for record, _ in keys], found)
        # One character of what is sealed, or of what stands around it, is another one.
        document = json.loads(text)
        member = rng.choice(["sealed", "nonce", "salt", "check", "created"])
        value = document[member]
        at = rng.randrange(len(value) - 2)
        document[member] = value[:at] + ("1" if value[at] != "1" else "2") + value[at + 1:]
        (folder / "backup.json").write_text(json.dumps(document))
        outcome = self._bench.ours.run(["keys", "drill", "backup.json", "--backup-passphrase-file", "words"], folder)
        check_equal(f"exit code with {member} changed", 1, outcome.exit_code)

    def _publish_by_reference(self, folder: Path) -> bytes:
        rng = self._bench.random("desk")
        source = rng.randbytes(5000)
        (folder / "source.bin").write_bytes(source)
        (folder / "signing.key").write_text(self.secrets["signing"].hex())
        options = {
            "--input": "source.bin", "--output-dir": "package", "--chunk-size": "700",
            **{f"--{role}-public-key": self.public[role] for role in ("owner", "operator", "machine")},
            "--signing-key-file": "signing.key", "--machine-did": ASCII_NAMES.machine_did,
            "--machine-key-id": ASCII_NAMES.key_id}
        done(self._bench.reference.run(command_line("publish", options), folder))
        return source

    def opens_what_the_reference_wrapped(self, folder: Path) -> None:
        self.prepare()
        self._publish_by_reference(folder)
        for chunk in read_chunk_chain(folder / "package"):
            for recipient in chunk.encryption.key_recipients:
                secret = nacl.public.PrivateKey(self.secrets[recipient.recipient_type])
                key = nacl.public.SealedBox(secret).decrypt(bytes.fromhex(recipient.wrapped_key_hex))
                check_equal("commitment", chunk.encryption.key_commitment, "sha256:" + hashlib.sha256(key).hexdigest())

    def _grant_options(self) -> Options:
        return {"--chunk-dir": "package", "--buyer-public-key": self.public["buyer"],
                "--buyer-id": ASCII_NAMES.buyer_id, "--output-dir": "access"}

    def _consume_options(self) -> Options:
        return {"--chunk-dir": "package", "--data-dir": "package", "--access-dir": "access",
                "--buyer-id": ASCII_NAMES.buyer_id, "--output": "result.bin"}

    def buys_from_the_reference(self, folder: Path) -> None:
        self.prepare()
        source = self._publish_by_reference(folder)
        (folder / "owner.key").write_text(self.secrets["owner"].hex())
        done(self._bench.reference.run(command_line("grant", self._grant_options() | {
            "--owner-private-key-file": "owner.key"}), folder))
        done(self._bench.ours.run(command_line("consume", self._consume_options() | self.options(folder) | {
            "--buyer-key": "buyer"}), folder))
        check((folder / "result.bin").read_bytes() == source, "other data came out")

    def sells_to_the_reference(self, folder: Path) -> None:
        self.prepare()
        source = self._bench.random("sold").randbytes(3000)
        (folder / "source.bin").write_bytes(source)
        options = {
            "--input": "source.bin", "--output-dir": "package", "--chunk-size": "512",
            **{f"--{role}-public-key": self.public[role] for role in ("owner", "operator", "machine")},
            "--signing-key": "signing", "--machine-did": ASCII_NAMES.machine_did,
            "--machine-key-id": ASCII_NAMES.key_id}
        done(self._bench.ours.run(command_line("publish", options | self.options(folder)), folder))
        valid, reason = self._bench.reference.verdict(folder / "package")
        check(valid, f"the reference does not call our package valid: {reason}")
        done(self._bench.ours.run(command_line("grant", self._grant_options() | self.options(folder) | {
            "--owner-key": "owner"}), folder))
        (folder / "buyer.key").write_text(self.secrets["buyer"].hex())
        done(self._bench.reference.run(command_line("consume", self._consume_options() | {
            "--buyer-private-key-file": "buyer.key"}), folder))
        check((folder / "result.bin").read_bytes() == source, "other data came out")

    def readings(self, folder: Path) -> None:
        self.prepare()
        (folder / "reading.json").write_text(json.dumps({"driver": "Alice", "speed": 12.5}))
        (folder / "rules.json").write_text(json.dumps({"rules": [{"fieldPath": "driver", "action": "encrypt"}]}))
        options = self.options(folder) | {"--signing-key": "data", "--field-key": "field", "--rules": "rules.json",
                                          "--output": "signed.json"}
        done(self._bench.ours.run(["data", *command_line("sign", options), "reading.json"], folder))
        package: dict[str, Any] = json.loads((folder / "signed.json").read_text())
        valid, reason = judged_by_reference(package)
        check(valid, f"the reference does not accept the reading: {reason}")
        check_equal("DID", f"did:peaq:{self.public['data']}".lower(), package["did"].lower())
        packed = base64.b64decode(package["payload"]["driver"]["ciphertext"])
        cipher = AES.new(self.secrets["field"], AES.MODE_GCM, nonce=packed[:12])
        check_equal("the field", "Alice", json.loads(cipher.decrypt_and_verify(packed[12:-16], packed[-16:])))
        check_equal("our verdict", "intact", judged_by_us(self._bench, folder, [package])[0]["verdict"])
        opened = self._bench.ours.run(["data", *command_line("open", self.options(folder) | {"--field-key": "field"}),
                                       "signed.json"], folder)
        check_equal("opened by name", "Alice", parse_json(done(opened))["payload"]["driver"])


def public_part(purpose: str, secret: bytes) -> str:
    """By libraries of which our program uses none."""
    if purpose == "signing":
        return bytes(nacl.signing.SigningKey(secret).verify_key).hex()
    if purpose == "data":
        return Account.from_key(secret).address
    if purpose == "field":
        return hashlib.sha256(b"streamdesk.field-key.v1" + secret).hexdigest()[:32]
    return nacl.bindings.crypto_scalarmult_base(secret).hex()


KINDS = {"signing": "ed25519", "data": "secp256k1", "field": "aes256"}


def record_of(purpose: str, rng: Random) -> tuple[dict[str, str], bytes]:
    secret = rng.randbytes(32)
    return {"id": rng.randbytes(16).hex(), "label": f"{purpose} {rng.random()}", "kind": KINDS.get(purpose, "x25519"),
            "purpose": purpose, "publicPart": public_part(purpose, secret), "home": "file"}, secret


def derive(words: bytes, document: dict[str, Any]) -> bytes:
    return Argon2id(salt=bytes.fromhex(document["salt"]), length=64, iterations=document["passes"], lanes=1,
                    memory_cost=document["memoryBytes"] // 1024).derive(words)


def around(document: dict[str, Any]) -> bytes:
    names = ("schemaVersion", "created", "kdf", "passes", "memoryBytes", "salt", "check", "cipher", "nonce")
    return "\n".join(str(document[name]) for name in names).encode()


def open_backup(text: str, words: bytes) -> list[tuple[dict[str, str], bytes]]:
    """docs/format.md, "Key backup", in a few lines."""
    document = json.loads(text)
    derived = derive(words, document)
    check_equal("check", document["check"], derived[32:].hex())
    content = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
        base64.b64decode(document["sealed"]), around(document), bytes.fromhex(document["nonce"]), derived[:32])
    length = int.from_bytes(content[:4], "big")
    records = json.loads(content[4:4 + length])
    secrets = content[4 + length:]
    check_equal("bytes of secrets", 32 * len(records), len(secrets))
    return [(record, secrets[32 * at:32 * at + 32]) for at, record in enumerate(records)]


def write_backup(keys: list[tuple[dict[str, str], bytes]], words: bytes, rng: Random) -> str:
    document = {"schemaVersion": "streamdesk.key-backup.v1", "created": "2026-11-29T10:00:00Z", "kdf": "argon2id",
                **QUICK, "salt": rng.randbytes(16).hex(), "cipher": "xchacha20-poly1305",
                "nonce": rng.randbytes(24).hex()}
    derived = derive(words, document)
    document["check"] = derived[32:].hex()
    records = json.dumps([record for record, _ in keys]).encode()
    content = len(records).to_bytes(4, "big") + records + b"".join(secret for _, secret in keys)
    document["sealed"] = base64.b64encode(nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        content, around(document), bytes.fromhex(document["nonce"]), derived[:32])).decode()
    return json.dumps(document, indent=2)
