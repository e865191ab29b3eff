#!/usr/bin/env bash
# Every error code is produced by a test: it stands among what a test under tests/core or tests/app expects, in a
# comment where the program is run and shows the sentence alone. The tests of the errors themselves, which make them by
# hand, do not count. Prints the codes that are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
codes=$(sed -n '/^enum class ErrorCode/,/^};/p' core/base/errors.h | sed -nE 's/^ +([A-Za-z]+),$/\1/p')
expected=$(find tests/core tests/app -name 'test_*.cpp' ! -name test_errors.cpp -exec cat {} + |
    grep -vE '(Error|refuse|throw)[A-Za-z]*\(ErrorCode::' | grep -oE 'ErrorCode::[A-Za-z]+' | sed 's/.*:://' | sort -u)
missing=$(comm -23 <(sort <<<"$codes") <(cat <<<"$expected"))
if [ -z "$codes" ] || [ -n "$missing" ]; then
    printf 'No test produces:\n%s\n' "$missing"
    exit 1
fi
echo "Every one of the $(wc -l <<<"$codes") error codes is produced by a test."
