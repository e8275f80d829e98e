#!/usr/bin/env bash
# Runs the AppImage as people do: from a folder of any name, twice, beside an older one, on a full
# disk, with a home folder that can't be written to.
# Usage: test.sh VERSION OUTDIR      (build.sh has run before; as root, more is tested)
# shellcheck disable=SC1111,SC2015  # quotation marks are meant; “a && b || fail” fails for either
set -euo pipefail

version=${1:?the version}
out=$(realpath "${2:?the folder of what was made}")
place=$(mktemp -d)
chmod 755 "$place"
trap 'umount "$place/small" 2>/dev/null || true; rm -rf "$place"' EXIT
export LC_ALL=C.UTF-8 HOME="$place/Zoë Müller" TMPDIR="$place/tmp" QT_QPA_PLATFORM=offscreen
unset XDG_CACHE_HOME XDG_DATA_HOME ATS_DATA
cache="$HOME/.cache/ats-appimage"
mkdir -p "$HOME/ats programs" "$TMPDIR"
chmod 1777 "$TMPDIR"
image="$HOME/ats programs/ats.AppImage"
cp "$out/ats-$version-$(uname -m).AppImage" "$image"

fail() {
    echo "FAILED  $1" >&2
    exit 1
}

passed() {
    echo "ok      $1"
}

# The program must end with 1 and say one line, which begins so.
refused() {
    local code=0
    "${@:2}" >"$place/said" 2>&1 || code=$?
    [ "$code" = 1 ] || fail "It ended with $code: $(cat "$place/said")"
    [ "$(wc -l <"$place/said")" = 1 ] || fail "It said more than a line: $(cat "$place/said")"
    grep -q "^$1" "$place/said" || fail "It did not say “$1”: $(cat "$place/said")"
}

copies() {
    find "$1" -mindepth 1 -maxdepth 1 -type d -printf '%f\n'
}

[ "$("$image" --version)" = "ats $version" ] || fail "It does not start."
"$image" self-test || fail "The self-test failed."
[ -z "$(copies "$HOME/.local/share" 2>/dev/null)" ] || fail "The self-test left something."
passed "it runs from a folder with spaces and umlauts"

build=$(copies "$cache")
inode=$(stat -c %i "$cache/$build")
"$image" demo >/dev/null
[ "$(copies "$cache")" = "$build" ] && [ "$(stat -c %i "$cache/$build")" = "$inode" ] \
    || fail "It was unpacked again."
[ -s "$HOME/.local/share/ats/ats.sqlite" ] || fail "The data is not where it belongs."
passed "it is unpacked once, and keeps the data where every package keeps it"

rm -rf "${cache:?}/$build"
mkdir "$cache/older" "$cache/used"
touch "$cache/older/part" "$cache/used/part" "$cache/older.lock" "$cache/used.lock"
flock --shared "$cache/used.lock" "$image" --version >/dev/null
[ ! -e "$cache/older" ] && [ ! -e "$cache/older.lock" ] || fail "An older copy was left."
[ -e "$cache/used/part" ] || fail "A copy that is in use was taken away."
passed "copies of other versions go, unless they are in use"

(cd "$place" && "$image" --appimage-extract && squashfs-root/AppRun --version >/dev/null)
offset=$("$image" --appimage-offset)
[ "$(dd if="$image" bs=1 skip="$offset" count=4 status=none)" = hsqs ] || fail "The offset is wrong."
desktop-file-validate "$place/squashfs-root/ats.desktop"
passed "it can be unpacked by hand, and its menu entry is valid"

head -c $((offset + 1000000)) "$image" >"$place/cut.AppImage"
chmod +x "$place/cut.AppImage"
HOME="$place/other" refused "ats could not be unpacked" "$place/cut.AppImage"
[ -z "$(copies "$place/other/.cache/ats-appimage")" ] || fail "A part of it was left."
passed "a file that was cut off says so and leaves nothing"

refused "There is no folder to unpack ats in" env HOME=/proc TMPDIR=/proc "$image" --version
passed "without any place to unpack it says so"

if [ "$(id -u)" = 0 ]; then
    nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/usr)
    "${nobody[@]}" "$image" self-test >/dev/null || fail "Without a home folder the self-test fails."
    refused "Can’t\|You may not\|There is no\|The folder" "${nobody[@]}" "$image" list
    passed "with a home folder that can’t be written to, it says what is wrong"
    mkdir "$place/small"
    if mount -t tmpfs -o size=40m tmpfs "$place/small" 2>/dev/null; then
        refused "ats could not be unpacked" env XDG_CACHE_HOME="$place/small" "$image" --version
        [ -z "$(copies "$place/small/ats-appimage")" ] || fail "A part of it was left."
        passed "on a full disk it says so and leaves nothing"
    fi
else
    echo "not run a read-only home folder and a full disk: only root can make them"
fi
