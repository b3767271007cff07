#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds what a window runs and measures the budgets on it: tests/bench/run.sh [FILE] [bench…]
# FILE (default out/benches.json) gets the figures, the table comes to the screen. With no display, under Xvfb.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"
file=${1:-out/benches.json}
[ $# -eq 0 ] || shift
mkdir -p "$(dirname "$file")"
cmake --preset release >/dev/null
cmake --build --preset release --parallel "$(nproc)" --target ow_bench
bench=build/release/bin/ow_bench
if [ -n "${DISPLAY:-}" ]; then
    "$bench" "$@" >"$file"
else
    xvfb-run -a -s "-screen 0 1920x1080x24 -nolisten tcp" tests/tour/with-manager "$bench" "$@" >"$file"
fi
