"""The LSSO's register beside the enterprise register and the tax file: coverage and the wage gap. As of 31 October 2026."""

from __future__ import annotations

from sqlalchemy import select

from tests.spec.asked import Asked
from warehouse.star import fact_link

TABLES = """
lsso.labour_units
ss_number | district_code | isic_section | registered_on | closed_on
A         | 0101          | C            | 2024-01-01    |
B         | 0101          | F            | 2026-06-01    | 2026-09-15
C         | 0701          | F            | 2024-03-01    |
D         | 1801          | P            | 2024-01-01    |

lsso.contributions
ss_number | month   | workers | wage_base_lak
A         | 2024-12 | 9       | 9000000
A         | 2025-01 | 10      | 16000000
C         | 2025-03 | 4       | 20000000
A         | 2025-07 | 6       | 8000000
D         | 2026-03 | 50      | 1
A         | 2026-09 | 8       | 24000000
C         | 2026-09 | 9       | 18000000

enterprise_register.enterprises
enterprise_no | tin | district_code | isic_section | employees | registered_on | status
E1            | T1  | 0101          | C            | 12        | 2020-01-01    | active
E2            | T2  | 0102          | F            | 6         | 2020-01-01    | active
E3            | T3  | 0701          | F            | 3         | 2020-01-01    | active
E4            | T4  | 0702          | F            | 60        | 2025-05-01    | active
E5            |     | 0702          | G            |           | 2026-10-10    | active
E6            | T6  | 0101          | C            | 9         | 2020-01-01    | dissolved
E7            | T7  | 0101          | C            | 9         | 2020-01-01    | suspended

inspections.orders
ss_number | enterprise_no
A         | E1
B         | E2
C         | E3

tax.payroll
tin | year | employees | payroll_lak
T1  | 2023 | 900       | 120000000
T1  | 2024 | 10        | 120000000
T1  | 2025 | 12        | 288000000
T1  | 2026 | 99        | 999000000
T3  | 2024 | 4         | 90000000
T3  | 2025 | 3         | 15000000
T4  | 2024 | 4         | 6000000
T4  | 2025 | 5         | 60000000
T9  | 2025 | 2         | 20000000
"""


def test_orders_that_state_both_numbers_link_them(asked: Asked) -> None:
    """What follows stands on these links alone."""
    c = fact_link.c
    chosen = select(c.enterprise_no, c.ss_number, c.method_code).where(c.band_code == "linked")
    assert {tuple(row) for row in asked.connection.execute(chosen)} == {
        ("E1", "A", "exact"),
        ("E2", "B", "exact"),
        ("E3", "C", "exact"),
    }


def test_unit_coverage(asked: Asked) -> None:
    """Active enterprises linked to a registered unit ÷ active enterprises, both on the stock's day."""
    assert asked("unit_coverage", "2023-12") == 0 / 3  # E1, E2, E3: neither the dissolved nor the suspended
    assert asked("unit_coverage", "2024-01") == 1 / 3  # A
    assert asked("unit_coverage", "2024-03") == 2 / 3  # and C
    assert asked("unit_coverage", "2025-05") == 2 / 4  # E4 is registered
    assert asked("unit_coverage", "2026-06") == 3 / 4  # and B
    assert asked("unit_coverage", "2026-09") == 2 / 4  # B is closed
    assert asked("unit_coverage", "2026") == 2 / 5  # E5
    assert asked("unit_coverage", "2019") is None


def test_unit_coverage_by_slice(asked: Asked) -> None:
    """The slices are the enterprise's: the LSSO does not know those it lacks."""
    assert asked.by("province", "unit_coverage", "2026-06") == {"01": 2 / 2, "07": 1 / 2}
    assert asked.by("district", "unit_coverage", "2026-06", province="07") == {"0701": 1 / 1, "0702": 0 / 1}
    assert asked.by("sector", "unit_coverage", "2026-10") == {"C": 1 / 1, "F": 1 / 3, "G": 0 / 1}
    assert asked.by("size", "unit_coverage", "2026-10") == {
        "micro": 1 / 1,
        "small": 1 / 2,
        "medium": 0 / 1,
        "unknown": 0 / 1,
    }


def test_worker_coverage(asked: Asked) -> None:
    """Σ min(insured workers, tax employees) of linked units ÷ Σ tax employees (latest year not after the end)."""
    assert asked("worker_coverage", "2024-12") == (9 + 0) / (10 + 4 + 4)  # the year ends on the month's last day
    assert asked("worker_coverage", "2025-06") == (0 + 4) / (10 + 4 + 4)  # March is the latest month sent: C alone
    assert asked("worker_coverage", "2026-03") == 0 / (12 + 3 + 5 + 2)  # D's are not linked
    assert asked("worker_coverage", "2026-10") == (8 + 3) / (12 + 3 + 5 + 2)  # of C's 9 no more than the 3 in the file
    assert asked("worker_coverage", "2026") == 11 / 22  # the year 2026 is not over
    assert asked("worker_coverage", "2023-11") is None


def test_worker_coverage_by_slice(asked: Asked) -> None:
    """A tax file of nobody's register (T9) counts for the country alone."""
    assert asked.by("province", "worker_coverage", "2026-10") == {"01": 8 / 12, "07": 3 / 8}
    assert asked.by("sector", "worker_coverage", "2026-10") == {"C": 8 / 12, "F": 3 / 8}


def test_wage_gap_lak(asked: Asked) -> None:
    """Σ max(0, tax payroll − declared wages) of linked units, full years with both; in the month in which the year ends."""
    assert asked("wage_gap_lak", "2024") == 120_000_000 - 9_000_000  # A; C was not registered all of the year
    assert asked("wage_gap_lak", "2025") == 288_000_000 - 24_000_000  # A; C declared more than its tax file has: 0
    assert asked("wage_gap_lak", "2025-12") == asked("wage_gap_lak", "2025")
    assert asked("wage_gap_lak", "2025-11") == 0
    assert asked("wage_gap_lak", "2023") == 0  # A was not registered yet
    assert asked("wage_gap_lak", "2026") == 0  # not over, though the file has it
    assert asked.by("province", "wage_gap_lak", "2025") == {"01": 264_000_000}
    assert asked.by("sector", "wage_gap_lak", "third") == {"C": 264_000_000}
