"""The rejections and warnings of sources.md through the real reading path: what becomes of a row, what is written down."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from etl.progress import Progress
from etl.publish import current_file
from etl.run import load
from tests.contract_cases import BATCH, CASES, DOUBTED, FINE, NAMES, REJECTED, Case
from tests.contract_rows import LINKS, Cells, deliver, sound, to_refer_to
from warehouse.sources import CONTRACT


class Fate:
    """What became of the row of each case, by the case's number."""

    def __init__(self, db: duckdb.DuckDBPyConnection, lines: list[int], delivered: list[Cells]) -> None:
        self.db, self.lines, self.delivered = db, lines, delivered

    def reasons(self, number: int, severity: str) -> list[str]:
        """As "field problem"."""
        found = self.asked("audit_problem", "field, problem, severity", number)
        return [f"{field} {problem}" for field, problem, said in found if said == severity]

    def whole(self, number: int) -> Cells:
        """The rejected row as it is kept."""
        ((row,),) = self.asked("audit_rejected", "row", number)
        return {column: cell for column, cell in json.loads(row).items() if cell is not None}

    def asked(self, table: str, columns: str, number: int) -> list[Any]:
        source, name = CASES[number].table.split(".")
        where = 'batch_on = ? and source = ? and "table" = ? and line = ?'
        about = [BATCH, source, name, self.lines[number]]
        return self.db.execute(f"select {columns} from {table} where {where}", about).fetchall()

    def held(self, number: int, field: str) -> list[str | None]:
        """The field of the loaded row, as text; nothing where the row was not loaded."""
        staged = f"stg_{CASES[number].table.replace('.', '_')}"
        query = f"select cast({field} as varchar) from {staged} where batch_on = ? and line = ?"
        return [row[0] for row in self.db.execute(query, [BATCH, self.lines[number]]).fetchall()]


@pytest.fixture(scope="module")
def fate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fate]:
    """All cases in one batch, after one that delivers what they refer to."""
    folder = tmp_path_factory.mktemp("contract")
    batch: dict[str, list[Cells]] = defaultdict(list)
    lines, delivered = [], []
    for case in CASES:
        number = len(batch[case.table]) + 1
        assert number < LINKS, f"more cases of {case.table} than rows to refer to: make LINKS greater"
        delivered.append(sound(case.table, number, **case.cells))
        batch[case.table].append(delivered[-1])
        lines.append(number + 1)
    deliver(folder / "batches" / "2026-09-30", to_refer_to())
    deliver(folder / "batches" / BATCH, batch)
    load([folder / "batches"], folder, Progress(quiet=True))
    with duckdb.connect(str(current_file(folder)), read_only=True) as db:
        yield Fate(db, lines, delivered)


def numbered(cases: tuple[Case, ...]) -> pytest.MarkDecorator:
    numbers = [NAMES.index(str(case)) for case in cases]
    return pytest.mark.parametrize("number", numbers, ids=[NAMES[number] for number in numbers])


def test_no_case_twice() -> None:
    assert len(set(NAMES)) == len(NAMES)


@numbered(REJECTED)
def test_rejected(number: int, fate: Fate) -> None:
    """With the reason, kept whole, and nowhere else."""
    case = CASES[number]
    assert case.why in fate.reasons(number, "rejected")
    assert fate.reasons(number, "warning") == []
    assert fate.held(number, case.why.split()[0]) == []
    assert fate.whole(number) == {column: cell for column, cell in fate.delivered[number].items() if cell}


@numbered(DOUBTED)
def test_loaded_with_a_warning(number: int, fate: Fate) -> None:
    case = CASES[number]
    assert fate.reasons(number, "warning") == [case.why]
    assert fate.reasons(number, "rejected") == []
    assert fate.held(number, case.why.split()[0]) == [case.kept]


@numbered(FINE)
def test_fine(number: int, fate: Fate) -> None:
    case = CASES[number]
    field = next(iter(case.cells), CONTRACT.table(case.table).keys[0].name)
    assert fate.asked("audit_problem", "field, problem", number) == []
    assert len(fate.held(number, field)) == 1
    assert not case.cells or fate.held(number, field) == [case.kept]


def test_every_reason_is_written_down(fate: Fate) -> None:
    """Not the first only: a batch is put right in one go."""
    number = NAMES.index("inspections.debts: period_from=2026-11-01")
    assert set(fate.reasons(number, "rejected")) == {"period_from after_batch", "period_to end_before_start"}


def test_the_three_fates_add_up_to_read(fate: Fate) -> None:
    columns = 'source, "table", read, loaded, superseded, rejected, warnings'
    accounts = fate.db.execute(f"select {columns} from audit_account where batch_on = ?", [BATCH]).fetchall()
    for source, name, read, loaded, superseded, rejected, warnings in accounts:
        of = [[case for case in cases if case.table == f"{source}.{name}"] for cases in (CASES, REJECTED, DOUBTED)]
        assert [read, rejected, warnings] == [len(cases) for cases in of]
        assert read == loaded + superseded + rejected
