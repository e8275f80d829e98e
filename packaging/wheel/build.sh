#!/usr/bin/env bash
# Makes the source archive and, from it, the wheel; checks that a package index would take both.
# Usage: build.sh VERSION OUTDIR      SOURCE, where it is set, is another tree to build from
set -euo pipefail

version=${1:?the version}
out=$(realpath -m "${2:?the folder for what is made}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=${SOURCE:-$(cd "$here/../.." && pwd)}
tools=$("$here/tools.sh")

# The same source gives the same archive: times in it are those of the last change.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

# setuptools leaves a list of files in the tree and goes by an old one, so it works on a copy.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree" "$work/made"
if [ -e "$root/.git" ]; then
    git -C "$root" ls-files -z --cached --others --exclude-standard \
        | tar --directory "$root" --null --files-from - --ignore-failed-read --create 2>/dev/null
else
    tar --directory "$root" --exclude ./build --exclude ./dist --exclude ./.venv --create .
fi | tar --directory "$work/tree" --extract
"$tools/bin/python" -m build --no-isolation --outdir "$work/made" "$work/tree" >"$work/log" 2>&1 \
    || { cat "$work/log" >&2; exit 1; }

wheel="$work/made/ats_desktop-$version-py3-none-any.whl"
[ -f "$wheel" ] || { echo "The wheel is not of version $version: $(ls "$work/made")" >&2; exit 1; }
"$tools/bin/twine" check --strict "$work/made"/* | cat
mkdir -p "$out"
mv "$work/made"/* "$out/"
