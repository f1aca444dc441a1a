#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench-gate.sh BINARY: counts, by callgrind, the instructions that the program needs for a byte of the made-up feeds, and fails where
# they are a tenth more than Benchmarks/instructions.tsv says. What else the machine does doesn't matter to the count; another
# processor or C library moves it a little.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=$1
folder=.build/bench-documents
command -v valgrind >/dev/null || {
    echo "bench-gate: there is no valgrind; install Debian's package of that name" >&2
    exit 69
}
swift run -q -c release --package-path Benchmarks MakeDocuments "$folder"

# count OPTIONS FILE…: the instructions of one run.
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$binary" parse "$@" 2>&1 >/dev/null | awk '/Collected/ { print $NF }'
}

# Starting up cancels out between a run over all documents and one over the first six, one of each kind.
all=("$folder"/1??)
few=("${all[@]:0:6}")
bytes=$(($(cat "${all[@]}" | wc -c) - $(cat "${few[@]}" | wc -c)))

failed=0
printf '%-12s %12s %12s\n' "" "instructions" "at most"
while IFS=$'\t' read -r step expected; do
    options=()
    if [[ $step == articles ]]; then options=(--articles); fi
    per_byte=$((($(count "${options[@]}" "${all[@]}") - $(count "${options[@]}" "${few[@]}")) / bytes))
    most=$((expected * 110 / 100))
    printf '%-12s %12d %12d\n' "$step" "$per_byte" "$most"
    if [[ $per_byte -gt $most ]]; then failed=1; fi
    if [[ $((per_byte * 110 / 100)) -lt $expected ]]; then echo "bench-gate: $step became cheaper; write $per_byte into Benchmarks/instructions.tsv"; fi
done < <(grep -v '^#' Benchmarks/instructions.tsv)
if [[ $failed -ne 0 ]]; then
    echo "bench-gate: more instructions a byte than Benchmarks/instructions.tsv allows; look with callgrind_annotate, or argue the new figure there" >&2
    exit 1
fi
