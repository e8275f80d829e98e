"""What people and other programs call the states of an application, as stage kind and outcome.

Matching is by whole words. A phrase that is known as a whole wins; then words of an ending
("rejected after interview"); then words of a stage. Nothing is guessed from part of a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
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
_UNDER_WAY = Status(StageKind.SCREENING, vague=True)
_INTERVIEWING = Status(StageKind.INTERVIEWING)
_OFFER = Status(StageKind.OFFER)
_CLOSED = Status(StageKind.CLOSED)
_ACCEPTED = Status(StageKind.CLOSED, Outcome.ACCEPTED)
_REJECTED = Status(StageKind.CLOSED, Outcome.REJECTED)
_WITHDRAWN = Status(StageKind.CLOSED, Outcome.WITHDRAWN)
_DECLINED = Status(StageKind.CLOSED, Outcome.DECLINED)
_NO_RESPONSE = Status(StageKind.CLOSED, Outcome.NO_RESPONSE)
_ROLE_GONE = Status(StageKind.CLOSED, Outcome.ROLE_GONE)

# What is neither going on nor over: people write it of a role that may never be filled as well.
_ON_HOLD = (
    "hold, on hold, put on hold, paused, frozen, postponed, deferred, stalled, suspended, parked,"
    " role on hold, position on hold, job on hold, hiring on hold, recruitment on hold,"
    " process on hold, interview process on hold, role paused, position paused, hiring paused,"
    " pausiert, zurückgestellt, auf eis, verschoben, en pause, reporté, reportée, suspendu,"
    " en pausa, pausado, pausada, aplazado, suspenso, in pausa, sospeso, in sospeso, gepauzeerd,"
    " pausad, vilande, på vent, wstrzymane, 暂停, 保留, 보류, на паузе"
)
# Phrases that mean something only as a whole cell.
_WHOLE = {
    _SAVED: "saved, wishlist, wish list, bookmarked, bookmark, interested, favorite,"
    " favorited, favourite, shortlist, prospective, prospective target, prospect, draft,"
    " drafting, to apply, need to apply, want to apply, will apply, not applied,"
    " not applied yet, yet to apply, not started, not submitted, not sent, unsubmitted,"
    " working on, applying, preparing, ready, in preparation, evaluated, not contacted, idea,"
    " todo, to do, backlog, lead, leads, target, researching, considering, planned, new,"
    " apply, apply soon, open to apply, ready to apply, à envoyer, à postuler, à faire,"
    " en préparation, brouillon, enregistré, merken, gemerkt, vorgemerkt, geplant,"
    " offene stelle, noch nicht beworben, zu bewerben, in vorbereitung, entwurf, merkliste,"
    " interessant, guardado, guardada, por aplicar, por enviar, borrador, pendiente de envío,"
    " interesado, salvo, salva, a candidatar, da inviare, da candidarsi, salvato, salvata,"
    " bozza, opgeslagen, nog solliciteren, te solliciteren, sparad, att söka, ska söka,"
    " lagret, skal søke, gemt, do wysłania, zapisane, 准备投递, 待投递, 未投递, 收藏, 検討中,"
    " 応募予定, 未応募, 지원예정, 관심, 준비중",
    _APPLIED: "applied, submitted, sent, application sent, application submitted,"
    " acknowledged, application confirmation, application received, received, confirmed,"
    " applied online, app sent, cv sent, resume sent, re applied, reapplied,"
    " completed application, application completed, applied waiting,"
    " applied awaiting response, envoyée, envoyé, candidature envoyée, postulé, postulée,"
    " candidaté, reçue, accusé réception, beworben, gesendet, abgeschickt, versendet,"
    " versandt, bewerbung versendet, verschickt, bewerbung gesendet, bewerbung verschickt,"
    " bewerbung abgeschickt, bewerbung versandt, eingereicht, eingangsbestätigung, bestätigt,"
    " bewerbung eingegangen, aplicado, aplicada, enviada, enviado, postulado, postulada,"
    " candidatura enviada, solicitado, solicitada, inscrito, inscrita, candidatado,"
    " candidatei me, inviata, inviato, candidato, candidata, candidatura inviata,"
    " gesolliciteerd, sollicitatie verstuurd, verstuurd, verzonden, sökt, ansökt, skickad,"
    " ansökan skickad, søkt, sendt, søknad sendt, ansøgt, ansøgning sendt, wysłane, wysłano,"
    " zaaplikowano, aplikowano, 已投递, 已申请, 已投, 池子, 応募済み, 応募済, 応募, 지원완료,"
    " 지원함, 지원, отправлено, откликнулся",
    _OPEN: f"{_ON_HOLD}, pending, active, open, ongoing, under review, in review, in consideration,"
    " waiting, under consideration, reviewing, being reviewed, awaiting response,"
    " awaiting reply, waiting for response, waiting for reply, waiting to hear back,"
    " waiting to hear, no response yet, no reply yet, no answer yet, nothing yet,"
    " still waiting, tbd, in play, live, alive, processing, follow up, followed up,"
    " follow up sent, in the pool, en attente, relancé, relancée, en attente de réponse,"
    " offen, laufend, läuft, in bearbeitung, warten, wartend, warte auf antwort,"
    " warte auf rückmeldung, ausstehend, in prüfung, in arbeit, nachgefasst, en cours,"
    " en cours d étude, em andamento, em análise, aguardando, aguardando resposta, en curso,"
    " en proceso, en espera, en revisión, pendiente, esperando respuesta, in corso, in attesa,"
    " in attesa di risposta, in valutazione, lopend, in behandeling, wachten,"
    " wachten op antwoord, afwachten, väntar, väntar på svar, pågående, pågår, venter,"
    " venter på svar, i prosess, w toku, oczekiwanie, czekam, 等待中, 进行中, 待定, 選考中,"
    " 結果待ち, 진행중, 대기중, 대기, ожидание",
    _UNDER_WAY: "in progress, in process, in contact, progressing, in the process",
    _SCREENING: "screening, screen, screening call, initial screen, recruiter,"
    " recruiter screen, recruiter call, recruiter inquiry, hr call, hr screen, hr round,"
    " phone, call, responded, contacted,"
    " talks with recruiter, intro call, oa, oas, online assessment, assessments,"
    " assessment received, hackerrank, codesignal, code test, coding challenge, exam,"
    " assessment, take home, skills test, tech assessment, coding test, coffee chat,"
    " informational, first contact, response, positive response, heard back, replied,"
    " recruiter reached out, recruiter contact, reply received, home assignment, assignment,"
    " case, aptitude test, video assessment, one way video, recorded interview,"
    " one way interview, video interview recorded, hirevue, prescreen, pre screen,"
    " written test, personality test, test, kontakt, in kontakt, rückmeldung,"
    " rückmeldung erhalten, telefoninterview, telefonat, erstgespräch telefonisch,"
    " einstellungstest, eignungstest, online test, assessment center, entretien téléphonique,"
    " appel, préqualification, test technique, contacté, contactée, présélection, llamada,"
    " contactado, prueba técnica, prueba, preselección, teste, triagem, teste técnico,"
    " telefonata, contattato, test tecnico, colloquio telefonico, prescreening,"
    " telefonisch gesprek, telefoongesprek, telefonintervju, kontaktad, arbetsprov,"
    " telefonsamtal, 测评, 笔试, 简历筛选, 筛选中, 初筛, 書類選考, 書類通過, 適性検査,"
    " webテスト, 서류통과, 코딩테스트, 서류합격, тестовое задание, скрининг",
    _INTERVIEWING: "interviewing, interview, interviewed, interviews, interview invite,"
    " shortlisted, short listed, team match, onsite, on site, on campus, superday, super day,"
    " final, final round, panel, technical, interview scheduled, interview completed,"
    " phone int, interview done, invited, invited to interview, second round, loop,"
    " onsite loop, in loop, reference check, references, background check, trial day,"
    " trial shift, trial, vorstellungsgespräch, gespräch, bewerbungsgespräch, einladung,"
    " eingeladen, probearbeiten, probetag, interview geplant, vorstellungsgespräch geplant,"
    " einladung erhalten, zweitgespräch, entretien, entretiens, entretien planifié,"
    " entretien passé, entretien rh, convoqué, entretien technique, entrevista, entrevistas,"
    " en entrevistas, entrevistado, entrevista hr, colloquio, colloqui, a colloquio,"
    " colloquio fissato, gesprek, sollicitatiegesprek, op gesprek, uitgenodigd, intervju,"
    " intervjuer, kallad till intervju, intervju bokad, samtale, jobbsamtale, jobsamtale,"
    " rozmowa, rozmowa kwalifikacyjna, 一面, 二面, 三面, 终面, hr面, 技术面, 面试, 面试中,"
    " 約談, 複試, 面接, 一次面接, 二次面接, 最終面接, 面談, 면접, 1차면접, 2차면접, 최종면접,"
    " собеседование, интервью",
    _OFFER: "offer, offers, offered, offer received, offer sent, offer extended, verbal offer,"
    " job offer, got offer, negotiating, negotiation, got the job, oferta, oferta recibida,"
    " oferta recebida, offre, offre reçue, proposition, angebot, angebot erhalten, zusage,"
    " zugesagt, vertragsangebot, proposta, proposta ricevuta, offerta, offerta ricevuta,"
    " aanbod, aanbieding, erbjudande, erbjuden, tilbud, tilbudt, 已拿offer, 录用, offer 已拿,"
    " 内定, 오퍼, 오퍼받음, 최종합격, оффер, предложение",
    _ACCEPTED: "accepted, offer accepted, accepted offer, i accepted, hired, selected, signed,"
    " contract signed, acceptée, accepté, embauché, embauchée, offre acceptée, angenommen,"
    " eingestellt, vertrag unterschrieben, angebot angenommen, aceptado, aceptada, contratado,"
    " contratada, oferta aceptada, aceito, aceita, oferta aceita, accettato, accettata,"
    " assunto, assunta, aangenomen, geaccepteerd, anställd, accepterat, tackat ja, ansatt,"
    " ansat, zatrudniony, przyjęty, 已通过, 已接受, 入职, 已入职, 入社, 内定承諾, 합격, 입사,"
    " принят",
    _REJECTED: "rejected, rejection, not selected, no offer, denied, decline, declined,"
    " negative, application rejected, turned down, unsuccessful, no, refus, refusé, refusée,"
    " négatif, not successful, not moving forward, not shortlisted, did not get it,"
    " didnt get it, failed, fail, not a fit, not a match, no fit, regret, regrets, regretted,"
    " reject, rejections, nope, rejected email, rejection email, rejection received,"
    " rejection letter, application declined, not progressed, not proceeding, unsuccesful,"
    " dead, lost, position given to someone else, non retenu, non retenue, réponse négative,"
    " recalé, abgelehnt, absage, abgesagt, absage erhalten, negativ, nicht erfolgreich,"
    " absage bekommen, rechazado, rechazada, descartado, descartada, no seleccionado, rechazo,"
    " rejeitado, rejeitada, recusado, recusada, negado, reprovado, não selecionado, eliminado,"
    " rifiutato, rifiutata, scartato, scartata, respinto, esito negativo, afgewezen,"
    " afwijzing, avslag, avvisad, nekad, fått avslag, nej, afslag, odmowa, odrzucony,"
    " odrzucone, 未通过, 已拒绝, 拒绝, 挂, 被拒, 不合格, お祈り, 不採用, 落選, 불합격, 탈락,"
    " 서류탈락, 거절, отказ",
    _WITHDRAWN: "withdrawn, withdrew, withdraw, cancelled by me, not pursued, not interested,"
    " closed by me, discarded, skip, skipped, passed on, i withdrew, withdrew application,"
    " withdrew myself, self withdrawn, dropped out, pulled out, no longer interested,"
    " not pursuing, rejected by me, i passed, i rejected them, abandoned, gave up,"
    " decided against, zurückgezogen, bewerbung zurückgezogen, eigene absage,"
    " abgesagt von mir, selbst abgesagt, nicht mehr interessiert, verworfen, retirée, retiré,"
    " abandonné, abandonnée, désisté, candidature retirée, retirado, retirada, desistido,"
    " descartado por mí, desisti, desistência, ritirato, ritirata, ritirata candidatura,"
    " rinunciato, teruggetrokken, ingetrokken, återtagen, tackat nej, dragit tillbaka,"
    " trukket, trukket søknad, zrezygnowałem, zrezygnowałam, wycofane, 已放弃, 放弃, 辞退,"
    " 選考辞退, 포기, 지원취소",
    _DECLINED: "offer declined, declined offer, declined by me, no offer accepted,"
    " offer rejected by me, i declined, rejected offer, turned down offer, declined the offer,"
    " angebot abgelehnt, offre refusée, offre déclinée, oferta rechazada, oferta recusada,"
    " offerta rifiutata, aanbod afgewezen, tackat nej till erbjudande, 拒绝offer, 已拒offer,"
    " 内定辞退, 오퍼거절",
    _NO_RESPONSE: "no response, no reply, no answer, ghosted, ghost, unresponsive, ignored,"
    " stopped responding, application ignored, never heard back, suspected ghost job,"
    " no contact, never heard, nothing heard, radio silence, crickets, assumed rejected,"
    " presumed rejected, no feedback, silent, silence, not responded, no word, no callback,"
    " did not hear back, no response received, sans réponse, pas de réponse, aucune réponse,"
    " sans suite, sans retour, aucun retour, keine antwort, keine rückmeldung, keine reaktion,"
    " nie gemeldet, sin respuesta, sin contestación, sem resposta, sem retorno,"
    " nessuna risposta, mai risposto, senza risposta, geen reactie, geen antwoord,"
    " niets gehoord, inget svar, ingen svar, intet svar, ingen respons, brak odpowiedzi,"
    " 无回复, 无反馈, 没消息, 石沉大海, 返信なし, 連絡なし, 무응답, 연락없음, нет ответа",
    _ROLE_GONE: "expired, role filled, position filled, filled, role closed, job closed,"
    " role filled closed, role closed paused, position closed, posting closed, role gone,"
    " hiring freeze, no current opportunity, application closed, no longer available,"
    " job cancelled, role cancelled, position cancelled, job removed, posting removed,"
    " listing gone, job expired, posting expired, position eliminated,"
    " job no longer available, unavailable, requisition cancelled, requisition closed,"
    " closed for applications, too late, deadline passed, offre expirée,"
    " poste pourvu, offre pourvue, annonce expirée, poste annulé, geschlossen, stelle besetzt,"
    " bereits besetzt, besetzt, abgelaufen, nicht mehr verfügbar, ausgeschrieben beendet,"
    " stelle zurückgezogen, caducada, expirada, vacante cerrada, cerrada, cubierta,"
    " vaga fechada, vaga encerrada, vaga preenchida, scaduto, scaduta, posizione chiusa,"
    " posizione coperta, vervuld, vacature gesloten, verlopen, tillsatt, tjänsten tillsatt,"
    " stillingen besatt, wygasła, 已过期, 岗位关闭, 停止招聘, 募集終了, 채용마감, 마감",
    _CLOSED: "closed, archived, archive, done, finished, inactive, terminé, terminée, clôturé,"
    " clôturée, erledigt, abgeschlossen, beendet, cerrado, finalizado, encerrado, finalizada,"
    " chiuso, chiusa, conclusa, gesloten, afgesloten, afgerond, avslutad, avslutat, stängd,"
    " avsluttet, lukket, zamknięte, 已结束, 结束, 終了, 종료",
}

# Words that mean something wherever they stand, most telling first.
_WITHIN = {
    _DECLINED: "offer declined, declined offer, declined the offer, offer turned down,"
    " declined by me, angebot abgelehnt",
    _ACCEPTED: "offer accepted, accepted offer, accepted the offer, hired",
    _WITHDRAWN: "withdrew, withdrawn, zurückgezogen, rejected by me",
    _NO_RESPONSE: "ghosted, no response, no reply, no answer, stopped responding,"
    " never heard back, keine antwort, keine rückmeldung, sans réponse, sin respuesta,"
    " no contact since",
    _REJECTED: "rejected, rejection, not selected, no offer, refusé, refus, abgelehnt, absage,"
    " abgesagt, rechazado, rechazada, rejeitado, recusado, afgewezen, avslag,"
    " not moving forward, unsuccessful, turned down, reject, auto rejected",
    _ROLE_GONE: "role filled, position filled, role closed, expired, hiring freeze,"
    " posting closed, position closed, job closed, role cancelled, position cancelled,"
    " job cancelled",
    _SAVED: "not applied, not submitted, not started, to apply, need to apply, noch nicht beworben",
    _OFFER: "offer received, offer extended, received offer, negotiating, verbal offer,"
    " got an offer, got offer, received an offer, made an offer, made me an offer, offer of",
    _INTERVIEWING: "interview, interviews, interviewing, interviewed, onsite, on site,"
    " final round, first round, second round, third round, 1st round, 2nd round, 3rd round,"
    " tech screen, panel, hm screen, hiring manager, round, vorstellungsgespräch, gespräch,"
    " entretien, entrevista, colloquio, sollicitatiegesprek, intervju, 面试, 面接, superday",
    _SCREENING: "phone screen, screen, screening, assessment, challenge, take home, takehome,"
    " recruiter, phone call, hackerrank, codesignal, online test, coding test, hr call,"
    " telefoninterview, 笔试, 测评",
    _APPLIED: "applied, submitted, application sent, beworben, postulé, aplicado,"
    " awaiting response, waiting for response, waiting to hear",
}

# Words that people use for more than one thing, with what they may mean, the likeliest first.
_AMBIGUOUS = {
    "declined, decline": (_REJECTED, _DECLINED, _WITHDRAWN),
    "offer rejected": (_DECLINED, _REJECTED),
    "passed, pass": (_WITHDRAWN, _REJECTED, _INTERVIEWING),
    "cancelled, canceled, abgebrochen, annulé, annulée, cancelado, cancelada": (
        _ROLE_GONE, _WITHDRAWN, _REJECTED,
    ),
    _ON_HOLD: (_OPEN, _ROLE_GONE, _REJECTED, _WITHDRAWN),
    "waitlisted, waitlist, wait list, wait listed, waiting list, reserve list,"
    " warteliste, auf warteliste, auf der warteliste, liste d attente, en liste d attente,"
    " lista de espera, en lista de espera, em lista de espera, lista d attesa, wachtlijst,"
    " väntelista, venteliste, 候补, 候補": (_INTERVIEWING, _APPLIED, _REJECTED),
    "dropped": (_WITHDRAWN, _REJECTED),
    "archived, closed, inactive, done, finished, complete, completed": (
        _CLOSED, _REJECTED, _NO_RESPONSE, _ROLE_GONE, _WITHDRAWN,
    ),
    "selected": (_ACCEPTED, _OFFER, _INTERVIEWING),
    "no": (_REJECTED, _NO_RESPONSE, _SAVED),
}  # fmt: skip

_LONGEST = 200
_ORDER = {kind: at for at, kind in enumerate(StageKind)}
_DENIED = re.compile(r"\b(?:no|not|nothing|never|without|before|until|kein|keine|pas|sans)\b")
# What is offered is an interview, not the job.
_INVITED = re.compile(
    r"\boffer(?:s|ed)?(?: me| us)? (?:(?:of|for|to) )?(?:an? |the )?"
    r"(?:(?:first|second|third|1st|2nd|3rd|final|phone|telephone|video|technical|onsite|hr|job) )?"
    r"interview\b|\binterview offer(?:s|ed)?\b"
)
_AWAITED = re.compile(r"(?:still )?(?:awaiting|waiting for|waiting on|hoping for)\b")
_CALLED_OFF = re.compile(
    r"\b(?:cancell?ed|called off|abgesagt|annulée?s?|cancelad[oa]|annullat[oa]|geannuleerd"
    r"|afgezegd|inställd|avlyst|aflyst|odwołan[aey])\b"
)
_ANOTHER_DAY = re.compile(r"\b(?:rescheduled|moved|verschoben|neuer termin|reportée?)\b")
# "abgesagt" is said of the application as well: "nach dem Gespräch abgesagt".
_MEETING_FIRST = re.compile(
    r"(?<!nach )(?<!nach dem )\b(?:interview|\w*gespräch|telefoninterview|telefonat)\b.* abgesagt\b"
)
_OFFERED = re.compile(r"(.{3,40}?) (?:(?:eur|usd|gbp|chf) )?\d[\w ]*")  # "offer 95k"
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")


def plain_words(text: str) -> str:
    """A text as words with one space between, without case, signs and camelCase."""
    return _known_words(text) if len(text) <= _LONGEST else _words(text)


def _words(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    if " " not in text.strip():
        text = _CAMEL.sub(" ", text)
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


# The same few words stand in many cells.
_known_words = lru_cache(4096)(_words)


def status_of(text: str) -> Status | None:
    """What a status cell says, or None where it says nothing that is known."""
    return _status_of(text) if len(text) <= _LONGEST else None


@lru_cache(1024)
def _status_of(text: str) -> Status | None:
    words = plain_words(text)
    if not words:
        return None
    known = _phrases().get(words) or _phrases().get(_once(words))
    if known is not None:
        return known
    invited = _INVITED.search(words) is not None
    if invited and _AWAITED.match(words):
        return _OPEN
    called_off = _CALLED_OFF.search(words) is not None and not _ANOTHER_DAY.search(words)
    untrue = called_off or _DENIED.search(words) is not None
    for status, phrases in _inner():
        if status is _OFFER and invited:
            continue
        found = [phrase for phrase in phrases if f" {phrase} " in f" {words} "]
        if found == ["abgesagt"] and _MEETING_FIRST.search(words):
            return None
        if found:
            told = status.outcome is None and untrue and status is not _SAVED
            return None if told else status
    offered = _OFFERED.fullmatch(words)
    return _OFFER if offered and _phrases().get(offered[1]) == _OFFER else None


def statuses_of(text: str) -> tuple[Status, ...]:
    """The history in one cell, such as "Applied, Interview, Rejected", in pipeline order
    because a choice of several is kept in any order; nothing where less than two parts are
    known."""
    if len(text) > _LONGEST:
        return ()
    parts = [part for part in re.split(r"[,;|\n]|\s>\s", text) if part.strip()]
    found = [status for part in parts if (status := status_of(part)) is not None]
    if len(found) < 2:
        return ()
    return tuple(sorted(found, key=lambda status: _ORDER[status.kind]))


def meaning_of(status: Status) -> str:
    """A status as a person's answer names it: its outcome where it has one, else its kind."""
    return (status.outcome or status.kind).value


def status_meant(meaning: str) -> Status | None:
    """The status that an answer names, None for "" (the word says nothing about the stage).
    Raises ValueError for what is neither a kind nor an outcome."""
    if not meaning:
        return None
    if meaning in list(Outcome):
        return Status(StageKind.CLOSED, Outcome(meaning))
    return Status(StageKind(meaning))


def possible_meanings(text: str) -> tuple[str, ...]:
    """What a word may mean that people use for more than one thing, or that is one letter off
    a known one, the likeliest first; nothing for a word that is sure or unlike any."""
    words = plain_words(text)
    if words in _ambiguous():
        return _ambiguous()[words]
    if len(text) > _LONGEST or status_of(text) is not None or len(words) < 6:
        return ()
    near = get_close_matches(words, _phrases(), n=3, cutoff=0.84)
    return tuple(dict.fromkeys(meaning_of(_phrases()[phrase]) for phrase in near))


@cache
def _ambiguous() -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(meaning_of(status) for status in meant)
        for words, meant in _AMBIGUOUS.items()
        for word in words.split(", ")
    }


def _once(words: str) -> str:
    """Words without the letters that a slip of the hand repeats: "reeejected"."""
    return re.sub(r"([^\W\d_])\1{2,}", r"\1", words)


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
