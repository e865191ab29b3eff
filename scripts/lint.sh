#!/usr/bin/env bash
# Formatting and clang-tidy over the program's own code; nothing is changed. Needs the dev preset to be configured.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh
install_missing clang-format clang-tidy
scripts/check-structure.sh
cmake --preset dev >/dev/null
mapfile -t files < <(git ls-files 'app/*.cpp' 'app/*.h' 'core/*.cpp' 'core/*.h' 'tests/*.cpp' 'tests/*.h' \
    'ui/*.cpp' 'ui/*.h')
clang-format --dry-run --Werror "${files[@]}"
# What every file of a target includes is read once, in a form that only the compiler that made it can use.
mkdir -p build/dev/tidy
sed -E 's/ -include [^ ]*cmake_pch\.hxx//; s/ -(fpch-preprocess|Winvalid-pch)//g' build/dev/compile_commands.json \
    >build/dev/tidy/compile_commands.json
git ls-files 'app/*.cpp' 'core/*.cpp' 'ui/*.cpp' | grep -v _windows |
    xargs -P "$(nproc)" -n 4 clang-tidy -p build/dev/tidy --quiet
