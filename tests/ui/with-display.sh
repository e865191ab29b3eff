#!/usr/bin/env bash
# Runs a command with a screen, a session bus and home folders of its own, which all go when it ends:
#   with-display.sh PROGRAM [ARGUMENT...]
# STREAMDESK_SCREEN sets the screen's size, "1600x1200" unless told.
set -euo pipefail
home=$(mktemp -d)
Xvfb -displayfd 1 -screen 0 "${STREAMDESK_SCREEN:-1600x1200}x24" -nolisten tcp >"$home/display" 2>"$home/xvfb.log" &
server=$!
cleanup() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$home"
}
trap cleanup EXIT
for _ in $(seq 200); do
    [ -s "$home/display" ] && break
    kill -0 "$server" 2>/dev/null || { cat "$home/xvfb.log" >&2; exit 1; }
    sleep 0.05
done
mkdir -m 700 "$home/runtime"
export DISPLAY=":$(cat "$home/display")" QT_QPA_PLATFORM=xcb HOME=$home XDG_CONFIG_HOME=$home/config \
    XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_RUNTIME_DIR=$home/runtime
unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DBUS_SESSION_BUS_ADDRESS
dbus-run-session -- "$@"
