#!/usr/bin/env bash
# Measures the window with a large package: when there is something to see, the longest gap between turns of the event
# loop while it opens, verifies, filters, sorts and zooms, what painting takes, and memory.
#   scripts/bench-window.sh              100,000 chunks, and a chain of 1,000,000 rows: some minutes
#   scripts/bench-window.sh 10000        that many chunks, and ten times as many rows
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

install_missing "${build_packages[@]}" "${test_packages[@]}"
cmake --preset dev >/dev/null
cmake --build --preset dev --target test_scale
STREAMDESK_SCALE="${1:-100000}" QTEST_FUNCTION_TIMEOUT=1800000 exec tests/ui/with-display.sh build/dev/tests/ui/test_scale
