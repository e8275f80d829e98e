"""Learning the weights of a ranking."""

from __future__ import annotations

import json
from pathlib import Path

from training.ranking import Example, fit, postings, table


def test_what_tells_right_from_wrong_gets_the_weight() -> None:
    examples = [Example([{"shape", "good"}, {"shape"}], [True, False]) for _ in range(20)]
    examples += [Example([{"shape"}], [False]) for _ in range(20)]
    weights = fit(examples)
    assert weights["good"] > 1
    assert weights["none"] > weights["shape"]
    assert '"good": ' in table(weights)


def test_half_of_the_postings_stays_unseen(tmp_path: Path) -> None:
    names = [f"posting {n:03} of a board" for n in range(0, 400, 3)]
    records = [{"id": name, "text": "x", "labels": {"title": "x"}} for name in names]
    lines = "\n".join(json.dumps(record) for record in records)
    (tmp_path / "a.jsonl").write_text(lines + "\n", encoding="utf-8")
    learnt = {record["id"] for record in postings(tmp_path)}
    kept = {record["id"] for record in postings(tmp_path, learn=False)}
    assert not learnt & kept
    assert len(learnt | kept) == len(names)
    assert learnt
    assert kept
