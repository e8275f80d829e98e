#!/bin/sh
# Installs the Debian packages that are named, as root or with sudo, and says so.
# Usage: apt-install.sh PACKAGE…
# On systems without apt it names what is missing and lets the caller go on.
set -eu

[ "$#" -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "These system packages seem to be missing (Debian names): $*"
    echo "Install what your system calls them if something does not work."
    exit 0
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Missing system packages. As root, run: apt-get install $*" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing missing system packages: $*"
# An update that fails in one source still leaves the others usable.
$as_root apt-get update -qq || echo "apt-get update reported a problem; going on."
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
