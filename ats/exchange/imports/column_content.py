"""What stands in a column, told from a sample of its cells: days, links, money, words of a
status, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from ats.exchange.application_columns import unguarded
from ats.exchange.imports.cell_words import (
    employment_of,
    how_it_went,
    is_nothing,
    said_yes,
    work_mode_of,
)
from ats.exchange.imports.day_cells import days_in, is_serial, part_of_day
from ats.exchange.imports.pay_cell import currency_in, pay_in
from ats.exchange.imports.raw_table import Row, filled_cells
from ats.exchange.imports.status_words import status_of, statuses_of

_MOST_BESIDE_DAYS = 40
_SAMPLE = 40  # filled cells from the top, and as many from the rest
_ROWS = 1_000  # rows from the top, and as many from the rest


class Kind(StrEnum):
    """What a cell can be by its text alone."""

    DAY = "day"
    PART_OF_DAY = "part of day"
    SERIAL = "serial"
    LINK = "link"
    EMAIL = "email"
    MONEY = "money"
    NUMBER = "number"
    STATUS = "status"
    HISTORY = "history"
    YES_NO = "yes or no"
    WENT = "how it went"
    MODE = "work mode"
    EMPLOYMENT = "employment"
    PLACE = "place"
    ROLE = "role"
    FIRM = "firm"
    LONG = "long"


_URL = re.compile(r"(?:\[[^\]]*\]\(|=\s*HYPERLINK\(\s*\")?(?:https?://|www\.)\S+", re.IGNORECASE)
_LONG_URL = re.compile(r"(?:https?://|www\.)\S+|=\s*HYPERLINK\(.+\)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|co|de|fr|ai|dev|jobs)(?:/\S*)?", re.I)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_MONEY = re.compile(r"\d\s?k\b|\d{1,3}(?:[., ]\d{3})+|\b(?:lpa|lakhs?|p\.a|per |/h|/y|/m)", re.I)
_PLACE = re.compile(
    r"[A-ZÀ-Ý][\w.'’-]+(?:[ -][A-ZÀ-Ý][\w.'’-]+){0,3},\s?[A-ZÀ-Ý][\w.]*(?:[ ,]+[A-ZÀ-Ý][\w.]*){0,3}"
)
_PLACES = frozenset(
    "new york|nyc|san francisco|sf|los angeles|seattle|boston|chicago|austin|denver|atlanta|remote"
    "|hybrid|london|manchester|edinburgh|dublin|berlin|münchen|munich|hamburg|köln|cologne"
    "|frankfurt|stuttgart|düsseldorf|wien|vienna|zürich|zurich|genf|geneva|paris|lyon|marseille"
    "|toulouse|bordeaux|nantes|lille|madrid|barcelona|valencia|sevilla|lisboa|lisbon|porto|milano"
    "|milan|roma|rome|torino|amsterdam|rotterdam|utrecht|den haag|eindhoven|bruxelles|brussels"
    "|stockholm|göteborg|malmö|oslo|bergen|københavn|copenhagen|helsinki|warszawa|warsaw|kraków"
    "|praha|prague|budapest|toronto|vancouver|montreal|montréal|calgary|ottawa|sydney|melbourne"
    "|brisbane|auckland|singapore|hong kong|tokyo|osaka|seoul|shanghai|beijing|shenzhen|bangalore"
    "|bengaluru|hyderabad|pune|mumbai|delhi|chennai|gurgaon|noida|são paulo|rio de janeiro"
    "|méxico|mexico city|buenos aires|dubai|tel aviv|usa|us|uk|united states|united kingdom"
    "|germany|deutschland|france|spain|españa|italy|italia|netherlands|india|canada|australia"
    "|上海|北京|深圳|杭州|广州|成都|東京|大阪|서울".split("|")
)
_ROLE = re.compile(
    r"\b(?:engineer\w*|develop(?:er|ment)|manager|analyst|scientist|intern(?:ship)?|designer"
    r"|architect|consultant|administrator|admin|assistant|associate|specialist|coordinator"
    r"|director|head of|lead|officer|representative|sales|nurse|teacher|technician|programmer"
    r"|researcher|accountant|recruiter|editor|writer|marketer|marketing|product|devops|sre|swe|sde"
    r"|qa|tester|full.?stack|front.?end|back.?end|software|data|trainee|graduate|apprentice"
    r"|clerk|driver|cook|chef|cashier|supervisor|executive|vp|cto|cfo|staff|senior|junior|welder"
    r"|baker|electrician|plumber|mechanic|pharmacist|physician|therapist|librarian|barista"
    r"|entwickler\w*|ingenieur\w*|leiter\w*|berater\w*|sachbearbeiter\w*|kaufmann|kauffrau"
    r"|werkstudent\w*|praktikant\w*|lehrkraft|lehrer\w*|pfleger\w*|m/w/d|w/m/d|m/f/d"
    r"|développeu[rs]e?|ingénieure?|chargée?|responsable|stagiaire|alternance|stage|technicienne?"
    r"|chef de projet|desarrollador\w*|ingenier[oa]|analista|técnic[oa]|gerente|becari[oa]"
    r"|desenvolvedor\w*|engenheir[oa]|estági\w*|sviluppat\w+|ingegnere|responsabile|impiegat\w+"
    r"|ontwikkelaar|medewerker|adviseur|utvecklare|ingenjör|projektledare|utvikler|konsulent)\b"
    r"|(?:entwickler|ingenieur|leiter|berater)(?:in)?\b|工程师|经理|エンジニア|개발자|엔지니어",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:inc|llc|ltd|limited|gmbh|ag|se|kg|corp|corporation|company|co|group|holdings?|plc|sas"
    r"|sarl|sa|srl|spa|bv|nv|ab|as|aps|oy|pty|labs?|technologies|technology|solutions|systems"
    r"|university|universität|hospital|bank|consulting|partners|studios?|software|services"
    r"|industries|media|networks?|capital|ventures|health|e\.?v)\b\.?|公司|株式会社",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Content:
    """How many cells of a column were looked at, how many of them differ, and which share of
    them is of a kind."""

    looked_at: int = 0
    distinct: int = 0
    counts: Counter[Kind] = field(default_factory=Counter)

    def share(self, *kinds: Kind) -> float:
        """The share of the cells that are of one of the kinds, 0 to 1."""
        return sum(self.counts[kind] for kind in kinds) / max(1, self.looked_at)


def content_of_columns(rows: Sequence[Row], columns: int) -> list[Content]:
    """What stands in each column, by a sample of the rows."""
    rest = rows[_ROWS:]
    sample = [*rows[:_ROWS], *rest[:: max(1, len(rest) // _ROWS)]]
    return [_content(sample, column) for column in range(columns)]


def _content(rows: Sequence[Row], column: int) -> Content:
    filled = filled_cells(rows, column)
    rest = filled[_SAMPLE:]
    looked = filled[:_SAMPLE] + rest[:: max(1, len(rest) // _SAMPLE)]
    texts = [text for cell in looked if not is_nothing(text := unguarded(cell).strip())]
    counts = Counter(kind for text in texts for kind in kinds_of(text))
    return Content(len(texts), len(set(texts)), counts)


def is_data(cells: Iterable[str]) -> bool:
    """Whether a row holds what no header is: a day, a link, an e-mail address, an amount."""
    never = {Kind.DAY, Kind.LINK, Kind.EMAIL, Kind.MONEY, Kind.LONG}
    return any(never & kinds_of(cell.strip()) for cell in cells if cell)


@lru_cache(4096)
def kinds_of(text: str) -> frozenset[Kind]:
    """All that a cell can be by its text."""
    if len(text) > 160:
        return frozenset([Kind.LINK if _LONG_URL.fullmatch(text) else Kind.LONG])
    return frozenset([*_exact_kinds(text), *_worded_kinds(text)])


def _exact_kinds(text: str) -> Iterable[Kind]:
    if _URL.match(text) or _DOMAIN.fullmatch(text):
        yield Kind.LINK
    if _EMAIL.fullmatch(text):
        yield Kind.EMAIL
    if is_serial(text):
        yield Kind.SERIAL
        yield Kind.NUMBER
    elif (days := days_in(text)) and (days[0].whole or len(text) < _MOST_BESIDE_DAYS):
        yield Kind.DAY
    elif _NUMBER.fullmatch(text):
        yield Kind.NUMBER
    elif part_of_day(text):
        yield Kind.PART_OF_DAY
    if (currency_in(text) or _MONEY.search(text)) and len(text) < 60 and pay_in(text):
        yield Kind.MONEY


def _worded_kinds(text: str) -> Iterable[Kind]:
    if status_of(text) is not None:
        yield Kind.STATUS
    elif statuses_of(text):
        yield Kind.HISTORY
    if said_yes(text) is not None:
        yield Kind.YES_NO
    if how_it_went(text) is not None:
        yield Kind.WENT
    if work_mode_of(text) is not None and said_yes(text) is None:
        yield Kind.MODE
    if employment_of(text) is not None:
        yield Kind.EMPLOYMENT
    if _PLACE.fullmatch(text) or text.casefold() in _PLACES:
        yield Kind.PLACE
    if _ROLE.search(text):
        yield Kind.ROLE
    if _FIRM.search(text):
        yield Kind.FIRM
