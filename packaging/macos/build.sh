#!/usr/bin/env bash
# Makes ats.app and a .dmg of it, on macOS.
# Usage: build.sh VERSION OUTDIR
#   PYTHON                          has the program and PyInstaller; without it, .venv
#   MACOS_IDENTITY                  the name of a “Developer ID Application” certificate in the keychain
#   MACOS_NOTARY_KEY, _ID, _ISSUER  an App Store Connect key file (.p8), its id and its issuer
# Without these, the .dmg is made and neither signed nor notarised; macOS then warns.
set -euo pipefail

version=${1:?the version}
mkdir -p "${2:?the folder for what is made}"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
image="$out/ats-$version-macos-$(uname -m).dmg"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" "$here/../bundle/qt_binding.py"
QT_QPA_PLATFORM=offscreen "$python" "$here/make_iconset.py" "$work/ats.iconset"
iconutil --convert icns "$work/ats.iconset" --output "$work/ats.icns"
ATS_VERSION="$version" ATS_ICON="$work/ats.icns" "$python" -m PyInstaller --noconfirm --clean \
    --distpath "$work/made" --workpath "$work/work" "$here/ats.spec"
app="$work/made/ats.app"
cp "$root/LICENSE" "$root/NOTICE.md" "$app/Contents/Resources/"

if [ -n "${MACOS_IDENTITY:-}" ]; then
    codesign --force --options runtime --timestamp --entitlements "$here/entitlements.plist" \
        --sign "$MACOS_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    # The licences came after PyInstaller's own seal, and macOS opens nothing whose seal is broken.
    codesign --force --deep --sign - "$app"
fi
"$app/Contents/MacOS/ats" self-test

mkdir "$work/image"
mv "$app" "$work/image/"
ln -s /Applications "$work/image/Applications"
hdiutil create -quiet -volname "ats $version" -srcfolder "$work/image" -format UDZO -ov "$image"

if [ -n "${MACOS_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$MACOS_IDENTITY" "$image"
fi
if [ -n "${MACOS_NOTARY_KEY:-}" ]; then
    xcrun notarytool submit "$image" --wait --key "$MACOS_NOTARY_KEY" \
        --key-id "$MACOS_NOTARY_ID" --issuer "$MACOS_NOTARY_ISSUER"
    xcrun stapler staple "$image"
fi
