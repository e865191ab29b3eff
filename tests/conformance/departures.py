"""Where we differ from the reference on purpose: it crashes or is looser. Both sides are held to what is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from dataside import Machine, judged_by_reference, judged_by_us, signed_by_us, write_lines
from harness import Bench, Case, check, check_equal, command_line
from world import Row, World, package_options, world_of


@dataclass(frozen=True)
class Departure:
    name: str
    reason: str
    command: str
    reference: int  # exit codes
    ours: int
    changes: Mapping[str, str | None] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


AEAD = "decryption failures are exit code 2; the reference lets its own error escape"
NOT_HEX = "a signature that is not hex is a bad signature; the reference raises where a verdict is asked for"
SPLICED = "chunks of several machines or keys are how a forgery looks; the reference does not compare them"
MALFORMED = "a field of the wrong kind makes a package malformed; the reference minds only when it comes to use it"
OTHER_DATA = "the whole data is compared with the manifest's hash; the reference prints that hash and compares nothing"
COPIED = "the same envelope in two files, as browsers leave behind, is one envelope; the reference counts files"
DEPARTURES = [
    Departure("nonce altered", AEAD, "consume", 1, 2, package_options("nonce altered")),
    Departure("bit flipped, --skip-verify", AEAD, "consume", 1, 2, package_options("bit flipped"), ("--skip-verify",)),
    Departure("signature not hex", NOT_HEX, "consume", 1, 2, package_options("signature not hex")),
    Departure("signature empty", NOT_HEX, "consume", 1, 2, package_options("signature empty")),
    Departure("two signing keys", SPLICED, "consume", 0, 2, package_options("signed by another")),
    Departure("two machine DIDs", SPLICED, "consume", 0, 2, package_options("DID of another")),
    Departure(
        "data is not what the manifest names",
        OTHER_DATA,
        "consume",
        0,
        2,
        package_options("manifest hash of other data"),
    ),
    Departure("last chunk cut off", OTHER_DATA, "consume", 0, 2, package_options("last envelope missing")),
    Departure(
        "access files in snake_case",
        "the SDK's S3 delivery writes them so; the reference's own consume cannot read them",
        "consume",
        1,
        0,
        {"--access-dir": "access, snake_case"},
    ),
    Departure("envelope copied", COPIED, "grant", 1, 0, {"--chunk-dir": "package, index twice"}),
    Departure("envelope copied", COPIED, "consume", 1, 0, package_options("index twice")),
    Departure("nonce short", AEAD, "consume", 1, 2, package_options("nonce short")),
]
# What the reference says of a field of the wrong kind when it grants and when it consumes; None where we agree.
WRONG_KINDS: dict[str, tuple[int | None, int | None]] = {
    "storageRef a number": (0, 0),
    "recipientId a number": (0, 0),
    "operator's key a null": (0, 0),
    "owner's key a number": (None, 0),
    "commitment null": (2, 2),
    "plaintext hash null": (0, 2),
    "nonce a number": (0, None),
}
for variant, (granting, consuming) in WRONG_KINDS.items():
    if granting is not None:
        DEPARTURES.append(Departure(variant, MALFORMED, "grant", granting, 1, {"--chunk-dir": f"package, {variant}"}))
    if consuming is not None:
        DEPARTURES.append(Departure(variant, MALFORMED, "consume", consuming, 1, package_options(variant)))


def is_departure(command: str, row: Row) -> bool:
    """Whether another table's row is one of these."""
    wanted = command, row.changes, set(row.flags) - {"--json"}
    return any(wanted == (known.command, known.changes, set(known.flags)) for known in DEPARTURES)


def documented(bench: Bench) -> Iterator[Case]:
    world = world_of(bench)
    for departure in DEPARTURES:
        yield Case(f"{departure.command}, {departure.name}", partial(hold_to, bench, world, departure))
    for command in ("publish", "grant"):
        yield Case(f"{command} into a used folder", refuses_used_folder(bench, command))
    for name, (reading, rules) in REFUSED_READINGS.items():
        yield Case(f"data sign, {name}", refuses_reading(bench, reading, rules))
    for name, run in DATA_DEPARTURES.items():
        yield Case(f"data, {name}", partial(run, bench))


def hold_to(bench: Bench, world: World, departure: Departure, _: Path) -> None:
    row = Row(departure.name, departure.changes, departure.flags)
    for who, side, expected in (
        ("reference", bench.reference, departure.reference),
        ("we", bench.ours, departure.ours),
    ):
        run = world.run(side, departure.command, row)
        actual = run.outcome.exit_code
        check(actual == expected, f"exit code of {who}: {actual}, not the documented {expected} ({departure.reason})")
        if departure.command == "consume":
            check(("result.bin" in run.files) == (expected == 0), f"{who}: a result in spite of the failure, or none")


def refuses_used_folder(bench: Bench, command: str) -> Callable[[Path], None]:
    """The reference mixes its files with those of an earlier run; we refuse unless --replace does away with them."""

    def run(folder: Path) -> None:
        world = world_of(bench)
        used = folder / "used"
        changes = {"--output-dir": os.path.relpath(used, world.folder)}
        for side, flags, expected in (
            (bench.reference, (), 0),
            (bench.reference, (), 0),
            (bench.ours, (), 1),
            (bench.ours, ("--replace",), 0),
        ):
            before = contents(used)
            outcome = world.run(side, command, Row(command, changes, flags)).outcome
            code = outcome.exit_code
            check(code == expected, f"exit code {code} instead of {expected}: {outcome.command}")
            check(expected == 0 or contents(used) == before, "a refusal changed the folder")

    return run


# Readings that the reference signs and we do not: what was to be hidden would be published, or nobody else could read it.
REFUSED_READINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "a rule for a name with a dot": ('{"x.y": 1}', {"rules": [{"fieldPath": "x.y", "action": "exclude"}]}),
    "a rule for an empty name": ('{"": 1}', {"rules": [{"fieldPath": "", "action": "exclude"}]}),
    "an action that does not exist": ('{"a": 1}', {"rules": [{"fieldPath": "a", "action": "Exclude"}]}),
    "a strategy that does not exist": (
        '{"a": 1}',
        {"rules": [{"fieldPath": "a", "action": "anonymize", "anonymizeStrategy": "HASH"}]},
    ),
    "an empty strategy": (
        '{"a": 1}',
        {"rules": [{"fieldPath": "a", "action": "anonymize", "anonymizeStrategy": ""}]},
    ),
    "half of a surrogate pair": ('{"a": "\\ud800"}', {"rules": []}),
    "nested 257 levels deep": ('{"a":' + "[" * 256 + "]" * 256 + "}", {"rules": []}),
}


def refuses_reading(bench: Bench, reading: str, rules: dict[str, Any]) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        machine = Machine.random(bench.random("refused reading"))
        check_equal("the reference's verdict", (True, None), judged_by_reference(machine.build(reading, rules, 1)))
        write_lines(folder / "readings.jsonl", [reading])
        options = machine.options(folder, rules, 1) | {"--output": "signed.jsonl"}
        outcome = bench.ours.run(["data", *command_line("sign", options), "readings.jsonl"], folder)
        check(outcome.exit_code == 1, f"exit code {outcome.exit_code} instead of 1")
        check(not (folder / "signed.jsonl").exists(), "something was signed")

    return run


def judged_by_both(bench: Bench, folder: Path, package: Any) -> tuple[Any, Any]:
    (ours,) = judged_by_us(bench, folder, [package])
    return judged_by_reference(package), (ours["verdict"], ours["reason"])


def two_names_for_one_field(bench: Bench, folder: Path) -> None:
    """The field is written twice: by the reference in the order of the file, by us in the order of names."""
    machine = Machine.random(bench.random("two names"))
    rules = {"rules": [{"fieldPath": "x.y", "action": "anonymize", "anonymizeStrategy": "generalize"}]}
    reading = '{"x.y": 70, "x": {"y": 20}}'
    write_lines(folder / "readings.jsonl", [reading])
    (ours,) = signed_by_us(bench, folder, machine.options(folder, rules, 1), "--compatible")
    theirs = machine.build(reading, rules, 1)["payload"]["x"]["y"]["value"]
    check_equal("which came last", ("20-30", "70-80"), (theirs, ours["payload"]["x"]["y"]["value"]))


def same_value_spelled_otherwise(bench: Bench, folder: Path) -> None:
    """What was signed may have been written by an ECMAScript program, for which 1 and 1.0 are the same."""
    package = Machine(b"\1" * 32, b"\2" * 32).build('{"a": 1}', {"rules": []}, 1)
    package["payload"] = {"a": 1.0}
    theirs, ours = judged_by_both(bench, folder, package)
    check_equal("verdicts", (False, "intact"), (theirs[0], ours[0]))


def did_of_another_key(bench: Bench, folder: Path) -> None:
    """Nobody could verify such a package, so we make it only when told to."""
    machine = Machine.random(bench.random("another key"))
    did = "did:peaq:0x" + "12" * 20
    theirs = machine.build('{"a": 1}', {"rules": []}, 1, did)
    check_equal("the reference signs", False, judged_by_reference(theirs)[0])
    write_lines(folder / "readings.jsonl", ['{"a": 1}'])
    options = machine.options(folder, {"rules": []}, 1) | {"--did": did}
    outcome = bench.ours.run(["data", *command_line("sign", options), "readings.jsonl"], folder)
    check_equal("our exit code", 1, outcome.exit_code)
    (ours,) = signed_by_us(bench, folder, options, "--any-did")
    check_equal("what is signed", theirs["signature"], ours["signature"])


def line_break_behind_did(bench: Bench, folder: Path) -> None:
    """Invalid for both, but the reference's pattern for the DID lets a line break pass."""
    package = Machine.random(bench.random("line break")).build('{"a": 1}', {"rules": []}, 1)
    package["did"] += "\n"
    theirs, ours = judged_by_both(bench, folder, package)
    check_equal("the reference", (False, "Recovered signer does not match package DID"), theirs)
    check_equal("we", ("invalid-did", "Invalid package DID format"), ours)


def sequence_number_as_text(bench: Bench, folder: Path) -> None:
    """A field of a wrong kind makes a package malformed; the reference signs and verifies what it is given."""
    package = Machine.random(bench.random("kind")).build('{"a": 1}', {"rules": []}, "1")  # type: ignore[arg-type]
    theirs, ours = judged_by_both(bench, folder, package)
    check_equal("verdicts", ((True, None), "malformed"), (theirs, ours[0]))


DATA_DEPARTURES: dict[str, Callable[[Bench, Path], None]] = {
    "one field under two names": two_names_for_one_field,
    "a number of the same value": same_value_spelled_otherwise,
    "the DID of another key": did_of_another_key,
    "a line break behind the DID": line_break_behind_did,
    "a sequence number as text": sequence_number_as_text,
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}
