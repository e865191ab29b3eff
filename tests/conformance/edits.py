"""Single edits of small packages: what we call valid is what the reference calls valid.

Kept out, because the reference accepts an absurd spelling that we refuse on purpose:
- an index written as a float or a boolean whose chunk id was computed over just that spelling;
- lone surrogates in JSON, NaN, Infinity and numbers too large for a double (1e999, integers of 309 digits);
- JSON over 4 MiB, nested more than 64 deep or of more than 200,000 values;
- key spellings other than camelCase and snake_case ("ChunkId");
- keyRecipients as an empty object or an empty text;
- digits of other scripts in the name of a ciphertext file;
and because we accept more on purpose:
- the whole package one folder further down.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import contentedits
import fileedits
import forgeries
from fieldedits import FIELDS, INDEX, KNOWN_DEPARTURES, edit_field, field_edit_names
from harness import ASCII_NAMES, WORLD_NAMES, Bench, Case, Disagreement, parse_json
from packagefiles import FieldPath, PackageFiles, dotted

RANDOM_EDITS = 300


def every_field(bench: Bench) -> Iterator[Case]:
    """Each kind of edit of each field of an envelope, once, in a chunk that chance picks. Of the index twice: where it
    is 0, some spellings mean something else."""
    packages = small_packages(bench)
    for path in FIELDS:
        for name in usable_edits(path):
            yield Case(f"{dotted(path)} {name}", field_case(bench, packages, path, name))
    for name in usable_edits(INDEX):
        yield Case(f"only index {name}", field_case(bench, packages[:1], INDEX, name))


def usable_edits(path: FieldPath) -> list[str]:
    return [name for name in field_edit_names(path) if (dotted(path), name) not in KNOWN_DEPARTURES]


def field_case(bench: Bench, packages: list[PackageFiles], path: FieldPath, name: str) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        rng = bench.random("field", path, name)
        package = rng.choice(packages).copy()
        compare(bench, folder, package, edit_field(rng, package, path, name))

    return run


def random_edits(bench: Bench) -> Iterator[Case]:
    packages = small_packages(bench)
    for number in range(RANDOM_EDITS):
        yield Case(str(number), random_case(bench, packages, number))


def random_case(bench: Bench, packages: list[PackageFiles], number: int) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        rng = bench.random("edit", number)
        package = rng.choice(packages).copy()
        compare(bench, folder, package, random_edit(rng, package))

    return run


def random_edit(rng: Random, package: PackageFiles) -> str:
    kinds = (fileedits.EDITS, contentedits.EDITS, forgeries.EDITS, [any_field_edit])
    [edits] = rng.choices(kinds, weights=(35, 30, 15, 20))
    return rng.choice(edits)(rng, package)


def any_field_edit(rng: Random, package: PackageFiles) -> str:
    path = rng.choice(FIELDS)
    return edit_field(rng, package, path, rng.choice(usable_edits(path)))


@functools.cache
def small_packages(bench: Bench) -> list[PackageFiles]:
    sizes = ((1, ASCII_NAMES), (3, ASCII_NAMES), (4, WORLD_NAMES), (11, ASCII_NAMES))
    return [PackageFiles.build(bench, chunks, names) for chunks, names in sizes]


def compare(bench: Bench, folder: Path, package: PackageFiles, edit: str) -> None:
    package.write_to(folder / "package")
    valid, reason = bench.reference.verdict(folder / "package")
    ours = parse_json(bench.ours.run(["verify", "package", "--json"], folder))["valid"]
    if ours is not valid:
        raise Disagreement(f"package of {package.count}, {edit}: the reference says {valid} ({reason}), we say {ours}")
