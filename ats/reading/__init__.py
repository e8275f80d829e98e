"""Reads postings: text, HTML or JSON-LD in, a `Reading` with the place of every value out.
Pure functions; nothing is stored and nothing is fetched."""

from ats.reading.answer import answer, kept
from ats.reading.reader import read_html, read_json_ld, read_text

__all__ = ["answer", "kept", "read_html", "read_json_ld", "read_text"]
