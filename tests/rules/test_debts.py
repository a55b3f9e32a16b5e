"""Debts (rules.md): what is outstanding on a day, and how old it is."""

from __future__ import annotations

from etl.rules.debts import age_code, outstanding
from tests.rules.given import given


def test_outstanding() -> None:
    """Outstanding on D = principal − payments up to D, never below 0 (an overpayment is a warning)."""
    rows = given("""
        principal_lak | paid_lak | outstanding_lak
        1000          | 0        | 1000
        1000          | 999      | 1
        1000          | 1000     | 0
        1000          | 1001     | 0
        0             | 0        | 0
    """)
    assert rows.answers(outstanding(rows.c.principal_lak, rows.c.paid_lak)) == rows["outstanding_lak"]


def test_age() -> None:
    """Age = days from established_on. Buckets 0–90, 91–180, 181–365, 366+."""
    rows = given("""
        days  | bucket
        0     | d0_90
        90    | d0_90
        91    | d91_180
        180   | d91_180
        181   | d181_365
        365   | d181_365
        366   | d366
        20000 | d366
    """)
    assert rows.answers(age_code(rows.c.days)) == rows["bucket"]
