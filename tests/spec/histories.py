"""Histories of what a unit sent and paid, with the law's answer in their last column; all of a module are loaded at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from tests.spec.asked import Asked
from tests.spec.tables import AS_OF, Batches
from warehouse.star import dim_labour_unit, fact_unit_month

Test = Callable[..., None]
NOTHING_SENT = "no row"


@dataclass(frozen=True)
class History:
    """A unit, and a table `month | due | paid | paid_on | status` with a row a month; `no row` was sent where it says so.

    `owes`, where it is a column, is the due that counts.
    """

    unit: str
    table: str
    registered_on: str
    closed_on: str

    def rows(self) -> Iterator[dict[str, str]]:
        columns, *rows = ([cell.strip() for cell in line.split("|")] for line in self.table.strip().splitlines())
        for row in rows:
            yield dict(zip(columns, row, strict=True))

    def sent(self) -> list[str]:
        """The lines of lsso.contributions."""
        return [
            f"{self.unit} | {row['month']} | {row['due']} | {row['paid']} | {row['paid_on']}"
            for row in self.rows()
            if row["due"] != NOTHING_SENT
        ]

    def expected(self) -> dict[str, tuple[str, ...]]:
        return {row["month"]: (row["status"], *([row["owes"]] if "owes" in row else [])) for row in self.rows()}

    def found(self, asked: Asked) -> dict[str, tuple[str, ...]]:
        """The statuses in the warehouse (and the dues, where the history tells them); `-` for none."""
        m, u = fact_unit_month.c, dim_labour_unit.c
        chosen = (
            select(m.month_start, m.status_code, m.due_lak)
            .join_from(fact_unit_month, dim_labour_unit, m.unit_key == u.unit_key)
            .where(u.ss_number == self.unit, u.is_current == 1)
        )
        with_dues = len(next(iter(self.expected().values()))) == 2
        return {
            f"{month:%Y-%m}": (status or "-", *([str(due)] if with_dues else []))
            for month, status, due in asked.connection.execute(chosen)
        }


class Law:
    """Collects the histories of a module's tests."""

    def __init__(self) -> None:
        self.histories: list[History] = []

    def __call__(self, table: str, registered_on: str = "2026-05-10", closed_on: str = "") -> Callable[[Test], Test]:
        """The test: in the months of the table, and in no other, the statuses are the table's."""

        def enter(said: Test) -> Test:
            history = History(said.__name__, table, registered_on, closed_on)
            self.histories.append(history)

            def test(asked: Asked) -> None:
                assert history.found(asked) == history.expected()

            test.__doc__, test.__name__ = said.__doc__, said.__name__
            return test

        return enter

    def batches(self, day: date | str = AS_OF) -> Batches:
        units = [f"{h.unit} | {h.registered_on} | {h.closed_on}" for h in self.histories]
        sent = [line for history in self.histories for line in history.sent()]
        tables = (
            *("lsso.labour_units", "ss_number | registered_on | closed_on", *units),
            *("lsso.contributions", "ss_number | month | due_lak | paid_lak | paid_on", *sent),
        )
        return {str(day): "\n".join(tables)}
