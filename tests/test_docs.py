"""What people read agrees with what is there: verbs, settings, folders and decisions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.__main__ import RUNS
from dashboard.settings import SETTINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("verb", RUNS)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    assert f"| `ssiis {verb}" in README


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_readme_with_its_default(setting: object) -> None:
    assert f"| `{setting.name}` | `{setting.default}` |" in README  # type: ignore[attr-defined]


def test_the_readme_names_no_setting_that_does_not_exist() -> None:
    code = "".join(path.read_text("utf-8") for folder in ("dashboard", "etl") for path in (ROOT / folder).rglob("*.py"))
    assert [name for name in re.findall(r"`(SSIIS_\w+)`", README) if name not in code] == []


def test_the_two_commands_come_first() -> None:
    first = [line.split()[:2] for line in README.splitlines() if line.startswith("make ")]
    assert first == [["make", "demo"], ["make", "test"]]


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs/adr/README.md").read_text("utf-8")
    assert [path.name for path in (ROOT / "docs/adr").glob("0*.md") if path.name not in listed] == []


def test_links_lead_somewhere() -> None:
    lost = [
        (path.name, target)
        for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]
    assert lost == []
