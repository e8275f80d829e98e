"""Makes, for tests in Wine only, a stand-in for a library of Windows that Wine does not have.

    python packaging/windows/wine_stand_in.py NAME.dll LIBRARY OUT

holds every function that LIBRARY asks of NAME.dll. Each one does nothing and answers “failed”, as
Windows does for a converter it does not know; Qt then goes on without it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOOLS = "x86_64-w64-mingw32"
# ucnv_open tells its failure through its second argument: 4 is U_FILE_ACCESS_ERROR.
OPEN = (
    "__declspec(dllexport) void *ucnv_open(const char *name, int *error)"
    " { (void)name; *error = 4; return 0; }\n"
)
OTHER = "__declspec(dllexport) void *{name}(void) {{ return 0; }}\n"


def asked_for(library: Path, of: str) -> list[str]:
    """The functions that a library takes from another one."""
    told = subprocess.run(
        [f"{TOOLS}-objdump", "-p", str(library)],
        check=True, stdout=subprocess.PIPE, text=True, errors="replace",
    ).stdout  # fmt: skip
    parts = re.split(r"^\s+DLL Name: (\S+)$", told, flags=re.MULTILINE)
    for name, part in zip(parts[1::2], parts[2::2], strict=True):
        if name.lower() == of.lower():
            return re.findall(r"^\s+[0-9a-f]+\s+\d+\s+(\w+)\s*$", part, re.MULTILINE)
    return []


def main() -> None:
    name, library, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    functions = asked_for(library, name)
    source = "".join(
        OPEN if function == "ucnv_open" else OTHER.format(name=function) for function in functions
    )
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "stand_in.c")
        written.write_text(source, encoding="ascii")
        subprocess.run([f"{TOOLS}-gcc", "-shared", "-o", str(out), str(written)], check=True)


if __name__ == "__main__":
    main()
