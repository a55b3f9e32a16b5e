"""Debts established after inspections or by the offices themselves, and how they are paid off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from etl.sample.orders import Inspection
from etl.sample.places import REPORTS_LATE
from etl.sample.records import Record, Row, days, pick, working_day
from etl.sample.scale import AS_OF, NEVER, Scale, month_number, month_start
from etl.sample.units import LATE, PART, STOPPED, UNPAYING, Units
from etl.sample.wages import declared

CAUSES = {"inability": 38, "dispute": 10, "concealment": 14, "administrative": 16, "closure": 9, "unknown": 13}
FIRST_ESTABLISHED = date(2022, 2, 1)


@dataclass(slots=True)
class Debt:
    number: str
    unit: int
    inspection: str | None
    cause: str
    first: date
    last: date
    principal: int
    established: date
    late: bool


def build_debts(scale: Scale, units: Units, inspections: list[Inspection], rng: np.random.Generator) -> list[Debt]:
    found: list[tuple[int, str | None, date, bool]] = []
    for made in inspections:
        owing = made.target.unit >= 0 and {"unpaid", "late_payment"} & set(made.irregularities)
        if owing and "decided_on" in made.stages and rng.random() < 0.5:
            found.append((made.target.unit, made.number, made.stages["decided_on"], made.late))
    debtors = np.flatnonzero(np.isin(units.habit, (LATE, PART, STOPPED, UNPAYING)))
    registered, length = units.registered.tolist(), (AS_OF - FIRST_ESTABLISHED).days
    provinces = units.provinces()
    for unit in debtors[rng.integers(0, len(debtors), scale.debts)].tolist():
        day = working_day(FIRST_ESTABLISHED + timedelta(days=int(length * rng.random() ** 0.7)))
        if (day - registered[unit]).days > 200:
            found.append((unit, None, day, str(provinces[unit]) == REPORTS_LATE))
    found.sort(key=lambda debt: (debt[2], debt[0]))
    return [owed(units, number, *debt, rng) for number, debt in enumerate(found, 1)]


def owed(
    units: Units, number: int, unit: int, inspection: str | None, day: date, late: bool, rng: np.random.Generator
) -> Debt:
    last = month_number(day) - int(rng.integers(1, 4))
    first = last - int(rng.integers(2, 22))
    months = np.arange(first, last + 1)
    share = rng.uniform(0.3, 1.0) if int(units.habit[unit]) in (LATE, PART) and units.stops[unit] == NEVER else 1.0
    due = declared(units, np.full(len(months), unit), np.maximum(months, 600))[2]
    end = month_start(last + 1) - timedelta(days=1)
    cause = pick(rng, list(CAUSES), list(CAUSES.values()))
    principal = max(1000, int(due.sum() * share) // 1000 * 1000)
    return Debt(f"D{number:06d}", unit, inspection, cause, month_start(first), end, principal, day, late)


def debt_records(debts: list[Debt], units: Units) -> Iterator[Record]:
    for debt in debts:
        row: Row = {
            "debt_no": debt.number, "ss_number": str(units.ss_number[debt.unit]), "inspection_no": debt.inspection,
            "cause": debt.cause, "period_from": debt.first, "period_to": debt.last, "principal_lak": debt.principal,
            "established_on": debt.established,
        }  # fmt: skip
        yield Record(debt.established, row, late=debt.late)


def payment_records(debts: list[Debt], rng: np.random.Generator) -> Iterator[Record]:
    """A third pays nothing, a third in full, a third by instalments; one in two hundred too much."""
    for debt in debts:
        plan = pick(rng, ("nothing", "full", "instalments"), (34, 28, 38))
        if plan == "nothing":
            continue
        parts = 1 if plan == "full" else int(rng.integers(3, 13))
        paid = parts if plan == "full" else int(rng.integers(1, parts + 1))
        day, extra = debt.established, 1.1 if rng.random() < 0.005 else 1.0
        for number in range(1, paid + 1):
            day = working_day(day + (days(rng, 10, 200) if parts == 1 else days(rng, 24, 45)))
            row: Row = {"debt_no": debt.number, "payment_no": str(number), "paid_on": day,
                        "amount_lak": int(debt.principal * extra / parts)}  # fmt: skip
            yield Record(day, row, late=debt.late)
