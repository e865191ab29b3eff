#!/usr/bin/env python3
"""Live conformance test: our command line against the published Python reference, side by side.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python conformance.py --program PATH/stream-desk-cli [--seed N] [--only NAME]

NAME is a group ("edits") or one case of it ("edits/17"), as a failure prints it. The reference runs in this process,
our program as a child. Keys, data and edits come from the seed; nonces and chunk keys of the packages that are edited
too. Needs no network. The exit code is 1 when anything failed.
"""

from __future__ import annotations

import argparse
import io
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is

import archives  # noqa: E402
import datapackages  # noqa: E402
import departures  # noqa: E402
import deskkeys  # noqa: E402
import edits  # noqa: E402
import exchange  # noqa: E402
import misuses  # noqa: E402
import primitives  # noqa: E402
from harness import Bench, Case, Disagreement  # noqa: E402
from sides import OurProgram, Reference  # noqa: E402

GROUPS = {
    "publish→reference": exchange.we_publish,
    "reference→us": exchange.reference_publishes,
    "access": exchange.access_files_cross,
    "splitting": exchange.access_files_split,
    "files": exchange.files_byte_for_byte,
    "archives": archives.exchanged,
    "fields": edits.every_field,
    "edits": edits.random_edits,
    "program": misuses.program,
    "publish": misuses.publish,
    "grant": misuses.grant,
    "consume": misuses.consume,
    "data": datapackages.exchange,
    "data edits": datapackages.edits,
    "keys": deskkeys.exchange,
    "primitives": primitives.data_primitives,
    "departures": departures.documented,
}


class Tally:
    """Runs cases, each in a folder of its own, and counts."""

    def __init__(self, bench: Bench, only: str) -> None:
        self._bench = bench
        self._only = only
        self.passed = 0
        self.failed = 0

    def run_group(self, group: str, cases: Iterator[Case]) -> None:
        passed_before, failed_before = self.passed, self.failed
        for case in cases:
            name = f"{group}/{case.name}"
            if self._only in ("", group, name):
                self._run_case(name, case)
        passed, failed = self.passed - passed_before, self.failed - failed_before
        trouble = f", {failed} FAILED" if failed else ""
        print(f"{group}: {passed} passed{trouble}", flush=True)

    def _run_case(self, name: str, case: Case) -> None:
        folder = self._bench.scratch / "case"
        folder.mkdir()
        self._bench.outcomes.clear()
        try:
            case.run(folder)
            self.passed += 1
        except Disagreement as trouble:
            self.failed += 1
            self._report(name, str(trouble))
        except Exception as trouble:  # a fault of one case must not hide the others
            self.failed += 1
            self._report(name, f"the test itself failed: {trouble!r}")
        finally:
            shutil.rmtree(folder)

    def _report(self, name: str, trouble: str) -> None:
        print(f"FAILED {name}\n  {trouble}")
        for outcome in self._bench.outcomes:
            print(f"  $ {outcome.command}\n    exit code {outcome.exit_code} {outcome.last_words}")
        again = ["conformance.py", "--program", self._bench.ours.path, "--seed", self._bench.seed, "--only", name]
        print("  again: " + shlex.join(map(str, again)), flush=True)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=Path, help="stream-desk-cli")
    parser.add_argument("--probe", type=Path, help="core-probe; where it is built unless said otherwise")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="NAME", help="a group, or GROUP/CASE")
    arguments = parser.parse_args()
    if not arguments.program.is_file():
        parser.error(f"no such program: {arguments.program}")
    arguments.probe = arguments.probe or arguments.program.resolve().parent.parent / "tests" / "core-probe"
    if not arguments.probe.is_file():
        parser.error(f"no such program: {arguments.probe}")
    if arguments.only and arguments.only.partition("/")[0] not in GROUPS:
        parser.error("no such group; there are " + ", ".join(GROUPS))
    return arguments


def main() -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the locale
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory(prefix="conformance-") as scratch:
        bench = Bench(arguments.seed, Path(scratch), arguments.probe.resolve())
        bench.ours = OurProgram(arguments.program.resolve(), Path(scratch) / "home", bench.outcomes)
        bench.reference = Reference(bench.outcomes)
        tally = Tally(bench, arguments.only)
        for group, cases in GROUPS.items():
            if arguments.only.partition("/")[0] in ("", group):
                tally.run_group(group, cases(bench))
    if tally.passed + tally.failed == 0:
        print("no such case: " + arguments.only)
        tally.failed = 1
    print(f"conformance: {tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
