#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Set-up, build, a local centre with sample people, and the client with the starting catalogue.
#   installer/run.sh             the window itself (with a display)
#   installer/run.sh --tour DIR  drives the main job through the real widgets under Xvfb; leaves screenshots, papers
#                                and tour.json in DIR. Also what happens without a display (DIR = out).
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
preset=${OW_PRESET:-release}
tour=
while [ $# -gt 0 ]; do
    case $1 in
    --tour)
        tour=${2:?--tour needs a folder}
        shift 2
        ;;
    *)
        echo "usage: installer/run.sh [--tour DIR]" >&2
        exit 2
        ;;
    esac
done
if [ -z "$tour" ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    tour=out
    echo "run: no display, so the tour goes to $tour"
fi

[ -n "${OW_SETUP_DONE:-}" ] || installer/setup.sh
bin=$top/build/$preset/bin
cmake --preset "$preset" >/dev/null
targets=(onewindow onewindow-center onewindow-ctl ow_capture_helper)
[ -z "$tour" ] || targets+=(ow_tour)
cmake --build --preset "$preset" --parallel "$(nproc)" --target "${targets[@]}"

password=longyun-2026
source installer/centre.sh

if [ -n "$tour" ]; then
    mkdir -p "$tour"
    tour=$(cd "$tour" && pwd)
    work=$(mktemp -d)
    trap 'kill ${centre_pid:-} 2>/dev/null || true; rm -rf "$work"' EXIT
    data=$work/centre
    export OW_CHEAP_KDF=1 XDG_STATE_HOME=$work/state XDG_RUNTIME_DIR=$work/run
    mkdir -p -m 700 "$XDG_RUNTIME_DIR"
    # A scanner for the tour: SANE's own test device and nothing else.
    mkdir -p "$work/sane"
    sed 's/^test-picture .*/test-picture "Color pattern"/' /etc/sane.d/test.conf >"$work/sane/test.conf"
    echo test >"$work/sane/dll.conf"
    export SANE_CONFIG_DIR=$work/sane
    centre_init
    code=$(centre_code W03)
    printf '%s\n%s\n' "$code" "$password" >"$work/secrets"
    # A window manager, so that windows become active as they do on a desk.
    xvfb-run -a -s "-screen 0 1920x1080x24 -nolisten tcp" tests/tour/with-manager "$bin/ow_tour" \
        --out "$tour" --profile "$work/profile" --centre-program "$bin/onewindow-center" --centre-data "$data" \
        --helper "$bin/onewindow-capture" --secrets "$work/secrets"
    # The counts come from the programs' own export, compared by a script that links nothing of ours.
    "$bin/onewindow-center" export --data "$data" --json >"$work/export.jsonl"
    "$bin/onewindow-ctl" --json --profile "$work/profile" --user zhangsan --password-fd 3 cases 3< <(echo "$password") >"$work/cases.json"
    python3 tests/tour/compare.py "$tour/tour.json" "$work/export.jsonl" "$work/cases.json"
    exit 0
fi

data=${XDG_DATA_HOME:-$HOME/.local/share}/onewindow-centre
centre_init
centre_serve 8443
trap 'kill "$centre_pid" 2>/dev/null || true' EXIT
echo "run: centre at $centre_url; one-time code for window W03: $(centre_code W03)"
echo "run: people zhangsan (clerk), lisi (chief), wangwu (administrator), password $password"
"$bin/onewindow"
