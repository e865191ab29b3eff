"""Signing and verifying data packages: our JSON lines against the reference's library, for one reading."""
import json
import pathlib
import random


def make(count: int, path: pathlib.Path) -> None:
    generator = random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            out.write(json.dumps({
                "gps": {"latitude": round(generator.uniform(-90, 90), 6), "longitude": round(generator.uniform(-180, 180), 6),
                        "fix": {"sats": generator.randrange(20), "hdop": round(generator.random(), 2)}},
                "temperature": round(generator.uniform(-20, 60), 1), "serial": f"SN-{number:05}", "driver": "Alice Example",
                "flags": [1, "two", True, None, 0.25]}) + "\n")


def run(bench) -> None:
    """The reference works on the first readings only, and both times are told for all of them."""
    count, sample = bench.options.readings, max(1, bench.options.readings // 20)
    source, signed = bench.work / "readings.jsonl", bench.work / "signed.jsonl"
    make(count, source)
    key = bench.work / "machine.key"
    key.write_text("11" * 32)
    sign = ["data", "sign", str(source), "--signing-key-file", str(key), "--no-sync", "--replace", "--output", str(signed)]
    bench.measure(bench.desk(*sign))

    def library(job: str) -> dict[str, float]:
        result = bench.library("library_readings.py", job, str(source if job == "sign" else signed), str(key), str(sample))
        return {**result, "seconds": result["seconds"] * count / sample}

    print(f"{count:,} readings")
    bench.compare("data sign", lambda _: bench.measure(bench.desk(*sign)), lambda _: library("sign"),
                  count * bench.cost["ecdsa_sign"] / bench.cores)
    bench.compare("data verify", lambda _: bench.measure(bench.desk("data", "verify", str(signed))), lambda _: library("verify"),
                  count * bench.cost["ecdsa_recover"] / bench.cores)
