#!/usr/bin/env bash
# Starts, or finds running, a private PostgreSQL for tests, and prints its address as the last line.
# Safe to call from many processes at once. `tests/postgres.sh status` only tells by its exit code whether it runs;
# `tests/postgres.sh stop` ends it.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$target"
home=$(cd "$target" && pwd)/postgres-test
data=$home/data

bin=
for candidate in "$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")" /usr/lib/postgresql/*/bin; do
    [ -x "$candidate/initdb" ] && bin=$candidate
done
if [ -z "$bin" ]; then
    echo "PostgreSQL is not installed; ./test installs it." >&2
    exit 1
fi

# PostgreSQL refuses to run as root, so root becomes postgres for it.
as_owner() {
    if [ "$(id -u)" != 0 ]; then
        "$@"
    elif command -v runuser >/dev/null; then
        (cd / && runuser -u postgres -- "$@")
    else
        (cd / && su -s /bin/sh postgres -c "$(printf '%q ' "$@")")
    fi
}

# One at a time; the lock is let go when this script ends. The server must not inherit it, hence 9>&- below.
exec 9>"$home.lock"
flock 9

# The socket's path may have 107 characters at most, and a target folder can be longer.
sockets=/tmp/makegood-test-$(id -u)-$(printf %s "$home" | cksum | cut -d' ' -f1)
user=makegood
if [ "$(id -u)" = 0 ] && ! as_owner test -x "$target" 2>/dev/null; then
    # A checkout in root's home: postgres cannot enter it, so its data lives beside the socket.
    home=$sockets
    data=$home/data
fi
mkdir -p "$home"

if [ "${1:-}" = status ]; then
    as_owner "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1 9>&-
    exit
fi
if [ "${1:-}" = stop ]; then
    if [ -f "$data/postmaster.pid" ]; then
        as_owner "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 9>&- || true
    fi
    exit 0
fi

major=$("$bin/postgres" -V | sed 's/[^0-9]*\([0-9]*\).*/\1/')
if [ "$(as_owner cat "$data/PG_VERSION" 2>/dev/null)" != "$major" ]; then
    rm -rf "$data"
    if [ "$(id -u)" = 0 ]; then chown postgres "$home"; fi
    as_owner "$bin/initdb" -D "$data" -U "$user" -A trust -E UTF8 --locale=C.UTF-8 >"$target/postgres-test.log" 2>&1 9>&- ||
        { cat "$target/postgres-test.log" >&2; exit 1; }
fi

is_running() { as_owner "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1 9>&-; }
if is_running && [ ! -S "$sockets/.s.PGSQL.5432" ]; then
    # Something has tidied up /tmp under the running server.
    as_owner "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 9>&-
fi
if ! is_running; then
    mkdir -p "$sockets"
    if [ "$(id -u)" = 0 ]; then chown postgres "$sockets"; fi
    rm -f "$sockets"/.s.PGSQL.*
    # Durability stays on: these tests are about what was acknowledged. Connections are cheap here, and many tests run at once.
    as_owner "$bin/pg_ctl" -D "$data" -w -t 60 -l "$data/server.log" start \
        -o "-c listen_addresses='' -c unix_socket_directories=$sockets -c port=5432 -c max_connections=400 -c max_wal_size=512MB" \
        >/dev/null 9>&- || { as_owner tail -20 "$data/server.log" >&2; exit 1; }
fi

echo "postgres://$user@${sockets//\//%2F}/postgres"
