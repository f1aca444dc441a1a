#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What debian-scene.sh lets happen in its container; not to be run elsewhere.
set -uo pipefail

failures=0
status=0
show() { printf '\n$ %s\n' "$*"; "$@" 2>&1; status=$?; echo "[exit $status]"; }
check() { # check WHAT COMMAND…: the command must succeed
    local what=$1; shift
    if "$@" >/dev/null 2>&1; then echo "ok      $what"; else echo "FAILED  $what"; failures=$((failures + 1)); fi
}
fails() { ! "$@"; }
property() { systemctl show --value -p "$1" wirespool; }
is() { [[ $(property "$1") == "$2" ]]; }
within() { # within SECONDS COMMAND…: until the command succeeds
    local tries=$(($1 * 5)); shift
    until "$@" >/dev/null 2>&1; do ((tries-- > 0)) || return 1; sleep 0.2; done
}
title() { printf '\n== %s\n' "$*"; }
logged() { grep -q "\"ev\":\"$1\"" /var/log/wirespool/ingest.log; }
published() { find /var/spool/wirespool -path '*/new/*.json' | wc -l; }
holds() { [[ $(published) -ge $1 ]]; }
feed() { # feed FIRST LAST: a document with these stories
    {
        echo '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Scene</title><link>http://127.0.0.1:8080/</link>'
        for story in $(seq "$1" "$2"); do
            echo "<item><guid>scene-$story</guid><title>Ferry number $story sails again</title><link>http://127.0.0.1:8080/$story</link>"
            echo "<description>PORTSIDE, March 3 (Scene) -- Ferry number $story sailed on Tuesday, with $((story * 7)) passengers.</description></item>"
        done
        echo '</channel></rss>'
    } >/scene/www/feed.new
    mv /scene/www/feed.new /scene/www/feed.xml
}
gap_free() {
    local files
    mapfile -t files < <(ls -v /var/log/wirespool/ingest.log.* 2>/dev/null; echo /var/log/wirespool/ingest.log)
    cat "${files[@]}" | jq -es 'map(.seq) as $n | $n == [range($n[0]; $n[0] + ($n | length))]'
}
one_of_each() { find /var/spool/wirespool -path '*/new/*.json' -exec cat {} + | jq -es 'map(.id + "r\(.revision)") | length == (unique | length)'; }

feed 1 3
python3 -m http.server 8080 --bind 127.0.0.1 --directory /scene/www >/scene/requests 2>&1 &
server=$!
# Outlets on a disk of their own, small enough to be filled.
mkdir -p /var/spool/wirespool
mount -t tmpfs -o size=2m tmpfs /var/spool/wirespool

title "install"
show dpkg --install /scene/package.deb
check "it installs" test "$status" = 0
check "the service is enabled" systemctl is-enabled wirespool
check "and waits for a configuration" is ActiveState inactive
check "the manual is there" man -w wirespool wirespool.yaml wirespool-spool
lint_manual() { for page in man1/wirespool.1 man5/wirespool.yaml.5 man5/wirespool-spool.5; do zcat "/usr/share/man/$page.gz" | mandoc -Tlint -Wwarning || return; done; }
show lint_manual
check "and mandoc has nothing to warn of" test "$status" = 0

title "init"
show wirespool init --list
show wirespool init --agency tas
check "a wrong code is an error that says what was meant" test "$status" = 64
show wirespool init --agency ''
check "a configuration is written" test "$status" = 0
show wirespool init --agency ''
check "and never overwritten" test "$status" = 78
sed -i 's|^defaults:|defaults:\n  min_interval: 1s\n  host_gap: 0s|; s|interval: 15m|interval: 1s|; s|^feeds:|feeds:\n  scene: {url: "http://127.0.0.1:8080/feed.xml", allow_private: true}|' /etc/wirespool/wirespool.yaml
sed -i '1a metrics: unix:/run/wirespool/metrics.sock' /etc/wirespool/wirespool.yaml
show cat /etc/wirespool/wirespool.yaml
show wirespool check
check "no mistakes" test "$status" = 0
show wirespool config show
mkdir -p /etc/systemd/system/wirespool.service.d
printf '[Service]\nWatchdogSec=6s\nTimeoutAbortSec=3s\nLoadCredential=scene.secret:/etc/wirespool/scene.secret\n' >/etc/systemd/system/wirespool.service.d/scene.conf
echo hush >/etc/wirespool/scene.secret
chmod 600 /etc/wirespool/scene.secret
systemctl daemon-reload
cp /etc/wirespool/wirespool.yaml /scene/good.yaml

title "start"
show systemctl start wirespool
check "the unit is active" is ActiveState active
check "stories come" within 15 holds 3
sleep 6
show systemctl --no-pager --lines=0 status wirespool
show wirespool status --plain
check "status says that all is well" test "$status" = 0
show wirespool status --plain scene
show wirespool health --nagios
show wirespool tail --plain -n 5
python3 - <<'PYTHON' | grep -m 12 wirespool_
import socket
s = socket.socket(socket.AF_UNIX); s.connect("/run/wirespool/metrics.sock"); s.sendall(b"GET /metrics HTTP/1.1\r\n\r\n")
print(b"".join(iter(lambda: s.recv(65536), b"")).decode())
PYTHON
check "the secret reached the service, and its file is closed to it" test -r "/run/credentials/wirespool.service/scene.secret"
show journalctl --no-pager -o json-pretty -u wirespool WIRESPOOL_FEED=scene --lines=1 --output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,WIRESPOOL_EVENT,WIRESPOOL_FEED,WIRESPOOL_STAGE,WIRESPOOL_NEW,WIRESPOOL_STATUS

title "reload"
pid=$(property MainPID)
echo "# touched" >>/etc/wirespool/wirespool.yaml
show systemctl reload wirespool
check "the reload succeeded" test "$status" = 0
check "the event is in the log" within 10 logged reloaded

title "a broken configuration"
echo "intervall: [" >>/etc/wirespool/wirespool.yaml
show systemctl reload wirespool
check "the reload failed" test "$status" != 0
systemctl kill --kill-whom=main --signal=HUP wirespool
check "a bare SIGHUP is refused too" within 10 logged reload-refused
check "the daemon is the same process" is MainPID "$pid"
show wirespool check
cp /scene/good.yaml /etc/wirespool/wirespool.yaml
show wirespool health
systemctl reload wirespool

title "a full disk"
dd if=/dev/zero of=/var/spool/wirespool/ballast bs=64k 2>/dev/null
feed 1 40
check "the trouble is in the log" within 60 logged outlet
show wirespool status --plain
check "status says 2" test "$status" = 2
show wirespool health --nagios
check "Nagios hears of it" test "$status" = 2
rm /var/spool/wirespool/ballast
check "with room again everything is published" within 60 holds 40
check "each once" one_of_each

title "a daemon that hangs"
pid=$(property MainPID)
restarts=$(property NRestarts)
[[ $pid == 0 ]] || kill -STOP "$pid"
moved_on() { [[ $(property NRestarts) -gt $restarts ]] && is ActiveState active; }
check "the watchdog ends it, and it starts again" within 60 moved_on
check "nothing was published twice" one_of_each

title "stop while stories come"
feed 41 240
sleep 1.3
show systemctl stop wirespool
check "the stop succeeded" test "$status" = 0
check "the daemon ended by itself" is Result success
check "with exit status 0" is ExecMainStatus 0
check "nothing is half done" test -z "$(find /var/spool/wirespool -path '*/tmp/*')"
show wirespool status --plain
systemctl start wirespool
check "the rest comes after the start" within 30 holds 240
check "each once" one_of_each
check "the log is gap-free" gap_free

title "upgrade"
identifier() { python3 -c 'import sqlite3; print(sqlite3.connect("file:/var/lib/wirespool/catalog.sqlite?mode=ro", uri=True).execute("SELECT catalog FROM counters").fetchone()[0])'; }
before=$(identifier)
pid=$(property MainPID)
show dpkg --install /scene/newer.deb
check "it upgrades" test "$status" = 0
check "the service runs again" within 20 is ActiveState active
check "as another process" fails is MainPID "$pid"
check "on the same catalog" test "$before" = "$(identifier)"
check "the configuration is the operator's" cmp /scene/good.yaml /etc/wirespool/wirespool.yaml
sleep 3
check "and nothing is new, or twice" test "$(published)" = 240

title "remove and purge"
show dpkg --remove wirespool
check "the state stays" test -e /var/lib/wirespool/catalog.sqlite
show dpkg --purge wirespool
check "the state is gone" test ! -e /var/lib/wirespool
check "the configuration too" test ! -e /etc/wirespool
check "stories that nobody took stay" test "$(published)" = 240
check "no unit is left" fails systemctl cat wirespool
show find / -xdev -name '*wirespool*' -not -path '/proc/*' -not -path '/sys/*' -not -path '/scene/*' -not -path '/var/log/journal/*'

kill "$server"
title "the journal"
journalctl --no-pager -o short-precise -u wirespool | tail -n 60
echo; echo "requests that the server saw: $(grep -c GET /scene/requests)"
echo "checks that failed: $failures"
echo "$failures" >/scene/failures
