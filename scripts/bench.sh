#!/usr/bin/env bash
# Measures the program against the reference implementation in one run. Options go to tests/bench/bench.py:
#   scripts/bench.sh                                     1 GiB in 4,096 chunks, both, median of 5: about a quarter of an hour
#   scripts/bench.sh --mib 8192 --no-reference --runs 1  memory at 8 GiB
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

install_missing "${build_packages[@]}" python3-venv time
scripts/reference-environment.sh
cmake --preset release -DSTREAMDESK_BENCH=ON >/dev/null
cmake --build --preset release
exec .venv/bin/python tests/bench/bench.py --program "$PWD/build/release/bin/stream-desk-cli" \
    --primitives "$PWD/build/release/bin/bench-primitives" --work "$PWD/build/bench" "$@"
