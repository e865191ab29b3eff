"""Where we differ from the reference on purpose: it crashes or is looser. Both sides are held to what is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from harness import Bench, Case, check
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


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}
