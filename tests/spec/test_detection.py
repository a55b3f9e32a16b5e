"""What the registers reveal together: since when, until when, how many workers, what a year's contributions are, and why.

As of 31 October 2026; the rate is 11.5 %, the ceiling 4,500,000 kip a worker and month."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from tests.spec.asked import Asked
from warehouse.star import fact_detection

TABLES = """
lsso.labour_units
ss_number | district_code | isic_section | workers | registered_on | closed_on  | phone
A         | 0101          | C            | 10      | 2024-01-01    |            |
B         | 0101          | F            | 10      | 2026-06-01    | 2026-09-15 |
C         | 0701          | F            | 10      | 2024-01-01    |            |
NEVER     | 1801          | P            | 7       | 2026-07-01    |            |
STOPPED   | 1801          | P            | 7       | 2026-01-01    |            |
SPLIT1    | 0201          | G            | 4       | 2026-10-01    |            | 020 5555-1111
SPLIT2    | 0202          | G            | 3       | 2026-10-02    |            | 02055551111
WHOLE1    | 0201          | G            | 4       | 2026-10-01    |            | 020 5555 2222
WHOLE2    | 0202          | G            | 60      | 2026-10-02    |            | 020 5555 2222
ALONE     | 0202          | G            | 5       | 2026-10-02    |            | 020 5555 3333

lsso.contributions
ss_number | month   | workers | wage_base_lak | due_lak | paid_lak
A         | 2024-12 | 9       | 9000000       | 0       | 0
A         | 2025-01 | 10      | 16000000      | 0       | 0
A         | 2025-07 | 6       | 8000000       | 0       | 0
C         | 2025-03 | 4       | 20000000      | 0       | 0
STOPPED   | 2026-03 | 5       | 0             | 50      | 50
STOPPED   | 2026-10 | 5       | 0             | 50      | 50
NEVER     | 2026-07 | 10      | 0             | 100     | 0
A         | 2026-09 | 8       | 24000000      | 100     | 100
C         | 2026-09 | 9       | 18000000      | 100     | 100
A         | 2026-10 | 8       | 24000000      | 100     | 100
C         | 2026-10 | 9       | 18000000      | 100     | 100

enterprise_register.enterprises
enterprise_no | tin | district_code | isic_section | employees | registered_on | status
E1            | T1  | 0101          | C            | 12        | 2020-01-01    | active
E2            | T2  | 0102          | F            | 6         | 2020-01-01    | active
E3            | T3  | 0701          | F            | 3         | 2020-01-01    | active
E4            | T4  | 0702          | F            | 60        | 2020-01-01    | active
E5            |     | 0702          | G            | 4         | 2026-10-10    | active
E6            | T6  | 0101          | C            | 9         | 2020-01-01    | dissolved
E7            | T7  | 0101          | C            |           | 2026-10-31    | active

inspections.orders
ss_number | enterprise_no
A         | E1
B         | E2
C         | E3

tax.payroll
tin | year | employees | payroll_lak
T1  | 2024 | 10        | 120000000
T1  | 2025 | 12        | 288000000
T3  | 2025 | 3         | 15000000
T4  | 2024 | 4         | 6000000
T4  | 2025 | 1         | 60000000
T6  | 2025 | 3         | 30000000
T9  | 2025 | 2         | 20000000

labour_inspection.visits
visit_no | enterprise_no | province_code | visited_on | workers_found | ss_registered
V1       | E4            | 07            | 2026-08-01 | 7             | 0
V2       | E2            | 01            | 2026-05-01 | 3             | 0
V3       | E1            | 01            | 2026-05-02 | 50            | 0
V4       |               | 18            | 2026-08-15 | 2             | 0
V5       |               | 18            | 2026-08-16 | 9             | 1
"""
# A month's wage of a worker, as declared for September: 3,000,000 in C, 2,000,000 in F; the median 2,500,000 elsewhere.


def a_year(workers: int, wage_lak: int) -> int:
    """The contributions of a year: 11.5 % of the wages of so many workers."""
    return workers * wage_lak * 12 * 115 // 1000


def cases(asked: Asked, rule: str) -> dict[str, tuple[Any, ...]]:
    """Since when, until when (not included), workers, amount of each case."""
    d = fact_detection.c
    chosen = select(d.subject, d.since_on, d.until_on, d.workers, d.amount_lak).where(d.rule_code == rule)
    return {
        f"{subject} {since}": (str(until or "still"), workers, amount)
        for subject, since, until, workers, amount in asked.connection.execute(chosen)
    }


def reasons(asked: Asked, rule: str, subject: str) -> Any:
    d = fact_detection.c
    chosen = select(d.reasons).where(d.rule_code == rule, d.subject == subject)
    return json.loads(asked.connection.execute(chosen.order_by(d.since_on.desc())).scalars().first() or "")


def test_unknown_enterprises(asked: Asked) -> None:
    """Active in the enterprise register, with no wages in the tax file, until a linked unit is registered."""
    assert cases(asked, "unknown_enterprise") == {
        "E2 2020-01-01": ("2026-06-01", 6, a_year(6, 2_000_000)),
        "E5 2026-10-10": ("still", 4, a_year(4, 2_500_000)),
        "E7 2026-10-31": ("still", None, None),  # its employees are not known
    }
    assert reasons(asked, "unknown_enterprise", "E5") == {"employees": 4, "status": "active"}
    assert asked("unknown_enterprises", "2019-12") == 0
    assert asked("unknown_enterprises", "2026-05") == 1
    assert asked("unknown_enterprises", "2026-06") == 0
    assert asked("unknown_enterprises", "2026") == 2
    assert asked.by("province", "unknown_enterprises", "2026-10") == {"07": 1, "01": 1}


def test_unknown_payers(asked: Asked) -> None:
    """Wages in the tax file, no linked registered unit at the year's end; a year stands until the tax number's next one.
    E6 is dissolved; T9 is in no register."""
    assert cases(asked, "unknown_payer") == {
        "T4 2024-12-31": ("2025-12-31", 4, 690_000),
        "T4 2025-12-31": (
            "still",
            1,
            6_210_000,
        ),  # 11.5 % of 54,000,000: of 60,000,000 what is under a worker's ceiling
        "T9 2025-12-31": ("still", 2, 2_300_000),
    }
    assert reasons(asked, "unknown_payer", "T4") == {"year": 2025, "employees": 1, "payroll_lak": 60_000_000}
    assert asked("unknown_payers", "2025-06") == 1
    assert asked("unknown_payers", "2025") == 2
    assert asked.by("province", "unknown_payers", "2026-10") == {"07": 1}


def test_fewer_workers_units(asked: Asked) -> None:
    """A mean of 8 declared in 2025 against 12, at 2,000,000 a month each; 9 against 10 in 2024 is a tenth, and is not told."""
    assert cases(asked, "fewer_workers") == {"A 2025-12-31": ("still", 4, a_year(4, 2_000_000))}
    assert reasons(asked, "fewer_workers", "A") == {
        "year": 2025,
        "employees": 12,
        "declared_workers": 8,
        "payroll_lak": 288_000_000,
        "declared_wages_lak": 24_000_000,
    }
    assert asked("fewer_workers_units", "2025-11") == 0
    assert asked("fewer_workers_units", "2026-10", district="0101", sector="C") == 1


def test_lower_wages_units(asked: Asked) -> None:
    """1,500,000 a worker and month declared in 2025 against 2,000,000; C declares more than its tax file has."""
    assert cases(asked, "lower_wages") == {"A 2025-12-31": ("still", 8, a_year(8, 500_000))}
    assert asked("lower_wages_units", "2025-11") == 0
    assert asked("lower_wages_units", "2026-10") == 1
    assert asked.by("scheme", "lower_wages_units", "2026-10") == {"enterprise": 1}


def test_visits_unregistered(asked: Asked) -> None:
    """Found unregistered by labour inspection, until a linked unit is registered; one that was registered then (V3) is none."""
    assert cases(asked, "visit_unregistered") == {
        "V1 2026-08-01": ("still", 7, a_year(7, 2_000_000)),
        "V2 2026-05-01": ("2026-06-01", 3, a_year(3, 2_000_000)),
        "V4 2026-08-15": ("still", 2, a_year(2, 2_500_000)),
    }
    assert reasons(asked, "visit_unregistered", "V1") == {"visit_no": "V1", "workers_found": 7}
    assert asked("visits_unregistered", "2026-05") == 1
    assert asked("visits_unregistered", "2026-06") == 0
    assert asked.by("province", "visits_unregistered", "2026-10") == {"07": 1, "18": 1}


def test_stopped_and_never_paid_units(asked: Asked) -> None:
    """As they stand in September, the last month fallen due: what came for October does not count yet. At stake is what the
    last twelve months left unpaid."""
    assert cases(asked, "never_paid") == {"NEVER 2026-07-01": ("still", 7, 3 * 100)}
    assert cases(asked, "stopped") == {"STOPPED 2026-04-01": ("still", 7, 6 * 50)}  # after its last kip, March's
    assert reasons(asked, "stopped", "STOPPED") == {"last_paid": "2026-03-01", "registered_on": "2026-01-01"}


def test_split_units(asked: Asked) -> None:
    """One telephone, however written: 4 and 3 workers are micro, 7 are small. 4 and 60 are medium as 60 alone are."""
    assert cases(asked, "split_units") == {
        "SPLIT1 2026-10-02": ("still", 4, None),
        "SPLIT2 2026-10-02": ("still", 3, None),
    }
    assert reasons(asked, "split_units", "SPLIT1") == {
        "phone": "02055551111",
        "units": ["SPLIT1", "SPLIT2"],
        "together": 7,
    }
    assert asked("split_units", "2026-09") == 0
    assert asked.by("district", "split_units", "2026-10") == {"0201": 1, "0202": 1}


def test_detected_lak(asked: Asked) -> None:
    """The contributions of a year that the cases of the registers standing on the day would owe; no case counts twice."""
    enterprises, payers = 13_800_000, 6_210_000 + 2_300_000
    less = 11_040_000 + 5_520_000
    assert asked("detected_lak", "2026-10") == enterprises + payers + less
    assert asked("detected_lak", "2025-06") == 16_560_000 + 690_000  # E2, and T4's year 2024
    assert asked.by("province", "detected_lak", "2026-10", district="0101") == {"01": less}
