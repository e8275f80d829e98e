"""What is asked of an export is kept to, or nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import Line


@pytest.mark.parametrize(
    ("ending", "option"),
    [
        (".json", "--column=Title"),
        (".pdf", "--column=Title"),
        (".json", "--section=list"),
    ],
)
def test_what_a_format_cannot_choose_is_refused(
    ats: Line, tmp_path: Path, ending: str, option: str
) -> None:
    file = tmp_path / f"out{ending}"
    result = ats("export", str(file), option)
    assert result.exit_code == 2
    assert option.partition("=")[0] in result.stderr
    assert ending in result.stderr
    assert not file.exists()


def test_a_period_that_ends_before_it_begins_is_refused(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    result = ats("export", str(file), "--from", "2026-12-01", "--to", "2026-11-01")
    assert result.exit_code == 2
    assert "2026-12-01" in result.stderr
    assert not file.exists()
