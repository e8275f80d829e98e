"""The manual page and the completions say what the command line says."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from tests.architecture.tree import ROOT
from tests.cli.runs import process

FOLDER = ROOT / "packaging" / "man"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_man_page", FOLDER / "make_man_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def every_word(group: click.Group) -> Iterator[str]:
    """The commands and their options, as a person types them."""
    context = click.Context(group)
    yield from (option for parameter in group.params for option in parameter.opts)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield name
        options = [each for each in command.params if isinstance(each, click.Option)]
        yield from (option for each in options for option in each.opts)


def test_every_command_and_option_is_on_the_page(maker: ModuleType) -> None:
    group = maker.command_line()
    page = maker.page(group, "2026-11-29").replace("\\-", "-")
    assert [word for word in every_word(group) if word not in page] == []


def test_the_page_is_plain_roff(maker: ModuleType) -> None:
    page = maker.page(maker.command_line(), "2026-11-29")
    assert page.startswith('.TH ATS 1 "2026-11-29" "ats ')
    requests = {line.split()[0] for line in page.splitlines() if line.startswith(".")}
    assert requests == {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br"}
    assert "" not in page.splitlines()
    assert maker._text(".dot\n'quote \\n") == "\\&.dot\n\\&'quote \\en"


def test_completions_are_written_for_three_shells(tmp_path: Path) -> None:
    maker = FOLDER / "make_completions.py"
    subprocess.run([sys.executable, maker, tmp_path], cwd=ROOT, check=True)
    for name in ("bash/ats", "zsh/_ats", "fish/ats.fish"):
        assert "_ATS_COMPLETE" in (tmp_path / name).read_text(encoding="utf-8")


def test_the_program_completes_and_opens_no_window(tmp_path: Path) -> None:
    asked = {"_ATS_COMPLETE": "bash_complete", "COMP_WORDS": "ats ex", "COMP_CWORD": "1"}
    answer = process(data=tmp_path, **asked)
    assert answer.returncode == 0
    assert {line.partition(",")[2] for line in answer.stdout.decode().split()} == {
        "extract",
        "export",
    }
