#!/usr/bin/env bash
# Makes the .run file of the portable bundle: it unpacks itself and installs for one person.
# Usage: build.sh VERSION OUTDIR BUNDLE
#   PYTHON  has the program and what made the bundle; without it, that of build/package
set -euo pipefail

version=${1:?the version}
out=$(realpath -m "${2:?the folder for what is made}")
bundle=$(realpath "${3:?the folder of the bundle}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PYTHON:-$root/build/package/environment/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
umask 022
mkdir -p "$out" "$work/tree"

cp -a "$bundle" "$work/tree/program"
"$python" "$here/desktop.py" "$work/tree" --source "${SOURCE:-$root}"
mv "$work/tree/usr/share" "$work/tree/share"
rm -rf "$work/tree/usr" "$work/tree/share/lintian"
cp "$here/install.sh" "$here/uninstall.sh" "$work/tree/"
chmod +x "$work/tree"/*.sh
# Where zsh looks in a person's own folder differs from Debian's.
mv "$work/tree/share/zsh/vendor-completions" "$work/tree/share/zsh/site-functions"

makeself --quiet --xz --complevel 6 --threads 0 --sha256 --nomd5 --nocrc --nox11 \
    --tar-extra "--owner=0 --group=0 --sort=name --mtime=@$SOURCE_DATE_EPOCH" \
    --packaging-date "$(date -u -d "@$SOURCE_DATE_EPOCH")" \
    "$work/tree" "$out/ats-$version-$(uname -m).run" "ats $version" ./install.sh
