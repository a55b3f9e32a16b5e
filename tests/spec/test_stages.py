"""The days between the stages of an inspection, visits as the ILO counts them, compliance before and after correction."""

from __future__ import annotations

from tests.spec.asked import Asked

TABLES = """
lsso.labour_units
ss_number
A
B

lsso.inspectors
inspector_id | province_code | appointed_on | ended_on
I1           | 01            | 2026-01-01   |
I2           | 01            | 2026-10-01   |
I3           | 07            | 2026-01-01   | 2026-10-15

inspections.orders
ss_number | district_code | method   | status    | ordered_on | approved_on | conducted_on | reported_on | decided_on | decision_notified_on
A         | 0101          | direct   | closed    | 2026-08-20 | 2026-08-31  | 2026-09-01   | 2026-09-08  | 2026-09-20 | 2026-09-21
A         | 0101          | direct   | closed    | 2026-08-30 | 2026-09-02  | 2026-09-30   | 2026-10-05  | 2026-10-06 | 2026-10-16
B         | 0701          | direct   | reported  | 2026-09-01 | 2026-09-06  | 2026-09-30   | 2026-09-30  |            |
B         | 0701          | indirect | reported  | 2026-09-10 | 2026-09-10  | 2026-09-20   | 2026-10-01  | 2026-10-21 | 2026-10-23
B         | 0701          | direct   | cancelled | 2026-09-01 | 2026-09-30  | 2026-09-30   | 2026-10-30  | 2026-10-31 | 2026-10-31
          | 0701          | direct   | ordered   | 2026-09-01 |             |              |             | 2026-10-10 |
A         | 0101          | direct   | closed    | 2026-10-01 |             | 2026-10-02   |             |            |

inspections.teams
inspection_no | inspector_id
1             | I1
2             | I1
3             | I3
4             | I3
7             | I2

inspections.findings
inspection_no | found_on   | corrected_on
2             | 2026-09-30 | 2026-10-30
2             | 2026-09-30 | 2026-10-02
3             | 2026-09-30 | 2026-10-02
3             | 2026-09-30 |
"""


def test_days_to_approve(asked: Asked) -> None:
    """The median of approved_on − ordered_on, by the day of approval, of inspections not cancelled."""
    assert asked("days_to_approve", "2026-08") == 11
    assert asked("days_to_approve", "2026-09") == 3  # of 0, 3 and 5
    assert asked("days_to_approve", "2026-10") is None
    assert asked.by("province", "days_to_approve", "2026-09") == {"01": 3, "07": 5 / 2}


def test_days_to_conduct(asked: Asked) -> None:
    """The median of conducted_on − ordered_on, by the day of the inspection."""
    assert asked("days_to_conduct", "2026-09") == (12 + 29) / 2  # of 10, 12, 29, 31
    assert asked("days_to_conduct", "2026-10") == 1
    assert asked("days_to_conduct", "2026-08") is None


def test_days_to_decide(asked: Asked) -> None:
    """The median of decided_on − reported_on, by the day of the decision; where there was no report, there are no days."""
    assert asked("days_to_decide", "2026-09") == 12
    assert asked("days_to_decide", "2026-10") == (1 + 20) / 2
    assert asked("days_to_decide", "2026-08") is None


def test_days_to_notify(asked: Asked) -> None:
    """The median of decision_notified_on − decided_on, by the day of the notification."""
    assert asked("days_to_notify", "2026-09") == 1
    assert asked("days_to_notify", "2026-10") == (2 + 10) / 2
    assert asked.by("method", "days_to_notify", "2026-10") == {"direct": 10, "indirect": 2}


def test_visits(asked: Asked) -> None:
    """Inspections that are direct: a check of documents is no visit in the ILO's sense."""
    assert asked("visits", "2026-09") == 3
    assert asked("inspections", "2026-09") == 4
    assert asked("visits", "2026-10") == 1
    assert asked.by("province", "visits", "2026-09") == {"01": 2, "07": 1}


def test_units_visited(asked: Asked) -> None:
    """Distinct in the whole period, visited twice or once."""
    assert asked("units_visited", "2026-09") == 2
    assert asked("units_visited", "2026-10") == 1
    assert asked("units_visited", "2026") == 2


def test_visits_per_inspector(asked: Asked) -> None:
    """Visits ÷ inspectors active at the period's end; the province is that of the team's head."""
    assert asked("visits_per_inspector", "2026-09") == 3 / 2  # I1, I3
    assert asked("visits_per_inspector", "2026") == 4 / 2  # I1, I2: I3 has ended
    assert asked.by("province", "visits_per_inspector", "2026-09") == {"01": 2 / 1, "07": 1 / 1}
    assert asked("visits_per_inspector", "2026-10", province="07") is None
    assert asked("visits_per_inspector", "2025") is None


def test_initial_compliance_rate(asked: Asked) -> None:
    """Inspections without a finding ÷ inspections."""
    assert asked("initial_compliance_rate", "2026-09") == 2 / 4  # 1 and 4
    assert asked("initial_compliance_rate", "2026-10") == 1 / 1
    assert asked("initial_compliance_rate", "2026-08") is None


def test_compliance_after_correction(asked: Asked) -> None:
    """… or with all findings corrected so far: 2 has both corrected, 3 one of two."""
    assert asked("compliance_after_correction", "2026-09") == 3 / 4
    assert asked.by("province", "compliance_after_correction", "2026-09") == {"01": 2 / 2, "07": 1 / 2}
