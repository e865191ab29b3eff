#!/usr/bin/env bash
# Measures the program against the reference implementation in one run. Options go to tests/bench/bench.py:
#   scripts/bench.sh                                     everything at 1 GiB, median of 5: about half an hour
#   scripts/bench.sh envelopes readings                  only these parts (packages durable zip age envelopes readings)
#   scripts/bench.sh --mib 8192 --no-reference --runs 1 packages   memory at 8 GiB
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

install_missing "${build_packages[@]}" python3-venv time age
scripts/reference-environment.sh
cmake --preset release -DSTREAMDESK_BENCH=ON >/dev/null
cmake --build --preset release
exec .venv/bin/python tests/bench/bench.py --program "$PWD/build/release/bin/stream-desk-cli" \
    --primitives "$PWD/build/release/bin/bench-primitives" --work "$PWD/build/bench" "$@"
