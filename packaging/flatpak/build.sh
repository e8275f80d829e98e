#!/usr/bin/env bash
# Makes the Flatpak: gathers the wheels at their pinned versions, then builds without a network.
# Needs flatpak-builder and the runtime that the recipe names.
# Usage: build.sh VERSION OUTDIR
#   PYTHON          has the program and what made the bundle; without it, that of build/package
#   FLATPAK_PYTHON  the version of Python in the runtime
set -euo pipefail

version=${1:?the version}
out=$(realpath -m "${2:?the folder for what is made}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PYTHON:-$root/build/package/environment/bin/python}
work="$root/build/flatpak"
sources="$work/sources"
rm -rf "$sources"
mkdir -p "$out" "$sources/wheels"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

"$root/packaging/wheel/build.sh" "$version" "$work/wheel"
"$python" -m pip download --quiet --disable-pip-version-check --only-binary :all: \
    --python-version "${FLATPAK_PYTHON:-3.13}" --platform manylinux_2_34_x86_64 \
    --platform manylinux_2_28_x86_64 --platform manylinux_2_17_x86_64 \
    --constraint "$root/constraints.txt" --dest "$sources/wheels" "$work/wheel"/*.whl
"$python" "$here/../run/desktop.py" "$work/tree" --source "$root"
rm -rf "$sources/share"
cp -r "$work/tree/usr/share" "$sources/share"
rm -rf "$work/tree" "$sources/share/lintian" "$sources/share/doc"

flatpak-builder --force-clean --disable-download --repo "$work/repository" "$work/built" \
    "$here/io.github.ats_desktop.ats.yml"
flatpak build-bundle "$work/repository" "$out/ats-$version-$(uname -m).flatpak" io.github.ats_desktop.ats
