#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the manual pages and the shells' completions from what the program says of itself; mandoc, where it is installed, checks them.
# usage: scripts/manual.sh PROGRAM DIRECTORY
set -euo pipefail

wirespool=$1
to=$2
man=$(cd "$(dirname "$0")/../man" && pwd)
mkdir -p "$to"

commands=$(mktemp)
trap 'rm -f "$commands"' EXIT
"$wirespool" manual commands >"$commands"
sed -e "/^@COMMANDS@\$/{r $commands" -e 'd}' "$man/wirespool.1.in" >"$to/wirespool.1"
"$wirespool" manual settings >"$to/wirespool.yaml.5"
cp "$man/wirespool-spool.5" "$to/"
for shell in bash zsh fish; do
    # Sourced, not run: a first line that names a shell would only mislead.
    "$wirespool" --generate-completion-script "$shell" | sed '1{/^#!/d}' >"$to/wirespool.$shell"
done

command -v mandoc >/dev/null || exit 0
# Until they are installed, the pages can't find each other.
complaints=$(mandoc -Tlint "$to"/wirespool*.[15] 2>/dev/null | grep -v 'referenced manual not found' || true)
if [[ -n $complaints ]]; then
    echo "$complaints" >&2
    exit 1
fi
