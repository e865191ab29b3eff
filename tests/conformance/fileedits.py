"""Edits of the files of a package. Each changes the package and says what it did."""

from __future__ import annotations

from random import Random

from packagefiles import PackageFiles, as_text

# -- ciphertext ---------------------------------------------------------------------------------


def flip_bit(rng: Random, package: PackageFiles) -> str:
    name = f"chunk-{package.any_index(rng)}.bin"
    data = bytearray(package.files[name])
    bit = rng.randrange(len(data) * 8)
    data[bit // 8] ^= 1 << bit % 8
    package.files[name] = bytes(data)
    return f"{name}: bit {bit} flipped"


def cut_ciphertext(rng: Random, package: PackageFiles) -> str:
    name = f"chunk-{package.any_index(rng)}.bin"
    length = rng.choice((0, 1, 15, 16, len(package.files[name]) - 1))
    package.files[name] = package.files[name][:length]
    return f"{name}: cut to {length} bytes"


def extend_ciphertext(rng: Random, package: PackageFiles) -> str:
    name = f"chunk-{package.any_index(rng)}.bin"
    tail = rng.choice((b"\0", b"\n", rng.randbytes(20)))
    package.files[name] += tail
    return f"{name}: {len(tail)} bytes added"


def delete_ciphertext(rng: Random, package: PackageFiles) -> str:
    name = f"chunk-{package.any_index(rng)}.bin"
    del package.files[name]
    return f"{name} deleted"


def delete_all_ciphertext(_: Random, package: PackageFiles) -> str:
    package.files = {name: data for name, data in package.files.items() if not name.endswith(".bin")}
    return "all ciphertext deleted"


def swap_ciphertexts(rng: Random, package: PackageFiles) -> str:
    one, other = package.any_index(rng), package.any_index(rng)
    names = f"chunk-{one}.bin", f"chunk-{other}.bin"
    package.files[names[0]], package.files[names[1]] = package.files[names[1]], package.files[names[0]]
    return f"{names[0]} and {names[1]} exchanged"


def rename_ciphertext(rng: Random, package: PackageFiles) -> str:
    index = package.any_index(rng)
    new = rng.choice(
        (
            "chunk-0{}.bin",
            "chunk-000{}.bin",
            "chunk-x{}.bin",
            "chunk-{}.BIN",
            "Chunk-{}.bin",
            "chunk-{}.bin.part",
            "chunk--{}.bin",
            "chunk-+{}.bin",
            "chunk- {}.bin",
            "{}.bin",
            "sub/chunk-{}.bin",
        )
    ).format(index)
    package.files[new] = package.files.pop(f"chunk-{index}.bin")
    return f"chunk-{index}.bin renamed to {new}"


def add_ciphertext(rng: Random, package: PackageFiles) -> str:
    index = package.any_index(rng)
    new = rng.choice(
        (
            "chunk-0{0}.bin",
            "chunk-000{0}.bin",
            "chunk-x.bin",
            "chunk-.bin",
            "chunk-9{0}.bin",
            "chunk-99999999999999999999{0}.bin",
            "sub/chunk-{0}.bin",
        )
    ).format(index)
    package.files[new] = rng.randbytes(20)
    return f"{new} added with other content"


# -- envelopes ----------------------------------------------------------------------------------


def delete_envelope(rng: Random, package: PackageFiles) -> str:
    name = f"chunk-{package.any_index(rng)}.json"
    del package.files[name]
    return f"{name} deleted"


def duplicate_envelope(rng: Random, package: PackageFiles) -> str:
    index = package.any_index(rng)
    new = rng.choice(
        (
            "chunk-x.json",
            "chunk-.json",
            "chunk-0{}.json",
            "chunk-{}.json.json",
            "chunk-{}-copy.json",
            "Chunk-{}.json",
            "chunk{}.json",
            "sub/chunk-{}.json",
            "chunk-{}.json~",
        )
    ).format(index)
    package.files[new] = package.files[f"chunk-{index}.json"]
    return f"chunk-{index}.json copied to {new}"


def rename_envelope(rng: Random, package: PackageFiles) -> str:
    index = package.any_index(rng)
    new = rng.choice(
        (
            "chunk-x.json",
            "chunk-.json",
            "chunk-0{}.json",
            "chunk-é{}.json",
            "chunk-9{}.json",
            "Chunk-{}.json",
            "chunk{}.json",
            "chunk-{}.JSON",
            "envelope-{}.json",
        )
    ).format(index)
    package.files[new] = package.files.pop(f"chunk-{index}.json")
    return f"chunk-{index}.json renamed to {new}"


def shuffle_envelope_names(rng: Random, package: PackageFiles) -> str:
    texts = [package.files.pop(f"chunk-{index}.json") for index in range(package.count)]
    rng.shuffle(texts)
    package.files |= {f"chunk-{number}.json": text for number, text in enumerate(texts)}
    return "envelope files shuffled"


def add_stray(rng: Random, package: PackageFiles) -> str:
    name = rng.choice(("chunk-x.json", "chunk-99.json", "notes.json", "chunk-readme.txt", "chunk-1.json.bak"))
    content = rng.choice((b"", b"{}", b"[]", b"hello", b'{"schemaVersion": "peaq.stream.chunks.v2", "index": 99}'))
    package.files[name] = content
    return f"{name} added with {content!r}"


def add_folder(rng: Random, package: PackageFiles) -> str:
    name = rng.choice(("chunk-x.json/", "chunk-99.json/", "chunk-x.bin/", "chunk-99.bin/", "other/"))
    package.files[name] = b""
    return f"folder {name} added"


def foreign_envelope(rng: Random, package: PackageFiles) -> str:
    """A whole chunk more, that says it is another one's place."""
    index, claimed = package.any_index(rng), rng.randrange(-1, package.count + 2)
    package.files["chunk-extra.json"] = as_text({**package.envelope(index), "index": claimed}).encode()
    return f"chunk {index} once more as index {claimed}"


def nothing(_: Random, __: PackageFiles) -> str:
    return "nothing changed"


EDITS = [
    flip_bit,
    cut_ciphertext,
    extend_ciphertext,
    delete_ciphertext,
    delete_all_ciphertext,
    swap_ciphertexts,
    rename_ciphertext,
    add_ciphertext,
    delete_envelope,
    duplicate_envelope,
    rename_envelope,
    shuffle_envelope_names,
    add_stray,
    add_folder,
    foreign_envelope,
    nothing,
]
