"""What each inspector takes part in and learns; by inspector, and by the inspector's province."""

from __future__ import annotations

import pytest

from tests.spec.asked import Asked

TABLES = """
lsso.inspectors
inspector_id | province_code | fte | appointed_on
I1           | 01            | 1   | 2026-01-01
I2           | 01            | 0.5 | 2026-01-01
I3           | 07            | 1   | 2026-09-30
I4           | 00            | 1   | 2026-01-01

inspections.orders
inspection_no | district_code | method   | status    | ordered_on | conducted_on | reported_on | hours_spent
1             | 0701          | direct   | closed    | 2026-09-01 | 2026-09-10   | 2026-09-14  | 6
2             | 0101          | indirect | closed    | 2026-09-01 | 2026-09-20   | 2026-10-20  | 2
3             | 0101          | direct   | closed    | 2026-09-01 | 2026-09-30   | 2026-09-30  | 8
4             | 0101          | direct   | cancelled | 2026-09-01 | 2026-09-30   |             | 99
5             | 0101          | direct   | approved  | 2026-09-01 |              |             |
6             | 0101          | direct   | closed    | 2026-10-01 | 2026-10-02   |             | 3
7             | 0101          | direct   | closed    | 2026-10-01 | 2026-10-03   |             | 1

inspections.teams
inspection_no | inspector_id | role
1             | I1           | head
1             | I2           | member
1             | I3           | trainee
2             | I1           | head
2             | I2           | member
2             | I4           | mentor
3             | I2           | head
4             | I1           | head
5             | I1           | head
6             | I3           | trainee

inspections.findings
inspection_no | found_on
1             | 2026-09-10
3             | 2026-09-30
3             | 2026-09-30

training.attendances
inspector_id | held_from  | held_to    | days
I1           | 2026-09-28 | 2026-09-30 | 3
I1           | 2026-09-15 | 2026-09-15 | 0.5
I2           | 2026-09-28 | 2026-10-02 | 5
I4           | 2026-09-28 | 2026-09-30 | 3
"""


def test_inspections_led(asked: Asked) -> None:
    """As head, of inspections not cancelled and conducted."""
    assert asked.by("inspector", "inspections_led", "2026-09") == {"I1": 2, "I2": 1}
    assert asked("inspections_led", "2026-09") == 3
    assert asked("inspections_led", "2026-10") == 0
    assert asked.by("province", "inspections_led", "2026-09") == {"01": 3}  # the inspector's, though 1 was in 07
    assert asked("inspections_led", "2026-09", province="07") == 0


def test_every_inspector_is_there(asked: Asked) -> None:
    """Every slice of the dimension is there, also those with nothing in them."""
    assert {v.slice: v.value for v in asked.values("inspections_led", "2026-10", by="inspector")} == {
        "I1": 0, "I2": 0, "I3": 0, "I4": 0,
    }  # fmt: skip


def test_inspections_taken_part(asked: Asked) -> None:
    """In any role, a trainee's too."""
    assert asked.by("inspector", "inspections_taken_part", "2026-09") == {"I1": 2, "I2": 3, "I3": 1, "I4": 1}
    assert asked.by("province", "inspections_taken_part", "2026-09") == {"01": 5, "07": 1, "00": 1}
    assert asked.by("inspector", "inspections_taken_part", "2026-10") == {"I3": 1}


def test_inspections_credit(asked: Asked) -> None:
    """Each inspection shared equally by its team, trainees aside: halves of 1, thirds of 2, the whole of 3."""
    expected = {"I1": 1 / 2 + 1 / 3, "I2": 1 / 2 + 1 / 3 + 1, "I4": 1 / 3}
    assert asked.by("inspector", "inspections_credit", "2026-09") == pytest.approx(expected)
    assert asked("inspections_credit", "2026-09") == pytest.approx(3)  # the shares of an inspection are one inspection
    assert asked("inspections_credit", "2026-10") == 0  # a trainee alone earns none, a team of nobody neither


def test_credit_per_fte_month(asked: Asked) -> None:
    """Credit ÷ full-time equivalents over the months begun."""
    assert asked("credit_per_fte_month", "2026-09", inspector="I2") == pytest.approx((1 / 2 + 1 / 3 + 1) / 0.5)
    assert asked("credit_per_fte_month", "2026-09") == pytest.approx(3 / (1 + 0.5 + 1 + 1))
    assert asked.by("inspector", "credit_per_fte_month", "2026-09")["I3"] == 0
    assert asked("credit_per_fte_month", "2026-10", inspector="I1") == 0 / 1
    assert asked("credit_per_fte_month", "2026-08", inspector="I3") is None  # not appointed yet


def test_hours_findings_and_days_of_whom_led(asked: Asked) -> None:
    """By inspector: hours, findings, days_to_report, of the inspections that the inspector led."""
    assert asked.by("inspector", "inspections", "2026-09") == {"I1": 2, "I2": 1}
    assert asked.by("inspector", "hours_direct", "2026-09") == {"I1": 6, "I2": 8}
    assert asked.by("inspector", "hours_indirect", "2026-09") == {"I1": 2}
    assert asked.by("inspector", "findings", "2026-09") == {"I1": 1, "I2": 2}
    assert asked("days_to_report", "2026-09", inspector="I1") == 4
    assert asked("days_to_report", "2026-10", inspector="I1") == 30


def test_inspectors_in_training(asked: Asked) -> None:
    """Distinct inspectors, by the session's last day."""
    assert asked("inspectors_in_training", "2026-09") == 2  # I1 in two sessions, I4
    assert asked("inspectors_in_training", "2026-10") == 1
    assert asked("inspectors_in_training", "2026") == 3
    assert asked("inspectors_in_training", "2026-09", province="01") == 1
    assert asked("inspectors_in_training", "2026-09", province="00") == 1  # headquarters


def test_training_days(asked: Asked) -> None:
    assert asked("training_days", "2026-09") == 3 + 0.5 + 3
    assert asked.by("inspector", "training_days", "2026") == {"I1": 3.5, "I2": 5, "I4": 3}
    assert asked("training_days", "2026", province="01") == 3.5 + 5
