"""What short cells say: nothing, yes or no, a work mode, an employment type, stars."""

from __future__ import annotations

import re

from ats.domain.application import EmploymentType, WorkMode
from ats.exchange.imports.status_words import plain_words

NOTHING = frozenset(("", "n/a", "na", "nan", "none", "null", "nil", "-", "--", "–", "—", "unknown"))
_LONGEST_NOTHING = 7
_YES = frozenset("yes true x y 1 ✓ ✔ ☑ ✅ done ja oui sí si sim 是 はい".split())
_NO = NOTHING | frozenset("no false n 0 ☐ ✗ ❌ nein non nej nee não pending 否 いいえ".split())

_WORK_MODES = {
    WorkMode.REMOTE: "remote, fully remote, 100 remote, remote only, remote first,"
    " home office, homeoffice, wfh, work from home, remote ok, anywhere, distributed,"
    " télétravail, full remote, à distance, remoto, 100 remoto, teletrabajo, in remoto,"
    " da remoto, op afstand, thuis, distans, på distans, 远程, リモート, フルリモート, 재택",
    WorkMode.HYBRID: "hybrid, hybride, partly remote, mostly remote, partially remote,"
    " flexible, hybrid remote, remote hybrid, teilweise homeoffice, hibrido, híbrido, ibrido,"
    " hybridearbeit, 混合, ハイブリッド",
    WorkMode.ONSITE: "onsite, on site, in person, office, in office, in the office, vor ort,"
    " büro, présentiel, sur site, presencial, in presenza, in sede, op kantoor, på plats,"
    " 现场, 出社",
}
_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "full time, fulltime, ft, permanent, full time permanent, perm,"
    " vollzeit, festanstellung, unbefristet, cdi, temps plein, tiempo completo,"
    " jornada completa, indefinido, tempo integral, clt, tempo pieno, tempo indeterminato,"
    " fulltime job, vast, heltid, tillsvidare, 全职, 正社員, 정규직",
    EmploymentType.PART_TIME: "part time, parttime, pt, teilzeit, temps partiel,"
    " media jornada, tiempo parcial, meio período, deltijd, deltid, 兼职, パート",
    EmploymentType.CONTRACT: "contract, contractor, freelance, freelancer, contract to hire,"
    " c2c, corp to corp, 1099, self employed, freiberuflich, indépendant, autónomo, pj,"
    " partita iva, zzp, konsult, 合同工, 業務委託",
    EmploymentType.TEMPORARY: "temporary, temp, fixed term, seasonal, befristet, aushilfe,"
    " minijob, cdd, intérim, temporal, eventual, temporário, tempo determinato, tijdelijk,"
    " visstid, 契約社員, 계약직",
    EmploymentType.INTERNSHIP: "internship, intern, co op, coop, placement, apprenticeship,"
    " trainee, praktikum, werkstudent, ausbildung, stage, alternance, apprentissage,"
    " prácticas, becario, estágio, tirocinio, praktik, 实习, インターン, 인턴",
}
_WENT_WELL = frozenset(
    "passed, pass, completed, complete, done, finished, attended, invited, received, cleared,"
    " success, successful, ok, good, bestanden, absolviert, passé, réussi, superado, aprovado,"
    " superato, geslaagd, godkänd, 通过".split(", ")
)
_WENT_BADLY = frozenset(
    "failed, fail, rejected after, didn t pass, did not pass, not passed, nicht bestanden, échoué,"
    " suspendido, reprovado, non superato, 挂, 未通过".split(", ")
)
_MODE_OF = {word.strip(): mode for mode, words in _WORK_MODES.items() for word in words.split(",")}
_EMPLOYMENT_OF = {
    word.strip(): kind for kind, words in _EMPLOYMENT.items() for word in words.split(",")
}
_LEVELS = {
    5: "very high, highest, dream, dream job, top, p0, a",
    4: "high, hoch, haute, alta, alto, hoog, hög, p1, b",
    3: "medium, mid, moderate, normal, mittel, moyenne, media, média, gemiddeld, p2, c",
    2: "low, niedrig, gering, basse, faible, baja, bajo, baixa, bassa, laag, låg, p3, d",
    1: "very low, lowest, p4, e",
}
_LEVEL_OF = {word.strip(): level for level, words in _LEVELS.items() for word in words.split(",")}


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say: "N/A", "-"."""
    return len(text) <= _LONGEST_NOTHING and text.casefold() in NOTHING


def said_yes(text: str) -> bool | None:
    """True or False for a cell that says only yes or no, else None."""
    if len(text) > _LONGEST_NOTHING:
        return None
    word = text.strip().casefold().rstrip(".!")
    if word in _YES:
        return True
    return False if word in _NO else None


def how_it_went(text: str) -> bool | None:
    """True where a cell only says that something went well, False where badly."""
    words = plain_words(text) if len(text) < 40 else ""
    if words in _WENT_WELL:
        return True
    return False if words in _WENT_BADLY else None


def work_mode_of(text: str) -> WorkMode | None:
    """The work mode a cell names, in the words of several languages."""
    return _MODE_OF.get(plain_words(text)) if len(text) < 40 else None


def employment_of(text: str) -> EmploymentType | None:
    """The employment type a cell names."""
    return _EMPLOYMENT_OF.get(plain_words(text)) if len(text) < 40 else None


def excitement_of(text: str, most: int = 5) -> int | None:
    """1 to 5 for "4", "3/5", "★★★", "8/10", "high"; a bare number is out of `most`."""
    if stars := text.count("★") + text.count("⭐") + text.count("🌟"):
        return stars if stars <= 5 else None
    match = re.fullmatch(r"(\d{1,2})(?:[.,]0)?(?:\s*(?:/|of|out of)\s*(5|10))?", text.strip())
    if match is None:
        return _LEVEL_OF.get(plain_words(text))
    number, scale = int(match[1]), int(match[2] or most)
    if not 1 <= number <= scale:
        return None
    return number if scale == 5 else (number + 1) // 2


def shortened(text: str) -> str:
    """A cell's text as a sentence quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
