"""What an inspection takes: hours, days, kip and kilometres."""

from __future__ import annotations

from tests.spec.asked import Asked

TABLES = """
inspections.orders
inspection_no | method   | status    | ordered_on | conducted_on | reported_on | closed_on  | hours_spent | allowance_lak | distance_km
1             | direct   | closed    | 2026-08-01 | 2026-09-01   | 2026-09-11  | 2026-10-01 | 6           | 100000        | 40
2             | direct   | closed    | 2026-08-01 | 2026-09-02   | 2026-09-06  | 2026-10-11 | 3.5         | 150000        | 12.5
3             | direct   | closed    | 2026-09-01 | 2026-09-03   | 2026-10-03  | 2026-10-03 |             |               |
4             | direct   | closed    | 2026-09-01 | 2026-09-04   | 2026-10-05  |            | 20          | 50000         | 7.5
5             | indirect | closed    | 2026-09-01 | 2026-09-05   | 2026-09-05  | 2026-10-31 | 1.5         |               | 99
6             | indirect | closed    | 2026-09-01 | 2026-09-30   |             |            | 2.25        | 1             |
7             | direct   | cancelled | 2026-09-01 | 2026-09-06   | 2026-09-30  | 2026-10-02 | 100         | 999999        | 999
8             | direct   | closed    | 2026-09-21 |              | 2026-10-09  | 2026-10-02 | 100         | 999999        | 999
"""


def test_hours_direct(asked: Asked) -> None:
    """The median of what is known: 3.5, 6, 20."""
    assert asked("hours_direct", "2026-09") == 6
    assert asked("hours_direct", "2026-08") is None  # no value to take a median of


def test_hours_indirect(asked: Asked) -> None:
    """The median of an even count is half the sum of the middle two."""
    assert asked("hours_indirect", "2026-09") == (1.5 + 2.25) / 2
    assert asked("hours_indirect", "2026-09", method="direct") is None


def test_days_to_report(asked: Asked) -> None:
    """By reported_on; the cancelled and the never conducted have none."""
    assert asked("days_to_report", "2026-09") == 4  # of 10, 4 and 0
    assert asked("days_to_report", "2026-10") == (30 + 31) / 2
    assert asked("days_to_report", "2026-08") is None


def test_days_to_close(asked: Asked) -> None:
    """closed_on − ordered_on of orders not cancelled, conducted or not."""
    days = sorted([61, 71, 32, 60, 11])  # 1, 2, 3, 5 and 8
    assert asked("days_to_close", "2026-10") == days[2] == 60
    assert asked.by("method", "days_to_close", "2026-10") == {"direct": (32 + 61) / 2, "indirect": 60}


def test_cost_per_inspection(asked: Asked) -> None:
    """Also the inspections whose allowance is not known are divided by."""
    assert asked("cost_per_inspection", "2026-09") == (100_000 + 150_000 + 50_000 + 1) / 6
    assert asked("cost_per_inspection", "2026-09", method="indirect") == 1 / 2
    assert asked("cost_per_inspection", "2026-10") is None


def test_km_per_direct(asked: Asked) -> None:
    """Of direct inspections; what an indirect one notes does not count."""
    assert asked("km_per_direct", "2026-09") == (40 + 12.5 + 7.5) / 4
    assert asked("km_per_direct", "2026-09", method="indirect") is None
    assert asked("km_per_direct", "2026-10") is None
