"""An archive holds everything and gives it back, row for row and file for file."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from ats.commands.archiving import bring_in, plan_archive, save_archive
from ats.domain.document import Document
from ats.exchange.archive.document import whole_document
from ats.exchange.archive.plan import State
from ats.exchange.archive.records import JSON_TEXTS
from ats.exchange.exports.json_out import json_bytes
from ats.paths import document_file
from ats.store import Store
from ats.store.queries.records import records
from ats.store.queries.snapshot import snapshot
from ats.store.rows import table_name
from tests.exchange.searches import empty_store
from tests.exchange.whole_stores import WHOLE_STORES, fill_whole, without_ids

# An example opens two stores, so a quarter of the usual number is tried.
FEWER = settings(max_examples=settings.default.max_examples // 4)


@FEWER
@given(WHOLE_STORES)
def test_an_archive_gives_back_the_same_store_and_files(whole: dict[str, list[Any]]) -> None:
    with empty_store() as store, empty_store() as other, tempfile.TemporaryDirectory() as folder:
        fill_whole(store, whole, files=True)
        archive = Path(folder) / "all.zip"
        written = save_archive(store, archive)
        arrived = bring_in(other, plan_archive(other, archive))
        assert without_ids(other) == without_ids(store)
        assert arrived.missing == written.missing
        for document in records(store, Document):
            here, there = (
                document_file(one.path.parent, document.sha256) for one in (store, other)
            )
            assert here.exists() == there.exists() == (document.sha256 not in written.missing)
            if here.exists():
                assert there.read_bytes() == here.read_bytes()
        again = plan_archive(other, archive)
        assert {item.state for item in again.items} <= {State.SAME}


@FEWER
@given(WHOLE_STORES)
def test_json_gives_back_the_same_store(whole: dict[str, list[Any]]) -> None:
    with empty_store() as store, empty_store() as other, tempfile.TemporaryDirectory() as folder:
        fill_whole(store, whole)
        path = Path(folder) / "all.json"
        document = whole_document(snapshot(store), made_at=store.now(), program="1")
        path.write_bytes(json_bytes(document))
        bring_in(other, plan_archive(other, path))
        assert without_ids(other) == without_ids(store)
        while other.undo() is not None:
            pass
        with empty_store() as untouched:
            assert without_ids(other) == without_ids(untouched)


def test_columns_of_json_are_known(store: Store) -> None:
    tables = store.connection.execute("select name, sql from sqlite_master where type = 'table'")
    found = {
        (table, column)
        for table, sql in tables
        for column in re.findall(r"json_valid\((\w+)\)", sql or "")
    }
    known = {(table_name(kind), name) for kind, names in JSON_TEXTS.items() for name in names}
    assert found - {("application", "locations")} == known
