#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the examples against the sample feeds; what needs a program that is not installed is named and left out.
# usage: examples/test.sh PROGRAM
set -euo pipefail

wirespool=$(realpath "$1")
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
jobs=()
cleanup() {
    for job in "${jobs[@]}"; do kill "$job" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT
say() { printf '%-44s %s\n' "$1" "$2"; }
have() { command -v "$1" >/dev/null || { say "$2" "left out: no $1"; return 1; }; }
fail() { say "$1" "FAILED: $2"; exit 1; }

cp -r "$top/Config/demo/." "$work/"
outlets=
for name in shell python watch superdesk consume doc-shell doc-python; do
    layout=spool format=native
    if [[ $name == superdesk ]]; then layout=drop format=superdesk; fi
    outlets+="  $name: {path: spool/$name, layout: $layout, format: $format}"$'\n'
done
{ printf 'state: state\nlog: ingest.log\noutlets:\n%s' "$outlets"; sed -n '/^feeds:/,$p' "$top/Config/demo/wirespool.yaml"; } >"$work/wirespool.yaml"
run() { "$wirespool" "$1" "${@:2}" --config "$work/wirespool.yaml"; }
run check --quiet || fail configuration "see above"

run fetch --force >/dev/null
stories=$(find "$work/spool/shell/new" -name '*.json' | wc -l)
[[ $stories -gt 0 ]] || fail fetch "nothing was spooled"
say "stories in each outlet" "$stories"

if have jq consumer.sh; then
    lines=$("$top/examples/consumer.sh" "$work/spool/shell" | wc -l)
    [[ $lines == "$stories" ]] || fail consumer.sh "$lines lines"
    [[ -z $(find "$work/spool/shell" -name '*.json') ]] || fail consumer.sh "files are left"
    say consumer.sh "$lines stories, nothing left"
fi
if have python3 consumer.py; then
    # Two at once: each file goes to one of them.
    python3 "$top/examples/consumer.py" "$work/spool/python" --name one >"$work/one" &
    python3 "$top/examples/consumer.py" "$work/spool/python" --name two >"$work/two"
    wait $!
    lines=$(cat "$work/one" "$work/two" | sort -u | wc -l)
    [[ $(cat "$work/one" "$work/two" | wc -l) == "$stories" && $lines -le $stories ]] || fail consumer.py "$lines lines"
    say consumer.py "$stories stories by two workers, none twice"
fi
# The code that docs/SPOOL.md shows, as it stands there.
shown() { awk -v language="$1" '/^```/ { inside = $0 == "```" language; next } inside' "$top/docs/SPOOL.md"; }
lines=$(run consume --outlet consume --exec 'cat' | wc -l)
[[ $lines == "$stories" && -z $(find "$work/spool/consume" -name '*.json') ]] || fail "wirespool consume" "$lines lines"
say "wirespool consume" "$lines stories, nothing left"
if have jq "docs/SPOOL.md, shell"; then
    lines=$(bash -c "$(shown bash)" consumer "$work/spool/doc-shell" | wc -l)
    [[ $lines == "$stories" && -z $(find "$work/spool/doc-shell" -name '*.json') ]] || fail "docs/SPOOL.md, shell" "$lines lines"
    say "docs/SPOOL.md, shell" "$lines stories, nothing left"
fi
if have python3 "docs/SPOOL.md, python"; then
    lines=$(python3 -c "$(shown python)" "$work/spool/doc-python" | wc -l)
    [[ $lines == "$stories" && -z $(find "$work/spool/doc-python" -name '*.json') ]] || fail "docs/SPOOL.md, python" "$lines lines"
    say "docs/SPOOL.md, python" "$lines stories, nothing left"
fi
if have jq watch.sh && have inotifywait watch.sh; then
    "$top/examples/watch.sh" "$work/spool/watch" >"$work/watched" &
    jobs+=($!)
    for _ in $(seq 50); do [[ $(wc -l <"$work/watched") == "$stories" ]] && break; sleep 0.2; done
    before=$(wc -l <"$work/watched")
    for feed in xinhua-world afp; do cp "$work/$feed-later.xml" "$work/$feed.xml"; done
    run fetch --force >/dev/null
    for _ in $(seq 50); do [[ $(wc -l <"$work/watched") -gt $before ]] && break; sleep 0.2; done
    [[ $before == "$stories" && $(wc -l <"$work/watched") -gt $before ]] || fail watch.sh "$before, then $(wc -l <"$work/watched") lines"
    say watch.sh "$before stories, and the next ones as they came: $(($(wc -l <"$work/watched") - before))"
fi
files=$(find "$work/spool/superdesk" -maxdepth 1 -type f | wc -l)
[[ $files -ge $stories ]] || fail superdesk.yaml "$files files"
if have jq superdesk.yaml; then
    jq -es 'all(.guid and .uri and .type == "text" and .versioncreated)' "$work"/spool/superdesk/*.json >/dev/null || fail superdesk.yaml "no ninjs"
    say superdesk.yaml "$files files, nothing else in the directory"
fi
if have rsyslogd rsyslog.conf; then
    sed -e "s|/var/log/wirespool-events.json|$work/events.json|; s|/var/log/wirespool/ingest.log|$work/ingest.log|" \
        "$top/examples/rsyslog.conf" >"$work/rsyslog.conf"
    mkdir "$work/rsyslog"
    printf 'global(workDirectory="%s")\n' "$work/rsyslog" | cat - "$work/rsyslog.conf" >"$work/rsyslogd.conf"
    rsyslogd -n -i "$work/rsyslogd.pid" -f "$work/rsyslogd.conf" 2>"$work/rsyslogd.messages" &
    jobs+=($!)
    for _ in $(seq 50); do cmp -s "$work/events.json" "$work/ingest.log" && break; sleep 0.2; done
    cmp "$work/events.json" "$work/ingest.log" || fail rsyslog.conf "$(cat "$work/rsyslogd.messages")"
    say rsyslog.conf "$(wc -l <"$work/events.json") events, byte for byte"
fi
if have promtool alerts.yaml; then
    promtool check rules "$top/examples/alerts.yaml" >/dev/null || fail alerts.yaml "promtool complains"
    run metrics | promtool check metrics || fail metrics "promtool complains"
    say "alerts.yaml, metrics" "promtool is content"
fi
if have jq grafana.json; then
    # Every metric that the dashboard and the rules ask for is one that there is.
    wanted=$({ jq -r '.. | .expr? // empty' "$top/examples/grafana.json"; cat "$top/examples/alerts.yaml"; } | grep -o 'wirespool_[a-z0-9_]*' | sort -u)
    for metric in $wanted; do
        grep -rqF "\"${metric%_bucket}\"" "$top/Sources/Ingest/Metrics" || fail grafana.json "no metric $metric"
    done
    say "grafana.json, alerts.yaml" "$(wc -w <<<"$wanted") metrics, all of them there"
fi
