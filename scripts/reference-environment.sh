#!/usr/bin/env bash
# Makes .venv with the pinned reference implementation, when it is not there yet or the pins have changed.
set -euo pipefail
cd "$(dirname "$0")/.."
pins=tests/conformance/requirements.txt
cmp -s "$pins" .venv/installed.txt && exit 0
echo "Installing the reference implementation into .venv" >&2
python3 -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$pins"
cp "$pins" .venv/installed.txt
