#!/usr/bin/env bash
# Runs a Windows program in a Wine of its own, which asks nothing and touches nobody's files.
# Usage: wine.sh PROGRAM WORD…      WINEPREFIX chooses the folder of that Wine
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export WINEPREFIX=${WINEPREFIX:-$root/build/wine} WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
# Names of files reach it in the encoding of the locale.
export LC_ALL=C.UTF-8
# Neither .NET nor a browser is needed, and Wine would offer to fetch them.
export WINEDLLOVERRIDES="mscoree,mshtml=${WINEDLLOVERRIDES:+;$WINEDLLOVERRIDES}"
mkdir -p "$(dirname "$WINEPREFIX")"
for wine in /usr/lib/wine/wine64 wine64 wine; do
    command -v "$wine" >/dev/null && exec "$wine" "$@"
done
echo "Wine is missing (Debian: apt-get install wine64)." >&2
exit 127
