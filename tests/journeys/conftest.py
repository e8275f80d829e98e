"""Tests here work on the whole window."""

from tests.windows import open_window, press, window

__all__ = ["open_window", "press", "window"]
