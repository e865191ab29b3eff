"""Signed data packages, live in both directions, and single edits of them. Many share one run of our program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import dataedits
from dataside import Machine, canonical, judged_by_reference, judged_by_us, read_lines, signed_by_us, write_lines
from harness import Bench, Case, check, check_equal, command_line, done
from jsonmaker import JsonMaker

RULE_SETS = 100
READINGS = 5  # for each set of rules
EDITS = 200
EDITS_A_RUN = 50


def exchange(bench: Bench) -> Iterator[Case]:
    for number in range(RULE_SETS):
        yield Case(str(number), exchange_case(bench, number))


def exchange_case(bench: Bench, number: int) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        rng = bench.random("data", number)
        awkward = number % 2 == 1
        maker = JsonMaker(rng, awkward)
        machine = Machine.random(rng)
        readings = [maker.reading() for _ in range(READINGS)]
        rules = random_rules(rng, [json.loads(reading) for reading in readings], awkward)
        first = rng.choice((0, 1, 2**53 + 1, 2**63 - 1 - READINGS))
        theirs = [machine.build(reading, rules, first + n) for n, reading in enumerate(readings)]
        write_lines(folder / "readings.jsonl", readings)
        options = machine.options(folder, rules, first)
        for flags in [("--compatible",), *([] if awkward else [()])]:
            ours = signed_by_us(bench, folder, options, *flags)
            check_equal("packages", len(theirs), len(ours))
            for reading, their, our in zip(readings, theirs, ours, strict=True):
                compare(machine, f"{reading} by {json.dumps(rules)}", their, our, verify=flags != ())
        judge_and_open(bench, folder, machine, theirs + ours)

    return run


def compare(machine: Machine, what: str, theirs: Any, ours: Any, verify: bool) -> None:
    """Byte for byte where nothing is random, else what is inside."""
    if '"__encrypted"' not in canonical(theirs):
        check_equal(what, canonical(theirs), canonical(ours))
        return
    check_equal(what, canonical(machine.opened(theirs["payload"])), canonical(machine.opened(ours["payload"])))
    for name in theirs.keys() - {"payload", "signature"}:
        check_equal(f"{name} of {what}", theirs[name], ours[name])
    if verify:
        check_equal(f"verdict on ours of {what}", (True, None), judged_by_reference(ours))


def judge_and_open(bench: Bench, folder: Path, machine: Machine, packages: list[Any]) -> None:
    for package, verdict in zip(packages, judged_by_us(bench, folder, packages), strict=True):
        check_equal(f"verdict on {canonical(package)}", (True, "python"), (verdict["valid"], verdict["form"]))
    options = {"--field-key-file": "field.key", "--output": "opened.jsonl"}
    done(bench.ours.run(["data", *command_line("open", options, "--no-sync"), "judge.jsonl"], folder))
    for package, opened in zip(packages, read_lines(folder / "opened.jsonl"), strict=True):
        check_equal("what opens", canonical(machine.opened(package["payload"])), canonical(opened["payload"]))


def random_rules(rng: Random, readings: list[Any], awkward: bool) -> dict[str, Any]:
    paths = sorted({path for reading in readings for path in paths_in(reading)})
    rules = []
    for _ in range(rng.randrange(6)):
        path = rng.choice(paths)
        if rng.random() < 0.3:
            path = rng.choice((path.rpartition(".")[0] or path, path + ".a", path + "x", "nowhere.at.all", "gps"))
        rule = {"fieldPath": path, "action": rng.choice(("include", "exclude", "encrypt", "anonymize", "anonymize"))}
        if rule["action"] == "anonymize" or rng.random() < 0.2:
            rule["anonymizeStrategy"] = rng.choice(("hash", "generalize", "redact"))
        if awkward and rng.random() < 0.1:
            rule |= rng.choice(({"action": "Exclude"}, {"action": "anonymize", "anonymizeStrategy": "HASH"}))
        rules.append(rule)
    default = rng.choice((None, None, "include", "exclude", "encrypt"))
    return {"rules": rules} | ({} if default is None else {"defaultAction": default})


def paths_in(value: Any, prefix: str = "") -> Iterator[str]:
    for name, member in value.items():
        yield prefix + name
        if isinstance(member, dict):
            yield from paths_in(member, f"{prefix}{name}.")


def edits(bench: Bench) -> Iterator[Case]:
    for number in range(EDITS // EDITS_A_RUN):
        yield Case(str(number), edits_case(bench, number))


def edits_case(bench: Bench, number: int) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        rng = bench.random("data edits", number)
        maker = JsonMaker(rng)
        machine = Machine.random(rng)
        originals = [machine.build(maker.reading(), {"rules": []}, 2**n) for n in range(5)]
        edited = [dataedits.edit(rng, rng.choice(originals)) for _ in range(EDITS_A_RUN)]
        verdicts = judged_by_us(bench, folder, [package for _, package in edited])
        check_equal("verdicts", len(edited), len(verdicts))
        for (name, package), verdict in zip(edited, verdicts, strict=True):
            ours = (verdict["valid"], verdict.get("reason"))
            check_equal(f"verdict, {name}: {canonical(package)}", judged_by_reference(package), ours)
        check(any(verdict["valid"] for verdict in verdicts), "no edit left a package valid")
        check(not all(verdict["valid"] for verdict in verdicts), "no edit made a package invalid")

    return run
