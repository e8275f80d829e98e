"""Loads a script of the packaging folder, which is no package."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from tests.architecture.tree import ROOT

PACKAGING = ROOT / "packaging"


def script(place: str) -> ModuleType:
    """The module at `place` below the packaging folder."""
    path = PACKAGING / place
    name = f"packaging_{Path(place).stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
