#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the icon of the program in the sizes of the hicolor theme, beside this script. Run it after a change of the
# SVG (package librsvg2-bin) and commit what it made: neither build nor package needs a renderer then.
set -euo pipefail
cd "$(dirname "$0")"
name=cn.gov.gansu.onewindow
for size in 16 22 24 32 48 64 128 256; do
    mkdir -p "icons/$size"
    rsvg-convert --width "$size" --height "$size" --output "icons/$size/$name.png" "$name.svg"
done
