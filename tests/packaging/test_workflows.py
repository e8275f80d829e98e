"""The workflows have no more rights than they need, run what is there, and name what they run by
what it is and not by what it is called today."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.tree import ROOT, project, short

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STEP = dict[str, Any]


def read(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def steps(file: Path) -> list[STEP]:
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("file", FILES, ids=short)
def test_a_workflow_may_only_read(file: Path) -> None:
    told = read(file)
    assert told["permissions"] == {"contents": "read"}
    asking = {
        name: job["permissions"] for name, job in told["jobs"].items() if "permissions" in job
    }
    assert asking in ({}, {"publish": {"contents": "write"}})


@pytest.mark.parametrize("file", FILES, ids=short)
def test_every_action_is_pinned_to_a_commit_and_its_version_is_told(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    pinned = re.compile(r"- uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert lines
    assert [line for line in lines if not pinned.fullmatch(line.strip())] == []


@pytest.mark.parametrize("file", FILES, ids=short)
def test_a_checkout_leaves_no_key_behind(file: Path) -> None:
    checkouts = [step for step in steps(file) if "actions/checkout@" in step.get("uses", "")]
    assert [each for each in checkouts if each["with"]["persist-credentials"]] == []


@pytest.mark.parametrize("file", FILES, ids=short)
def test_nothing_from_outside_is_pasted_into_a_script(file: Path) -> None:
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("file", FILES, ids=short)
def test_scripts_and_targets_are_there(file: Path) -> None:
    run = "\n".join(step.get("run", "") for step in steps(file))
    scripts = set(re.findall(r"packaging/[\w/]+\.(?:sh|py)", run))
    assert [name for name in scripts if not (ROOT / name).is_file()] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^make ([a-z-]+)", run, re.MULTILINE))
    assert [name for name in targets if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_the_tests_run_on_three_systems_and_from_the_oldest_python_on() -> None:
    matrix = read(ROOT / ".github" / "workflows" / "tests.yml")["jobs"]["tests"]["strategy"][
        "matrix"
    ]
    pairs = [(system, python) for system in matrix["system"] for python in matrix["python"]]
    pairs += [(each["system"], each["python"]) for each in matrix["include"]]
    assert {system.split("-")[0] for system, _ in pairs} == {"ubuntu", "windows", "macos"}
    oldest = project()["project"]["requires-python"].removeprefix(">=")
    assert {"3.11", "3.12", "3.13"} <= {python for system, python in pairs if "ubuntu" in system}
    for system in ("ubuntu", "windows", "macos"):
        assert oldest in {python for name, python in pairs if name.startswith(system)}
