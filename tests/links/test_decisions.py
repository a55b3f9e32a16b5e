"""A person's word is kept for good, the last one counts, and what was written is never changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.errors import LoadError
from etl.links.decisions import Answer, decisions, files, keep


def word(warehouse: Path) -> dict[tuple[str, str], bool]:
    return {(each.enterprise_no, each.ss_number): each.same for each in decisions(warehouse)}


def test_nothing_was_said(tmp_path: Path) -> None:
    assert decisions(tmp_path) == []


def test_who_said_what_and_when(tmp_path: Path) -> None:
    path = keep(tmp_path, [Answer("E1", "U1", True)], "Noy", "list.xlsx")
    (found,) = decisions(tmp_path)
    assert (found.enterprise_no, found.ss_number, found.same, found.by) == ("E1", "U1", True, "Noy")
    assert f"{found.on:%Y%m%d}" in path.name


def test_every_answer_is_a_file_of_its_own(tmp_path: Path) -> None:
    first = keep(tmp_path, [Answer("E1", "U1", True)], "Noy", "a.xlsx")
    before = first.read_bytes()
    second = keep(tmp_path, [Answer("E1", "U1", False)], "Keo", "b.xlsx")
    assert files(tmp_path) == [first, second]
    assert first.read_bytes() == before
    assert sorted(os.listdir(tmp_path / "links")) == [first.name, second.name]


# What was said in turn, "=" the same and "!" not, and what holds in the end.
@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("E1=U1 E1!U1", "E1!U1"),
        ("E1!U1 E1=U1", "E1=U1"),
        ("E1=U1 E2=U1", "E2=U1"),
        ("E1=U1 E1=U2", "E1=U2"),
        ("E1=U1 E2!U1", "E1=U1 E2!U1"),
        ("E1=U1 E2=U2 E1=U2", "E1=U2"),
        ("E1!U1 E2=U1 E1=U1", "E1=U1"),
    ],
)
def test_the_later_word_counts(said: str, holds: str, tmp_path: Path) -> None:
    for each in said.split():
        same = "=" in each
        keep(tmp_path, [Answer(*each.split("=" if same else "!"), same)], "Noy", "list.xlsx")
    assert " ".join(sorted(f"{e}{'=' if same else '!'}{u}" for (e, u), same in word(tmp_path).items())) == holds


@pytest.mark.parametrize("harm", ["", "{}", "[1]", "changed"])
def test_damaged_decisions_are_told_and_not_passed_over(harm: str, tmp_path: Path) -> None:
    path = keep(tmp_path, [Answer("E1", "U1", True)], "Noy", "list.xlsx")
    path.write_text(path.read_text().replace("U1", "U2") if harm == "changed" else harm)
    with pytest.raises(LoadError, match=r"these decisions are damaged .* restore the file from a backup"):
        decisions(tmp_path)
