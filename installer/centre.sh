# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh: a local centre with sample people. Needs $bin (folder of the programs) and $data (the centre's folder).

# Makes the centre once: hall JT62, clerk zhangsan, chief lisi, administrators wangwu and zhaoliu (a change of a guide takes two), all with the password in $password.
centre_init() {
    [ -e "$data/centre.db" ] || [ -e "$data/.made" ] && return 0
    mkdir -p "$data"
    "$bin/onewindow-center" init --data "$data" --hall JT62 --hall-name 甘肃省政务大厅 --host 127.0.0.1 --host localhost \
        --escrow-file "$data.escrow" --escrow-passphrase-fd 3 3< <(echo "$password") >/dev/null
    centre_person zhangsan 张三 clerk
    centre_person lisi 李四 chief,clerk
    centre_person wangwu 王五 administrator
    centre_person zhaoliu 赵六 administrator
    touch "$data/.made"
}

centre_person() { # id name roles
    "$bin/onewindow-center" user add --data "$data" --id "$1" --name "$2" --roles "$3" \
        --password-fd 3 3< <(echo "$password") >/dev/null
}

# A one-time code for a station, on standard output.
centre_code() { # station
    "$bin/onewindow-center" enroll-code --data "$data" --station "$1" --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["code"])'
}

# Starts serving in the background; sets $centre_pid and $centre_url.
centre_serve() {
    rm -f "$data.port"
    "$bin/onewindow-center" serve --data "$data" --listen 127.0.0.1:"${1:-0}" --port-file "$data.port" >"$data.log" 2>&1 &
    centre_pid=$!
    for _ in $(seq 100); do
        [ -s "$data.port" ] && break
        kill -0 "$centre_pid" 2>/dev/null || { cat "$data.log"; return 1; }
        sleep 0.1
    done
    centre_url="https://127.0.0.1:$(cat "$data.port")"
}
