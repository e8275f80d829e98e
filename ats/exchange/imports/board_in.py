"""Reads the JSON that Trello exports of a board: a card is an application, its list the stage,
its moves from list to list the history.

Source of the format: developer.atlassian.com/cloud/trello, objects board, list, card and action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ats.exchange.imports.raw_table import MOST_ROWS, RawTable, Row

_HEADERS = (
    "Card Name", "List Name", "History", "Labels", "Due Date", "Link", "Notes", "Comments",
    "Checklists", "Members", "Card URL", "Archived", "Card ID",
)  # fmt: skip
_URL = re.compile(r"https?://\S+")


def is_board(data: Any) -> bool:
    """Whether the data are a board: cards that stand in lists."""
    if not isinstance(data, dict):
        return False
    cards, lists = data.get("cards"), data.get("lists")
    return isinstance(cards, list) and isinstance(lists, list)


def board_table(board: Mapping[str, Any]) -> RawTable:
    """The cards as a table; the first row are headers."""
    lists = {item.get("id"): _text(item.get("name")) for item in _objects(board, "lists")}
    labels = {item.get("id"): _label(item) for item in _objects(board, "labels")}
    members = {item.get("id"): _text(item.get("fullName")) for item in _objects(board, "members")}
    fields = {item.get("id"): item for item in _objects(board, "customFields")}
    moves, comments = _actions(board)
    checks = _checklists(board)
    named = [_text(item.get("name")) for item in fields.values()]
    rows = [Row(1, (*_HEADERS, *named))]
    for number, card in enumerate(_objects(board, "cards"), 2):
        if number > MOST_ROWS:
            break
        id = card.get("id")
        own = [_label(item) for item in _objects(card, "labels")]
        cells = (
            _text(card.get("name")),
            lists.get(card.get("idList"), ""),
            "; ".join(moves.get(id, [])),
            "; ".join(own or [labels.get(at, "") for at in card.get("idLabels") or []]),
            _text(card.get("due")),
            _link(card),
            _text(card.get("desc")),
            "\n\n".join(comments.get(id, [])),
            "\n".join(checks.get(id, [])),
            "; ".join(members.get(at, "") for at in card.get("idMembers") or []),
            _text(card.get("url") or card.get("shortUrl")),
            "true" if card.get("closed") else "",
            _text(id),
        )
        rows.append(Row(number, (*cells, *_custom(card, fields))))
    return RawTable("", rows, preset="Trello")


def _actions(board: Mapping[str, Any]) -> tuple[dict[Any, list[str]], dict[Any, list[str]]]:
    """Moves from list to list, and comments, by card and oldest first."""
    moves: dict[Any, list[str]] = {}
    comments: dict[Any, list[str]] = {}
    for action in sorted(_objects(board, "actions"), key=lambda item: _text(item.get("date"))):
        data = action.get("data")
        if not isinstance(data, dict) or not isinstance(data.get("card"), dict):
            continue
        id, day = data["card"].get("id"), _text(action.get("date"))[:10]
        to = data.get("listAfter") or (
            data.get("list") if action.get("type") in ("createCard", "copyCard") else None
        )
        if isinstance(to, dict) and day:
            moves.setdefault(id, []).append(f"{day} {_text(to.get('name'))}")
        if action.get("type") == "commentCard" and _text(data.get("text")):
            comments.setdefault(id, []).append(f"{day}: {_text(data['text'])}")
    return moves, comments


def _checklists(board: Mapping[str, Any]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    for checklist in _objects(board, "checklists"):
        for item in _objects(checklist, "checkItems"):
            sign = "☑" if item.get("state") == "complete" else "☐"
            found.setdefault(checklist.get("idCard"), []).append(
                f"{sign} {_text(item.get('name'))}"
            )
    return found


def _custom(card: Mapping[str, Any], fields: Mapping[Any, Mapping[str, Any]]) -> list[str]:
    told: dict[Any, str] = {}
    for item in _objects(card, "customFieldItems"):
        value = item.get("value")
        if isinstance(value, dict):
            told[item.get("idCustomField")] = " ".join(_text(part) for part in value.values())
        for option in _objects(fields.get(item.get("idCustomField"), {}), "options"):
            if option.get("id") == item.get("idValue") and isinstance(option.get("value"), dict):
                told[item.get("idCustomField")] = _text(option["value"].get("text"))
    return [told.get(id, "") for id in fields]


def _link(card: Mapping[str, Any]) -> str:
    """The first address that is attached, else the first of the description."""
    for item in _objects(card, "attachments"):
        if _URL.match(_text(item.get("url"))):
            return _text(item["url"])
    match = _URL.search(_text(card.get("desc")))
    return match[0].rstrip(").,;]") if match else ""


def _label(item: Mapping[str, Any]) -> str:
    return _text(item.get("name")) or _text(item.get("color"))


def _objects(data: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    value = data.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
