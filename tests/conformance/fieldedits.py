"""Edits of one field of one envelope."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from packagefiles import AGAIN, RAW, Envelope, FieldPath, PackageFiles, dotted, value_at, with_members, with_value

RECIPIENT_FIELDS = ("recipientId", "recipientType", "algorithm", "publicKeyHex", "wrappedKeyHex")
INDEX: FieldPath = ("index",)
RECIPIENTS: FieldPath = ("encryption", "keyRecipients")
FIELDS: list[FieldPath] = [
    *((name,) for name in ("schemaVersion", "chunkId", "previousChunkId", "index", "encryptedDataHash")),
    *((name,) for name in ("plaintextHash", "storageRef", "encryption", "signature")),
    *(("encryption", name) for name in ("algorithm", "nonce", "keyCommitment", "keyRecipients")),
    (*RECIPIENTS, 0),
    *((*RECIPIENTS, 0, name) for name in RECIPIENT_FIELDS),
    *(("signature", name) for name in ("algorithm", "machineDid", "keyId", "publicKeyHex", "value")),
]

# (field, edit) that the reference accepts and we refuse on purpose; see edits.py.
KNOWN_DEPARTURES = {("encryption.keyRecipients", "is empty text"), ("encryption.keyRecipients", "is an empty object")}

REPLACEMENTS: dict[str, Any] = {
    "is other text": "other",
    "is empty text": "",
    "is blank": " \t\n",
    "is a no-break space": "\u00a0",
    "is a zero-width space": "\u200b",
    "is a control character": "\u001f",
    "is a NUL": "\u0000",
    "is non-ASCII text": "漢🚀",
    "is a number": 7,
    "is zero": 0,
    "is a negative number": -1,
    "is a fraction": 1.5,
    "is null": None,
    "is true": True,
    "is false": False,
    "is an empty list": [],
    "is a list": ["x"],
    "is an empty object": {},
    "is an object": {"a": 1},
}
# Further spellings of numbers; N is the chunk's own index.
INDEX_SPELLINGS = [
    *("N.0", "N.00", "Ne0", "-N", "0N", "+N", "N.", '\\"N\\"', "[N]", "9N", "1eN00", "-1", "0.5", "0x0", "1e400"),
    *("18446744073709551616", "1" + "0" * 30, "1" + "0" * 5000),
]
INDEX_EDITS = {f"is written {spelling[:40]}": spelling for spelling in INDEX_SPELLINGS}


def one_digit_changed(rng: Random, text: str) -> str:
    places = [match.start() for match in re.finditer("[0-9a-f]", text)] or [0]
    place = rng.choice(places)
    digit = rng.choice([digit for digit in "0123456789abcdef" if digit != text[place : place + 1]])
    return text[:place] + digit + text[place + 1 :]


def prefix_toggled(_: Random, text: str) -> str:
    return text.removeprefix("0x") if text.startswith("0x") else "0x" + text


TEXT_EDITS: dict[str, Callable[[Random, str], str]] = {
    "has one digit changed": one_digit_changed,
    "is in upper case": lambda _, text: text.upper(),
    "has upper-case digits after 0x": lambda _, text: text.upper().replace("0X", "0x", 1),
    "gained or lost its 0x": prefix_toggled,
    "has a 0X": lambda _, text: "0X" + text.removeprefix("0x"),
    "lost its last character": lambda _, text: text[:-1],
    "gained a character": lambda _, text: text + "0",
    "gained two digits": lambda _, text: text + "00",
    "has white space before it": lambda _, text: " " + text,
    "has a line break after it": lambda _, text: text + "\n",
    "is all zeros": lambda _, text: re.sub("[0-9a-f]", "0", text),
}


def spelled_in_snake_case(members: Envelope, name: str, _: Any) -> Envelope:
    return {snake_case(key) if key == name else key: value for key, value in members.items()}


# Edits of a member of an object: they get the object, the member's name and another value for it.
MEMBER_EDITS: dict[str, Callable[[Envelope, str, Any], Envelope]] = {
    "is missing": lambda members, name, _: {key: value for key, value in members.items() if key != name},
    "comes twice, the first wrong": lambda members, name, wrong: {name + AGAIN: wrong, **members},
    "comes twice, the last wrong": lambda members, name, wrong: {**members, name + AGAIN: wrong},
}
SNAKE_CASE_EDITS: dict[str, Callable[[Envelope, str, Any], Envelope]] = {
    "is in snake_case": spelled_in_snake_case,
    "comes in snake_case too, wrong, before it": lambda members, name, wrong: {snake_case(name): wrong, **members},
    "comes in snake_case too, wrong, after it": lambda members, name, wrong: {**members, snake_case(name): wrong},
}
SWAP = "is that of another chunk"


def snake_case(name: str) -> str:
    return re.sub("([A-Z])", lambda match: "_" + match.group(1).lower(), name)


def field_edit_names(path: FieldPath) -> list[str]:
    """What can be done to this field."""
    names = [*REPLACEMENTS, SWAP]
    if path == INDEX:
        names += INDEX_EDITS
    if isinstance(path[-1], str):
        names += MEMBER_EDITS
        if snake_case(path[-1]) != path[-1]:
            names += SNAKE_CASE_EDITS
        if path not in (RECIPIENTS, INDEX, ("storageRef",), ("encryption",), ("signature",)):
            names += TEXT_EDITS
    return names


def edit_field(rng: Random, package: PackageFiles, path: FieldPath, name: str) -> str:
    """Edits the field in one chunk and says what was done."""
    index = package.any_index(rng)
    package.put_envelope(index, edited_envelope(rng, package, index, path, name))
    return f"chunk {index}: {dotted(path)} {name}"


def edited_envelope(rng: Random, package: PackageFiles, index: int, path: FieldPath, name: str) -> Envelope:
    envelope = package.envelope(index)
    value = value_at(envelope, path)
    if name in REPLACEMENTS:
        return with_value(envelope, path, REPLACEMENTS[name])
    if name in TEXT_EDITS:
        return with_value(envelope, path, TEXT_EDITS[name](rng, value or ""))  # chunk 0 has a null link
    if name == SWAP:
        return swapped(rng, package, index, path)
    member_edits = MEMBER_EDITS | SNAKE_CASE_EDITS
    if name in member_edits:
        members = value_at(envelope, path[:-1])
        return with_members(envelope, path[:-1], member_edits[name](members, str(path[-1]), "wrong"))
    return with_value(envelope, path, RAW + INDEX_EDITS[name].replace("N", str(index)))


def swapped(rng: Random, package: PackageFiles, index: int, path: FieldPath) -> Envelope:
    """Exchanges the field with that of another chunk, which is changed in the package; gives this chunk's envelope."""
    other = package.any_index(rng)
    mine, theirs = package.envelope(index), package.envelope(other)
    if other != index:
        package.put_envelope(other, with_value(theirs, path, value_at(mine, path)))
    return with_value(mine, path, value_at(theirs, path))
