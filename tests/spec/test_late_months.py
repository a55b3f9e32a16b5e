"""Who has not reported: provinces whose contributions end before others' do."""

from __future__ import annotations

from datetime import date

from tests.spec.asked import Asked
from warehouse.records import LateMonths, answer

TABLES = """
lsso.labour_units
ss_number | district_code | registered_on | closed_on
A         | 0101          | 2026-01-01    |
B         | 0701          | 2026-01-01    |
C         | 0901          | 2026-01-01    |
D         | 1201          | 2026-01-01    | 2026-06-30

lsso.contributions
ss_number | month   | workers | due_lak | paid_lak
A         | 2026-06 | 10      | 100     | 100
A         | 2026-08 | 10      | 100     | 0
B         | 2026-06 | 10      | 100     | 100
D         | 2026-06 | 10      | 100     | 100
"""


def test_a_province_is_late_by_the_months_that_others_have_sent(asked: Asked) -> None:
    """07 sent June last, and others August; 09 never sent; 12 has no unit left that could."""
    found = answer(asked.connection, LateMonths()).records()
    june, august = date(2026, 6, 1), date(2026, 8, 1)
    expected = [("07", june, august, 2), ("09", None, august, None)]
    assert [tuple(row[name] for name in ("province", "month", "latest", "months_behind")) for row in found] == expected
