"""Months, quarters, halves, years and the plan's phases: what a grain is, and which periods a span of months holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from warehouse.reference import phases
from warehouse.text import Text

GRAINS = ("month", "quarter", "half", "year", "phase", "total")
GRAIN_TITLES = {
    "month": Text("Month", lo="ເດືອນ"),
    "quarter": Text("Quarter", lo="ໄຕມາດ"),
    "half": Text("Half-year", lo="ເຄິ່ງປີ"),
    "year": Text("Year", lo="ປີ"),
    "phase": Text("Phase of the plan", lo="ໄລຍະຂອງແຜນ"),
    "total": Text("Whole span", lo="ທັງໝົດ"),
}
LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, order=True)
class Period:
    """A span of whole months; ordered by its start."""

    starts_on: date
    ends_on: date
    grain: str
    id: str

    def ends_by(self, as_of: date) -> date:
        """The last day that counts: the period's end or the as-of date, whichever is earlier."""
        return min(self.ends_on, as_of)

    def partial(self, as_of: date) -> bool:
        return self.ends_on > as_of


def month_start(day: date) -> date:
    return day.replace(day=1)


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def month_end(day: date) -> date:
    return add_months(day, 1) - timedelta(days=1)


def parse_month(text: str) -> date:
    """`2026-10` → 1 October 2026; ValueError names what is wrong."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError(f"{text!r} is not a month: write it YYYY-MM, such as 2026-10")
    return date.fromisoformat(f"{text}-01")


def label(grain: str, first: date) -> str:
    """The id of the period of `grain` that begins at `first`; also how dim_date's columns are written."""
    if grain == "month":
        return f"{first:%Y-%m}"
    if grain == "quarter":
        return f"{first.year}-Q{(first.month - 1) // 3 + 1}"
    if grain == "half":
        return f"{first.year}-H{(first.month - 1) // 6 + 1}"
    return str(first.year)


def period_of(grain: str, day: date) -> Period | None:
    """The period of `grain` that holds `day`; None where no phase of the plan does."""
    if grain == "phase":
        return next((p for p in all_phases() if p.starts_on <= day <= p.ends_on), None)
    length = LENGTHS[grain]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(first, add_months(first, length) - timedelta(days=1), grain, label(grain, first))


def all_phases() -> Iterator[Period]:
    for phase in phases():
        yield Period(phase.starts_on, phase.ends_on, "phase", phase.code)


def periods(grain: str, first: date, last: date) -> tuple[Period, ...]:
    """Every period of `grain` that shares a month with the months from `first` to `last`, in order."""
    if grain == "total":
        return (Period(month_start(first), month_end(last), "total", "total"),)
    if grain == "phase":
        return tuple(p for p in all_phases() if p.starts_on <= month_end(last) and p.ends_on >= first)
    found: list[Period] = []
    day = month_start(first)
    while day <= last:
        period = period_of(grain, day)
        assert period is not None
        found.append(period)
        day = period.ends_on + timedelta(days=1)
    return tuple(found)


def parse_period(text: str) -> Period:
    """`2026-10`, `2026-Q4`, `2026-H2`, `2026` or a phase's code; ValueError where it is none of them."""
    phase = next((p for p in all_phases() if p.id == text), None)
    if phase:
        return phase
    match = re.fullmatch(r"(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?", text)
    if not match:
        raise ValueError(f"{text!r} is not a period: write 2026-10, 2026-Q4, 2026-H2, 2026 or a phase")
    year, month, quarter, half = match.groups()
    grain = "month" if month else "quarter" if quarter else "half" if half else "year"
    start = int(month or 0) or (int(quarter or 1) - 1) * 3 + (int(half or 1) - 1) * 6 + 1
    found = period_of(grain, date(int(year), start, 1))
    assert found is not None
    return found


def shifted(period: Period, steps: int) -> Period | None:
    """The period `steps` later (earlier when negative); None beyond the plan's first or last phase."""
    if period.grain == "phase":
        known = list(all_phases())
        index = known.index(period) + steps
        return known[index] if 0 <= index < len(known) else None
    return period_of(period.grain, add_months(period.starts_on, steps * LENGTHS[period.grain]))


def year_before(period: Period) -> Period | None:
    """The same period of the year before; phases have none."""
    return None if period.grain == "phase" else period_of(period.grain, add_months(period.starts_on, -12))
