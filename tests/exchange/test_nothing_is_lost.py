"""Files as people bring them: what becomes of each, and that no cell of any is lost.

The cells are read here a second time, by the standard library alone and by what is said of each
file below, and looked for in what the store holds afterwards.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ats.commands.importing import import_plan, plan_import
from ats.domain.problem import Problem
from ats.exchange.exports.json_out import shown_json
from ats.store import Store
from ats.store.queries.application import application_detail

FOLDER = Path(__file__).parent / "brought"

# Cells that say that there is nothing.
NOTHING = {"", "n/a", "nan", "na", "none", "unknown", "-"}


@dataclass(frozen=True)
class Brought:
    """`header` is the row of headers, counted from 1, 0 where there is none; `created` how many
    applications come of the file; `left_out` are the rows that are none, `repeats` those that say
    again what an earlier one says."""

    created: int
    header: int = 1
    delimiter: str = ","
    encoding: str = "utf-8"
    left_out: frozenset[int] = frozenset()
    repeats: frozenset[int] = frozenset()


def rows(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


FILES = {
    "01_linkedin_applications.csv": Brought(3),
    "02_linkedin_saved.csv": Brought(3),
    "04_huntr_full.csv": Brought(3),
    "05_huntr_titles.csv": Brought(3),
    "07_huntr_short.csv": Brought(2),
    "08_teal_grid.csv": Brought(1),
    "09_teal_roles.csv": Brought(3),
    "11_simplify.csv": Brought(2),
    "13_careerflow.csv": Brought(3),
    "14_jobsync.csv": Brought(3),
    "15_jobsentinel.csv": Brought(2),
    "16_reactive_resume.csv": Brought(1),
    "17_notion_multiselect.csv": Brought(4),
    "18_trello_table.csv": Brought(2),
    "20_sheet_by_stage.csv": Brought(7),
    "22_conflict_markers.csv": Brought(3, header=2, left_out=rows(5, 6, 8)),
    "23_semicolon_index.csv": Brought(3, delimiter=";"),
    "25_no_headers.csv": Brought(3, header=0),
    "26_typos.csv": Brought(2),
    "28_long_cells.csv": Brought(1),
    "31_no_response.csv": Brought(4),
    "32_windows_1252.csv": Brought(3, encoding="cp1252", repeats=rows(5)),
    "34_many_booleans.csv": Brought(2),
    "36_blank_first_line.csv": Brought(1, header=2, left_out=rows(3)),
    "40_ids_for_names.csv": Brought(4),
    "41_true_for_status.csv": Brought(2),
    "43_numbered_rows.csv": Brought(3),
    "44_package.csv": Brought(3),
    "50_slashes_and_iso.csv": Brought(4, repeats=rows(6)),
    "52_french_stages.csv": Brought(2, delimiter=";", encoding="utf-8-sig"),
    "53_french_follow_up.csv": Brought(2, delimiter=";"),
    "91_tabs.tsv": Brought(2, delimiter="\t"),
    "93_utf16.txt": Brought(1, delimiter="\t", encoding="utf-16"),
    "94_same_headers.csv": Brought(3),
    "95_formulas.csv": Brought(2),
}
REFUSED = {
    "03_linkedin_connections.csv": "people, not applications",
    "38_headers_only.csv": "headers but no rows",
    "47_source_and_target.csv": "moves between stages",
    "54_checkboxes.csv": "no column for a role title or a company",
    "96_sankey_text.txt": "Nothing was imported",
}
ELSEWHERE = {"97_trello_board.json"}


def cells(name: str, brought: Brought) -> Iterator[tuple[int, str]]:
    """Every cell that says something, with its row."""
    text = (FOLDER / name).read_bytes().decode(brought.encoding)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=brought.delimiter)
    for number, row in enumerate(table, 1):
        if number > brought.header and number not in brought.left_out | brought.repeats:
            for cell in row:
                if cell.strip().casefold() not in NOTHING:
                    yield number, cell


def brought_in(store: Store, name: str) -> dict[int, Any]:
    """Row to what the store holds of it."""
    plan = plan_import(store, FOLDER / name)
    result = import_plan(store, plan)
    created = [row.row for row in plan.rows if row.row not in plan.matches]
    details = [application_detail(store, id) for id in result.ids]
    return {
        row: shown_json(detail)
        for row, detail in zip(created, details, strict=True)
        if detail is not None
    }


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif value is not None:
        yield str(value)


def folded(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split()).casefold()


def days(cell: str) -> set[str]:
    """What a cell may mean as a day, written as ISO."""
    if re.fullmatch(r"4\d{4}(\.\d+)?", cell):
        return {(date(1899, 12, 30) + timedelta(days=int(float(cell)))).isoformat()}
    found = set()
    for part in re.split(r"[,T&]| and ", cell):
        for form in ("%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y", "%m/%d/%y", "%d.%m.%y", "%d-%b-%y"):
            try:
                found.add(datetime.strptime(part.strip(), form).date().isoformat())
            except ValueError:
                continue
    return found


def amounts(cell: str) -> set[str]:
    """The numbers in a cell of pay."""
    found = re.findall(r"(\d[\d,]*)(k?)", cell)
    return {str(int(digits.replace(",", "")) * (1000 if k else 1)) for digits, k in found}


def is_kept(cell: str, held: Any) -> bool:
    """Whether a cell is there: word for word, or as the day, the amount or the list it means."""
    lines = [folded(text) for text in texts(held)]
    wanted = folded(cell.removeprefix("'"))
    if any(wanted in line for line in lines):
        return True
    if days(cell) and days(cell) & set(lines):
        return True
    if re.fullmatch(r"[$£€]?[\d,]+k?( - [$£€]?[\d,]+k?)?", cell.strip()):
        return amounts(cell) <= set(lines)
    if wanted == "yes":  # below the name of a round: that round was reached
        reached = {event.get("stage_kind") for event in held["events"]}
        return bool(reached & {"screening", "interviewing"})
    parts = [folded(part) for part in re.split(r"[;,\n|]| - |: ", cell) if part.strip()]
    return len(parts) > 1 and all(any(part in line for line in lines) for part in parts)


def test_every_file_is_spoken_of() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*FILES, *REFUSED, *ELSEWHERE}


@pytest.mark.parametrize("name", FILES)
def test_no_cell_is_lost(store: Store, name: str) -> None:
    brought = FILES[name]
    held = brought_in(store, name)
    assert len(held) == brought.created
    found = list(cells(name, brought))
    lost = [(row, cell) for row, cell in found if not is_kept(cell, held.get(row))]
    assert len(found) >= brought.created
    assert lost == []


@pytest.mark.parametrize("name", FILES)
def test_the_numbers_add_up_and_undo_takes_it_all_back(store: Store, name: str) -> None:
    brought = FILES[name]
    plan = plan_import(store, FOLDER / name)
    result = import_plan(store, plan)
    assert result.rows == (result.created + result.updated + result.duplicates + len(plan.ignored))
    assert {each.row for each in plan.ignored} == brought.left_out
    assert set(plan.matches) == brought.repeats
    assert store.undo() is not None
    assert json.dumps([row for row in store.history() if not row.undone], default=str) == "[]"


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_no_applications_is_refused(store: Store, name: str) -> None:
    with pytest.raises(Problem, match=REFUSED[name]) as refused:
        plan_import(store, FOLDER / name)
    assert "\n" not in str(refused.value)
    assert store.history() == []


def test_headers_of_many_lines_are_named_in_one(store: Store) -> None:
    table = f'"Wh\n  ere",Which,{"x" * 9000}\na,b,c\n'.encode()
    with pytest.raises(Problem, match="Wh ere, Which, xxx") as refused:
        plan_import(store, table, "odd.csv")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_board_of_cards_comes_with_its_moves(store: Store) -> None:
    held = brought_in(store, "97_trello_board.json")
    titles = {(each["title"], each["company"], each["stage_kind"]) for each in held.values()}
    assert titles == {
        ("Soil Scientist", "Mapleworks", "screening"),
        ("Signaller", "Atlas Rail", "saved"),
    }
    moved = next(each for each in held.values() if each["company"] == "Mapleworks")
    events = [(event["stage_kind"], event["on"]) for event in moved["events"]]
    assert ("screening", "2026-04-20") in events
    assert any("60-70k" in text for text in texts(moved))
    assert any("https://maple.example/1" in text for text in texts(moved))
