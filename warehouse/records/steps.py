"""The administrative steps of orders: how many reach each, in how many days, where orders stand; and the phases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal, select

from warehouse.codes import PHASE, STAGE, Code
from warehouse.indicators.model import median
from warehouse.periods import Period
from warehouse.records.model import ListColumn, Listing, Where, complete, days_between, narrowing, number, shown
from warehouse.star import fact_inspection
from warehouse.text import Text
from warehouse.units import COUNT, DAYS, SHARE

i = fact_inspection.c
DATES = {item.code: i[f"{item.code}_on"] for item in STAGE.codes}
STEP_COLUMN = ListColumn("stage", STAGE.title, "code", codes=STAGE)
INSPECTIONS = number("inspections", Text("Inspections", lo="ການກວດກາ"))
OUTSIDE = number("outside", Text("Outside the phase", lo="ຢູ່ນອກໄລຍະ"))
OUTSIDE_SHARE = number("share", Text("Share outside", lo="ສັດສ່ວນທີ່ຢູ່ນອກ"), SHARE)
STAGES_COLUMNS = (
    STEP_COLUMN,
    number("reached", Text("Orders that reached it", lo="ຄຳສັ່ງທີ່ມາຮອດ"), COUNT),
    number("median_days", Text("Median days from the step before", lo="ມື້ມັດທະຍະຖານແຕ່ຂັ້ນຕອນກ່ອນ"), DAYS),
    number("backlog", Text("Orders standing here now", lo="ຄຳສັ່ງທີ່ຄ້າງຢູ່ຂັ້ນນີ້"), COUNT),
    number("median_age_days", Text("Their median days here", lo="ມື້ມັດທະຍະຖານທີ່ຄ້າງ"), DAYS),
)


def ordered_in(period: Period | None, where: Where, day: date) -> list[ColumnElement[bool]]:
    """Orders not cancelled, given in the period, that the filters leave."""
    spans = [] if period is None else [i.ordered_on.between(period.starts_on, period.ends_by(day))]
    return [i.cancelled == 0, *spans, *narrowing(where, fact_inspection)]


def waiting_days(code: str) -> ColumnElement[Any]:
    """Days since the last step before it that was recorded: not every order is notified, for one."""
    codes = list(DATES)
    earlier = [DATES[c] for c in reversed(codes[: codes.index(code)])]
    return days_between(func.coalesce(*earlier) if len(earlier) > 1 else earlier[0], DATES[code])


@dataclass(frozen=True)
class Funnel:
    """How many of the orders given in a period reached each administrative step."""

    period: Period | None = None
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        reached = select(*(func.count(on) for on in DATES.values())).where(*ordered_in(self.period, self.where, day))
        numbers = connection.execute(reached).one()
        orders = number("orders", Text("Orders", lo="ຄຳສັ່ງ"))
        return complete((STEP_COLUMN, orders), zip(DATES, numbers, strict=True))


@dataclass(frozen=True)
class Stages:
    """Each step: orders of the period that reached it and their median days, and the open orders now standing at it."""

    period: Period | None = None
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        reached = Funnel(self.period, self.where).listing(connection, day).column("orders")
        steps = list(DATES)[1:]
        gaps = select(*(median(waiting_days(step)).build(None) for step in steps))
        days = (None, *connection.execute(gaps.where(*ordered_in(self.period, self.where, day))).one())
        standing = self.backlog(connection, day)
        rows = (
            (step, count, wait, *standing.get(step, (0, None)))
            for step, count, wait in zip(DATES, reached, days, strict=True)
        )
        return complete(STAGES_COLUMNS, rows)

    def backlog(self, connection: Connection, day: date) -> dict[str, tuple[int, float | None]]:
        """Open orders and their median age by the step at which they stand, whenever they were given."""
        age = median(days_between(i.stage_on, literal(day))).build(None)
        standing = select(i.stage_code, func.count(), age).where(
            *ordered_in(None, self.where, day), i.closed_on.is_(None)
        )
        return {code: (count, days) for code, count, days in connection.execute(standing.group_by(i.stage_code))}


@dataclass(frozen=True)
class OutsidePhase:
    """Inspections by the phase in which they were conducted, and those outside its targets or method."""

    period: Period | None = None
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        spans = [] if self.period is None else [i.conducted_on.between(self.period.starts_on, self.period.ends_by(day))]
        counts = (
            select(i.phase_code, func.count(), func.count().filter(i.outside_phase == 1))
            .where(i.cancelled == 0, i.phase_code.is_not(None), *spans, *narrowing(self.where, fact_inspection))
            .group_by(i.phase_code)
        )
        found = {code: (inspections, outside) for code, inspections, outside in connection.execute(counts)}
        rows = ((c.code, *found[c.code], found[c.code][1] / found[c.code][0]) for c in phases_of(found))
        return complete((shown(i.phase_code), INSPECTIONS, OUTSIDE, OUTSIDE_SHARE), rows)


def phases_of(found: dict[str, tuple[int, int]]) -> list[Code]:
    """The plan's phases that have inspections, in the plan's order."""
    return [item for item in PHASE.codes if item.code in found]
