"""The enforcement ladder counted: what became of the measures of a period, how far inspections climbed, what is owed where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, Integer, Select, case, cast, func, literal, select

from warehouse.codes import STEP, CodeList
from warehouse.codes.model import Code
from warehouse.indicators.model import SLICES
from warehouse.periods import Period, add_months
from warehouse.records.model import ListColumn, Listing, Where, complete, days_between, narrowing, number, shown
from warehouse.records.states import held, running, unfulfilled
from warehouse.star import fact_inspection, fact_measure
from warehouse.text import Text

m, i = fact_measure.c, fact_inspection.c
LADDER = tuple(item.code for item in STEP.codes if item.code != "benefit_suspension")  # which goes with a fine
ENDED = ("in_time", "late", "followed", "owed", "expired", "pending")
STEP_COLUMN = ListColumn("step", STEP.title, "code", codes=STEP)
LADDER_COLUMNS = (
    STEP_COLUMN,
    number("issued", Text("Issued in the period", lo="ອອກໃນໄລຍະ")),
    number("ended", Text("Deadline in the period", lo="ຮອດກຳນົດໃນໄລຍະ")),
    number("in_time", Text("Complied in time", lo="ປະຕິບັດທັນກຳນົດ")),
    number("late", Text("Complied late", lo="ປະຕິບັດຊ້າ")),
    number("followed", Text("Not complied, a higher step taken", lo="ບໍ່ປະຕິບັດ, ໃຊ້ຂັ້ນຕອນສູງກວ່າແລ້ວ")),
    number("owed", Text("Not complied, next step owed", lo="ບໍ່ປະຕິບັດ, ຍັງຄ້າງຂັ້ນຕອນຕໍ່ໄປ")),
    number("expired", Text("Not complied, no step follows", lo="ບໍ່ປະຕິບັດ, ບໍ່ມີຂັ້ນຕອນຕໍ່ໄປ")),
    number("pending", Text("Still running, on the last day", lo="ຍັງບໍ່ເກີນກຳນົດ, ເປັນມື້ສຸດທ້າຍ")),
    number("running", Text("Running at the end", lo="ຍັງບໍ່ຮອດກຳນົດໃນທ້າຍໄລຍະ")),
    number("due_soon", Text("Of them within 14 days", lo="ໃນນັ້ນພາຍໃນ 14 ວັນ")),
)
RUNGS = CodeList(
    "rung",
    Text("How far", lo="ມາຮອດ"),
    (
        Code("inspections", Text("Inspections", lo="ການກວດກາ")),
        Code("with_findings", Text("With findings", lo="ພົບບັນຫາ")),
        *(item for item in STEP.codes if item.code in LADDER),
    ),
)
RUNG_COLUMNS = (
    ListColumn("rung", RUNGS.title, "code", codes=RUNGS),
    number("inspections", Text("Inspections", lo="ການກວດກາ")),
)
OWED_COLUMNS = (
    number("owed", Text("Next steps owed", lo="ຂັ້ນຕອນຕໍ່ໄປທີ່ຄ້າງ")),
    number("longest_days", Text("Longest: days over", lo="ດົນສຸດ: ມື້ທີ່ເກີນກຳນົດ")),
    number("due_soon", Text("Deadlines within 14 days", lo="ກຳນົດເວລາພາຍໃນ 14 ວັນ")),
    number("running", Text("All running deadlines", lo="ກຳນົດເວລາທີ່ຍັງບໍ່ຮອດທັງໝົດ")),
)


def times(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(*conditions)


@dataclass(frozen=True)
class LadderSteps:
    """Each step: how many measures a period has, what became by now of those whose deadline lay in it, what still runs.

    A measure whose deadline is in the period has been complied with, in time or late, or was followed by a higher
    step, or the next is owed, or it has the as-of date itself for its deadline.
    """

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        first, last = self.period.starts_on, self.period.ends_by(day)
        ended = m.deadline_on.between(first, last)
        over = ended & unfulfilled(day) & (m.deadline_on < day)
        owed = func.coalesce(held(m.owed_from_on, m.owed_until_on, day), False)
        followed = func.coalesce(m.higher_step_on <= day, False)
        counts = (
            times(m.issued_on.between(first, last)),
            times(ended),
            times(ended, m.complied_on <= m.deadline_on),
            times(ended, m.complied_on > m.deadline_on, m.complied_on <= day),
            times(over, followed),
            times(over, owed),
            times(over, ~owed, ~followed),
            times(ended, unfulfilled(day), m.deadline_on >= day),
            times(*running(last)),
            times(held(m.due_soon_from_on, m.due_soon_until_on, last)),
        )
        chosen = select(m.step_code, *counts).where(*narrowing(self.where, fact_measure)).group_by(m.step_code)
        found = {row[0]: row for row in connection.execute(chosen)}
        return complete(LADDER_COLUMNS, (found[item.code] for item in STEP.codes if item.code in found))


@dataclass(frozen=True)
class LadderFunnel:
    """Of the inspections of the twelve months up to a period's end (or the period, if longer): how many came to each step.

    Steps take up to 90 days each, so that a month's inspections have not climbed yet. An inspection counts at every step
    up to the highest that it has reached by now.
    """

    period: Period
    where: Where = ()

    def span(self, day: date) -> tuple[date, date]:
        last = self.period.ends_by(day)
        return min(self.period.starts_on, add_months(last, -11)), last

    def listing(self, connection: Connection, day: date) -> Listing:
        reached = highest(day).subquery("reached")
        counts = (
            times(),
            times(i.findings > 0),
            *(times(reached.c.place >= place) for place in range(1, len(LADDER) + 1)),
        )
        within = (i.cancelled == 0, i.conducted_on.between(*self.span(day)), *narrowing(self.where, fact_inspection))
        source = fact_inspection.outerjoin(reached, reached.c.inspection_no == i.inspection_no)
        numbers = connection.execute(select(*counts).select_from(source).where(*within)).one()
        return complete(RUNG_COLUMNS, zip((item.code for item in RUNGS), numbers, strict=True))


def highest(day: date) -> Select[tuple[str, int]]:
    """Of each inspection, the place on the ladder of the highest measure that was issued by the day."""
    place = case({code: at for at, code in enumerate(LADDER, 1)}, value=m.step_code)
    issued = select(m.inspection_no, func.max(place).label("place")).where(m.issued_on <= day)
    return issued.group_by(m.inspection_no)


@dataclass(frozen=True)
class OwedBy:
    """By slice at a period's end: steps owed with the longest wait, deadlines due soon, and all that run; most owed first."""

    by: str
    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        key, on = sliced(self.by), self.period.ends_by(day)
        owed = held(m.owed_from_on, m.owed_until_on, on)
        over = cast(days_between(m.deadline_on, literal(on)), BigInteger)
        counts = (
            times(owed),
            cast(func.max(case((owed, over))), Integer),
            times(held(m.due_soon_from_on, m.due_soon_until_on, on)),
            times(*running(on)),
        )
        chosen = select(key, *counts).where(m.issued_on <= on, *narrowing(self.where, fact_measure)).group_by(key)
        rows = connection.execute(chosen.order_by(counts[0].desc(), counts[2].desc(), key))
        return complete((shown(key), *OWED_COLUMNS), (row for row in rows if row[1] or row[3] or row[4]))


def sliced(by: str) -> Column[str]:
    """The measure's column of a slice; ValueError where it has none."""
    if by not in SLICES:
        raise ValueError(f"measures are known by {', '.join(SLICES)}, not by {by!r}")
    return m[f"{by}_code"]
