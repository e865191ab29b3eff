"""A small package held in memory, to be edited and written to a folder."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from random import Random
from typing import Any

from harness import Bench, Names, Parties, Sale
from sides import seeded_randomness

Envelope = dict[str, Any]
FieldPath = tuple[str | int, ...]

AGAIN = "@@again"  # behind a key: the same key once more in one object
RAW = "@@raw:"  # at the start of a text value: written into the JSON as it is


class PackageFiles:
    """File contents by name; a name that ends in a slash is a folder."""

    def __init__(self, files: dict[str, bytes], parties: Parties) -> None:
        self.files = files
        self.parties = parties
        self.count = sum(1 for name in files if name.endswith(".bin"))

    @classmethod
    def build(cls, bench: Bench, chunks: int, names: Names) -> PackageFiles:
        """Built by the reference, the same bytes for the same seed."""
        rng = bench.random("package", chunks)
        folder = bench.scratch / f"package-of-{chunks}"
        folder.mkdir()
        sale = Sale(folder, Parties(rng, names), rng.randbytes(16 * chunks - 3))
        with seeded_randomness(rng):
            sale.publish(bench.reference, 16)
        return cls({path.name: path.read_bytes() for path in (folder / "package").iterdir()}, sale.parties)

    def copy(self) -> PackageFiles:
        return PackageFiles(dict(self.files), self.parties)

    def any_index(self, rng: Random) -> int:
        return rng.randrange(self.count)

    def envelope(self, index: int) -> Envelope:
        envelope: Envelope = json.loads(self.files[f"chunk-{index}.json"])
        return envelope

    def envelopes(self) -> list[Envelope]:
        return [self.envelope(index) for index in range(self.count)]

    def put_envelope(self, index: int, envelope: Envelope) -> None:
        self.files[f"chunk-{index}.json"] = as_text(envelope).encode()

    def put_chain(self, envelopes: list[Envelope], ciphertexts: list[bytes]) -> None:
        """Replaces all chunks."""
        self.files = {name: data for name, data in self.files.items() if not name.startswith("chunk-")}
        for index, (envelope, ciphertext) in enumerate(zip(envelopes, ciphertexts, strict=True)):
            self.put_envelope(index, envelope)
            self.files[f"chunk-{index}.bin"] = ciphertext

    def ciphertexts(self) -> list[bytes]:
        return [self.files[f"chunk-{index}.bin"] for index in range(self.count)]

    def write_to(self, folder: Path) -> None:
        folder.mkdir()
        for name, data in self.files.items():
            path = folder / name
            if name.endswith("/"):
                path.mkdir()
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)


def as_text(value: Any) -> str:
    """Pretty JSON as the reference writes it, with what json.dumps cannot say: double keys and raw values."""
    text = json.dumps(value, indent=2) + "\n"
    return re.sub(rf'"{RAW}([^"]*)"', r"\1", text.replace(f'{AGAIN}"', '"'))


def value_at(envelope: Envelope, path: FieldPath) -> Any:
    value: Any = envelope
    for step in path:
        value = value[step]
    return value


def with_value(envelope: Envelope, path: FieldPath, value: Any) -> Envelope:
    changed = copy.deepcopy(envelope)
    value_at(changed, path[:-1])[path[-1]] = value
    return changed


def with_members(envelope: Envelope, path: FieldPath, members: Envelope) -> Envelope:
    """The object at `path` exchanged for one with these members."""
    return with_value(envelope, path, members) if path else members


def dotted(path: FieldPath) -> str:
    return ".".join(map(str, path))
