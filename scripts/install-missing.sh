# Sourced by the other scripts: installs what a build needs and a machine lacks. Debian and its relatives.
#   install_missing PACKAGE…

install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This script installs packages on Debian only. Needed here: $*" >&2
        return 0
    fi
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Please install as root: ${missing[*]}" >&2; return 1; }
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# What the program is built with, and what its tests need beyond that.
build_packages=(g++ cmake ninja-build ccache pkg-config libssl-dev libsodium-dev libsecp256k1-dev
    libzip-dev qt6-base-dev libqt6svg6-dev qt6-l10n-tools qt6-translations-l10n rapidjson-dev libcli11-dev libqrencode-dev libzxing-dev
    qtkeychain-qt6-dev libsecret-1-0)
test_packages=(lld python3-venv util-linux strace groff-base mandoc zsh fish xvfb xauth xdotool dbus-daemon
    dbus-bin gnome-keyring libsecret-tools at-spi2-core fonts-dejavu-core desktop-file-utils)
fuzz_packages=(clang libclang-rt-dev) # libFuzzer and the sanitizers come with the second
