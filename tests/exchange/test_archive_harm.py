"""An archive that is damaged, made up or meant to do harm is refused with one sentence, and
nothing is written anywhere."""

from __future__ import annotations

import hashlib
import json
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.commands.archiving import bring_in, own_archive, plan_archive, save_archive
from ats.commands.demo import add_sample_data
from ats.domain.document import Document, DocumentKind
from ats.domain.problem import Problem
from ats.exchange.archive.document import whole_document
from ats.exchange.exports.json_out import json_bytes
from ats.paths import document_file
from ats.store import Store
from ats.store.queries.snapshot import snapshot
from tests.exchange.searches import empty_store

CONTENT = b"%PDF my resume"


@pytest.fixture
def archive(store: Store, tmp_path: Path) -> Path:
    """An archive of the sample search with one document."""

    sha256 = hashlib.sha256(CONTENT).hexdigest()
    add_sample_data(store)
    with store.step("Add document") as rows:
        rows.add(
            Document(
                kind=DocumentKind.RESUME,
                name="cv.pdf",
                sha256=sha256,
                size=len(CONTENT),
                added_at=store.now(),
            )
        )
    place = document_file(store.path.parent, sha256)
    place.parent.mkdir()
    place.write_bytes(CONTENT)
    path = tmp_path / "all.zip"
    assert save_archive(store, path).files == 1
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(path: Path, content: dict[str, bytes], **extra: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in (content | extra).items():
            made.writestr(name, data)
    return path


def refused(path: Path) -> str:
    """The sentence with which it is refused, in a store of its own that stays as it was."""
    with empty_store() as other:
        folder = other.path.parent
        before, files = snapshot(other), set(folder.rglob("*"))
        with pytest.raises(Problem) as problem:
            bring_in(other, plan_archive(other, path))
        assert snapshot(other) == before
        assert {file for file in folder.rglob("*") if file.is_file()} <= files
    return str(problem.value)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt", "documents/../../evil.txt", "/etc/evil", "C:\\evil.txt", "c:/evil.txt",
        "..\\evil.txt", "documents\\..\\..\\evil.txt", "\\\\server\\share\\evil.txt", "a/../../b",
    ],
)  # fmt: skip
def test_a_name_that_leads_outside(archive: Path, name: str) -> None:
    with zipfile.ZipFile(archive, "a") as opened:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        opened.writestr(info, b"evil")
    assert "outside its folder" in refused(archive)


def test_a_link_in_it(archive: Path) -> None:
    info = zipfile.ZipInfo("documents/link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(info, "/etc/passwd")
    assert "link to another file" in refused(archive)


def test_two_files_of_one_name(archive: Path) -> None:
    with zipfile.ZipFile(archive, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("search.json", b"{}")
    assert "two files named search.json" in refused(archive)


def test_what_unpacks_to_too_much(archive: Path, tmp_path: Path) -> None:
    content = members(archive) | {"search.json": b" " * 30_000_000}
    assert "unpacks to too much" in refused(packed(tmp_path / "bomb.zip", content))


def test_an_own_archive_is_never_taken_for_that(store: Store, tmp_path: Path) -> None:
    id = add_application(store, NewApplication(title="Welder"))
    set_notes(store, id, "again and again " * 1_000_000)
    content = b"\0" * 12_000_000
    sha256 = hashlib.sha256(content).hexdigest()
    with store.step("Add document") as rows:
        rows.add(
            Document(
                kind=DocumentKind.OTHER,
                name="white.bmp",
                sha256=sha256,
                size=len(content),
                added_at=store.now(),
            )
        )
    document_file(store.path.parent, sha256).parent.mkdir()
    document_file(store.path.parent, sha256).write_bytes(content)
    save_archive(store, tmp_path / "all.zip")
    with empty_store() as other:
        assert bring_in(other, plan_archive(other, tmp_path / "all.zip")).missing == ()
        assert len(snapshot(other)["application_notes"][0]["text"]) == 16_000_000


def test_a_member_larger_than_it_says(archive: Path) -> None:
    """The size in the directory is changed to a tenth; what lies behind it is not read."""
    data = bytearray(archive.read_bytes())
    size = len(members(archive)["search.json"])
    at = data.index(size.to_bytes(4, "little"))
    while at != -1:
        data[at : at + 4] = (size // 10).to_bytes(4, "little")
        at = data.find(size.to_bytes(4, "little"), at)
    archive.write_bytes(bytes(data))
    assert "search.json in all.zip is damaged" in refused(archive)


def test_a_wrong_checksum_is_named(archive: Path, tmp_path: Path) -> None:
    content = members(archive)
    (document,) = (name for name in content if name.startswith("documents/"))
    changed = content | {"search.json": content["search.json"].replace(b"Welder", b"Baker ")}
    changed["search.json"] += b" "
    assert "search.json in a.zip is damaged: its checksum" in refused(
        packed(tmp_path / "a.zip", changed)
    )
    swapped = content | {document: CONTENT[::-1]}
    assert f"{document} in b.zip is damaged: its checksum" in refused(
        packed(tmp_path / "b.zip", swapped)
    )


def with_document(archive: Path, tmp_path: Path, change: Callable[[Any], None]) -> Path:
    """The archive with another search and checksums that are right."""

    content = members(archive)
    search, manifest = json.loads(content["search.json"]), json.loads(content["archive.json"])
    change(search)
    content["search.json"] = json.dumps(search).encode()
    manifest["files"][0]["sha256"] = hashlib.sha256(content["search.json"]).hexdigest()
    content["archive.json"] = json.dumps(manifest).encode()
    return packed(tmp_path / "made-up.zip", content)


def test_newer_versions(archive: Path, tmp_path: Path) -> None:
    newer = with_document(archive, tmp_path, lambda search: search.update(version=2))
    assert refused(newer) == (
        "made-up.zip was made with a newer version. Nothing was brought in. Update to open it."
    )
    content = members(archive)
    content["archive.json"] = content["archive.json"].replace(b'"version": 1', b'"version": 9')
    assert "newer version" in refused(packed(tmp_path / "b.zip", content))


@pytest.mark.parametrize("listed", [5, True, None, "search.json", {"path": "search.json"}])
def test_a_list_of_files_that_is_none(archive: Path, tmp_path: Path, listed: Any) -> None:
    content = members(archive)
    manifest = json.loads(content["archive.json"]) | {"files": listed}
    content["archive.json"] = json.dumps(manifest).encode()
    assert "doesn’t list search.json" in refused(packed(tmp_path / "list.zip", content))


def test_a_hash_that_is_a_path(archive: Path, tmp_path: Path) -> None:
    def change(search: Any) -> None:
        search["documents"][0]["sha256"] = "../../evil"

    assert "“sha256” that can’t be read" in refused(with_document(archive, tmp_path, change))


def test_a_time_with_an_offset(archive: Path, tmp_path: Path) -> None:
    """It can't be put in order with the others, which have none."""

    def change(search: Any) -> None:
        events = [event for one in search["applications"] for event in one["events"]]
        events[0]["at"] = "09:30:00+02:00"

    assert "“at” that can’t be read" in refused(with_document(archive, tmp_path, change))


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut(archive: Path, part: float) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * part)])
    assert "damaged or no archive" in refused(archive)


def test_an_encrypted_one(archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at != -1:
            data[at + flags] |= 1
            at = data.find(sign, at + 1)
    archive.write_bytes(bytes(data))
    assert "is encrypted" in refused(archive)


@pytest.mark.parametrize("name", ["video.zip", "video.json"])
def test_a_huge_file_that_is_none_is_not_read(tmp_path: Path, name: str) -> None:
    huge = tmp_path / name
    with huge.open("wb") as file:
        file.write(b"{" if name.endswith(".json") else b"PK")
        file.truncate(400_000_000)  # A hole, which takes no room on the disk.
    tracemalloc.start()
    try:
        assert not own_archive(huge)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_other_files_are_no_archives(tmp_path: Path) -> None:
    other = packed(tmp_path / "jobs.zip", {"jobs.csv": b"Title,Company\r\nWelder,Alpha\r\n"})
    assert not own_archive(other)
    assert "no archive of this program" in refused(other)
    nothing = tmp_path / "missing.zip"
    assert not own_archive(nothing)
    assert "Couldn’t read missing.zip" in refused(nothing)
    for name, content in {
        "deep.json": b"[" * 200_000,
        "long.json": b'{"format": "ats", "version": ' + b"9" * 5000 + b"}",
        "nan.json": b'{"format": "ats", "version": NaN}',
        "list.json": b"[1, 2]",
        "none.json": b'{"format": "ats"}',
        "bytes.json": b"\xff\xfe\x00",
    }.items():
        (tmp_path / name).write_bytes(content)
        assert "Nothing was brought in." in refused(tmp_path / name)


def test_packed_again_inside_a_folder_is_still_an_archive(archive: Path, tmp_path: Path) -> None:
    content = {f"My search/{name}": data for name, data in members(archive).items()}
    content |= {"My search/": b"", "__MACOSX/._archive.json": b"x", ".DS_Store": b"x"}
    again = packed(tmp_path / "again.zip", content)
    assert own_archive(again)
    with empty_store() as other:
        assert len(bring_in(other, plan_archive(other, again)).created) == 22
        (document,) = snapshot(other)["document"]
        assert document_file(other.path.parent, document["sha256"]).read_bytes() == CONTENT


WRONG = st.one_of(
    st.none(), st.booleans(), st.integers(), st.just(2**70), st.just(1.5), st.text(max_size=3),
    st.just("\ud800"), st.just("a\x00b"), st.just([]), st.just({}), st.just([[1]]),
    st.just("2026-13-40"),
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        found += places(value[key], (*path, key))
    return found


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    with empty_store() as store:
        add_sample_data(store)
        document = whole_document(snapshot(store), made_at=store.now(), program="1")
    found: dict[str, Any] = json.loads(json_bytes(document))
    found["applications"] = found["applications"][:3]
    return found


@settings(max_examples=settings.default.max_examples * 2)
@given(data=st.data())
def test_whatever_stands_in_it_all_or_nothing_comes_in(
    sample: dict[str, Any], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    changed = json.loads(json.dumps(sample))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(places(changed)))
        owner = changed
        for key in path[:-1]:
            owner = owner[key]
        if data.draw(st.booleans()):
            owner[path[-1]] = data.draw(WRONG)
        else:
            del owner[path[-1]]
    file = tmp_path_factory.mktemp("any") / "any.json"
    file.write_bytes(json.dumps(changed).encode())
    with empty_store() as other:
        before = snapshot(other)
        try:
            bring_in(other, plan_archive(other, file))
        except Problem:
            assert snapshot(other) == before
            return
        execute = other.connection.execute
        assert execute("pragma foreign_key_check").fetchall() == []
        execute("insert into search(search, rank) values ('integrity-check', 1)")
        while other.undo() is not None:
            pass
        assert snapshot(other) == before


def test_a_full_disk_leaves_no_half_archive(store: Store, tmp_path: Path) -> None:
    """The kernel refuses to write more than a few kilobytes to any file."""
    import resource
    import signal

    add_sample_data(store)
    path = tmp_path / "all.zip"
    path.write_bytes(b"older")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    try:
        with pytest.raises(Problem, match=r"Couldn’t write all\.zip"):
            save_archive(store, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"older"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["all.zip", "data"]
