"""The two sides of the comparison: our program as a child process, the reference in this process."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest import mock

import nacl.public
from click.testing import CliRunner
from peaq_os_cli.commands.stream import stream
from peaq_os_cli.commands.stream.reader import read_chunk_chain, read_encrypted_data
from peaq_os_sdk.stream import ChunkChain, verify_chunk_chain

TIME_LIMIT = 60  # seconds for one run of our program


@dataclass(frozen=True)
class Outcome:
    """What one run of a command line gave."""

    command: str
    exit_code: int
    stdout: str
    stderr: str

    @property
    def last_words(self) -> str:
        lines = self.stderr.strip().splitlines()
        return f"({lines[-1].strip()})" if lines else ""


class OurProgram:
    def __init__(self, path: Path, home: Path, outcomes: list[Outcome]) -> None:
        self.path = path
        self._outcomes = outcomes
        home.mkdir()
        config = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        self._environment = {**os.environ, **config, "LC_ALL": "C.UTF-8"}

    def run(self, arguments: list[str], cwd: Path, quiet: bool = False) -> Outcome:
        arguments = [*(["-q"] if quiet else []), *arguments]
        done = subprocess.run(
            [self.path, *arguments],
            cwd=cwd,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
        )
        outcome = Outcome(
            shlex.join(["stream-desk-cli", *arguments]),
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"),
        )
        self._outcomes.append(outcome)
        return outcome


class Reference:
    def __init__(self, outcomes: list[Outcome]) -> None:
        self._outcomes = outcomes
        self._runner = CliRunner()

    def run(self, arguments: list[str], cwd: Path, quiet: bool = False) -> Outcome:
        with contextlib.chdir(cwd):
            result = self._runner.invoke(stream, arguments, obj={"quiet": True} if quiet else {})
        crash = "" if isinstance(result.exception, SystemExit | None) else f"\ncrash: {result.exception!r}"
        command = shlex.join(["peaqos", *(["-q"] if quiet else []), "stream", *arguments])
        outcome = Outcome(command, result.exit_code, result.stdout, result.stderr + crash)
        self._outcomes.append(outcome)
        return outcome

    @staticmethod
    def verdict(folder: Path) -> tuple[bool, str]:
        """Whether the reference calls the package in `folder` valid, and its words. Raising is not valid."""
        try:
            chunks = tuple(read_chunk_chain(folder))
            chain = ChunkChain(source_hash="", chunks=chunks, did="", chunk_size=0)
            result = verify_chunk_chain(chain, read_encrypted_data(folder))
        except Exception as trouble:
            return False, f"{type(trouble).__name__}: {trouble}"
        return result.valid, result.reason or "valid"


@contextlib.contextmanager
def seeded_randomness(rng: Random) -> Iterator[None]:
    """While it lasts, the reference builds the same package for the same seed."""
    with (
        mock.patch.object(os, "urandom", rng.randbytes),
        mock.patch.object(nacl.public.PrivateKey, "generate", lambda: nacl.public.PrivateKey(rng.randbytes(32))),
    ):
        yield
