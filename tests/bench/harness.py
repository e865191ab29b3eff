"""Running two programs in turn on the same files, and telling how long each took."""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess

MIB = 1 << 20
GIB = 1 << 30


class Harness:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.work = pathlib.Path(options.work).resolve()
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def measure(self, command: list[str]) -> dict[str, float]:
        """One run under /usr/bin/time, which is started from a shell: a child of this process would inherit its memory."""
        report = self.work / "time"
        subprocess.run(["sh", "-c", 'out=$1; shift; exec /usr/bin/time -o "$out" -f "%e %U %S %M" "$@" >/dev/null',
                        "sh", str(report), *command], check=True, stderr=subprocess.DEVNULL)
        seconds, user, system, kib = report.read_text().split()
        return {"seconds": float(seconds), "user": float(user), "system": float(system), "mib": int(kib) / 1024}

    def settle(self, *paths: pathlib.Path) -> None:
        """Brings what was written to the disk and out of memory, so that the next run starts as this one did."""
        os.sync()
        for path in paths:
            for file in [path] if path.is_file() else path.rglob("*"):
                if file.is_file():
                    with open(file, "rb") as handle:
                        os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    def warm(self, path: pathlib.Path) -> None:
        """Reads a package into the page cache, where both programs find it."""
        for file in [path] if path.is_file() else path.rglob("*"):
            if file.is_file():
                with open(file, "rb") as handle:
                    while handle.read(4 * MIB):
                        pass

    def compare(self, job: str, ours, other, floor: float | None = None, against: str = "reference") -> None:
        """`ours` and `other` run the job once and return its figures; the order changes from run to run. `floor` is what
        the primitives alone cost, in seconds."""
        mine, theirs = [], []
        for run in range(self.options.runs):
            sides = [(ours, mine)] + ([(other, theirs)] if self.options.reference or against != "reference" else [])
            for side, results in sides if run % 2 == 0 else reversed(sides):
                results.append(side(run))
        middle = lambda results: {key: statistics.median(result[key] for result in results) for key in results[0]}
        self.show(job, against, middle(mine), [result["seconds"] for result in mine], middle(theirs) if theirs else None, floor)

    def header(self) -> None:
        print(f"{'job':16} {'against':10} {'theirs':>8} {'ours':>8} {'min-max':>13} {'ratio':>7} {'limit':>7} {'memory':>8} "
              f"{'theirs':>9} {'user':>7} {'system':>7}", flush=True)

    def show(self, job: str, against: str, ours: dict, spread: list[float], theirs: dict | None, floor: float | None) -> None:
        other = f"{theirs['seconds']:.2f} s" if theirs else "-"
        ratio = f"{theirs['seconds'] / ours['seconds']:.2f} x" if theirs else "-"
        memory = f"{theirs['mib']:.0f} MiB" if theirs and "mib" in theirs else "-"
        limit = f"{floor:.2f} s" if floor is not None else "-"
        print(f"{job:16} {against if theirs else '-':10} {other:>8} {ours['seconds']:6.2f} s {min(spread):5.2f}-{max(spread):.2f} s "
              f"{ratio:>7} {limit:>7} {ours['mib']:4.0f} MiB {memory:>9} {ours['user']:5.2f} s {ours['system']:5.2f} s", flush=True)
