#!/usr/bin/env bash
# Prints which share of the lines and branches of core the suite takes, room by room, and the files that lack most.
# Fails when fewer than 90 % of the branches are taken. A branch is a condition as it is written in the source, so that
# what a compiler adds for exceptions is not among them. The fuzz corpora are left out: they prove other things.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh
install_missing "${build_packages[@]}" "${test_packages[@]}" "${fuzz_packages[@]}" llvm

build=build/coverage
cmake --preset coverage >/dev/null
cmake --build --preset coverage -- --quiet
rm -rf "$build/profiles"
mkdir -m 777 -p "$build/profiles" # some tests give up their privileges
ctest --preset coverage -j "$(nproc)" | tail -n 3

llvm-profdata merge -sparse "$build"/profiles/*.profraw -o "$build/suite.profdata"
programs=()
for program in "$build"/tests/test_* "$build/bin/stream-desk-cli"; do
    [ -f "$program" ] && programs+=(-object "$program")
done
llvm-cov export "${programs[@]:1}" -instr-profile "$build/suite.profdata" -summary-only \
    >"$build/summary.json" 2>"$build/llvm-cov.log"

python3 - "$build/summary.json" "$PWD/core/" <<'PYTHON'
import collections
import json
import os
import sys

summary, core = sys.argv[1:]
files = json.load(open(summary))["data"][0]["files"]
for file in files:
    file["filename"] = os.path.normpath(file["filename"])
files = [file for file in files if file["filename"].startswith(core)]
rooms = collections.defaultdict(lambda: collections.Counter())
for file in files:
    name = file["filename"].removeprefix(core)
    for room in (name.split("/")[0], "core"):
        for kind in ("lines", "branches"):
            rooms[room][kind] += file["summary"][kind]["count"]
            rooms[room][kind, "taken"] += file["summary"][kind]["covered"]


def percent(taken, count):
    return 100 * taken / count if count else 100.0


print(f"{'':10}{'lines':>8}{'taken':>9}{'branches':>10}{'taken':>9}")
for room in sorted(rooms, key=lambda name: (name == "core", name)):
    counts = rooms[room]
    shares = [percent(counts[kind, "taken"], counts[kind]) for kind in ("lines", "branches")]
    print(f"{room:10}{counts['lines']:8}{shares[0]:8.1f}%{counts['branches']:10}{shares[1]:8.1f}%")

missing = lambda file: file["summary"]["branches"]["count"] - file["summary"]["branches"]["covered"]
print("\nmost branches not taken:")
for file in sorted(files, key=missing, reverse=True)[:12]:
    branches = file["summary"]["branches"]
    print(f"  {file['filename'].removeprefix(core):28}{missing(file):4} of {branches['count']}")
sys.exit(percent(rooms["core"]["branches", "taken"], rooms["core"]["branches"]) < 90)
PYTHON
