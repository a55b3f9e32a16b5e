"""Publication against a check: only with a reason, which is kept for good; what may never be forced; the trend over loads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import etl.run
from etl.checks.kept import system_user
from etl.database import Database
from etl.progress import Progress
from tests.loading import SECOND, THIRD, THREE, TWO, Said, asked, copy_of, current, delivery, first, load, ssiis, taken

WHY = "the province corrects it on Monday"
WRONG = "update fact_inspection set findings = 5 where inspection_no = 'IN1'"
LOST = "update audit_account set rejected = rejected + 1 where \"table\" = 'orders'"
Harm = Callable[[str], None]


@pytest.fixture
def warehouse(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(first(tmp_path_factory), tmp_path / "warehouse")


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return delivery(tmp_path / "batches", SECOND, TWO)


@pytest.fixture
def harm(monkeypatch: pytest.MonkeyPatch) -> Harm:
    """The star as it is built, and then a statement that breaks it."""
    real = etl.run.build_star

    def broken_by(statement: str) -> None:
        def build_star(db: Database, progress: Progress) -> object:
            day = real(db, progress)
            db.run(statement)
            db.committed()
            return day

        monkeypatch.setattr(etl.run, "build_star", build_star)

    return broken_by


def forced(warehouse: Path, batch: Path, reason: str = WHY) -> Said:
    return ssiis("load", batch, "--warehouse", warehouse, "--quiet", "--force", reason)


def test_a_check_that_does_not_hold_stops_publication(warehouse: Path, second: Path, harm: Harm) -> None:
    before = current(warehouse)
    harm(WRONG)
    said = load(warehouse, second)
    assert said.status == 1
    assert "the warehouse was not published, since its checks do not hold" in said.err
    assert "inspection IN1: 5 findings, 0 corrected; in fact_finding 0, 0 corrected" in said.err
    assert '--force "the reason"' in said.err
    assert current(warehouse) == before


def test_force_needs_a_reason(warehouse: Path, second: Path) -> None:
    for words in (("--force",), ("--force", ""), ("--force", "  ")):
        said = ssiis("load", second, "--warehouse", warehouse, *words)
        assert said.status == 2
        assert "--force" in said.err


def test_what_was_forced_is_kept_with_who_why_and_when(
    warehouse: Path, second: Path, tmp_path: Path, harm: Harm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through a load after it, which holds, and through a rebuild from the raw rows, which holds too."""
    harm(WRONG)
    said = forced(warehouse, second)
    assert said.status == 0, said.err
    assert "forced, though it does not hold: Findings agree with their inspections: inspection IN1" in said.out
    ((batch, at, by, reason, check, what),) = kept = asked(warehouse, "select * from audit_force")
    assert (str(batch), by, reason, check) == (SECOND, system_user(), WHY, "findings_agree")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", at)
    assert what.startswith("inspection IN1: 5 findings")
    told = ssiis("batches", "--warehouse", warehouse).out
    assert f"published {SECOND} by force, {at} by {by}: {WHY} (findings_agree)" in told
    monkeypatch.undo()
    taken(warehouse, delivery(tmp_path / "batches", THIRD, THREE))
    assert asked(warehouse, "select * from audit_force") == kept
    assert ssiis("rebuild", "--warehouse", warehouse, "--quiet").status == 0
    assert asked(warehouse, "select * from audit_force") == kept


def test_a_reason_without_need_is_not_kept(warehouse: Path, second: Path) -> None:
    said = forced(warehouse, second)
    assert said.status == 0
    assert "nothing had to be forced" in said.out
    assert asked(warehouse, "select count(*) from audit_force") == [(0,)]


def test_a_lost_row_cannot_be_forced(warehouse: Path, second: Path, harm: Harm) -> None:
    before = current(warehouse)
    harm(LOST)
    said = forced(warehouse, second)
    assert said.status == 1
    assert "this cannot be forced: Every row is accounted for" in said.err
    assert current(warehouse) == before


def test_far_fewer_rows_than_last_time_stop(warehouse: Path, second: Path, harm: Harm) -> None:
    harm("delete from fact_inspection where inspection_no = 'IN2'")
    said = load(warehouse, second)
    assert said.status == 1
    assert "fact_inspection had 2 rows when it was last published and has 1 now" in said.err


def test_the_trend_is_the_same_by_loads_and_by_rebuild(warehouse: Path, second: Path) -> None:
    """Counts are taken as each batch comes, so that a rebuild finds again what each load had found."""
    trend = 'select batch_on, check_code, source, "table", province_code, "rows" from audit_check where stops = 0 order by all'
    taken(warehouse, second)
    found = asked(warehouse, trend)
    assert {str(row[0]) for row in found} == {"2026-08-31", SECOND}
    assert ssiis("rebuild", "--warehouse", warehouse, "--quiet").status == 0
    assert asked(warehouse, trend) == found
