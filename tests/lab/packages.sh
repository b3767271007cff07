#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The packages as an operator and a clerk meet them: installed by apt into a bare Debian 12 that has nothing but Debian's
# own packages, started, used, upgraded, removed, purged.
#   tests/lab/packages.sh FOLDER [PACKAGES]
# FOLDER keeps the bare system (made once) and takes the used one, logs and pictures; PACKAGES is out/packages when not
# given. Needs root, debootstrap, a mirror of Debian (OW_MIRROR), and of the host only what shows and watches the window:
# Xvfb, openbox, xdotool, ImageMagick, img2pdf, curl.
set -euo pipefail
# shellcheck source=tests/lab/bare.sh
source "$(dirname "$0")/bare.sh"

if [ -z "${OW_LAB_APART:-}" ]; then
    make_base
    # Mounts and processes of the lab end with it, however it ends.
    exec env OW_LAB_APART=1 unshare --mount --pid --fork --mount-proc --kill-child "$0" "$lab" "$packages"
fi
root=$lab/root

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
by_clerk() {
    chroot "$root" runuser -u clerk -- env -i PATH=/usr/bin:/bin HOME=/home/clerk LANG=C.UTF-8 XDG_RUNTIME_DIR=/run/clerk \
        DISPLAY="${DISPLAY:-}" "$@"
}
by_centre() {
    chroot "$root" runuser -u onewindow -- env -i PATH=/usr/bin:/bin HOME=/var/lib/onewindow LANG=C.UTF-8 "$@"
}
has() { inside dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }
count_packages() { inside dpkg-query -W -f='${Status}\n' | grep -c 'install ok installed'; }
install() { inside apt-get install -y --no-install-recommends "$@" >>"$lab/apt.log" 2>&1 || { tail -20 "$lab/apt.log"; fail "apt installs $*"; }; }
# What lies in a folder, to the byte, as one figure.
digest() { (cd "$root$1" && find . -type f -not -name serve.lock -not -name '*-shm' -print0 | sort -z | xargs -0 sha256sum | sha256sum); }
member() { python3 -c 'import json,sys; print(json.load(sys.stdin)'"$1"')'; }

prepare() {
    copy_base "$root"
    mount --make-rprivate /
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/run"
    mount -t tmpfs tmpfs "$root/tmp"
    mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
    chmod 1777 /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    # What was fetched once is not fetched again.
    mkdir -p "$lab/archives/partial"
    mount --bind "$lab/archives" "$root/var/cache/apt/archives"
    : >"$lab/apt.log"
    inside apt-get update >>"$lab/apt.log" 2>&1 || fail "apt-get update"
    mkdir -p "$root/old"
}

# An older version of each package: the same programs, an earlier number, and a file that the newer one does not have.
make_older() {
    local deb name
    for deb in "$root"/new/*.deb; do
        name=$(dpkg-deb -f "$deb" Package)
        rm -rf "$lab/older"
        dpkg-deb -R "$deb" "$lab/older"
        sed -i -e 's/^Version: .*/Version: 0.0.9/' -e "s/onewindow (= [^)]*)/onewindow (= 0.0.9)/" "$lab/older/DEBIAN/control"
        echo old >"$lab/older/usr/share/doc/$name/only-in-0.0.9"
        dpkg-deb --root-owner-group -b "$lab/older" "$root/old/$name.deb" >/dev/null
        rm -rf "$lab/older"
    done
}

install_older() {
    local before
    before=$(count_packages)
    install /old/onewindow-center.deb
    pulled_center=$(($(count_packages) - before - 1))
    ! has libqt6gui6 && ! has libqt6widgets6 || fail "the centre pulls in a user interface"
    ok "the centre installs from Debian alone, without Gui and Widgets"
    before=$(count_packages)
    install /old/onewindow.deb
    pulled_client=$(($(count_packages) - before - 1))
    ! has libqt6multimedia6 || fail "the client pulls in codecs"
    ok "the client installs from Debian alone, without codecs"
    before=$(count_packages)
    install /old/onewindow-camera.deb
    pulled_camera=$(($(count_packages) - before - 1))
    inside sh -c '! ldd /usr/libexec/onewindow/* /usr/bin/onewindow* | grep "not found"' || fail "libraries are missing"
    ok "the cameras' package installs, and no program lacks a library"
    [ "$(stat -c '%a %U' "$root/var/lib/onewindow" | sed 's/ .*//')" = 700 ] || fail "the data folder is open to others"
    [ -z "$(ls -A "$root/var/lib/onewindow")" ] || fail "the package makes secrets"
    [ ! -e "$root/etc/systemd/system/multi-user.target.wants/onewindow-center.service" ] || fail "the service is enabled"
    ok "the data folder is private and empty, the service waits for the operator"
    inside systemd-analyze verify --man=no /lib/systemd/system/onewindow-center.service 2>"$lab/verify.log" || { cat "$lab/verify.log"; fail "systemd-analyze verify"; }
    [ ! -s "$lab/verify.log" ] || { cat "$lab/verify.log"; fail "systemd-analyze verify has words"; }
    exposure=$(inside systemd-analyze security --offline=true --no-pager /lib/systemd/system/onewindow-center.service | tail -1 | sed 's/.*: //')
    ok "systemd-analyze finds nothing in the unit; exposure $exposure"
}

data=/var/lib/onewindow
port=
serve() {
    chroot "$root" install -d -o onewindow -g onewindow -m 0750 /run/onewindow
    rm -f "$root/run/onewindow/port"
    by_centre onewindow-center serve --data "$data" --listen "127.0.0.1:${port:-0}" --listen unix:/run/onewindow/center.sock \
        --port-file /run/onewindow/port >>"$lab/centre.log" 2>&1 &
    centre_pid=$!
    until_true 60 test -s "$root/run/onewindow/port" || { tail "$lab/centre.log"; fail "the centre does not listen"; }
    port=$(tr -d '\n' <"$root/run/onewindow/port")
    curl -fsS --cacert "$root$data/tls/ca.pem" "https://127.0.0.1:$port/health" >"$lab/health" || fail "/health over TLS"
    ok "serve answers /health over TLS: $(head -c 200 "$lab/health" | tr -d '\n')"
}
stop_serving() {
    local server status
    server=$(pgrep -f '^onewindow-center serve')
    kill -TERM "$server"
    status=0
    wait "$centre_pid" || status=$?
    [ "$status" -eq 0 ] || fail "the centre ends with $status"
    ok "SIGTERM ends the centre in order"
}

start_centre() {
    by_centre onewindow-center init --data "$data" --hall JT62 --hall-name 省政务大厅 --host 127.0.0.1 \
        --escrow-file "$data/escrow.json" --escrow-passphrase-fd 3 3< <(echo "quiet mountain river 9") >>"$lab/centre.log" ||
        fail "init"
    by_centre onewindow-center user add --data "$data" --id li01 --name 马尕让 --roles clerk --password-fd 3 \
        3< <(echo "$password") >>"$lab/centre.log" || fail "user add"
    ok "init and user add make a centre"
    serve
}

ctl() { by_clerk onewindow-ctl --json "$@"; }
as_li() { ctl --user li01 --password-fd 3 "$@" 3< <(echo "$password"); }

write_application() { # name of the applicant's file
    cat >"$root/home/clerk/$1.json" <<'END'
{"item": "62-JT-GG-0005", "situations": {"situation": "S01"},
 "applicant": {"kind": "natural", "name": "马尕让", "id": "11010519491231002X", "phone": "13993100001",
               "address": "兰州市城关区", "division": "620102"},
 "fields": {"delivery": "窗口领取", "target": "甘肃陇上物流有限公司", "reason": "查询信用信息"},
 "materials": [{"id": "M01", "files": ["form.pdf"]}, {"id": "M02", "files": ["card.png", "card.jpg"]}]}
END
}

# take NAME EXPECTED: one application at the window, and how many whole cases the centre has afterwards.
take() {
    local taken synced whole
    write_application "$1"
    taken=$(as_li intake "/home/clerk/$1.json") || { echo "$taken"; fail "intake"; }
    [ "$(member '["paperMade"]' <<<"$taken")" = True ] || { echo "$taken"; fail "the paper is not made"; }
    synced=$(as_li sync) || { echo "$synced"; fail "sync"; }
    by_centre onewindow-center export --data "$data" --json >"$lab/export.jsonl" || fail "export"
    whole=$(python3 - "$lab/export.jsonl" <<'END'
import json, sys
cases = [json.loads(line) for line in open(sys.argv[1])]
print(sum(c["blobs_missing"] == 0 and c["blobs_complete"] >= 3 and all(e["outcome"] == "accepted" for e in c["entries"]) for c in cases))
END
    )
    [ "$whole" -eq "$2" ] || { cat "$lab/export.jsonl"; echo "$synced"; fail "the centre has $whole whole cases, not $2"; }
    ok "a case with materials and paper is at the centre ($2 of $2)"
}

use_ctl() {
    local code
    inside useradd --create-home --shell /bin/sh clerk
    chroot "$root" install -d -o clerk -g clerk -m 0700 /run/clerk
    convert -size 1240x1754 xc:white -fill black -draw 'rectangle 100,100 900,110' "$lab/page.jpg"
    img2pdf --output "$root/home/clerk/form.pdf" "$lab/page.jpg"
    convert "$lab/page.jpg" "$root/home/clerk/card.png"
    cp "$lab/page.jpg" "$root/home/clerk/card.jpg"
    [ "$(ctl due 2026-09-30 5 | member '["due"]')" = 2026-10-13 ] || fail "onewindow-ctl due"
    ok "onewindow-ctl answers in JSON"
    code=$(by_centre onewindow-center enroll-code --data "$data" --station W03 --json | member '["code"]')
    ctl init --centre "https://127.0.0.1:$port" --code-fd 3 3< <(echo "$code") >"$lab/enrolled.json" || { cat "$lab/enrolled.json"; fail "enrolment"; }
    ok "a window is enrolled with a one-time code"
    take first 1
}

# Takes the picture; true once there is more on it than empty panes, and nothing but a caret and a clock changes.
settled() {
    local changed
    import -silent -window root "$1"
    [ "$(identify -format '%k' "$1")" -gt 40 ] || return 1
    sleep 1
    import -silent -window root "$1.next.png"
    changed=$(compare -metric AE "$1" "$1.next.png" null: 2>&1 || true)
    mv "$1.next.png" "$1"
    [ "${changed%%.*}" -lt 300 ]
}
# paint NAME ARGUMENTS…: the window, until it has come to rest.
paint() {
    local picture=$lab/$1.png watching window
    shift
    by_clerk onewindow --language zh_CN "$@" >"$lab/window.log" 2>&1 &
    watching=$!
    window=
    until_true 60 xdotool search --onlyvisible --class onewindow || { cat "$lab/window.log"; fail "no window"; }
    window=$(xdotool search --onlyvisible --class onewindow | tail -1)
    until_true 20 settled "$picture" || { cat "$lab/window.log"; fail "the window stays empty"; }
    [ -n "$(xdotool getwindowname "$window")" ] || fail "the window has no title"
    kill "$(pgrep -x onewindow)"
    wait "$watching" || true
    ok "the window is painted: ${picture##*/}, $(identify -format '%wx%h, %k colours' "$picture")"
}
show_window() {
    rm -f "$lab/display"
    Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$lab/display" >"$lab/xvfb.log" 2>&1 &
    xvfb=$!
    # Ended in order, or its lock stays behind.
    trap 'kill "$xvfb" 2>/dev/null && wait "$xvfb" || true' EXIT
    until_true 20 test -s "$lab/display" || { cat "$lab/xvfb.log"; fail "Xvfb"; }
    DISPLAY=:$(cat "$lab/display")
    export DISPLAY
    openbox >"$lab/openbox.log" 2>&1 &
    until_true 20 xprop -root _NET_SUPPORTING_WM_CHECK || fail "no window manager"
    paint first-start --profile /home/clerk/another
    paint sign-in
}

upgrade() {
    local before profile
    echo "# the operator was here" >>"$root/etc/onewindow/center.conf"
    before=$(digest "$data")
    profile=$(digest /home/clerk/.local)
    install /new/onewindow.deb /new/onewindow-camera.deb /new/onewindow-center.deb
    [ "$(inside dpkg-query -W -f='${Version}' onewindow-center)" != 0.0.9 ] || fail "nothing was upgraded"
    [ ! -e "$root/usr/share/doc/onewindow/only-in-0.0.9" ] || fail "files of the older version are left"
    [ "$(digest "$data")" = "$before" ] && [ "$(digest /home/clerk/.local)" = "$profile" ] || fail "the upgrade touched data"
    grep -q "the operator was here" "$root/etc/onewindow/center.conf" || fail "the upgrade wrote over settings"
    ok "an upgrade from 0.0.9 keeps cases, ledger and settings to the byte"
    serve
    take second 2
    [ "$(as_li cases | member '["cases"].__len__()')" -eq 2 ] || fail "the window has not both cases"
    [ "$(as_li verify | member '["sound"]')" = True ] || fail "the ledger is not sound"
    ok "both cases are at the window, and its ledger is sound"
}

remove() {
    local before profile
    before=$(digest "$data")
    profile=$(digest /home/clerk/.local)
    inside apt-get remove -y onewindow onewindow-camera onewindow-center >>"$lab/apt.log" 2>&1 || fail "apt-get remove"
    [ ! -e "$root/usr/bin/onewindow" ] && [ ! -e "$root/usr/libexec/onewindow" ] || fail "programs are left after removal"
    [ -e "$root/etc/onewindow/center.conf" ] || fail "removal took the settings"
    [ "$(digest "$data")" = "$before" ] && [ "$(digest /home/clerk/.local)" = "$profile" ] || fail "removal touched data"
    ok "removal leaves data and settings"
    inside apt-get purge -y onewindow-center >"$lab/purge.log" 2>&1 || { cat "$lab/purge.log"; fail "purge"; }
    [ ! -e "$root/etc/onewindow" ] || fail "purge leaves settings"
    [ "$(digest "$data")" = "$before" ] && [ "$(digest /home/clerk/.local)" = "$profile" ] || fail "purge deleted cases"
    grep -q "cases and keys in $data were left" "$lab/purge.log" || fail "purge does not say what it leaves"
    ok "purge takes the settings, leaves every case and says so"
}

password="three green lamps 5"
prepare
make_older
install_older
start_centre
use_ctl
show_window
stop_serving
upgrade
stop_serving
remove
sizes=
for deb in "$packages"/*.deb; do
    sizes="$sizes$(dpkg-deb -f "$deb" Package) $(($(stat -c %s "$deb") / 1024)) KiB, "
done
echo "packages: $checks checks, ${sizes}packages of Debian pulled in: $pulled_center by the centre, $pulled_client by the client, $pulled_camera by cameras; unit exposure $exposure"
