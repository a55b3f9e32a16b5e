"""Who pays: unit-months by status over time, by slice and by phase, from the rollup alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, cast, func, select
from sqlalchemy.types import BigInteger, Double

from warehouse.codes import JUDGED_STATUSES, PHASE
from warehouse.periods import Period
from warehouse.records.model import ListColumn, Listing, Where, complete, narrowing, number, shown
from warehouse.reference import phases
from warehouse.star import rollup_unit_month
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE

r = rollup_unit_month.c
SUMMED = ("with_status", *JUDGED_STATUSES, "due_lak", "paid_lak")
SUM_COLUMNS = tuple(number(name, r[name].info["title"], KIP if name.endswith("_lak") else COUNT) for name in SUMMED)
COMPLIED = number("complied", Text("Paid in full", lo="ຊຳລະຄົບ"))
PHASE_COLUMN = ListColumn("phase", PHASE.title, "code", codes=PHASE)
SHARE_COMPLIED = number("share", Text("Compliance rate", lo="ອັດຕາການປະຕິບັດຕາມກົດໝາຍ"), SHARE)


def summed(name: str) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(r[name]), 0), BigInteger)


def sums() -> list[ColumnElement[int]]:
    return [summed(name) for name in SUMMED]


def in_months(first: date, last: date, day: date, where: Where) -> list[ColumnElement[bool]]:
    return [r.month_start.between(first, min(last, day)), *narrowing(where, rollup_unit_month)]


def with_share(row: Row[Any] | Sequence[Any]) -> tuple[Any, ...]:
    """The row with the share complied at its end; None where no unit-month has fallen due."""
    due, on_time, late = row[1:4]
    return (*row, (on_time + late) / due if due else None)


@dataclass(frozen=True)
class StatusByMonth:
    """Unit-months by status in each month from `first` to `last`, up to the as-of date."""

    first: date
    last: date
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        months = select(r.month_start, *sums()).where(*in_months(self.first, self.last, day, self.where))
        rows = connection.execute(months.group_by(r.month_start).order_by(r.month_start))
        return complete((shown(r.month_start, "month"), *SUM_COLUMNS), (tuple(row) for row in rows))


@dataclass(frozen=True)
class StatusBy:
    """Unit-months by status in a period, by province, district, sector, size or scheme."""

    by: str
    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        key = slice_column(self.by)
        chosen = select(key, *sums()).where(*in_months(self.period.starts_on, self.period.ends_on, day, self.where))
        rows = connection.execute(chosen.group_by(key).order_by(key.asc().nulls_last()))
        return complete((shown(key), *SUM_COLUMNS, SHARE_COMPLIED), (with_share(row) for row in rows))


@dataclass(frozen=True)
class StatusHeat:
    """The share complied by slice and month."""

    by: str
    first: date
    last: date
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        key = slice_column(self.by)
        complied = summed("paid_on_time") + summed("paid_late")
        share = cast(complied, Double) / cast(func.nullif(summed("with_status"), 0), Double)
        chosen = select(key, r.month_start, summed("with_status"), complied, share)
        chosen = chosen.where(*in_months(self.first, self.last, day, self.where)).group_by(key, r.month_start)
        rows = connection.execute(chosen.order_by(key.asc().nulls_last(), r.month_start))
        heads = (shown(key), shown(r.month_start, "month"), SUM_COLUMNS[0], COMPLIED, SHARE_COMPLIED)
        return complete(heads, rows)


@dataclass(frozen=True)
class ByPhase:
    """Unit-months by status in each phase of the plan that has begun."""

    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        known = phases()
        by_month = StatusByMonth(known[0].starts_on, known[-1].ends_on, self.where).listing(connection, day).rows
        rows = []
        for phase in known:
            months = [row[1:] for row in by_month if phase.starts_on <= row[0] <= phase.ends_on]
            if months:
                rows.append(with_share((phase.code, *(sum(numbers) for numbers in zip(*months, strict=True)))))
        return complete((PHASE_COLUMN, *SUM_COLUMNS, SHARE_COMPLIED), rows)


def slice_column(by: str) -> Any:
    """The column of a slice; ValueError where unit-months do not have it."""
    if f"{by}_code" not in r:
        raise ValueError(f"unit-months are not known by {by}")
    return r[f"{by}_code"]
