"""What is said after an import: how the file was understood, and which option says otherwise."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runs import Line


def said(ats: Line, file: Path, *options: str) -> list[str]:
    return ats.done("import", str(file), "--dry-run", *options).splitlines()


def test_words_whose_meaning_was_assumed_are_named(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    rows = "".join(f"C{at},Baker,{word}\n" for at, word in enumerate(["Decline", "Limbo", "Limbo"]))
    file.write_text(f"Company,Title,Status\n{rows}", encoding="utf-8")
    limbo = (
        '“Limbo” (2 rows) says no stage that is known; --status "Limbo=meaning" says what it means.'
    )
    decline = (
        '“Decline” (1 row) was taken for rejected; --status "Decline=meaning" says what it means.'
    )
    assert {limbo, decline} <= set(said(ats, file))
    told = said(ats, file, "--status", "Limbo=applied", "--status", "Decline=rejected")
    assert "--status" not in "".join(told)
    result = ats.json("import", str(file), "--json")
    assert set(result) == {
        "rows", "created", "updated", "duplicates", "problems", "mapping",
        "ignored_rows",
    }  # fmt: skip


def test_of_many_words_the_first_are_named(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    rows = "".join(f"C{at},Baker,Zz{chr(97 + at)}\n" for at in range(12))
    file.write_text(f"Company,Title,Status\n{rows}", encoding="utf-8")
    told = said(ats, file)
    assert sum("says no stage" in line for line in told) == 10
    assert "And 2 more words." in told


def test_the_assumed_order_of_days_is_named(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    file.write_text("Company,Title,Applied\nAlpha,Baker,03/04/2026\n", encoding="utf-8")
    line = (
        "Applied: “03/04/2026” was read as 2026-04-03; "
        "--date-order mdy reads such days the other way round."
    )
    assert line in said(ats, file)
    assert "other way" not in "".join(said(ats, file, "--date-order", "mdy"))


def test_columns_that_no_field_answers_to_are_named(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    file.write_text("Company,Title,Mood,Empty,Size\nAlpha,Baker,sunny,,4\n", encoding="utf-8")
    line = 'Kept as imported fields: Mood, Size. --map "Header=field" says what one holds.'
    assert line in said(ats, file)
    told = said(ats, file, "--map", "Mood=notes", "--map", "Size=source")
    assert "Kept" not in "".join(told)


def test_our_own_table_asks_nothing(ats: Line, tmp_path: Path) -> None:
    ats.done("demo")
    ats.done("export", str(tmp_path / "all.csv"))
    told = "\n".join(said(ats, tmp_path / "all.csv"))
    assert not any(word in told for word in ("--map", "--status", "--date-order"))


def test_stages_that_are_not_taken_for_want_of_a_day_are_told(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    head = "Company,Title,Status,Applied\n"
    file.write_text(f"{head}Alpha,Baker,Applied,2026-10-01\nBeta,Cook,Applied,2026-10-02\n")
    ats.done("import", str(file))
    file.write_text(f"{head}Alpha,Baker,Rejected,2026-10-01\nBeta,Cook,Offer,2026-10-02\n")
    line = "2 rows name a later stage without a later day: these applications would stay where they"
    assert f"{line} are." in said(ats, file, "--duplicates", "update")
    assert "later stage" not in "".join(said(ats, file))
