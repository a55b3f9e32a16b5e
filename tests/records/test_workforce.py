"""The workforce: places in teams, training, questions to the help desk and open orders, every answer worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from statistics import median, quantiles
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert

from tests.records.conftest import Asked, Number
from tests.records.small_star import small_star
from warehouse.periods import parse_period
from warehouse.query import NotSliced
from warehouse.records import (
    Guides,
    InspectorList,
    OpenLoad,
    Quartiles,
    Roles,
    Sessions,
    TeamList,
    TicketList,
    Topics,
    TrainingList,
    Workforce,
)
from warehouse.star import fact_inspection, fact_team, fact_ticket, fact_training

SEPTEMBER, OCTOBER, QUARTER = (parse_period(id_) for id_ in ("2026-09", "2026-10", "2026-Q3"))
HOME = {"N0": "01", "N1": "01", "N2": "07", "N3": "00"}
SLICES = {"district_code": "1801", "sector_code": "C", "size_code": "small", "scheme_code": "enterprise"}
KIND = {"type_code": "regular", "method_code": "direct", "origin_code": "national_plan"}
TEAMS = """
inspection | conducted  | cancelled | team
T1         | 2026-09-01 | 0         | N0 head, N1 mentor, N2 trainee
T2         | 2026-09-15 | 0         | N0 head, N2 trainee
T3         | 2026-10-02 | 0         | N2 head, N1 member
T4         | 2026-09-20 | 1         | N1 head, N2 trainee
"""
TRAINED = """
inspector | session | from       | to         | days | score
N0        | A       | 2026-08-30 | 2026-09-01 | 3    | 60
N1        | A       | 2026-08-30 | 2026-09-01 | 2    | 81
N2        | B       | 2026-10-05 | 2026-10-06 | 2    |
"""
TICKETS = """
ticket | province | topic  | opened     | answered
K1     | 01       | legal  | 2026-09-01 | 2026-09-03
K2     | 01       | legal  | 2026-09-10 | 2026-10-01
K3     | 07       | system | 2026-09-12 |
"""
ORDERS = """
order | head | home | ordered    | reported   | cancelled
O1    | N2   | 07   | 2026-11-10 |            | 0
O2    | N2   | 07   | 2026-11-16 |            | 0
O3    | N0   | 01   | 2026-11-18 |            | 0
O4    | N0   | 01   | 2026-11-01 | 2026-11-02 | 0
O5    | N0   | 01   | 2026-11-01 |            | 1
"""


def read(table: str) -> list[dict[str, str]]:
    head, *lines = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    return [dict(zip(head, line, strict=True)) for line in lines]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def teams() -> Iterator[dict[str, Any]]:
    for row in read(TEAMS):
        places = [place.split() for place in row["team"].split(",")]
        working = sum(role != "trainee" for _, role in places)
        for who, role in places:
            yield {
                "inspection_no": row["inspection"], "inspector_id": who, "role_code": role, "province_code": "18",
                "share": 0.0 if role == "trainee" else 1 / working, "inspector_province_code": HOME[who],
                "cancelled": int(row["cancelled"]), "conducted_on": day(row["conducted"]), **SLICES, **KIND,
            }  # fmt: skip


def trained() -> Iterator[dict[str, Any]]:
    for row in read(TRAINED):
        yield {
            "inspector_id": row["inspector"], "session_no": row["session"], "province_code": HOME[row["inspector"]],
            "held_from": day(row["from"]), "held_to": day(row["to"]), "days": float(row["days"]),
            "test_score": float(row["score"]) if row["score"] else None,
        }  # fmt: skip


def tickets() -> Iterator[dict[str, Any]]:
    for row in read(TICKETS):
        opened, answered = day(row["opened"]), day(row["answered"])
        assert opened is not None
        yield {
            "ticket_no": row["ticket"], "province_code": row["province"], "channel_code": "web", "topic_code": row["topic"],
            "opened_on": opened, "answered_on": answered, "closed_on": None,
            "days_to_answer": (answered - opened).days if answered else None,
        }  # fmt: skip


def orders() -> Iterator[dict[str, Any]]:
    for row in read(ORDERS):
        yield {
            "inspection_no": row["order"], "inspector_code": row["head"], "head_province_code": row["home"],
            "province_code": "18", "ordered_on": day(row["ordered"]), "reported_on": day(row["reported"]),
            "cancelled": int(row["cancelled"]), **SLICES, **KIND,
        }  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def at_work(connection: Connection) -> Iterator[None]:
    filled = {fact_team: teams, fact_training: trained, fact_ticket: tickets}
    for table, made in filled.items():
        connection.execute(insert(table), list(made()))
    connection.execute(insert(fact_inspection), list(orders()))
    connection.commit()
    yield
    for table in filled:
        connection.execute(delete(table))
    ours = [row["inspection_no"] for row in orders()]
    connection.execute(delete(fact_inspection).where(fact_inspection.c.inspection_no.in_(ours)))
    connection.commit()


def test_the_places_behind_a_number_are_those_counted(asked: Asked, number: Number) -> None:
    for indicator, places in (("inspections_led", 2), ("inspections_taken_part", 5)):
        assert asked(TeamList(period=QUARTER, indicator=indicator)).total == number(indicator, QUARTER).value == places
    credit = asked(TeamList(period=QUARTER, indicator="inspections_credit"))
    assert sum(credit.column("share")) == number("inspections_credit", QUARTER).value == 2
    assert asked(TeamList(period=QUARTER, indicator="credit_per_fte_month")).total == 5


def test_a_place_is_in_the_province_of_the_inspector(asked: Asked, number: Number) -> None:
    where = (("province", ("07",)),)
    assert asked(TeamList(period=QUARTER, where=where)).column("inspector_id") == ["N2", "N2"]
    assert number("inspections_taken_part", QUARTER, where=where).value == 2
    assert asked(TeamList(period=QUARTER, where=(("inspector", ("N0",)),))).total == 2
    assert asked(TeamList(period=QUARTER, search="n1")).column("role") == ["mentor"]


def test_inspectors_behind_a_number(asked: Asked, number: Number) -> None:
    for indicator in ("inspectors_active", "inspector_fte"):
        assert asked(InspectorList(period=OCTOBER, indicator=indicator)).total == number(indicator, OCTOBER).value == 4
    assert asked(InspectorList(period=OCTOBER, indicator="trained_share")).total == 0
    assert asked(InspectorList(period=OCTOBER, indicator="trained_share", part="denominator")).total == 4
    with pytest.raises(NotSliced, match="not known by sector"):
        asked(InspectorList(period=OCTOBER, where=(("sector", ("C",)),)))


@pytest.mark.parametrize("of", [InspectorList, Workforce])
def test_only_some_roles_read_a_name(asked: Asked, of: Any) -> None:
    named = {
        role: asked(of(period=OCTOBER, role=role)).records()[0].get("name")
        for role in ("", "inspector", "ministry", "hq_manager")
    }
    assert named == {"": None, "inspector": None, "ministry": None, "hq_manager": "Name 3"}


def test_the_workforce_of_a_period_counts_its_months(asked: Asked) -> None:
    found = asked(Workforce(QUARTER, (("province", ("01",)),))).records()
    assert [(row["inspector_id"], row["fte"], row["fte_months"]) for row in found] == [("N0", 1, 3), ("N1", 1, 3)]


def test_training_behind_a_number(asked: Asked, number: Number) -> None:
    assert sum(asked(TrainingList(period=SEPTEMBER)).column("days")) == number("training_days", SEPTEMBER).value == 5
    there = asked(TrainingList(period=SEPTEMBER, indicator="inspectors_in_training"))
    assert len(set(there.column("inspector_id"))) == number("inspectors_in_training", SEPTEMBER).value == 2


def test_sessions_up_to_the_period(asked: Asked) -> None:
    assert asked(Sessions(SEPTEMBER)).rows == (("A", date(2026, 8, 30), date(2026, 9, 1), 2, 5, 70.5, 60, 81),)
    later = asked(Sessions(OCTOBER)).records()
    assert [(row["session_no"], row["median_score"]) for row in later] == [
        ("B", None),
        ("A", 70.5),
    ]


def test_tickets_behind_a_number(asked: Asked, number: Number) -> None:
    assert asked(TicketList(period=SEPTEMBER)).total == number("tickets_opened", SEPTEMBER).value == 3
    answered = asked(TicketList(period=OCTOBER, indicator="ticket_answer_days"))
    assert answered.column("days_to_answer") == [21] == [number("ticket_answer_days", OCTOBER).value]
    assert asked(TicketList(period=SEPTEMBER, where=(("topic", ("system",)),))).column("ticket_no") == ["K3"]


def test_topics_of_the_help_desk(asked: Asked) -> None:
    """In September two legal questions, one answered after 2 days; the other and that about the system still wait."""
    assert asked(Topics(SEPTEMBER)).rows == (("legal", 2, 1, 2, 1), ("system", 1, 0, None, 1))
    assert asked(Topics(OCTOBER, (("province", ("01",)),))).rows == (("legal", 0, 1, 21, 0),)
    with pytest.raises(NotSliced):
        asked(Topics(SEPTEMBER, (("size", ("small",)),)))


def test_open_orders_of_each_head_as_of_now(asked: Asked) -> None:
    """On 20 November: of N2 one of 10 and one of 4 days, of N0 one of 2; reported and cancelled ones do not wait."""
    assert asked(OpenLoad()).rows == (("N2", "07", 2, 7, 10), ("N0", "01", 1, 2, 2))
    assert asked(OpenLoad((("province", ("01",)),))).column("inspector_id") == ["N0"]


def test_roles_by_the_inspectors_province(asked: Asked) -> None:
    assert asked(Roles(QUARTER)).rows == (("01", 2, 0, 1, 0), ("07", 0, 0, 0, 2))
    assert asked(Roles(OCTOBER)).rows == (("01", 0, 1, 0, 0), ("07", 1, 0, 0, 0))


def test_who_has_guided_trainees(asked: Asked) -> None:
    """N0 led two inspections with the trainee N2, N1 was mentor of one; the cancelled one guided nobody."""
    found = [row[:2] + row[3:] for row in asked(Guides(OCTOBER)).rows]
    assert found == [("N1", "01", 1, 0, 1), ("N0", "01", 0, 2, 1)]
    assert asked(Guides(parse_period("2026-08"))).rows == ()


def test_quartiles_are_those_of_the_values(asked: Asked, number: Number) -> None:
    direct = [
        row["hours_spent"]
        for row in small_star()["fact_inspection"]
        if not row["cancelled"] and row["method_code"] == "direct" and row["hours_spent"] is not None
        and row["conducted_on"] and QUARTER.starts_on <= row["conducted_on"] <= QUARTER.ends_on
    ]  # fmt: skip
    low, _, high = quantiles(direct, n=4, method="inclusive")
    (row,) = asked(Quartiles("hours_direct", (QUARTER,))).records()
    assert (row["values"], row["q1"], row["q3"]) == (len(direct), low, high)
    assert row["median"] == median(direct) == number("hours_direct", QUARTER).value
    empty = asked(Quartiles("hours_direct", (QUARTER,), (("province", ("02",)),))).rows
    assert empty == (("2026-Q3", 0, None, None, None, None, None),)
    with pytest.raises(ValueError, match="findings is no median"):
        asked(Quartiles("findings", (QUARTER,)))
