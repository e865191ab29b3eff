"""Exit codes and standard output of publish, grant and consume, side by side, used well and used badly.

Left out, because the reference takes numbers as Python does: 1_000, white space around, digits of other scripts, and
numbers of 2^63 and more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import variants
from departures import is_departure
from harness import Bench, Case, check, check_equal, parse_json
from world import Row, Run, World, package_options, row_cases, world_of

BLANKS = {"empty": "", "blank": " \t", "of no-break spaces": "\u00a0\u00a0"}


def program(bench: Bench) -> Iterator[Case]:
    """The program without a command, or with one that is none."""
    for arguments in ([], ["--help"], ["-h"], ["nope"], ["--nope"], ["", "publish"]):
        yield Case(repr(arguments), partial(compare_program, bench, arguments))


def compare_program(bench: Bench, arguments: list[str], folder: Path) -> None:
    theirs, ours = (side.run(arguments, folder).exit_code for side in (bench.reference, bench.ours))
    check_equal("exit code", theirs, ours)


def publish(bench: Bench) -> Iterator[Case]:
    world = world_of(bench)
    return row_cases(publish_rows(world), partial(compare, bench, world, "publish"))


def grant(bench: Bench) -> Iterator[Case]:
    world = world_of(bench)
    rows = (row for row in grant_rows(world) if not is_departure("grant", row))
    return row_cases(rows, partial(compare, bench, world, "grant"))


def consume(bench: Bench) -> Iterator[Case]:
    world = world_of(bench)
    rows = (row for row in consume_rows(world) if not is_departure("consume", row))
    return row_cases(rows, partial(compare, bench, world, "consume"))


def compare(bench: Bench, world: World, command: str, row: Row) -> None:
    theirs, ours = (world.run(side, command, row) for side in (bench.reference, bench.ours))
    check_equal("exit code", theirs.outcome.exit_code, ours.outcome.exit_code)
    if theirs.outcome.exit_code == 0 and "--json" in row.flags:
        compare_json(command, parse_json(theirs.outcome), parse_json(ours.outcome))
    elif "-h" not in row.flags and "--help" not in row.flags:
        check_equal("standard output", theirs.outcome.stdout, ours.outcome.stdout)
    if theirs.outcome.exit_code == 0:
        compare_files(theirs, ours)


def compare_json(command: str, theirs: dict[str, Any], ours: dict[str, Any]) -> None:
    """What the reference prints is there with the same value. We may say more, except where a manifest is printed."""
    if command == "publish":
        check_equal("keys printed", list(theirs), list(ours))
    for key, value in theirs.items():
        check(key in ours, f"{key} is not printed")
        if key == "createdAt":
            check(bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", ours[key])), "createdAt is not a time")
        else:
            check_equal(f"{key} as JSON", json.dumps(value), json.dumps(ours[key]))


def compare_files(theirs: Run, ours: Run) -> None:
    """The same files of the same sizes, and the same content where no chance is in it."""
    sizes, our_sizes = ({name: len(data) for name, data in run.files.items()} for run in (theirs, ours))
    check_equal("files and their sizes", sizes, our_sizes)
    for name in sizes:
        if "chunk-" not in name and not name.endswith(".json"):
            check_equal(f"content of {name}", theirs.files[name], ours.files[name])


# -- rows that all three commands have -------------------------------------------------------------


def common_rows(world: World, command: str) -> Iterator[Row]:
    yield Row("all well")
    yield Row("all well, --json", flags=("--json",))
    yield Row("all well, --json twice", flags=("--json", "--json"))
    yield Row("all well, quiet", quiet=True)
    yield Row("all well, quiet and --json", flags=("--json",), quiet=True)
    yield Row("-q after the command", flags=("-q",))
    yield Row("unknown option", flags=("--nope",))
    yield Row("unknown option with a value", {"--nope": "1"})
    yield Row("shortened option", flags=("--js",))
    yield Row("a value for --json", flags=("--json=yes",))
    yield Row("option without its value", flags=(list(world.base_options(command))[-1],))
    yield Row("--help", flags=("--help",))
    yield Row("-h", flags=("-h",))
    for option in world.base_options(command):
        yield Row(f"no {option}", {option: None})
        yield Row(f"no {option}, --json", {option: None}, flags=("--json",))


def key_file_rows(option: str, role: str) -> Iterator[Row]:
    yield Row("key file missing", {option: "no-such.key"})
    yield Row("key file a folder", {option: "empty"})
    yield Row("key file path empty", {option: ""})
    for name in variants.key_files(""):
        yield Row(f"key file {name}", {option: f"{role} {name}.key"})


def public_key_rows(option: str, key: str) -> Iterator[Row]:
    values = {
        "with 0x": "0x" + key,
        "in upper case": key.upper(),
        "with 0x in upper case": "0x" + key.upper(),
        "with 0X": "0X" + key,
        "with 0x twice": "0x0x" + key,
        "not hex": "z" * 64,
        "short": key[:-2],
        "odd": key[:-1],
        "long": key + "00",
        "of 0x alone": "0x",
        "with spaces around": f" {key}\n",
        "with a space inside": key[:32] + " " + key[32:],
        "non-ASCII": "é" * 64,
        "in full-width digits": "\uff11" * 64,
        "all zeros": "00" * 32,
        **BLANKS,
    }
    return (Row(f"{option} {name}", {option: value}) for name, value in values.items())


def output_folder_rows() -> Iterator[Row]:
    """The same folder however it is spelled, and folders that cannot be."""
    paths = ("out/new/deep/er", "out/empty", "out/", "./out/new", "out//new/", "out/x/../new", "out/ü 漢", "out/new/.")
    for path in paths:
        for flags in ((), ("--json",)):
            yield Row(f"--output-dir {path} {' '.join(flags)}".strip(), {"--output-dir": path}, flags=flags)
    yield Row("--output-dir a file", {"--output-dir": "out/a-file"})
    yield Row("--output-dir below a file", {"--output-dir": "out/a-file/new"})


# -- publish -----------------------------------------------------------------------------------------


def publish_rows(world: World) -> Iterator[Row]:
    yield from common_rows(world, "publish")
    yield from output_folder_rows()
    yield from key_file_rows("--signing-key-file", "signing")
    for role in ("owner", "operator", "machine"):
        yield from public_key_rows(f"--{role}-public-key", world.parties.public_text(role))
    for option in ("--machine-did", "--machine-key-id"):
        for name, value in BLANKS.items():
            yield Row(f"{option} {name}", {option: value})
        yield Row(f"{option} with spaces around", {option: "  name  "}, flags=("--json",))
        yield Row(f"{option} like an option", flags=(f"{option}=--json",))
        yield Row(f"{option} like an option, apart", {option: "--json"})
    yield from chunk_size_rows()
    yield Row("--input missing", {"--input": "no-such-file"})
    yield Row("--input a folder", {"--input": "empty"})
    yield Row("--input empty", {"--input": ""})
    yield Row("--input missing and --signing-key-file missing", {"--input": "x", "--signing-key-file": "x"})
    yield Row("--input missing and --chunk-size 0", {"--input": "x", "--chunk-size": "0"})
    yield Row("--chunk-size x and --machine-did empty", {"--chunk-size": "x", "--machine-did": ""})
    yield Row("surplus argument", flags=("surplus",))


def chunk_size_rows() -> Iterator[Row]:
    whole = ("0", "-0", "-1", "+5", "007", "1", "40", "41", "9223372036854775807")
    other = ("x", "1.5", "16.0", "1e3", "0x10", "", " ", "-", "16k")
    for size in (*whole, *other):
        yield Row(f"--chunk-size {size!r}", {"--chunk-size": size}, flags=("--json",))
    yield Row("--chunk-size=16", {"--chunk-size": None}, flags=("--chunk-size=16", "--json"))
    yield Row("--chunk-size twice", {"--chunk-size": "0"}, flags=("--chunk-size", "16", "--json"))


# -- grant -------------------------------------------------------------------------------------------


def grant_rows(world: World) -> Iterator[Row]:
    yield from common_rows(world, "grant")
    yield from output_folder_rows()
    yield from key_file_rows("--owner-private-key-file", "owner")
    yield Row("another owner's key", {"--owner-private-key-file": "stranger.key"})
    yield Row("the operator's key", {"--owner-private-key-file": "operator.key"})
    yield from public_key_rows("--buyer-public-key", world.parties.public_text("buyer"))
    for name, value in {
        **BLANKS,
        "trimmed": "\u2003 buyer \n",
        "non-ASCII": "käufer 漢🚀",
        'with "quotes"': 'a"b\\c',
    }.items():
        yield Row(f"--buyer-id {name}", {"--buyer-id": value}, flags=("--json",))
    for size in ("0", "-0", "-1", "1", "+1", "9223372036854775807", "x", "1.5", "", "1e3"):
        yield Row(f"--max-file-size {size!r}", {"--max-file-size": size}, flags=("--json",))
    yield Row("--chunk-dir missing", {"--chunk-dir": "no-such-folder"})
    yield Row("--chunk-dir a file", {"--chunk-dir": "a-file"})
    yield Row("--chunk-dir empty", {"--chunk-dir": ""})
    yield Row("--chunk-dir an empty folder", {"--chunk-dir": "empty"})
    for name in variants.PACKAGES:
        yield Row(f"package, {name}", {"--chunk-dir": f"package, {name}"}, flags=("--json",))
    yield Row(
        "another owner's key and a missing envelope",
        {"--owner-private-key-file": "stranger.key", "--chunk-dir": "package, envelope 1 missing"},
    )
    yield Row("--max-file-size x and --buyer-id empty", {"--max-file-size": "x", "--buyer-id": ""})
    yield Row("surplus argument", flags=("surplus",))


# -- consume -----------------------------------------------------------------------------------------


def consume_rows(world: World) -> Iterator[Row]:
    yield from common_rows(world, "consume")
    yield from key_file_rows("--buyer-private-key-file", "buyer")
    yield Row("another buyer's key", {"--buyer-private-key-file": "stranger.key"})
    for name, value in {**BLANKS, "of another": "somebody-else"}.items():
        yield Row(f"--buyer-id {name}", {"--buyer-id": value})
    yield Row("--buyer-id trimmed", {"--buyer-id": f" {world.parties.names.buyer_id}\n"}, flags=("--json",))
    yield from result_rows()
    for option in ("--chunk-dir", "--data-dir", "--access-dir"):
        for name, folder in {"missing": "no-such", "a file": "a-file", "an empty folder": "empty", "empty": ""}.items():
            yield Row(f"{option} {name}", {option: folder})
    for name in variants.PACKAGES:
        yield Row(f"package, {name}", package_options(name), flags=("--json",))
    for name in ("id altered", "link altered", "signature altered", "DID blank", "hash altered", "no manifest"):
        yield Row(f"package, {name}, --skip-verify", package_options(name), ("--skip-verify", "--json"))
    for name in world.access_names:
        yield Row(f"access, {name}", {"--access-dir": f"access, {name}"}, flags=("--json",))
    yield from two_faults()


def result_rows() -> Iterator[Row]:
    for path in ("out/new/deep/file", "./out/file", "out//file", "out/x/../file", "out/a-file", "out/ü 漢"):
        for flags in ((), ("--json",)):
            yield Row(f"--output {path} {' '.join(flags)}".strip(), {"--output": path}, flags=flags)
    for name, path in {
        "a folder": "out/empty",
        "below a file": "out/a-file/x",
        "empty": "",
        "with a slash": "out/x/",
    }.items():
        yield Row(f"--output {name}", {"--output": path})


def two_faults() -> Iterator[Row]:
    """Which of two faults decides."""
    yield Row("key file missing and --buyer-id empty", {"--buyer-private-key-file": "no-such", "--buyer-id": ""})
    for one in ("ciphertext 1 missing", "bit flipped"):
        for two in ("broken", "for another buyer"):
            yield Row(f"{one} and access {two}", {**package_options(one), "--access-dir": f"access, {two}"})
