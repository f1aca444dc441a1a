#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What surrounds the program: shell scripts, systemd's units, the manual page that is written by hand. Each tool that is not
# installed is named and left out; scripts/packages.sh --test installs them all. Exits 1 when one has something to say.
set -euo pipefail
cd "$(dirname "$0")/.."

complaints=0
complain() {
    echo "operations-checks: $*" >&2
    complaints=$((complaints + 1))
}
have() {
    command -v "$1" >/dev/null && return 0
    echo "operations-checks: $1 is not installed, left out" >&2
    return 1
}

if have shellcheck; then
    shellcheck scripts/*.sh .ci/run packaging/deb.sh packaging/deb/{postinst,prerm,postrm} examples/*.sh || complain "shellcheck"
fi

if have systemd-analyze; then
    # verify wants the programs that a unit names to be there.
    units=$(mktemp -d)
    trap 'rm -rf "$units"' EXIT
    for unit in systemd/*.service systemd/*.timer; do
        sed -E 's#^(Exec[A-Za-z]+=-?)/usr/bin/wirespool#\1/usr/bin/env#; s# man:[^ ]*##g; /^Documentation=/d' "$unit" >"$units/${unit##*/}"
    done
    # It warns with exit status 0. What it says of other units is not ours.
    said=$(systemd-analyze verify --man=no "$units"/*.service "$units"/*.timer 2>&1 | grep -F "$units" || true)
    if [[ -n $said ]]; then complain "systemd-analyze verify: $said"; fi
    for unit in systemd/*.service; do
        # In tenths: 1.1 is the least for a program that must reach the Internet.
        if ! said=$(systemd-analyze security --no-pager --offline=true --threshold=11 "$unit" 2>&1); then
            complain "$unit: $(tail -n 1 <<<"$said")"
        fi
    done
fi

if have mandoc; then
    said=$(mandoc -Tlint man/wirespool-spool.5 2>/dev/null | grep -v 'referenced manual not found' || true)
    if [[ -n $said ]]; then complain "mandoc: $said"; fi
fi

if [[ $complaints -gt 0 ]]; then exit 1; fi
echo "operations-checks: all is well"
