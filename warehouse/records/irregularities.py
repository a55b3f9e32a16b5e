"""Irregularities counted: which are found most, in which sectors and sizes, and what stays open past its deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, Integer, cast, distinct, func, literal, select

from warehouse.codes import IRREGULARITY
from warehouse.indicators.model import SLICES
from warehouse.periods import Period
from warehouse.records.inspections import still_open
from warehouse.records.model import ListColumn, Listing, Where, complete, days_between, narrowing, number, shown
from warehouse.star import fact_finding
from warehouse.text import Text
from warehouse.units import KIP, WORKERS

f = fact_finding.c
KIND = ListColumn("irregularity", IRREGULARITY.title, "code", codes=IRREGULARITY)
FINDINGS = number("findings", Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"))
WORKERS_AFFECTED = number("workers_affected", Text("Workers affected", lo="ຜູ້ອອກແຮງງານທີ່ໄດ້ຮັບຜົນກະທົບ"), WORKERS)
EVADED = number("evaded_lak", Text("Contributions evaded", lo="ເງິນສົມທົບທີ່ຫຼີກລ່ຽງ"), KIP)


def found_in(period: Period, where: Where, day: date) -> list[ColumnElement[bool]]:
    return [f.found_on.between(period.starts_on, period.ends_by(day)), *narrowing(where, fact_finding)]


def sliced(by: str) -> Column[str]:
    """The finding's column of a slice; ValueError where it has none."""
    if by not in SLICES:
        raise ValueError(f"findings are known by {', '.join(SLICES)}, not by {by!r}")
    return f[f"{by}_code"]


def totals() -> tuple[ColumnElement[int], ...]:
    return tuple(cast(func.coalesce(func.sum(column), 0), BigInteger) for column in (f.workers_affected, f.evaded_lak))


@dataclass(frozen=True)
class Irregularities:
    """Findings of a period by irregularity, the most frequent first, with the inspections, workers and kip behind them."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        inspections = func.count(distinct(f.inspection_no))
        chosen = select(f.irregularity_code, func.count(), inspections, *totals()).group_by(f.irregularity_code)
        rows = connection.execute(
            chosen.where(*found_in(self.period, self.where, day)).order_by(func.count().desc(), f.irregularity_code)
        )
        behind = number("inspections", Text("Inspections", lo="ການກວດກາ"))
        return complete((KIND, FINDINGS, behind, WORKERS_AFFECTED, EVADED), rows)


@dataclass(frozen=True)
class IrregularitiesBy:
    """Findings of a period by irregularity and slice."""

    by: str
    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        keys = (f.irregularity_code, sliced(self.by))
        chosen = select(*keys, func.count()).where(*found_in(self.period, self.where, day)).group_by(*keys)
        rows = connection.execute(chosen.order_by(*(key.asc().nulls_last() for key in keys)))
        return complete((KIND, shown(keys[1]), FINDINGS), rows)


@dataclass(frozen=True)
class OverdueBy:
    """Findings that on a period's last day were open past their deadline, by slice, and the longest of them in days."""

    by: str
    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        key, on = sliced(self.by), self.period.ends_by(day)
        longest = cast(func.max(days_between(f.deadline_on, literal(on))), Integer)
        chosen = select(key, func.count(), longest, *totals()).group_by(key)
        late = (*still_open(on), *narrowing(self.where, fact_finding))
        rows = connection.execute(chosen.where(*late).order_by(func.count().desc(), key))
        columns = (
            number("overdue", Text("Open past the deadline", lo="ຍັງບໍ່ແກ້ໄຂ ເກີນກຳນົດ")),
            number("longest_days", Text("Longest: days over", lo="ດົນສຸດ: ມື້ທີ່ເກີນກຳນົດ")),
        )
        return complete((shown(key), *columns, WORKERS_AFFECTED, EVADED), rows)
