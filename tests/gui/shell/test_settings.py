"""Settings survive anything that can stand in their file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.problem import Problem
from ats.settings import Settings, load, save

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([*Settings.__slots__, "unknown"])


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == (Settings(), ())


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(scheme="dark", text_scale=1.25, state={"window": {"geometry": "x"}})
    save(settings, file)
    assert load(file) == (settings, ())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_an_invalid_value_has_its_default_and_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"scheme": "pink", "density": "compact", "later": 1}))
    assert load(file) == (Settings(density="compact"), ("scheme",))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"1", b"[" * 100_000])
def test_a_file_that_is_not_json_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load(file) == (Settings(), ("settings",))


@given(st.dictionaries(NAMES, JSON, max_size=6))
def test_any_json_object_gives_usable_settings(tmp_path_factory, values) -> None:
    file = tmp_path_factory.mktemp("any") / "settings.json"
    file.write_text(json.dumps(values))
    settings, refused = load(file)
    save(settings, file)
    assert load(file) == (settings, ())
    for name in refused:
        assert getattr(settings, name) == getattr(Settings(), name)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Problem, match="Can’t save the settings"):
        save(replace(Settings(), scheme="dark"), blocked / "settings.json")
