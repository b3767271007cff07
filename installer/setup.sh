#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what a fresh Debian 12 lacks for building, testing and running OneWindow. Safe to run again.
#   installer/setup.sh [LIST…]   lists of packages beside this script; packages.txt when none is named
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- packages.txt
mapfile -t packages < <(cd "$here" && cat "$@" | grep -v '^#' | tr ' ' '\n' | sed '/^$/d')

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "setup: all ${#packages[@]} packages are here"
    exit 0
fi
echo "setup: installing ${#missing[@]} packages: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "setup: done"
