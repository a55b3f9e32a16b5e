"""A changed unit or inspector takes effect on its updated_at; facts take the version in force at their own date."""

from __future__ import annotations

from tests.conftest import AskedOf
from tests.spec.asked import Asked

TABLES = {
    "2026-08-31": """
        lsso.labour_units
        ss_number | district_code | isic_section | workers | scheme     | updated_at
        MOVED     | 0101          | C            | 5       | enterprise | 2026-08-20
        STAYED    | 0101          | C            | 5       | enterprise | 2026-08-20

        lsso.contributions
        ss_number | month   | workers | due_lak | paid_lak | paid_on
        MOVED     | 2026-06 | 5       | 100     | 100      | 2026-07-01
        MOVED     | 2026-07 | 5       | 100     | 100      | 2026-08-01

        lsso.inspectors
        inspector_id | province_code | fte | updated_at
        I1           | 01            | 1   | 2026-08-01
    """,
    "2026-09-30": """
        lsso.labour_units
        ss_number | district_code | isic_section | workers | scheme        | updated_at
        MOVED     | 0701          | F            | 60      | civil_servant | 2026-09-15

        lsso.inspectors
        inspector_id | province_code | fte | updated_at
        I1           | 07            | 0.5 | 2026-09-30
    """,
    "2026-10-31": """
        inspections.orders
        inspection_no | ss_number | conducted_on | ordered_on | size_workers | district_code | isic_section | unit_name
        1             | MOVED     | 2020-01-31   | 2020-01-01 |              | 0101          | C            | before any version
        2             | MOVED     | 2026-09-14   | 2026-09-01 |              | 0101          | C            | the day before
        3             | MOVED     | 2026-09-15   | 2026-09-01 |              | 1801          | P            | the day itself
        4             | MOVED     | 2026-09-16   | 2026-09-01 | 5            | 0701          | F            | the order gives one
        5             |           | 2026-09-17   | 2026-09-01 |              | 0701          | F            | not registered
        6             |           | 2026-09-18   | 2026-09-01 | 100          | 0701          | F            | not registered either

        inspections.teams
        inspection_no | inspector_id
        2             | I1
        3             | I1

        inspections.findings
        inspection_no | found_on
        2             | 2026-10-01
        3             | 2026-10-01

        lsso.contributions
        ss_number | month   | workers | due_lak | paid_lak | paid_on
        MOVED     | 2026-07 | 5       | 100     | 60       | 2026-08-01
        MOVED     | 2026-08 | 5       | 100     | 100      | 2026-09-01
        MOVED     | 2026-09 | 60      | 100     | 100      | 2026-10-01
    """,
}


def test_a_unit_month_has_the_version_of_its_last_day(asked: Asked) -> None:
    """The first known version reaches back to the beginning: it was in force in June, though updated in August."""
    assert asked.by("district", "contributions_paid_lak", "2026-06") == {"0101": 100}
    assert asked.by("district", "contributions_paid_lak", "2026-08") == {"0101": 100}
    assert asked.by("district", "contributions_paid_lak", "2026-09") == {"0701": 100}  # moved on the 15th
    assert asked.by("scheme", "contributions_paid_lak", "2026-Q3") == {"enterprise": 160, "civil_servant": 100}


def test_a_stock_has_the_version_of_its_day(asked: Asked) -> None:
    assert asked.by("district", "registered_units", "2026-08") == {"0101": 2}
    assert asked.by("district", "registered_units", "2026-09") == {"0101": 1, "0701": 1}
    assert asked.by("size", "registered_units", "2026-08") == {"micro": 2}
    assert asked.by("size", "registered_units", "2026") == {"micro": 1, "medium": 1}


def test_an_inspection_without_a_size_has_its_unit_s_at_conducted_on(asked: Asked) -> None:
    """The order's own size stands; where there is neither, the size is not known."""
    assert asked.by("size", "inspections", "2020") == {"micro": 1}
    assert asked.by("size", "inspections", "2026-09") == {
        "micro": 1 + 1,  # 2: the unit's 5 workers; 4: the order's 5
        "medium": 1,  # 3: the unit's 60
        "large": 1,  # 6: the order's 100
        "unknown": 1,  # 5
    }


def test_an_inspection_has_its_order_s_place_and_sector(asked: Asked) -> None:
    assert asked.by("province", "inspections", "2026-09") == {"01": 1, "07": 3, "18": 1}
    assert asked.by("sector", "inspections", "2026-09") == {"C": 1, "F": 3, "P": 1}


def test_a_finding_has_its_inspection_s_slices(asked: Asked) -> None:
    assert asked.by("size", "findings", "2026-10") == {"micro": 1, "medium": 1}
    assert asked.by("district", "findings", "2026-10") == {"0101": 1, "1801": 1}


def test_a_later_batch_s_row_replaces_the_earlier(asked: Asked) -> None:
    """July was delivered as paid in full, then as paid in part."""
    assert asked("contributions_paid_lak", "2026-07") == 60
    assert asked("on_time_rate", "2026-06", district="0101") == 1 / 2  # STAYED never paid
    assert asked("on_time_rate", "2026-07", district="0101") == 0 / 2


def test_an_inspector_s_month_has_the_version_of_its_last_day(asked: Asked) -> None:
    assert asked.by("province", "inspector_fte", "2026-08") == {"01": 1}
    assert asked.by("province", "inspector_fte", "2026-09") == {"07": 0.5}
    assert asked("inspections_per_fte_month", "2026-09") == 5 / 0.5


def test_an_inspection_is_its_head_s_province_s_on_the_day(asked: Asked) -> None:
    """On 14 and 15 September the head was still the inspector of 01; in the month's workforce she is 07's."""
    assert asked.parts("inspections_per_fte_month", "2026-09", province="01") == (2, 0)
    assert asked.parts("inspections_per_fte_month", "2026-09", province="07") == (0, 0.5)


LATE = {
    "2026-08-31": """
        lsso.labour_units
        ss_number | workers | updated_at
        A         | 5       | 2026-01-01
    """,
    "2026-09-30": """
        lsso.labour_units
        ss_number | workers | updated_at
        A         | 60      | 2026-09-20
    """,
    "2026-10-31": """
        lsso.labour_units
        ss_number | workers | updated_at
        A         | 100     | 2026-09-10
    """,
}


def test_a_version_that_a_later_one_takes_over_at_once_was_never_in_force(asked_of: AskedOf) -> None:
    """October's correction is dated before September's change: what was delivered last stands from its date on."""
    asked = asked_of(LATE)
    assert asked.by("size", "registered_units", "2026-08") == {"micro": 1}
    assert asked.by("size", "registered_units", "2026-09") == {"large": 1}


CLOSED = {
    "2026-09-30": """
        lsso.labour_units
        ss_number | closed_on  | updated_at
        A         |            | 2026-01-01
        B         | 2026-09-15 | 2026-09-15
    """,
    "2026-10-31": """
        lsso.labour_units
        ss_number | closed_on  | updated_at
        A         | 2026-08-31 | 2026-10-20
        B         |            | 2026-10-20
    """,
}


def test_registration_and_closure_are_facts_not_versions(asked_of: AskedOf) -> None:
    """In October we learn that A closed in August and B did not close: so it was in September, too."""
    asked = asked_of(CLOSED)
    assert asked("registered_units", "2026-07") == 2
    assert asked("registered_units", "2026-08") == asked("registered_units", "2026-09") == 1
