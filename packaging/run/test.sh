#!/usr/bin/env bash
# Installs the .run file for one person, uses it, installs over it and removes it.
# Usage: test.sh VERSION OUTDIR      (build.sh has run before; as root, more is tested)
# shellcheck disable=SC1111,SC2015  # quotation marks are meant; “a && b || fail” fails for either
set -euo pipefail

version=${1:?the version}
out=$(realpath "${2:?the folder of what was made}")
place=$(mktemp -d)
chmod 755 "$place"
trap 'umount "$place/small" 2>/dev/null || true; rm -rf "$place"' EXIT
export LC_ALL=C.UTF-8 HOME="$place/Zoë Müller" TMPDIR="$place/tmp" QT_QPA_PLATFORM=offscreen
unset XDG_CACHE_HOME XDG_DATA_HOME ATS_DATA PREFIX
mkdir -p "$HOME" "$TMPDIR"
chmod 1777 "$TMPDIR"
file="$out/ats-$version-$(uname -m).run"
as=()
if [ "$(id -u)" = 0 ]; then
    chown 65534:65534 "$HOME"
    as=(setpriv --reuid 65534 --regid 65534 --clear-groups)
fi
# What people keep in ~/.local stays.
"${as[@]}" mkdir -p "$HOME/.local/share/applications" "$HOME/.local/bin"
"${as[@]}" touch "$HOME/.local/share/applications/other.desktop" "$HOME/.local/bin/other"

fail() {
    echo "FAILED  $1" >&2
    exit 1
}

passed() {
    echo "ok      $1"
}

install() {
    "${as[@]}" "$file" --quiet
}

# It must fail and say one line, which has these words.
refused() {
    if "${@:2}" >"$place/said" 2>&1; then
        fail "It did not refuse: $(cat "$place/said")"
    fi
    [ "$(wc -l <"$place/said")" = 1 ] || fail "It said more than a line: $(cat "$place/said")"
    grep -q "$1" "$place/said" || fail "It did not say “$1”: $(cat "$place/said")"
}

before=$(cd "$HOME" && find . | sort)
install >"$place/said"
ats="$HOME/.local/bin/ats"
[ "$("${as[@]}" "$ats" --version)" = "ats $version" ] || fail "It does not start."
"${as[@]}" "$ats" self-test || fail "The self-test failed."
desktop-file-validate "$HOME/.local/share/applications/ats.desktop"
grep -qF "Exec=\"$ats\" %F" "$HOME/.local/share/applications/ats.desktop" || fail "The menu entry names another file."
[ -e "$HOME/.local/share/icons/hicolor/256x256/apps/ats.png" ] || fail "There is no icon."
passed "it installs without root, in a home folder with spaces and umlauts"

"${as[@]}" "$ats" demo >/dev/null
kept=$("${as[@]}" "$ats" list --json)
"${as[@]}" touch "$HOME/.local/lib/ats/of-the-version-before"
install >/dev/null
[ ! -e "$HOME/.local/lib/ats/of-the-version-before" ] && [ ! -e "$HOME/.local/lib/ats.old" ] \
    || fail "Something of the version before was left."
[ "$("${as[@]}" "$ats" list --json)" = "$kept" ] || fail "The data changed."
passed "installing over it takes its place and leaves the data"

"${as[@]}" "$ats" >/dev/null 2>&1 &
for _ in $(seq 200); do pgrep -f "$HOME/.local/lib/ats/ats|$ats" >/dev/null && break; sleep 0.05; done
refused "ats is open" install
refused "ats is open" "${as[@]}" "$HOME/.local/lib/ats/uninstall"
pkill -P $$ -f "$ats" || true
wait
[ "$("${as[@]}" "$ats" --version)" = "ats $version" ] || fail "It was damaged."
passed "installing and removing refuse while it runs"

refused "You have no home folder" env -u HOME "${as[@]}" "$file" --quiet
if [ "$(id -u)" = 0 ]; then
    refused "You may not write in /usr/.local" env HOME=/usr "${as[@]}" "$file" --quiet
    mkdir "$place/small"
    if mount -t tmpfs -o size=40m,mode=1777 tmpfs "$place/small" 2>/dev/null; then
        refused "There is too little space" env PREFIX="$place/small/here" "${as[@]}" "$file" --quiet
    fi
    passed "no home folder, a read-only one and a full disk are told in a sentence"
fi

"${as[@]}" "$HOME/.local/lib/ats/uninstall" >/dev/null
left=$(cd "$HOME" && find . | sort | grep -v '^\./\.local/share/ats\|^\./\.config\|mimeinfo\.cache' || true)
[ "$left" = "$before" ] || fail "It left: $(diff <(echo "$before") <(echo "$left"))"
[ -s "$HOME/.local/share/ats/ats.sqlite" ] || fail "Removing it took the data."
passed "removing it leaves the data and nothing else"
