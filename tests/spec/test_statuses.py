"""The status of a unit-month, line by line as rules.md says it (Contributions). As of 31 October: September is due."""

from __future__ import annotations

from tests.conftest import AskedOf
from tests.spec.histories import History, Law

law = Law()


@law("""
    month   | due | paid | paid_on    | status
    2026-05 | 100 | 100  | 2026-06-15 | paid_on_time
    2026-06 | 100 | 101  | 2026-06-01 | paid_on_time
    2026-07 | 100 | 100  | 2026-08-16 | paid_late
    2026-08 | 100 | 99   | 2026-09-01 | part_paid
    2026-09 | 100 | 100  | 2026-10-15 | paid_on_time
    2026-10 | 100 | 100  | 2026-10-31 | not_yet_due
""")
def test_paid_on_time() -> None:
    """1. `paid_on_time`: paid > 0, paid ≥ due and paid_on ≤ due date. (Due date = day 15 of the month after.)"""


@law("""
    month   | due | paid | paid_on    | status
    2026-05 | 100 | 100  | 2026-06-16 | paid_late
    2026-06 | 100 | 200  | 2026-10-31 | paid_late
    2026-07 | 100 | 100  |            | paid_late
    2026-08 | 0   | 1    | 2026-09-15 | paid_on_time
    2026-09 | 100 | 100  | 2026-10-16 | paid_late
    2026-10 | 100 | 100  |            | not_yet_due
""")
def test_paid_late() -> None:
    """2. `paid_late`: paid > 0 and paid ≥ due (also with no paid_on: a warning)."""


@law("""
    month   | due | paid | paid_on    | status
    2026-05 | 100 | 1    | 2026-06-01 | part_paid
    2026-06 | 100 | 99   |            | part_paid
    2026-07 | 100 | 0    |            | unpaid
    2026-08 | 100 | 0    |            | unpaid
    2026-09 | 100 | 50   | 2026-10-31 | part_paid
    2026-10 | 100 | 50   | 2026-10-31 | not_yet_due
""")
def test_part_paid() -> None:
    """3. `part_paid`: 0 < paid < due; else nothing was paid, and it is … (A part ends a run of unpaid months.)"""


@law("""
    month   | due    | paid | paid_on    | status
    2026-05 | 100    | 0    |            | never_paid
    2026-06 | no row |      |            | never_paid
    2026-07 | 100    | 0    |            | never_paid
    2026-08 | 100    | 1    | 2026-09-01 | part_paid
    2026-09 | 100    | 0    |            | unpaid
    2026-10 | 100    | 0    |            | not_yet_due
""")
def test_never_paid() -> None:
    """4. `never_paid`: no kip in this or any earlier month; a part is a kip, and what is paid later changes nothing before."""


@law("""
    month   | due    | paid | paid_on    | status
    2026-05 | 100    | 100  | 2026-06-01 | paid_on_time
    2026-06 | 100    | 0    |            | unpaid
    2026-07 | no row |      |            | unpaid
    2026-08 | 100    | 0    |            | stopped
    2026-09 | no row |      |            | stopped
    2026-10 | no row |      |            | not_yet_due
""")
def test_stopped() -> None:
    """5. `stopped`: this month and at least the 2 before it are unpaid; 6. `unpaid`."""


@law("""
    month   | due    | paid | paid_on    | status
    2026-05 | 100    | 100  | 2026-06-01 | paid_on_time
    2026-06 | 100    | 0    |            | unpaid
    2026-07 | 100    | 0    |            | unpaid
    2026-08 | 0      | 0    |            | paid_on_time
    2026-09 | 100    | 0    |            | unpaid
    2026-10 | no row |      |            | not_yet_due
""")
def test_a_month_without_due_ends_the_run() -> None:
    """(A month with due = 0 and a row sent counts as `paid_on_time`.) So September is the first unpaid month again."""


@law("""
    month   | due    | paid | paid_on    | status       | owes
    2026-05 | no row |      |            | never_paid   | 0
    2026-06 | 0      | 0    |            | paid_on_time | 0
    2026-07 | no row |      |            | never_paid   | 0
    2026-08 | 0      | 5    | 2026-10-31 | paid_on_time | 0
    2026-09 | 0      | 0    |            | paid_on_time | 0
    2026-10 | 0      | 0    |            | not_yet_due  | 0
""")
def test_due_is_0() -> None:
    """(A month with due = 0 and a row sent counts as `paid_on_time`.) Without a row it does not, though its due is 0."""


@law("""
    month   | due    | paid | paid_on    | status       | owes
    2026-05 | no row |      |            | never_paid   | 0
    2026-06 | 100    | 100  | 2026-07-01 | paid_on_time | 100
    2026-07 | no row |      |            | unpaid       | 100
    2026-08 | 250    | 0    |            | unpaid       | 250
    2026-09 | no row |      |            | stopped      | 250
    2026-10 | no row |      |            | not_yet_due  | 250
""")
def test_no_row() -> None:
    """Whether or not a row was sent (no row = nothing paid; its due is the last known due, else 0)."""


@law(
    """
    month   | due    | paid | paid_on    | status
    2026-07 | 100    | 100  | 2026-08-01 | paid_on_time
    2026-08 | no row |      |            | unpaid
    2026-09 | 100    | 0    |            | unpaid
    """,
    registered_on="2026-07-31",
    closed_on="2026-09-01",
)
def test_life() -> None:
    """For every month from its registration's to its closure's (both count)."""


@law(
    """
    month   | due    | paid | paid_on    | status
    2026-06 | 100    | 0    |            | -
    2026-07 | 100    | 0    |            | never_paid
    2026-08 | no row |      |            | never_paid
    2026-09 | 100    | 100  | 2026-10-01 | -
    """,
    registered_on="2026-07-01",
    closed_on="2026-08-15",
)
def test_outside_life() -> None:
    """A row for a month before the registration's or after the closure's is kept, and has no status."""


@law(
    """
    month   | due    | paid | paid_on    | status       | owes
    2025-09 | 100    | 0    |            | -            | 100
    2025-12 | 100    | 0    |            | -            | 100
    2026-01 | no row |      |            | never_paid   | 0
    2026-02 | no row |      |            | never_paid   | 0
    """,
    registered_on="2026-01-31",
    closed_on="2026-02-01",
)
def test_a_due_from_before_the_registration_is_not_carried() -> None:
    """Neither from the year before nor from the month before: what lies outside the unit's life is none of it."""


@law(
    """
    month   | due    | paid | paid_on    | status
    2026-10 | no row |      |            | not_yet_due
    """,
    registered_on="2026-10-31",
)
def test_registered_today() -> None:
    """The month of the registration counts from its first day; it falls due in November."""


TABLES = law.batches()

ON_THE_DAY = """
lsso.labour_units
ss_number | registered_on
A         | 2026-09-01

lsso.contributions
ss_number | month   | due_lak | paid_lak | paid_on
A         | 2026-09 | 100     | 100      | 2026-10-14
"""


def test_not_yet_due(asked_of: AskedOf) -> None:
    """A month whose due date is after the warehouse's as-of date is `not_yet_due` and enters no rate."""
    unit = History("A", "month | status\n2026-09 | -", "2026-09-01", "")
    before, then = asked_of({"2026-10-14": ON_THE_DAY}), asked_of({"2026-10-15": ON_THE_DAY})
    assert unit.found(before)["2026-09"] == ("not_yet_due",)
    assert before.parts("compliance_rate", "2026-09") == (0, 0)
    assert unit.found(then)["2026-09"] == ("paid_on_time",)
    assert then.parts("compliance_rate", "2026-09") == (1, 1)
