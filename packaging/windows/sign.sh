#!/usr/bin/env bash
# Signs a file for Windows where there is a certificate, and leaves it as it is where there is none.
# Usage: sign.sh FILE
#   WINDOWS_CERTIFICATE           a .pfx file
#   WINDOWS_CERTIFICATE_PASSWORD  its password
#   WINDOWS_TIMESTAMP             the server that confirms the time; without it, none is asked
set -euo pipefail

file=${1:?the file}
[ -n "${WINDOWS_CERTIFICATE:-}" ] || exit 0
time_of=()
[ -z "${WINDOWS_TIMESTAMP:-}" ] || time_of=(-ts "$WINDOWS_TIMESTAMP")
# The password goes through a file, as everybody can read the words a command was started with.
secret=$(mktemp)
trap 'rm -f "$secret" "$file.signed"' EXIT
printf '%s' "${WINDOWS_CERTIFICATE_PASSWORD:-}" >"$secret"
osslsigncode sign -pkcs12 "$WINDOWS_CERTIFICATE" -readpass "$secret" -h sha256 -n ats \
    "${time_of[@]}" -in "$file" -out "$file.signed" >/dev/null
mv "$file.signed" "$file"
