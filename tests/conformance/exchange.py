"""What one side makes the other can use, and both write the same bytes."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from peaq_os_cli.commands.stream.reader import read_chunk_chain
from peaq_os_cli.commands.stream.wire import buyer_access_file_to_wire, chunk_to_wire, parse_chunk, wire_to_json
from peaq_os_sdk.stream import BuyerAccessEntry, BuyerAccessFile, KeyRecipient, build_buyer_access_files

from harness import (
    ASCII_NAMES,
    PLAIN,
    SPELLINGS,
    WORLD_NAMES,
    Bench,
    Case,
    Names,
    Parties,
    Sale,
    Spelling,
    check,
    check_equal,
    done,
    parse_json,
)

# Bytes of data for each chunk size: nothing, less than a chunk, whole chunks, many chunks. None is the default size.
SIZES: dict[int | None, tuple[int, ...]] = {
    1: (0, 1, 2, 13),
    7: (0, 1, 7, 14, 100, 700),
    256: (0, 1, 256, 768, 256 * 12 + 5),
    4096: (1, 4096, 4097, 8192, 4096 * 13),
    262144: (0, 262143, 262144, 524288, 262144 * 12 + 3),
    10_000_000: (0, 1, 5000),
    None: (1, 262145),
}


@dataclasses.dataclass(frozen=True)
class Shape:
    """One way a sale can look."""

    chunk_size: int | None
    size: int
    names: Names
    spelling: Spelling

    @property
    def name(self) -> str:
        names = "ASCII" if self.names is ASCII_NAMES else "non-ASCII"
        digits = self.spelling.prefix + ("UPPER" if self.spelling.upper else "lower")
        return f"{self.size} bytes in chunks of {self.chunk_size or 'default size'}, {names} names, {digits} keys"

    def sale(self, bench: Bench, folder: Path) -> Sale:
        rng = bench.random(self.name)
        return Sale(folder, Parties(rng, self.names, self.spelling), rng.randbytes(self.size))


Run = Callable[[Bench, Sale, Shape], None]


def shapes() -> Iterator[Shape]:
    plain = [(chunk_size, size) for chunk_size, sizes in SIZES.items() for size in sizes]
    for number, (chunk_size, size) in enumerate(plain):
        yield Shape(chunk_size, size, (ASCII_NAMES, WORLD_NAMES)[number % 2], SPELLINGS[number // 2 % len(SPELLINGS)])


def few_shapes() -> Iterator[Shape]:
    for names in (ASCII_NAMES, WORLD_NAMES):
        for spelling in SPELLINGS:
            yield Shape(256, 256 * 12 + 5, names, spelling)
    yield Shape(4096, 0, ASCII_NAMES, PLAIN)
    yield Shape(4096, 4096, WORLD_NAMES, PLAIN)


def cases(bench: Bench, all_shapes: Iterator[Shape], run: Run) -> Iterator[Case]:
    for shape in all_shapes:
        yield Case(shape.name, partial(run_shape, bench, shape, run))


def run_shape(bench: Bench, shape: Shape, run: Run, folder: Path) -> None:
    run(bench, shape.sale(bench, folder), shape)


def we_publish(bench: Bench) -> Iterator[Case]:
    return cases(bench, shapes(), from_us_to_reference)


def from_us_to_reference(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.ours, shape.chunk_size)
    valid, reason = bench.reference.verdict(sale.folder / "package")
    check(valid, f"the reference does not call our package valid: {reason}")
    sale.grant(bench.reference)
    sale.consume(bench.reference)


def reference_publishes(bench: Bench) -> Iterator[Case]:
    return cases(bench, shapes(), from_reference_to_us)


def from_reference_to_us(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.reference, shape.chunk_size)
    verdict = parse_json(done(bench.ours.run(["verify", "package", "--json"], sale.folder)))
    check(verdict["valid"] is True, "valid is not true")
    check(verdict["verdict"] == "intact-untrusted", f"verdict {verdict['verdict']} instead of intact-untrusted")
    sale.grant(bench.ours)
    sale.consume(bench.ours)


def access_files_cross(bench: Bench) -> Iterator[Case]:
    return cases(bench, few_shapes(), cross_access)


def cross_access(bench: Bench, sale: Sale, shape: Shape) -> None:
    """Every reader opens the access files of every writer, split into several files too."""
    sale.publish(bench.ours, shape.chunk_size)
    for limit in (None, 3000):
        sale.grant(bench.ours, limit, f"ours-{limit}")
        sale.grant(bench.reference, limit, f"reference-{limit}")
        write_snake_case(sale, f"snake-{limit}", limit)
        sale.consume(bench.reference, f"ours-{limit}")
        sale.consume(bench.ours, f"reference-{limit}")
        sale.consume(bench.ours, f"snake-{limit}")


def build_access(sale: Sale, limit: int | None) -> list[BuyerAccessFile]:
    return build_buyer_access_files(
        chunks=read_chunk_chain(sale.folder / "package"),
        owner_private_key_hex=sale.parties.private["owner"].hex(),
        buyer_recipient_id=sale.parties.names.buyer_id,
        buyer_public_key_hex=sale.parties.public_text("buyer"),
        max_file_size=limit,
    )


def snake_case(file: BuyerAccessFile) -> str:
    """As the SDK's S3 delivery writes it. Its size is what the limit counts."""
    return json.dumps(dataclasses.asdict(file), separators=(",", ":"))


def write_snake_case(sale: Sale, output: str, limit: int | None) -> None:
    (sale.folder / output).mkdir()
    for file in build_access(sale, limit):
        (sale.folder / output / file.file_name).write_text(snake_case(file), encoding="utf-8")


def access_files_split(bench: Bench) -> Iterator[Case]:
    return cases(bench, few_shapes(), split_access)


def split_access(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.reference, shape.chunk_size)
    for limit in interesting_limits(build_access(sale, None)[0]):
        sale.grant(bench.ours, limit, f"access-{limit}")
        reference = {file.file_name: len(file.entries) for file in build_access(sale, limit)}
        ours = {path.name: len(json.loads(path.read_text())["entries"]) for path in files(sale, f"access-{limit}")}
        check_equal(f"entries in each file at a limit of {limit} bytes", reference, ours)


def interesting_limits(whole: BuyerAccessFile) -> list[int]:
    """Around the sizes of files with some of the entries, where the splitting tips over."""
    counts = {min(count, len(whole.entries)) for count in (1, 2, 5, 12)}
    sizes = [len(snake_case(dataclasses.replace(whole, entries=whole.entries[:count]))) for count in sorted(counts)]
    return [1, *(size + off for size in sizes for off in (-1, 0, 1)), 512000]


def files(sale: Sale, folder: str) -> list[Path]:
    return sorted((sale.folder / folder).iterdir())


def files_byte_for_byte(bench: Bench) -> Iterator[Case]:
    for what, run in (("envelopes", envelopes_equal), ("manifest", manifests_equal), ("access", access_equal)):
        for case in cases(bench, few_shapes(), run):
            yield Case(f"{what}, {case.name}", case.run)


def envelopes_equal(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.ours, shape.chunk_size)
    envelopes = [path for path in files(sale, "package") if re.fullmatch(r"chunk-\d+\.json", path.name)]
    check(len(envelopes) == max(1, -(-shape.size // (shape.chunk_size or 1))), "not one envelope for each chunk")
    for path in envelopes:
        again = wire_to_json(chunk_to_wire(parse_chunk(json.loads(path.read_bytes()))), pretty=True)
        check_equal(path.name, again.encode(), path.read_bytes())


def manifests_equal(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.ours, shape.chunk_size)
    sale.publish(bench.reference, shape.chunk_size, "theirs")
    texts = [(sale.folder / package / "manifest.json").read_bytes() for package in ("theirs", "package")]
    created = re.compile(rb'("createdAt": ")(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"')
    check(all(created.search(text) for text in texts), "createdAt is not a time")
    check_equal("manifest", *(created.sub(rb"\1when", text) for text in texts))


def access_equal(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.reference, shape.chunk_size)
    sale.grant(bench.ours, 3000)
    for path in files(sale, "access"):
        again = wire_to_json(buyer_access_file_to_wire(parse_access(path)))
        check_equal(path.name, again.encode(), path.read_bytes())


def parse_access(path: Path) -> BuyerAccessFile:
    """The entries of an access file as the reference's own objects."""
    wire = json.loads(path.read_bytes())
    entries = tuple(
        BuyerAccessEntry(
            chunk_id=entry["chunkId"],
            buyer=KeyRecipient(
                recipient_id=entry["buyer"]["recipientId"],
                recipient_type=entry["buyer"]["recipientType"],
                algorithm=entry["buyer"]["algorithm"],
                public_key_hex=entry["buyer"]["publicKeyHex"],
                wrapped_key_hex=entry["buyer"]["wrappedKeyHex"],
            ),
        )
        for entry in wire["entries"]
    )
    return BuyerAccessFile(
        schema_version=wire["schemaVersion"],
        file_name=path.name,
        buyer_public_key_hex=wire["buyerPublicKeyHex"],
        entries=entries,
    )
