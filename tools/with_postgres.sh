#!/usr/bin/env bash
# Runs a command with DATABASE_URL naming a fresh PostgreSQL, which is removed afterwards.
# Usage: tools/with_postgres.sh COMMAND… | tools/with_postgres.sh --find (prints where initdb is, or exits 1)
set -euo pipefail

find_bin() {
    local folder
    for folder in $(dirname "$(readlink -f "$(command -v initdb 2>/dev/null || echo /)")") \
        $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -V -r); do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder"; return; fi
    done
    return 1
}

if ! bin=$(find_bin); then
    echo "ไม่พบ PostgreSQL / no PostgreSQL was found: sudo apt-get install postgresql" >&2
    exit 1
fi
if [ "${1:-}" = --find ]; then echo "$bin"; exit; fi
[ $# -gt 0 ] || { echo "usage: tools/with_postgres.sh COMMAND…" >&2; exit 2; }

# The socket's path must stay under 108 letters, so the folder is not below a long TMPDIR.
folder=$(mktemp -d /tmp/prongsai-pg.XXXXXX)
# PostgreSQL refuses to run as root: then it runs as its own user, or as nobody.
owner=()
if [ "$(id -u)" = 0 ]; then
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    chown "$user" "$folder"
    owner=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups)
fi
server() { (cd "$folder" && "${owner[@]}" "$bin/$1" "${@:2}"); }

stop() {
    server pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

if ! server initdb -D "$folder/data" -U prongsai -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 ||
    ! server pg_ctl -D "$folder/data" -l "$folder/data/server.log" -w start \
        -o "-k $folder -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
        >>"$folder/log" 2>&1; then
    echo "PostgreSQL เริ่มทำงานไม่ได้ / PostgreSQL did not start:" >&2
    cat "$folder/log" "$folder/data/server.log" >&2 2>/dev/null || true
    exit 1
fi
server createdb -h "$folder" -U prongsai prongsai
export DATABASE_URL="postgres://prongsai@/prongsai?host=$folder"
"$@"
