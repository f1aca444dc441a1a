#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that a build needs beside a Swift toolchain; with --test, those of the tests too. This is their one list.
set -euo pipefail

build=(
    binutils ca-certificates git libc6-dev libgcc-12-dev libstdc++-12-dev make pkg-config zlib1g-dev
    libcurl4-openssl-dev libsqlite3-dev libxml2-dev
)
test=(dpkg-dev inotify-tools jq lintian mandoc python3 python3-jsonschema rsyslog shellcheck systemd)

wanted=("${build[@]}")
if [[ "${1:-}" == --test ]]; then wanted+=("${test[@]}"); fi

command -v swift >/dev/null || {
    echo "packages: there is no swift in PATH; install Swift 6.3 or later from https://www.swift.org/install/linux/" >&2
    exit 69
}
command -v dpkg-query >/dev/null || {
    echo "packages: this is not Debian; install what these are called here: ${wanted[*]}" >&2
    exit 0
}

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    if [[ "$status" != installed ]]; then missing+=("$package"); fi
done
if [[ ${#missing[@]} -eq 0 ]]; then exit 0; fi

as_root=()
if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || {
        echo "packages: as root, run: apt-get install ${missing[*]}" >&2
        exit 77
    }
    as_root=(sudo)
fi
echo "packages: installing ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >&2
