"""Labour units in a month: their standing, their movement between months, their cohorts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Integer, Select, case, cast, extract, func, select
from sqlalchemy.types import Double

from warehouse.codes import JUDGED_STATUSES, UNIT_MONTH_STATUS
from warehouse.periods import Period, add_months, month_start
from warehouse.records.model import (
    Few,
    ListColumn,
    Listing,
    Paged,
    Where,
    complete,
    containing,
    narrowing,
    number,
    paged,
    shown,
)
from warehouse.records.statuses import SHARE_COMPLIED, slice_column
from warehouse.reference import due_day
from warehouse.star import dim_labour_unit, fact_inspection, fact_unit_month
from warehouse.text import Text
from warehouse.units import KIP, SHARE, WORKERS

m, u, i = fact_unit_month.c, dim_labour_unit.c, fact_inspection.c
INSTEAD = {"status": m.standing_code, "unit": u.ss_number}
STANDINGS = {"never_paid_units": "never_paid", "stopped_units": "stopped"}
CURRENT = fact_unit_month.join(dim_labour_unit, (m.unit_key == u.unit_key) & (u.is_current == 1))
UNIT_COLUMNS = (
    *((shown(c), c) for c in (u.ss_number, u.name_en, u.name_lo)),
    *((shown(c), c) for c in (m.province_code, m.district_code, m.sector_code, m.size_code, m.scheme_code)),
    *((shown(c), c) for c in (u.registered_on, m.standing_code)),
    (shown(m.insured_workers, "workers", WORKERS), m.insured_workers),
    *((shown(c, unit=KIP), c) for c in (m.due_lak, m.paid_lak)),
    (shown(m.paid_on), m.paid_on),
)
UNITS = number("units", Text("Units", lo="ຫົວໜ່ວຍ"))
NEVER = number("never", Text("Never inspected", lo="ບໍ່ເຄີຍກວດກາ"))
NEVER_SHARE = number("share", Text("Share never inspected", lo="ສັດສ່ວນທີ່ບໍ່ເຄີຍກວດກາ"), SHARE)
BEFORE = ListColumn("before", Text("Status before", lo="ສະຖານະກ່ອນ"), "code", codes=UNIT_MONTH_STATUS)
AFTER = ListColumn("after", Text("Status after", lo="ສະຖານະຫຼັງ"), "code", codes=UNIT_MONTH_STATUS)
REGISTERED_IN = number("year", Text("Registered in", lo="ປີທີ່ຂຶ້ນທະບຽນ"))
STATUS_COLUMNS = tuple(number(code, UNIT_MONTH_STATUS.title_of(code)) for code in JUDGED_STATUSES)


def last_due_month(period: Period, day: date) -> date:
    """The last month, not after the period's, whose contributions had fallen due on `day`."""
    month = month_start(period.ends_by(day))
    while add_months(month, 1).replace(day=due_day(month)) > day:
        month = add_months(month, -1)
    return month


def inspected_by(day: date) -> Select[Any]:
    """The keys of units that were inspected, by their number, up to the day."""
    known = (u.is_current == 1, i.ss_number == u.ss_number, i.cancelled == 0, i.conducted_on <= day)
    return select(u.unit_key).distinct().where(*known)


@dataclass(frozen=True, kw_only=True)
class UnitList(Paged):
    """Units registered on the last day of a period, with their standing then: the status of the last month fallen due.

    `indicator` narrows to the units behind it; filters: the slices of a unit, and `standing`.
    """

    period: Period
    indicator: str | None = None
    never_inspected: bool | None = None

    def listing(self, connection: Connection, day: date) -> Listing:
        last = self.period.ends_by(day)
        registered = [m.month_start == month_start(last), m.registered == 1]
        standing = [m.standing_code == STANDINGS[self.indicator]] if self.indicator in STANDINGS else []
        here = [*registered, *standing, *narrowing(self.where, fact_unit_month, instead=INSTEAD)]
        seen = m.unit_key.in_(inspected_by(last))
        unseen = [] if self.never_inspected is None else [~seen if self.never_inspected else seen]
        asked = containing(self.search, u.ss_number, u.name_en, as_is=(u.name_lo,))
        numbered = any(name == "unit" for name, _ in self.where)
        few = Few(m.unit_key, CURRENT if asked or numbered else fact_unit_month, registered)
        return paged(connection, self, UNIT_COLUMNS, CURRENT, [*here, *unseen, *asked], (u.ss_number,), few)


@dataclass(frozen=True)
class NeverInspected:
    """Units registered at a period's end, by slice, and those of them without any inspection until then."""

    by: str
    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        slice_column(self.by)
        last = self.period.ends_by(day)
        key = m[f"{self.by}_code"]
        seen = inspected_by(last).subquery("seen")
        never = func.count() - func.count(seen.c.unit_key)
        share = cast(never, Double) / cast(func.count(), Double)
        source = fact_unit_month.outerjoin(seen, m.unit_key == seen.c.unit_key)
        chosen = select(key, func.count(), never, share).select_from(source).group_by(key)
        registered = (m.month_start == month_start(last), m.registered == 1, *narrowing(self.where, fact_unit_month))
        rows = connection.execute(chosen.where(*registered).order_by(key.asc().nulls_last()))
        return complete((shown(key), UNITS, NEVER, NEVER_SHARE), rows)


@dataclass(frozen=True)
class Movement:
    """Units by their status in the last due month of one period and of a later one; None: not registered in that month.

    A unit that moved counts where it is in the later period.
    """

    before: Period
    after: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        first, last = last_due_month(self.before, day), last_due_month(self.after, day)
        names = {f"{name}_code": codes for name, codes in self.where if slice_column(name) is not None}
        places = (func.coalesce(in_month(last, m[n]), in_month(first, m[n])).label(n) for n in names)
        statuses = (in_month(first, m.status_code).label("before"), in_month(last, m.status_code).label("after"))
        known = (m.month_start.in_((first, last)), m.status_code.is_not(None))
        units = select(*statuses, *places).where(*known).group_by(m.unit_key).subquery("units")
        keys = (units.c.before, units.c.after)
        moved = select(*keys, func.count()).where(*(units.c[name].in_(codes) for name, codes in names.items()))
        rows = connection.execute(moved.group_by(*keys).order_by(*(key.asc().nulls_last() for key in keys)))
        return complete((BEFORE, AFTER, UNITS), rows)


def in_month(month: date, column: Column[Any]) -> ColumnElement[Any]:
    """A unit's value in that month: grouping two months by unit takes less time than joining them."""
    return func.max(case((m.month_start == month, column)))


@dataclass(frozen=True)
class Cohorts:
    """Units by the year in which they registered and their status in the last due month of a period."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        year = cast(extract("year", u.registered_on), Integer)
        counts = [func.count().filter(m.status_code == code) for code in JUDGED_STATUSES]
        share = cast(counts[0] + counts[1], Double) / cast(func.count(), Double)
        chosen = select(year, func.count(), *counts, share).select_from(CURRENT).group_by(year).order_by(year)
        month = last_due_month(self.period, day)
        due = (m.month_start == month, m.status_code.is_not(None), *narrowing(self.where, fact_unit_month))
        rows = connection.execute(chosen.where(*due))
        return complete((REGISTERED_IN, UNITS, *STATUS_COLUMNS, SHARE_COMPLIED), rows)
