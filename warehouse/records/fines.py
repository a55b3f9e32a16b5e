"""Fines and appeals counted: imposed beside statutory and paid, by basis and status, those to look at, results of appeals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, cast, func, select

from warehouse.codes import APPEAL_RESULT, FINE_BASIS, FINE_FLAG, FINE_STATUS, CodeList
from warehouse.codes.model import Code
from warehouse.indicators.model import median
from warehouse.periods import Period
from warehouse.records.enforcement import FLAGS
from warehouse.records.model import ListColumn, Listing, Where, complete, narrowing, number
from warehouse.star import dim_date, fact_appeal, fact_fine
from warehouse.text import Text
from warehouse.units import DAYS, KIP

f, a = fact_fine.c, fact_appeal.c
FINES = number("fines", Text("Fines", lo="ການປັບໃໝ"))
IMPOSED = number("imposed_lak", Text("Imposed", lo="ປັບໃໝ"), KIP)
AMOUNTS = (
    FINES,
    IMPOSED,
    number("statutory_lak", Text("Statutory amount", lo="ຈຳນວນຕາມກົດໝາຍ"), KIP),
    number("paid_lak", Text("Paid so far", lo="ຊຳລະແລ້ວ"), KIP),
)
BY: dict[str, tuple[Column[str], CodeList]] = {
    "basis": (f.basis_code, FINE_BASIS),
    "fine_status": (f.status_code, FINE_STATUS),
}
RESULTS = CodeList(
    "appeal_outcome",
    APPEAL_RESULT.title,
    (*APPEAL_RESULT.codes, Code("undecided", Text("Not decided yet", lo="ຍັງບໍ່ທັນຕັດສິນ"))),
)


def summed(column: Column[Any]) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


def amounts() -> tuple[ColumnElement[int], ...]:
    return (func.count(), *(summed(column) for column in (f.imposed_lak, f.statutory_lak, f.paid_lak)))


def imposed_in(first: date, last: date, where: Where) -> list[ColumnElement[bool]]:
    return [f.imposed_on.between(first, last), *narrowing(where, fact_fine)]


def in_order(codes: CodeList, rows: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Rows by their code in the order of the list, those without any left out."""
    found = {row[0]: tuple(row) for row in rows}
    return [found[item.code] for item in codes if item.code in found]


@dataclass(frozen=True)
class FinesByPeriod:
    """Fines not cancelled by the period in which they were imposed: imposed, what the law gives, paid so far."""

    periods: tuple[Period, ...]
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        key = dim_date.c[self.periods[0].grain]
        span = imposed_in(self.periods[0].starts_on, self.periods[-1].ends_by(day), self.where)
        source = fact_fine.join(dim_date, dim_date.c.day == f.imposed_on)
        chosen = select(key, *amounts()).select_from(source).where(f.cancelled == 0, *span).group_by(key)
        found = {row[0]: tuple(row) for row in connection.execute(chosen)}
        rows = (found.get(period.id, (period.id, 0, 0, 0, 0)) for period in self.periods)
        return complete((ListColumn("period", Text("Period", lo="ໄລຍະເວລາ")), *AMOUNTS), rows)


@dataclass(frozen=True)
class FinesBy:
    """Fines of a period by `basis` (those not cancelled) or by `fine_status` (all)."""

    by: str
    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        if self.by not in BY:
            raise ValueError(f"fines are counted by one of {', '.join(BY)}, not by {self.by!r}")
        column, codes = BY[self.by]
        conditions = imposed_in(self.period.starts_on, self.period.ends_by(day), self.where)
        conditions += [f.cancelled == 0] if self.by == "basis" else []
        rows = connection.execute(select(column, *amounts()).where(*conditions).group_by(column))
        return complete((ListColumn(self.by, codes.title, "code", codes=codes), *AMOUNTS), in_order(codes, rows))


@dataclass(frozen=True)
class FineFlags:
    """Fines of a period to look at: unlike the statutory amount, imposed after compliance, none of their phase."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        conditions = [f.cancelled == 0, *imposed_in(self.period.starts_on, self.period.ends_by(day), self.where)]
        counts = [
            item
            for column in FLAGS.values()
            for item in (
                func.count().filter(column == 1),
                cast(func.coalesce(func.sum(f.imposed_lak).filter(column == 1), 0), BigInteger),
            )
        ]
        found = connection.execute(select(*counts).where(*conditions)).one()
        rows = ((code, *found[2 * at : 2 * at + 2]) for at, code in enumerate(FLAGS))
        return complete((ListColumn("flag", FINE_FLAG.title, "code", codes=FINE_FLAG), FINES, IMPOSED), rows)


@dataclass(frozen=True)
class AppealResults:
    """Appeals filed in a period by what was decided so far, and the median days until then."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        result = func.coalesce(a.result_code, "undecided")
        filed = a.filed_on.between(self.period.starts_on, self.period.ends_by(day))
        chosen = select(result, func.count(), median(a.days_to_decide).build(None)).group_by(result)
        rows = connection.execute(chosen.where(filed, *narrowing(self.where, fact_appeal)))
        columns = (
            ListColumn("result", RESULTS.title, "code", codes=RESULTS),
            number("appeals", Text("Appeals", lo="ການອຸທອນ")),
            number("median_days", Text("Median days to the decision", lo="ມື້ມັດທະຍະຖານຈົນຕັດສິນ"), DAYS),
        )
        return complete(columns, in_order(RESULTS, rows))
