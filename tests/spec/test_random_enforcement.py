"""Two hundred inspections with random measures and fines: the warehouse, and rules.md read in plain Python, say the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

import pytest
from sqlalchemy import select

from tests.rules.test_random import Fine, Measure, half_up
from tests.spec.asked import Asked
from tests.spec.tables import AS_OF
from warehouse.periods import add_months, month_end, month_start
from warehouse.query import By
from warehouse.star import fact_fine

TODAY = date.fromisoformat(AS_OF)
FIRST = date(2025, 9, 1)
LADDER = ("education", "warning", "summons", "fine", "prosecution")
PROVINCES, METHODS, SCHEMES = ("01", "07", "18"), ("direct", "indirect"), ("enterprise", "civil_servant", "voluntary")


@dataclass
class Issued:
    """A measure as it was sent."""

    number: str
    step: str
    issued_on: date
    deadline_on: date | None
    complied_on: date | None


@dataclass
class Inspection:
    number: int
    province: str
    method: str
    scheme: str
    measures: list[Issued] = field(default_factory=list)
    fines: dict[str, Fine] = field(default_factory=dict)

    def deadline(self, measure: Issued) -> date | None:
        """The deadline is issue date + days unless the row gives one; prosecution and what is off the ladder have no days."""
        if measure.deadline_on or measure.step not in LADDER[:-1]:
            return measure.deadline_on
        return measure.issued_on + timedelta(days=90)

    def states(self, measure: Issued, day: date) -> set[str]:
        place = LADDER.index(measure.step) if measure.step in LADDER else len(LADDER)
        higher = [other.issued_on for other in self.measures if other.step in LADDER[place + 1 :]]
        follows = None if place >= len(LADDER) - 1 else LADDER[place + 1]
        judged = Measure(
            measure.issued_on, self.deadline(measure), measure.complied_on, min(higher, default=None), follows
        )
        return judged.states(day)


def random_inspections() -> list[Inspection]:
    chance = random.Random(4139)

    def some_day(after: date, most: int) -> date:
        return min(after + timedelta(days=chance.randrange(most)), TODAY)

    def measure(number: str) -> Issued:
        issued = some_day(FIRST, 425)
        given = issued + timedelta(days=chance.randrange(-3, 120)) if chance.random() < 0.3 else None
        complied = max(FIRST, some_day(issued - timedelta(days=2), 150)) if chance.random() < 0.4 else None
        return Issued(number, chance.choice([*LADDER, "warning", "benefit_suspension"]), issued, given, complied)

    def fine() -> Fine:
        basis = chance.choice(["non_participation", "unregistered_workers", "late_payment", "damage"])
        months = chance.choice([None, 1, 3, 4, 12, 36])
        imposed = (
            some_day(FIRST, 425) if chance.random() < 0.9 else date(2014, 6, 1) + timedelta(days=chance.randrange(700))
        )
        return Fine(
            basis, found.scheme, chance.randrange(10 ** chance.randrange(1, 11)), months, imposed, chance.randrange(15)
        )

    inspections = []
    for n in range(200):
        found = Inspection(n, chance.choice(PROVINCES), chance.choice(METHODS), chance.choice(SCHEMES))
        found.measures = [measure(f"M{n}.{i}") for i in range(chance.randrange(5))]
        if found.measures:
            found.fines = {f"F{n}.{i}": fine() for i in range(chance.randrange(3))}
        inspections.append(found)
    return inspections


INSPECTIONS = random_inspections()


def text() -> str:
    lines = ["inspections.orders", "inspection_no | district_code | method | scheme"]
    lines += [f"{i.number} | {i.province}01 | {i.method} | {i.scheme}" for i in INSPECTIONS]
    lines += ["inspections.measures", "measure_no | inspection_no | step | issued_on | deadline_on | complied_on"]
    lines += [
        f"{m.number} | {i.number} | {m.step} | {m.issued_on} | {m.deadline_on or ''} | {m.complied_on or ''}"
        for i in INSPECTIONS
        for m in i.measures
    ]
    lines += ["inspections.fines", "fine_no | measure_no | basis | base_lak | months | imposed_lak | imposed_on"]
    lines += [
        f"{number} | {i.measures[0].number} | {f.basis} | {f.base_lak} | {'' if f.months is None else f.months} | {f.imposed_lak} "
        f"| {f.imposed_on}"
        for i in INSPECTIONS
        for number, f in i.fines.items()
    ]
    return "\n".join(lines)


TABLES = text()
MONTHS = [add_months(FIRST, n) for n in range(14)]
ALL = [(i, m) for i in INSPECTIONS for m in i.measures]
Number = Callable[[list[Inspection], date], float | None]


def stock(state: str) -> Number:
    """Measures in a state on the month's last day."""

    def counted(of: list[Inspection], month: date) -> float:
        day = min(month_end(month), TODAY)
        return sum(state in i.states(m, day) for i in of for m in i.measures)

    return counted


def in_month(day: date | None, month: date) -> bool:
    return day is not None and day <= TODAY and month_start(day) == month


def compliance_after_warning(of: list[Inspection], month: date) -> float | None:
    warnings = [(m.complied_on, d) for i in of for m in i.measures if m.step == "warning" and (d := i.deadline(m))]
    due = [bool(complied and complied <= deadline) for complied, deadline in warnings if in_month(deadline, month)]
    return sum(due) / len(due) if due else None


def days_to_comply(of: list[Inspection], month: date) -> float | None:
    days = [
        (m.complied_on - m.issued_on).days
        for i in of
        for m in i.measures
        if m.complied_on and in_month(m.complied_on, month)
    ]
    return median(days) if days else None


def fine_variance_cases(of: list[Inspection], month: date) -> float:
    return sum(bool(f.varies) for i in of for f in i.fines.values() if in_month(f.imposed_on, month))


BY_HAND: dict[str, Number] = {
    "steps_owed": stock("owed"),
    "deadlines_due_soon": stock("due_soon"),
    "deadlines_expired": stock("expired"),
    "compliance_after_warning": compliance_after_warning,
    "days_to_comply": days_to_comply,
    "fine_variance_cases": fine_variance_cases,
}
SLICES: dict[By, tuple[str, ...]] = {"none": ("all",), "province": PROVINCES, "method": METHODS, "scheme": SCHEMES}


@pytest.mark.parametrize("by", SLICES)
@pytest.mark.parametrize("indicator", BY_HAND)
def test_every_month(indicator: str, by: By, asked: Asked) -> None:
    found = asked.values(indicator, *(f"{month:%Y-%m}" for month in MONTHS), by=by)
    numbers = {(v.period, v.slice): v.value for v in found if v.slice in SLICES[by]}
    expected = {
        (f"{month:%Y-%m}", slice_): BY_HAND[indicator](
            [i for i in INSPECTIONS if by == "none" or getattr(i, by) == slice_], month
        )
        for month in MONTHS
        for slice_ in SLICES[by]
    }
    assert numbers == expected
    assert len({value for value in expected.values() if value}) > 1


def test_every_fine(asked: Asked) -> None:
    f = fact_fine.c
    chosen = select(f.fine_no, f.statutory_lak, f.difference_lak, f.variance)
    fines = {number: fine for i in INSPECTIONS for number, fine in i.fines.items()}
    expected = {}
    for number, fine in fines.items():
        lak = None if fine.statutory is None else half_up(fine.statutory)
        expected[number] = (lak, None if lak is None else fine.imposed_lak - lak, int(bool(fine.varies)))
    assert {row[0]: tuple(row[1:]) for row in asked.connection.execute(chosen)} == expected
    assert None in {lak for lak, *_ in expected.values()}
