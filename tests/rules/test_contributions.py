"""Contributions (rules.md): what is due for a month, when, and how a labour unit stands in it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import and_

from etl.rules.contributions import (
    due_by_rule,
    due_doubted,
    insurable_wages,
    nothing_paid,
    rates,
    rates_on,
    status_of,
)
from tests.rules.given import given
from warehouse.reference import due_day

AS_OF = date(2026, 10, 31)


def test_due() -> None:
    """due(month) = round half up of (employer rate + employee rate) × insurable wages."""
    rows = given("""
        wages_lak        | rate_bp | due_lak          | why
        10000000         | 1150    | 1150000          | 11.5 %
        300              | 1150    | 35               | 34.5 is rounded up
        299              | 1150    | 34               | 34.385 is rounded down
        100              | 1150    | 12               | 11.5: half up, not half to even
        300              | 1650    | 50               | 49.5
        0                | 1150    | 0                | nothing of nothing
        9007199254740993 | 1150    | 1035827914295214 | 1035827914295214.195: no digit is lost
        900000000000000  | 10000   | 900000000000000  | a product beyond 64 bits
    """)
    assert rows.answers(due_by_rule(rows.c.rate_bp, rows.c.wages_lak)) == rows["due_lak"]


def test_rates_of_that_month_and_scheme() -> None:
    """… rates of that month and scheme."""
    rows = given("""
        scheme        | month_on   | rate_bp | employer_bp
        enterprise    | 2001-05-01 |         |
        enterprise    | 2001-06-01 | 950     | 500
        enterprise    | 2013-12-01 | 950     | 500
        enterprise    | 2014-01-01 | 1150    | 600
        enterprise    | 2026-10-31 | 1150    | 600
        civil_servant | 2013-12-31 |         |
        civil_servant | 2014-01-01 | 1650    | 850
        voluntary     | 2014-12-31 |         |
        voluntary     | 2015-01-01 | 900     | 0
    """)
    rate = rates()
    then = and_(rate.c.scheme == rows.c.scheme, rows.c.month_on.between(rate.c.valid_from, rate.c.valid_to))
    joined = rows.table.outerjoin(rate, then)
    expected = list(zip(rows["rate_bp"], rows["employer_bp"], strict=True))
    assert rows.answers(rate.c.total_bp, rate.c.employer_bp, source=joined) == expected


def test_rates_on_a_day() -> None:
    assert rates_on(date(2026, 10, 31), "enterprise") == (1150, 4_500_000)
    assert rates_on(date(2016, 12, 31), "enterprise") == (1150, 2_000_000)
    assert rates_on(date(2026, 10, 31), "civil_servant") == (1650, None)
    with pytest.raises(LookupError, match="no row for voluntary on 2014-12-31"):
        rates_on(date(2014, 12, 31), "voluntary")


def test_insurable_wages() -> None:
    """Insurable wages = wages up to the ceiling per worker."""
    rows = given("""
        wages_lak | workers | ceiling_lak | insurable_lak | why
        13499999  | 3       | 4500000     | 13499999      | below
        13500000  | 3       | 4500000     | 13500000      | at the ceiling of three workers
        13500001  | 3       | 4500000     | 13500000      | a kip above
        10000000  | 1       | 4500000     | 4500000       | one worker's
        10000000  | 1       |             | 10000000      | a scheme without a ceiling
        10000000  | 0       | 4500000     | 0             | wages of nobody are not insurable
    """)
    c = rows.c
    assert rows.answers(insurable_wages(c.wages_lak, c.workers, c.ceiling_lak)) == rows["insurable_lak"]


@pytest.mark.parametrize("month", [date(2001, 6, 1), date(2026, 9, 1)])
def test_due_date(month: date) -> None:
    """Due date = day 15 of the month after (a reference value)."""
    assert due_day(month) == 15


def test_due_doubted() -> None:
    """The due that was delivered stands; one that differs from the rule by more than 1 % is a warning."""
    rows = given("""
        delivered_lak | rule_lak | warned
        1161500       | 1150000  | no
        1161501       | 1150000  | yes
        1138500       | 1150000  | no
        1138499       | 1150000  | yes
        0             | 0        | no
        1             | 0        | yes
        34            | 35       | yes
    """)
    assert rows.answers(due_doubted(rows.c.delivered_lak, rows.c.rule_lak)) == rows["warned"]


STATUS = """
    due_on     | sent | due_lak | paid_lak | paid_on    | month_on   | first_on   | in_a_row | status       | why
    2026-11-15 | 1    | 100     | 100      | 2026-10-20 | 2026-10-01 | 2026-10-01 | 0        | not_yet_due  | due date after the as-of date
    2026-10-31 | 1    | 100     | 100      | 2026-10-31 | 2026-09-01 | 2026-09-01 | 0        | paid_on_time | due date on the as-of date
    2026-11-01 | 0    | 100     | 0        |            | 2026-10-01 |            | 3        | not_yet_due  | nor any other status
    2026-10-15 | 1    | 100     | 100      | 2026-10-15 | 2026-09-01 | 2026-09-01 | 0        | paid_on_time | 1. paid_on ≤ due date
    2026-10-15 | 1    | 100     | 101      | 2026-10-01 | 2026-09-01 | 2026-09-01 | 0        | paid_on_time | more than due
    2026-10-15 | 1    | 100     | 100      | 2026-10-16 | 2026-09-01 | 2026-09-01 | 0        | paid_late    | 2. paid > 0 and paid ≥ due
    2026-10-15 | 1    | 100     | 100      |            | 2026-09-01 | 2026-09-01 | 0        | paid_late    | (also with no paid_on)
    2026-10-15 | 1    | 100     | 99       | 2026-10-01 | 2026-09-01 | 2026-09-01 | 0        | part_paid    | 3. 0 < paid < due
    2026-10-15 | 1    | 100     | 1        |            | 2026-09-01 | 2026-09-01 | 0        | part_paid    | one kip
    2026-10-15 | 1    | 100     | 0        |            | 2026-09-01 |            | 1        | never_paid   | 4. no kip ever
    2026-10-15 | 1    | 100     | 0        |            | 2026-09-01 |            | 3        | never_paid   | before `stopped`
    2026-10-15 | 1    | 100     | 0        |            | 2026-09-01 | 2026-10-01 | 3        | never_paid   | paid only later
    2026-10-15 | 1    | 100     | 0        |            | 2026-09-01 | 2026-06-01 | 3        | stopped      | 5. and the 2 before it
    2026-10-15 | 1    | 100     | 0        |            | 2026-09-01 | 2026-07-01 | 2        | unpaid       | 6. `unpaid`
    2026-10-15 | 0    | 100     | 0        |            | 2026-09-01 | 2026-08-01 | 1        | unpaid       | no row = nothing paid
    2026-10-15 | 1    | 0       | 0        |            | 2026-09-01 |            | 0        | paid_on_time | nothing due, a row sent
    2026-10-15 | 1    | 0       | 5        | 2026-10-31 | 2026-09-01 | 2026-09-01 | 0        | paid_on_time | whenever it was paid
    2026-10-15 | 0    | 0       | 0        |            | 2026-09-01 |            | 1        | never_paid   | 0 is only the last known
"""


def test_status() -> None:
    """A month whose due date is after the warehouse's as-of date is `not_yet_due`. Else, in this order: `paid_on_time`: paid > 0,
    paid ≥ due and paid_on ≤ due date; `paid_late`: paid > 0 and paid ≥ due (also with no paid_on); `part_paid`: 0 < paid < due; else
    nothing was paid, and it is `never_paid`: no kip in this or any earlier month; `stopped`: this month and at least the 2 before
    it are unpaid; `unpaid`. (A month with due = 0 and a row sent counts as `paid_on_time`.)"""
    rows = given(STATUS)

    class Month:
        due_on, sent, due_lak, paid_lak, paid_on = (
            rows.c[name] for name in ("due_on", "sent", "due_lak", "paid_lak", "paid_on")
        )
        month_start, first_paid, in_a_row = rows.c.month_on, rows.c.first_on, rows.c.in_a_row

    found = rows.answers(status_of(Month, AS_OF))
    assert list(zip(found, rows["why"], strict=True)) == list(zip(rows["status"], rows["why"], strict=True))


def test_nothing_paid() -> None:
    """… no row = nothing paid. A month that owed nothing does not count among the unpaid."""
    rows = given("""
        paid_lak | due_lak | unpaid
                 |         | yes
        0        | 100     | yes
        0        | 0       | no
        1        | 100     | no
        100      | 100     | no
    """)
    assert rows.answers(nothing_paid(rows.c.paid_lak, rows.c.due_lak)) == rows["unpaid"]
