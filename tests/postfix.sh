#!/usr/bin/env bash
# Starts a private Postfix for tests that takes mail on a port of this machine and passes all of it on to another port of this machine:
# `tests/postfix.sh start NAME PORT_TO_PASS_ON_TO [SOCKET]` prints its own port; `… flush NAME` tries what waits at once; `… stop NAME` ends it.
# Nothing of the machine's own Postfix is read or written, and no mail leaves the machine.
set -euo pipefail

what=${1:?start, flush or stop}
name=${2:?a name}
postfix=$(command -v postfix || echo /usr/sbin/postfix)
if [ ! -x "$postfix" ]; then
    echo "Postfix is not installed; ./test installs it." >&2
    exit 1
fi
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Postfix starts only for root, and there is no sudo here." >&2; exit 1; }
    exec sudo "$0" "$@"
fi

root=$(cd "$(dirname "$0")/.." && pwd)
homes=/tmp/makegood-postfix-$(printf %s "${CARGO_TARGET_DIR:-$root/target}" | cksum | cut -d' ' -f1)
home=$homes/$name

case $what in
    stop)
        if [ -d "$home" ]; then
            "$postfix" -c "$home/etc" stop >/dev/null 2>&1 || true
            rm -rf "$home"
        fi
        exit 0 ;;
    flush) "$postfix" -c "$home/etc" flush >/dev/null 2>&1; exit ;;
    start) ;;
    *) echo "unknown: $what" >&2; exit 1 ;;
esac

pass_to=${3:?the port to pass mail on to}
# The socket of a Dovecot that knows who may send; without one, everybody on this machine may.
sign_in=${4:-}
mkdir -p "$home/etc" "$home/queue" "$home/data" "$home/log"
chown postfix "$home/data"
chmod 755 "$homes" "$home"
port=$((41000 + $$ % 20000))
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done

cat >"$home/etc/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $home/queue
data_directory = $home/data
mail_owner = postfix
setgid_group = postdrop
multi_instance_enable = no
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.makegood.example
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
relayhost = [127.0.0.1]:$pass_to
smtpd_relay_restrictions = $([ -z "$sign_in" ] && echo permit_mynetworks || echo permit_sasl_authenticated), reject
$([ -z "$sign_in" ] || printf '%s\n' 'smtpd_sasl_auth_enable = yes' 'smtpd_sasl_type = dovecot' "smtpd_sasl_path = $sign_in")
disable_dns_lookups = yes
smtp_dns_support_level = disabled
smtp_tls_security_level = none
smtpd_tls_security_level = none
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
maillog_file = $home/log/mail.log
maillog_file_prefixes = $home
CONF
cat >"$home/etc/master.cf" <<CONF
127.0.0.1:$port inet n - n - - smtpd
pickup    unix n - n 60 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 1 1 qmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
smtp      unix - - n - - smtp
relay     unix - - n - - smtp
error     unix - - n - - error
retry     unix - - n - - error
discard   unix - - n - - discard
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
CONF
# On a busy machine it gives up waiting for its own master, which comes all the same.
"$postfix" -c "$home/etc" start >>"$home/log/start.log" 2>&1 || echo "postfix start did not wait; see $home/log" >&2
for _ in $(seq 400); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && { echo "$port"; exit 0; }
    sleep 0.1
done
echo "Postfix did not start; see $home/log" >&2
exit 1
