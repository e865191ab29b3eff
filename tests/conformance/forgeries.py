"""Forgeries that keep a chain consistent, and signatures at the edge of what Ed25519 allows. Each changes the package
and says what it did."""

from __future__ import annotations

import copy
import hashlib
from random import Random

import nacl.signing
from peaq_os_sdk.stream import compute_chunk_id
from peaq_os_sdk.stream.types.compute_chunk_id_params import ComputeChunkIdParams

from packagefiles import Envelope, PackageFiles


def relinked(envelopes: list[Envelope]) -> list[Envelope]:
    """Renumbered, with the links and ids that belong to the new order."""
    previous: str | None = None
    chain = copy.deepcopy(envelopes)
    for index, envelope in enumerate(chain):
        digest = envelope["encryptedDataHash"]
        params = ComputeChunkIdParams(previous_chunk_id=previous, encrypted_data_hash=digest, index=index)
        envelope.update(index=index, previousChunkId=previous, chunkId=compute_chunk_id(params))
        previous = envelope["chunkId"]
    return chain


def rearrange(rng: Random, package: PackageFiles) -> str:
    """Chunks dropped, repeated or reordered under valid signatures."""
    order = [package.any_index(rng) for _ in range(rng.randrange(1, package.count + 2))]
    envelopes, ciphertexts = package.envelopes(), package.ciphertexts()
    relink = rng.random() < 0.7
    chain = [envelopes[index] for index in order]
    package.put_chain(relinked(chain) if relink else chain, [ciphertexts[index] for index in order])
    return f"chunks {order}, {'relinked' if relink else 'as they were'}"


def sign_anew(rng: Random, package: PackageFiles) -> str:
    """One chunk or all signed by another key, over its hash or over something near it."""
    key = nacl.signing.SigningKey(rng.randbytes(32))
    message = rng.choice(("{}", "{}\n", "0X{}", "sha256:{}"))
    indices = rng.choice((list(range(package.count)), [package.any_index(rng)]))
    for index in indices:
        envelope = package.envelope(index)
        signed = key.sign(message.format(envelope["encryptedDataHash"]).encode())
        envelope["signature"].update(publicKeyHex=bytes(key.verify_key).hex(), value=signed.signature.hex())
        package.put_envelope(index, envelope)
    return f"chunks {indices} signed anew over {message!r}"


def replace_content(rng: Random, package: PackageFiles) -> str:
    """Other ciphertext under its own hash, with or without a fitting signature; later links stay as they were."""
    index = package.any_index(rng)
    envelopes, ciphertexts = package.envelopes(), package.ciphertexts()
    ciphertexts[index] = rng.randbytes(rng.choice((0, 16, 40)))
    envelopes[index]["encryptedDataHash"] = as_hash(ciphertexts[index])
    signed = rng.random() < 0.5
    if signed:
        key = nacl.signing.SigningKey(package.parties.private["signing"])
        envelopes[index]["signature"]["value"] = key.sign(
            envelopes[index]["encryptedDataHash"].encode()
        ).signature.hex()
    package.put_chain(relinked(envelopes), ciphertexts)
    return f"chunk {index} replaced, relinked, {'signed by the machine' if signed else 'not signed'}"


def as_hash(data: bytes) -> str:
    return "0x" + hashlib.sha256(data).hexdigest()


# Points of small order in all their encodings, and encodings that are none.
FIELD_PRIME = 2**255 - 19
ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
STRANGE_POINTS = [
    point + sign * 2**255
    for point in (0, 1, 2, FIELD_PRIME - 1, FIELD_PRIME, FIELD_PRIME + 1, ORDER_8, FIELD_PRIME - ORDER_8)
    for sign in (0, 1)
]


def strange_signing_key(rng: Random, package: PackageFiles) -> str:
    """A key of small order or in a strange encoding, with a signature that may hold for any message."""
    index = package.any_index(rng)
    key, commitment = (rng.choice(STRANGE_POINTS).to_bytes(32, "little") for _ in range(2))
    envelope = package.envelope(index)
    envelope["signature"].update(publicKeyHex=key.hex(), value=(commitment + bytes(32)).hex())
    package.put_envelope(index, envelope)
    return f"chunk {index}: signing key {key.hex()}, signature {commitment.hex()} and zeros"


GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493


def stretch_signature(rng: Random, package: PackageFiles) -> str:
    """The group order added to the signature's scalar."""
    index, times = package.any_index(rng), rng.randrange(1, 15)
    envelope = package.envelope(index)
    signature = bytes.fromhex(envelope["signature"]["value"])
    scalar = int.from_bytes(signature[32:], "little") + times * GROUP_ORDER
    envelope["signature"]["value"] = (signature[:32] + (scalar % 2**256).to_bytes(32, "little")).hex()
    package.put_envelope(index, envelope)
    return f"chunk {index}: {times} times the group order added to the signature"


EDITS = [rearrange, sign_anew, replace_content, strange_signing_key, stretch_signature]
