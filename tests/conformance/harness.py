"""What the groups of cases share: cases, checks, and the people and files of a sale."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import nacl.bindings
import nacl.signing

from sides import OurProgram, Outcome, Reference

Side = OurProgram | Reference
Options = dict[str, str]


class Disagreement(Exception):
    """The two sides differ, or one does not do what it must."""


@dataclass(frozen=True)
class Case:
    name: str
    run: Callable[[Path], None]  # gets an empty folder


@dataclass(eq=False)
class Bench:
    """What every group works with."""

    seed: int
    scratch: Path
    probe: Path  # core-probe, built with the tests
    outcomes: list[Outcome] = field(default_factory=list)  # of the current case
    ours: OurProgram = field(init=False)
    reference: Reference = field(init=False)

    def random(self, *purpose: object) -> Random:
        """Random numbers that depend on the seed and the purpose alone, so that one case can run on its own."""
        return Random(repr((self.seed, *purpose)))


def check_equal(what: str, reference: object, ours: object) -> None:
    if reference != ours:
        raise Disagreement(f"{what}: the reference {shortened(reference)}, we {shortened(ours)}")


def check(holds: bool, what: str) -> None:
    if not holds:
        raise Disagreement(what)


def shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 400 else f"{text[:200]} … {text[-200:]}"


def done(outcome: Outcome) -> Outcome:
    """The outcome of a command that must succeed."""
    check(outcome.exit_code == 0, f"exit code {outcome.exit_code} instead of 0: {outcome.command}")
    return outcome


def parse_json(outcome: Outcome) -> Any:
    try:
        return json.loads(outcome.stdout)
    except ValueError as trouble:
        raise Disagreement(f"{trouble} in the standard output of {outcome.command}") from trouble


def command_line(command: str, options: Options, *flags: str) -> list[str]:
    return [command, *(part for option in options.items() for part in option), *flags]


@dataclass(frozen=True)
class Spelling:
    """How keys are written where hex is asked for."""

    prefix: str = ""
    upper: bool = False

    def write(self, key: bytes) -> str:
        return self.prefix + (key.hex().upper() if self.upper else key.hex())


PLAIN = Spelling()
SPELLINGS = (PLAIN, Spelling("0x"), Spelling(upper=True), Spelling("0x", upper=True))


@dataclass(frozen=True)
class Names:
    machine_did: str
    key_id: str
    buyer_id: str


ASCII_NAMES = Names("did:peaq:0x" + "ab" * 20, "did:peaq:0x" + "ab" * 20 + "#keys-1", "did:peaq:0x" + "cd" * 20)
WORLD_NAMES = Names("did:peaq:Größe-漢字-🚀", "Schlüssel №1 «haupt»", "käufer-买家-🔑")


class Parties:
    """The people of a sale with their keys, and the command lines they use in a folder that holds their key files."""

    def __init__(self, rng: Random, names: Names = ASCII_NAMES, spelling: Spelling = PLAIN) -> None:
        self.names = names
        self.spelling = spelling
        roles = ("owner", "operator", "machine", "buyer", "stranger", "signing")
        self.private = {role: rng.randbytes(32) for role in roles}
        self.public = {role: nacl.bindings.crypto_scalarmult_base(key) for role, key in self.private.items()}
        self.public["signing"] = bytes(nacl.signing.SigningKey(self.private["signing"]).verify_key)

    def public_text(self, role: str) -> str:
        return self.spelling.write(self.public[role])

    def write_key_files(self, folder: Path) -> None:
        for role, key in self.private.items():
            (folder / f"{role}.key").write_text(self.spelling.write(key) + "\n", encoding="utf-8")

    def publish_options(self, output: str = "package") -> Options:
        return {
            "--input": "source.bin",
            "--output-dir": output,
            **{f"--{role}-public-key": self.public_text(role) for role in ("owner", "operator", "machine")},
            "--signing-key-file": "signing.key",
            "--machine-did": self.names.machine_did,
            "--machine-key-id": self.names.key_id,
        }

    def grant_options(self, package: str = "package", output: str = "access") -> Options:
        return {
            "--chunk-dir": package,
            "--buyer-public-key": self.public_text("buyer"),
            "--buyer-id": self.names.buyer_id,
            "--owner-private-key-file": "owner.key",
            "--output-dir": output,
        }

    def consume_options(self, package: str = "package", access: str = "access", output: str = "result.bin") -> Options:
        return {
            "--chunk-dir": package,
            "--access-dir": access,
            "--data-dir": package,
            "--buyer-private-key-file": "buyer.key",
            "--buyer-id": self.names.buyer_id,
            "--output": output,
        }


@dataclass
class Sale:
    """One package on its way from the seller to the buyer, in a folder of its own."""

    folder: Path
    parties: Parties
    source: bytes

    def __post_init__(self) -> None:
        self.parties.write_key_files(self.folder)
        (self.folder / "source.bin").write_bytes(self.source)

    def publish(self, side: Side, chunk_size: int | None = None, output: str = "package") -> None:
        options = self.parties.publish_options(output)
        if chunk_size is not None:
            options["--chunk-size"] = str(chunk_size)
        done(side.run(command_line("publish", options), self.folder))

    def grant(self, side: Side, max_file_size: int | None = None, output: str = "access") -> None:
        options = self.parties.grant_options(output=output)
        if max_file_size is not None:
            options["--max-file-size"] = str(max_file_size)
        done(side.run(command_line("grant", options), self.folder))

    def consume(self, side: Side, access: str = "access") -> None:
        """Decrypts and demands the very bytes that were published."""
        self._consume(side, command_line("consume", self.parties.consume_options(access=access)))

    def consume_archive(self, side: OurProgram, archive: str) -> None:
        """The same from one ZIP file with everything in it."""
        options = self.parties.consume_options()
        for option in ("--chunk-dir", "--data-dir", "--access-dir"):
            del options[option]
        self._consume(side, command_line("consume", options, archive))

    def _consume(self, side: Side, arguments: list[str]) -> None:
        result = self.folder / "result.bin"
        result.unlink(missing_ok=True)
        done(side.run(arguments, self.folder))
        check(result.read_bytes() == self.source, "the decrypted data is not the source")
