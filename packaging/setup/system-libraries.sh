#!/bin/sh
# Looks for the system libraries Qt needs and installs the missing ones with apt.
# Usage: system-libraries.sh offscreen|window
# On systems without apt it names what is missing and lets the caller go on.
set -eu

# One line per library: the file the loader looks for, and the Debian package that has it.
offscreen="
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libgssapi_krb5.so.2 libgssapi-krb5-2
"
window="
libxcb-cursor.so.0 libxcb-cursor0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libwayland-cursor.so.0 libwayland-cursor0
"

case "${1:-}" in
    offscreen) wanted=$offscreen ;;
    window) wanted="$offscreen$window" ;;
    *) echo "usage: $0 offscreen|window" >&2; exit 2 ;;
esac

# Only Linux loads these; Windows and macOS bring their own.
[ "$(uname -s)" = Linux ] || exit 0

# ldconfig lives in /sbin, which is not on everybody's path.
PATH="$PATH:/usr/sbin:/sbin"
if ! known=$(ldconfig -p 2>/dev/null); then
    echo "Could not list the system libraries, so they were not checked."
    exit 0
fi

missing=""
while read -r file package; do
    [ -n "$file" ] || continue
    case "$known" in
        *"$file"*) ;;
        *) missing="$missing $package" ;;
    esac
done <<LIST
$wanted
LIST

# Text needs at least one font.
if ! find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
    -name '*.[ot]t[fc]' 2>/dev/null | grep -q .; then
    missing="$missing fonts-dejavu-core"
fi
# Debian keeps the part of Python that fills a new environment in a package of its own.
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"

# shellcheck disable=SC2086  # the list is meant to fall apart into words
exec "$(dirname "$0")/apt-install.sh" $missing
