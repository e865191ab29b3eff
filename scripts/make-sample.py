#!/usr/bin/env python3
"""Makes resources/sample anew with the reference implementation.

Usage: make-sample.py FOLDER    (in an environment with tests/conformance/requirements.txt installed)

The data is invented and computed, so it is the same every time; keys, nonces and the date are new with every run.
"""
import csv
import io
import math
import pathlib
import sys

import nacl.public
import nacl.signing
from click.testing import CliRunner
from peaq_os_cli.commands.stream import stream

MACHINE = "did:peaq:0x" + b"sample-robot-0000001".hex()
CHUNK_SIZE = 1024


def telemetry() -> bytes:
    """Eight minutes of a delivery robot's drive, one line every four seconds."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["time", "latitude", "longitude", "speed_kmh", "battery_percent", "motor_celsius"])
    for step in range(120):
        seconds = step * 4
        rows.writerow([
            f"2026-11-20T14:{10 + seconds // 60:02d}:{seconds % 60:02d}Z",
            f"{52.520008 + 0.0011 * math.sin(step / 19):.6f}",
            f"{13.404954 + 0.00009 * step:.6f}",
            f"{max(0.0, 18 + 7 * math.sin(step / 8)):.1f}",
            f"{91 - step * 0.04:.1f}",
            f"{31 + 6 * (1 - math.exp(-step / 40)):.1f}",
        ])
    return text.getvalue().encode()


def main(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: nacl.public.PrivateKey.generate() for name in ("owner", "operator", "machine", "buyer")}
    public = {name: bytes(key.public_key).hex() for name, key in keys.items()}
    (folder / "telemetry.csv").write_bytes(telemetry())
    (folder / "signing.key").write_text(bytes(nacl.signing.SigningKey.generate()).hex() + "\n")
    for name in ("owner", "buyer"):
        (folder / f"{name}.key").write_text(bytes(keys[name]).hex() + "\n")
    (folder / "buyer.pub").write_text(public["buyer"] + "\n")

    result = CliRunner().invoke(stream, [
        "publish", "--input", str(folder / "telemetry.csv"), "--output-dir", str(folder / "package"),
        "--owner-public-key", public["owner"], "--operator-public-key", public["operator"],
        "--machine-public-key", public["machine"], "--signing-key-file", str(folder / "signing.key"),
        "--machine-did", MACHINE, "--machine-key-id", f"{MACHINE}#keys-1", "--chunk-size", str(CHUNK_SIZE),
    ], obj={"quiet": True})
    if result.exit_code != 0:
        sys.exit(result.output)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
