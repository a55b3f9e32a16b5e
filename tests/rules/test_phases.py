"""The plan's phases (Strategy 4–6, tables 2–3): what lies outside the phase in which it falls."""

from __future__ import annotations

from datetime import date

import pytest

from etl.rules.phases import fine_outside, inspection_outside
from tests.rules.given import given
from warehouse.indicators import INDICATORS
from warehouse.periods import period_of
from warehouse.reference import phases


@pytest.mark.parametrize(
    ("phase", "first", "last"),
    [
        ("pilot", "2024-08-01", "2024-09-30"),
        ("orientation", "2024-10-01", "2024-10-31"),
        ("mentored_indirect", "2024-11-01", "2024-12-31"),
        ("mentored_direct", "2025-01-01", "2025-01-31"),
        ("first", "2025-02-01", "2025-05-31"),
        ("second", "2025-06-01", "2025-09-30"),
        ("third", "2025-10-01", "2027-12-31"),
    ],
)
def test_phases_are_a_reference_table_with_dates(phase: str, first: str, last: str) -> None:
    """Pilot (Aug–Sep 2024), orientation and training (Oct 2024), mentored indirect (2 months), mentored direct (4 weeks),
    first period (4 months), second period (4 months), third period: one after the other."""
    for day in (first, last):
        found = period_of("phase", date.fromisoformat(day))
        assert found is not None
        assert found.id == phase


def test_the_optimal_mix() -> None:
    """Optimal mix then: 70 % indirect, 30 % direct."""
    assert INDICATORS["indirect_share"].good == 0.7


def test_before_and_after_the_plan_there_is_no_phase() -> None:
    assert period_of("phase", date(2024, 7, 31)) is None
    assert period_of("phase", date(2028, 1, 1)) is None
    assert len(phases()) == 7


def outside(text: str) -> tuple[list[object], list[object]]:
    rows = given(text)
    c = rows.c
    found = rows.answers(inspection_outside(c.phase, c.method, c.type, c.size, c.standing))
    return list(zip(found, rows["why"], strict=True)), list(zip(rows["outside"], rows["why"], strict=True))


def test_outside_by_method() -> None:
    """mentored indirect, mentored direct, first period (… indirect), second period (… both), third period (all)."""
    found, expected = outside("""
        phase             | method   | type    | size  | standing   | outside | why
        pilot             | direct   | regular | large |            | no      | 20 indirect and 10 direct
        pilot             | indirect | regular | large |            | no      |
        orientation       | direct   | regular | large |            | no      | nothing is said of October's
        mentored_indirect | indirect | regular | large |            | no      |
        mentored_indirect | direct   | regular | large |            | yes     |
        mentored_direct   | direct   | regular | large |            | no      |
        mentored_direct   | indirect | regular | large |            | yes     |
        first             | indirect | regular | small | never_paid | no      |
        first             | direct   | regular | small | never_paid | yes     | a target, but by a visit
        second            | direct   | regular | large |            | no      |
        second            | indirect | regular | large |            | no      |
        third             | direct   | regular | large |            | no      |
                          | direct   | regular | large |            | no      | before and after the plan
    """)
    assert found == expected


def test_outside_the_first_period_s_targets() -> None:
    """First period (4 months, indirect; units never or no longer paying, small units of chosen sectors). In the first period, an
    inspection outside its targets or method is shown as *outside the phase*."""
    found, expected = outside("""
        phase | method   | type           | size    | standing     | outside | why
        first | indirect | regular        | large   | never_paid   | no      | never paying
        first | indirect | regular        | large   | stopped      | no      | no longer paying
        first | indirect | regular        | large   | unpaid       | yes     | a month unpaid is not stopped
        first | indirect | regular        | large   | paid_on_time | yes     |
        first | indirect | regular        | large   |              | yes     | not registered, and large
        first | indirect | regular        | medium  | paid_late    | yes     |
        first | indirect | regular        | small   | paid_on_time | no      | a small unit
        first | indirect | regular        | micro   | paid_on_time | no      | a still smaller one
        first | indirect | regular        | unknown |              | yes     | nobody can say that it is small
        first | indirect | advance_notice | large   | paid_on_time | yes     |
        first | indirect | ad_hoc         | large   | paid_on_time | yes     |
        first | indirect | follow_up      | large   | paid_on_time | no      | a follow-up is exempt from targets
        first | indirect | emergency      | large   | paid_on_time | no      | and so is an emergency
        first | direct   | follow_up      | large   | paid_on_time | yes     | but not from the method
        third | indirect | regular        | large   | paid_on_time | no      | third period (all)
    """)
    assert found == expected


def test_fines_outside() -> None:
    """Between October 2024 and the end of mentoring a fine is shown as such only after follow_up, ad_hoc or emergency
    inspections (Strategy 6.A); others are flagged."""
    rows = given("""
        phase             | type           | flagged
        pilot             | regular        | no
        orientation       | regular        | yes
        orientation       | advance_notice | yes
        orientation       | follow_up      | no
        orientation       | ad_hoc         | no
        orientation       | emergency      | no
        mentored_indirect | regular        | yes
        mentored_indirect | emergency      | no
        mentored_direct   | regular        | yes
        mentored_direct   | ad_hoc         | no
        first             | regular        | no
        third             | regular        | no
                          | regular        | no
    """)
    assert rows.answers(fine_outside(rows.c.phase, rows.c.type)) == rows["flagged"]
