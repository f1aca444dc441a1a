#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The package in a clean Debian, booted under real systemd: install, init, start, reload, break, fill the disk, hang, stop, upgrade,
# purge. Prints a transcript; exit 0 when every check held.
#
# usage: debian-scene.sh PACKAGE.deb NEWER.deb [ROOT]
#   NEWER.deb   a package of a higher version (WIRESPOOL_DEB_VERSION=9.9 make deb)
#   ROOT        where the clean Debian is kept for the next time (default: thrown away); it is never changed
#
# Needs root, and the packages debootstrap, systemd and systemd-container.
set -euo pipefail

usage() { sed -n '6,10s/^# \{0,1\}//p' "$0" >&2; exit 64; }
package=${1:-}; newer=${2:-}; clean=${3:-}
[[ -f $package && -f $newer ]] || usage
[[ $(id -u) == 0 ]] || { echo "debian-scene: must run as root, to boot a container" >&2; exit 77; }
for tool in systemd-nspawn debootstrap; do
    command -v "$tool" >/dev/null || { echo "debian-scene: $tool is not installed" >&2; exit 69; }
done

work=$(mktemp -d /tmp/wirespool-debian-XXXXXX)
cleanup() {
    mountpoint -q "$work/root" && umount "$work/root"
    mountpoint -q "$work" && umount "$work"
    rmdir "$work"
}
trap cleanup EXIT
mount -t tmpfs -o size=2g tmpfs "$work"
mkdir "$work/upper" "$work/work" "$work/root"
clean=${clean:-$work/clean}
# shellcheck disable=SC2016 # apt expands it
mirror=$(apt-get indextargets --format '$(SITE)' | head -n 1)
if [[ ! -e $clean/etc/debian_version ]]; then
    # What the package depends on, and what the scene itself needs: python3 serves the feed, jq reads JSON.
    debootstrap --variant=minbase \
        --include=systemd,systemd-sysv,dbus,libcurl4,libxml2,libsqlite3-0,ca-certificates,procps,jq,python3,man-db,mandoc \
        bookworm "$clean" "$mirror" >&2
fi
mount -t overlay overlay -o "lowerdir=$clean,upperdir=$work/upper,workdir=$work/work" "$work/root"
root=$work/root

mkdir -p "$root/scene/www"
cp "$package" "$root/scene/package.deb"
cp "$newer" "$root/scene/newer.deb"
cp "$(dirname "$0")/debian-scene-driver.sh" "$root/scene/driver"
cat >"$root/etc/systemd/system/scene.target" <<'UNIT'
[Unit]
Requires=basic.target
After=basic.target
Wants=scene.service
UNIT
cat >"$root/etc/systemd/system/scene.service" <<'UNIT'
[Unit]
After=basic.target dbus.service
[Service]
Type=oneshot
Environment=LC_ALL=C.UTF-8
ExecStart=/bin/bash /scene/driver
ExecStopPost=/usr/bin/systemctl --no-block poweroff
StandardOutput=file:/scene/transcript
StandardError=inherit
TimeoutStartSec=420
UNIT

: >"$root/etc/machine-id"
status=0
timeout --kill-after=10 480 systemd-nspawn --quiet --directory="$root" --boot --register=no --keep-unit --private-network \
    --console=pipe -- --unit=scene.target </dev/null >"$work/console" 2>&1 || status=$?
[[ ! -f $root/scene/transcript ]] || cat "$root/scene/transcript"
if [[ ! -f $root/scene/failures ]]; then
    echo "debian-scene: the scene did not come to its end (systemd-nspawn: exit $status); the console's last lines:" >&2
    tail -n 30 "$work/console" >&2
    exit 1
fi
[[ $(cat "$root/scene/failures") == 0 ]]
