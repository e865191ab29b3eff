#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: the suite, the live conformance with the reference
# implementation, the suite again under AddressSanitizer and UndefinedBehaviorSanitizer, what is threaded under
# ThreadSanitizer, and every fuzz target for ten seconds. `scripts/test.sh dev` runs the first two only.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

install_missing "${build_packages[@]}" "${test_packages[@]}" "${fuzz_packages[@]}"
scripts/reference-environment.sh

run_preset() {
    cmake --preset "$1" -DSTREAMDESK_REFERENCE_PYTHON="$PWD/.venv/bin/python" >/dev/null
    cmake --build --preset "$1"
    ctest --preset "$1" -j "$(nproc)"
}
for preset in ${1:-tsan asan-ubsan fuzz dev}; do
    printf '\n== %s ==\n' "$preset"
    run_preset "$preset"
done
