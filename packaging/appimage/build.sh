#!/usr/bin/env bash
# Makes the AppImage of the portable bundle.
# Usage: build.sh VERSION OUTDIR BUNDLE
#   PYTHON  has the program and what made the bundle; without it, that of build/package
set -euo pipefail

version=${1:?the version}
out=$(realpath -m "${2:?the folder for what is made}")
bundle=$(realpath "${3:?the folder of the bundle}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PYTHON:-$root/build/package/environment/bin/python}
image="$out/ats-$version-$(uname -m).AppImage"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree="$work/tree"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
umask 022
mkdir -p "$out" "$tree/usr/lib"

cp -a "$bundle" "$tree/usr/lib/ats"
"$python" "$here/../run/desktop.py" "$tree" --source "${SOURCE:-$root}"
# What shows the AppImage in menus looks at the top of its tree.
sed '/^TryExec=/d' "$tree/usr/share/applications/ats.desktop" >"$tree/ats.desktop"
cp "$tree/usr/share/icons/hicolor/256x256/apps/ats.png" "$tree/ats.png"
ln -s ats.png "$tree/.DirIcon"
ln -s usr/lib/ats/ats "$tree/AppRun"

mksquashfs "$tree" "$work/tree.squashfs" -comp zstd -Xcompression-level 19 -b 1M -root-owned \
    -noappend -no-xattrs -quiet -no-progress
build=$(sha256sum "$work/tree.squashfs" | cut -c -24)
cc -O2 -Wall -Wextra -Werror -static -s -isystem /usr/include/squashfuse \
    "-DVERSION=\"$version\"" "-DBUILD=\"$build\"" -o "$work/runtime" "$here/runtime.c" \
    -lsquashfuse -lzstd
# Bytes 8 to 10 of an AppImage of type 2.
printf 'AI\002' | dd of="$work/runtime" bs=1 seek=8 conv=notrunc status=none
cat "$work/runtime" "$work/tree.squashfs" >"$image"
chmod +x "$image"
