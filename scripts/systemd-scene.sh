#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Boots the real units under systemd-nspawn, over a throw-away overlay of this machine, and drives the daemon through its life:
# start, READY, polls, reload, a wrong configuration, kill -9, stop. Prints a transcript; exit 0 when every check held.
#
# usage: systemd-scene.sh BINARY [CONFIG_DIRECTORY [SECONDS]]
#   BINARY            a wirespool that runs on this machine's libraries
#   CONFIG_DIRECTORY  becomes /etc/wirespool: wirespool.yaml, feeds.d/…; its www/ is served at http://127.0.0.1:8080/
#                     (default: one feed of the script's own)
#   SECONDS           how long the daemon polls before it is reloaded (default 6)
#
# Needs root, and the packages systemd, systemd-container and python3.
set -euo pipefail

top=$(cd "$(dirname "$0")/.." && pwd)
usage() { sed -n '6,11s/^# \{0,1\}//p' "$0" >&2; exit 64; }
binary=${1:-}; config=${2:-}; seconds=${3:-6}
[[ -f $binary && -x $binary && $seconds =~ ^[0-9]+$ ]] || usage
[[ -z $config || -f $config/wirespool.yaml ]] || usage
[[ $(id -u) == 0 ]] || { echo "systemd-scene: must run as root, to boot a container" >&2; exit 77; }
for tool in systemd-nspawn python3; do
    command -v "$tool" >/dev/null || { echo "systemd-scene: $tool is not installed" >&2; exit 69; }
done

work=$(mktemp -d /tmp/wirespool-scene-XXXXXX)
cleanup() {
    mountpoint -q "$work/root" && umount "$work/root"
    mountpoint -q "$work" && umount "$work"
    rmdir "$work"
}
trap cleanup EXIT
mount -t tmpfs -o size=1g tmpfs "$work"
mkdir "$work/upper" "$work/work" "$work/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/upper,workdir=$work/work" "$work/root"
root=$work/root

install -m 755 "$binary" "$root/usr/bin/wirespool"
install -m 644 "$top"/systemd/wirespool{.service,-fetch.service,-fetch.timer} "$root/etc/systemd/system/"
# A development build finds Swift's runtime outside /usr/lib, where the units let nothing be executed.
runtime=$({ ldd "$binary" 2>/dev/null || true; } | awk '/libswiftCore/ { sub("/[^/]*$", "", $3); print $3 }')
if [[ -n $runtime ]]; then
    echo "systemd-scene: not linked with --static-swift-stdlib: the units get ExecPaths=$runtime" >&2
    for unit in wirespool wirespool-fetch; do
        mkdir -p "$root/etc/systemd/system/$unit.service.d"
        printf '[Service]\nExecPaths=%s\n' "$runtime" >"$root/etc/systemd/system/$unit.service.d/runtime.conf"
    done
fi
install -D -m 644 "$top/systemd/wirespool.sysusers" "$root/usr/lib/sysusers.d/wirespool.conf"
install -D -m 644 "$top/systemd/wirespool.tmpfiles" "$root/usr/lib/tmpfiles.d/wirespool.conf"
mkdir -p "$root/etc/wirespool" "$root/scene/www"
if [[ -n $config ]]; then
    cp -r "$config/." "$root/etc/wirespool/"
    [[ ! -d $config/www ]] || cp -r "$config/www/." "$root/scene/www/"
else
    cat >"$root/etc/wirespool/wirespool.yaml" <<'YAML'
outlets:
  main: {path: /var/spool/wirespool/main}
defaults: {interval: 1s, min_interval: 1s, host_gap: 0s, allow_private: true}
feeds:
  scene: {url: "http://127.0.0.1:8080/scene.xml"}
YAML
    cat >"$root/scene/www/scene.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Scene</title><link>http://127.0.0.1:8080/</link><description>Two stories</description>
<item><guid>scene-1</guid><title>Ferry service resumes after storm</title><link>http://127.0.0.1:8080/1</link>
<description>PORTSIDE, March 3 (Scene) -- Ferries sailed again on Tuesday.</description></item>
<item><guid>scene-2</guid><title>Harbour board elects a chair</title><link>http://127.0.0.1:8080/2</link>
<description>PORTSIDE, March 3 (Scene) -- The board met in the evening.</description></item>
</channel></rss>
XML
fi

cat >"$root/etc/systemd/system/scene.target" <<'UNIT'
[Unit]
Requires=basic.target
After=basic.target
Wants=scene.service
UNIT
cat >"$root/etc/systemd/system/scene.service" <<UNIT
[Unit]
After=basic.target
[Service]
Type=oneshot
Environment=SECONDS_TO_RUN=$seconds
ExecStart=/bin/bash /scene/driver
ExecStopPost=/usr/bin/systemctl --no-block poweroff
StandardOutput=file:/scene/transcript
StandardError=inherit
TimeoutStartSec=$((seconds + 150))
UNIT

cat >"$root/scene/driver" <<'DRIVER'
failures=0
show() { printf '\n$ %s\n' "$*"; "$@" 2>&1; status=$?; echo "[exit $status]"; }
check() { # check WHAT COMMAND…: the command must succeed
    local what=$1; shift
    if "$@" >/dev/null 2>&1; then echo "ok      $what"; else echo "FAILED  $what"; failures=$((failures + 1)); fi
}
property() { systemctl show --value -p "$1" wirespool; }
is() { [[ $(property "$1") == "$2" ]]; }
fails() { ! "$@"; }
within() { # within SECONDS COMMAND…: until the command succeeds
    local tries=$(($1 * 5)); shift
    until "$@"; do ((tries-- > 0)) || return 1; sleep 0.2; done
}
restarted() { is ActiveState active && [[ $(property MainPID) != "$pid" && $(property MainPID) != 0 ]]; }
logged() { grep -q "\"ev\":\"$1\"" /var/log/wirespool/ingest.log; }
seq_gap_free() {
    python3 -c 'import json; n = [json.loads(l)["seq"] for l in open("/var/log/wirespool/ingest.log")]
assert n and n == list(range(n[0], n[0] + len(n)))'
}
permissions() { # the spool's promise to consumers
    local outlet
    for outlet in /var/spool/wirespool/*/; do
        [[ $(stat -c '%a %U %G' "$outlet") == "2750 wirespool wirespool-spool" ]] || return 1
        [[ $(stat -c '%a %G' "$outlet/new") == "2770 wirespool-spool" ]] || return 1
        [[ -z $(find "$outlet/new" -type f ! \( -perm 0640 -user wirespool -group wirespool-spool \)) ]] || return 1
    done
}
finish() { # what was printed meanwhile, and the end
    kill "$server" ${tail:+"$tail"}
    if [[ -n $tail ]]; then
        echo; echo "== what wirespool tail -f printed meanwhile (first 20 lines of $(wc -l </scene/tail))"
        head -n 20 /scene/tail
    fi
    echo; echo "== the journal"
    journalctl --no-pager -o cat -u wirespool -u wirespool-fetch | tail -n 60
    echo; echo "== requests that the server saw: $(grep -c GET /scene/requests)"
    echo; echo "checks that failed: $failures"
    echo "$failures" >/scene/failures
    exit 0
}

tail=
systemd-sysusers
systemd-tmpfiles --create /usr/lib/tmpfiles.d/wirespool.conf
chown -R root:wirespool /etc/wirespool
chmod -R u=rwX,g=rX,o= /etc/wirespool
systemctl daemon-reload
python3 -m http.server 8080 --bind 127.0.0.1 --directory /scene/www >/scene/requests 2>&1 &
server=$!
within 10 bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080' 2>/dev/null
cp /etc/wirespool/wirespool.yaml /scene/good.yaml

echo "== start: returns when the daemon has said READY=1"
show systemctl start wirespool
check "the unit is active" is ActiveState active
is ActiveState active || finish
check "nothing was restarted" is NRestarts 0
echo "status: $(property StatusText)"
wirespool tail -f >/scene/tail 2>&1 &
tail=$!
sleep "$SECONDS_TO_RUN"
show systemctl --no-pager --lines=0 status wirespool
show wirespool status
show ls -lR /var/spool/wirespool
check "something was published" bash -c 'compgen -G "/var/spool/wirespool/*/new/*.json"'
check "directories and files have the owner, group and mode promised" permissions
published=$(find /var/spool/wirespool -path '*/new/*' -type f | sort)

echo; echo "== reload with a good configuration"
pid=$(property MainPID)
echo "# touched" >>/etc/wirespool/wirespool.yaml
show systemctl reload wirespool
check "the reload succeeded" test "$status" = 0
check "the event is in the log" within 10 logged reloaded
check "it is the same process" is MainPID "$pid"

echo; echo "== reload with a wrong configuration"
echo "intervall: [" >>/etc/wirespool/wirespool.yaml
show systemctl reload wirespool
check "the reload failed" test "$status" != 0
check "the daemon is still active" is ActiveState active
systemctl kill --kill-whom=main --signal=HUP wirespool
check "a bare SIGHUP is refused too" within 10 logged reload-refused
check "it is the same process" is MainPID "$pid"
show systemctl --no-pager --lines=0 status wirespool

echo; echo "== kill -9"
cp /scene/good.yaml /etc/wirespool/wirespool.yaml
systemctl kill --kill-whom=main --signal=KILL wirespool
check "systemd starts it again" within 30 restarted
sleep 2
check "nothing was published twice or lost" test "$published" = "$(find /var/spool/wirespool -path '*/new/*' -type f | sort)"
check "the log is gap-free" seq_gap_free

echo; echo "== stop"
show systemctl stop wirespool
check "the stop succeeded" test "$status" = 0
check "the daemon ended by itself" is Result success
check "with exit status 0" is ExecMainStatus 0
check "tmp/ is empty" test -z "$(find /var/spool/wirespool -path '*/tmp/*')"

echo; echo "== a wrong configuration at the start"
echo "intervall: [" >>/etc/wirespool/wirespool.yaml
check "the start fails" fails systemctl start wirespool
sleep 3
check "and isn't tried again" is NRestarts 0
cp /scene/good.yaml /etc/wirespool/wirespool.yaml
systemctl reset-failed wirespool

echo; echo "== the timer's service, once"
show systemctl start wirespool-fetch
check "it ends well" test "$status" = 0

finish
DRIVER

: >"$root/etc/machine-id"
status=0
# What a machine of its own would not forbid.
calls="seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self"
timeout --kill-after=10 $((seconds + 180)) systemd-nspawn --quiet --directory="$root" --boot --register=no --keep-unit --private-network \
    --system-call-filter="$calls" --console=pipe -- --unit=scene.target </dev/null >"$work/console" 2>&1 || status=$?
if [[ ! -f $root/scene/failures ]]; then
    [[ ! -f $root/scene/transcript ]] || cat "$root/scene/transcript"
    echo "systemd-scene: the scene did not come to its end (systemd-nspawn: exit $status); the console's last lines:" >&2
    tail -n 30 "$work/console" >&2
    exit 1
fi
cat "$root/scene/transcript"
[[ $(cat "$root/scene/failures") == 0 ]]
