"""What follows an inspection: measures up the ladder and their deadlines. As of 31 October 2026."""

from __future__ import annotations

import pytest

from etl.rules.ladder import SETTING
from tests.conftest import AskedOf
from tests.spec.asked import Asked

TABLES = """
lsso.inspectors
inspector_id | province_code
I1           | 01
I2           | 07

inspections.orders
inspection_no | district_code | isic_section | size_workers | scheme     | type    | method   | origin           | status    | conducted_on
1             | 0101          | C            | 60           | enterprise | regular | direct   | national_plan    | closed    | 2026-02-20
2             | 0701          | F            | 5            | enterprise | regular | indirect | worker_complaint | closed    | 2026-07-01
3             | 0702          | F            | 5            | enterprise | regular | indirect | national_plan    | closed    | 2026-07-01
4             | 1801          | P            | 200          | voluntary  | ad_hoc  | direct   | risk_detection   | closed    | 2026-08-01
5             | 0101          | C            | 60           | enterprise | regular | direct   | national_plan    | closed    | 2026-09-30
6             | 0101          | C            | 60           | enterprise | regular | direct   | national_plan    | cancelled | 2026-03-30
7             | 0101          | C            | 60           | enterprise | regular | direct   | national_plan    | closed    | 2024-11-01

inspections.teams
inspection_no | inspector_id | role
1             | I1           | head
5             | I2           | head
5             | I1           | member

inspections.measures
measure_no | inspection_no | step               | issued_on  | deadline_on | complied_on
M1         | 1             | education          | 2026-03-01 |             |
M2         | 1             | warning            | 2026-06-01 |             |
M3         | 1             | summons            | 2026-09-02 |             |
M4         | 2             | warning            | 2026-07-10 |             | 2026-10-08
M5         | 3             | warning            | 2026-07-03 |             | 2026-10-02
M6         | 4             | warning            | 2026-08-16 |             |
M7         | 5             | warning            | 2026-10-01 | 2026-10-20  |
M8         | 5             | benefit_suspension | 2026-10-05 | 2026-10-10  |
M9         | 3             | prosecution        | 2026-10-10 |             |
M10        | 6             | summons            | 2026-04-01 |             | 2026-04-10
M11        | 7             | education          | 2024-11-05 |             | 2025-06-10

planning.targets
year | month | province_code | indicator                | target
2026 | 9     | 01            | warnings_issued          | 5
2026 | 10    | 01            | warnings_issued          | 4
2026 | 10    | 07            | warnings_issued          | 2
2026 | 11    | 07            | warnings_issued          | 100
2026 | 9     | 01            | steps_owed               | 3
2026 | 10    | 01            | steps_owed               | 2
2026 | 10    | 07            | steps_owed               | 1
2026 | 9     | 01            | compliance_after_warning | 0.1
2026 | 10    | 01            | compliance_after_warning | 0.6
2026 | 10    | 07            | compliance_after_warning | 0.8
"""
# The deadlines that follow, 90 calendar days after the issue where none is given:
# M1 30 May   M2 30 August   M3 1 December   M4 8 October   M5 1 October   M6 14 November   M11 3 February 2025


def test_education_given(asked: Asked) -> None:
    """Measures of that step with issued_on in the period."""
    assert asked("education_given", "2026-03") == 1
    assert asked("education_given", "2026") == 1
    assert asked("education_given", "2024-11") == 1
    assert asked("education_given", "2026-04") == 0


def test_warnings_issued(asked: Asked) -> None:
    assert asked("warnings_issued", "2026-07") == 2
    assert asked("warnings_issued", "2026-Q3") == 3
    assert asked("warnings_issued", "2026-10") == 1


def test_summons_issued(asked: Asked) -> None:
    """Also that of an inspection that was cancelled: the formula asks for the step and its day alone."""
    assert asked("summons_issued", "2026-09") == 1
    assert asked("summons_issued", "2026-04") == 1


def test_prosecutions(asked: Asked) -> None:
    assert asked("prosecutions", "2026-10") == 1
    assert asked("prosecutions", "2026-09") == 0


def test_benefit_suspensions(asked: Asked) -> None:
    assert asked("benefit_suspensions", "2026-10") == 1
    assert asked("benefit_suspensions", "2026-Q3") == 0


def test_a_measure_has_its_inspection_s_slices(asked: Asked) -> None:
    """An inspection has its order's district, sector, scheme and size; its measures have the same."""
    assert asked.by("province", "warnings_issued", "2026") == {"01": 2, "07": 2, "18": 1}
    assert asked.by("district", "warnings_issued", "2026", province="07") == {"0701": 1, "0702": 1}
    assert asked.by("sector", "warnings_issued", "2026") == {"C": 2, "F": 2, "P": 1}
    assert asked.by("size", "warnings_issued", "2026") == {"medium": 2, "micro": 2, "large": 1}
    assert asked.by("scheme", "warnings_issued", "2026") == {"enterprise": 4, "voluntary": 1}
    assert asked.by("type", "warnings_issued", "2026") == {"regular": 4, "ad_hoc": 1}
    assert asked.by("method", "warnings_issued", "2026") == {"direct": 3, "indirect": 2}
    assert asked.by("origin", "warnings_issued", "2026") == {
        "national_plan": 3,
        "worker_complaint": 1,
        "risk_detection": 1,
    }
    assert asked.by("method", "deadlines_expired", "2026-10") == {"direct": 4}


def test_a_deadline_unlike_the_law_s_is_a_warning(asked: Asked) -> None:
    """The deadline is issue date + days unless the row gives one (then the row's, and a warning where it differs)."""
    assert asked.doubted("deadline_unlike_law") == {"M7"}  # the ladder sets no deadline for M8


def test_steps_owed(asked: Asked) -> None:
    """Measures in state step_owed: expired, with no higher step of the ladder issued on that inspection by the day."""
    assert asked("steps_owed", "2026-04") == 0  # M1 is running
    assert asked("steps_owed", "2026-05") == 1  # M1; the warning comes on 1 June
    assert asked("steps_owed", "2026-06") == 0
    assert asked("steps_owed", "2026-08") == 1  # M2 on the day after its deadline; the summons comes on 2 September
    assert asked("steps_owed", "2026-09") == 0
    assert asked("steps_owed", "2026-10") == 1  # M7: a suspension of benefits is no step of the ladder, and owes none
    assert asked.by("province", "steps_owed", "2026") == {"01": 1}


def test_deadlines_due_soon(asked: Asked) -> None:
    """Measures in state due_soon: the deadline within D … D + 14."""
    assert asked("deadlines_due_soon", "2026-05") == 0  # M1 expired the day before
    assert asked("deadlines_due_soon", "2026-09") == 2  # M4 and M5, though they comply after
    assert asked("deadlines_due_soon", "2026-10") == 1  # M6: 14 days; M3's 31 are more
    assert asked("deadlines_due_soon", "2025-01") == 1  # M11


def test_deadlines_expired(asked: Asked) -> None:
    """Not complied with, whatever was issued since; also those outside the ladder that were given a deadline."""
    assert asked("deadlines_expired", "2026-09") == 2  # M1, M2
    assert asked("deadlines_expired", "2026-10") == 4  # and M7, M8; M5 complied a day late
    assert asked("deadlines_expired", "2025-05") == 1  # M11
    assert asked("deadlines_expired", "2025-06") == 0


def test_compliance_after_warning(asked: Asked) -> None:
    """Warnings whose deadline is in the period with complied_on ≤ deadline ÷ warnings whose deadline is in the period."""
    assert asked("compliance_after_warning", "2026-08") == 0 / 1
    assert asked("compliance_after_warning", "2026-10") == 1 / 3  # M4 on the day itself; M5 a day late; M7 not
    assert asked("compliance_after_warning", "2026-09") is None
    assert asked("compliance_after_warning", "2025-02") is None  # education is no warning


def test_a_deadline_after_the_as_of_date_does_not_count(asked: Asked) -> None:
    """A period that runs past the as-of date ends there: nothing after it counts, deadlines neither (M6's of November)."""
    assert asked("compliance_after_warning", "2026-11") is None
    assert asked.parts("compliance_after_warning", "2026-Q4") == (1, 3)
    assert asked.parts("compliance_after_warning", "2026") == (1, 4)
    assert asked("deadlines_due_soon", "2026") == asked("deadlines_due_soon", "2026-10")
    assert asked("steps_owed", "2027") == 1  # M3's and M6's deadlines have not passed on the as-of date


def test_days_to_comply(asked: Asked) -> None:
    """The median of complied_on − issued_on, by the day of compliance."""
    assert asked("days_to_comply", "2026-10") == (90 + 91) / 2
    assert asked("days_to_comply", "2026-04") == 9
    assert asked("days_to_comply", "2026-09") is None


def test_by_inspector(asked: Asked) -> None:
    """By inspector: deadlines expired, of the inspections that the inspector led."""
    assert asked.by("inspector", "deadlines_expired", "2026-10") == {"I1": 2, "I2": 2}
    assert asked.by("inspector", "warnings_issued", "2026") == {"I1": 1, "I2": 1}
    assert asked("steps_owed", "2026-10", inspector="I2") == 1


def test_by_phase(asked: Asked) -> None:
    """Phases are a way to slice every indicator by period: a flow summed over it, a stock at its end or the as-of date."""
    assert asked("education_given", "mentored_indirect") == 1
    assert asked("education_given", "first") == 0
    assert asked("education_given", "third") == 1
    assert asked("deadlines_due_soon", "mentored_direct") == 1  # on 31 January 2025 M11 has 3 days left
    assert asked("steps_owed", "first") == 1
    assert asked("steps_owed", "second") == 0  # M11 complied on 10 June
    assert asked("steps_owed", "third") == asked("steps_owed", "2026-10")
    assert asked.value("steps_owed", "third").partial is True


def test_targets(asked: Asked) -> None:
    """A flow's targets add up; a stock's are those of the last month begun; a share's are the mean of the last month's provinces."""

    def target(id_: str, period: str) -> float | None:
        return asked.value(id_, period).target

    assert target("warnings_issued", "2026-10") == 4 + 2
    assert target("warnings_issued", "2026") == 5 + 4 + 2  # November has not begun
    assert target("steps_owed", "2026-09") == 3
    assert target("steps_owed", "2026") == 2 + 1
    assert target("compliance_after_warning", "2026-09") == 0.1
    assert target("compliance_after_warning", "2026") == pytest.approx((0.6 + 0.8) / 2)
    assert target("education_given", "2026") is None
    found = asked.values("steps_owed", "2026-10", by="province")
    assert {value.slice: value.target for value in found if value.target is not None} == {"01": 2, "07": 1}


ONE_WARNING = """
inspections.orders
inspection_no | conducted_on
1             | 2026-02-20

inspections.measures
step      | issued_on
education | 2026-03-01
warning   | 2026-06-01
summons   | 2026-09-02
fine      | 2026-10-05
"""


def test_the_law_s_reading(asked_of: AskedOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """One warning and 90 days, then the fine: neither education nor summons is a step that sets or answers a deadline."""
    monkeypatch.setenv(SETTING, "law")
    asked = asked_of(ONE_WARNING)
    assert asked("deadlines_expired", "2026-07") == 0
    assert asked("steps_owed", "2026-08") == 1  # the warning's 90 days ended on 30 August
    assert asked("steps_owed", "2026-09") == 1  # the summons is not the fine
    assert asked("steps_owed", "2026-10") == 0
    assert asked("deadlines_expired", "2026-10") == 1
