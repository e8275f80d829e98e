"""Takes away from the installed libraries what a running program has no use for.

    python packaging/windows/trim.py LIBRARIES PROGRAM

Of Qt stay the modules that PROGRAM imports, the plugins named here, and every library that one
of these asks the loader for. Of each other library stay all but the parts for programmers.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

# Windows on the screen, pictures without one (for the self-test), Windows' own look, icons, and
# the pictures people paste.
PLUGINS = re.compile(
    r"""plugins/(
        platforms/q(windows|offscreen)
      | styles/
      | iconengines/
      | imageformats/q(gif|ico|jpeg|svg|webp)
    )""",
    re.VERBOSE,
)
FOR_PROGRAMMERS = {".c", ".cpp", ".h", ".hpp", ".lib", ".pc", ".pxd", ".pyi", ".pyx", ".typed"}
KEPT_METADATA = re.compile(r"(?i)METADATA|entry_points\.txt|(licen|copying|notice|author).*")


def main() -> None:
    libraries, program = Path(sys.argv[1]), Path(sys.argv[2])
    _trim_qt(libraries / "PySide6", _modules_of_qt(program))
    _trim_others(libraries)


def _modules_of_qt(program: Path) -> set[str]:
    """The names of the Qt modules that the program imports, as “QtWidgets”."""
    found: set[str] = set()
    for path in program.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found.update(f"{node.module}.{name.name}" for name in node.names)
            elif isinstance(node, ast.Import):
                found.update(name.name for name in node.names)
    parts = [name.split(".") for name in found if name.startswith("PySide6.Qt")]
    return {part[1] for part in parts}


def _trim_qt(qt: Path, modules: set[str]) -> None:
    kept = {qt / f"{name}.pyd" for name in modules}
    kept |= {path for path in qt.rglob("*.dll") if PLUGINS.search(path.relative_to(qt).as_posix())}
    waiting = sorted(kept)
    while waiting:
        for name in _loads(waiting.pop()):
            # The Python module of a library of Qt that another module is built on.
            module = re.sub(r"^Qt6(\w+)\.dll$", r"Qt\1.pyd", name)
            for path in (qt / name, qt / module):
                if path.is_file() and path not in kept:
                    kept.add(path)
                    waiting.append(path)
    kept |= set(qt.glob("*.py"))
    for path in sorted(qt.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def _loads(library: Path) -> list[str]:
    """The names of the libraries that one asks the loader for."""
    told = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(library)],
        check=True, stdout=subprocess.PIPE, text=True, errors="replace",
    ).stdout  # fmt: skip
    return re.findall(r"DLL Name: (\S+)", told)


def _trim_others(libraries: Path) -> None:
    tests = [folder for name in ("__pycache__", "tests") for folder in libraries.rglob(name)]
    for folder in (libraries / "bin", *tests):
        shutil.rmtree(folder, ignore_errors=True)
    for path in sorted(libraries.rglob("*")):
        if not path.is_file():
            continue
        inside = path.relative_to(libraries).parts
        if inside[0].endswith(".dist-info"):
            surplus = "licenses" not in inside and not KEPT_METADATA.fullmatch(path.name)
        else:
            surplus = path.suffix in FOR_PROGRAMMERS or path.name == "py.typed"
        if surplus:
            path.unlink()


if __name__ == "__main__":
    main()
