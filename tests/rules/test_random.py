"""Rules.md read in plain Python, and the expressions over columns, say the same of any rows."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given as any_
from hypothesis import strategies as st
from sqlalchemy import BigInteger, Date, String

from etl.rules.contributions import due_by_rule, insurable_wages
from etl.rules.debts import age_code, outstanding
from etl.rules.fines import statutory_lak, varies
from tests.rules.given import Given
from tests.rules.test_fines import AS_OF, law
from tests.rules.test_ladder import states_of
from warehouse.reference import rows

DAYS = st.integers(0, 240).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
KIP = st.one_of(st.integers(0, 3000), st.integers(0, 10**15))


def half_up(exact: Fraction) -> int:
    return int(exact + Fraction(1, 2))


def relation(of: type[Any], found: list[Any]) -> Given:
    """Dataclasses as rows: columns `…_on` are days, `str` text, the others numbers."""
    types = {
        f.name: Date if f.name.endswith("_on") else String if "str" in str(f.type) else BigInteger for f in fields(of)
    }
    return Given(types, [astuple(each) for each in found])


@dataclass
class Measure:
    issued_on: date
    deadline_on: date | None
    complied_on: date | None
    higher_on: date | None
    next: str | None

    def states(self, day: date) -> set[str]:
        """On a day D: complied, else expired (deadline < D), due_soon (deadline within D … D + 14), running; and step_owed."""
        if self.issued_on > day or (self.complied_on and self.complied_on <= day) or self.deadline_on is None:
            return set()
        if self.deadline_on < day:
            answered = self.higher_on is not None and self.higher_on <= day
            return {"expired"} if answered or self.next is None else {"expired", "owed"}
        return {"due_soon"} if (self.deadline_on - day).days <= 14 else set()


MEASURES = st.builds(Measure, DAYS, *(st.none() | DAYS,) * 3, st.sampled_from([None, "summons"]))


@any_(st.lists(MEASURES, min_size=1, max_size=40), st.lists(DAYS, min_size=1, max_size=6))
def test_the_state_of_any_measure_on_any_day(measures: list[Measure], days: list[date]) -> None:
    states = states_of(relation(Measure, measures))
    deadlines = [m.deadline_on + timedelta(days=n) for m in measures if m.deadline_on for n in (-15, -14, 0, 1)]
    for day in (*days, *deadlines):
        assert states(day) == [measure.states(day) for measure in measures], day


def rate(name: str, column: str, day: date, **of: str) -> Fraction | None:
    """The row of a reference table in force on a day, in hundredths."""
    for row in rows(name):
        since, until = row["valid_from"], row["valid_to"] or "9999-12-31"
        if since <= str(day) <= until and all(row[key] == value for key, value in of.items()):
            return Fraction(row[column]) / 100
    return None


def lending(month: date) -> Fraction | None:
    for row in rows("lending_rates"):
        if row["month_from"] <= f"{month:%Y-%m}" <= (row["month_to"] or "9999-12"):
            return Fraction(row["annual_pct"]) / 100
    return None


def allowed(statutory: Fraction) -> Fraction:
    """1 % of statutory or 1,000 kip, whichever is more."""
    return max(statutory / 100, Fraction(1000))


@dataclass
class Fine:
    basis: str
    scheme: str
    base_lak: int
    months: int | None
    imposed_on: date
    near: int
    imposed_lak: int = 0

    def __post_init__(self) -> None:
        """Imposed is about the statutory amount, or about where it begins to vary."""
        exact = Fraction(self.base_lak) if self.statutory is None else self.statutory
        self.imposed_lak = max(0, int(exact + allowed(exact) * (self.near % 3 - 1)) + self.near // 3 - 2)

    @property
    def statutory(self) -> Fraction | None:
        months = 1 if self.months is None else self.months
        if self.basis == "damage":
            return Fraction(2 * self.base_lak)
        if self.basis != "late_payment":
            employer = rate("contribution_rates", "employer_pct", self.imposed_on, scheme=self.scheme)
            return None if employer is None else employer * self.base_lak * months
        total, month = Fraction(0), self.imposed_on.replace(day=1)
        for _ in range(months):
            month = (month - timedelta(days=1)).replace(day=1)
            annual = lending(month)
            if annual is None:
                return None
            total += annual / 12
        return self.base_lak * total

    @property
    def varies(self) -> bool | None:
        if self.statutory is None:
            return None
        return abs(self.imposed_lak - self.statutory) > allowed(self.statutory)


FINES = st.builds(
    Fine,
    st.sampled_from(["non_participation", "unregistered_workers", "late_payment", "late_payment", "damage"]),
    st.sampled_from(["enterprise", "civil_servant", "voluntary"]),
    KIP,
    st.none() | st.integers(0, 60),
    st.dates(date(2013, 6, 1), AS_OF),
    st.integers(0, 14),
)


@any_(st.lists(FINES, min_size=1, max_size=40))
def test_any_fine(fines: list[Fine]) -> None:
    table = relation(Fine, fines)
    parts, source = law(table)
    found = table.answers(statutory_lak(parts), varies(table.c.imposed_lak, parts), source=source)
    for fine, answer in zip(fines, found, strict=True):
        assert answer == (None if fine.statutory is None else half_up(fine.statutory), fine.varies), fine


@dataclass
class Month:
    wages_lak: int
    workers: int
    ceiling_lak: int | None
    rate_bp: int

    @property
    def due(self) -> int:
        insurable = self.wages_lak if self.ceiling_lak is None else min(self.wages_lak, self.ceiling_lak * self.workers)
        return half_up(Fraction(self.rate_bp, 10_000) * insurable)


MONTHS = st.builds(
    Month, KIP, st.integers(0, 5000), st.none() | st.just(4_500_000), st.sampled_from([900, 950, 1150, 1650])
)


@any_(st.lists(MONTHS, min_size=1, max_size=40))
def test_any_due(months: list[Month]) -> None:
    c = (table := relation(Month, months)).c
    due = due_by_rule(c.rate_bp, insurable_wages(c.wages_lak, c.workers, c.ceiling_lak))
    assert table.answers(due) == [month.due for month in months]


@dataclass
class Debt:
    principal_lak: int
    paid_lak: int
    days: int

    @property
    def bucket(self) -> str:
        return next((f"d{a}_{b}" for a, b in ((0, 90), (91, 180), (181, 365)) if a <= self.days <= b), "d366")


DEBTS = st.builds(Debt, KIP, KIP, st.integers(0, 800))


@any_(st.lists(DEBTS, min_size=1, max_size=40))
def test_any_debt(debts: list[Debt]) -> None:
    c = (table := relation(Debt, debts)).c
    expected = [(max(debt.principal_lak - debt.paid_lak, 0), debt.bucket) for debt in debts]
    assert table.answers(outstanding(c.principal_lak, c.paid_lak), age_code(c.days)) == expected
