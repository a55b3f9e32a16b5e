"""Inspections outside the phase of the plan in which they fall: by how the unit stood in that month, by size, by method."""

from __future__ import annotations

from sqlalchemy import select

from tests.spec.asked import Asked
from warehouse.star import fact_inspection

TABLES = """
lsso.labour_units
ss_number | workers | registered_on
NEVER     | 200     | 2024-12-01
STOPPED   | 200     | 2024-10-01
PAYING    | 200     | 2024-10-01

lsso.contributions
ss_number | month   | due_lak | paid_lak | paid_on
STOPPED   | 2024-10 | 100     | 100      | 2024-11-01
PAYING    | 2024-10 | 100     | 100      | 2024-11-01
PAYING    | 2025-03 | 100     | 100      | 2025-04-01
NEVER     | 2025-06 | 100     | 100      | 2025-07-01

inspections.orders
inspection_no          | ss_number | size_workers | type      | method   | conducted_on
never paid             | NEVER     |              | regular   | indirect | 2025-03-10
stopped                | STOPPED   |              | regular   | indirect | 2025-03-10
paying                 | PAYING    |              | regular   | indirect | 2025-03-10
paying, followed up    | PAYING    |              | follow_up | indirect | 2025-03-10
paying, small by order | PAYING    | 20           | regular   | indirect | 2025-03-10
paying, by visit       | PAYING    |              | follow_up | direct   | 2025-03-10
never paid, by visit   | NEVER     |              | regular   | direct   | 2025-03-10
not registered, small  |           | 20           | regular   | indirect | 2025-03-10
not registered, large  |           | 100          | regular   | indirect | 2025-03-10
second period          | PAYING    |              | regular   | direct   | 2025-06-01
has paid since         | NEVER     |              | regular   | indirect | 2025-05-31
mentored, by visit     | PAYING    |              | regular   | direct   | 2024-11-10
before the plan        | PAYING    |              | regular   | direct   | 2024-07-31
not conducted          | PAYING    |              | regular   | direct   |
"""


def test_outside_the_phase(asked: Asked) -> None:
    """First period (4 months, indirect; units never or no longer paying, small units of chosen sectors). In the first period, an
    inspection outside its targets or method is shown as *outside the phase*."""
    i = fact_inspection.c
    chosen = select(i.inspection_no, i.phase_code).where(i.outside_phase == 1)
    assert {row.inspection_no: row.phase_code for row in asked.connection.execute(chosen)} == {
        "paying": "first",
        "paying, by visit": "first",
        "never paid, by visit": "first",
        "not registered, large": "first",
        "mentored, by visit": "mentored_indirect",
    }


def test_every_inspection_knows_its_phase(asked: Asked) -> None:
    i = fact_inspection.c
    chosen = select(i.inspection_no).where(i.phase_code.is_(None))
    assert set(asked.connection.execute(chosen).scalars()) == {"before the plan", "not conducted"}
