"""Periods that run past the as-of date end there; phases of the plan are periods too. As of 20 October 2026."""

from __future__ import annotations

from datetime import date

import pytest

from tests.spec.asked import Asked, period

TABLES = {
    "2026-10-20": """
        lsso.labour_units
        ss_number | registered_on
        A         | 2026-10-01

        inspections.orders
        inspection_no | conducted_on
        1             | 2026-09-30
        2             | 2026-10-01
        3             | 2026-10-20
        4             | 2025-05-31
        5             | 2025-06-01

        inspections.findings
        inspection_no | found_on   | deadline_on | corrected_on
        1             | 2026-09-30 | 2026-10-20  | 2026-10-20
        2             | 2026-10-01 | 2026-10-21  | 2026-10-19
        3             | 2026-10-20 | 2027-01-18  |

        planning.targets
        year | month | target
        2026 | 9     | 2
        2026 | 10    | 10
        2026 | 11    | 10
    """
}


def test_a_period_that_runs_past_the_as_of_date_ends_there(asked: Asked) -> None:
    assert asked("inspections", "2026-10") == 2
    assert asked("inspections", "2026-Q4") == 2
    assert asked("registered_units", "2026-Q4") == 1


def test_nothing_after_it_counts_deadlines_neither(asked: Asked) -> None:
    """Of October's two deadlines the 21st is to come, though its finding is corrected already."""
    assert asked.parts("correction_rate", "2026-10") == (1, 1)
    assert asked.parts("correction_rate", "2026") == (1, 1)
    assert asked("correction_rate", "2027") is None


def test_a_target_of_a_month_begun_counts_whole(asked: Asked) -> None:
    assert asked("plan_fulfilment", "2026-10") == 2 / 10
    assert asked("plan_fulfilment", "2026-Q4") == 2 / 10
    assert asked("plan_fulfilment", "2026-H2") == 3 / 12


@pytest.mark.parametrize(
    ("name", "partial"),
    [("2026-09", False), ("2026-10", True), ("2026-Q3", False), ("2026-Q4", True), ("2025", False), ("2026", True)],
)
def test_partial(name: str, partial: bool, asked: Asked) -> None:
    assert asked.value("inspections", name).partial is partial


def test_the_last_day_is_not_partial() -> None:
    assert period("2026-09").partial(date(2026, 9, 30)) is False
    assert period("2026-09").partial(date(2026, 9, 29)) is True


def test_phases(asked: Asked) -> None:
    """The first period ends on 31 May 2025, the second begins on 1 June; the third runs on past the as-of date."""
    assert asked("inspections", "first") == 1
    assert asked("inspections", "second") == 1
    assert asked("inspections", "third") == 3
    assert asked("inspections", "pilot") == 0
    assert asked.value("inspections", "third").partial is True


def test_any_span_of_months(asked: Asked) -> None:
    assert asked("inspections", "2025-05..2026-09") == 3
    assert asked.value("inspections", "2025-05..2026-09").period == "total"
    assert period("2025-05..2026-09").ends_on.isoformat() == "2026-09-30"


def test_a_stock_after_the_as_of_date_is_that_of_the_as_of_date(asked: Asked) -> None:
    """The period's end or the as-of date, whichever is earlier."""
    assert asked("registered_units", "2027") == 1
    assert asked("inspections", "2027") == 0
