"""Where the reader's modules take their patterns from."""

from ats.text_patterns import late

__all__ = ["late"]
