#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh SECONDS [TARGET…]: builds the drivers of Fuzz/targets with libFuzzer and AddressSanitizer, and runs each for SECONDS.
# What is found lies in Fuzz/findings, the corpora that grow in Fuzz/corpus; git ignores both.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then for file in Fuzz/targets/*.swift; do targets+=("$(basename "$file" .swift)"); done; fi

build=${FUZZ_BUILD:-.build/fuzz}
corpora=${FUZZ_CORPUS:-Fuzz/corpus}
mkdir -p "$build" Fuzz/findings

flags=(
    -O -g -wmo -parse-as-library '-sanitize=fuzzer,address' -swift-version 6 -I "$build" -I Sources/CLibXML2 -I Sources/CSHA256
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature NonisolatedNonsendingByDefault
)
for flag in $(pkg-config --cflags libxml-2.0); do flags+=(-Xcc "$flag"); done

# module NAME: compiles one module of Sources, unless it is newer than its sources.
module() {
    local name=$1 sources
    mapfile -t sources < <(find "Sources/$name" -name '*.swift' | sort)
    if [[ -f $build/$name.o && -z $(find Sources/{Markup,Feeds,Articles} -newer "$build/$name.o" -print -quit) ]]; then return; fi
    swiftc "${flags[@]}" -module-name "$name" -emit-module -emit-module-path "$build/$name.swiftmodule" -c -o "$build/$name.o" "${sources[@]}"
}

# max_length TARGET: the longest input that teaches anything.
max_length() {
    case $1 in
    documents) echo 16384 ;;
    html) echo 8192 ;;
    charsets) echo 4096 ;;
    dates) echo 300 ;;
    *) echo 256 ;;
    esac
}

# seed TARGET: puts the seeds of one target into its corpus: whole files, or the lines of a text with \\0, \\n and \\xFF in them.
seed() {
    local corpus=$corpora/$1 number=0 line
    mkdir -p "$corpus"
    if [[ -d Fuzz/seeds/$1 ]]; then cp Fuzz/seeds/"$1"/* "$corpus"; return; fi
    while IFS= read -r line; do
        number=$((number + 1))
        printf '%b' "$line" >"$corpus/seed-$number"
    done <"Fuzz/seeds/$1.txt"
}

for name in Markup Feeds Articles; do module "$name"; done

# The crashed process would else wait for minutes inside of Swift's own backtracer.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=${ASAN_OPTIONS:-quarantine_size_mb=16:detect_leaks=1}
failed=()
for target in "${targets[@]}"; do
    swiftc "${flags[@]}" -use-ld=lld -module-name Fuzz -o "$build/$target" "Fuzz/targets/$target.swift" Fuzz/Requirements.swift \
        "$build"/{Markup,Feeds,Articles}.o -lxml2
    seed "$target"
    echo "fuzz: $target for $seconds s"
    # shellcheck disable=SC2086 # options, separated by blanks
    "$build/$target" "$corpora/$target" -dict=Fuzz/tokens.dict -max_total_time="$seconds" -max_len="$(max_length "$target")" \
        -timeout=20 -rss_limit_mb=512 -malloc_limit_mb=64 -print_final_stats=1 -artifact_prefix="Fuzz/findings/$target-" \
        ${FUZZ_OPTIONS:-} || failed+=("$target")
done

if [[ ${#failed[@]} -gt 0 ]]; then
    echo "fuzz: ${failed[*]} found something; it lies in Fuzz/findings. Again: $build/TARGET FINDING. Shorter: with -minimize_crash=1." >&2
    echo "fuzz: make it a row of the module's tests (PaceTests, or beside its like), see it fail, and mend it." >&2
    exit 1
fi
