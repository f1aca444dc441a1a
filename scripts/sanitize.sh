#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sanitize.sh [FILTER]: runs all tests (or those that FILTER names) under ThreadSanitizer, under AddressSanitizer with its leak check, and
# under valgrind, and then lets the release build read the sample documents, or those in SAMPLES, under valgrind's leak check. Fails at any
# finding.
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
# A program that ends is not held up for a second, as it is by default: the tests start thousands.
export TSAN_OPTIONS=halt_on_error=1:atexit_sleep_ms=20:suppressions=$PWD/scripts/races.supp
export ASAN_OPTIONS=detect_leaks=1
export LSAN_OPTIONS=suppressions=$PWD/scripts/leaks.supp,print_suppressions=0
# The workers that read documents are given less memory than a sanitizer takes for itself.
make -s release
WIRESPOOL_WORKER=$(make -s release-binary-path)
export WIRESPOOL_WORKER
# One test after the other: all at once, as slow as they are, they wait for each other past their limits.
sanitize() {
    echo "sanitize: $1, $2"
    swift test --sanitize="$1" --scratch-path ".build/$1" --no-parallel --filter "$2"
}
sanitize thread "$filter"
sanitize address "$filter"

# Optimised, because valgrind is slow. It gives up at Swift's debug information.
echo "sanitize: valgrind, $filter"
build=$PWD/.build/valgrind
swift build -c release --build-tests -Xswiftc -enable-testing --scratch-path "$build"
folder=$(swift build -c release --scratch-path "$build" --show-bin-path)
objcopy --strip-debug "$folder/wirespoolPackageTests.xctest" "$folder/valgrind.xctest"
cc -shared -fPIC -o "$build/sigsuspend.so" scripts/sigsuspend.c
memcheck=(valgrind --quiet --max-threads=4000 --error-exitcode=99 --suppressions=scripts/valgrind.supp)
WIRESPOOL_SANITIZER=valgrind LD_PRELOAD=$build/sigsuspend.so \
    "${memcheck[@]}" "$folder/valgrind.xctest" --testing-library swift-testing --no-parallel --filter "$filter"

# What is lost is looked for where the program ends by itself: Swift's runtime points into the middle of what it allocates, which
# valgrind takes for "possibly lost".
binary=.build/wirespool-valgrind
objcopy --strip-debug "$WIRESPOOL_WORKER" "$binary"
read -ra samples <<<"${SAMPLES:-$(echo Fuzz/seeds/documents/* Tests/FeedsTests/Fixtures/*)}"
for options in "" --articles; do
    status=0
    "${memcheck[@]}" --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
        "$binary" parse $options "${samples[@]}" >/dev/null || status=$?
    # 1 and 65: some of the samples are no feeds.
    if [[ $status -ge 99 ]]; then exit "$status"; fi
done
echo "sanitize: all is well"
