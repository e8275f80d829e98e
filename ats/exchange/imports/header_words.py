"""Headers as people and programs write them, in many languages, to fields."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ats.domain.stage import StageKind
from ats.exchange.imports.fields import STAGE_FIELDS, Field
from ats.exchange.imports.status_words import Status, plain_words, status_of

# In the order of preference, where two columns could hold the same.
HEADERS = {
    Field.TITLE: "job title, title, role, role title, role name, position, position title,"
    " job position, position name, job name, job role, job, opening, vacancy, designation,"
    " poste, intitulé du poste, intitulé, offre, emploi, métier, cargo, puesto, vacante, vaga,"
    " função, stelle, stellenbezeichnung, position bezeichnung, jobtitel, berufsbezeichnung,"
    " tätigkeit, ruolo, posizione, mansione, functie, functietitel, vacature, rol, tjänst,"
    " roll, befattning, jobb, stilling, stillingstittel, stanowisko, 岗位, 职位, 岗位名称,"
    " 职位名称, 応募職種, 職種, ポジション, 직무, 포지션, должность, вакансия",
    Field.COMPANY: "company, company name, employer, employer name, organization,"
    " organisation, organization name, org, firm, business, entreprise, société,"
    " nom de l entreprise, employeur, empresa, compañía, nombre de la empresa, firma,"
    " unternehmen, arbeitgeber, azienda, società, bedrijf, bedrijfsnaam, werkgever,"
    " organisatie, företag, företagsnamn, arbetsgivare, bedrift, arbeidsgiver, virksomhed,"
    " pracodawca, 公司名称, 公司, 企业, 企业名称, 会社名, 企業名, 会社, 회사, 회사명, 기업명,"
    " компания, работодатель",
    Field.COMPANY_AND_TITLE: "card name, company and role, company role, company position,"
    " company job title, role company, position company, name, task name, task, item, card,"
    " application name, nom, nombre, nome, naam, namn, titre",
    Field.STAGE: "status, stage, application status, current status, current stage, list,"
    " list name, application stage, job status, status of application, pipeline stage, column,"
    " state, progress, result, decision, etat, état, statut, statut de la candidature, étape,"
    " estado, situación, fase, etapa, situação, stand, phase, bewerbungsstatus, stato, esito,"
    " fas, läge, 当前状态, 状态, 进度, ステータス, 選考状況, 状況, 상태, 진행상황, статус,"
    " этап",
    Field.STAGE_KIND: "stage kind",
    Field.STAGE_DATE: "status date, stage date, date status, date of status,"
    " last status change, status changed, status updated, status change date, outcome date,"
    " result date, decision date, response date, date of response, date heard back,"
    " heard back, reply date, date of reply, date retour, date de réponse, réponse le,"
    " rückmeldung am, antwort am, antwort erhalten am, statusdatum, status seit,"
    " fecha de respuesta, data resposta, data risposta, reactiedatum, svarsdatum",
    Field.OUTCOME: "outcome, final outcome, final result, final status, result, decision,"
    " final decision, application result, ergebnis, résultat, resultado, risultato, resultaat,"
    " resultat, 结果, 結果, 결과, результат",
    Field.APPLIED: "date applied, applied date, application date, applied on, applied at,"
    " app submitted date, date submitted, submitted on, submitted at, submission date,"
    " application submitted, date of application, applied when, when applied, date sent,"
    " sent on, when sent, when submitted, application sent, date app sent, applied,"
    " date envoi, date d envoi, envoyé le,"
    " date candidature, date de candidature, candidature, postulé le, date de postulation,"
    " bewerbungsdatum, beworben am, bewerbung am, bewerbung vom, versandt am, gesendet am,"
    " abgeschickt am, wann abgeschickt, wann gesendet, wann beworben, bewerbung abgeschickt,"
    " beworben, datum der bewerbung, datum bewerbung,"
    " fecha de solicitud, fecha de aplicación, fecha de postulación, fecha solicitud,"
    " fecha aplicación, fecha de envío, fecha, data da candidatura, data de candidatura,"
    " data da inscrição, data de aplicação, data candidatura, data invio, data di candidatura,"
    " data di invio, datum sollicitatie, sollicitatiedatum, gesolliciteerd op,"
    " ansökningsdatum, datum ansökan, sökt datum, ansökt, ansökan skickad, søknadsdato,"
    " søkt dato, ansøgningsdato, data aplikacji, data wysłania, 投递时间, 投递日期, 申请日期,"
    " 応募日, 지원일, 지원날짜, дата отклика, дата подачи, date, datum, data, dato, day, when,"
    " 日期, 日付, 날짜, дата",
    Field.SAVED: "saved date, date saved, saved, saved on, saved at, date added, added,"
    " added on, added at, created at, created, created on, created time, date created,"
    " time created, bookmarked, bookmarked at, date bookmarked, found on, date found,"
    " discovered, hinzugefügt am, gespeichert am, erstellt am, ajouté le, date d ajout,"
    " créé le, fecha de creación, agregado, adicionado em, data aggiunta, toegevoegd op,"
    " tillagd, 创建时间",
    Field.DEADLINE: "deadline, closing date, close date, application deadline, deadline date,"
    " apply by, apply before, closes, closes on, closing, due on, due date, due, expiry date,"
    " expires, expires on, end date for applications, date limite, date de clôture, clôture,"
    " échéance, frist, bewerbungsfrist, bewerbungsschluss, einsendeschluss, fecha límite,"
    " fecha de cierre, prazo, data limite, scadenza, sluitingsdatum, sista ansökningsdag,"
    " sista dag, søknadsfrist, ansøgningsfrist, termin, 截止日期, 截止时间, 締切, 마감일, срок",
    Field.POSTED: "posted, posted on, posted at, date posted, posted date, posting date,"
    " published, published on, publication date, listed on, job posted, veröffentlicht am,"
    " date de publication, publié le, fecha de publicación, publicado, data di pubblicazione,"
    " geplaatst op, publicerad, 发布时间, 发布日期",
    Field.LINK: "job url, job link, job post url, job posting url, job post link, posting url,"
    " application url, url, link, job description link, application link, posting link,"
    " job posting link, link to job, link to posting, link to job posting,"
    " link to application, job ad, job ad url, listing url, listing, job listing, apply link,"
    " apply url, web link, hyperlink, lien de l offre, lien de l annonce, lien annonce,"
    " lien offre, lien, annonce, enlace, enlace a la oferta, vínculo, link da vaga, link vaga,"
    " link annuncio, stellenlink, link zur stelle, link zur anzeige, stellenanzeige, anzeige,"
    " länk, annons, lenke, job posting, posting, job website, website, webseite, web,"
    " site web, application, 岗位链接, 链接, 投递链接, 官网链接, 求人url, 링크, 채용공고,"
    " ссылка",
    Field.LOCATION: "location, locations, city, job location, work location, place, where,"
    " office, office location, based in, town, address, lieu, lieu de travail, ville,"
    " localisation, ort, arbeitsort, standort, einsatzort, stadt, ubicación, ciudad, lugar,"
    " localización, local, localização, cidade, sede, luogo, città, locatie, plaats,"
    " standplaats, plats, ort stad, sted, arbeidssted, lokalizacja, miasto, 工作地点, 地点,"
    " 城市, 勤務地, 근무지, 지역, город, место",
    Field.REGION: "state, province, region, county, state province, bundesland, région,"
    " département, provincia, provincie, estado provincia, län, 省份",
    Field.COUNTRY: "country, country region, land, pays, país, paese, kraj, 国家, 国, 국가,"
    " страна",
    Field.WORK_MODE: "work mode, workplace type, remote policy, work model, workplace,"
    " work arrangement, working model, location type, work type, work style, work setting,"
    " remote status, remote, remote hybrid onsite, remote hybrid, remote or onsite,"
    " remote on site, onsite remote, wfh, homeoffice, home office, arbeitsmodell, télétravail,"
    " mode de travail, modalidad, teletrabajo, modalidade, modalità, smart working,"
    " thuiswerken, distans, 办公方式, 勤務形態, type",
    Field.EMPLOYMENT: "employment type, job type, contract type, type of employment,"
    " role type, position type, type of contract, type of job, type of role, contract,"
    " employment, hours, vertragsart, anstellungsart, beschäftigungsart, arbeitszeit,"
    " type de contrat, contrat, tipo de contrato, tipo de empleo, jornada, tipo de vaga,"
    " tipo contratto, contratto, dienstverband, soort contract, anställningsform, 工作类型,"
    " 雇用形態, 고용형태, type",
    Field.SALARY: "salary, salary range, compensation, pay, pay range, package, wage, wages,"
    " rate, hourly rate, day rate, base salary, base pay, annual salary, yearly salary,"
    " monthly salary, salary monthly gross, advertised salary, expected salary,"
    " salary expectation, total comp, tc, ctc, comp, remuneration, salary package,"
    " salary offered, estimated salary, earnings, salaire, rémunération, fourchette salariale,"
    " tjm, gehalt, gehaltsvorstellung, gehaltswunsch, jahresgehalt, monatsgehalt, lohn,"
    " vergütung, stundenlohn, bruttogehalt, salario, sueldo, retribución, banda salarial,"
    " salário, remuneração, faixa salarial, stipendio, retribuzione, ral, salaris, loon, lön,"
    " lønn, løn, wynagrodzenie, widełki, 薪资, 薪水, 薪资范围, 待遇, 年収, 給与, 연봉,"
    " зарплата",
    Field.SALARY_MIN: "pay min, min salary, salary min, minimum salary, salary from, min pay,"
    " salary low, low salary, salary minimum, min comp, salary range min, lower salary, min,"
    " gehalt min, gehalt von, salaire min, salario mínimo, salário mínimo",
    Field.SALARY_MAX: "pay max, max salary, salary max, maximum salary, salary to, max pay,"
    " salary high, high salary, salary maximum, max comp, salary range max, upper salary, max,"
    " gehalt max, gehalt bis, salaire max, salario máximo, salário máximo",
    Field.CURRENCY: "pay currency, currency, salary currency, devise, währung, moneda, moeda,"
    " valuta",
    Field.PERIOD: "pay period, salary period, pay frequency, salary type, salary unit,"
    " pay type, salary frequency, per, salary interval, pay interval",
    Field.BONUS: "bonus",
    Field.EQUITY: "equity",
    Field.SOURCE: "source, job source, platform, channel, found on, found via, where found,"
    " job board, jobboard, board, website source, applied through, applied via,"
    " applied on site, applied with, how applied, application method, method,"
    " application source, application platform, application portal, portal, via,"
    " source of job, lead source, how found, how did you find, how did i hear, referred by,"
    " referral, referrer, referral source, plateforme, site, canal, trouvé sur, origine,"
    " quelle, plattform, gefunden über, gefunden bei, gefunden auf, jobbörse, stellenbörse,"
    " bewerbungsweg, kanal, portal quelle, fuente, plataforma, medio, portal de empleo, fonte,"
    " origem, piattaforma, bron, via welke site, källa, kilde, źródło, 投递渠道, 渠道, 来源,"
    " 平台, 応募経路, 媒体, 지원경로, источник",
    Field.REFERENCE: "reference, reference number, job id, job reference, requisition, req id,"
    " requisition id, job requisition, req number, requisition number, job code, ref, ref no,"
    " position id, posting id, vacancy number, référence, réf, referenz, referenznummer,"
    " kennziffer, stellennummer, referencia, referência, riferimento, referentie,"
    " vacaturenummer",
    Field.TAGS: "tags, tag, labels, label, keywords, étiquettes, schlagworte, etiquetas,"
    " etichette, trefwoorden, taggar, 标签",
    Field.EXCITEMENT: "excitement, interest, interest level, level of interest, rating, stars,"
    " enthusiasm, excitement level, priority, desirability, fit rating, my rating, preference,"
    " priorität, interesse, bewertung, intérêt, priorité, motivation, interés, prioridad,"
    " prioridade, priorità, prioriteit, prioritet, intresse, 优先级, 志望度",
    Field.NEXT_ACTION: "next action, next step, next steps, todo, to do, action,"
    " action needed, action item, next, nächster schritt, nächste schritte, prochaine étape,"
    " prochaine action, próximo paso, próxima acción, próximo passo, prossimo passo,"
    " volgende stap, nästa steg, 下一步",
    Field.NEXT_ACTION_ON: "next action due, next action date, next step date, next action on,"
    " next step due, action date",
    Field.CONTACT: "contacts, contact, contact person, contact name, recruiter name,"
    " recruiter, recruiter contact, hiring manager, hiring manager name, point of contact,"
    " poc, contact names, contact at company, ansprechpartner, ansprechpartnerin,"
    " ansprechperson, kontakt, kontaktperson, personne de contact, interlocuteur, contacto,"
    " persona de contacto, contato, contatto, referente, contactpersoon, kontaktperson,"
    " 联系人, 担当者, 담당자, контакт",
    Field.HISTORY: "history, timeline, status history, stage history, application history,"
    " activity, activity log, log, moves, stages, steps, journey, events, status log, updates,"
    " application timeline, progress log, verlauf, historie, historique, historial, histórico,"
    " storico, cronologia, geschiedenis, historik",
    Field.NOTES: "notes, note, comments, comment, remarks, remark, my notes, additional notes,"
    " general notes, notes comments, comments notes, details, further info, misc,"
    " commentaires, commentaire, remarques, notizen, notiz, bemerkungen, bemerkung,"
    " anmerkungen, anmerkung, kommentar, kommentare, notas, observaciones, comentarios,"
    " observações, comentários, note personali, osservazioni, notities, opmerkingen,"
    " anteckningar, kommentarer, notater, noter, uwagi, notatki, 备注, 备考, メモ, 備考, 메모,"
    " 비고, заметки, комментарий",
    Field.POSTING: "job description, description, html description, posting, posting text,"
    " job posting text, card description, jd, full description, job ad text, job details,"
    " description du poste, descriptif, stellenbeschreibung, beschreibung, descripción,"
    " descripción del puesto, descrição, descrição da vaga, descrizione, omschrijving,"
    " beskrivning, 职位描述, 岗位描述",
}  # fmt: skip

# What people ask at the head of a column. A word so short is believed only where nothing names
# the field better.
_QUESTIONS = {
    Field.TITLE: "what, was, quoi, qué, o quê, o que, che cosa, cosa, wat, vad, hva, hvad, что",
    Field.LOCATION: "wo, où, dónde, donde, onde, dove, waar, var, hvor, gdzie, где",
    Field.APPLIED: "wann, quand, cuándo, cuando, quando, wanneer, när, når, hvornår, kiedy, когда",
    Field.SOURCE: "where seen, seen on, seen at, where i found it, wo gefunden,"
    " où trouvé, trouvé où, trouvée sur, dónde encontrado, dónde encontrada, dónde la encontré,"
    " encontrado en, encontrada en, onde encontrei, onde encontrada, encontrado em, encontrada em,"
    " dove trovato, dove trovata, trovato su, trovata su, waar gevonden, gevonden op,"
    " gevonden via, var hittad, hittad på, hittade på, hvor fundet, fundet på, hvor funnet,"
    " funnet på, gdzie znalezione, где найдено",
}

# The last day on which something was written down. Beside a status it is most likely the day of
# that, though nobody says so.
_UPDATES = frozenset(
    "last updated, updated, updated on, last update, update date, updated date, date updated,"
    " date of update, date of last update, last updated on, date last updated,"
    " last status update, letzte änderung, letzte aktualisierung, aktualisiert am, aktualisiert,"
    " geändert am, dernière mise à jour, mise à jour, mis à jour le, date de mise à jour,"
    " última actualización, fecha de actualización, actualizado, última atualização,"
    " data de atualização, atualizado em, ultimo aggiornamento, data aggiornamento,"
    " aggiornato il, laatste update, bijgewerkt, bijgewerkt op, laatst bijgewerkt,"
    " senast uppdaterad, uppdaterad, sist oppdatert, oppdatert, sidst opdateret, opdateret,"
    " ostatnia aktualizacja, 最后更新时间, 更新时间, 更新日期, 更新日, 最終更新日, 업데이트,"
    " обновлено".split(", ")
)
# Days of something that no field is for; without this, "Start date" could pass for another.
_OTHER_DATES = _UPDATES | frozenset(
    "updated at, last modified, modified,"
    " modified at, last edited, last edited time, last activity, date last activity,"
    " date archived, archived at, archived on, archived, start date, date of start, starting date,"
    " start, available from, birth date, follow up, follow up date, follow up on, followed up,"
    " date followed up, date relance, relance, reminder, reminder date, remind me, last contact,"
    " last contacted, contacted on, date contacted, nachgefasst am, wiedervorlage,"
    " eintrittsdatum, fecha de seguimiento, connected on,"
    " last follow up, next follow up, follow up by".split(", ")
)

_LONGEST = 80  # A header is short; a longer cell need not be looked at.
_NOT_A_STAGE = frozenset("test call final open list number response responses".split())
# A header that ends so tells about a stage, not that it was reached.
_ABOUT = re.compile(
    r" (?:notes?|type|name|questions?|feedback|prep|preparation|format|link|url|location"
    r"|person|contact|score|rating|time|with|details?|comments?|method|amount|salary|pay|count"
    r"|reason|status reason|duration|length|platform|experience|topics?|panel names?|deadline"
    r"|email|phone|number|letter|id|by|description|address|availability|level)$"
)
_AROUND = frozenset(
    "date dates day utc on at am um le the of der de del della datum fecha data".split()
)
_PREPOSITIONS = re.compile(
    r" (?:of|for|to|in|at|from|with|as|du|de|des|der|die|von|vom|zum|zur|für|bei|para|per|del|da"
    r"|do|di|voor|för|till|utc|gmt|eur|usd|gbp|if|where|that|applied|k)(?: |$)"
)
# Words that only name a column where they are all of its header: "Interview date" is no day of
# applying, "Glassdoor rating" nobody's excitement.
_ALONE = frozenset(
    "date datum data dato day when fecha дата 日期 日付 날짜 name type state list progress result"
    " application hours rate per min max method via details place where next log card item task"
    " rating column local web medio title data priority resultat ergebnis saved added created"
    " posted steps events moves interest stars land contact job offer address region".split()
)
# Words that are as often what a cell says as what a column is called.
_VALUES = frozenset(
    "applied, remote, referral, web, website, contract, saved, local, job board, portal, onsite,"
    " closed, closing, posted, active, company website, contact, due, wfh, home office, homeoffice,"
    " beworben, teletrabajo, bonus, none, interest".split(", ")
)
_IN_BRACKETS = re.compile(
    r"\((?:[dmyjat/.\- ]+|utc|gmt|eur|usd|gbp|[€$£]|optional|required)\)", re.IGNORECASE
)
_FURTHER = 1_000


@cache
def _order(field: Field) -> dict[str, int]:
    phrases = [plain_words(phrase) for phrase in HEADERS[field].split(",")]
    return {phrase: at for at, phrase in reversed(list(enumerate(phrases)))}


@cache
def _fields_of_key() -> dict[str, tuple[Field, ...]]:
    fields: dict[str, tuple[Field, ...]] = {}
    for field in HEADERS:
        for key in _order(field):
            fields[key] = (*fields.get(key, ()), field)
    return fields


def exact_fields(header: str) -> tuple[Field, ...]:
    """The fields of which a header is a usual name."""
    return _fields_of_key().get(_key(header), ()) if len(header) <= _LONGEST else ()


@lru_cache(2048)
def ranks(header: str) -> dict[Field, int]:
    """The fields a header may name, and how usual it is for each: less is more usual. A usual
    name within a longer header, such as "Salary (EUR)", counts less than one alone."""
    if len(header) > _LONGEST or is_other_date(header):
        return {}
    found: dict[Field, int] = {}
    for further, key in enumerate(_keys(header)):
        for field in _fields_of_key().get(key, ()):
            found.setdefault(field, _order(field)[key] + further * _FURTHER)
    return found


def asked_field(header: str) -> Field | None:
    """The field of a header that asks for it, such as "Wo" or "Where seen"."""
    return _asked_fields().get(_key(header)) if len(header) <= _LONGEST else None


@cache
def _asked_fields() -> dict[str, Field]:
    return {
        plain_words(phrase): field
        for field, phrases in _QUESTIONS.items()
        for phrase in phrases.split(",")
    }


def is_other_date(header: str) -> bool:
    """Whether a header names a day that no field is for, such as "Last updated"."""
    return _key(header) in _OTHER_DATES


def is_update(header: str) -> bool:
    """Whether a header names the day of the last change, such as "Last updated"."""
    return _key(header) in _UPDATES


@lru_cache(2048)
def stage_of_header(header: str) -> Status | None:
    """The stage a column such as "Phone screen" or "Date rejected (UTC)" tells of."""
    words = plain_words(header)
    if _ABOUT.search(words) or is_other_date(header):
        return None
    text = " ".join(word for word in words.split() if word not in _AROUND)
    if not text or text in _NOT_A_STAGE or len(text) > _LONGEST:
        return None
    status = status_of(words) or status_of(text)
    if status is None or status.kind.value not in list(STAGE_FIELDS):
        return None
    # "Archived" and "Closed" alone are as often about the list as about the application.
    return None if status.kind is StageKind.CLOSED and status.outcome is None else status


def named_fields(headers: tuple[str, ...]) -> frozenset[Field]:
    """The different fields a row names, if it is taken as the row of headers."""
    telling = (header for header in headers if header and _key(header) not in _VALUES)
    return frozenset(field for header in telling for field in exact_fields(header)[:1])


def loosely_named(headers: tuple[str, ...]) -> frozenset[Field]:
    """The different fields a row may name, also within longer headers."""
    found = (ranks(header) for header in headers if header)
    return frozenset(min(named, key=lambda field: named[field]) for named in found if named)


def base_of(header: str) -> tuple[str, int]:
    """A header without the number that tells it from others, and that number: "Status (2)"
    and "Status 2" are ("status", 2)."""
    match = re.fullmatch(r"(.*\D)\s*(\d{1,2})", plain_words(header))
    return (match[1].strip(), int(match[2])) if match else (plain_words(header), 1)


def _key(header: str) -> str:
    return plain_words(header).removesuffix(" utc")


def _keys(header: str) -> list[str]:
    """A header as a whole, without what stands in brackets, up to a stroke or a preposition,
    and its last words: where its noun may be."""
    whole = _key(_IN_BRACKETS.sub(" ", header))
    bare = plain_words(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", header))
    parts = [plain_words(part) for part in re.split(r"[/|:,–—(\[]| - ", header)[:2]]
    head = _PREPOSITIONS.split(bare, maxsplit=1)[0]
    words = bare.split()
    tails = [" ".join(words[at:]) for at in range(1, min(3, len(words)))]
    inner = (key for key in (bare, *parts, head, *tails) if key not in _ALONE)
    return [key for key in dict.fromkeys((whole, *inner)) if key]
