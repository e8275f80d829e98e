"""Only web pages and mail addresses can be opened."""

from __future__ import annotations

import pytest

from ats.gui.application.links import openable


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("https://example.org/jobs?id=1", "https://example.org/jobs?id=1"),
        ("HTTP://example.org", "http://example.org"),
        ("mailto:jobs@example.org", "mailto:jobs@example.org"),
        ("example.org/jobs", "https://example.org/jobs"),
        (" https://example.org ", "https://example.org"),
    ],
)
def test_opened(link: str, opened: str) -> None:
    url = openable(link)
    assert url is not None
    assert url.toString() == opened


@pytest.mark.parametrize(
    "link",
    [
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "C:\\Windows\\calc.exe",
        "\\\\server\\share",
        "/etc/passwd",
        "ftp://example.org",
        "https://",
        "smb://server/share",
        "vscode://file/x",
        "just words",
    ],
)
def test_refused(link: str) -> None:
    assert openable(link) is None
