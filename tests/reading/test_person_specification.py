"""What is essential and what is desirable, on one line or side by side."""

from __future__ import annotations

import pytest

from ats.reading import answer, read_text

MUST = ["Experience of school sites.", "Good knowledge of heating systems."]
NICE = ["First aid certificate.", "Experience of swimming pools."]


def kinds(words: str) -> tuple[list[str], list[str]]:
    found = answer(read_text(words))["requirements"]
    return (
        [item["text"] for item in found if item["kind"] == "must"],
        [item["text"] for item in found if item["kind"] == "nice"],
    )


@pytest.mark.parametrize(
    "line",
    [
        f"Essential: {' '.join(MUST)} Desirable: {' '.join(NICE)}",
        f"Essential {' '.join(MUST)} Desirable {' '.join(NICE)}",
        f"Person specification ESSENTIAL CRITERIA: {' '.join(MUST)} DESIRABLE: {' '.join(NICE)}",
        f"Desirable: {' '.join(NICE)} Essential: {' '.join(MUST)}",
    ],
)
def test_both_kinds_on_one_line(line: str) -> None:
    assert kinds(f"Caretaker\nElm School\n\n{line}\n") == (MUST, NICE)


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_both_kinds_in_columns(mark: str) -> None:
    rows = [
        ["Criteria", "Essential", "Desirable"],
        ["Experience", "Two years on a school site", "Work with contractors"],
        ["Qualifications", "Good knowledge of heating", ""],
        ["Skills", "Able to lift and carry tools", "Experience of swimming pools"],
    ]
    table = "\n".join(mark.join(row) for row in rows)
    words = f"Caretaker\nElm School\n\nPerson specification\n{table}\n\nApply by letter.\n"
    must, nice = kinds(words)
    assert must[:2] == ["Two years on a school site", "Good knowledge of heating"]
    assert nice == ["Work with contractors", "Experience of swimming pools"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Essential knowledge of heating, and desirable experience of pools", "nice"),
        ("Experience at Essential Heating Works", "must"),
    ],
)
def test_the_words_alone_cut_nothing(line: str, kind: str) -> None:
    found = answer(read_text(f"Caretaker\n\nRequirements\n- {line}\n- Knowledge of pools\n"))
    first = found["requirements"][0]
    assert (first["text"], first["kind"]) == (line, kind)
