#!/usr/bin/env bash
# Tries out the packages that need no clean system: each is installed, used and removed in a folder
# of its own, or in Wine.
# Usage: test.sh VERSION OUTDIR [KIND…]
set -euo pipefail

version=${1:?the version}
out=${2:?the folder of what was made}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kinds=("${@:3}")
[ "${#kinds[@]}" -gt 0 ] || kinds=(wheel appimage run windows)
for kind in "${kinds[@]}"; do
    echo "== $kind"
    "$here/$kind/test.sh" "$version" "$out"
done
