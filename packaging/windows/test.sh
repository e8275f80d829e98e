#!/usr/bin/env bash
# Installs, runs, upgrades and uninstalls the Windows setup in Wine, and runs the portable package.
# Wine is not Windows: what it can't show is listed in packaging/README.md.
# Usage: test.sh VERSION OUTDIR [PICTURE.png]      (build.sh has run before)
# shellcheck disable=SC1111,SC2015  # quotation marks are meant; “a && b || fail” fails for either
set -euo pipefail

version=${1:?the version}
out=$(realpath "${2:?the folder of what was made}")
picture=${3:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
place=$(mktemp -d)
export WINEPREFIX="$place/wine" WINEDLLOVERRIDES="icuuc=n"
installed='C:\users\Zoë Müller\ats programs'
folder="$WINEPREFIX/drive_c/users/Zoë Müller/ats programs"
data="$WINEPREFIX/drive_c/users/Zoë Müller/data"
setup="$out/ats-$version-windows-setup.exe"
display=

ended() {
    wineserver -k 2>/dev/null || true
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    rm -rf "$place"
}
trap ended EXIT

wineserver() {
    "$(command -v /usr/lib/wine/wineserver64 || command -v /usr/lib/wine/wineserver || command -v wineserver)" "$@"
}

fail() {
    echo "FAILED  $1" >&2
    exit 1
}

passed() {
    echo "ok      $1"
}

# Python in Wine wants pipes where Windows also takes files. Gives the exit code of the program.
windows() {
    "$here/wine.sh" "$@" </dev/null 2>&1 | cat
    return "${PIPESTATUS[0]}"
}

refused() {
    local code=0
    windows "${@:3}" >"$place/said" || code=$?
    [ "$code" = "$1" ] || fail "ended with $code instead of $1: $(cat "$place/said")"
    grep -q "$2" "$place/said" || fail "did not say “$2”: $(cat "$place/said")"
}

# It goes on as a copy of itself, as a program can't take itself away.
uninstall() {
    windows "$folder/uninstall.exe" /S
    while pgrep -f '~nsu' >/dev/null; do sleep 0.2; done
}

kept_in_registry() {
    windows reg query "HKCU\\$1" >/dev/null 2>&1
}

start_menu() {
    find "$WINEPREFIX/drive_c" -name ats.lnk | grep -q .
}

windows wineboot --init >/dev/null
wineserver -w
unzip -qo "$out/ats-$version-windows-portable.zip" -d "$place/portable"
portable="$place/portable/ats-$version"
"$root/.venv/bin/python" "$here/wine_stand_in.py" icuuc.dll \
    "$portable/program/libraries/PySide6/Qt6Core.dll" "$WINEPREFIX/drive_c/windows/system32/icuuc.dll"
mkdir -p "$data"

refused 7 "needs Windows 10" "$setup" /S
windows reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
# The folder of an earlier installation is chosen again. (Wine would put “/D=…” in quotation marks.)
windows reg add 'HKCU\Software\ats' /v Folder /d "$installed" /f >/dev/null
wineserver -k || true
[ ! -e "$folder" ] || fail "Something was installed on a Windows that is too old."
passed "a Windows that is too old is refused"

windows "$setup" /S || fail "The setup ended with $?."
[ "$(windows "$folder/ats.exe" --version | tr -d '\r')" = "ats $version" ] || fail "It does not start."
kept_in_registry 'Software\Microsoft\Windows\CurrentVersion\Uninstall\ats' || fail "No uninstall entry."
kept_in_registry 'Software\Classes\Applications\ats-desktop.exe\SupportedTypes' || fail "No “Open with”."
start_menu || fail "Nothing in the start menu."
passed "the setup installs for one person, in a folder with spaces and umlauts"

windows "$folder/ats.exe" self-test || fail "The self-test failed."
windows "$folder/ats.exe" --data "$data" demo >/dev/null
before=$(windows "$folder/ats.exe" --data "$data" list --json)
passed "the installed program tests itself and keeps data"

number=97
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1440x960x24 >/dev/null 2>&1 &
display=$!
export DISPLAY=":$number"
for _ in $(seq 100); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
windows "$folder/ats-desktop.exe" --data "$data" >"$place/window" &
for _ in $(seq 300); do
    shown=$(xdotool search --name '^Applications - ats$' 2>/dev/null || true)
    [ -z "$shown" ] || break
    sleep 0.2
done
[ -n "$shown" ] || fail "No window came up: $(cat "$place/window")"
if [ -n "$picture" ]; then
    sleep 5
    import -window root "$picture"
fi
passed "the window opens on it"

windows "$folder/ats-desktop.exe" --data "$data" | grep -q "open in another window" \
    || fail "A second start did not find the window."
passed "a second start shows the window that is there"

refused 3 "ats is running" "$setup" /S
uninstall
[ -x "$folder/ats.exe" ] || fail "The refused setup changed something."
passed "setup and uninstalling refuse while it runs"

xdotool search --name '^Applications - ats$' windowclose
xdotool search --name '^Applications - ats$' >/dev/null 2>&1 && sleep 2
wineserver -k || true
wineserver -w || true

echo "of the version before" >"$folder/program/left-over"
windows "$setup" /S || fail "Installing over it ended with $?."
[ ! -e "$folder/program/left-over" ] && [ ! -e "$folder/old" ] && [ ! -e "$folder/new" ] \
    || fail "Something of the version before was left."
[ "$(windows "$folder/ats.exe" --data "$data" list --json)" = "$before" ] || fail "The data changed."
passed "installing over it takes its place and leaves the data"

uninstalls='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ats'
windows reg add "$uninstalls" /v DisplayVersion /d 999.0.0 /f >/dev/null
refused 6 "which is newer than this" "$setup" /S
windows reg add "$uninstalls" /v DisplayVersion /d 0.0.1 /f >/dev/null
windows "$setup" /S || fail "The upgrade ended with $?."
passed "an older version is replaced, a newer one is not"

mkdir "$folder/new.try"
refused 4 "You may not write in" "$setup" /S
rmdir "$folder/new.try"
[ "$(windows "$folder/ats.exe" --version | tr -d '\r')" = "ats $version" ] || fail "It was damaged."
passed "without the right to write, the installed version stays whole"

mkdir "$place/small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=40m tmpfs "$place/small" 2>/dev/null; then
    windows reg add 'HKCU\Software\ats' /v Folder /d "Z:${place//\//\\}\small\ats" /f >/dev/null
    refused 5 "not enough room" "$setup" /S
    left=$(find "$place/small" -type f)
    umount "$place/small"
    [ -z "$left" ] || fail "The setup left $left."
    windows reg add 'HKCU\Software\ats' /v Folder /d "$installed" /f >/dev/null
    passed "a full disk is told before anything is changed"
else
    echo "not run a full disk: only root can make a small one"
fi

uninstall
[ ! -e "$folder" ] || fail "Uninstalling left $(ls "$folder")."
! start_menu || fail "The start menu still has it."
! grep -qi 'ats-desktop\|ats\.file\|"ats' "$WINEPREFIX/user.reg" \
    || fail "The registry still has $(grep -i 'ats-desktop\|ats\.file\|"ats' "$WINEPREFIX/user.reg")"
[ -s "$data/ats.sqlite" ] || fail "Uninstalling took the data."
passed "uninstalling leaves the data and nothing else"

windows "$portable/ats.exe" demo >/dev/null
[ -s "$portable/ats-data/ats.sqlite" ] || fail "The portable package keeps its data elsewhere."
passed "the portable package keeps its data beside itself"

# A certificate of nobody, to see that the signing step signs.
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=nobody -addext extendedKeyUsage=codeSigning \
    -keyout "$place/key" -out "$place/certificate" 2>/dev/null
openssl pkcs12 -export -inkey "$place/key" -in "$place/certificate" -passout pass:secret -out "$place/nobody.pfx"
WINDOWS_CERTIFICATE="$place/nobody.pfx" WINDOWS_CERTIFICATE_PASSWORD=secret "$here/sign.sh" "$portable/ats.exe"
osslsigncode verify -CAfile "$place/certificate" -in "$portable/ats.exe" >"$place/said" 2>&1 \
    || fail "The signature does not hold: $(cat "$place/said")"
[ "$(windows "$portable/ats.exe" --version | tr -d '\r')" = "ats $version" ] || fail "Signed, it does not start."
passed "with a certificate, the program is signed"
