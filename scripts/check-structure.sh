#!/usr/bin/env bash
# The rules that no compiler checks: rooms look downward only, each C library is touched in its room only, and nothing
# is left for later. Prints what breaks a rule.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0
forbid() { # MESSAGE PATTERN PATH…
    local message=$1 pattern=$2
    shift 2
    local found
    found=$(grep -rnE "$pattern" "$@" --include='*.h' --include='*.cpp') && { printf '%s:\n%s\n' "$message" "$found"; failed=1; }
}
outside() { find core app ui -mindepth 1 -maxdepth 2 -type d ! -path "$1" ! -path core ! -path app; }

forbid "core includes upward" '#include "(app|ui)/' core
forbid "core uses the toolkit's windows" '#include <Q(Widget|Application|Gui|Pixmap|Icon|Message|Dialog)' core
forbid "base includes another room" '#include "core/(crypto|io|json|jobs|stream|package|keys|recognition)/' core/base
forbid "crypto includes another room than base" '#include "core/(io|json|jobs|stream|package|keys|recognition)/' core/crypto
forbid "json includes another room than base" '#include "core/(crypto|io|jobs|stream|package|keys|recognition)/' core/json
forbid "jobs includes another room than base" '#include "core/(crypto|io|json|stream|package|keys|recognition)/' core/jobs
forbid "io includes a room above it" '#include "core/(json|jobs|stream|package|keys|recognition)/' core/io
forbid "stream includes a room above it" '#include "core/(io|package|keys|recognition)/' core/stream
forbid "package includes a room above it" '#include "core/(keys|recognition)/' core/package
forbid "keys includes a room above it" '#include "core/(package|recognition)/' core/keys
for room in $(outside core/crypto); do
    forbid "a cryptographic library outside core/crypto" '#include <(sodium|openssl/|secp256k1)' "$room"
done
for room in $(outside core/json); do
    forbid "RapidJSON outside core/json" '#include <rapidjson/' "$room"
done
forbid "ui includes upward" '#include "app/' ui
forbid "the command line uses the window" '#include "ui/' app/cli
forbid "a nested event loop in the window" '(->|\.)exec\(\)|processEvents|QEventLoop' ui
mapfile -t without_zip < <(find core app ui -name '*.h' -o -name '*.cpp' | grep -v '^core/package/zip_')
forbid "libzip outside core/package/zip_*" '#include <zip' "${without_zip[@]}"
mapfile -t without_keychain < <(find core app ui -name '*.h' -o -name '*.cpp' | grep -v '^core/keys/keychain_jobs')
forbid "QtKeychain outside core/keys/keychain_jobs" '#include <(qt6)?keychain' "${without_keychain[@]}"
forbid "something is left for later" '\b(TODO|FIXME|XXX|HACK)\b' app core ui tests
[ "$failed" -eq 0 ] && echo "The structure is as it should be."
exit "$failed"
