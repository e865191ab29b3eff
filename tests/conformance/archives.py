"""ZIP files: the reference's own download unpacks and consumes ours, and we read what Python packs of the reference's."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from peaq_os_cli.commands.stream.consume import _sort_download_dir
from peaq_os_cli.commands.stream.download import _extract_zip_to_dir

from exchange import Shape, cases, few_shapes
from harness import Bench, Case, Sale, check, check_equal, command_line, done, parse_json


def exchanged(bench: Bench) -> Iterator[Case]:
    for what, run in (
        ("publish --zip", we_publish),
        ("grant --release", we_release),
        ("packed by Python", python_packs),
    ):
        for case in cases(bench, few_shapes(), run):
            yield Case(f"{what}, {case.name}", case.run)


def unpacked(archive: Path, folder: Path) -> tuple[Path, Path, Path]:
    """The folders of envelopes, ciphertext and access files that the reference's download makes of a ZIP file."""
    with zipfile.ZipFile(archive) as packed:
        check(packed.testzip() is None, "Python finds a fault in the ZIP file")
    folder.mkdir()
    _extract_zip_to_dir(archive, folder)
    return _sort_download_dir(folder)


def reference_consumes(bench: Bench, sale: Sale, chunks: Path, data: Path, access: Path) -> None:
    options = sale.parties.consume_options()
    options |= {"--chunk-dir": str(chunks), "--data-dir": str(data), "--access-dir": str(access)}
    done(bench.reference.run(command_line("consume", options), sale.folder))
    check((sale.folder / "result.bin").read_bytes() == sale.source, "the decrypted data is not the source")


def we_publish(bench: Bench, sale: Sale, shape: Shape) -> None:
    options = sale.parties.publish_options()
    del options["--output-dir"]
    options |= {"--zip": "package.zip", "--chunk-size": str(shape.chunk_size)}
    done(bench.ours.run(command_line("publish", options), sale.folder))
    chunks, data, _ = unpacked(sale.folder / "package.zip", sale.folder / "unpacked")
    for path in data.iterdir():
        path.rename(chunks / path.name)
    valid, reason = bench.reference.verdict(chunks)
    check(valid, f"the reference does not call our package valid: {reason}")
    grant = sale.parties.grant_options(package=str(chunks))
    done(bench.reference.run(command_line("grant", grant), sale.folder))
    reference_consumes(bench, sale, chunks, chunks, sale.folder / "access")


def we_release(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.reference, shape.chunk_size)
    options = sale.parties.grant_options()
    del options["--output-dir"]
    options |= {"--release": "release.zip", "--max-file-size": "3000"}
    done(bench.ours.run(command_line("grant", options), sale.folder))
    chunks, data, access = unpacked(sale.folder / "release.zip", sale.folder / "unpacked")
    for path in (sale.folder / "package").iterdir():
        copied = (data if path.suffix == ".bin" else chunks) / path.name
        check_equal(path.name, path.read_bytes(), copied.read_bytes())
    reference_consumes(bench, sale, chunks, data, access)


def python_packs(bench: Bench, sale: Sale, shape: Shape) -> None:
    sale.publish(bench.reference, shape.chunk_size)
    sale.grant(bench.reference, 3000)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        archive = sale.folder / f"packed-{method}.zip"
        with zipfile.ZipFile(archive, "w", method) as packed:
            for part in ("package", "access"):
                for path in sorted((sale.folder / part).iterdir()):
                    packed.write(path, f"größe/{part}/{path.name}")
        verdict = parse_json(done(bench.ours.run(["verify", archive.name, "--json"], sale.folder)))
        check(verdict["valid"] is True, "valid is not true")
        sale.consume_archive(bench.ours, archive.name)
