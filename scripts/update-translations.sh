#!/usr/bin/env bash
# Brings the texts of ui/ and app/gui/ into translations/*.ts; what is new is marked as unfinished there. With --check
# nothing is written: fails when a text is missing or unfinished.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/lib/qt6/bin
check=false
[ "${1:-}" = --check ] && check=true
folder=translations
if $check; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cp translations/*.ts "$folder"
fi
take_up() { lupdate -I . -silent -locations none -no-obsolete "$@"; }
take_up -pluralonly ui app/gui -ts "$folder/stream-desk_en.ts"
others=$(find "$folder" -name '*.ts' ! -name stream-desk_en.ts)
take_up ui app/gui -ts $others
$check || exit 0
grep -q 'type="unfinished"' "$folder"/*.ts || exit 0
echo "Texts without a translation; scripts/update-translations.sh adds them to translations/*.ts:" >&2
grep -B 3 'type="unfinished"' "$folder"/*.ts | sed -n 's|.*stream-desk_\(.*\)\.ts.*<source>|\1: <source>|p' >&2
exit 1
