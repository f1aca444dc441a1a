#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The house rules that neither the compiler nor swift format checks. Prints each breach and exits 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

breaches=0
breach() {
    echo "house-checks: $*" >&2
    breaches=$((breaches + 1))
}
# forbid WHY PATTERN PATH… [-- EXCEPT]: no line of Swift under the paths may match, but in files whose path begins with EXCEPT.
forbid() {
    local why=$1 pattern=$2 except='^$'
    shift 2
    local paths=()
    while [[ $# -gt 0 && $1 != -- ]]; do
        paths+=("$1")
        shift
    done
    if [[ $# -gt 1 ]]; then except="^$2"; fi
    local hits
    hits=$(grep -rnE --include='*.swift' -- "$pattern" "${paths[@]}" 2>/dev/null | grep -vE "$except" || true)
    if [[ -n $hits ]]; then breach "$why"$'\n'"$hits"; fi
}

while read -r file; do
    lines=$(wc -l <"$file")
    if [[ $lines -gt 300 ]]; then breach "$file has $lines lines; 300 is where to look for the second file"; fi
    if ! head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0'; then breach "$file does not begin with its SPDX line"; fi
done < <(git ls-files 'Sources/*.swift' 'Tests/*.swift' 'Fuzz/*.swift' 'Sources/*.h' Package.swift)

code='^[^/]*'
forbid "try! crashes on what others do" "${code}try!" Sources
forbid "fatalError is a crash without a rule; write a precondition that names it" "${code}fatalError\(" Sources
forbid "@unchecked Sendable needs its proof; use an actor or a Mutex" "${code}@unchecked Sendable" Sources
forbid "only Transport imports CCurl" '^ *([a-z]+ )?import CCurl' Sources -- Sources/Transport/
forbid "only Markup imports CLibXML2" '^ *([a-z]+ )?import CLibXML2' Sources -- Sources/Markup/
forbid "only Markup imports CSHA256" '^ *([a-z]+ )?import CSHA256' Sources -- Sources/Markup/
forbid "only Catalog imports GRDB" '^ *([a-z]+ )?import GRDB' Sources -- Sources/Catalog/
forbid "only Query calls SQLite's own functions" '^ *([a-z]+ )?import GRDBSQLite' Sources -- Sources/Catalog/Store/Query.swift
forbid "only Ingest imports Yams" '^ *([a-z]+ )?import Yams' Sources -- Sources/Ingest/
forbid "FoundationXML and FoundationNetworking bring a second libxml2 and libcurl" 'import Foundation(XML|Networking)' Sources Tests
forbid "tests use Swift Testing" 'import XCTest' Tests
forbid "tests do not sleep" "${code}(Task\.sleep|[^a-zA-Z.]u?sleep\()" Tests -- 'Tests/(TestSupport/|CommandTests/KillTests)'

grep -q '^## ' CHANGELOG.md || breach "CHANGELOG.md has no release"
for script in scripts/*.sh packaging/*.sh examples/*.sh .ci/run; do
    if [[ ! -x $script ]]; then breach "$script is not executable"; fi
done

if [[ $breaches -gt 0 ]]; then exit 1; fi
echo "house-checks: all is well"
