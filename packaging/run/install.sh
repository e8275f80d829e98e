#!/bin/sh
# Installs ats for the person who runs this, in ~/.local; as root, for everybody, in /usr/local.
# PREFIX chooses another folder. The new program takes the place of an older one in one step.
# shellcheck disable=SC3013  # each sh of Linux knows -ef
set -eu
umask 022

stop() {
    echo "$1" >&2
    exit 1
}

cd "$(dirname "$0")"
if [ -z "${PREFIX:-}" ]; then
    if [ "$(id -u)" = 0 ]; then
        PREFIX=/usr/local
    else
        [ -d "${HOME:-}" ] || stop "You have no home folder here, so ats was not installed. Name a folder: PREFIX=/some/folder"
        PREFIX=$HOME/.local
    fi
fi
case $PREFIX in
    /*) ;;
    *) stop "PREFIX must be a whole path, from / on. Nothing was changed." ;;
esac
program=$PREFIX/lib/ats

for running in /proc/[0-9]*/exe; do
    if [ -e "$program/ats" ] && [ "$running" -ef "$program/ats" ]; then
        stop "ats is open. Close its window, then install again; the version you have was not changed."
    fi
done

{ mkdir -p "$PREFIX/lib" "$PREFIX/bin" "$PREFIX/share" && [ -w "$PREFIX/lib" ]; } 2>/dev/null \
    || stop "You may not write in $PREFIX, so nothing was changed. Name another folder: PREFIX=/some/folder"
needed=$(du -sk program | cut -f 1)
free=$(df -Pk "$PREFIX/lib" | awk 'NR == 2 { print $4 }')
[ "$free" -gt "$needed" ] \
    || stop "There is too little space in $PREFIX: $((needed / 1024)) MB are needed, $((free / 1024)) MB are free. Nothing was changed."

rm -rf "$program.new" "$program.old"
trap 'rm -rf "$program.new"' EXIT
cp -R program "$program.new" 2>/dev/null \
    || stop "ats could not be copied to $PREFIX, perhaps for lack of space. Nothing was changed."
(cd share && find . -type f | sed 's|^\.|share|') >"$program.new/installed-files"
cp uninstall.sh "$program.new/uninstall"
if [ -e "$program" ]; then
    mv "$program" "$program.old"
fi
mv "$program.new" "$program"
rm -rf "$program.old"

cp -R share "$PREFIX/"
ln -sf ../lib/ats/ats "$PREFIX/bin/ats"
# A desktop may not look into this bin folder, so the menu entry names the file itself.
whole=$(printf '%s' "$PREFIX/bin/ats" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
entry=$PREFIX/share/applications/ats.desktop
while IFS= read -r line; do
    case $line in
        TryExec=*) ;;
        Exec=ats*) printf 'Exec="%s"%s\n' "$whole" "${line#Exec=ats}" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <share/applications/ats.desktop >"$entry"

"$program/uninstall" --refresh
echo "ats is installed: find it in the menu, or run $PREFIX/bin/ats"
echo "To remove it, run $program/uninstall"
