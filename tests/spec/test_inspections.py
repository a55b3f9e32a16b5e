"""How many inspections, of which units, how and why, against the plan and the register."""

from __future__ import annotations

import pytest

from tests.conftest import AskedOf
from tests.spec.asked import Asked

TABLES = """
lsso.labour_units
ss_number | district_code | registered_on | closed_on
A         | 0101          | 2026-01-01    |
B         | 0101          | 2026-09-30    |
C         | 0701          | 2026-01-01    | 2026-09-30
D         | 0701          | 2026-01-01    | 2026-10-01

inspections.orders
inspection_no | ss_number | district_code | method   | origin             | status      | conducted_on | workers_found
1             | A         | 0101          | direct   | national_plan      | closed      | 2026-08-31   | 10
2             | A         | 0101          | indirect | worker_complaint   | reported    | 2026-09-01   | 12
3             | A         | 0101          | indirect | union_complaint    | closed      | 2026-09-30   | 8
4             | C         | 0701          | direct   | risk_detection     | closed      | 2026-09-30   |
5             | D         | 0701          | direct   | employer_complaint | cancelled   | 2026-09-10   | 99
6             | D         | 0701          | direct   | authority_request  | approved    |              | 99
7             | D         | 0701          | direct   | authority_request  | in_progress | 2026-10-31   | 5

planning.targets
year | month | province_code | indicator   | target
2026 | 8     | 01            | inspections | 2
2026 | 9     | 01            | inspections | 4
2026 | 9     | 07            | inspections | 0
2026 | 9     | 00            | inspections | 1
2026 | 10    | 01            | inspections | 4
2026 | 11    | 01            | inspections | 100
2026 | 9     | 01            | findings    | 50
"""


def test_inspections(asked: Asked) -> None:
    """Not cancelled, with conducted_on in the period: its first and its last day count."""
    assert asked("inspections", "2026-09") == 3  # 2, 3 and 4; 5 was cancelled, 6 not conducted
    assert asked("inspections", "2026-08") == 1  # 1, on the month's last day
    assert asked("inspections", "2026-Q3") == 4
    assert asked("inspections", "2026") == 5
    assert asked("inspections", "2025") == 0


def test_inspections_by_slice(asked: Asked) -> None:
    assert asked.by("province", "inspections", "2026-09") == {"01": 2, "07": 1}
    assert asked.by("district", "inspections", "2026-09", province="07") == {"0701": 1}
    assert asked.by("method", "inspections", "2026-09") == {"direct": 1, "indirect": 2}
    assert asked.by("origin", "inspections", "2026-10") == {"authority_request": 1}
    assert asked("inspections", "2026-09", province="01", method="indirect") == 2


def test_units_inspected(asked: Asked) -> None:
    """Distinct in the whole period: a quarter has fewer than its months together."""
    assert asked("units_inspected", "2026-08") == 1  # A
    assert asked("units_inspected", "2026-09") == 2  # A (twice) and C
    assert asked("units_inspected", "2026-Q3") == 2  # A and C, not 1 + 2


def test_workers_covered(asked: Asked) -> None:
    assert asked("workers_covered", "2026-09") == 12 + 8  # 4 does not tell; 5 was cancelled
    assert asked("workers_covered", "2026-09", province="07") == 0


def test_indirect_share(asked: Asked) -> None:
    assert asked("indirect_share", "2026-09") == 2 / 3
    assert asked.parts("indirect_share", "2026-09") == (2, 3)
    assert asked("indirect_share", "2026-07") is None  # no inspection: nothing to divide by


def test_reactive_share(asked: Asked) -> None:
    """Upon a worker's, an employer's or a union's complaint, or an authority's request; not risk_detection."""
    assert asked("reactive_share", "2026-09") == 2 / 3  # 2 and 3
    assert asked("reactive_share", "2026-10") == 1 / 1
    assert asked("reactive_share", "2026-08") == 0 / 1


def test_plan_fulfilment(asked: Asked) -> None:
    """Targets of the same months and provinces; a share's 0 has a denominator, a dash has none."""
    assert asked("plan_fulfilment", "2026-08") == 1 / 2
    assert asked("plan_fulfilment", "2026-09") == 3 / (4 + 0 + 1)  # headquarters' own target counts for the country
    assert asked("plan_fulfilment", "2026-09", province="01") == 2 / 4
    assert asked("plan_fulfilment", "2026-09", province="07") is None  # 1 inspection against a target of 0
    assert asked("plan_fulfilment", "2026-10", province="01") == 0 / 4
    assert asked.by("province", "plan_fulfilment", "2026-Q3") == {"01": 3 / 6, "07": None}


def test_plan_fulfilment_of_months_begun(asked: Asked) -> None:
    """November has not begun on 31 October: its 100 do not count."""
    assert asked("plan_fulfilment", "2026") == 5 / (2 + 5 + 4)
    assert asked("plan_fulfilment", "2026-11") is None


def test_plan_fulfilment_has_a_broad_denominator(asked: Asked) -> None:
    """Targets know no method: each method's inspections are taken against the whole plan."""
    assert asked.by("method", "plan_fulfilment", "2026-09") == {"direct": 1 / 5, "indirect": 2 / 5}
    assert asked("plan_fulfilment", "2026-09", method="indirect", province="01") == 2 / 4


def test_inspection_coverage(asked: Asked) -> None:
    """Units inspected ÷ units registered at the period's end, × 1,000."""
    assert asked("inspection_coverage", "2026-08") == 1 / 3 * 1000  # A; registered A, C, D
    assert asked("inspection_coverage", "2026-09") == 2 / 3 * 1000  # A, C; registered A, B, D: C is closed that day
    assert asked("inspection_coverage", "2026-Q3") == 2 / 3 * 1000
    assert asked("inspection_coverage", "2026-10") == 1 / 2 * 1000  # D; registered A, B
    assert asked.by("province", "inspection_coverage", "2026-10") == {"01": 0, "07": None}
    assert asked.by("method", "inspection_coverage", "2026-09") == {"direct": 1000 / 3, "indirect": 1000 / 3}


IDENTITIES = """
lsso.labour_units
ss_number
100

inspections.orders
ss_number | enterprise_no | unit_name | district_code | conducted_on
100       | E1            | Sunrise   | 0101          | 2026-10-01
100       | E2            | Sun Rise  | 0102          | 2026-10-02
          | E1            | Sunrise   | 0101          | 2026-10-03
          | E1            | Sunset    | 0701          | 2026-10-04
          |               | Sunrise   | 0101          | 2026-10-05
          |               | Sunrise   | 0101          | 2026-10-06
          |               | Sunrise   | 0102          | 2026-10-07
          | 100           | Moonlight | 0101          | 2026-10-08
GHOST     |               | Phantom   | 0101          | 2026-10-09
          |               | Phantom   | 0101          | 2026-10-10
"""


def test_one_unit_is_its_ss_number_else_its_enterprise_no_else_its_name_and_district(asked_of: AskedOf) -> None:
    """100 | E1 | Sunrise in 0101 | Sunrise in 0102 | enterprise 100, which is not unit 100 | Phantom, whose number is void."""
    asked = asked_of(IDENTITIES)
    assert asked("inspections", "2026-10") == 10
    assert asked("units_inspected", "2026-10") == 6


@pytest.mark.parametrize("id_", ["inspections", "units_inspected", "workers_covered"])
def test_a_count_of_nothing_is_0(id_: str, asked: Asked) -> None:
    assert asked(id_, "2026-07") == 0
    assert {v.value for v in asked.values(id_, "2026-07", by="sector")} == {0}
