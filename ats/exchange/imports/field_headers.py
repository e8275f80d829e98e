"""Which column holds what: headers as people and programs write them, to fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.application_columns import COLUMNS
from ats.exchange.imports.status_words import Status, plain_words, status_of


class Field(StrEnum):
    """What a column can hold. The values are the words of `--map` and of the answer."""

    TITLE = "title"
    COMPANY = "company"
    COMPANY_AND_TITLE = "company_and_title"
    STAGE = "stage"
    STAGE_KIND = "stage_kind"
    STAGE_DATE = "stage_date"
    OUTCOME = "outcome"
    APPLIED = "applied"
    SAVED = "saved"
    DEADLINE = "deadline"
    POSTED = "posted"
    LINK = "link"
    LOCATION = "location"
    WORK_MODE = "work_mode"
    EMPLOYMENT = "employment_type"
    SALARY = "salary"
    SALARY_MIN = "salary_min"
    SALARY_MAX = "salary_max"
    CURRENCY = "currency"
    PERIOD = "period"
    BONUS = "bonus"
    EQUITY = "equity"
    SOURCE = "source"
    REFERENCE = "reference"
    TAGS = "tags"
    EXCITEMENT = "excitement"
    NEXT_ACTION = "next_action"
    NEXT_ACTION_ON = "next_action_on"
    CONTACT = "contact"
    HISTORY = "history"
    NOTES = "notes"
    POSTING = "posting"
    SCREENING = "screening"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    CLOSED = "closed"
    IGNORE = "ignore"


# Columns that say when, or that, a stage was reached.
STAGE_FIELDS = (Field.SCREENING, Field.INTERVIEWING, Field.OFFER, Field.CLOSED)
DATE_FIELDS = (
    Field.APPLIED, Field.SAVED, Field.DEADLINE, Field.POSTED, Field.STAGE_DATE,
    Field.NEXT_ACTION_ON,
)  # fmt: skip

# In the order of preference, where two columns could hold the same.
_HEADERS = {
    Field.TITLE: "job title, title, role, role title, role name, position, position title,"
    " job position, position name, job name, job, poste, intitulé du poste, intitulé, cargo,"
    " puesto, vaga, stelle, stellenbezeichnung, position bezeichnung, ruolo, 岗位, 职位, 岗位名称",
    Field.COMPANY: "company, company name, employer, organization, organisation, entreprise,"
    " société, empresa, firma, unternehmen, arbeitgeber, azienda, 公司名称, 公司",
    Field.COMPANY_AND_TITLE: "card name, company and role, company role, company position",
    Field.STAGE: "status, stage, application status, current status, current stage, list,"
    " list name, result, decision, etat, état, statut, estado, stand, phase, stato,"
    " 当前状态, 状态",
    Field.STAGE_KIND: "stage kind",
    Field.STAGE_DATE: "status date, stage date, date status, last status change, date retour",
    Field.OUTCOME: "outcome, final outcome",
    Field.APPLIED: "date applied, applied date, application date, applied on, applied at, applied,"
    " app submitted date, date submitted, submitted on, submission date, date of application,"
    " date sent, date envoi, date d envoi, date candidature, date de candidature, candidature,"
    " bewerbungsdatum, beworben am, datum, fecha de solicitud, fecha, data da candidatura, data,"
    " 投递时间, 投递日期, date",
    Field.SAVED: "saved date, date saved, saved, saved on, date added, added, added on,"
    " created at, created, date created, time created, bookmarked, date bookmarked",
    Field.DEADLINE: "deadline, closing date, close date, application deadline, apply by, due on,"
    " due date, date limite, frist, bewerbungsfrist, fecha límite",
    Field.POSTED: "posted, posted on, date posted, posted date, posting date, published",
    Field.LINK: "job url, job link, job post url, job posting url, posting url, application url,"
    " url, link, job description link, application link, posting link, lien de l offre, lien,"
    " enlace, stellenlink, job posting, 岗位链接, 链接",
    Field.LOCATION: "location, locations, city, job location, place, office, lieu, ville, ort,"
    " standort, ubicación, ciudad, local, cidade, sede, 工作地点, 地点",
    Field.WORK_MODE: "work mode, workplace type, remote policy, work model, workplace,"
    " work arrangement, remote status",
    Field.EMPLOYMENT: "employment type, job type, contract type, type of employment, role type",
    Field.SALARY: "salary, salary range, compensation, pay, pay range, package, salaire, gehalt,"
    " salario, salário, salary monthly gross, monthly salary, annual salary, 薪资",
    Field.SALARY_MIN: "pay min, min salary, salary min, minimum salary, salary from, min pay",
    Field.SALARY_MAX: "pay max, max salary, salary max, maximum salary, salary to, max pay",
    Field.CURRENCY: "pay currency, currency, salary currency",
    Field.PERIOD: "pay period, salary period, pay frequency",
    Field.BONUS: "bonus",
    Field.EQUITY: "equity",
    Field.SOURCE: "source, job source, platform, channel, found on, found via, job board,"
    " applied through, applied via, via, plateforme, site, quelle, gefunden über, fuente, fonte,"
    " referred by, referral, 投递渠道, 渠道",
    Field.REFERENCE: "reference, reference number, job id, job reference, requisition, req id,"
    " requisition id, référence, kennziffer",
    Field.TAGS: "tags, tag, labels, label, étiquettes, schlagworte, etiquetas",
    Field.EXCITEMENT: "excitement, interest, interest level, rating, stars, enthusiasm",
    Field.NEXT_ACTION: "next action, next step, next steps, todo",
    Field.NEXT_ACTION_ON: "next action due, next action date, next step date",
    Field.CONTACT: "contacts, contact, contact person, contact name, recruiter name,"
    " hiring manager, ansprechpartner, personne de contact, contacto",
    Field.HISTORY: "history",
    Field.NOTES: "notes, note, comments, comment, remarks, commentaires, remarques, notizen,"
    " bemerkungen, anmerkungen, notas, observaciones, note personali, 备注",
    Field.POSTING: "job description, description, html description, posting, posting text,"
    " job posting text, card description",
}  # fmt: skip

_LONGEST = 80  # A header is short; a longer cell need not be looked at.
_NOT_A_STAGE = frozenset("test call final open list number".split())


def is_own(headers: Sequence[str]) -> bool:
    """Whether the columns are those this program writes, so that each cell is to be taken
    exactly as it was meant."""
    return tuple(headers[: len(COLUMNS)]) == COLUMNS


def named_fields(headers: Sequence[str]) -> int:
    """How many different fields a row names, if it is taken as the row of headers."""
    return len({field for header in headers for field in _candidates(header)})


def field_mapping(
    headers: Sequence[str],
    wanted: Mapping[str, str],
    fits: Callable[[int, Field], bool] = lambda column, field: True,
) -> dict[int, Field]:
    """Column number to field. Two columns never hold the same field, except that several may
    tell of one stage. `wanted` is the person's own choice, header to field; it wins. `fits`
    says whether what stands in a column can be of that field.

    Raises Problem for a header or field that does not exist.
    """
    if is_own(headers):
        return {at: _candidates(header)[0] for at, header in enumerate(COLUMNS)}
    chosen = _chosen(headers, wanted)
    taken = set(chosen.values())
    for field in _HEADERS:
        at = None if field in taken else _best_column(field, headers, chosen, fits)
        if at is not None:
            chosen[at] = Field(field)
    for at, header in enumerate(headers):
        status = stage_of_header(header) if at not in chosen else None
        if status is not None:
            chosen[at] = Field(status.kind.value)
    return {at: field for at, field in sorted(chosen.items()) if field is not Field.IGNORE}


def stage_of_header(header: str) -> Status | None:
    """The stage a column such as "Phone screen" or "Date rejected (UTC)" tells of."""
    words = [word for word in plain_words(header).split() if word not in ("date", "utc", "on")]
    text = " ".join(words)
    if not text or text in _NOT_A_STAGE or len(text) > _LONGEST:
        return None
    status = status_of(text)
    if status is None or status.kind.value not in list(STAGE_FIELDS):
        return None
    # "Archived" and "Closed" alone are as often about the list as about the application.
    return None if status.kind is StageKind.CLOSED and status.outcome is None else status


def _chosen(headers: Sequence[str], wanted: Mapping[str, str]) -> dict[int, Field]:
    chosen: dict[int, Field] = {}
    keys = [plain_words(header) for header in headers]
    for header, name in wanted.items():
        if header not in headers and plain_words(header) not in keys:
            raise Problem(f"There is no column “{header}”. The columns are {listing(headers)}.")
        if name not in list(Field):
            raise Problem(f"There is no field “{name}”. The fields are {', '.join(Field)}.")
        at = headers.index(header) if header in headers else keys.index(plain_words(header))
        if Field(name) in chosen.values() and Field(name) not in (*STAGE_FIELDS, Field.IGNORE):
            raise Problem(f"Two columns can’t both be {name}.")
        chosen[at] = Field(name)
    return chosen


def listing(headers: Sequence[str]) -> str:
    """Headers as a sentence lists them, the first dozen of them."""
    named = [header.strip() for header in headers if header.strip()]
    return ", ".join(named[:12]) + ("…" if len(named) > 12 else "")


def _best_column(
    field: Field,
    headers: Sequence[str],
    chosen: Mapping[int, Field],
    fits: Callable[[int, Field], bool],
) -> int | None:
    """The column whose header is the most usual one for the field; the first of equals."""
    order = _order(field)
    fitting = [
        (order[_key(header)], at)
        for at, header in enumerate(headers)
        if at not in chosen and _key(header) in order and fits(at, field)
    ]
    return min(fitting)[1] if fitting else None


def _candidates(header: str) -> list[Field]:
    return _fields_of_key().get(_key(header), []) if len(header) <= _LONGEST else []


@cache
def _fields_of_key() -> dict[str, list[Field]]:
    fields: dict[str, list[Field]] = {}
    for field in _HEADERS:
        for key in _order(field):
            fields.setdefault(key, []).append(field)
    return fields


def _key(header: str) -> str:
    return plain_words(header).removesuffix(" utc")


@cache
def _order(field: Field) -> dict[str, int]:
    phrases = [plain_words(phrase) for phrase in _HEADERS[field].split(",")]
    return {phrase: at for at, phrase in reversed(list(enumerate(phrases)))}
