#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Set-up, build and every test; ends with ctest's summary. Usage: installer/test.sh [preset], default ci.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
preset=${1:-ci}
cd "$top"
jobs=$(nproc)
[ -n "${OW_SETUP_DONE:-}" ] || installer/setup.sh
installer/minutes.sh "configure ($preset)" cmake --preset "$preset"
installer/minutes.sh "build ($preset)" cmake --build --preset "$preset" --parallel "$jobs"
installer/minutes.sh "tests ($preset)" ctest --preset "$preset" --parallel "$jobs" --no-tests=error
