"""Five hundred units with random histories: the warehouse's SQL and the rule in plain Python say the same of every month."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import func, select

from tests.conftest import AskedOf
from tests.spec.tables import AS_OF
from warehouse.periods import add_months, month_end, month_start
from warehouse.star import dim_labour_unit, fact_unit_month, rollup_unit_month

UNITS = 500
TODAY = date.fromisoformat(AS_OF)
FIRST = date(2025, 6, 1)
LAST = month_start(TODAY)


@dataclass
class Row:
    due: int
    paid: int
    paid_on: date | None


@dataclass
class Unit:
    number: str
    registered_on: date
    closed_on: date | None
    sent: dict[date, Row] = field(default_factory=dict)


def months(first: date, last: date) -> Iterator[date]:
    month = month_start(first)
    while month <= last:
        yield month
        month = add_months(month, 1)


def random_units(chance: random.Random) -> list[Unit]:
    units = []
    for number in range(UNITS):
        since = FIRST + timedelta(days=chance.randrange(480))
        until = since + timedelta(days=chance.randrange(400)) if chance.random() < 0.3 else None
        unit = Unit(f"R{number:03}", since, until if until and until <= TODAY else None)
        habit = chance.choice([0.0, 0.1, 0.5, 0.9])
        for month in months(since, min(unit.closed_on or LAST, LAST)):
            if chance.random() < 0.75:
                due = chance.choice([0, 100, 100, 100, 250])
                paid = chance.choice([due, due, due // 2, due + 1]) if chance.random() < habit else 0
                on = min(add_months(month, 1) + timedelta(days=chance.randrange(-5, 30)), TODAY)
                unit.sent[month] = Row(due, paid, on if paid and chance.random() < 0.9 else None)
        units.append(unit)
    return units


def judged(unit: Unit) -> dict[date, tuple[str, int]]:
    """rules.md, Contributions, as a person would work it out: (status, due) of each month."""
    found: dict[date, tuple[str, int]] = {}
    due = unpaid_run = 0
    ever_paid = False
    for month in months(unit.registered_on, min(unit.closed_on or LAST, LAST)):
        row = unit.sent.get(month)
        due = row.due if row else due
        paid = row.paid if row else 0
        ever_paid = ever_paid or paid > 0
        due_on = add_months(month, 1).replace(day=15)
        owes_nothing = row is not None and due == 0
        unpaid_run = 0 if paid or owes_nothing else unpaid_run + 1
        if due_on > TODAY:
            status = "not_yet_due"
        elif owes_nothing or (paid and paid >= due and row and row.paid_on and row.paid_on <= due_on):
            status = "paid_on_time"
        elif paid:
            status = "paid_late" if paid >= due else "part_paid"
        elif not ever_paid:
            status = "never_paid"
        else:
            status = "stopped" if unpaid_run >= 3 else "unpaid"
        found[month] = (status, due)
    return found


def text(units: list[Unit]) -> str:
    lines = ["lsso.labour_units", "ss_number | registered_on | closed_on"]
    lines += [f"{unit.number} | {unit.registered_on} | {unit.closed_on or ''}" for unit in units]
    lines += ["lsso.contributions", "ss_number | month | due_lak | paid_lak | paid_on"]
    lines += [
        f"{unit.number} | {month:%Y-%m} | {row.due} | {row.paid} | {row.paid_on or ''}"
        for unit in units
        for month, row in unit.sent.items()
    ]
    return "\n".join(lines)


def test_random_histories(asked_of: AskedOf) -> None:
    units = random_units(random.Random(4139))
    asked = asked_of(text(units))
    m, u = fact_unit_month.c, dim_labour_unit.c
    chosen = select(u.ss_number, m.month_start, m.status_code, m.due_lak, m.standing_code).join_from(
        fact_unit_month, dim_labour_unit, u.unit_key == m.unit_key
    )
    found: dict[str, dict[date, tuple[str, int]]] = {}
    standing: dict[str, str | None] = {}
    for number, month, status, due, stands in asked.connection.execute(chosen):
        found.setdefault(number, {})[month] = (status, due)
        if month == LAST:
            standing[number] = stands
    expected = {unit.number: judged(unit) for unit in units}
    assert found == expected
    assert {status for of in expected.values() for status, _ in of.values()} >= {"stopped", "never_paid", "paid_late"}
    september = add_months(LAST, -1)
    for number, stands in standing.items():
        assert stands == expected[number].get(september, (None, 0))[0]


def test_the_rollup_adds_up_to_the_law(asked_of: AskedOf) -> None:
    units = random_units(random.Random(4139))
    asked = asked_of(text(units))
    r = rollup_unit_month.c
    names = ("paid_on_time", "paid_late", "part_paid", "unpaid", "stopped", "never_paid")
    chosen = select(r.month_start, *(func.sum(r[name]) for name in names)).group_by(r.month_start)
    by_hand = [status for unit in units for status, _ in judged(unit).values()]
    totals = [sum(row[n] for row in asked.connection.execute(chosen)) for n in range(1, len(names) + 1)]
    assert totals == [by_hand.count(name) for name in names]
    for month in months(FIRST, LAST):
        on_day = min(month_end(month), TODAY)
        alive = [x for x in units if x.registered_on <= on_day and not (x.closed_on and x.closed_on <= on_day)]
        assert asked("registered_units", f"{month:%Y-%m}") == len(alive)
