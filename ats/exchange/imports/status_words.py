"""What people and other programs call the states of an application, as stage kind and outcome.

Matching is by whole words. A phrase that is known as a whole wins; then words of an ending
("rejected after interview"); then words of a stage. Nothing is guessed from part of a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ats.domain.stage import Outcome, StageKind


@dataclass(frozen=True, slots=True)
class Status:
    """`vague` is True for words such as "pending", which only say that it is not over."""

    kind: StageKind
    outcome: Outcome | None = None
    vague: bool = False


_SAVED = Status(StageKind.SAVED)
_APPLIED = Status(StageKind.APPLIED)
_OPEN = Status(StageKind.APPLIED, vague=True)
_SCREENING = Status(StageKind.SCREENING)
_INTERVIEWING = Status(StageKind.INTERVIEWING)
_OFFER = Status(StageKind.OFFER)
_CLOSED = Status(StageKind.CLOSED)
_ACCEPTED = Status(StageKind.CLOSED, Outcome.ACCEPTED)
_REJECTED = Status(StageKind.CLOSED, Outcome.REJECTED)
_WITHDRAWN = Status(StageKind.CLOSED, Outcome.WITHDRAWN)
_DECLINED = Status(StageKind.CLOSED, Outcome.DECLINED)
_NO_RESPONSE = Status(StageKind.CLOSED, Outcome.NO_RESPONSE)
_ROLE_GONE = Status(StageKind.CLOSED, Outcome.ROLE_GONE)

# Phrases that mean something only as a whole cell.
_WHOLE = {
    _SAVED: "saved, wishlist, wish list, bookmarked, interested, favorite, favorited, favourite,"
    " prospective, prospective target, draft, to apply, need to apply, not applied,"
    " not applied yet, not started, not submitted, not sent, working on, applying, preparing,"
    " in preparation, evaluated, not contacted, idea, todo, to do, backlog, lead, leads,"
    " à envoyer, à postuler, en préparation, merken, gemerkt, vorgemerkt, geplant, guardado,"
    " por aplicar, pendiente de envío, salvo, 准备投递, 待投递",
    _APPLIED: "applied, submitted, sent, application sent, application submitted, acknowledged,"
    " application confirmation, application received, received,"
    " envoyée, envoyé, candidature envoyée, postulé, beworben, gesendet, abgeschickt,"
    " bewerbung gesendet, eingereicht, aplicado, enviada, enviado, postulado, inviata, candidato,"
    " 已投递, 已申请, 応募済み",
    _OPEN: "pending, active, open, ongoing, under review, in review, in consideration, waiting,"
    " awaiting response, awaiting reply, no response yet, no reply yet, no answer yet, nothing yet,"
    " en attente, offen, laufend, en cours, em andamento, en curso, in corso",
    _SCREENING: "screening, screen, screening call, initial screen, recruiter, recruiter screen,"
    " recruiter call, recruiter inquiry, hr call, hr screen, phone, call, responded, in progress,"
    " in contact, contacted, in process, talks with recruiter, intro call, oa, online assessment,"
    " coding challenge, exam, assessment, take home, skills test, tech assessment, coding test,"
    " coffee chat, informational,"
    " test, telefoninterview, entretien téléphonique, 测评, 笔试, 简历筛选",
    _INTERVIEWING: "interviewing, interview, interviewed, interviews, interview invite,"
    " shortlisted, team match, onsite, on site, on campus, final, final round, panel, technical,"
    " vorstellungsgespräch, gespräch, bewerbungsgespräch, entretien, entretiens, entrevista,"
    " entrevistas, colloquio, 一面, 二面, 三面, 技术面, 面试, 面试中",
    _OFFER: "offer, offers, offered, offer received, offer sent, offer extended, negotiating,"
    " negotiation, oferta, offre, angebot, zusage, proposta, 已拿offer",
    _ACCEPTED: "accepted, offer accepted, accepted offer, hired, selected, acceptée, accepté,"
    " embauché, angenommen, aceptado, aceptada, 已通过, 已接受",
    _REJECTED: "rejected, rejection, not selected, no offer, denied, decline, declined, negative,"
    " application rejected, turned down, unsuccessful, no, refus, refusé, refusée, abgelehnt,"
    " absage, abgesagt, rechazado, rechazada, rejeitado, recusado, rifiutato, 未通过, 已拒绝",
    _WITHDRAWN: "withdrawn, withdrew, withdraw, cancelled by me, not pursued, not interested,"
    " closed by me, discarded, skip, skipped, passed on, zurückgezogen, retirée, retiré,"
    " retirado, 已放弃",
    _DECLINED: "offer declined, declined offer, declined by me, no offer accepted, offer rejected"
    " by me, i declined, angebot abgelehnt, offre refusée",
    _NO_RESPONSE: "no response, no reply, no answer, ghosted, ghost, unresponsive, ignored,"
    " stopped responding, application ignored, never heard back, suspected ghost job,"
    " sans réponse, pas de réponse, keine antwort, keine rückmeldung, sin respuesta,"
    " sem resposta, nessuna risposta, 无回复",
    _ROLE_GONE: "expired, role filled, position filled, filled, role closed, job closed,"
    " role filled closed, role closed paused, position closed, posting closed, role gone,"
    " hiring freeze, no current opportunity, application closed, no longer available, cancelled,"
    " on hold, geschlossen, stelle besetzt",
    _CLOSED: "closed, archived, done, finished, inactive, terminé, geschlossen, 已结束",
}

# Words that mean something wherever they stand, most telling first.
_WITHIN = {
    _DECLINED: "offer declined, declined offer, declined the offer, offer turned down,"
    " declined by me",
    _ACCEPTED: "offer accepted, accepted offer, accepted the offer, hired",
    _WITHDRAWN: "withdrew, withdrawn",
    _NO_RESPONSE: "ghosted, no response, no reply, no answer, stopped responding",
    _REJECTED: "rejected, rejection, not selected, no offer, refusé, refus, abgelehnt, absage,"
    " abgesagt",
    _ROLE_GONE: "role filled, position filled, role closed, expired, hiring freeze",
    _SAVED: "not applied, not submitted, not started, to apply",
    _INTERVIEWING: "interview, interviews, interviewing, onsite, on site, final round, panel,"
    " first round, second round, third round, tech screen, hm screen, hiring manager, round",
    _SCREENING: "screen, screening, assessment, challenge, take home, takehome, recruiter",
    _OFFER: "offer received, offer extended, negotiating",
    _APPLIED: "applied, submitted, application sent",
}

_LONGEST = 200
_DENIED = re.compile(r"\b(?:no|not|nothing|never|without|before|until|kein|keine|pas|sans)\b")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")


def plain_words(text: str) -> str:
    """A text as words with one space between, without case, signs and camelCase."""
    text = unicodedata.normalize("NFKC", text)
    if " " not in text.strip():
        text = _CAMEL.sub(" ", text)
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def status_of(text: str) -> Status | None:
    """What a status cell says, or None where it says nothing that is known."""
    return _status_of(text) if len(text) <= _LONGEST else None


@lru_cache(1024)
def _status_of(text: str) -> Status | None:
    words = plain_words(text)
    if not words:
        return None
    known = _phrases().get(words)
    if known is not None:
        return known
    denied = _DENIED.search(words) is not None
    for status, phrases in _inner():
        if any(f" {phrase} " in f" {words} " for phrase in phrases):
            told = status.outcome is None and denied and status is not _SAVED
            return None if told else status
    return None


def statuses_of(text: str) -> tuple[Status, ...]:
    """The history in one cell, such as "Applied, Interview, Rejected", in pipeline order
    because a choice of several is kept in any order; nothing where less than two parts are
    known."""
    parts = [part for part in re.split(r"[,;|\n]|\s>\s", text) if part.strip()]
    found = [status for part in parts if (status := status_of(part)) is not None]
    if len(found) < 2:
        return ()
    return tuple(sorted(found, key=lambda status: list(StageKind).index(status.kind)))


@cache
def _phrases() -> dict[str, Status]:
    return {
        plain_words(phrase): status
        for status, phrases in _WHOLE.items()
        for phrase in phrases.split(",")
    }


@cache
def _inner() -> tuple[tuple[Status, tuple[str, ...]], ...]:
    return tuple(
        (status, tuple(plain_words(phrase) for phrase in phrases.split(",")))
        for status, phrases in _WITHIN.items()
    )
