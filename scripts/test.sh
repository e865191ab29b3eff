#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: the suite, the live conformance with the reference
# implementation, core and command line again under AddressSanitizer and UndefinedBehaviorSanitizer, what is threaded
# under ThreadSanitizer, and every fuzz target for ten seconds. `scripts/test.sh dev` runs the first two only,
# `scripts/test.sh asan-ubsan` everything under the sanitizers, the window too.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

install_missing "${build_packages[@]}" "${test_packages[@]}" "${fuzz_packages[@]}"
scripts/reference-environment.sh

run_preset() {
    cmake --preset "$1" -DSTREAMDESK_REFERENCE_PYTHON="$PWD/.venv/bin/python" >/dev/null
    cmake --build --preset "$1"
    ctest --preset "$1" -j "$((2 * $(nproc)))" # many of them wait for a window
}
for preset in ${1:-tsan asan-core fuzz dev}; do
    printf '\n== %s ==\n' "$preset"
    run_preset "$preset"
done
