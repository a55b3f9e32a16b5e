"""What inspections found, and what was put right in time."""

from __future__ import annotations

from tests.conftest import AskedOf
from tests.spec.asked import Asked

TABLES = """
inspections.orders
inspection_no | status | conducted_on | district_code | isic_section | method
1             | closed | 2026-09-10   | 0101          | C            | direct
2             | closed | 2026-09-11   | 0101          | F            | direct
3             | closed | 2026-09-12   | 0701          | F            | indirect
4             | closed | 2026-09-13   | 0701          | F            | indirect
5             | closed | 2026-10-01   | 0701          | F            | indirect

inspections.findings
inspection_no | irregularity         | found_on   | workers_affected | evaded_lak | deadline_on | corrected_on
1             | unregistered_workers | 2026-09-10 | 7                | 1000000    | 2026-10-10  | 2026-10-10
1             | under_declared_wages | 2026-09-10 | 20               | 2500000    | 2026-10-10  | 2026-10-11
2             | not_registered_unit  | 2026-09-30 | 4                |            | 2026-10-30  |
3             | obstruction          | 2026-10-01 |                  |            |             |
3             | unregistered_workers | 2026-10-02 | 3                | 500000     | 2026-11-01  | 2026-10-20
5             | late_payment         | 2026-10-31 | 9                | 1          | 2026-09-30  | 2026-09-30
"""


def test_infringement_rate(asked: Asked) -> None:
    """Inspections with a finding, whenever it was found, ÷ inspections."""
    assert asked("infringement_rate", "2026-09") == 3 / 4  # 1 (twice found, once counted), 2 and 3
    assert asked("infringement_rate", "2026-10") == 1 / 1
    assert asked("infringement_rate", "2026-11") is None
    assert asked.by("province", "infringement_rate", "2026-09") == {"01": 2 / 2, "07": 1 / 2}


def test_findings(asked: Asked) -> None:
    """By found_on, not by the day of the inspection; the slices are the inspection's."""
    assert asked("findings", "2026-09") == 3
    assert asked("findings", "2026-10") == 3
    assert asked.by("province", "findings", "2026-09") == {"01": 3}
    assert asked.by("sector", "findings", "2026-09") == {"C": 2, "F": 1}
    assert asked.by("method", "findings", "2026") == {"direct": 3, "indirect": 3}


def test_unregistered_workers_found(asked: Asked) -> None:
    """Of unregistered_workers and not_registered_unit findings only."""
    assert asked("unregistered_workers_found", "2026-09") == 7 + 4
    assert asked("unregistered_workers_found", "2026-10") == 3


def test_undeclared_units_found(asked: Asked) -> None:
    assert asked("undeclared_units_found", "2026-09") == 1
    assert asked("undeclared_units_found", "2026-10") == 0


def test_under_declared_wages_found(asked: Asked) -> None:
    assert asked("under_declared_wages_found", "2026-09") == 1
    assert asked("under_declared_wages_found", "2026-10") == 0


def test_obstruction_cases(asked: Asked) -> None:
    """`obstruction` findings count apart."""
    assert asked("obstruction_cases", "2026-09") == 0
    assert asked("obstruction_cases", "2026-10") == 1


def test_evaded_lak(asked: Asked) -> None:
    assert asked("evaded_lak", "2026-09") == 1_000_000 + 2_500_000
    assert asked("evaded_lak", "2026-10") == 500_000 + 1


def test_correction_rate(asked: Asked) -> None:
    """Corrected by the deadline ÷ findings whose deadline lies in the period: the deadline dates it, not the finding."""
    assert asked("correction_rate", "2026-10") == 1 / 3  # on the day itself; a day late; not at all
    assert asked("correction_rate", "2026-09") == 1 / 1
    assert asked("correction_rate", "2026-08") is None


def test_correction_rate_takes_no_deadline_after_the_as_of_date(asked: Asked) -> None:
    """The finding of 2 October has till 1 November: on 31 October it does not count, though it is corrected."""
    assert asked("correction_rate", "2026-11") is None
    assert asked.parts("correction_rate", "2026") == (2, 4)


def test_workers_regularised(asked: Asked) -> None:
    """By corrected_on, in time or not."""
    assert asked("workers_regularised", "2026-10") == 7 + 3
    assert asked("workers_regularised", "2026-09") == 0  # what was corrected then is a late payment


CANCELLED = """
inspections.orders
inspection_no | status    | conducted_on
1             | cancelled | 2026-10-01
2             | closed    |

inspections.findings
inspection_no | irregularity | found_on
1             | obstruction  | 2026-10-01
2             | obstruction  | 2026-10-02
"""


def test_findings_count_by_themselves(asked_of: AskedOf) -> None:
    """The formula asks for found_on in the period alone: also of an inspection that was cancelled, or has no day yet."""
    asked = asked_of(CANCELLED)
    assert asked("findings", "2026-10") == 2
    assert asked("obstruction_cases", "2026-10") == 2
    assert asked("infringement_rate", "2026-10") is None
