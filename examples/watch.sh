#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Acts on each file as it appears: empties the outlet whenever inotify says that a file was moved there, and once a minute.
# Needs inotify-tools and jq. usage: watch.sh OUTLET [NAME]
set -euo pipefail

outlet=$1
name=${2:-watch}
consumer=$(dirname "$0")/consumer.sh

# The watch is set before the directory is looked at, so that nothing slips through between; files come by rename only.
coproc inotifywait --quiet --monitor --event moved_to --format '%f' "$outlet/new"
trap 'kill "$COPROC_PID" 2>/dev/null' EXIT
while true; do
    "$consumer" "$outlet" "$name"
    # The time that passes without news ends the read too, and the directory is looked at again.
    read -r -t 60 -u "${COPROC[0]}" _ || [[ $? -gt 128 ]] || exit 1
done
