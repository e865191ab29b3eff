#!/usr/bin/env python3
"""Writes tests/data/kit: small broken packages, one fault each, and what verify and consume are to say of it.

    .venv/bin/python tests/kit/make-kit.py [--check]

Each case is the reference-made package text-utf8 with its access file and the buyer's key, and edits to them. The
expectations are written here, by docs/format.md and the reference, before the program is run; --check only compares the
written files. Two runs write the same.
"""
from __future__ import annotations

import base64
import copy
import hashlib
import json
import pathlib
import re
import sys
from typing import Any

import nacl.signing

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
GOLDEN = DATA / "packages" / "text-utf8"
KEYS = json.loads((GOLDEN / "keys.json").read_text())
SOURCE = (GOLDEN / "source.bin").read_bytes()
MACHINE = nacl.signing.SigningKey(bytes.fromhex(KEYS["signing"]["privateKeyHex"]))
FORGER = nacl.signing.SigningKey(hashlib.sha256(b"forger").digest())
ORDER = 2**252 + 27742317777372353535851937790883648493
CHUNKS = 4

BASE = {f"package/{path.name}": path.read_bytes() for path in sorted((GOLDEN / "package").iterdir())}
ACCESS = "access/" + next((GOLDEN / "access").iterdir()).name
BASE[ACCESS] = (GOLDEN / ACCESS).read_bytes()
BASE["buyer.key"] = KEYS["buyer"]["privateKeyHex"].encode()
MANIFEST = "package/manifest.json"

FOLDER = object()
ALL = hashlib.sha256(SOURCE).hexdigest()


def envelope_name(index: int) -> str:
    return f"package/chunk-{index}.json"


def data_name(index: int) -> str:
    return f"package/chunk-{index}.bin"


class Outcome:
    """verify: exit code and verdict; consume: exit code and SHA-256 of what it may release, None for nothing."""

    def __init__(self, verify: int, verdict: str, consume: int, released: str | None = None) -> None:
        self.verify, self.verdict, self.consume, self.released = verify, verdict, consume, released


HARMLESS = Outcome(0, "intact-untrusted", 0, ALL)  # nothing that counts was changed: exactly the right data
MALFORMED = Outcome(2, "damaged", 1)  # an envelope that is none
BROKEN = Outcome(2, "damaged", 2)  # the chain says so
UNOPENABLE = Outcome(0, "intact-untrusted", 2)  # no signature covers it; decryption says so
OTHER_SIGNER = Outcome(2, "signer-changed", 2)
BAD_INPUT = Outcome(0, "intact-untrusted", 1)  # the package is right, what the buyer brings is not


class Case:
    def __init__(self) -> None:
        self.files: dict[str, Any] = dict(BASE)
        self.repeated: list[dict[str, Any]] = []
        self.options: dict[str, list[str]] = {}

    def envelope(self, index: int) -> dict[str, Any]:
        return json.loads(self.files[envelope_name(index)])

    def put(self, name: str, value: Any) -> None:
        """Spelled as the reference spells it."""
        compact = name.startswith("access/")
        text = json.dumps(value, separators=(",", ":")) if compact else json.dumps(value, indent=2) + "\n"
        self.files[name] = text.encode()

    def edit(self, name: str, change) -> None:
        value = json.loads(self.files[name])
        change(value)
        self.put(name, value)

    def replace(self, name: str, old: bytes, new: bytes) -> None:
        assert old in self.files[name], (name, old)
        self.files[name] = self.files[name].replace(old, new, 1)

    def relink(self, order: list[int], access: bool = True) -> None:
        """The chunks of `order` under new numbers with fitting links and ids, and access to them."""
        envelopes = [copy.deepcopy(self.envelope(i)) for i in order]
        ciphertexts = [self.files[data_name(i)] for i in order]
        entries = json.loads(self.files[ACCESS])
        by_id = {entry["chunkId"]: entry for entry in entries["entries"]}
        entries["entries"] = []
        previous = None
        for index in range(CHUNKS):
            self.files.pop(envelope_name(index), None)
            self.files.pop(data_name(index), None)
        for index, (envelope, ciphertext) in enumerate(zip(envelopes, ciphertexts)):
            entry = copy.deepcopy(by_id.get(envelope["chunkId"]))
            envelope.update(index=index, previousChunkId=previous)
            envelope["chunkId"] = chunk_id(envelope)
            previous = envelope["chunkId"]
            self.put(envelope_name(index), envelope)
            self.files[data_name(index)] = ciphertext
            if entry:
                entry["chunkId"] = envelope["chunkId"]
                entries["entries"].append(entry)
        if access:
            self.put(ACCESS, entries)

    def sign(self, index: int, key: nacl.signing.SigningKey, message: str = "{}") -> None:
        def change(envelope):
            signed = key.sign(message.format(envelope["encryptedDataHash"]).encode()).signature
            envelope["signature"].update(publicKeyHex=bytes(key.verify_key).hex(), value=signed.hex())
        self.edit(envelope_name(index), change)


def chunk_id(envelope: dict[str, Any]) -> str:
    parts = (envelope["previousChunkId"] or "", envelope["encryptedDataHash"], str(envelope["index"]))
    return "0x" + hashlib.sha256("|".join(parts).encode()).hexdigest()


CASES: dict[str, dict[str, Any]] = {}


def case(name: str, wrong: str, outcome: Outcome, *changes) -> None:
    """One case; each change is a function of the Case."""
    made = Case()
    for change in changes:
        change(made)
    file_name = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    assert file_name not in CASES, name
    edits = []
    for path in sorted(set(BASE) | set(made.files)):
        before, after = BASE.get(path), made.files.get(path)
        if after is FOLDER:
            edits.append({"file": path, "folder": True})
        elif after is None:
            edits.append({"file": path, "remove": True})
        elif before != after:
            edits.append({"file": path, **splice(before or b"", after)})
    edits += made.repeated
    assert edits or name == "nothing wrong", f"{name} changes nothing"
    CASES[file_name] = {
        "name": name, "wrong": wrong or name,
        "verify": {"exit": outcome.verify, "verdict": outcome.verdict},
        "consume": {"exit": outcome.consume, "releasedSha256": outcome.released},
        **({"options": made.options} if made.options else {}),
        "edits": edits,
    }


def splice(before: bytes, after: bytes) -> dict[str, Any]:
    """The bytes from `at` on, `take` of them, make room for `put`."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    put = after[start:len(after) - end]
    try:
        text = put.decode("ascii")
        readable = text.isprintable() or "\n" in text
    except UnicodeDecodeError:
        readable = False
    return {"at": start, "take": len(before) - start - end,
            **({"put": text} if readable else {"putBase64": base64.b64encode(put).decode()})}


def at(value: Any, path: str) -> tuple[Any, Any]:
    """The container and the key of a dotted path."""
    parts = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in parts[:-1]:
        value = value[part]
    return value, parts[-1]


def set_field(name: str, path: str, new):
    """`new` is the value, or a function of the old one."""
    def change(made: Case) -> None:
        def apply(value):
            container, key = at(value, path)
            container[key] = new(container[key]) if callable(new) else new
        made.edit(name, apply)
    return change


def drop_field(name: str, path: str):
    def change(made: Case) -> None:
        def apply(value):
            container, key = at(value, path)
            del container[key]
        made.edit(name, apply)
    return change


def content(name: str, value):
    def change(made: Case) -> None:
        old = made.files.get(name)
        if value is None:
            del made.files[name]
        else:
            made.files[name] = value(old) if callable(value) else value
    return change


def flip(bit: int):
    return lambda data: data[:bit // 8] + bytes([data[bit // 8] ^ 1 << bit % 8]) + data[bit // 8 + 1:]


def repeat(name: str, marker: bytes, text: str, times: int):
    """Before `marker`, `text` many times."""
    def change(made: Case) -> None:
        made.repeated.append({"file": name, "at": made.files[name].index(marker), "take": 0, "put": text,
                              "times": times})
    return change


E1 = envelope_name(1)


def envelope_fields() -> None:
    fields = ["schemaVersion", "chunkId", "previousChunkId", "index", "encryptedDataHash", "plaintextHash",
              "storageRef", "encryption", "encryption.algorithm", "encryption.nonce", "encryption.keyCommitment",
              "encryption.keyRecipients", "encryption.keyRecipients.0.recipientId",
              "encryption.keyRecipients.0.recipientType", "encryption.keyRecipients.0.algorithm",
              "encryption.keyRecipients.0.publicKeyHex", "encryption.keyRecipients.0.wrappedKeyHex", "signature",
              "signature.algorithm", "signature.machineDid", "signature.keyId", "signature.publicKeyHex",
              "signature.value"]
    for field in fields:
        missing = {"previousChunkId": BROKEN, "storageRef": HARMLESS}.get(field, MALFORMED)
        case(f"envelope {field} missing", f"chunk 1 has no {field}", missing, drop_field(E1, field))
        case(f"envelope {field} a list", f"{field} of chunk 1 is a list with a number in it", MALFORMED,
             set_field(E1, field, [7]))
    # Hex and hashes: `covered` by the signature, a link or an id, or only by the decryption.
    other = json.loads(BASE[envelope_name(2)])
    hexes = {"chunkId": BROKEN, "previousChunkId": BROKEN, "encryptedDataHash": BROKEN, "plaintextHash": UNOPENABLE,
             "encryption.nonce": UNOPENABLE, "encryption.keyCommitment": UNOPENABLE, "signature.value": BROKEN,
             "signature.publicKeyHex": BROKEN}
    exact = {"chunkId", "previousChunkId", "encryptedDataHash", "plaintextHash", "encryption.keyCommitment"}
    for field, outcome in hexes.items():
        container, key = at(other, field)
        edits = {
            "in upper case": lambda text: text[:7] + text[7:].upper(),
            "a byte short": lambda text: text[:-2],
            "a digit short": lambda text: text[:-1],
            "a byte long": lambda text: text + "00",
            "with a letter that is no digit": lambda text: text[:-1] + "g",
            "empty": "",
            "with a space behind": lambda text: text + " ",
            "all zeros": lambda text: text[:7] + "0" * (len(text) - 7),
        }
        for what, new in edits.items():
            harmless = what == "in upper case" and field not in exact
            case(f"envelope {field} {what}", f"{field} of chunk 1 is {what}", HARMLESS if harmless else outcome,
                 set_field(E1, field, new))
        if field != "signature.publicKeyHex":
            case(f"envelope {field} of another chunk", f"chunk 1 has the {field} of chunk 2", outcome,
                 set_field(E1, field, container[key]))
        if field not in exact:
            case(f"envelope {field} with 0x", f"{field} of chunk 1 is written with 0x: the same bytes", HARMLESS,
                 set_field(E1, field, lambda text: "0x" + text))
    case("envelope recipients of another chunk", "chunk 1 has the recipients of chunk 2; the buyer is none of them",
         HARMLESS, set_field(E1, "encryption.keyRecipients", other["encryption"]["keyRecipients"]))
    case("envelope algorithm unknown", "chunk 1 names another cipher; it is not signed, and the reference reads on",
         HARMLESS, set_field(E1, "encryption.algorithm", "aes-256-gcm"))
    case("envelope signature algorithm unknown", "chunk 1 names another signature; as above", HARMLESS,
         set_field(E1, "signature.algorithm", "secp256k1"))
    case("envelope storage reference set", "it may be set later", HARMLESS,
         set_field(E1, "storageRef", "https://example.com/1"))
    case("envelope unknown field", "a field that nobody reads", HARMLESS, set_field(E1, "more", {"a": [1]}))
    case("envelope schema unknown", "chunk 1 is of another schema", MALFORMED,
         set_field(E1, "schemaVersion", "peaq.stream.chunks.v2"))
    case("envelope schema in upper case", "names of schemas are exact", MALFORMED,
         set_field(E1, "schemaVersion", "PEAQ.STREAM.CHUNKS.V1"))
    case("all schemas unknown", "every chunk is of another schema", Outcome(2, "not-checkable", 1),
         *(set_field(envelope_name(i), "schemaVersion", "peaq.stream.chunks.v2") for i in range(CHUNKS)))
    case("recipient a number", "a recipient of chunk 1 is no object", MALFORMED,
         set_field(E1, "encryption.keyRecipients.0", 7))


def identity() -> None:
    for field in ("machineDid", "keyId"):
        case(f"identity {field} blank", f"{field} of chunk 1 is blank", BROKEN,
             set_field(E1, f"signature.{field}", " \t"))
    case("identity another machine in one chunk", "chunk 1 names another machine", OTHER_SIGNER,
         set_field(E1, "signature.machineDid", "did:peaq:0xother"))
    case("identity another key name in one chunk", "chunk 1 names its key otherwise; the key is the same", HARMLESS,
         set_field(E1, "signature.keyId", "did:peaq:0xother#keys-2"))
    case("identity another machine in the manifest", "manifest and chunks disagree", OTHER_SIGNER,
         set_field(MANIFEST, "machineDid", "did:peaq:0xother"))


def signatures() -> None:
    def scalar_plus_order(text: str) -> str:
        raw = bytes.fromhex(text)
        return (raw[:32] + (int.from_bytes(raw[32:], "little") + ORDER).to_bytes(32, "little")).hex()

    case("signature plus the group order", "S + L instead of S", BROKEN,
         set_field(E1, "signature.value", scalar_plus_order))
    case("signature with a flipped bit in R", "", BROKEN,
         set_field(E1, "signature.value", lambda t: flip(0)(bytes.fromhex(t)).hex()))
    case("signature with a flipped bit in S", "", BROKEN,
         set_field(E1, "signature.value", lambda t: flip(8 * 63)(bytes.fromhex(t)).hex()))
    identity_point = (1).to_bytes(32, "little").hex()
    everything = identity_point + "00" * 32

    def worthless(made: Case, indices) -> None:
        for index in indices:
            made.edit(envelope_name(index),
                      lambda e: e["signature"].update(publicKeyHex=identity_point, value=everything))

    case("signing key of small order in one chunk", "a key under which this signature fits any text", OTHER_SIGNER,
         lambda made: worthless(made, [1]))
    case("signing key of small order in all chunks", "as above, everywhere", OTHER_SIGNER,
         lambda made: worthless(made, range(CHUNKS)))
    case("signing key zero", "an all-zero key, a point of order 4, under the old signature", BROKEN,
         set_field(E1, "signature.publicKeyHex", "00" * 32))
    case("signed by somebody else in one chunk", "chunk 1 signed anew with another key", OTHER_SIGNER,
         lambda made: made.sign(1, FORGER))
    resigned = [lambda made, i=i: made.sign(i, FORGER) for i in range(CHUNKS)]
    case("signed by somebody else throughout", "a stranger signed it all: intact, and the signer is not trusted",
         HARMLESS, *resigned)

    def trust(made: Case) -> None:
        made.files["trust.json"] = json.dumps({
            "schemaVersion": "streamdesk.trust.v1",
            "machines": [{"did": KEYS["machineDid"], "keys": [
                {"publicKeyHex": KEYS["signing"]["publicKeyHex"], "state": "trusted"}]}]}).encode()
        made.options = {"verify": ["--trusted", "trust.json"], "consume": ["--trusted", "trust.json"]}

    case("signed by somebody else, the machine is known", "a trust file names another key", OTHER_SIGNER, trust,
         *resigned)
    case("signature over the hash and a line feed", "", BROKEN, lambda made: made.sign(1, MACHINE, "{}\n"))
    case("signature over the hash without 0x", "", BROKEN,
         lambda made: made.edit(E1, lambda e: e["signature"].update(
             value=MACHINE.sign(e["encryptedDataHash"][2:].encode()).signature.hex())))
    case("public key of the forger, signature of the machine", "", BROKEN,
         set_field(E1, "signature.publicKeyHex", bytes(FORGER.verify_key).hex()))


def ciphertexts() -> None:
    size = len(BASE[data_name(1)])
    for length in (0, 1, 15, 16, size - 1):
        case(f"ciphertext cut to {length}", f"{length} of {size} bytes of chunk 1", BROKEN,
             content(data_name(1), lambda data, n=length: data[:n]))
    for more in (b"\0", b"\0" * 16):
        case(f"ciphertext longer by {len(more)}", "", BROKEN, content(data_name(1), lambda data, m=more: data + m))
    for what, bit in (("first", 0), ("middle", 8 * (size // 2)), ("tag's first", 8 * (size - 16)),
                      ("last", 8 * size - 1)):
        case(f"ciphertext {what} bit flipped", "", BROKEN, content(data_name(1), flip(bit)))
    case("ciphertexts swapped", "chunks 1 and 2 have each other's data", BROKEN,
         content(data_name(1), BASE[data_name(2)]), content(data_name(2), BASE[data_name(1)]))
    case("ciphertext of another chunk", "chunk 1 has the data of chunk 2", BROKEN,
         content(data_name(1), BASE[data_name(2)]))
    case("ciphertext is the plaintext", "", BROKEN, content(data_name(1), SOURCE[256:512]))
    incomplete = Outcome(2, "incomplete", 2)
    for index in (0, 1, 3):
        case(f"ciphertext {index} missing", "", incomplete, content(data_name(index), None))
    case("no ciphertext", "", Outcome(2, "not-checkable", 1),
         *(content(data_name(i), None) for i in range(CHUNKS)))
    case("ciphertext a folder", "", MALFORMED, content(data_name(1), FOLDER))
    case("ciphertext of no chunk", "a chunk-9.bin that no envelope asks for", HARMLESS, content("package/chunk-9.bin",
                                                                                               b"stray"))
    case("ciphertext with a leading zero in its name", "chunk-01.bin", HARMLESS, content(data_name(1), None),
         content("package/chunk-01.bin", BASE[data_name(1)]))

    def signed_data(data):
        """By the machine itself, with fitting hash, id and links: only the decryption can tell."""
        def change(made: Case) -> None:
            made.files[data_name(1)] = data(BASE[data_name(1)])
            made.edit(E1, lambda e: e.update(
                encryptedDataHash="0x" + hashlib.sha256(made.files[data_name(1)]).hexdigest()))
            made.sign(1, MACHINE)
            made.files[ACCESS] = made.files[ACCESS].replace(
                json.loads(BASE[E1])["chunkId"].encode(), made.envelope(1)["chunkId"].encode())
            made.relink(list(range(CHUNKS)))
        return change

    for name, data in (("cut to 15 bytes", lambda d: d[:15]), ("cut to its tag", lambda d: d[-16:]),
                       ("emptied", lambda d: b""), ("cut by one", lambda d: d[:-1]),
                       ("longer by one", lambda d: d + b"\0"), ("with a flipped bit", flip(9)),
                       ("with a flipped bit in the tag", flip(8 * size - 9))):
        case(f"signed ciphertext {name}", "the machine itself signed ciphertext that does not open", UNOPENABLE,
             signed_data(data))


def links() -> None:
    missing = Outcome(2, "incomplete", 1)
    for index in (0, 1):
        case(f"envelope {index} missing", "", missing, content(envelope_name(index), None))
    case("last chunk missing", "the manifest tells, and the whole data", Outcome(2, "incomplete", 2),
         content(envelope_name(3), None), content(data_name(3), None))
    case("first chunk with a link", "", BROKEN, set_field(envelope_name(0), "previousChunkId", "0x" + "ab" * 32))
    case("link to itself", "", BROKEN,
         lambda made: made.edit(E1, lambda e: e.update(previousChunkId=e["chunkId"])))
    case("link null in the middle", "", BROKEN, set_field(E1, "previousChunkId", None))
    case("link null in the middle, id fitting", "chunk 1 claims to be a beginning", BROKEN,
         lambda made: made.edit(E1, lambda e: (e.update(previousChunkId=None), e.update(chunkId=chunk_id(e)))))
    case("envelope twice", "chunk 1 lies there under two names, byte for byte the same", HARMLESS,
         content("package/chunk-1b.json", BASE[E1]))
    case("envelope twice, differing", "chunk 1 lies there under two names; which one is meant?", Outcome(2, "damaged", 1),
         content("package/chunk-1b.json", BASE[E1] + b"\n"))
    case("index of the neighbour", "chunk 1 says that it is 2", Outcome(2, "damaged", 1), set_field(E1, "index", 2))
    case("indices exchanged", "1 says 2 and 2 says 1", BROKEN, set_field(E1, "index", 2),
         set_field(envelope_name(2), "index", 1))
    for number, spelling in enumerate(("1.0", "1e0", "01", "-1", "1.5", '"1"', "true", "null", "[1]", "1e400", "18446744073709551616",
                     "1" + "0" * 400, "+1", "0x1", "NaN", "1.")):
        # 1.0 is a whole number there too, with an id that was computed over "1".
        outcome = BROKEN if spelling == "1.0" else MALFORMED
        case(f"index in spelling {number}", f"chunk 1 is written as {spelling[:30]}", outcome,
             lambda made, s=spelling: made.replace(E1, b'"index": 1,', b'"index": ' + s.encode() + b","))
    case("index far away", "chunk 1 says that it is 4000000000", Outcome(2, "damaged", 1),
         set_field(E1, "index", 4_000_000_000))

    def manifest(total: int, data: bytes | None = None):
        def apply(made: Case) -> None:
            made.edit(MANIFEST, lambda m: m.update(totalChunks=total, **({} if data is None else {
                "sourceHash": "0x" + hashlib.sha256(data).hexdigest()})))
        return apply

    parts = [SOURCE[i * 256:(i + 1) * 256] for i in range(CHUNKS)]
    forged = Outcome(0, "intact-untrusted", 2)
    case("last chunk dropped, manifest's count too", "no signature covers the count; the whole data tells", forged,
         content(envelope_name(3), None), content(data_name(3), None), manifest(3))
    case("last chunk dropped, manifest rewritten", "what the format cannot tell without a code: a shorter package",
         Outcome(0, "intact-untrusted", 0, hashlib.sha256(b"".join(parts[:3])).hexdigest()),
         content(envelope_name(3), None), content(data_name(3), None), manifest(3, b"".join(parts[:3])))

    def code(made: Case) -> None:
        made.options = {"verify": ["--code", CODE], "consume": ["--code", CODE]}

    case("last chunk dropped, manifest rewritten, code known", "the package code tells",
         Outcome(2, "code-mismatch", 2), content(envelope_name(3), None), content(data_name(3), None),
         manifest(3, b"".join(parts[:3])), code)
    for name, order in (("dropped", [0, 2, 3]), ("reordered", [0, 2, 1, 3]), ("repeated", [0, 1, 1, 2, 3]),
                        ("reversed", [3, 2, 1, 0])):
        case(f"chunks {name} and relinked", f"chunks {order} under fitting links and ids", forged,
             lambda made, o=order: made.relink(o), manifest(len(order)))
        case(f"chunks {name} and relinked, code known", "the package code tells", Outcome(2, "code-mismatch", 2),
             lambda made, o=order: made.relink(o), manifest(len(order)), code)
    case("relinked without new access", "the access file speaks of the old ids", forged,
         lambda made: made.relink([0, 2, 1, 3], access=False))
    case("two packages mixed", "chunk 1 of another package", BROKEN,
         content(E1, (DATA / "packages/csv/package/chunk-1.json").read_bytes()),
         content(data_name(1), (DATA / "packages/csv/package/chunk-1.bin").read_bytes()))


def crockford(value: int, length: int) -> str:
    digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "".join(digits[value >> 5 * (length - 1 - i) & 31] for i in range(length))


def package_code() -> str:
    """docs/format.md, Package code."""
    parts = ["streamdesk.package-code.v1", KEYS["machineDid"], KEYS["signing"]["publicKeyHex"],
             json.loads(BASE[envelope_name(0)])["chunkId"], str(CHUNKS),
             json.loads(BASE[envelope_name(CHUNKS - 1)])["chunkId"]]
    digest = hashlib.sha256("".join(f"{len(part.encode())}:{part}," for part in parts).encode()).digest()
    value = int.from_bytes(digest, "big") >> 156
    return crockford(value, 20) + "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"[value % 37]


CODE = package_code()


def envelopes_as_text() -> None:
    def replace(old: bytes, new: bytes):
        return lambda made: made.replace(E1, old, new)

    for name, value in (("empty", b""), ("null", b"null"), ("a list", b"[]"), ("a number", b"7"),
                        ("an empty object", b"{}"), ("white space", b" \n"), ("not JSON", b"<html></html>"),
                        ("a lone quotation mark", b'"')):
        case(f"envelope is {name}", "", MALFORMED, content(E1, value))
    case("envelope cut in the middle", "", MALFORMED, content(E1, lambda text: text[:len(text) // 2]))
    case("envelope without its last brace", "", MALFORMED, content(E1, lambda text: text[:-2]))
    case("envelope with text behind it", "", MALFORMED, content(E1, lambda text: text + b"{}"))
    case("envelope with white space behind it", "", HARMLESS, content(E1, lambda text: text + b" \t\r\n"))
    case("envelope with a byte-order mark", "", MALFORMED, content(E1, lambda text: b"\xef\xbb\xbf" + text))
    case("envelope in UTF-16", "", MALFORMED, content(E1, lambda text: text.decode().encode("utf-16")))
    case("envelope with a trailing comma", "", MALFORMED, replace(b'"index": 1,', b'"index": 1,,'))
    case("envelope with a comment", "", MALFORMED, replace(b'"index": 1,', b'"index": 1, /* one */'))
    case("envelope with single quotes", "", MALFORMED, replace(b'"index": 1', b"'index': 1"))
    case("envelope with a zero byte in a text", "", MALFORMED, replace(b"#keys-1", b"#keys\0-1"))
    case("envelope with an escaped zero", "a name may hold it", HARMLESS, replace(b"#keys-1", b"#keys\\u0000-1"))
    case("envelope with a line feed in a text", "", MALFORMED, replace(b"#keys-1", b"#keys\n-1"))
    for name, raw in (("a lone continuation byte", b"\x80"), ("an overlong slash", b"\xc0\xaf"),
                      ("a surrogate", b"\xed\xa0\x80"), ("a code point beyond Unicode", b"\xf4\x90\x80\x80"),
                      ("a cut sequence", b"\xe6\xbc")):
        case(f"envelope with {name}", "invalid UTF-8", MALFORMED, replace(b"#keys-1", b"#keys-1" + raw))
    for escape in ("ud800", "udc00", "ud800x", "u12"):
        case(f"envelope with the escape {escape}", "", MALFORMED, replace(b"#keys-1", f"#keys-1\\{escape}".encode()))
    case("envelope with the field chunkId twice, the last wrong", "the later counts", BROKEN,
         replace(b'"index": 1,', b'"index": 1, "chunkId": "0x00",'))
    case("envelope with the field chunkId twice, the last right", "the later counts", HARMLESS,
         replace(b'"chunkId"', b'"chunkId": "0x00", "chunkId"'))
    case("envelope with the field index twice", "the later counts: chunk 2 is there twice", Outcome(2, "damaged", 1),
         replace(b'"index": 1,', b'"index": 1, "index": 2,'))
    case("envelope with a hash in snake case behind", "of two spellings the later counts", BROKEN,
         replace(b'"storageRef"', b'"encrypted_data_hash": "0x00", "storageRef"'))
    case("envelope with a hash in snake case before", "of two spellings the later counts", HARMLESS,
         replace(b'"index": 1,', b'"index": 1, "encrypted_data_hash": "0x00",'))
    case("envelope with the signature twice", "the later counts", BROKEN,
         content(E1, lambda text: text.rstrip()[:-1] + b', "signature": ' + json.dumps(
             {**json.loads(text)["signature"], "value": "00" * 64}).encode() + b"}"))
    case("envelope nested too deep", "65 levels", MALFORMED,
         replace(b'"index": 1,', b'"index": 1, "x": ' + b"[" * 64 + b"]" * 64 + b","))
    case("envelope nested as deep as allowed", "64 levels", HARMLESS,
         replace(b'"index": 1,', b'"index": 1, "x": ' + b"[" * 63 + b"]" * 63 + b","))
    marker = b'  "index"'
    case("envelope nested 100000 deep", "", MALFORMED, repeat(E1, marker, '"x": [', 1), repeat_more("[", 99_999))
    case("envelope with 250000 values", "the limit is 200,000", MALFORMED, repeat(E1, marker, '"x": 1, ', 125_000))
    case("envelope of 6 MB", "the limit is 4 MiB", MALFORMED, repeat(E1, marker, " " * 60, 100_000))
    case("envelope of 2 MB of white space", "within the limit", HARMLESS, repeat(E1, marker, " " * 20, 100_000))
    case("stray envelope that is none", "chunk-x.json with nothing in it", MALFORMED,
         content("package/chunk-x.json", b"{}"))
    case("envelope a folder", "", MALFORMED, content(E1, FOLDER))


def repeat_more(text: str, times: int):
    def change(made: Case) -> None:
        last = made.repeated[-1]
        made.repeated.append({"file": last["file"], "at": last["at"] + len(last["put"]) * last["times"], "take": 0,
                              "put": text, "times": times})
    return change


def manifests() -> None:
    case("no manifest", "it may be absent", HARMLESS, content(MANIFEST, None))
    for name, value in (("empty", b""), ("not JSON", b"manifest"), ("a list", b"[]"), ("cut", BASE[MANIFEST][:40]),
                        ("invalid UTF-8", b'{"sourceHash": "\x80"}'), ("a zero byte", BASE[MANIFEST] + b"\0"),
                        ("deeply nested", b"[" * 100 + b"]" * 100)):
        case(f"manifest {name}", "said, and as if there were none", HARMLESS, content(MANIFEST, value))
    case("manifest a folder", "as if there were none", HARMLESS, content(MANIFEST, FOLDER))
    differs = Outcome(0, "intact-untrusted", 2)
    for what, new in (("of other data", "0x" + "ab" * 32), ("in upper case", lambda t: "0x" + t[2:].upper()),
                      ("without 0x", lambda t: t[2:]), ("a digit short", lambda t: t[:-1]),
                      ("with a flipped bit", lambda t: t[:-1] + format(int(t[-1], 16) ^ 1, "x"))):
        case(f"manifest sourceHash {what}", "the whole data is not what it names", differs,
             set_field(MANIFEST, "sourceHash", new))
    for what, new in (("empty", ""), ("a number", 7), ("null", None)):
        case(f"manifest sourceHash {what}", "nothing to compare with", HARMLESS, set_field(MANIFEST, "sourceHash", new))
    case("manifest sourceHash missing", "nothing to compare with", HARMLESS, drop_field(MANIFEST, "sourceHash"))
    case("manifest sourceHash twice, the last wrong", "the later counts", differs,
         lambda made: made.replace(MANIFEST, b'"totalChunks"', b'"sourceHash": "0x00", "totalChunks"'))
    more = Outcome(2, "incomplete", 0, ALL)  # consume asks the data, and that is whole
    case("manifest count too high", "5 of 4", more, set_field(MANIFEST, "totalChunks", 5))
    case("manifest count absurd", "2^64 - 1", more, set_field(MANIFEST, "totalChunks", 2**64 - 1))
    case("manifest count too low", "3 of 4", Outcome(2, "damaged", 0, ALL), set_field(MANIFEST, "totalChunks", 3))
    case("manifest count zero", "0 of 4", Outcome(2, "damaged", 0, ALL), set_field(MANIFEST, "totalChunks", 0))
    for what, new in (("negative", -4), ("a text", "4"), ("beyond 64 bits", 2**64)):
        case(f"manifest count {what}", "as if it were not there", HARMLESS, set_field(MANIFEST, "totalChunks", new))
    for field, new in (("chunkSize", 1), ("createdAt", "yesterday"), ("schemaVersion", "x")):
        case(f"manifest {field} wrong", "nothing depends on it", HARMLESS, set_field(MANIFEST, field, new))


def access_files() -> None:
    entry = "entries.1"
    case("no access file", "", BAD_INPUT, content(ACCESS, None))
    for name, value in (("empty", b""), ("not JSON", b"x"), ("a list", b"[]"), ("cut", BASE[ACCESS][:200]),
                        ("a zero byte", BASE[ACCESS] + b"\0"), ("a byte-order mark", b"\xef\xbb\xbf" + BASE[ACCESS])):
        case(f"access file {name}", "", BAD_INPUT, content(ACCESS, value))
    case("access file with invalid UTF-8", "", BAD_INPUT,
         lambda made: made.replace(ACCESS, b'"buyer-1"', b'"buyer-1\xff"'))
    case("access file of unknown schema", "", BAD_INPUT,
         set_field(ACCESS, "schemaVersion", "peaq.stream.buyer-access.v2"))
    for field in ("schemaVersion", "buyerPublicKeyHex", "entries", f"{entry}.chunkId", f"{entry}.buyer",
                  *(f"{entry}.buyer.{name}" for name in
                    ("recipientId", "recipientType", "algorithm", "publicKeyHex", "wrappedKeyHex"))):
        case(f"access {field} missing", "", BAD_INPUT, drop_field(ACCESS, field))
        case(f"access {field} a number", "", BAD_INPUT, set_field(ACCESS, field, 7))
    case("access entry a number", "", BAD_INPUT, set_field(ACCESS, entry, 7))
    case("access for somebody else", "every entry names another buyer", UNOPENABLE,
         *(set_field(ACCESS, f"entries.{i}.buyer.recipientId", "buyer-2") for i in range(CHUNKS)))
    case("access to one chunk for somebody else", "", UNOPENABLE,
         set_field(ACCESS, f"{entry}.buyer.recipientId", "buyer-2"))
    case("access to one chunk missing", "", UNOPENABLE, drop_field(ACCESS, entry))
    case("access without entries", "", UNOPENABLE, set_field(ACCESS, "entries", []))
    case("access to a chunk that is not there", "one entry more", HARMLESS,
         lambda made: made.edit(ACCESS, lambda a: a["entries"].append(
             {**a["entries"][0], "chunkId": "0x" + "ab" * 32})))
    case("access entry with another chunk's id", "", UNOPENABLE,
         lambda made: made.edit(ACCESS, lambda a: a["entries"][1].update(chunkId=a["entries"][2]["chunkId"])))
    keys = f"{entry}.buyer.wrappedKeyHex"
    other = json.loads(BASE[ACCESS])["entries"][2]["buyer"]["wrappedKeyHex"]
    case("access key of another chunk", "it opens, but is not the one the chunk commits to", UNOPENABLE,
         set_field(ACCESS, keys, other))
    case("access keys swapped", "chunks 1 and 2", UNOPENABLE,
         lambda made: made.edit(ACCESS, lambda a: (lambda x, y: (
             x.update(wrappedKeyHex=y["wrappedKeyHex"]), y.update(wrappedKeyHex=json.loads(BASE[ACCESS])
                                                                  ["entries"][1]["buyer"]["wrappedKeyHex"])))(
             a["entries"][1]["buyer"], a["entries"][2]["buyer"])))
    case("access key of the owner", "sealed to somebody else", UNOPENABLE,
         set_field(ACCESS, keys, json.loads(BASE[E1])["encryption"]["keyRecipients"][0]["wrappedKeyHex"]))
    for what, new in (("first bit flipped", lambda t: flip(0)(bytes.fromhex(t)).hex()),
                      ("middle bit flipped", lambda t: flip(40 * 8)(bytes.fromhex(t)).hex()),
                      ("last bit flipped", lambda t: flip(80 * 8 - 1)(bytes.fromhex(t)).hex()),
                      ("all zeros", "00" * 80), ("a byte short", lambda t: t[:-2]), ("a digit short", lambda t: t[:-1]),
                      ("a byte long", lambda t: t + "00"), ("with a letter that is no digit", lambda t: t[:-1] + "g"),
                      ("only the tag", lambda t: t[-32:])):
        case(f"access key {what}", "", UNOPENABLE, set_field(ACCESS, keys, new))
    case("access key in upper case", "the same bytes", HARMLESS, set_field(ACCESS, keys, str.upper))
    case("access key empty", "", BAD_INPUT, set_field(ACCESS, keys, ""))
    case("access entry twice", "", HARMLESS,
         lambda made: made.edit(ACCESS, lambda a: a["entries"].append(a["entries"][1])))
    bad = {**json.loads(BASE[ACCESS])["entries"][1]}
    bad["buyer"] = {**bad["buyer"], "wrappedKeyHex": other}
    case("access entry twice, the last wrong", "the last counts", UNOPENABLE,
         lambda made: made.edit(ACCESS, lambda a: a["entries"].append(bad)))
    case("access entry twice, the first wrong", "the last counts", HARMLESS,
         lambda made: made.edit(ACCESS, lambda a: a["entries"].insert(0, bad)))
    case("access entries twice, the last empty", "the later counts", UNOPENABLE,
         content(ACCESS, lambda text: text.rstrip()[:-1] + b',"entries":[]}'))
    case("access with another buyer's public key", "nobody reads it", HARMLESS,
         set_field(ACCESS, "buyerPublicKeyHex", "ab" * 32))
    case("access with another recipient's public key", "the key in hand decides", HARMLESS,
         set_field(ACCESS, f"{entry}.buyer.publicKeyHex", KEYS["stranger"]["publicKeyHex"]))
    case("access of an unknown type", "", HARMLESS, set_field(ACCESS, f"{entry}.buyer.recipientType", "friend"))
    case("access nested too deep", "", BAD_INPUT,
         content(ACCESS, lambda text: text.rstrip()[:-1] + b',"x":' + b"[" * 64 + b"]" * 64 + b"}"))
    case("access file twice, the last of somebody else", "entries of others are passed over", HARMLESS,
         content("access/zz.json", BASE[ACCESS].replace(b"buyer-1", b"buyer-2")))
    case("access file twice, the last damaged", "", BAD_INPUT, content("access/zz.json", b"{"))


def buyer_keys() -> None:
    key = KEYS["buyer"]["privateKeyHex"]
    for name, text, outcome in (
        ("of a stranger", KEYS["stranger"]["privateKeyHex"], UNOPENABLE),
        ("is the public key", KEYS["buyer"]["publicKeyHex"], UNOPENABLE),
        ("all zeros", "00" * 32, UNOPENABLE),
        ("with a flipped bit", flip(80)(bytes.fromhex(key)).hex(), UNOPENABLE),
        ("a byte short", key[:-2], BAD_INPUT), ("a digit short", key[:-1], BAD_INPUT),
        ("a byte long", key + "00", BAD_INPUT), ("empty", "", BAD_INPUT), ("two of them", f"{key}\n{key}\n", BAD_INPUT),
        ("with a byte-order mark", "\ufeff" + key, BAD_INPUT), ("with a letter that is no digit", key[:-1] + "g", BAD_INPUT),
        ("in groups", " ".join(key[i:i + 4] for i in range(0, 64, 4)), BAD_INPUT),
        ("with a zero byte", key + "\0", BAD_INPUT), ("in quotation marks", f'"{key}"', BAD_INPUT),
        ("with white space around it", f" {key}\r\n", HARMLESS), ("with 0x", "0x" + key, HARMLESS),
        ("in upper case", key.upper(), HARMLESS),
    ):
        case(f"buyer key {name}", "", outcome, content("buyer.key", text.encode()))
    case("buyer key in UTF-16", "", BAD_INPUT, content("buyer.key", key.encode("utf-16")))
    case("buyer key as raw bytes", "", BAD_INPUT, content("buyer.key", bytes.fromhex(key)))
    case("buyer key of 5000 digits", "", BAD_INPUT, content("buyer.key", b""),
         lambda made: made.repeated.append({"file": "buyer.key", "at": 0, "take": 0, "put": "0", "times": 5000}))
    case("buyer key a folder", "", BAD_INPUT, content("buyer.key", FOLDER))


def main() -> None:
    case("nothing wrong", "the package as it was made", HARMLESS)
    for group in (envelope_fields, identity, signatures, ciphertexts, links, envelopes_as_text, manifests,
                  access_files, buyer_keys):
        group()
    folder = DATA / "kit"
    folder.mkdir(exist_ok=True)
    written = {f"{name}.json": (json.dumps(value, indent=1, ensure_ascii=True) + "\n").encode()
               for name, value in CASES.items()}
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    if "--check" in sys.argv:
        differing = sorted(name for name in set(written) | set(found) if written.get(name) != found.get(name))
        sys.exit(f"tests/data/kit differs from what is written here: {differing}" if differing else 0)
    for name in set(found) - set(written):
        (folder / name).unlink()
    for name, text in written.items():
        (folder / name).write_bytes(text)
    print(f"{len(written)} cases, {sum(map(len, written.values()))} bytes")


if __name__ == "__main__":
    main()
