#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A PostgreSQL 15 of the tests' own in a folder of its own, reached by a socket in it and by nothing else; durable
# as in service, so that what the tests kill is what would be killed there.
#   cluster.sh start DIR     makes and starts it; DIR/url then holds the address of its server
#   cluster.sh kill DIR      SIGKILL to all of it, as a power cut would look to the centre
#   cluster.sh restart DIR
#   cluster.sh stop DIR      ends it and removes DIR
set -euo pipefail
what=$1
dir=$2
bin=$(ls -d /usr/lib/postgresql/15/bin)
# The server refuses to run as root.
as=()
if [ "$(id -u)" -eq 0 ]; then
    as=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
port=54329

start() {
    "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w -t 60 start \
        -o "-c listen_addresses='' -c unix_socket_directories='$dir' -c port=$port -c max_connections=200" >/dev/null
}

case $what in
start)
    if [ -d "$dir" ]; then
        "$0" stop "$dir"
    fi
    mkdir -p "$dir"
    chmod 755 "$dir"
    if [ ${#as[@]} -gt 0 ]; then
        chown postgres "$dir"
    fi
    "${as[@]}" "$bin/initdb" -D "$dir/data" -A trust -U onewindow -E UTF8 --locale=C.UTF-8 --no-instructions >/dev/null
    start
    echo "postgresql://onewindow@/postgres?host=$dir&port=$port" >"$dir/url"
    ;;
kill)
    # The whole process group, the postmaster first: nobody is told to tidy up.
    kill -KILL "$(head -1 "$dir/data/postmaster.pid")"
    while pgrep -f -- "^postgres: .*" -P "$(head -1 "$dir/data/postmaster.pid")" >/dev/null; do
        sleep 0.05
    done
    ;;
restart)
    start
    ;;
stop)
    if [ -f "$dir/data/postmaster.pid" ]; then
        "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -m immediate -w -t 60 stop >/dev/null || true
    fi
    rm -rf "$dir"
    ;;
*)
    echo "cluster.sh start|kill|restart|stop DIR" >&2
    exit 2
    ;;
esac
