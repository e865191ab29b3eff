"""Edits of what stands in envelopes and manifests. Each changes the package and says what it did."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from fieldedits import RECIPIENTS, REPLACEMENTS
from packagefiles import AGAIN, RAW, PackageFiles, as_text, value_at

# -- envelope text --------------------------------------------------------------------------------


TEXT_CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "cut in the middle": lambda text: text[: len(text) // 2],
    "cut before the last brace": lambda text: text.rstrip()[:-1],
    "without line break at the end": lambda text: text.rstrip(),
    "with text after the end": lambda text: text + b"x",
    "twice in one file": lambda text: text + text,
    "in a list": lambda text: b"[" + text + b"]",
    "null": lambda _: b"null",
    "a text": lambda _: b'"text"',
    "with a trailing comma": lambda text: text.rstrip()[:-1] + b",}",
    "with a comment": lambda text: b"// comment\n" + text,
    "with single quotes": lambda text: text.replace(b'"', b"'"),
    "with a byte-order mark": lambda text: b"\xef\xbb\xbf" + text,
    "in UTF-16": lambda text: text.decode().encode("utf-16"),
    "with CR LF": lambda text: text.replace(b"\n", b"\r\n"),
    "with tabs": lambda text: text.replace(b"  ", b"\t"),
    "with a form feed before it": lambda text: b"\f" + text,
    "with a no-break space before it": lambda text: b"\xc2\xa0" + text,
    "with a NUL after it": lambda text: text + b"\0",
    "with a raw control character in a text": lambda text: text.replace(b'"0x', b'"\t0x', 1),
    "with a byte that is no UTF-8": lambda text: text.replace(b"ed25519", b"ed25519\xff"),
    "with an overlong UTF-8 form": lambda text: text.replace(b"ed25519", b"ed25519\xc0\x80"),
    "with a surrogate in UTF-8": lambda text: text.replace(b"ed25519", b"ed25519\xed\xa0\x80"),
    "with raw non-ASCII text": lambda text: text.replace(b"owner-1", "Eigentümer-漢".encode()),
    "with an escaped digit": lambda text: text.replace(b'"0x', b'"\\u0030x'),
    "with an escaped key": lambda text: text.replace(b'"chunkId"', b'"\\u0063hunkId"'),
    "with an escaped slash": lambda text: text.replace(b"ed25519", b"ed25519\\/"),
    "with an unknown escape": lambda text: text.replace(b"ed25519", b"ed25519\\x41"),
    "with a short escape": lambda text: text.replace(b"ed25519", b"ed25519\\u41"),
    "with an unclosed text": lambda text: text.replace(b'ed25519"', b"ed25519"),
    "with a key without quotes": lambda text: text.replace(b'"index"', b"index"),
    "with True for true": lambda text: text.replace(b'"storageRef": null', b'"storageRef": None'),
    "compact": lambda text: json.dumps(json.loads(text), separators=(",", ":")).encode(),
    "with sorted keys": lambda text: json.dumps(json.loads(text), sort_keys=True).encode(),
}


def change_text(rng: Random, package: PackageFiles) -> str:
    index, what = package.any_index(rng), rng.choice(list(TEXT_CHANGES))
    name = f"chunk-{index}.json"
    package.files[name] = TEXT_CHANGES[what](package.files[name])
    return f"{name} {what}"


def extra_fields(rng: Random, package: PackageFiles) -> str:
    index, what = package.any_index(rng), rng.choice(list(EXTRA_VALUES))
    where = rng.choice(((), ("encryption",), ("signature",), (*RECIPIENTS, 0)))
    envelope = package.envelope(index)
    value_at(envelope, where)[rng.choice(("extra", "x-note", "", "chunkIds", "_", "toString"))] = EXTRA_VALUES[what]
    package.put_envelope(index, envelope)
    return f"chunk {index}: unknown field, {what}, in {where}"


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = {"inner": [value]}
    return value


EXTRA_VALUES: dict[str, object] = {
    "text": "hello",
    "object": {"chunkId": "other", "index": 5},
    "list": [1, 2.5, None, {"a": []}],
    "large number": RAW + "1" * 100,
    "number of 5,000 digits": RAW + "1" * 5000,
    "number with leading zero": RAW + "01",
    "double keys inside": {"a": 1, f"a{AGAIN}": 2},
    "nesting 40 deep": nested(20),
    "10,000 characters": "x" * 10_000,
}


# -- recipients and manifest ----------------------------------------------------------------------


Recipients = list[Any]
RECIPIENT_EDITS: dict[str, Callable[[Recipients, int], object]] = {
    "removed": lambda recipients, one: recipients.pop(one),
    "put first": lambda recipients, one: recipients.insert(0, recipients.pop(one)),
    "repeated": lambda recipients, one: recipients.append(recipients[one]),
    "repeated as a buyer": lambda recipients, one: recipients.append({**recipients[one], "recipientType": "buyer"}),
    "of unknown type": lambda recipients, one: recipients[one].update(recipientType="thief"),
    "and all others removed": lambda recipients, _: recipients.clear(),
    "followed by a text": lambda recipients, one: recipients.insert(one + 1, "text"),
    "followed by an empty object": lambda recipients, one: recipients.insert(one + 1, {}),
    "followed by null": lambda recipients, one: recipients.insert(one + 1, None),
}


def edit_recipients(rng: Random, package: PackageFiles) -> str:
    index, what = package.any_index(rng), rng.choice(list(RECIPIENT_EDITS))
    envelope = package.envelope(index)
    recipients = value_at(envelope, RECIPIENTS)
    one = rng.randrange(len(recipients))
    RECIPIENT_EDITS[what](recipients, one)
    package.put_envelope(index, envelope)
    return f"chunk {index}: recipient {one} {what}"


def edit_manifest(rng: Random, package: PackageFiles) -> str:
    manifest = json.loads(package.files["manifest.json"])
    field = rng.choice([*manifest, "s3Bucket", "files", "extra"])
    what = rng.choice(["deleted", "off by one", *REPLACEMENTS])
    if what == "deleted":
        manifest.pop(field, None)
    elif what == "off by one":
        manifest["totalChunks"] += rng.choice((-1, 1))
    else:
        manifest[field] = REPLACEMENTS[what]
    package.files["manifest.json"] = as_text(manifest).encode()
    return f"manifest: {field} {what}"


def change_manifest_file(rng: Random, package: PackageFiles) -> str:
    what = rng.choice(("deleted", "a folder", *TEXT_CHANGES))
    text = package.files.pop("manifest.json")
    if what == "a folder":
        package.files["manifest.json/"] = b""
    elif what != "deleted":
        package.files["manifest.json"] = TEXT_CHANGES[what](text)
    return f"manifest.json {what}"


EDITS = [change_text, change_text, extra_fields, edit_recipients, edit_manifest, change_manifest_file]
