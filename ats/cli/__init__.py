"""The command line: what scripts and tests reach the program with. It never loads Qt."""

from ats.cli.group import build

__all__ = ["build"]
