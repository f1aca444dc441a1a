#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The demonstration: polls the sample feeds as they were in the morning and some hours later, then shows what came of it.
# The state stays in .build/demo, so that a second run finds nothing new. usage: scripts/demo.sh PROGRAM
set -euo pipefail

wirespool=$1
cd "$(dirname "$0")/.."
state=.build/demo

say() { printf '\n== %s\n' "$*"; }
poll() { "$wirespool" fetch --force --plain --config "$1"; }

if [[ ! -e $state/ingest.log ]]; then
    mkdir -p "$state"
    say "Morning: six agencies, eight feeds"
    poll Config/demo/wirespool.yaml
    say "Some hours later: Xinhua has an update, AFP a correction"
else
    say "Again: what was read before is not new"
fi
poll Config/demo/later.yaml

say "Every story, as the ingestion log has it"
"$wirespool" tail -n 100 --plain --config Config/demo/later.yaml --event new,revision,correction,duplicate

story=$(sed -n 's/.*"ev":"story","feed":"xinhua-world".*"verdict":"revision","story":"\([^"]*\)".*/\1/p' "$state/ingest.log" | head -n 1)
if [[ -n $story ]]; then
    say "One of them: $story"
    "$wirespool" show --plain --config Config/demo/later.yaml "$story"
fi
say "The records are in $state/spool/main/new, the log is $state/ingest.log; rm -r $state begins anew"
