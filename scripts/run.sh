#!/usr/bin/env bash
# Installs what is missing, builds Stream Desk and opens the window on the sample package. Where there is no display it
# does a whole sale through the command line instead: check the package, grant a buyer access, decrypt it as that buyer,
# show what came out. Everything that makes is in build/sample.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install-missing.sh

install_missing "${build_packages[@]}"
cmake --preset release >/dev/null
cmake --build --preset release

sample=resources/sample
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/stream-desk "$sample/package"
fi

desk=$PWD/build/release/bin/stream-desk-cli
out=build/sample
rm -rf "$out"

[ -t 1 ] && bold=$'\e[1m' plain=$'\e[0m' || bold='' plain=''
heading() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }
step() { heading "$1"; shift; printf '$ stream-desk-cli %s\n' "$*"; "$desk" "$@"; }

echo
echo "There is no display here, so no window; the same job runs through the command line."
step "1. The buyer's side: what came, and is it intact?" verify "$sample/package"
step "2. The seller's side: the code that says exactly which package it is" code "$sample/package"
step "3. The seller gives a buyer access" grant --chunk-dir "$sample/package" --output-dir "$out/access" \
    --buyer-id sample-buyer --buyer-public-key "$(cat "$sample/buyer.pub")" --owner-private-key-file "$sample/owner.key"
step "4. The buyer checks it against the code and decrypts" consume --chunk-dir "$sample/package" \
    --data-dir "$sample/package" --access-dir "$out/access" --buyer-id sample-buyer \
    --buyer-private-key-file "$sample/buyer.key" --code "$("$desk" code "$sample/package")" --output "$out/telemetry.csv"
heading "5. The first lines of the data"
head -n 5 "$out/telemetry.csv"
