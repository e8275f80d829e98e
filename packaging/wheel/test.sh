#!/usr/bin/env bash
# Installs the wheel the two ways people do, away from the source, and lets the program test itself.
# Usage: test.sh VERSION OUTDIR      (build.sh has run before)
set -euo pipefail

version=${1:?the version}
out=$(realpath "${2:?the folder of what was made}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
wheel="$out/ats_desktop-$version-py3-none-any.whl"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen ATS_DATA="$place/data" PIP_CONSTRAINT="$root/constraints.txt"
export PIP_DISABLE_PIP_VERSION_CHECK=1
cd "$place"

echo "pip install"
"${PYTHON:-python3}" -m venv "$place/environment"
"$place/environment/bin/pip" install --quiet "$wheel"
[ "$("$place/environment/bin/ats" --version)" = "ats $version" ]
[ "$("$place/environment/bin/ats-desktop" --version)" = "ats $version" ]
"$place/environment/bin/ats" self-test

echo "pipx run"
export PIPX_HOME="$place/pipx" PIPX_BIN_DIR="$place/bin"
pipx="$("$here/tools.sh")/bin/pipx"
[ "$("$pipx" run --spec "$wheel" ats --version)" = "ats $version" ]
echo "pipx install"
"$pipx" install --quiet "$wheel"
"$place/bin/ats" self-test >/dev/null
"$pipx" uninstall --quiet ats-desktop
[ ! -e "$place/bin/ats" ]
echo "The wheel of ats $version works."
