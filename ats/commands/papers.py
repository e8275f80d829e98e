"""A paper as the bytes of a file, in the format its ending names."""

from __future__ import annotations

from collections.abc import Callable

from ats.domain.problem import Problem
from ats.exchange.exports.html_out import html_page
from ats.exchange.exports.markdown_out import markdown
from ats.exchange.exports.paper import Paper

PAPER_ENDINGS = (".pdf", ".html", ".md")


def paper_bytes(
    paper: Paper, ending: str, report: Callable[[float], None] = lambda done: None
) -> bytes:
    """The paper as PDF, HTML or Markdown. It needs no store, so it may run in a thread; `report`
    gets how much is done, 0 to 1, and may raise to stop. Raises Problem for another ending."""
    match ending.lower():
        case ".pdf":
            from ats.printing.pdf import pdf

            return pdf(paper, report)
        case ".html":
            return html_page(paper).encode()
        case ".md":
            return markdown(paper).encode()
    raise Problem(f"A paper is written to .pdf, .html or .md, not to “{ending}”.")
