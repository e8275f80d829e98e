"""The `ats` command: its options, its commands, and how failures are told.

Exit codes: 0 done, 1 could not (one plain sentence on standard error), 2 the words are off.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import click

from ats import __version__
from ats.domain.problem import Problem
from ats.paths import data_folder

OpenWindow = Callable[[Path, list[Path], str], int]
SelfTest = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Invocation:
    """What every command may need: the data folder, and what lies above the command line."""

    data: Path
    open_window: OpenWindow
    self_test: SelfTest


class Refusal(click.ClickException):
    """A Problem on its way to the person."""

    def show(self, file: IO[Any] | None = None) -> None:
        from ats.cli.output import plain

        click.echo(plain(" ".join(self.message.split())), file=file or sys.stderr)


class Commands(click.Group):
    """Commands by name, each loaded when it is asked for; words that are no command are files
    for the window."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        where = _COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, name = where.split(":")
        command = getattr(import_module(f"ats.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in _COMMANDS:
            return super().resolve_command(ctx, args)
        if not os.path.exists(args[0]) and not Path(args[0]).suffix:
            ctx.fail(f"There is no command or file “{args[0]}”.")
        return _open_files.name, _open_files, args

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which they are needed, not by letter."""
        return list(_COMMANDS)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            raise Refusal(str(problem)) from problem


@click.command("open", hidden=True)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_context
def _open_files(ctx: click.Context, files: Sequence[Path]) -> None:
    """Open the window with these postings or imports ready for review."""
    for file in files:
        if not os.path.exists(file):
            raise Problem(f"There is no file {file}.")
    ctx.exit(ctx.obj.open_window(ctx.obj.data, [file.absolute() for file in files], ""))


def build(open_window: OpenWindow, self_test_run: SelfTest) -> click.Group:
    """The command line. `open_window` gets the data folder, files to review and the id of an
    action to begin with; `self_test_run` the data folder; both give an exit code."""

    @click.group(
        "ats",
        cls=Commands,
        invoke_without_command=True,
        subcommand_metavar="[COMMAND | FILE…]",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="The folder that holds the store. ATS_DATA in the environment does the same.",
    )
    @click.option(
        "--new",
        "action",
        flag_value="new_application",
        help="Open the window with an empty form for a new application.",
    )
    @click.option(
        "--paste",
        "action",
        flag_value="paste_posting",
        help="Open the window with the posting that was copied, ready for review.",
    )
    @click.version_option(__version__, message="ats %(version)s")
    @click.pass_context
    def ats(ctx: click.Context, data: Path | None, action: str | None) -> None:
        """Keep track of a job search. Without a command, the window opens."""
        ctx.obj = Invocation(data_folder(data), open_window, self_test_run)
        if ctx.invoked_subcommand is None:
            ctx.exit(open_window(ctx.obj.data, [], action or ""))
        if action:
            ctx.fail("--new and --paste open the window; they go with no command and no file.")

    return ats


_COMMANDS = {
    "extract": "capturing:extract",
    "add": "capturing:add",
    "list": "tracking:list_applications",
    "show": "tracking:show",
    "move": "tracking:move_application",
    "import": "importing:import_file",
    "export": "transfer:export",
    "report": "reporting:report",
    "undo": "upkeep:undo",
    "redo": "upkeep:redo",
    "history": "upkeep:history",
    "backup": "upkeep:backup",
    "restore": "upkeep:restore",
    "check": "upkeep:check",
    "demo": "upkeep:demo",
    "self-test": "upkeep:self_test",
}
"""Each command's module and the function in it, in the order in which they are needed."""
