#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Empties an outlet: claims each file, prints one line for its story, and deletes it. Needs jq.
# usage: consumer.sh OUTLET [NAME]
set -euo pipefail
shopt -s nullglob

outlet=$1
mine=$outlet/cur/${2:-shell}
[[ -d $mine ]] || mkdir -m 2770 "$mine"

act() { # act FILE: the work; when it fails, the file stays claimed and is done again at the next start
    jq -r '[.feed.name, "r\(.revision)", .changeType // "new", .headline] | @tsv' "$1"
    rm "$1"
}

# What an earlier run had claimed and not finished comes first.
for file in "$mine"/*.json; do act "$file"; done
for file in "$outlet"/new/*.json; do
    # Another worker may be faster; -T, so that the name is never taken for a directory.
    mv -T "$file" "$mine/${file##*/}" 2>/dev/null || continue
    act "$mine/${file##*/}"
done
