#!/bin/sh
# Takes away what the .run file installed. What you keep in ats stays where it is.
# shellcheck disable=SC3013  # each sh of Linux knows -ef
set -eu

program=$(cd "$(dirname "$0")" && pwd)
prefix=${program%/lib/ats}

# Desktops keep lists of what is in these folders.
refresh() {
    if command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
    fi
    if command -v update-mime-database >/dev/null && [ -d "$prefix/share/mime/packages" ]; then
        update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
    fi
    # Without packages, all that is left there is what update-mime-database once made.
    [ -d "$prefix/share/mime/packages" ] || rm -rf "$prefix/share/mime"
    if command -v gtk-update-icon-cache >/dev/null && [ -e "$prefix/share/icons/hicolor/index.theme" ]; then
        gtk-update-icon-cache -q "$prefix/share/icons/hicolor" 2>/dev/null || true
    fi
}

if [ "${1:-}" = --refresh ]; then
    refresh
    exit 0
fi
for running in /proc/[0-9]*/exe; do
    if [ "$running" -ef "$program/ats" ]; then
        echo "ats is open. Close its window, then remove it again; nothing was changed." >&2
        exit 1
    fi
done
[ -w "$prefix/lib" ] || { echo "You may not write in $prefix, so nothing was changed." >&2; exit 1; }

while IFS= read -r file; do
    rm -f "$prefix/$file"
    # Folders that held nothing else go too.
    folder=$(dirname "$file")
    while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do
        folder=$(dirname "$folder")
    done
done <"$program/installed-files"
rm -f "$prefix/bin/ats"
rm -rf "$program"
rmdir "$prefix/lib" "$prefix/bin" 2>/dev/null || true
refresh
echo "ats is removed. What you kept in it is still there."
