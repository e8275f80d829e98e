"""Deadlines and posted dates in five languages, and dates that are neither."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.reading.facts.dates import find_deadline, find_posted
from ats.reading.facts.references import find_reference

TODAY = date(2026, 11, 4)
GERMAN = (
    "Wir suchen für unser Team in der Backstube eine Person, die mit uns und für uns arbeitet. "
)
SWEDISH = (
    "Vi söker dig som vill arbeta med oss och som har körkort för att leverera bröd till kunder. "
)
ENGLISH = (
    "We are looking for a baker who will work with us and for you in the old mill by the river. "
)


def deadline(words: str, today: date | None = TODAY) -> str | None:
    found = find_deadline(words, today)
    if found is None:
        return None
    for start, end in found.spans:
        assert 0 <= start < end <= len(words)
        assert words[start].isalnum()
    return found.value.isoformat()


@pytest.mark.parametrize(
    "words",
    [
        "Application deadline: 14 December 2026",
        "The deadline for applications is December 14th, 2026.",
        "We anticipate that the deadline will be 12/14/2026.",
        "Please apply no later than 14 Dec 2026",
        "Applications will be accepted at least until December 14, 2026.",
        "Send your application with a short letter before 14 December 2026.",
        "Last application date: 14 Dec 2026",
        "Closing date: Monday, 14 December 2026",
        "Closing: 14.12.2026",
        "Applications close 5pm Monday 14 December 2026.",
        "Send us a letter and two drawings by December 14, 2026.",
        "Closes 14/12/26",
        "Bewerbungsfrist: 14. Dezember 2026",
        "Bewerbungsschluss ist der 14.12.2026".replace("der ", ""),
        "Bitte bewerben Sie sich bis zum 14. Dezember 2026.",
        "Bis spätestens 14.12.2026 freuen wir uns auf Ihre Bewerbungsunterlagen.",
        "Date limite de candidature : 14 décembre 2026",
        "Candidatures à envoyer avant le 14 décembre 2026",
        "Les dossiers sont à adresser à M. le Maire avant le 14 décembre 2026.",
        "Puedes enviar tu currículum hasta el 14 de diciembre de 2026.",
        "Sista ansökningsdag: 2026-12-14",
        "Välkommen med din ansökan senast måndag den 14 december 2026.",
        "Sök tjänsten senast 14 dec 2026",
        "Fecha límite: 14 de diciembre de 2026",
        "Envía tu solicitud antes del 14 de diciembre de 2026.",
        "Plazo de inscripción hasta el 14 de diciembre de 2026",
        "Deadline: 14 December",
        "Deadline: Dec 14",
    ],
)
def test_deadline(words: str) -> None:
    assert deadline(words) == "2026-12-14"


@pytest.mark.parametrize(
    "words",
    [
        "Deadline: rolling",
        "Applications are open until filled.",
        "Closing date: none, we hire all year.",
        "The work starts no later than 14 December 2026.",
        "Die Stelle ist befristet bis zum 14.12.2026.",
        "Le contrat court jusqu'au 14 décembre 2026.",
        "Anställningen gäller senast 14 december 2026.",
        "El contrato dura hasta el 14 de diciembre de 2026.",
        "The law was passed before 14 December 2016.",
        "Apply by 31 February 2026",
        "Deadline: 05/11/2026",
        "Deadline: version 5.11",
        "Apply and read 5 market reports before lunch.",
    ],
)
def test_no_deadline(words: str) -> None:
    assert deadline(words) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Deadline: 05/11/2026. Interviews on 23/11/2026.", "2026-11-05"),
        ("Deadline: 05/11/2026. Interviews on 11/23/2026.", "2026-05-11"),
        ("Deadline: 05/11/2026. First 23/11/2026, then 11/24/2026.", None),
        (GERMAN + "Bewerbungsfrist: 05/11/2026", "2026-11-05"),
        (SWEDISH + "Ansök senast 05/11/2026", "2026-11-05"),
        (ENGLISH + "Deadline: 05/11/2026", None),
        (ENGLISH + "Austin, Texas. We match your 401(k). Deadline: 05/11/2026", "2026-05-11"),
        (ENGLISH + "London, United Kingdom, £30,000. Deadline: 05/11/2026", "2026-11-05"),
        (ENGLISH + "London or Austin, Texas. Deadline: 05/11/2026", None),
        ("Deadline: 05.11.2026", "2026-11-05"),
        ("Deadline: 11/11/2026", "2026-11-11"),
    ],
)
def test_a_day_that_may_be_two(words: str, wanted: str | None) -> None:
    assert deadline(words) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (GERMAN + "Bewerbungsfrist: 30.11.", "2026-11-30"),
        (SWEDISH + "Ansök senast 15/1", "2027-01-15"),
        (ENGLISH + "Apply by 15/1", None),
    ],
)
def test_days_without_a_year(words: str, wanted: str | None) -> None:
    assert deadline(words) == wanted
    assert deadline(words, today=None) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Posted 2 November 2026", "2026-11-02"),
        ("Date posted: November 2, 2026", "2026-11-02"),
        ("Veröffentlicht am 02.11.2026", "2026-11-02"),
        ("Online seit 2. November 2026", "2026-11-02"),
        ("Publié le 2 novembre 2026", "2026-11-02"),
        ("Publicerad: 2026-11-02", "2026-11-02"),
        ("Publicado el 2 de noviembre de 2026", "2026-11-02"),
        ("Posted: vor 2 Tagen (02.11.2026)", "2026-11-02"),
        ("Posted 3 days ago", "2026-11-01"),
        ("Veröffentlicht vor 3 Tagen", "2026-11-01"),
        ("Publiée il y a 3 jours", "2026-11-01"),
        ("Publicerad för 3 dagar sedan", "2026-11-01"),
        ("Publicado hace 3 días", "2026-11-01"),
        ("Reposted 2 weeks ago", "2026-10-21"),
        ("Baker\nOld Mill · Hull · 1 week ago · 40 applicants", "2026-10-28"),
        ("Posted yesterday", "2026-11-03"),
        ("Publicado hoy", "2026-11-04"),
        ("Posted 30+ days ago", None),
        ("We opened our mill 3 weeks ago.", None),
        ("Opened in 1998, 12 years ago we moved.", None),
    ],
)
def test_posted(words: str, wanted: str | None) -> None:
    found = find_posted(words, TODAY)
    assert (found.value.isoformat() if found else None) == wanted


def test_the_reference() -> None:
    found = find_reference("Baker\nJob ID: req482913\nApply now")
    assert found is not None
    assert found.value == "req482913"
    assert find_reference("Position: 12 ovens in a row") is None


def test_a_reference_soon_after_another_number_is_whole() -> None:
    found = find_reference("Baker\nStart: 4:30 am\nRequisition: MB-20417")
    assert found is not None
    assert found.value == "MB-20417"


_DAYS = st.dates(date(2016, 1, 1), date(2039, 12, 31))
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
}
_WAYS = {
    "en": "Deadline: {day} {month} {year}",
    "de": "Bewerbungsfrist: {day}. {month} {year}",
    "fr": "Date limite : {day} {month} {year}",
    "sv": "Sista ansökningsdag: den {day} {month} {year}",
    "es": "Fecha límite: {day} de {month} de {year}",
}


@given(_DAYS, st.sampled_from(sorted(_WAYS)))
def test_a_day_comes_back_in_every_language(day: date, language: str) -> None:
    month = _MONTHS[language].split()[day.month - 1]
    words = _WAYS[language].format(day=day.day, month=month, year=day.year)
    assert deadline(words, today=None) == day.isoformat()


@given(_DAYS, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%b %d, %Y", "%d %B %Y"]))
def test_a_day_comes_back_in_every_form(day: date, form: str) -> None:
    assert deadline(f"Closing date: {day.strftime(form)}", today=None) == day.isoformat()


@given(_DAYS)
def test_a_day_in_figures_is_right_or_unknown(day: date) -> None:
    for form in ("%d/%m/%Y", "%m/%d/%Y"):
        found = deadline(f"Closing date: {day.strftime(form)}", today=None)
        assert found in (day.isoformat(), None)


@given(st.integers(0, 300))
def test_without_a_year_a_deadline_is_near(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert deadline(f"Deadline: {day.day} {day:%B}") == day.isoformat()


@given(st.text(alphabet="deadline by 0123456789./-MayOct\n", max_size=100))
def test_any_text(words: str) -> None:
    deadline(words)
    find_posted(words, TODAY)
