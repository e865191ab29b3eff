#!/usr/bin/env python3
"""Measures stream-desk-cli against the reference implementation: same machine, same data, alternating, in one run.

Prints a table of medians: seconds, the ratio, memory, user and system seconds, and beside each job the least that its
primitives cost on this machine's cores. See docs/performance.md. Started by scripts/bench.sh.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

SOURCES = pathlib.Path(__file__).parent
MIB = 1 << 20
GIB = 1 << 30


class Bench:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.work = pathlib.Path(options.work).resolve()
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.data = self.work / "data"
        self.keys: dict[str, str] = {}
        self.rows: list[dict[str, object]] = []

    # -- measuring ------------------------------------------------------------------------------
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

    def compare(self, job: str, ours, reference, floor: float) -> None:
        """`ours` and `reference` run the job once and return its figures; the order changes from run to run."""
        mine, theirs = [], []
        for run in range(self.options.runs):
            sides = [(ours, mine)] + ([(reference, theirs)] if self.options.reference else [])
            for side, results in sides if run % 2 == 0 else reversed(sides):
                results.append(side(run))
        middle = lambda results, key: statistics.median(result[key] for result in results) if results else None
        self.rows.append({"job": job, "floor": floor, "ours": {k: middle(mine, k) for k in mine[0]},
                          "reference": {k: middle(theirs, k) for k in theirs[0]} if theirs else None,
                          "spread": [min(r["seconds"] for r in mine), max(r["seconds"] for r in mine)]})
        self.show(self.rows[-1])

    # -- the two sides --------------------------------------------------------------------------
    def desk(self, *arguments: str) -> list[str]:
        return [self.options.program, "-q", *arguments]

    def peaqos(self, *arguments: str) -> list[str]:
        return [str(pathlib.Path(sys.executable).parent / "peaqos"), "-q", "stream", *arguments]

    def prepare(self) -> None:
        import nacl.public
        import nacl.signing
        for role in ("owner", "buyer"):
            key = nacl.public.PrivateKey.generate()
            (self.work / f"{role}.key").write_text(bytes(key).hex())
            self.keys[role] = bytes(key.public_key).hex()
        (self.work / "signing.key").write_text(bytes(nacl.signing.SigningKey.generate()).hex())
        with open(self.data, "wb") as out:
            for _ in range(self.options.mib):
                out.write(os.urandom(MIB))
        self.settle(self.data)
        self.warm(self.data)

    def publish(self, output: pathlib.Path) -> list[str]:
        return ["publish", "--input", str(self.data), "--output-dir", str(output), "--owner-public-key", self.keys["owner"],
                "--operator-public-key", self.keys["owner"], "--machine-public-key", self.keys["owner"],
                "--signing-key-file", str(self.work / "signing.key"), "--machine-did", "did:peaq:1",
                "--machine-key-id", "did:peaq:1#k", "--chunk-size", str(self.options.chunk_size)]

    def grant(self, output: pathlib.Path) -> list[str]:
        return ["grant", "--chunk-dir", str(self.package), "--output-dir", str(output), "--buyer-id", "buyer",
                "--buyer-public-key", self.keys["buyer"], "--owner-private-key-file", str(self.work / "owner.key")]

    def consume(self, output: pathlib.Path) -> list[str]:
        return ["consume", "--chunk-dir", str(self.package), "--data-dir", str(self.package), "--access-dir",
                str(self.access), "--buyer-id", "buyer", "--buyer-private-key-file", str(self.work / "buyer.key"),
                "--output", str(output)]

    def library_verify(self) -> list[str]:
        return [sys.executable, str(SOURCES / "library_verify.py"), str(self.package)]

    # -- the jobs -------------------------------------------------------------------------------
    def timed_publish(self, name: str, command) -> dict[str, float]:
        output = self.work / f"package-{name}"
        result = self.measure(command(output))
        self.settle(output)
        return result

    def timed_consume(self, command) -> dict[str, float]:
        output = self.work / "consumed"
        result = self.measure(command(output))
        if subprocess.run(["cmp", "-s", str(output), str(self.data)]).returncode != 0:
            sys.exit("what was consumed is not what was published")
        self.settle(output)
        output.unlink()
        return result

    def timed_grant(self, command) -> dict[str, float]:
        output = self.work / "granted"
        shutil.rmtree(output, ignore_errors=True)
        return self.measure(command(output))

    def timed_library(self) -> dict[str, float]:
        """Only the library's call counts, with everything in memory already."""
        text = subprocess.run(self.library_verify(), check=True, capture_output=True, text=True).stdout
        return json.loads(text)

    def run(self) -> None:
        self.prepare()
        cost = json.loads(subprocess.run([self.options.primitives], check=True, capture_output=True, text=True).stdout)
        gib = self.options.mib * MIB / GIB
        chunks = max(1, -(-self.options.mib * MIB // self.options.chunk_size))
        cores = os.cpu_count() or 1
        self.header(cost, chunks, cores)
        sync = [] if self.options.sync else ["--no-sync"]

        self.compare("publish", lambda run: self.timed_publish(f"ours-{run}", lambda out: self.desk(*self.publish(out), *sync)),
                     lambda run: self.timed_publish(f"reference-{run}", lambda out: self.peaqos(*self.publish(out))),
                     (gib * (3 * cost["sha256"] + cost["xchacha"]) + chunks * (3 * cost["seal"] + cost["sign"])) / cores)
        self.package = self.work / "package-ours-0"
        for extra in self.work.glob("package-*"):
            if extra != self.package:
                shutil.rmtree(extra)
        self.warm(self.package)

        self.compare("grant", lambda _: self.timed_grant(lambda out: self.desk(*self.grant(out), "--no-sync")),
                     lambda _: self.timed_grant(lambda out: self.peaqos(*self.grant(out))),
                     chunks * (cost["open"] + cost["seal"]) / cores)
        self.access = self.work / "access"
        subprocess.run(self.desk(*self.grant(self.access)), check=True)

        self.compare("verify", lambda _: self.measure(self.desk("verify", str(self.package))),
                     lambda _: self.timed_library(), (gib * cost["sha256"] + chunks * cost["verify"]) / cores)
        self.compare("consume", lambda _: self.timed_consume(lambda out: self.desk(*self.consume(out), *sync)),
                     lambda _: self.timed_consume(lambda out: self.peaqos(*self.consume(out))),
                     (gib * (3 * cost["sha256"] + cost["xchacha"]) + chunks * (cost["open"] + cost["verify"])) / cores)
        shutil.rmtree(self.work)

    # -- telling --------------------------------------------------------------------------------
    def header(self, cost: dict[str, float], chunks: int, cores: int) -> None:
        print(f"{self.options.mib} MiB of random data in {chunks} chunks of {self.options.chunk_size} bytes, {cores} cores, "
              f"{'synced' if self.options.sync else '--no-sync'}, median of {self.options.runs}")
        print(f"primitives on one core: SHA-256 {cost['sha256']:.2f} s/GiB, XChaCha20-Poly1305 {cost['xchacha']:.2f} s/GiB, "
              f"seal {cost['seal'] * 1e6:.0f} us, open {cost['open'] * 1e6:.0f} us, sign {cost['sign'] * 1e6:.0f} us, "
              f"verify {cost['verify'] * 1e6:.0f} us")
        print(f"{'job':8} {'reference':>10} {'ours':>8} {'min-max':>12} {'ratio':>7} {'limit':>7} {'memory':>9} {'ref. memory':>12} "
              f"{'user':>6} {'system':>7}", flush=True)

    def show(self, row: dict) -> None:
        ours, theirs = row["ours"], row["reference"]
        reference = f"{theirs['seconds']:.2f} s" if theirs else "-"
        ratio = f"{theirs['seconds'] / ours['seconds']:.1f} x" if theirs else "-"
        memory = f"{theirs['mib']:.0f} MiB" if theirs and "mib" in theirs else "-"
        low, high = row["spread"]
        print(f"{row['job']:8} {reference:>10} {ours['seconds']:6.2f} s {low:5.2f}-{high:.2f} s {ratio:>7} {row['floor']:5.2f} s "
              f"{ours['mib']:5.0f} MiB {memory:>12} {ours['user']:6.2f} {ours['system']:7.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--primitives", required=True)
    parser.add_argument("--work", required=True, help="folder for the data; needs 12 times its size, and is removed")
    parser.add_argument("--mib", type=int, default=1024, help="size of the data")
    parser.add_argument("--chunk-size", type=int, default=262144)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-reference", dest="reference", action="store_false", help="ours alone, for large data")
    parser.add_argument("--sync", action="store_true", help="ours waits for the disk, as it does by default")
    Bench(parser.parse_args()).run()


if __name__ == "__main__":
    main()
