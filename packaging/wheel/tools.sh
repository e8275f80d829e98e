#!/usr/bin/env bash
# Makes the environment of what builds and checks the wheel, where it is not there yet, and prints
# its folder.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$(cd "$here/../.." && pwd)/build/wheel-tools
if ! cmp -s "$here/tools.txt" "$tools/installed-from"; then
    "${PYTHON:-python3}" -m venv --clear "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check \
        --constraint "$here/tools.txt" build pipx setuptools twine uv >&2
    cp "$here/tools.txt" "$tools/installed-from"
fi
echo "$tools"
