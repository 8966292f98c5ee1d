#!/usr/bin/env bash
# Starts, or finds running, a private Dovecot for tests, and prints `PORT TLS_PORT FOLDER` as the last line. Every user name is taken with the
# password `secret`; a user's mails lie below FOLDER/mail, where a test may lay new ones. CERTIFICATE is FOLDER/cert.pem, for `localhost`.
# Safe to call from many processes at once. `tests/mail_servers.sh imap [NAME [TOKENS]]` starts one of several; `… kill NAME` ends it at once, as a power cut
# would; `… status [NAME]` only tells by its exit code whether it runs; `… stop` ends all.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$target"
what=${1:-imap}
name=${2:-shared}
# Where this one asks whether a token of OAuth 2 is good: with an address here, tokens sign in as well as the password.
tokens_at=${3:-}

dovecot=$(command -v dovecot || echo /usr/sbin/dovecot)
if [ ! -x "$dovecot" ]; then
    echo "Dovecot is not installed; ./test installs it." >&2
    exit 1
fi

# Whoever owns the mails must reach them, and the path of a socket is short: so beside /tmp's other things, one folder for each checkout.
homes=/tmp/makegood-mail-$(id -u)-$(printf %s "$target" | cksum | cut -d' ' -f1)
home=$homes/$name
mkdir -p "$home"
exec 9>"$homes/lock"
flock 9

pid_of() { cat "$1/run/master.pid" 2>/dev/null; }
is_running() { local pid; pid=$(pid_of "$1") && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; }
end() {
    is_running "$1" || return 0
    local pid; pid=$(pid_of "$1")
    if [ "$2" = KILL ]; then
        # The children too: what serves a connection is a process of its own.
        pkill -KILL -P "$pid" 2>/dev/null || true
    fi
    kill "-$2" "$pid" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.05; done
    rm -f "$1/run/master.pid"
}

case $what in
    status) is_running "$home"; exit ;;
    kill) end "$home" KILL; exit 0 ;;
    stop) for each in "$homes"/*/; do end "${each%/}" TERM; done; exit 0 ;;
esac

if ! is_running "$home"; then
    if [ "$(id -u)" = 0 ]; then owner=mail; login=dovenull; inside=dovecot; else owner=$(id -un); login=$owner; inside=$owner; fi
    group=$(id -gn "$owner")
    mkdir -p "$home/run" "$home/mail"
    chmod 755 "$homes" "$home"
    chmod 777 "$home/mail"
    if [ ! -f "$home/cert.pem" ]; then
        openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
            -addext basicConstraints=critical,CA:FALSE -keyout "$home/key.pem" -out "$home/cert.pem" 2>/dev/null
    fi
    # The same ports again after a kill, so that whoever was connected finds it.
    if [ ! -f "$home/ports" ]; then
        free=()
        port=$((20000 + $(printf %s "$home" | cksum | cut -d' ' -f1) % 20000))
        while [ ${#free[@]} -lt 2 ]; do
            (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || free+=("$port")
            port=$((port + 1))
        done
        echo "${free[@]}" >"$home/ports"
    fi
    read -r plain tls <"$home/ports"
    printf '%s\n' 'introspection_mode = post' "introspection_url = $tokens_at" 'username_attribute = username' \
        'active_attribute = active' 'active_value = true' >"$home/oauth2.conf"
    cat >"$home/dovecot.conf" <<CONF
base_dir = $home/run
state_dir = $home/run
log_path = $home/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$home/cert.pem
ssl_key = <$home/key.pem
disable_plaintext_auth = no
default_internal_user = $inside
default_internal_group = $(id -gn "$inside")
default_login_user = $login
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:$home/mail/%u
mail_max_userip_connections = 200
maildir_stat_dirs = yes
auth_mechanisms = plain login$([ -z "$tokens_at" ] || echo " xoauth2")
$([ -z "$tokens_at" ] || printf 'passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = %s\n}' "$home/oauth2.conf")
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=$owner gid=$group home=$home/mail/%u allow_all_users=yes
}
service imap-login {
  chroot =
  process_limit = 400
  inet_listener imap {
    port = $plain
  }
  inet_listener imaps {
    port = $tls
  }
}
service anvil {
  chroot =
}
service auth {
  unix_listener $home/run/auth-for-smtp {
    mode = 0666
  }
}
service imap {
  process_limit = 400
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
CONF
    "$dovecot" -c "$home/dovecot.conf" >"$home/start.log" 2>&1 9>&- || { cat "$home/start.log" >&2; exit 1; }
    for _ in $(seq 100); do (exec 3<>"/dev/tcp/127.0.0.1/$plain") 2>/dev/null && break; sleep 0.05; done
fi
echo "$(cat "$home/ports") $home"
