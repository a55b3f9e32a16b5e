"""Complaints and how soon an inspection answers them; questions to the help desk."""

from __future__ import annotations

from tests.spec.asked import Asked

TABLES = """
lsso.labour_units
ss_number | district_code | isic_section | workers | scheme
A         | 0701          | F            | 5       | voluntary

inspections.orders
inspection_no | district_code | status    | conducted_on
1             | 0701          | closed    | 2026-09-11
2             | 0701          | cancelled | 2026-09-30
3             | 0701          | approved  |
4             | 0701          | closed    | 2026-09-03

complaints.complaints
complaint_no | received_on | ss_number | province_code | inspection_no
1            | 2026-09-01  | A         | 01            | 1
2            | 2026-09-02  | A         | 07            | 1
3            | 2026-09-03  |           | 07            | 2
4            | 2026-09-30  |           | 18            | 3
5            | 2026-09-05  |           | 18            |
6            | 2026-09-04  |           | 07            | 4
7            | 2026-10-01  |           | 01            | 1

helpdesk.tickets
opened_on  | province_code | answered_on
2026-09-01 | 01            | 2026-09-01
2026-09-02 | 01            | 2026-09-05
2026-09-30 | 07            | 2026-10-02
2026-10-30 | 00            |
"""


def test_complaints_received(asked: Asked) -> None:
    """By received_on."""
    assert asked("complaints_received", "2026-09") == 6
    assert asked("complaints_received", "2026-10") == 1
    assert asked("complaints_received", "2026-08") == 0


def test_a_complaint_has_its_own_province(asked: Asked) -> None:
    """The province is the complaint's own; district, sector, size and scheme are those of the unit that it names."""
    assert asked.by("province", "complaints_received", "2026-09") == {"01": 1, "07": 3, "18": 2}
    assert asked.by("district", "complaints_received", "2026-09") == {"0701": 2}
    assert asked.by("sector", "complaints_received", "2026-09") == {"F": 2}
    assert asked.by("scheme", "complaints_received", "2026-09") == {"voluntary": 2}
    assert asked.by("size", "complaints_received", "2026-09") == {"micro": 2, "unknown": 4}
    assert asked("complaints_received", "2026-09", sector="F", province="01") == 1


def test_complaint_response_days(asked: Asked) -> None:
    """The median of conducted_on of its inspection (not cancelled) − received_on, of complaints received in the period."""
    assert asked("complaint_response_days", "2026-09") == 9  # of −1 (it was under way), 9 and 10; 3, 4 and 5 have none
    assert asked("complaint_response_days", "2026-10") == -20
    assert asked("complaint_response_days", "2026-08") is None
    assert asked.by("province", "complaint_response_days", "2026-09") == {"01": 10, "07": (9 - 1) / 2}


def test_tickets_opened(asked: Asked) -> None:
    """By opened_on."""
    assert asked("tickets_opened", "2026-09") == 3
    assert asked("tickets_opened", "2026-10") == 1
    assert asked.by("province", "tickets_opened", "2026-09") == {"01": 2, "07": 1}
    assert asked("tickets_opened", "2026-Q4") == 1  # headquarters' own is the country's, too


def test_ticket_answer_days(asked: Asked) -> None:
    """The median of answered_on − opened_on, by answered_on."""
    assert asked("ticket_answer_days", "2026-09") == (0 + 3) / 2
    assert asked("ticket_answer_days", "2026-10") == 2
    assert asked("ticket_answer_days", "2026-08") is None
