"""Prints the manual page ats(1), made from the command line's own definitions.

    python packaging/man/make_man_page.py > ats.1

Its form is that of man-pages(7).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from ats import __version__
from ats.cli import build

_DESCRIPTION = """\
ats keeps one person's whole job search in one private file on their own computer: each posting
word for word, its requirements and the evidence for them, every stage, interview and offer, and
what to do next. It works without a network. Without a command the window opens; with files it opens
with these postings or imports ready for review. The commands below need no window and no
display."""

_EXIT = (
    ("0", "Done."),
    (
        "1",
        "It could not be done. One plain sentence on standard error says why; nothing was changed.",
    ),
    ("2", "The words of the command are off."),
)
_ENVIRONMENT = (("ATS_DATA", "The folder that holds the store, where --data does not name one."),)
_FILES = (
    (
        "~/.local/share/ats",
        "The store (ats.sqlite), its files, backups and settings. Settings in the window shows the "
        "folder and opens it.",
    ),
)


def page(group: click.Group, today: str) -> str:
    """The page as roff. `today` is the date at its foot, as YYYY-MM-DD."""
    context = click.Context(group, info_name="ats", **group.context_settings)
    lines = [
        f'.TH ATS 1 "{today}" "ats {__version__}" "User Commands"',
        ".SH NAME",
        r"ats \- applicant tracking, for the applicant",
        ".SH SYNOPSIS",
        r".B ats",
        r"[\fB\-\-data\fR \fIDIR\fR] [\fB\-\-new\fR | \fB\-\-paste\fR | \fIFILE\fR...]",
        ".br",
        ".B ats",
        r"[\fB\-\-data\fR \fIDIR\fR] \fICOMMAND\fR [\fIARGUMENTS\fR]",
        ".SH DESCRIPTION",
        _text(_DESCRIPTION),
        ".SH OPTIONS",
        *_options(group, context),
        ".SH COMMANDS",
        *_commands(group, context),
    ]
    for title, pairs in (("EXIT STATUS", _EXIT), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        lines.append(f".SH {title}")
        for name, text in pairs:
            lines += _pair(rf"\fB{_text(name)}\fR", text)
    return "\n".join(lines) + "\n"


def _commands(group: click.Group, context: click.Context, of: str = "ats") -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(inner))
        yield f'.SS "{of} {_text(name)} {_text(usage).replace(chr(34), "")}"'
        yield _paragraphs(command.help or "")
        yield from _options(command, inner)
        if isinstance(command, click.Group):
            yield from _commands(command, inner, f"{of} {_text(name)}")


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            yield from _pair(rf"\fB{_text(record[0])}\fR", record[1])


def _pair(head: str, text: str) -> Iterator[str]:
    yield from (".TP", head, _text(text) or r"\&")


def _paragraphs(text: str) -> str:
    parts = [part for part in re.split(r"\n\s*\n", text.replace("\b", "").strip()) if part]
    return "\n.PP\n".join(_text(" ".join(part.split())) for part in parts)


def _text(text: str) -> str:
    """Text that roff takes as text."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"(?m)^([.'])", r"\\&\1", text)


def command_line() -> click.Group:
    """The command line, only to be looked at."""

    def nothing(*_words: Any) -> int:
        return 0

    return build(nothing, nothing)


def main() -> None:
    """Print the page, dated by SOURCE_DATE_EPOCH where that is set (reproducible-builds.org)."""
    at = os.environ.get("SOURCE_DATE_EPOCH")
    day = datetime.fromtimestamp(int(at), UTC) if at else datetime.now(UTC)
    sys.stdout.write(page(command_line(), f"{day:%Y-%m-%d}"))


if __name__ == "__main__":
    main()
