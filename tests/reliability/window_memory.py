#!/usr/bin/env python3
"""While a person works with a key in the window, and when the desk is locked: no copy of the key is left in the
program's memory, in any form, nor in what it shows, says or writes, but for the file that the person asked for.

    tests/ui/with-display.sh window_memory.py --program build/dev/tests/ui/keys-at-work

The program stops at each step and is searched from outside. Linux.
"""
import argparse
import json
import pathlib
import subprocess
import sys

from desk import Tally, expect
from memory import World, forms

SAMPLE = pathlib.Path(__file__).parents[2] / "resources" / "sample"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    key_file = SAMPLE / "owner.key"
    sought = forms(bytes.fromhex(key_file.read_text().strip().removeprefix("0x")))
    program = subprocess.Popen([arguments.program, key_file, SAMPLE / "package"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0)
    tally, said, folder = Tally(), b"", None

    def look():
        public = json.loads((folder / "keys.json").read_text())["keys"][0]["publicPart"]
        expect(World.places(program.pid, {"public key": public.encode()}), "not even the public key is found")
        expect(not (copies := World.places(program.pid, sought)), f"in memory: {', '.join(sorted(set(copies))[:6])}")
        expect(not any(piece in said for piece in sought.values()), "it was said")
        for path in (path for path in folder.rglob("*") if path.is_file()):
            expect(not any(piece in path.read_bytes() for piece in sought.values()), f"in {path.name}")

    for line in program.stdout:
        said += line
        if line.startswith(b"folder "):
            folder = pathlib.Path(line.decode().split(" ", 1)[1].strip())
        elif line.startswith(b"look "):
            tally.attempt(line.decode().split(" ", 1)[1].strip(), look)
            program.stdin.write(b"\n")
    if program.wait() != 0 or not said.endswith(b"done\n"):
        sys.exit(f"it did not come to its end: {said[-500:].decode(errors='replace')}")
    print(f"executed {tally.executed}, passed {tally.passed}")
    sys.exit(tally.executed != tally.passed or tally.executed < 2)


if __name__ == "__main__":
    main()
