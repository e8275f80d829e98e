#!/bin/sh
# Looks for the commands that building or testing the packages needs and installs the missing ones.
# Usage: tools.sh package|package-test
set -eu

# One line per tool: the command or file, and the Debian package that has it.
package="
objdump binutils
strip binutils
chrpath chrpath
dpkg-shlibdeps dpkg-dev
xz xz-utils
rsvg-convert librsvg2-bin
desktop-file-validate desktop-file-utils
appstreamcli appstream
lintian lintian
man man-db
groff groff-base
unzip unzip
zip zip
convert imagemagick
osslsigncode osslsigncode
makensis nsis
x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32
/usr/lib/wine/wine64 wine64
gcc gcc
mksquashfs squashfs-tools
/usr/include/squashfuse/squashfuse.h libsquashfuse-dev
/usr/include/zstd.h libzstd-dev
makeself makeself
"
test="
debootstrap debootstrap
unshare util-linux
Xvfb xvfb
openbox openbox
xdotool xdotool
xprop x11-utils
import imagemagick
xclip xclip
dbus-daemon dbus
/usr/libexec/at-spi-bus-launcher at-spi2-core
"

case "${1:-}" in
    package) wanted=$package ;;
    package-test) wanted="$package$test" ;;
    *) echo "usage: $0 package|package-test" >&2; exit 2 ;;
esac

# Administrators' commands are not on everybody's path.
PATH="$PATH:/usr/sbin:/sbin"

missing=""
while read -r command package; do
    [ -n "$command" ] || continue
    [ -e "$command" ] || command -v "$command" >/dev/null || missing="$missing $package"
done <<LIST
$wanted
LIST

# shellcheck disable=SC2086  # the list is meant to fall apart into words
exec "$(dirname "$0")/apt-install.sh" $missing
