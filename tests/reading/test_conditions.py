"""Conditions: right to work, clearance, travel, language, on call and the like."""

from __future__ import annotations

import pytest

from ats.domain.posting import RequirementKind
from ats.reading import read_text


def conditions(words: str) -> list[str]:
    return [i.text for i in read_text(words).items if i.kind is RequirementKind.CONDITION]


@pytest.mark.parametrize(
    "sentence",
    [
        "We are unable to sponsor new visas for this role.",
        "Visa sponsorship: not available for this role",
        "You must be authorized to work in Norway.",
        "Applicants must be U.S. citizens under export regulations.",
        "An active security clearance is required.",
        "All hires pass a background check and a drug test.",
        "All staff must be vaccinated against influenza.",
        "Some travel may occasionally be required.",
        "Travel: up to 25 % of the time",
        "Take part in a shared on-call rota.",
        "Night shifts and weekends as needed.",
        "Relocation to Hull is required.",
        "Must be able to lift 25 kg on a ladder.",
        "You must be at least 21 years old.",
        "Fluent in German, spoken and written.",
        "Knowledge of Italian is required.",
        "Bereitschaft zum Dienst in drei Schichten.",
        "Disponibilidad para viajar de lunes a viernes.",
        "Sehr gute Deutschkenntnisse in Wort und Schrift.",
        "Flytande svenska i tal och skrift.",
        "Anglais courant obligatoire pour ce poste.",
        "Nivel alto de inglés para este puesto.",
        "Candidates must reside within 50 miles of Hull.",
        "Vi gör en bakgrundskontroll före anställning.",
    ],
)
def test_a_sentence_that_sets_one(sentence: str) -> None:
    words = f"About us\nWe weld hulls and masts in small towns.\n\nOther things\n{sentence}\n"
    assert conditions(words) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not ask about your conviction history or background check.",
        "Learn more about the ITAR here.",
        "Our travel insurance covers your family.",
        "Founded over 25 years ago, we weld.",
        "Your knowledge of French sauces helps.",
        "We polish hulls with great command of detail.",
        "You will polish the language of our manuals.",
        "Equal opportunity: no accommodation request affects your right to work.",
        "Please submit your application in English.",
        "A valid driving licence is needed.",
    ],
)
def test_a_sentence_that_sets_none(sentence: str) -> None:
    words = f"About us\nWe weld hulls and masts in small towns.\n\nOther things\n{sentence}\n"
    assert conditions(words) == []


def test_a_condition_wins_over_the_list_it_stands_in() -> None:
    words = "Requirements:\n- Welding experience\n- Fluent in French\n- Willing to travel\n"
    assert conditions(words) == ["Fluent in French", "Willing to travel"]


def test_a_language_that_is_only_welcome_stays_a_wish() -> None:
    words = "Requirements:\n- Welding experience\n\nNice to have:\n- Fluent in French\n"
    assert conditions(words) == []


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        ("Svenska råvaror och svenska recept.", "Du behärskar svenska i tal och skrift."),
        ("Cuisine anglaise, un peu d’anglais.", "Anglais courant exigé pour ce poste."),
        ("We serve english tea.", "You are fluent in english and like guests."),
    ],
)
def test_a_language_that_is_asked_for_far_down(first: str, asked: str) -> None:
    assert conditions(f"{first}\n{'We weld hulls. ' * 60}\n\nOther things\n{asked}") == [asked]


def test_only_the_clause_that_sets_it() -> None:
    words = "About us\nWe weld.\n\nOther\nA remote-first crew with occasional travel to see ships."
    assert conditions(words) == ["occasional travel to see ships."]


def test_two_sentences_of_one_item_are_two_conditions() -> None:
    words = (
        "Requirements:\n- Welding experience\n"
        "- Green card holders are welcome to apply. We are unable to sponsor visas for this role.\n"
    )
    assert conditions(words) == [
        "Green card holders are welcome to apply.",
        "We are unable to sponsor visas for this role.",
    ]


def test_among_benefits_only_what_binds() -> None:
    words = (
        "Benefits:\n- Paid leave after one year\n- Some travel may be fun and is paid for you\n"
        "- You must be able to lift 25 kg on a ladder\n"
    )
    assert conditions(words) == ["You must be able to lift 25 kg on a ladder"]
