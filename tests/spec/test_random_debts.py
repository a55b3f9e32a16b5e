"""Three hundred random debts with their payments: balances, ages and rates of the warehouse, and of plain Python."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from tests.spec.asked import Asked
from warehouse.periods import Period, add_months, parse_period
from warehouse.query import By

TODAY = date(2026, 10, 20)
FIRST = date(2025, 3, 1)
PROVINCES = ("01", "07", "18")


@dataclass
class Debt:
    number: int
    province: str
    principal: int
    established_on: date
    payments: list[tuple[date, int]] = field(default_factory=list)

    def paid(self, first: date, last: date) -> int:
        return sum(amount for day, amount in self.payments if first <= day <= last)

    def outstanding(self, day: date) -> int:
        """Principal − payments up to D, never below 0; nothing before it is established."""
        return 0 if day < self.established_on else max(0, self.principal - self.paid(date.min, day))

    def established(self, first: date, last: date) -> int:
        return self.principal if first <= self.established_on <= last else 0


def random_debts() -> list[Debt]:
    chance = random.Random(117)
    debts = []
    for n in range(300):
        on = FIRST + timedelta(days=chance.randrange((TODAY - FIRST).days + 1))
        debt = Debt(n, chance.choice(PROVINCES), chance.choice([0, 1, 1000, chance.randrange(10**13)]), on)
        for _ in range(chance.randrange(4)):
            day = min(TODAY, on + timedelta(days=chance.randrange(-5, 300)))
            debt.payments.append(
                (max(day, FIRST), chance.choice([debt.principal, debt.principal // 3, chance.randrange(2000)]))
            )
        debts.append(debt)
    return debts


DEBTS = random_debts()


def text() -> str:
    lines = ["lsso.labour_units", "ss_number | district_code", *(f"U{code} | {code}01" for code in PROVINCES)]
    lines += ["inspections.debts", "debt_no | ss_number | principal_lak | established_on"]
    lines += [f"{d.number} | U{d.province} | {d.principal} | {d.established_on}" for d in DEBTS]
    lines += ["inspections.debt_payments", "debt_no | paid_on | amount_lak"]
    lines += [f"{d.number} | {day} | {amount}" for d in DEBTS for day, amount in d.payments]
    return "\n".join(lines)


TABLES = {str(TODAY): text()}
Number = Callable[[list[Debt], date, date], float | None]


def ratio(above: int, below: int) -> float | None:
    return above / below if below else None


def outstanding(debts: list[Debt], first: date, last: date) -> float:
    return sum(d.outstanding(last) for d in debts)


def cases(debts: list[Debt], first: date, last: date) -> float:
    return sum(d.outstanding(last) > 0 for d in debts)


def recovered(debts: list[Debt], first: date, last: date) -> int:
    return sum(d.paid(first, last) for d in debts)


def recovery_rate(debts: list[Debt], first: date, last: date) -> float | None:
    """Paid in it ÷ (outstanding at its start + established in it)."""
    before = first - timedelta(days=1)
    return ratio(recovered(debts, first, last), sum(d.outstanding(before) + d.established(first, last) for d in debts))


def over_year(debts: list[Debt], first: date, last: date) -> float | None:
    old = sum(d.outstanding(last) for d in debts if (last - d.established_on).days > 365)
    return ratio(old, sum(d.outstanding(last) for d in debts))


def cohort(debts: list[Debt], first: date, last: date) -> float | None:
    new = [d for d in debts if d.established(first, last)]
    return ratio(sum(d.principal - d.outstanding(TODAY) for d in new), sum(d.principal for d in new))


BY_HAND: dict[str, Number] = {
    "debt_outstanding_lak": outstanding,
    "debt_cases": cases,
    "debt_recovered_lak": recovered,
    "debt_recovery_rate": recovery_rate,
    "debt_over_year_share": over_year,
    "debt_cohort_recovered_share": cohort,
}
GRAINS = {
    "month": [f"{add_months(FIRST, n):%Y-%m}" for n in range(20)],
    "quarter": [f"{year}-Q{n}" for year in (2025, 2026) for n in (1, 2, 3, 4)],
    "year": ["2025", "2026"],
    "phase": ["first", "second", "third"],
}


@pytest.mark.parametrize("by", ["none", "province"])
@pytest.mark.parametrize("indicator", BY_HAND)
def test_every_period(indicator: str, by: By, asked: Asked) -> None:
    codes = ("all",) if by == "none" else PROVINCES
    for names in GRAINS.values():
        spans: dict[str, Period] = {name: parse_period(name) for name in names}
        found = asked.values(indicator, *names, by=by)
        assert {(v.period, v.slice): v.value for v in found if v.slice in codes} == {
            (name, code): BY_HAND[indicator](
                [d for d in DEBTS if code in ("all", d.province)], span.starts_on, span.ends_by(TODAY)
            )
            for name, span in spans.items()
            for code in codes
        }
