#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the Debian package from what `make install` lays out. usage: packaging/deb.sh PROGRAM DIRECTORY
# WIRESPOOL_DEB_VERSION overrides the version, such as to try an upgrade.
set -euo pipefail

program=$1
to=$(realpath -m "$2")
cd "$(dirname "$0")/.."
for tool in dpkg-deb dpkg-shlibdeps; do
    command -v "$tool" >/dev/null || { echo "deb: $tool is missing; install dpkg-dev" >&2; exit 69; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
umask 022
version=${WIRESPOOL_DEB_VERSION:-$("$program" --version)}
date=$(git log -1 --format=%aD)

make -s install-files binary="$program" DESTDIR="$root"

doc=$root/usr/share/doc/wirespool
install -D -m 644 packaging/deb/copyright "$doc/copyright"
{
    printf 'wirespool (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' \
        "$version" "The Wirespool authors <wirespool@users.noreply.github.com>" "$date"
} | gzip -9n >"$doc/changelog.gz"

install -D -m 644 packaging/deb/lintian-overrides "$root/usr/share/lintian/overrides/wirespool"

install -d "$root/DEBIAN" "$work/debian"
# dpkg-shlibdeps wants a source package's control file, whatever it says.
printf 'Source: wirespool\n\nPackage: wirespool\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/wirespool" 2>/dev/null | sed 's/^shlibs:Depends=//')
size=$(du -sk --exclude=DEBIAN "$root" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" -e "s/@SIZE@/$size/" \
    -e "s/@DEPENDS@/$depends/" -e 's/@MAINTAINER@/The Wirespool authors <wirespool@users.noreply.github.com>/' \
    packaging/deb/control.in >"$root/DEBIAN/control"
install -m 755 packaging/deb/postinst packaging/deb/prerm packaging/deb/postrm "$root/DEBIAN/"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

mkdir -p "$to"
package=$to/wirespool_${version}_$(dpkg --print-architecture).deb
SOURCE_DATE_EPOCH=$(git log -1 --format=%at) dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$package" >&2
echo "$package"
