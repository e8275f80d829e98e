"""The company that offers the role."""

from __future__ import annotations

import pytest

from ats.reading import answer, read_text


def company(words: str) -> str | None:
    found = answer(read_text(words))["company"]
    assert found is None or isinstance(found, str)
    return found


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Baker\n\nMillrace is a bakery in Hull. At Millrace, we bake all night.", "Millrace"),
        ("Baker\n\nJoin Millrace as a baker. Millrace’s mission is bread.", "Millrace"),
        ("About Brook & Daughters\n\nBrook & Daughters builds boats.", "Brook & Daughters"),
        ("Welder\n\nBrook Hulls GmbH is hiring a welder in Kiel.", "Brook Hulls GmbH"),
        ("Welder\n\nWe weld. Send your letter to jobs@ottermill.com.\n\nWhy Ottermill? We care.",
         "Ottermill"),
        ("Cook\n\nOur kitchen is loud.\n\nOtterly is an equal opportunity employer.", "Otterly"),
        ("Svetsare\n\nOm oss\nKvarnby Stål AB är ett familjeföretag i Mora.", "Kvarnby Stål AB"),
        ("Boulanger\n\nÀ propos de nous\nMoulinot est une boulangerie de Lyon.", "Moulinot"),
        ("Company: Alder and Elm\nBaker\n\nBake for us.", "Alder and Elm"),
        ("Baker\n\nEmployer: Alder and Elm\n\nBake for us.", "Alder and Elm"),
        ("Otter Experts | Multiple roles | Hull | Remote\n\nWe hunt otters.", "Otter Experts"),
        ("Oven Clerk, Brook County, Ohio— The clerk keeps the ovens.", "Brook County, Ohio"),
        ("About usOttermill is a mill. Ottermill mills flour.", "Ottermill"),
        ("CookOtter feeds mills. CookOtter is from Hull. Join CookOtter today.", "CookOtter"),
        ("Koch\n\nGenom Mjölby Kök AB blir du anställd. I Mjölby lagar vi mat.", "Mjölby Kök AB"),
        ("Baker\nProvide bread. Provide rolls. Provide cakes. **Otter Mills Inc. is hiring.",
         "Otter Mills Inc"),
        ("otter3 is a young mill. At otter3, we grind. otter3 offers bread.", "otter3"),
    ],
)  # fmt: skip
def test_company(words: str, name: str) -> None:
    assert company(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "Baker\n\nWe bake bread. You know Excel, SAP and Oracle well.",
        "Pastry Baker\n\nThe Pastry Baker will bake. The Pastry Baker is a morning person.",
        "Baker\n\nLocation: Brook County Hospital\n\nWe bake.",
        "We are looking for a Software Engineer in Boston, MA.",
        "Requirements\n- Python\n- Kubernetes\n- Experience with Terraform",
    ],
)
def test_no_company_where_none_is_named(words: str) -> None:
    assert company(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Teacher of Maths\nECTs welcome to apply.\nWe need a teacher from September.",
        "Care assistant wanted in Leeds. Leeds is great. Nights.",
        "Driver\nGreater Manchester\nMust have a van. Pay £12 an hour.",
        "Driver in Greater Manchester. Greater Manchester based firm.",
        "Chef, Stockport. Good pay.",
        "Nurse for Sheffield. Sheffield team needs you.",
        "Waiter\nWeekends only. Tips kept. Call Sam.",
        "Warehouse Operative\nWidnes nights. Forklift licence needed.",
    ],
)
def test_a_place_or_a_plain_word_with_a_capital_is_no_company(words: str) -> None:
    assert company(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Provides bread to guests. Provides rolls and cakes.",
        "Turn PDF files into pages.\n- Read PDF files\n- From PDF to text\n- Keep PDF in order",
        "Fully remote (UK based) | Baker | Good pay | Bread for all\nBake for us.",
        "Baker, head of rolls (bread, cakes & pies) – remote\nBake for us.",
    ],
)
def test_verbs_abbreviations_and_ways_of_working_are_no_company(words: str) -> None:
    assert company(words) is None


def test_a_company_that_is_called_like_a_place() -> None:
    words = (
        "Baker\n\nAbout Sheffield\nAt Sheffield, we bake. Sheffield is a bakery in Hull.\n"
        "Join Sheffield to bake with us."
    )
    assert company(words) == "Sheffield"


def test_a_name_in_passing_with_its_legal_form() -> None:
    assert company("Welder\n\nSend it to us. Kvarnby Hulls Ltd, Hull.") == "Kvarnby Hulls Ltd"


def test_a_short_form_speaks_for_the_name() -> None:
    words = (
        "Nurse\n\nElm and Ashby Care (EAC) runs nine homes. EAC is a charity. At EAC, we listen."
    )
    assert company(words) == "Elm and Ashby Care"


def test_tools_are_no_company_however_often_they_stand() -> None:
    words = (
        "Engineer\n\nOttermill is hiring. You know Django.\n\n- Django\n- Django tests\n"
        "- Build with Django and Flask\n\nOttermill offers bread. At Ottermill, we share."
    )
    assert company(words) == "Ottermill"


def test_the_name_in_full_where_it_mostly_stands_so() -> None:
    words = "Otter Mills grinds. At Otter Mills, we share. Otter Mills is a mill. Otter rules."
    assert company(words) == "Otter Mills"


def test_a_link_amid_the_first_field_of_a_header() -> None:
    words = "Otter https://otter.example Mills | Baker | Leeds | Full time\n\nWe bake."
    assert company(words) != "Otter Mills"


def test_a_hard_space_at_the_end_of_the_first_field_is_left_out() -> None:
    reading = read_text("Ottermill\u00a0 | Baker | Leeds\n\nWe bake.")
    assert (reading.company, reading.spans["company"]) == ("Ottermill", ((0, 9),))


@pytest.mark.parametrize("label", ["Company:", "Employer\n"])
def test_a_name_below_its_label_that_was_wrapped(label: str) -> None:
    name = "Amalgamated Cooperative Confederation of Northern\nbakeries"
    words = f"Baker\n{label}\n{name}\n\nWe bake."
    reading = read_text(words)
    assert reading.company == " ".join(name.split())
    start, end = reading.spans["company"][0]
    assert " ".join(words[start:end].split()) == reading.company


def test_nothing_but_spaces_before_a_dash_is_no_name() -> None:
    assert company("Baker,      — We bake bread at night.\n\nYou bake.") is None
