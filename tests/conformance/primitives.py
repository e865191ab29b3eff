"""What signed data packages are made of, against the reference and against Ethereum's own library, through the probe:
canonical JSON in both forms, generalized numbers, signed messages."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from eth_account import Account
from eth_account.messages import encode_defunct
from peaq_os_sdk.stream._internal.anonymize_field import anonymize_field_value
from peaq_os_sdk.stream.errors import StreamValidationError

from dataedits import ORDER
from dataside import canonical
from harness import Bench, Case, check_equal
from jsonmaker import JsonMaker, any_double

TEXTS = 300
NUMBERS = 2000
MESSAGES = 1000
RECOVERED = 300  # of the messages, by the reference too, which takes its time

# What reads JSON as ECMAScript does and writes it sorted; one text in, one out.
NODE = """
const sorted = v => Array.isArray(v) ? '[' + v.map(sorted).join(',') + ']'
    : v !== null && typeof v === 'object'
        ? '{' + Object.keys(v).sort().map(k => JSON.stringify(k) + ':' + sorted(v[k])).join(',') + '}'
    : typeof v === 'number' && !Number.isFinite(v) ? (() => { throw 0; })()
    : JSON.stringify(v);
for (const line of require('fs').readFileSync(0, 'utf8').split('\\n').slice(0, -1)) {
    try { console.log(sorted(JSON.parse(Buffer.from(line, 'hex').toString('utf8')))); }
    catch { console.log('refused'); }
}
"""


def data_primitives(bench: Bench) -> Iterator[Case]:
    yield Case("canonical JSON, Python's form", canonical_case(bench, "python", pythons_form))
    yield Case("canonical JSON, RFC 8785", canonical_case(bench, "rfc8785", ecma_script_form))
    if shutil.which("node"):
        yield Case("canonical JSON, RFC 8785, by Node.js", by_node(bench))
    yield Case("generalized numbers", generalize_case(bench))
    yield Case("signed messages", messages_case(bench))


def ask(bench: Bench, *questions: str) -> list[str]:
    done = subprocess.run([bench.probe], input="\n".join([*questions, ""]).encode(), capture_output=True, check=True)
    answers = done.stdout.decode().split("\n")[:-1]
    check_equal("answers", len(questions), len(answers))
    return ["refused" if answer.startswith("refused") else answer for answer in answers]


def random_texts(rng: Random) -> list[str]:
    """Two thirds are JSON."""
    maker = JsonMaker(rng, awkward=True)
    texts = [maker.value() for _ in range(TEXTS)]
    for at in range(0, TEXTS, 3):
        text = texts[at]
        cut = rng.randrange(len(text))
        texts[at] = rng.choice(
            (
                text[:cut],
                text[:cut] + rng.choice("01eE.+-\"\\,:[]{}'\x00\x01\n") + text[cut:],
                f"[{text},]",
                f"[{text}] {text}",
                rng.choice(("NaN", "[-Infinity]", "1e309", "-1e999", "1" + "0" * 309 + ".0", "[1e400]", "9" * 4301)),
                rng.choice(("01", "-", "1.", ".5", "+1", "0x1", "1e", "True", "nul", "'a'", "\ufeff1", "\u00a01", "１")),
                "-" + "9" * 4300,
            )
        )
    return texts


def pythons_form(text: str) -> str:
    return canonical(json.loads(text))


def ecma_script_form(text: str) -> str:
    return in_ecma_script(json.loads(text))


def in_ecma_script(value: Any) -> str:
    """RFC 8785, written again here from the RFC and ECMA-262 (Number::toString)."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{quoted(name)}:{in_ecma_script(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return f"[{','.join(map(in_ecma_script, value))}]"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ecma_script_number(float(value))
    return json.dumps(value)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def ecma_script_number(value: float) -> str:
    if value in (float("inf"), -float("inf")) or value != value:
        raise ValueError("not finite")
    if value == 0:
        return "0"
    sign, shortest, exponent = Decimal(repr(value)).normalize().as_tuple()
    digits = "".join(map(str, shortest))
    k, n = len(digits), len(digits) + int(exponent)  # ECMA-262's names
    if k <= n <= 21:
        text = digits + "0" * (n - k)
    elif 0 < n <= 21:
        text = f"{digits[:n]}.{digits[n:]}"
    elif -6 < n <= 0:
        text = f"0.{'0' * -n}{digits}"
    else:
        text = f"{digits[0]}{'.' if k > 1 else ''}{digits[1:]}e{n - 1:+}"
    return "-" * sign + text


def outcome(form: Callable[[str], str], text: str) -> str:
    try:
        return form(text)
    except (ValueError, OverflowError, StreamValidationError):  # not JSON; no double; not finite
        return "refused"


def canonical_case(bench: Bench, name: str, form: Callable[[str], str]) -> Callable[[Path], None]:
    def run(_: Path) -> None:
        texts = random_texts(bench.random("canonical", name))
        ours = ask(bench, *(f"canonical {name} {text.encode().hex()}" for text in texts))
        for text, our in zip(texts, ours, strict=True):
            check_equal(text, outcome(form, text), our)

    return run


def by_node(bench: Bench) -> Callable[[Path], None]:
    def run(_: Path) -> None:
        texts = random_texts(bench.random("node"))
        given = "".join(text.encode().hex() + "\n" for text in texts)
        node = subprocess.run(["node", "-e", NODE], input=given, capture_output=True, check=True, encoding="utf-8")
        ours = ask(bench, *(f"canonical rfc8785 {text.encode().hex()}" for text in texts))
        for text, their, our in zip(texts, node.stdout.split("\n"), ours, strict=False):
            check_equal(text, their, our)

    return run


def generalize_case(bench: Bench) -> Callable[[Path], None]:
    def run(_: Path) -> None:
        rng = bench.random("generalize")
        maker = JsonMaker(rng)
        numbers = [maker.number() for _ in range(NUMBERS // 4)]
        numbers += [repr(any_double(rng)) for _ in range(NUMBERS // 4)]
        numbers += [str(rng.choice((1, -1)) * rng.randrange(10 ** rng.randrange(1, 301))) for _ in range(NUMBERS // 4)]
        for _ in range(NUMBERS // 4):  # around the powers of ten, where a logarithm may fall on either side
            power = float(f"1e{rng.randrange(-323, 309)}")
            numbers.append(repr(rng.choice((power, math.nextafter(power, 0), math.nextafter(power, 1.7e308), -power))))
        numbers += ["5e-324", "-1e-323", "1.5e308", "-1.7976931348623157e308", "-0.0", "-1e-20"]
        ours = ask(bench, *(f"generalize {number.encode().hex()}" for number in numbers))
        for number, our in zip(numbers, ours, strict=True):
            check_equal(number, outcome(generalized, number), our)

    return run


def generalized(number: str) -> str:
    try:
        return canonical(anonymize_field_value(json.loads(number), "generalize")["value"])
    except ZeroDivisionError as trouble:  # its step is 0 for the two smallest numbers there are
        raise ValueError from trouble


def messages_case(bench: Bench) -> Callable[[Path], None]:
    def run(_: Path) -> None:
        rng = bench.random("messages")
        keys = [rng.randrange(1, ORDER).to_bytes(32, "big") for _ in range(20)]
        addresses = {key: Account.from_key(key).address for key in keys}
        signings = [(rng.choice(keys), rng.randbytes(rng.randrange(300))) for _ in range(MESSAGES)]
        ours = ask(bench, *(f"sign {key.hex()} {message.hex()}" for key, message in signings))
        recoveries = []
        for (key, message), our in zip(signings, ours, strict=True):
            signed = Account.sign_message(encode_defunct(primitive=message), private_key=key)
            theirs = f"{signed.r:064x}{signed.s:064x}{signed.v - 27:02x}"
            check_equal(f"{key.hex()} signs {message.hex()}", f"{addresses[key]} {theirs}", our)
            recoveries.append((message, altered(rng, theirs)))
        # Of nothing but hex digits "recover" cannot tell an empty message.
        recoveries = [recovery for recovery in recoveries if recovery[0]]
        ours = ask(bench, *(f"recover {message.hex()} {signature}" for message, signature in recoveries))
        for (message, signature), our in list(zip(recoveries, ours, strict=True))[:RECOVERED]:
            check_equal(f"{signature} on {message.hex()}", recovered(message, signature), our)

    return run


def altered(rng: Random, signature: str) -> str:
    """As it is, with the other s, or with values that fit no key or another one."""
    r, s, parity = int(signature[:64], 16), int(signature[64:128], 16), int(signature[128:], 16)
    match rng.randrange(6):
        case 0:
            s, parity = ORDER - s, 1 - parity
        case 1:
            parity = 1 - parity
        case 2:
            r = rng.choice((0, 1, 2, ORDER - 1, ORDER, 2**256 - 1, rng.randrange(2**256)))
        case 3:
            s = rng.choice((0, 1, ORDER - 1, ORDER, 2**256 - 1, rng.randrange(2**256)))
    return f"{r:064x}{s:064x}{parity:02x}"


def recovered(message: bytes, signature: str) -> str:
    signed = bytes.fromhex(signature[:-2]) + bytes([27 + int(signature[-2:], 16)])
    try:
        return str(Account.recover_message(encode_defunct(primitive=message), signature=signed))
    except Exception:  # of several libraries
        return "refused"
