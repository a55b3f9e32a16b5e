"""Who is registered, who pays, how much of what is due comes in. As of 31 October: September is due, October is not."""

from __future__ import annotations

from tests.conftest import AskedOf
from tests.spec.asked import Asked

TABLES = """
lsso.labour_units
ss_number | district_code | isic_section | registered_on | closed_on
A         | 0101          | C            | 2026-06-30    |
B         | 0101          | F            | 2026-06-01    | 2026-08-31
C         | 0701          | F            | 2026-08-31    |
D         | 0701          | F            | 2026-10-31    |
E         | 0101          | C            | 2026-06-01    |

lsso.contributions
ss_number | month   | workers | due_lak | paid_lak | paid_on
A         | 2026-06 | 10      | 100     | 100      | 2026-07-15
A         | 2026-07 | 12      | 100     | 100      | 2026-08-16
A         | 2026-08 | 12      | 100     | 40       | 2026-09-01
A         | 2026-09 | 12      | 100     | 0        |
A         | 2026-10 | 15      | 100     | 100      | 2026-10-20
B         | 2026-06 | 5       | 50      | 50       | 2026-07-01
B         | 2026-08 | 6       | 60      | 0        |
C         | 2026-09 | 7       | 70      | 0        |
E         | 2026-06 | 4       | 30      | 30       | 2026-07-01
"""
# The statuses that follow:
#            June      July      August      September    (October)
# A          on time   late      part paid   unpaid       not yet due
# B          on time   unpaid    unpaid      closed
# C                              never paid  never paid   not yet due
# D                                                       not yet due
# E          on time   unpaid    unpaid      stopped      not yet due


def test_registered_units(asked: Asked) -> None:
    """registered_on ≤ end and closed_on empty or > end; the end is the period's, or the as-of date."""
    assert asked("registered_units", "2026-05") == 0
    assert asked("registered_units", "2026-06") == 3  # A on the last day, B, E
    assert asked("registered_units", "2026-08") == 3  # A, C, E: B is closed on that day
    assert asked("registered_units", "2026-Q3") == 3  # a stock is not summed over months
    assert asked("registered_units", "2026-10") == 4  # and D
    assert asked("registered_units", "2026") == 4  # the as-of date is before the year's end
    assert asked.by("province", "registered_units", "2026-10") == {"01": 2, "07": 2}
    assert asked.by("sector", "registered_units", "2026-06") == {"C": 2, "F": 1}


def test_insured_workers(asked: Asked) -> None:
    """Workers in the contributions of the latest month that has any rows, of units registered at the end."""
    assert asked("insured_workers", "2026-06") == 10 + 5 + 4
    assert asked("insured_workers", "2026-07") == 12  # B and E sent nothing for July
    assert asked("insured_workers", "2026-08") == 12  # B's 6 are of a unit that is closed at the end
    assert asked("insured_workers", "2026-09") == 12 + 7
    assert asked("insured_workers", "2026-Q3") == 12 + 7
    assert asked("insured_workers", "2026-10") == 15  # October has a row, if only one


def test_never_paid_units(asked: Asked) -> None:
    """In the last month, not after the end, whose due date is not after the as-of date."""
    assert asked("never_paid_units", "2026-07") == 0
    assert asked("never_paid_units", "2026-08") == 1  # C
    assert asked("never_paid_units", "2026-09") == 1
    assert asked("never_paid_units", "2026-10") == 1  # September's standing; D has none yet
    assert asked.by("province", "never_paid_units", "2026") == {"07": 1}


def test_stopped_units(asked: Asked) -> None:
    assert asked("stopped_units", "2026-08") == 0  # E left two months unpaid
    assert asked("stopped_units", "2026-09") == 1
    assert asked("stopped_units", "2026-10") == 1  # September's standing
    assert asked.by("district", "stopped_units", "2026-10") == {"0101": 1}


def test_compliance_rate(asked: Asked) -> None:
    """paid_on_time or paid_late ÷ unit-months with a status."""
    assert asked("compliance_rate", "2026-06") == 3 / 3
    assert asked("compliance_rate", "2026-07") == 1 / 3
    assert asked("compliance_rate", "2026-08") == 0 / 4
    assert asked("compliance_rate", "2026-Q3") == 1 / (3 + 4 + 3)
    assert asked("compliance_rate", "2026-10") is None  # nothing has fallen due
    assert asked("compliance_rate", "2026") == (3 + 1) / (3 + 3 + 4 + 3)
    assert asked.by("province", "compliance_rate", "2026-Q3") == {"01": 1 / 8, "07": 0 / 2}


def test_on_time_rate(asked: Asked) -> None:
    assert asked("on_time_rate", "2026-06") == 3 / 3
    assert asked("on_time_rate", "2026-07") == 0 / 3  # A paid a day late
    assert asked("on_time_rate", "2026-H1") == 3 / 3
    assert asked("on_time_rate", "2026-10") is None


def test_contributions_due_lak(asked: Asked) -> None:
    """A due estimated for lack of a row counts: B's 50 and E's 30 of June are carried into July."""
    assert asked("contributions_due_lak", "2026-06") == 100 + 50 + 30
    assert asked("contributions_due_lak", "2026-07") == 100 + 50 + 30
    assert asked("contributions_due_lak", "2026-08") == 100 + 60 + 0 + 30  # C has no due known yet
    assert asked("contributions_due_lak", "2026-09") == 100 + 70 + 30
    assert asked("contributions_due_lak", "2026-10") == 0  # not yet due
    assert asked("contributions_due_lak", "2026-Q3", province="07") == 70


def test_contributions_paid_lak(asked: Asked) -> None:
    """By the month that was paid for, not by the day of payment."""
    assert asked("contributions_paid_lak", "2026-06") == 100 + 50 + 30
    assert asked("contributions_paid_lak", "2026-Q3") == 100 + 40 + 0
    assert asked("contributions_paid_lak", "2026-10") == 0  # A's 100 of October have no status yet


def test_collection_rate(asked: Asked) -> None:
    assert asked("collection_rate", "2026-07") == 100 / 180
    assert asked("collection_rate", "2026-Q3") == 140 / (180 + 190 + 200)
    assert asked("collection_rate", "2026-08", province="07") is None  # C owed nothing known
    assert asked("collection_rate", "2026-10") is None


def test_late_payment_rate(asked: Asked) -> None:
    """Due less paid of unit-months fallen due and not paid in full ÷ contributions due."""
    assert asked("late_payment_rate", "2026-06") == 0 / 180
    assert asked("late_payment_rate", "2026-07") == (50 + 30) / 180  # A paid late, but paid
    assert asked("late_payment_rate", "2026-08") == (60 + 60 + 30) / 190
    assert asked("late_payment_rate", "2026-Q3") == (80 + 150 + 200) / (180 + 190 + 200)
    assert asked("late_payment_rate", "2026-10") is None


GAP = """
lsso.labour_units
ss_number | registered_on | closed_on
A         | 2026-01-01    |
B         | 2026-01-01    | 2026-10-15
C         | 2026-10-01    |

lsso.contributions
ss_number | month   | workers | due_lak | paid_lak | paid_on
A         | 2026-07 | 10      | 100     | 100      | 2026-07-15
B         | 2026-07 | 5       | 100     | 100      | 2026-08-15
A         | 2026-06 | 99      | 100     | 100      | 2026-07-16
B         | 2026-06 | 99      | 100     | 100      | 2026-07-16
"""


def test_insured_workers_of_a_month_without_rows(asked_of: AskedOf) -> None:
    """July is the latest month that has any rows; who is registered is asked at the end of the period itself."""
    asked = asked_of(GAP)
    assert asked("insured_workers", "2026-07") == 10 + 5
    assert asked("insured_workers", "2026-09") == 10 + 5
    assert asked("insured_workers", "2026-10") == 10  # B is closed
    assert asked("insured_workers", "2026-05") == 0  # no month up to May has rows


def test_a_closed_unit_is_no_stopped_unit(asked_of: AskedOf) -> None:
    """Both left August and September unpaid, and July paid: a third month is not due yet."""
    asked = asked_of(GAP)
    assert asked("stopped_units", "2026-10") == 0
    asked = asked_of({"2026-11-15": GAP})
    assert asked("stopped_units", "2026-10") == 1  # A; B is closed, though its October is unpaid too
    assert asked("never_paid_units", "2026-10") == 1  # C


NOTHING_DUE = """
lsso.labour_units
ss_number | registered_on
A         | 2026-10-01
"""


def test_a_country_with_nothing_due(asked_of: AskedOf) -> None:
    asked = asked_of(NOTHING_DUE)
    assert asked("registered_units", "2026-10") == 1
    assert asked("never_paid_units", "2026-10") == asked("stopped_units", "2026-10") == 0
    assert asked("insured_workers", "2026-10") == 0
    assert asked("collection_rate", "2026") is None
