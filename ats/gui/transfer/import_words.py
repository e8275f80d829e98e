"""How an import reads on screen: what was found out about a file, and what would become of it.
Plain values in, sentences out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ats.commands.import_kept_stages import KeptStage, WhyKept
from ats.domain.importing import Handling, Match
from ats.domain.stage import Outcome, StageKind
from ats.domain.words import counted, day, outcome_name, stage_kind_name
from ats.exchange.imports.plan import ImportPlan

WHY = {
    "name": "By its name",
    "content": "By its content",
    "preset": "As {preset} writes it",
    "remembered": "As last time",
    "you": "Chosen by you",
    "": "",
}

DELIMITERS = {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar"}

ENCODINGS = {
    "utf-8": "Unicode (UTF-8)",
    "utf-8-sig": "Unicode (UTF-8, marked)",
    "utf-16": "Unicode (UTF-16)",
    "cp1252": "Western (Windows-1252)",
    "iso8859-15": "Western (ISO 8859-15)",
    "mac-roman": "Western (Macintosh)",
    "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "shift_jis": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "gb18030": "Chinese (GB 18030)",
    "big5": "Chinese (Big5)",
    "euc_kr": "Korean (EUC-KR)",
}

HANDLINGS = {
    Handling.SKIP: "Skip",
    Handling.UPDATE: "Add what is missing",
    Handling.CREATE: "Create anyway",
}

_MEANINGS = {
    StageKind.SAVED: "Saved, not applied yet",
    StageKind.APPLIED: "Applied, waiting",
    StageKind.SCREENING: "Screening",
    StageKind.INTERVIEWING: "Interviewing",
    StageKind.OFFER: "They made an offer",
    StageKind.CLOSED: "Closed, without a reason",
    Outcome.ACCEPTED: "You accepted their offer",
    Outcome.REJECTED: "They said no",
    Outcome.WITHDRAWN: "You withdrew",
    Outcome.DECLINED: "You said no to their offer",
    Outcome.NO_RESPONSE: "They never answered",
    Outcome.ROLE_GONE: "The role is gone",
}
_WHY_KEPT = {
    WhyKept.NO_DAY: "the file gives no day",
    WhyKept.NOT_LATER: "the file gives no later day",
}
NO_MEANING = "Says nothing about the stage"


def why(reason: str, preset: str) -> str:
    """Why a column was taken for what it is."""
    return WHY.get(reason, "").format(preset=preset or "this program")


def meaning(value: str) -> str:
    """What a word of a file can mean, in words a person would use."""
    known = {str(each): text for each, text in _MEANINGS.items()}
    return known.get(value, NO_MEANING)


def named_meaning(value: str) -> str:
    """The same with the stage or outcome it leads to: "They said no (Rejected)"."""
    if value in list(Outcome):
        name = outcome_name(Outcome(value))
    else:
        name = stage_kind_name(StageKind(value)) if value in list(StageKind) else ""
    words = meaning(value)
    return f"{words} ({name})" if name and not words.startswith(name) else words


def encoding_name(encoding: str) -> str:
    return ENCODINGS.get(encoding, encoding)


def delimiter_name(delimiter: str) -> str:
    return DELIMITERS.get(delimiter, f"“{delimiter}”")


def size(plan: ImportPlan) -> str:
    """ "41 rows, 9 columns". The rows are not counted before it is known what the columns hold."""
    columns = counted(len(plan.headers), "column")
    return f"{counted(plan.row_count, 'row')}, {columns}" if plan.row_count else columns


def named_size(name: str, plan: ImportPlan) -> str:
    """ "jobs.csv, 41 rows"."""
    return f"{name}, {counted(plan.row_count, 'row')}" if plan.row_count else name


def recognised(plan: ImportPlan) -> str:
    """Which program wrote the file, where that can be told."""
    if plan.own:
        return "Written by this program: every cell is taken exactly as it was meant."
    if plan.preset:
        article = "an" if plan.preset[:1].casefold() in "aeiou" else "a"
        return f"Looks like {article} {plan.preset} export. Check the columns; each can be changed."
    return ""


def told_stage(kept: KeptStage) -> str:
    """Where an application stays that a row adds to: its stage or, where the row says otherwise,
    "Stays at Applied"."""
    name = outcome_name(kept.outcome) if kept.outcome else kept.stage
    return kept.stage if kept.why is WhyKept.SAME else f"Stays at {name}"


def told_kept(kept: KeptStage) -> str:
    """The same with the reason: "Stays at Applied: the file gives no day"."""
    reason = _WHY_KEPT.get(kept.why, "")
    return f"{told_stage(kept)}: {reason}" if reason else told_stage(kept)


def told_match(match: Match, today: date) -> str:
    """ "Baker at Northwind, Interviewing, applied 4 Nov"."""
    name = " at ".join(part for part in (match.title, match.company) if part)
    applied = f"applied {day(match.applied_on, today)}" if match.applied_on else ""
    return ", ".join(part for part in (name, match.stage, applied) if part)


def listed(names: Iterable[str], most: int = 6) -> str:
    """Names as a sentence lists them; of many the first."""
    found = [f"“{name}”" for name in names]
    more = len(found) - most
    return ", ".join(found[:most]) + (f" and {more:,} more" if more > 0 else "")
