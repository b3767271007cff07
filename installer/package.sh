#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds what windows and centres run and makes the Debian packages of it in out/packages:
#   installer/package.sh          onewindow, onewindow-camera, onewindow-center
# An error of lintian fails it. Packages are made for the Debian they are built on.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
preset=${OW_PRESET:-release}
[ -n "${OW_SETUP_DONE:-}" ] || installer/setup.sh packages.txt packaging.txt
desktop-file-validate installer/desktop/*.desktop
appstreamcli validate --no-net --pedantic installer/desktop/*.metainfo.xml
mandoc -T lint -W warning docs/man/*
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --parallel "$(nproc)" --target \
    onewindow onewindow-ctl onewindow-center ow_capture_helper ow_scan_helper ow_device_helper ow_capture_camera

# The same commit gives the same packages, whenever it is packed.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
umask 022
made=$top/build/$preset/packages
rm -rf "$made"
cpack -G DEB --config "build/$preset/CPackConfig.cmake" -B "$made" >"$made.log" 2>&1 || { cat "$made.log"; exit 1; }
mkdir -p out/packages
rm -f out/packages/*.deb
mv "$made"/*.deb out/packages/
rm -rf "$made"
# Who packs for himself is not who uploads to Debian.
as_root=()
[ "$(id -u)" -ne 0 ] || as_root=(--allow-root)
lintian "${as_root[@]}" --profile debian --fail-on error --suppress-tags-from-file installer/debian/lintian-suppressed out/packages/*.deb
for package in out/packages/*.deb; do
    printf '%s: %s KiB, installed %s KiB\n' "${package##*/}" "$(($(stat -c %s "$package") / 1024))" \
        "$(dpkg-deb -f "$package" Installed-Size)"
done
