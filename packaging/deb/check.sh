#!/usr/bin/env bash
# Checks a Debian package: what lintian, the desktop's and the shops' own tools say, and its size.
# Usage: check.sh PACKAGE.deb [--quick]      --quick for one that was packed less tightly
set -euo pipefail

package=$(realpath "${1:?the package}")
most_packed=35  # MB
most_installed=130  # MB

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpkg-deb --extract "$package" "$work"

# The overrides are explained where they stand, in data/lintian-overrides.
lintian --allow-root --fail-on error,warning --quiet "$package"
echo "lintian: nothing beyond the overrides"

desktop-file-validate "$work/usr/share/applications/ats.desktop"
echo "desktop-file-validate: nothing"

# The shops read newer pages than the oldest tool knows: it takes “developer” for a mistake of
# information only, and that is all it may say.
appstreamcli validate --no-net --pedantic "$work"/usr/share/metainfo/*.metainfo.xml

page="$work/usr/share/man/man1/ats.1.gz"
told=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings --local-file "$page" 2>&1 >/dev/null)
[ -z "$told" ] || { echo "$told" >&2; exit 1; }
echo "man: no warnings"

megabytes() { echo $((($1 + 999999) / 1000000)); }
packed=$(megabytes "$(stat -c %s "$package")")
installed=$(megabytes $(($(dpkg-deb --field "$package" Installed-Size) * 1024)))
echo "size: $packed MB packed (at most $most_packed), $installed MB installed (at most $most_installed)"
[ "$installed" -le "$most_installed" ] || { echo "Too much is installed." >&2; exit 1; }
if [ "${2:-}" != --quick ] && [ "$packed" -gt "$most_packed" ]; then
    echo "The package is too large." >&2
    exit 1
fi
