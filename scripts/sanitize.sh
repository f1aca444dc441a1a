#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sanitize.sh [FILTER]: runs all tests (or those that FILTER names) under ThreadSanitizer, and under AddressSanitizer with its leak check,
# and then lets the release build read the sample documents, or those in SAMPLES, under valgrind. Fails at any finding.
set -euo pipefail
cd "$(dirname "$0")/.."

filter=${1:-.}
command -v valgrind >/dev/null || {
    echo "sanitize: there is no valgrind; install Debian's package of that name" >&2
    exit 69
}

# Swift's own backtracer would hold up what a sanitizer ends.
export SWIFT_BACKTRACE=enable=no
# What hostile input may cost is not asked of a program that is instrumented.
export WIRESPOOL_SANITIZER=1
export TSAN_OPTIONS=halt_on_error=1:suppressions=$PWD/scripts/races.supp
export ASAN_OPTIONS=detect_leaks=1
export LSAN_OPTIONS=suppressions=$PWD/scripts/leaks.supp,print_suppressions=0
# The workers that read documents are given less memory than a sanitizer takes for itself.
sanitize() {
    echo "sanitize: $1, $2"
    swift test --sanitize="$1" --scratch-path ".build/$1" --filter "$2" --skip IngestTests.ParserTests
}
sanitize thread "$filter"
sanitize address "$filter"

# valgrind gives up at Swift's debug information, and takes what Swift's runtime points into the middle of for "possibly lost".
echo "sanitize: valgrind"
binary=.build/wirespool-valgrind
objcopy --strip-debug "$(make -s release-binary-path)" "$binary"
read -ra samples <<<"${SAMPLES:-$(echo Fuzz/seeds/documents/* Tests/FeedsTests/Fixtures/*)}"
for options in "" --articles; do
    status=0
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
        --suppressions=scripts/valgrind.supp "$binary" parse $options "${samples[@]}" >/dev/null || status=$?
    # 1 and 65: some of the samples are no feeds.
    if [[ $status -ge 99 ]]; then exit "$status"; fi
done
echo "sanitize: all is well"
