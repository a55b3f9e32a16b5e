"""What a unit declares for a month: workers, insurable wages and the contribution due; a pure function, so that
inspections, debts and the tax file agree with the contributions."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from etl.sample.scale import AS_OF, SCHEMES, Floats, Ints, month_number, month_start
from warehouse.reference import day_or, rows

if TYPE_CHECKING:
    from etl.sample.units import Units

FIRST = month_number(date(2016, 1, 1))
UNLIMITED = 10**9
VOLUNTARY = SCHEMES.index("voluntary")
BASE_WAGES = {  # a month's mean wage in 2016
    "A": 950_000, "B": 2_600_000, "C": 1_150_000, "D": 2_300_000, "E": 1_400_000, "F": 1_350_000, "G": 1_200_000,
    "H": 1_350_000, "I": 1_100_000, "J": 2_100_000, "K": 2_400_000, "L": 1_700_000, "M": 2_000_000, "N": 1_200_000,
    "O": 1_500_000, "P": 1_450_000, "Q": 1_550_000, "R": 1_150_000, "S": 1_050_000, "T": 900_000, "U": 3_500_000,
}  # fmt: skip
WAGE_LEVELS = (
    ("2016-01", 1.0),
    ("2020-01", 1.28),
    ("2022-06", 1.45),
    ("2023-10", 1.8),
    ("2024-10", 2.25),
    ("2026-10", 2.75),
)
MINIMUM_WAGES = (
    ("2015-04", 900_000), ("2018-05", 1_100_000), ("2022-08", 1_200_000), ("2023-05", 1_300_000),
    ("2023-10", 1_600_000), ("2024-10", 2_500_000),
)  # fmt: skip
SEASONS = {  # workers by calendar month: dry-season building, harvests, tourists
    "A": (1.1, 0.95, 0.9, 0.85, 0.95, 1.05, 1.05, 0.95, 0.9, 1.05, 1.2, 1.2),
    "F": (1.1, 1.12, 1.12, 1.05, 1.0, 0.9, 0.85, 0.82, 0.88, 1.0, 1.05, 1.1),
    "I": (1.1, 1.08, 1.0, 1.05, 0.95, 0.9, 0.92, 0.92, 0.9, 1.0, 1.1, 1.12),
    "C": (1.0, 1.0, 1.0, 0.98, 0.99, 0.97, 0.98, 1.0, 1.0, 1.01, 1.03, 1.03),
}
SEASON_TABLE = np.array([SEASONS.get(chr(65 + k), (1.0,) * 12) for k in range(21)])


def month_of(text: str) -> int:
    return month_number(date.fromisoformat(f"{text}-01"))


def in_force(name: str, scheme: str, month: date) -> dict[str, str]:
    """The row of a dated reference table that holds for a scheme in a month; nothing where there is none."""
    for row in rows(name):
        starts = date.fromisoformat(row["valid_from"])
        if row["scheme"] == scheme and starts <= month <= day_or(row["valid_to"], date.max):
            return row
    return {}


def rate(scheme: str, month: date) -> tuple[int, int]:
    """Employer's and employee's rate in basis points."""
    row = in_force("contribution_rates", scheme, month)
    return round(float(row["employer_pct"]) * 100), round(float(row["employee_pct"]) * 100)


@cache
def terms() -> tuple[Ints, Ints]:
    """Both rates in basis points and the ceiling in kip, by scheme and month since FIRST."""
    months = [
        month_start(number) for number in range(FIRST, month_number(AS_OF) + 4)
    ]  # orders reach beyond the as-of date
    rates = [[sum(rate(scheme, month)) for month in months] for scheme in SCHEMES]
    ceilings = [
        [int(in_force("contribution_ceilings", scheme, month).get("ceiling_lak", UNLIMITED)) for month in months]
        for scheme in SCHEMES
    ]
    return np.array(rates), np.array(ceilings)


def noise(units: Ints, months: Ints) -> Floats:
    """A number in [0, 1) that a unit and a month always have."""
    mixed = units.astype(np.uint64) * np.uint64(2654435761) + months.astype(np.uint64) * np.uint64(2246822519)
    mixed ^= mixed >> np.uint64(15)
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(40)).astype(np.float64) / 2**24


def declared(units: Units, which: Ints, months: Ints) -> tuple[Ints, Ints, Ints]:
    """Workers, insurable wages and due of units × months, in kip; `which` and `months` broadcast against each other."""
    which, months = np.broadcast_arrays(which, months)
    workers = headcounts(units, which, months)
    rates, ceilings = terms()
    scheme = units.scheme[which]
    wages = mean_wages(units, which, months) * (1 - units.under_declared[which])
    wages = np.maximum(wages, minimum_wages(months))
    ceiling = ceilings[scheme, months - FIRST]
    insurable = (wages**-6.0 + ceiling**-6.0) ** (-1 / 6)  # a mean over workers of whom some earn more than the ceiling
    base = workers * (np.rint(insurable / 1000).astype(np.int64) * 1000)
    return workers, base, (base * rates[scheme, months - FIRST] + 5000) // 10_000


def headcounts(units: Units, which: Ints, months: Ints) -> Ints:
    since = (months - units.opened[which]) / 12
    grown = (1 + units.growth[which]) ** since.clip(0, 6)
    workers = units.size[which] * grown * SEASON_TABLE[units.sector[which], months % 12]
    workers = np.rint(workers * (0.97 + 0.06 * noise(which, months // 3))).astype(np.int64).clip(1)
    return np.where(units.scheme[which] == VOLUNTARY, 1, workers)


def mean_wages(units: Units, which: Ints, months: Ints) -> Floats:
    level = np.interp(months, [month_of(m) for m, _ in WAGE_LEVELS], [v for _, v in WAGE_LEVELS])
    return np.asarray(units.wage[which] * level * np.where(months % 12 == 11, 1.06, 1.0))


def minimum_wages(months: Ints) -> Ints:
    starts = [month_of(m) for m, _ in MINIMUM_WAGES]
    return np.array([v for _, v in MINIMUM_WAGES])[np.searchsorted(starts, months, side="right") - 1]
