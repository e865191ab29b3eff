"""One folder with everything that the tables of misuses name. Commands run inside it and write to out/ only."""

from __future__ import annotations

import functools
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import variants
from harness import ASCII_NAMES, Bench, Case, Options, Parties, Sale, Side, command_line
from packagefiles import PackageFiles
from sides import Outcome


@dataclass(frozen=True)
class Row:
    """One command line: the good one with some options changed. None leaves an option out."""

    name: str
    changes: Mapping[str, str | None] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True)
class Run:
    """What one side did with a row."""

    outcome: Outcome
    files: dict[str, bytes]  # in out/


class World:
    def __init__(self, bench: Bench) -> None:
        self.folder = bench.scratch / "world"
        self.folder.mkdir()
        rng = bench.random("world")
        self.parties = Parties(rng, ASCII_NAMES)
        self._sale = Sale(self.folder, self.parties, rng.randbytes(40))
        (self.folder / "empty").mkdir()
        (self.folder / "a-file").write_bytes(b"something")
        self._write_keys()
        self._write_packages(bench)
        self._write_access(bench)

    def base_options(self, command: str) -> Options:
        """The options with which the command works."""
        if command == "publish":
            return {**self.parties.publish_options("out/package"), "--chunk-size": "16"}
        if command == "grant":
            return self.parties.grant_options(output="out/access")
        return self.parties.consume_options(output="out/result.bin")

    def run(self, side: Side, command: str, row: Row) -> Run:
        out = self._fresh_output()
        options = {**self.base_options(command), **row.changes}
        present = {name: value for name, value in options.items() if value is not None}
        outcome = side.run(command_line(command, present, *row.flags), self.folder, row.quiet)
        return Run(
            outcome, {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        )

    def _fresh_output(self) -> Path:
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        (out / "empty").mkdir(parents=True)
        (out / "a-file").write_bytes(b"old")
        return out

    def _write_keys(self) -> None:
        for role in ("owner", "buyer", "signing"):
            for name, content in variants.key_files(self.parties.private[role].hex()).items():
                (self.folder / f"{role} {name}.key").write_bytes(content)

    def _write_packages(self, bench: Bench) -> None:
        self._sale.publish(bench.reference, 16)
        good = {path.name: path.read_bytes() for path in (self.folder / "package").iterdir()}
        for name, edit in variants.PACKAGES.items():
            package = PackageFiles(dict(good), self.parties)
            edit(package)
            package.write_to(self.folder / f"package, {name}")

    def _write_access(self, bench: Bench) -> None:
        self._sale.grant(bench.reference)
        [file] = (self.folder / "access").iterdir()
        folders = variants.access_folders(json.loads(file.read_bytes()))
        self.access_names = list(folders)
        for name, files in folders.items():
            folder = self.folder / f"access, {name}"
            folder.mkdir()
            for file_name, content in files.items():
                (folder / file_name).write_bytes(as_bytes(content))


def as_bytes(content: Any) -> bytes:
    return content if isinstance(content, bytes) else json.dumps(content).encode()


def package_options(variant: str) -> Options:
    """What makes consume read this variant of the package."""
    return {"--chunk-dir": f"package, {variant}", "--data-dir": f"package, {variant}"}


@functools.cache
def world_of(bench: Bench) -> World:
    return World(bench)


def row_cases(rows: Iterator[Row], check_row: Callable[[Row], None]) -> Iterator[Case]:
    for row in rows:
        yield Case(row.name, partial(ignoring_folder, check_row, row))


def ignoring_folder(check_row: Callable[[Row], None], row: Row, _: Path) -> None:
    check_row(row)
