# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by scripts of the lab that are called as SCRIPT FOLDER [PACKAGES]: a bare Debian 12 in FOLDER/base, made once, and
# copies of it that have the packages in /new. Sets $lab and $packages.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ $# -ge 1 ] || { echo "usage: $0 FOLDER [PACKAGES]" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "$0: needs root" >&2; exit 2; }
mkdir -p "$1"
lab=$(cd "$1" && pwd)
packages=$(cd "${2:-$top/out/packages}" && pwd)
checks=0

ok() {
    checks=$((checks + 1))
    echo "ok: $*"
}
fail() {
    echo "FAILED: $*" >&2
    exit 1
}
# until_true SECONDS COMMAND…: a bound against hanging, not a measurement.
until_true() {
    local left=$(($1 * 10))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

make_base() {
    [ ! -e "$lab/base/.ready" ] || return 0
    rm -rf --one-file-system "$lab/base"
    debootstrap --variant=minbase bookworm "$lab/base" "${OW_MIRROR:-http://deb.debian.org/debian}" >"$lab/debootstrap.log"
    touch "$lab/base/.ready"
}

copy_base() { # folder
    local deb
    rm -rf --one-file-system "$1"
    cp -a "$lab/base" "$1"
    cp /etc/resolv.conf "$1/etc/resolv.conf"
    # A lab's clock may show any day; the signatures are checked all the same.
    printf 'Acquire::Check-Valid-Until "false";\nAcquire::Check-Date "false";\n' >"$1/etc/apt/apt.conf.d/99lab"
    mkdir -p "$1/new" "$lab/archives/partial"
    for deb in "$packages"/*.deb; do
        cp "$deb" "$1/new/$(dpkg-deb -f "$deb" Package).deb"
    done
}
