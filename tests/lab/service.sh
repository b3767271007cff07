#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The service under a real systemd: a bare Debian 12 is booted in a container of its own (no network), the centre's package
# in it is made, started, killed, restarted by an upgrade, stopped and removed, with every restriction of the unit in force.
#   tests/lab/service.sh FOLDER [PACKAGES]
# Needs root, debootstrap, systemd-nspawn (systemd-container), and a mirror of Debian.
set -euo pipefail
# shellcheck source=tests/lab/bare.sh
source "$(dirname "$0")/bare.sh"
root=$lab/booted

make_base
copy_base "$root"
systemd-nspawn --quiet --register=no --keep-unit --directory "$root" --bind "$lab/archives:/var/cache/apt/archives" --pipe \
    env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update && apt-get install -y --no-install-recommends systemd-sysv curl /new/onewindow-center.deb' \
    </dev/null >"$lab/service-apt.log" 2>&1 || { tail -20 "$lab/service-apt.log"; fail "apt installs the centre"; }

# What runs inside says its lines into /lab/lines.
mkdir -p "$root/lab"
{
    echo '#!/bin/bash'
    declare -f ok fail until_true
    cat <<'END'
set -uo pipefail
exec >/lab/lines 2>&1
checks=0
unit=onewindow-center
trap 'poweroff 2>/dev/null' EXIT
centre() { runuser -u onewindow -- onewindow-center "$@" --data /var/lib/onewindow; }
healthy() { curl -fsS --cacert /var/lib/onewindow/tls/ca.pem --connect-to ::127.0.0.1: https://centre.example:8443/health; }
property() { systemctl show -P "$1" $unit; }
gone() { ! systemctl is-active --quiet $unit; }

[ "$(systemctl is-enabled $unit)" = disabled ] && gone || fail "the package enables or starts the service"
systemctl start $unit
until_true 30 gone || fail "the service runs without a centre"
[ "$(property ExecMainStatus)" = 2 ] && [ "$(property NRestarts)" = 0 ] || fail "a missing centre is tried again and again"
ok "without a centre the service ends with 2 and is not tried again"
centre init --hall JT62 --hall-name Hall --host centre.example --escrow-file /var/lib/onewindow/escrow.json \
    --escrow-passphrase-fd 3 3< <(echo "quiet mountain river 9") >/dev/null || fail "init as the user of the service"
systemctl reset-failed $unit
systemctl enable --quiet --now $unit
until_true 30 healthy || { journalctl -u $unit --no-pager | tail; fail "the service does not answer"; }
ok "init, enable and start: /health answers over TLS"
status=/proc/$(property MainPID)/status
for line in 'CapEff:\s0{16}$' 'CapBnd:\s0{16}$' 'NoNewPrivs:\s1$' 'Seccomp:\s2$' "Uid:\s$(id -u onewindow)\s"; do
    grep -qP "$line" "$status" || fail "the process is not confined: $line"
done
[ "$(property MemoryDenyWriteExecute)" = yes ] && [ "$(property ProtectSystem)" = strict ] || fail "systemd leaves restrictions out"
ok "it runs as its own user, without capabilities, behind the filter of system calls, with no writable code"
before=$(property MainPID)
systemctl kill --signal KILL $unit
until_true 30 healthy && [ "$(property MainPID)" != "$before" ] && [ "$(property NRestarts)" = 1 ] || fail "it does not come back after kill -9"
ok "killed, it comes back by itself"
before=$(property MainPID)
dpkg --install /new/onewindow-center.deb >/dev/null 2>&1 || fail "dpkg --install over a running service"
until_true 30 healthy && [ "$(property MainPID)" != "$before" ] || fail "an upgrade does not restart the service"
ok "an upgrade restarts the running service"
sed -i 's#^ONEWINDOW_OPTIONS=.*#ONEWINDOW_OPTIONS="--listen unix:/run/onewindow/center.sock --log requests"#' /etc/onewindow/center.conf
systemctl restart $unit
until_true 30 curl -fsS --unix-socket /run/onewindow/center.sock http://localhost/health || fail "the socket does not answer"
[ "$(stat -c '%A %U %G' /run/onewindow/center.sock)" = "srw-rw---- onewindow onewindow" ] || fail "the socket is open to others"
[ "$(stat -c '%a' /run/onewindow)" = 750 ] || fail "the folder of the socket is open to others"
ok "settings are taken up; the socket is for its group alone"
systemctl stop $unit
[ "$(property Result)" = success ] && [ "$(property ExecMainStatus)" = 0 ] || fail "it does not end in order"
ok "SIGTERM ends it in order"
systemctl start $unit
dpkg --remove onewindow-center >/dev/null 2>&1 || fail "removal"
until_true 30 gone || fail "removal leaves the service running"
[ -s /var/lib/onewindow/keys/master.key ] || fail "removal took the keys"
ok "removal stops it and leaves keys and cases"
dpkg --purge onewindow-center >/dev/null 2>&1 && [ -s /var/lib/onewindow/keys/master.key ] || fail "purge took the keys"
[ ! -e /etc/systemd/system/multi-user.target.wants/$unit.service ] || fail "purge leaves the link of the service"
ok "purge takes the link of the service and leaves keys and cases"
echo "service: $checks checks under $(systemctl --version | head -1)"
END
} >"$root/lab/try"
chmod +x "$root/lab/try"
cat >"$root/etc/systemd/system/try.service" <<'END'
[Service]
Type=oneshot
ExecStart=/lab/try
END
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../try.service "$root/etc/systemd/system/multi-user.target.wants/"
timeout 300 systemd-nspawn --quiet --register=no --keep-unit --directory "$root" --boot --private-network </dev/null >"$lab/boot.log" 2>&1 ||
    { tail "$lab/boot.log"; fail "the container does not boot and end"; }
cat "$root/lab/lines"
grep -q '^service: ' "$root/lab/lines"
