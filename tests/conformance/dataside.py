"""Signed data packages as the two sides make and judge them."""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from Crypto.Cipher import AES
from eth_account import Account
from peaq_os_sdk.stream._internal.canonical_json import canonical_json_stringify
from peaq_os_sdk.stream.signing import build_signed_data_package
from peaq_os_sdk.stream.types.data_package import DataPackage, UnsignedDataPayload
from peaq_os_sdk.stream.types.field_rule import FieldRule, TopicFieldRules
from peaq_os_sdk.stream.types.signing_key import EncryptionContext, SigningContext
from peaq_os_sdk.stream.verification import verify_data_package

from harness import Bench, Options, command_line, done

FIELDS = {
    "did": "did",
    "timestamp": "timestamp",
    "schemaVersion": "schema_version",
    "sequenceNumber": "sequence_number",
    "payload": "payload",
    "signature": "signature",
    "signingKeyId": "signing_key_id",
}


def canonical(value: Any) -> str:
    return canonical_json_stringify(value)


@dataclass(frozen=True)
class Machine:
    """One machine with its keys and what it says of its readings."""

    signing_key: bytes
    field_key: bytes
    key_id: str = "machine-signing-key-1"
    schema_version: str = "1.0"
    captured_at: str = "2026-02-03T04:05:06.789Z"

    @staticmethod
    def random(rng: Random) -> Machine:
        return Machine(
            (rng.randrange(1, 2**255)).to_bytes(32, "big"),
            rng.randbytes(32),
            rng.choice(("machine-signing-key-1", "", "Schlüssel 🔑")),
            rng.choice(("1.0", " 2\t", "é")),
            rng.choice(("2026-02-03T04:05:06.789Z", " ", "gestern Ω")),
        )

    @property
    def did(self) -> str:
        return f"did:peaq:{Account.from_key(self.signing_key).address}"

    def options(self, folder: Path, rules: dict[str, Any], first: int) -> Options:
        (folder / "signing.key").write_text(self.signing_key.hex() + "\n", encoding="utf-8")
        (folder / "field.key").write_text(self.field_key.hex() + "\n", encoding="utf-8")
        (folder / "rules.json").write_text(json.dumps(rules), encoding="utf-8")
        return {
            "--signing-key-file": "signing.key",
            "--field-key-file": "field.key",
            "--rules": "rules.json",
            "--key-id": self.key_id,
            "--schema-version": self.schema_version,
            "--captured-at": self.captured_at,
            "--sequence-number": str(first),
        }

    def build(self, reading: str, rules: dict[str, Any], number: int, did: str = "") -> dict[str, Any]:
        """The reference's package, as it would stand in a file."""
        package = build_signed_data_package(
            unsigned_payload=UnsignedDataPayload(topic="/t", fields=json.loads(reading), captured_at=self.captured_at),
            topic_rules=TopicFieldRules(
                topic="/t",
                rules=tuple(
                    FieldRule(rule["fieldPath"], rule["action"], rule.get("anonymizeStrategy"))
                    for rule in rules["rules"]
                ),
                default_action=rules.get("defaultAction"),
            ),
            signing_ctx=SigningContext(
                private_key=self.signing_key.hex(), backend="software", did=did or self.did, key_id=self.key_id
            ),
            encryption_ctx=EncryptionContext(encryption_key=self.field_key.hex(), algorithm="AES-256-GCM"),
            schema_version=self.schema_version,
            sequence_number=number,
        )
        return {ours: getattr(package, theirs) for ours, theirs in FIELDS.items()}

    def opened(self, value: Any) -> Any:
        """A payload with its encrypted fields in the clear."""
        if isinstance(value, list):
            return [self.opened(element) for element in value]
        if not isinstance(value, dict):
            return value
        if value.get("__encrypted") is not True:
            return {name: self.opened(member) for name, member in value.items()}
        packed = base64.b64decode(value["ciphertext"], validate=True)
        cipher = AES.new(self.field_key, AES.MODE_GCM, nonce=packed[:12])
        return json.loads(cipher.decrypt_and_verify(packed[12:-16], packed[-16:]))


def judged_by_reference(package: dict[str, Any]) -> tuple[bool, str | None]:
    fields = {theirs: copy.deepcopy(package[ours]) for ours, theirs in FIELDS.items()}
    result = verify_data_package(DataPackage(**fields))
    return result.valid, result.reason


def write_lines(path: Path, values: Iterable[Any]) -> None:
    lines = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values]
    path.write_bytes("".join(line + "\n" for line in lines).encode())


def read_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def judged_by_us(bench: Bench, folder: Path, packages: Iterable[Any]) -> list[dict[str, Any]]:
    write_lines(folder / "judge.jsonl", packages)
    outcome = bench.ours.run(["data", "verify", "judge.jsonl", "--json"], folder)
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def signed_by_us(bench: Bench, folder: Path, options: Options, *flags: str) -> list[Any]:
    (folder / "signed.jsonl").unlink(missing_ok=True)
    options = options | {"--output": "signed.jsonl"}
    done(bench.ours.run(["data", *command_line("sign", options, "--no-sync", *flags), "readings.jsonl"], folder))
    return read_lines(folder / "signed.jsonl")
