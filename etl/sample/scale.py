"""How big a sample is: the present country, the whole economy, or just enough for a test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Days = npt.NDArray[np.datetime64]

BATCHES = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31))
AS_OF = BATCHES[-1]
SCHEMES = ("enterprise", "civil_servant", "voluntary")
SECTORS = "ABCDEFGHIJKLMNOPQRSTU"
NEVER = 10**6  # a month that does not come


@dataclass(frozen=True)
class Scale:
    """`inspections` and `events` are shares of what the full inspectorate does and hears of; `odd` is the share of rows
    that another hand wrote."""

    units: int
    at_start: float
    first_month: str
    sizes: tuple[float, float, float, float]
    enterprises: int
    debts: int
    inspections: float = 1.0
    events: float = 1.0
    odd: float = 0.06
    odd_contributions: float = 0.004
    broken_contributions: float = 0.0005

    def months(self) -> Ints:
        """Months of contributions, counted from 1970-01."""
        return np.arange(month_number(date.fromisoformat(f"{self.first_month}-01")), month_number(AS_OF) + 1)


SCALES = {
    "tiny": Scale(300, 0.4, "2024-11", (0.42, 0.45, 0.07, 0.06), 420, 60, 0.12, 0.12, 0.3, 0.03, 0.002),
    "present": Scale(20_000, 0.125, "2021-01", (0.42, 0.45, 0.07, 0.06), 30_000, 1_500),
    "national": Scale(
        130_000, 0.88, "2016-11", (0.78, 0.19, 0.02, 0.01), 150_000, 6_000,
        events=1.5, odd_contributions=0.001, broken_contributions=0.0002,
    ),
}  # fmt: skip


def month_number(day: date) -> int:
    return (day.year - 1970) * 12 + day.month - 1


def late_day(day: date) -> date:
    """What a late province delivers on a day is as of the end of the month before."""
    return day.replace(day=1) - timedelta(days=1)


def month_start(number: int) -> date:
    return date(1970 + number // 12, number % 12 + 1, 1)
