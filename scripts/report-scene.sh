#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes the report of an installation and photographs it in Chromium: light and dark, at the width of a desk and of a phone.
# usage: scripts/report-scene.sh PROGRAM CONFIGURATION DIRECTORY
set -euo pipefail

wirespool=$1
config=$2
to=$(realpath -m "$3")
browser=$(command -v chromium || command -v google-chrome) || { echo "report-scene: chromium is not installed" >&2; exit 69; }
mkdir -p "$to"
"$wirespool" report --html "$to/report.html" --config "$config"

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
browse() {
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" "$@" "file://$to/report.html" 2>"$profile/said"
}
for colours in light:1 dark:0; do
    for width in desk:1280,1600 phone:390,2400; do
        browse --blink-settings="preferredColorScheme=${colours#*:}" --window-size="${width#*:}" \
            --screenshot="$to/${width%:*}-${colours%:*}.png" >/dev/null
    done
done
# What the browser made of it: every section is there, and it had nothing to fetch.
browse --dump-dom >"$profile/dom"
for section in Feeds Outlets Gaps; do grep -q "<h2>$section</h2>" "$profile/dom" || { echo "report-scene: no section $section" >&2; exit 1; }; done
if grep -E '<(script|img|link|iframe)' "$profile/dom"; then exit 1; fi
ls -l "$to"
