"""The workforce. Its province is the inspector's; `00` is headquarters."""

from __future__ import annotations

from tests.conftest import AskedOf
from tests.spec.asked import Asked

TABLES = """
lsso.inspectors
inspector_id | province_code | appointed_on | ended_on   | fte | trained_on
I1           | 01            | 2026-01-01   |            | 1   | 2026-02-01
I2           | 01            | 2026-08-31   |            | 0.5 | 2026-09-30
I3           | 07            | 2026-01-01   | 2026-09-30 | 0.8 | 2026-01-15
I4           | 00            | 2026-01-01   | 2026-08-31 | 1   |
I5           | 00            | 2026-10-31   |            | 0.2 | 2026-10-01

inspections.orders
inspection_no | district_code | conducted_on | status
1             | 0101          | 2026-08-03   | closed
2             | 0701          | 2026-08-04   | closed
3             | 1801          | 2026-08-05   | closed
4             | 1801          | 2026-08-06   | cancelled
5             | 1801          | 2026-09-07   | closed

inspections.teams
inspection_no | inspector_id | role
1             | I1           | head
1             | I3           | member
2             | I1           | head
3             | I4           | head
3             | I1           | mentor
4             | I3           | head
"""


def test_inspectors_active(asked: Asked) -> None:
    """appointed_on ≤ end and ended_on empty or > end."""
    assert asked("inspectors_active", "2026-07") == 3  # I1, I3, I4
    assert asked("inspectors_active", "2026-08") == 3  # I1, I2 (appointed that day), I3; I4 has ended on it
    assert asked("inspectors_active", "2026-09") == 2  # I1, I2
    assert asked("inspectors_active", "2026") == 3  # as of 31 October: I1, I2, I5
    assert asked.by("province", "inspectors_active", "2026-07") == {"01": 1, "07": 1, "00": 1}
    assert asked("inspectors_active", "2025") == 0


def test_inspector_fte(asked: Asked) -> None:
    assert asked("inspector_fte", "2026-08") == 1 + 0.5 + 0.8
    assert asked("inspector_fte", "2026-09") == 1 + 0.5
    assert asked("inspector_fte", "2026-10", province="00") == 0.2


def test_trained_share(asked: Asked) -> None:
    """Active inspectors with trained_on ≤ end ÷ active."""
    assert asked("trained_share", "2026-08") == 2 / 3  # I1, I3; I2 is trained in September
    assert asked("trained_share", "2026-09") == 2 / 2
    assert asked.by("province", "trained_share", "2026-10") == {"01": 2 / 2, "00": 1 / 1}
    assert asked("trained_share", "2026-08", province="00") is None
    assert asked("trained_share", "2025") is None


def test_inspections_per_fte_month(asked: Asked) -> None:
    """÷ Σ over the months of the fte of inspectors appointed by the month's end and not ended before its start."""
    august = 1 + 0.5 + 0.8 + 1  # I2 from its last day, I4 to its last day
    september = 1 + 0.5 + 0.8  # I3 to its last day; I4 had ended before its start
    assert asked("inspections_per_fte_month", "2026-08") == 3 / august
    assert asked("inspections_per_fte_month", "2026-09") == 1 / september
    assert asked.parts("inspections_per_fte_month", "2026-08..2026-09") == (4, august + september)
    assert asked("inspections_per_fte_month", "2025") is None


def test_inspections_per_fte_month_by_province(asked: Asked) -> None:
    """The province of the inspector who led, not of the unit: 1 and 2 are 01's, 3 headquarters'; 5 has no head."""
    assert asked.by("province", "inspections_per_fte_month", "2026-08") == {"01": 2 / 1.5, "07": 0 / 0.8, "00": 1 / 1}
    assert asked("inspections_per_fte_month", "2026-09", province="01") == 0 / 1.5
    assert asked("inspections", "2026-08", province="01") == 1  # while inspections are where the unit is


def test_inspections_per_fte_month_has_a_broad_denominator(asked: Asked) -> None:
    """The workforce knows no sector: each sector's inspections are taken against all of it."""
    assert asked.by("sector", "inspections_per_fte_month", "2026-09") == {
        sector: (1 if sector == "C" else 0) / 2.3 for sector in "ABCDEFGHIJKLMNOPQRSTU"
    }


HALFWAY = """
lsso.inspectors
inspector_id | appointed_on | fte
I1           | 2026-01-01   | 1
"""


def test_months_begun_count_whole(asked_of: AskedOf) -> None:
    """On 2 October, October has begun; November and December have not."""
    asked = asked_of({"2026-10-02": HALFWAY})
    assert asked.parts("inspections_per_fte_month", "2026-Q4") == (0, 1)
    assert asked.parts("inspections_per_fte_month", "2026") == (0, 10)
    assert asked.parts("inspections_per_fte_month", "2026-11") == (0, 0.0)
