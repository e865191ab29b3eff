#!/usr/bin/env python3
"""Measures stream-desk-cli against the reference implementation, and against what else there is to compare with: same
machine, same data, alternating, in one run.

Prints a table of medians: seconds, the ratio, memory, user and system seconds, and beside each job the least that its
primitives cost on this machine's cores. See docs/performance.md. Started by scripts/bench.sh.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

import readings
from harness import GIB, MIB, Harness

SOURCES = pathlib.Path(__file__).parent
PARTS = ("packages", "durable", "zip", "age", "envelopes", "readings")


class Bench(Harness):
    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options)
        self.data = self.work / "data"
        self.keys: dict[str, str] = {}
        self.cost = json.loads(subprocess.run([options.primitives], check=True, capture_output=True, text=True).stdout)
        self.cores = os.cpu_count() or 1

    # -- the two sides --------------------------------------------------------------------------
    def desk(self, *arguments: str) -> list[str]:
        return [self.options.program, "-q", *arguments]

    def peaqos(self, *arguments: str) -> list[str]:
        return [str(pathlib.Path(sys.executable).parent / "peaqos"), "-q", "stream", *arguments]

    def prepare_keys(self) -> None:
        import nacl.public
        import nacl.signing
        for role in ("owner", "buyer"):
            key = nacl.public.PrivateKey.generate()
            (self.work / f"{role}.key").write_text(bytes(key).hex())
            self.keys[role] = bytes(key.public_key).hex()
        (self.work / "signing.key").write_text(bytes(nacl.signing.SigningKey.generate()).hex())

    def prepare_data(self) -> None:
        with open(self.data, "wb") as out:
            for _ in range(self.options.mib):
                out.write(os.urandom(MIB))
        self.settle(self.data)
        self.warm(self.data)

    def publish(self, output: pathlib.Path, data: pathlib.Path | None = None, chunk_size: int | None = None) -> list[str]:
        return ["publish", "--input", str(data or self.data), *self.target(output), "--owner-public-key", self.keys["owner"],
                "--operator-public-key", self.keys["owner"], "--machine-public-key", self.keys["owner"],
                "--signing-key-file", str(self.work / "signing.key"), "--machine-did", "did:peaq:1",
                "--machine-key-id", "did:peaq:1#k", "--chunk-size", str(chunk_size or self.options.chunk_size)]

    @staticmethod
    def target(output: pathlib.Path) -> list[str]:
        return ["--zip", str(output)] if output.suffix == ".zip" else ["--output-dir", str(output)]

    def grant(self, output: pathlib.Path) -> list[str]:
        return ["grant", "--chunk-dir", str(self.package), "--output-dir", str(output), "--buyer-id", "buyer",
                "--buyer-public-key", self.keys["buyer"], "--owner-private-key-file", str(self.work / "owner.key")]

    def consume(self, output: pathlib.Path) -> list[str]:
        return ["consume", "--chunk-dir", str(self.package), "--data-dir", str(self.package), "--access-dir",
                str(self.access), "--buyer-id", "buyer", "--buyer-private-key-file", str(self.work / "buyer.key"),
                "--output", str(output)]

    # -- one run --------------------------------------------------------------------------------
    def timed_publish(self, name: str, command) -> dict[str, float]:
        output = self.work / f"package-{name}"
        result = self.measure(command(output))
        self.settle(output)
        return result

    def timed_consume(self, command) -> dict[str, float]:
        output = self.work / "consumed"
        result = self.measure(command(output))
        if subprocess.run(["cmp", "-s", str(output), str(self.data)]).returncode != 0:
            sys.exit("what came out is not what was put in")
        self.settle(output)
        output.unlink()
        return result

    def timed_grant(self, command) -> dict[str, float]:
        output = self.work / "granted"
        shutil.rmtree(output, ignore_errors=True)
        return self.measure(command(output))

    def timed_copy(self, source: pathlib.Path, name: str) -> dict[str, float]:
        """cp and sync: what bringing the same bytes to the disk costs without any work on them."""
        copy = self.work / f"copy-{name}"
        result = self.measure(["sh", "-c", 'cp -r "$1" "$2" && sync -f "$2"', "sh", str(source), str(copy)])
        self.settle(copy)
        return result

    def library(self, script: str, *arguments: str) -> dict[str, float]:
        """Only the library's own call counts, which the script measures."""
        return json.loads(subprocess.run([sys.executable, str(SOURCES / script), *arguments], check=True, capture_output=True,
                                         text=True).stdout)

    # -- the parts ------------------------------------------------------------------------------
    def floors(self) -> dict[str, float]:
        gib = self.options.mib * MIB / GIB
        chunks = max(1, -(-self.options.mib * MIB // self.options.chunk_size))
        cost = self.cost
        return {"publish": (gib * (3 * cost["sha256"] + cost["xchacha"]) + chunks * (3 * cost["seal"] + cost["sign"])) / self.cores,
                "grant": chunks * (cost["open"] + cost["seal"]) / self.cores,
                "verify": (gib * cost["sha256"] + chunks * cost["verify"]) / self.cores,
                "consume": (gib * (3 * cost["sha256"] + cost["xchacha"]) + chunks * (cost["open"] + cost["verify"])) / self.cores}

    def make_package(self) -> None:
        """One package and its access files for the parts to read."""
        self.package = self.work / "package"
        self.access = self.work / "access"
        if not self.package.exists():
            self.prepare_data()
            subprocess.run(self.desk(*self.publish(self.package), "--no-sync"), check=True)
            subprocess.run(self.desk(*self.grant(self.access), "--no-sync"), check=True)
            self.settle()
        self.warm(self.package)

    def packages(self) -> None:
        self.make_package()
        floor = self.floors()
        self.compare("publish", lambda run: self.timed_publish(f"ours-{run}", lambda out: self.desk(*self.publish(out), "--no-sync")),
                     lambda run: self.timed_publish(f"reference-{run}", lambda out: self.peaqos(*self.publish(out))),
                     floor["publish"])
        self.compare("grant", lambda _: self.timed_grant(lambda out: self.desk(*self.grant(out), "--no-sync")),
                     lambda _: self.timed_grant(lambda out: self.peaqos(*self.grant(out))), floor["grant"])
        self.compare("verify", lambda _: self.measure(self.desk("verify", str(self.package))),
                     lambda _: self.library("library_verify.py", str(self.package)), floor["verify"])
        self.compare("consume", lambda _: self.timed_consume(lambda out: self.desk(*self.consume(out), "--no-sync")),
                     lambda _: self.timed_consume(lambda out: self.peaqos(*self.consume(out))), floor["consume"])

    def durable(self) -> None:
        self.make_package()
        self.compare("publish, synced", lambda run: self.timed_publish(f"synced-{run}", lambda out: self.desk(*self.publish(out))),
                     lambda run: self.timed_copy(self.package, f"package-{run}"), self.floors()["publish"], "cp, sync")
        self.compare("consume, synced", lambda run: self.timed_consume(lambda out: self.desk(*self.consume(out))),
                     lambda run: self.timed_copy(self.data, f"data-{run}"), self.floors()["consume"], "cp, sync")

    def zip(self) -> None:
        self.make_package()
        archive = self.work / "package.zip"
        subprocess.run(self.desk(*self.publish(archive), "--no-sync"), check=True)
        self.settle(archive)
        self.warm(archive)
        self.compare("verify ZIP", lambda _: self.measure(self.desk("verify", str(archive))),
                     lambda _: self.measure(self.desk("verify", str(self.package))), self.floors()["verify"], "folder")

    def age(self) -> None:
        self.make_package()
        key = self.work / "age.key"
        subprocess.run(["age-keygen", "-o", str(key)], check=True, capture_output=True)
        recipient = subprocess.run(["age-keygen", "-y", str(key)], check=True, capture_output=True, text=True).stdout.strip()
        sealed = self.work / "data.age"
        encrypt = ["age", "-r", recipient, "-o", str(sealed), str(self.data)]
        subprocess.run(encrypt, check=True)
        self.settle(sealed)
        self.warm(sealed)
        self.compare("publish", lambda run: self.timed_publish(f"beside-age-{run}", lambda out: self.desk(*self.publish(out), "--no-sync")),
                     lambda run: self.timed_publish(f"age-{run}", lambda out: [*encrypt[:3], "-o", str(out), str(self.data)]),
                     self.floors()["publish"], "age")
        self.compare("consume", lambda _: self.timed_consume(lambda out: self.desk(*self.consume(out), "--no-sync")),
                     lambda _: self.timed_consume(lambda out: ["age", "-d", "-i", str(key), "-o", str(out), str(sealed)]),
                     self.floors()["consume"], "age")

    def envelopes(self) -> None:
        """100,000 chunks of 16 bytes: what counts is opening their envelopes."""
        small = self.work / "small"
        small.write_bytes(os.urandom(self.options.envelopes * 16))
        package = self.work / "many"
        subprocess.run(self.desk(*self.publish(package, small, 16), "--no-sync"), check=True)
        self.settle()
        self.warm(package)
        print(f"{self.options.envelopes:,} envelopes; the program itself takes "
              f"{self.measure(self.desk('--version'))['mib']:.0f} MiB")
        self.compare("inspect", lambda _: self.measure(self.desk("inspect", "--json", str(package))),
                     lambda _: self.library("library_envelopes.py", str(package)))

    def readings(self) -> None:
        readings.run(self)

    def run(self) -> None:
        self.prepare_keys()
        cost = self.cost
        print(f"{self.options.mib} MiB of random data in chunks of {self.options.chunk_size} bytes, {self.cores} cores, "
              f"median of {self.options.runs}")
        print(f"primitives on one core: SHA-256 {cost['sha256']:.2f} s/GiB, XChaCha20-Poly1305 {cost['xchacha']:.2f} s/GiB, "
              f"seal {cost['seal'] * 1e6:.0f} us, open {cost['open'] * 1e6:.0f} us, sign {cost['sign'] * 1e6:.0f} us, "
              f"verify {cost['verify'] * 1e6:.0f} us, secp256k1 sign {cost['ecdsa_sign'] * 1e6:.0f} us, "
              f"recover {cost['ecdsa_recover'] * 1e6:.0f} us")
        self.header()
        for part in self.options.parts or PARTS:
            getattr(self, part)()
        shutil.rmtree(self.work)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--primitives", required=True)
    parser.add_argument("--work", required=True, help="folder for the data; needs 24 times its size, and is removed")
    parser.add_argument("--mib", type=int, default=1024, help="size of the data")
    parser.add_argument("--chunk-size", type=int, default=262144)
    parser.add_argument("--envelopes", type=int, default=100_000)
    parser.add_argument("--readings", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-reference", dest="reference", action="store_false", help="ours alone, for large data")
    parser.add_argument("parts", nargs="*", choices=PARTS, default=[], help="all of them when none is named")
    Bench(parser.parse_args()).run()


if __name__ == "__main__":
    main()
