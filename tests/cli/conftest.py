"""A command line with a data folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import Line


@pytest.fixture
def ats(tmp_path: Path) -> Line:
    return Line(tmp_path / "data")
