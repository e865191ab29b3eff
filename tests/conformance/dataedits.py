"""Single edits of a signed data package. Kept out, because we decide otherwise on purpose (departures.py has them):
numbers spelled otherwise with the same value, a DID with a line break behind it, fields of a wrong kind."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
Package = dict[str, Any]


def edit(rng: Random, original: Package) -> tuple[str, Package]:
    package = copy.deepcopy(original)
    field = rng.choice(list(EDITS))
    name, change = rng.choice(EDITS[field])
    package[field] = change(rng, package[field])
    return f"{field} {name}", package


def other_letter(rng: Random, text: str) -> str:
    if not text:
        return "x"
    at = rng.randrange(len(text))
    return text[:at] + rng.choice("0123456789abcdefxZ é") + text[at + 1 :]


def other_digit(rng: Random, text: str) -> str:
    at = rng.randrange(2, len(text))
    return text[:at] + rng.choice("0123456789abcdef") + text[at + 1 :]


def other_payload(rng: Random, payload: Any) -> Any:
    name = rng.choice(list(payload))
    match rng.randrange(4):
        case 0:
            del payload[name]
        case 1:
            payload[name] = [payload[name]]
        case 2:
            payload[name + "x"] = payload.pop(name)
        case _:
            payload["new"] = None
    return payload


def with_v(v: int) -> Callable[[Random, str], str]:
    return lambda _, signature: f"{signature[:-2]}{v:02x}"


def with_r(r: int) -> Callable[[Random, str], str]:
    return lambda _, signature: f"0x{r:064x}{signature[66:]}"


def with_s(s: int) -> Callable[[Random, str], str]:
    return lambda _, signature: f"{signature[:66]}{s:064x}{signature[-2:]}"


def high_s(_: Random, signature: str) -> str:
    r, s, v = signature[:66], int(signature[66:130], 16), int(signature[130:], 16)
    return f"{r}{ORDER - s:064x}{27 + 28 - v:02x}"


def same(change: Callable[[str], str]) -> Callable[[Random, str], str]:
    return lambda _, text: change(text)


TEXT: list[tuple[str, Callable[[Random, str], str]]] = [
    ("with another letter", other_letter),
    ("empty", same(lambda _: "")),
    ("longer", same(lambda text: text + " ")),
    ("unchanged", same(lambda text: text)),
]
EDITS: dict[str, list[tuple[str, Callable[[Random, Any], Any]]]] = {
    "did": [
        *TEXT,
        ("with another digit", other_digit),
        ("in lower case", same(str.lower)),
        ("in upper case", same(str.upper)),
        ("with an upper-case address", same(lambda did: did[:11] + did[11:].upper())),
        ("with 0X", same(lambda did: did.replace("0x", "0X"))),
        ("without 0x", same(lambda did: did.replace("0x", ""))),
        ("with 0x twice", same(lambda did: did.replace("0x", "0x0x"))),
        ("cut off", same(lambda did: did[:-1])),
        ("with a fragment", same(lambda did: did + "#keys-1")),
        ("with a space before", same(lambda did: " " + did)),
        ("a number", same(lambda _: "did:peaq:12345")),
        ("another machine's", same(lambda _: "did:peaq:0x" + "12" * 20)),
        ("of another method", same(lambda did: did.replace("peaq", "ethr"))),
        ("with digits of another script", same(lambda did: did[:-1] + "٣")),
    ],
    "timestamp": TEXT,
    "schemaVersion": TEXT,
    "signingKeyId": TEXT,
    "sequenceNumber": [
        ("larger", lambda _, number: number + 1),
        ("negative", lambda _, number: -number),
        ("a fraction", lambda _, number: number + 0.5),
        ("unchanged", lambda _, number: number),
    ],
    "payload": [("changed", other_payload), ("empty", lambda *_: {})],
    "signature": [
        *TEXT,
        ("with another digit", other_digit),
        ("without 0x", same(lambda signature: signature[2:])),
        ("with 0X", same(lambda signature: "0X" + signature[2:])),
        ("with 0x twice", same(lambda signature: "0x" + signature)),
        ("with 0x and 0X", same(lambda signature: "0x0X" + signature[2:])),
        ("in upper case", same(lambda signature: "0x" + signature[2:].upper())),
        ("without its first digit", same(lambda signature: "0x" + signature[3:])),
        ("without its last digit", same(lambda signature: signature[:-1])),
        ("without its last byte", same(lambda signature: signature[:-2])),
        ("a byte longer", same(lambda signature: signature + "00")),
        ("with a high s", high_s),
        ("only 0x", same(lambda _: "0x")),
        *((f"with r {r:x}", with_r(r)) for r in (0, 1, 5, ORDER - 1, ORDER, 2**256 - 1)),
        *((f"with s {s:x}", with_s(s)) for s in (0, 1, ORDER - 1, ORDER, 2**256 - 1)),
        *((f"with v {v}", with_v(v)) for v in (0, 1, 2, 3, 4, 26, 27, 28, 29, 30, 31, 34, 35, 36, 37, 38, 254, 255)),
    ],
}
