"""Packages, access files and key files with one thing wrong or odd, by name."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import nacl.signing

from fieldedits import snake_case
from packagefiles import FieldPath, PackageFiles, as_text, value_at, with_value

PackageEdit = Callable[[PackageFiles], None]
AccessFile = dict[str, Any]

OWNER: FieldPath = ("encryption", "keyRecipients", 0)
WRAPPED: FieldPath = (*OWNER, "wrappedKeyHex")
COMMITMENT: FieldPath = ("encryption", "keyCommitment")
NONCE: FieldPath = ("encryption", "nonce")
SIGNATURE: FieldPath = ("signature", "value")
ALL_BINS = ("chunk-0.bin", "chunk-1.bin", "chunk-2.bin")
ALL_ENVELOPES = ("chunk-0.json", "chunk-1.json", "chunk-2.json")


# -- packages: edits of one of three chunks --------------------------------------------------------


def without(*names: str) -> PackageEdit:
    def edit(package: PackageFiles) -> None:
        for name in names:
            del package.files[name]

    return edit


def together(*edits: PackageEdit) -> PackageEdit:
    def edit(package: PackageFiles) -> None:
        for each in edits:
            each(package)

    return edit


def with_file(name: str, content: bytes) -> PackageEdit:
    return lambda package: package.files.update({name: content})


def moved(name: str, new_name: str) -> PackageEdit:
    return lambda package: package.files.update({new_name: package.files.pop(name)})


def copied(name: str, new_name: str) -> PackageEdit:
    return lambda package: package.files.update({new_name: package.files[name]})


def bytes_changed(name: str, change: Callable[[bytes], bytes]) -> PackageEdit:
    return lambda package: package.files.update({name: change(package.files[name])})


def field_changed(path: FieldPath, change: Callable[[Any], Any], chunk: int = 1) -> PackageEdit:
    def edit(package: PackageFiles) -> None:
        envelope = package.envelope(chunk)
        package.put_envelope(chunk, with_value(envelope, path, change(value_at(envelope, path))))

    return edit


def field_set(path: FieldPath, value: Any, chunk: int = 1) -> PackageEdit:
    return field_changed(path, lambda _: value, chunk)


def field_dropped(name: str, chunk: int = 1) -> PackageEdit:
    def edit(package: PackageFiles) -> None:
        envelope = package.envelope(chunk)
        del envelope[name]
        package.put_envelope(chunk, envelope)

    return edit


def manifest_set(name: str, value: Any) -> PackageEdit:
    return bytes_changed("manifest.json", lambda text: as_text({**json.loads(text), name: value}).encode())


def signed_by_another(package: PackageFiles) -> None:
    key = nacl.signing.SigningKey(package.parties.private["stranger"])
    envelope = package.envelope(1)
    signed = key.sign(envelope["encryptedDataHash"].encode())
    envelope["signature"].update(publicKeyHex=bytes(key.verify_key).hex(), value=signed.signature.hex())
    package.put_envelope(1, envelope)


def upper_digits(text: str) -> str:
    prefix, colon, digits = text.rpartition(":")
    return prefix + colon + digits.upper().replace("0X", "0x", 1)


def all_keys_in_snake_case(value: Any) -> Any:
    if isinstance(value, dict):
        return {snake_case(key): all_keys_in_snake_case(inner) for key, inner in value.items()}
    return [all_keys_in_snake_case(inner) for inner in value] if isinstance(value, list) else value


def owner_is_an_operator(recipients: list[dict[str, str]]) -> list[dict[str, str]]:
    """A first owner whose wrapped key is the operator's; the right one comes after it."""
    return [{**recipients[1], "recipientType": "owner"}, recipients[0], recipients[2]]


PACKAGES: dict[str, PackageEdit] = {
    "envelope 0 missing": without("chunk-0.json"),
    "envelope 1 missing": without("chunk-1.json"),
    "last envelope missing": without("chunk-2.json"),
    "no envelopes": without(*ALL_ENVELOPES),
    "ciphertext 1 missing": without("chunk-1.bin"),
    "no ciphertext": without(*ALL_BINS),
    "no ciphertext with a number": together(without(*ALL_BINS), with_file("chunk-x.bin", b"x")),
    "no manifest": without("manifest.json"),
    "manifest broken": with_file("manifest.json", b"{"),
    "manifest a list": with_file("manifest.json", b"[]"),
    "manifest empty": with_file("manifest.json", b"{}"),
    "manifest hash a number": manifest_set("sourceHash", 5),
    "manifest hash null": manifest_set("sourceHash", None),
    "manifest hash empty": manifest_set("sourceHash", ""),
    "manifest hash of other data": manifest_set("sourceHash", "0x" + "00" * 32),
    "index twice": copied("chunk-1.json", "chunk-x.json"),
    "envelope renamed": moved("chunk-0.json", "chunk-first.json"),
    "ciphertext with leading zeros": moved("chunk-1.bin", "chunk-0001.bin"),
    "envelope in snake_case": bytes_changed(
        "chunk-1.json", lambda text: as_text(all_keys_in_snake_case(json.loads(text))).encode()
    ),
    "envelope broken": with_file("chunk-1.json", b'{"a": '),
    "envelope empty": with_file("chunk-1.json", b""),
    "envelope a list": with_file("chunk-1.json", b"[]"),
    "stray envelope": with_file("chunk-notes.json", b"{}"),
    "schema unknown": field_set(("schemaVersion",), "peaq.stream.chunks.v2"),
    "schema empty": field_set(("schemaVersion",), ""),
    "plaintextHash missing": field_dropped("plaintextHash"),
    "encryption missing": field_dropped("encryption"),
    "signature a text": field_set(("signature",), "text"),
    "previousChunkId of chunk 0 missing": field_dropped("previousChunkId", chunk=0),
    "storageRef missing": field_dropped("storageRef"),
    "storageRef set": field_set(("storageRef",), "s3://bucket/key"),
    "storageRef a number": field_set(("storageRef",), 5),
    "recipientId a number": field_set((*OWNER, "recipientId"), 5),
    "operator's key a null": field_set(("encryption", "keyRecipients", 1, "wrappedKeyHex"), None),
    "index a text": field_set(("index",), "1"),
    "index beyond the end": field_set(("index",), 7),
    "no owner": field_set((*OWNER, "recipientType"), "operator"),
    "two owners": field_set(("encryption", "keyRecipients", 1, "recipientType"), "owner"),
    "first owner wrong": field_changed(("encryption", "keyRecipients"), owner_is_an_operator),
    "no recipients": field_set(("encryption", "keyRecipients"), []),
    "owner's key not hex": field_set(WRAPPED, "xyz"),
    "owner's key empty": field_set(WRAPPED, ""),
    "owner's key a number": field_set(WRAPPED, 5),
    "owner's key short": field_changed(WRAPPED, lambda text: text[:-2]),
    "owner's key of 3 bytes": field_set(WRAPPED, "00" * 3),
    "owner's key of 48 bytes": field_set(WRAPPED, "00" * 48),
    "owner's key altered": field_changed(WRAPPED, lambda text: text[:-1] + ("0" if text[-1] == "1" else "1")),
    "owner's key respelled": field_changed(WRAPPED, lambda text: "0x" + text.upper()),
    "commitment altered": field_set(COMMITMENT, "sha256:" + "00" * 32),
    "commitment other text": field_set(COMMITMENT, "other"),
    "commitment null": field_set(COMMITMENT, None),
    "commitment in upper case": field_changed(COMMITMENT, upper_digits),
    "plaintext hash altered": field_set(("plaintextHash",), "0x" + "00" * 32),
    "plaintext hash null": field_set(("plaintextHash",), None),
    "plaintext hash in upper case": field_changed(("plaintextHash",), upper_digits),
    "nonce not hex": field_set(NONCE, "not hex"),
    "nonce odd": field_set(NONCE, "abc"),
    "nonce empty": field_set(NONCE, ""),
    "nonce a number": field_set(NONCE, 5),
    "nonce respelled": field_changed(NONCE, lambda text: "0x" + text.upper()),
    "nonce altered": field_set(NONCE, "00" * 24),
    "nonce short": field_set(NONCE, "00" * 12),
    "bit flipped": bytes_changed("chunk-1.bin", lambda data: bytes([data[0] ^ 1]) + data[1:]),
    "ciphertext emptied": with_file("chunk-1.bin", b""),
    "link altered": field_set(("previousChunkId",), "0x" + "00" * 32),
    "id altered": field_set(("chunkId",), "0x" + "00" * 32),
    "hash altered": field_set(("encryptedDataHash",), "0x" + "00" * 32),
    "DID blank": field_set(("signature", "machineDid"), " "),
    "DID of another": field_set(("signature", "machineDid"), "did:peaq:0x" + "99" * 20),
    "algorithms unknown": field_set(("encryption", "algorithm"), "rot13"),
    "signature altered": field_set(SIGNATURE, "00" * 64),
    "signature not hex": field_set(SIGNATURE, "xyz"),
    "signature empty": field_set(SIGNATURE, ""),
    "signed by another": signed_by_another,
    "signature respelled": field_changed(SIGNATURE, lambda text: "0x" + text.upper()),
}


# -- access folders: files by name, made from one good file ------------------------------------------


def entry_set(good: AccessFile, name: str, value: Any) -> AccessFile:
    """A field of entry 1, or of its buyer."""
    file = copy.deepcopy(good)
    entry = file["entries"][1]
    (entry if name in entry else entry["buyer"])[name] = value
    return file


def entry_dropped(good: AccessFile, name: str) -> AccessFile:
    file = copy.deepcopy(good)
    entry = file["entries"][1]
    (entry if name in entry else entry["buyer"]).pop(name)
    return file


def of_other_buyer(good: AccessFile) -> AccessFile:
    file = copy.deepcopy(good)
    for entry in file["entries"]:
        entry["buyer"]["recipientId"] = "somebody-else"
    return file


def access_folders(good: AccessFile) -> dict[str, dict[str, Any]]:
    """Bytes are written as they are, all else as JSON."""
    wrapped = good["entries"][1]["buyer"]["wrappedKeyHex"]
    wrong = entry_set(good, "wrappedKeyHex", "00" * 80)
    one_file: dict[str, Any] = {
        "broken": b'{"schemaVersion": ',
        "empty file": b"",
        "a list": [good],
        "not UTF-8": b'{"\xff": 1}',
        "byte-order mark": b"\xef\xbb\xbf" + json.dumps(good).encode(),
        "schema unknown": {**good, "schemaVersion": "peaq.stream.buyer-access.v2"},
        "schema missing": {key: value for key, value in good.items() if key != "schemaVersion"},
        "key missing": {key: value for key, value in good.items() if key != "buyerPublicKeyHex"},
        "key a number": {**good, "buyerPublicKeyHex": 5},
        "key empty": {**good, "buyerPublicKeyHex": ""},
        "key of another": {**good, "buyerPublicKeyHex": "00" * 32},
        "entries missing": {key: value for key, value in good.items() if key != "entries"},
        "entries an object": {**good, "entries": {}},
        "no entries": {**good, "entries": []},
        "entry a text": {**good, "entries": [*good["entries"], "text"]},
        "entry missing": {**good, "entries": good["entries"][:2]},
        "unknown fields": {**good, "extra": 1, "entries": [{**entry, "extra": {}} for entry in good["entries"]]},
        "chunkId missing": entry_dropped(good, "chunkId"),
        "chunkId empty": entry_set(good, "chunkId", ""),
        "chunkId other": entry_set(good, "chunkId", "0x" + "00" * 32),
        "buyer missing": entry_dropped(good, "buyer"),
        "buyer a text": entry_set(good, "buyer", "text"),
        "buyer id missing": entry_dropped(good, "recipientId"),
        "buyer id with a space": entry_set(good, "recipientId", good["entries"][1]["buyer"]["recipientId"] + " "),
        "type missing": entry_dropped(good, "recipientType"),
        "type other": entry_set(good, "recipientType", "owner"),
        "algorithm empty": entry_set(good, "algorithm", ""),
        "algorithm other": entry_set(good, "algorithm", "rot13"),
        "public key missing": entry_dropped(good, "publicKeyHex"),
        "wrapped key missing": entry_dropped(good, "wrappedKeyHex"),
        "wrapped key null": entry_set(good, "wrappedKeyHex", None),
        "wrapped key empty": entry_set(good, "wrappedKeyHex", ""),
        "wrapped key not hex": entry_set(good, "wrappedKeyHex", "xyz"),
        "wrapped key odd": entry_set(good, "wrappedKeyHex", wrapped[:-1]),
        "wrapped key short": entry_set(good, "wrappedKeyHex", wrapped[:-2]),
        "wrapped key of 48 bytes": entry_set(good, "wrappedKeyHex", "00" * 48),
        "wrapped key altered": wrong,
        "wrapped key respelled": entry_set(good, "wrappedKeyHex", "0x" + wrapped.upper()),
        "wrapped key of another chunk": entry_set(good, "wrappedKeyHex", good["entries"][0]["buyer"]["wrappedKeyHex"]),
        "for another buyer": of_other_buyer(good),
        "another buyer's faulty entry": {**good, "entries": [*good["entries"], {"chunkId": "x", "buyer": {}}]},
    }
    return {
        **{name: {"access.json": content} for name, content in one_file.items()},
        "no files": {},
        "no JSON files": {"access.txt": good},
        "one buyer among two": {"a.json": of_other_buyer(good), "b.json": good},
        "the last wins, right": {"a.json": wrong, "b.json": good},
        "the last wins, wrong": {"a.json": good, "b.json": wrong},
        "spread over files": {
            f"{number}.json": {**good, "entries": [entry]} for number, entry in enumerate(good["entries"])
        },
        "snake_case": {"access.json": all_keys_in_snake_case(good)},
        "other JSON beside it": {"access.json": good, "notes.json": {}},
        "other files beside it": {"access.json": good, "notes.txt": b"hello"},
    }


# -- key files ----------------------------------------------------------------------------------------


def key_files(digits: str) -> dict[str, bytes]:
    key = digits.encode()
    return {
        "with a byte-order mark": b"\xef\xbb\xbf" + key,
        "with white space and 0x": b" \r\n\t0x" + key.upper() + b"  \n\n",
        "with no-break spaces": b"\xc2\xa0" + key + "\u2003\u3000".encode(),
        "with 0X": b"0X" + key,
        "short": key[:-2],
        "odd": key[:-1],
        "long": key + b"00",
        "in two lines": key[:32] + b"\n" + key[32:],
        "twice": key + b"\n" + key,
        "of words": b"my secret key",
        "of 0x alone": b"0x",
        "empty": b"",
        "blank": b" \n",
        "not UTF-8": b"\xff\xfe" + key,
        "with a NUL": key + b"\0",
    }
