"""What is known about one unit, one enterprise, one inspection: each row told by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.records.one_unit import ENTERPRISE, NEW, TABLES, UNIT
from warehouse.records import (
    About,
    FineReckoning,
    InspectionStages,
    Listing,
    Registered,
    UnitFigures,
    UnitTimeline,
    answer,
)
from warehouse.records.about import PARTS
from warehouse.records.reasons import why_found, why_linked
from warehouse.records.registered import PARTS as REGISTERED

Ask = Callable[[Any], Listing]


@pytest.fixture
def ask(asked_of: Any) -> Ask:
    connection = asked_of(TABLES).connection
    return lambda request: answer(connection, request)


@pytest.mark.parametrize(
    ("part", "of_unit", "of_enterprise", "of_inspection"),
    [
        ("inspections", ["IN/2", "IN/3", "IN/1"], [], ["IN/1"]),
        ("follow_ups", ["IN/2"], [], ["IN/2"]),
        ("team", ["I1", "I2"], [], ["I1", "I2"]),
        ("findings", ["F2", "F1"], [], ["F1"]),
        ("measures", ["M2", "M3", "M1"], [], ["M1"]),
        ("fines", ["X3", "X2", "X1"], [], []),
        ("appeals", ["A1"], [], []),
        ("debts", ["D1"], [], ["D1"]),
        ("payments", ["P1"], [], ["P1"]),
        ("complaints", ["C1"], [], ["C1"]),
    ],
)
def test_rows_of_a_unit_and_of_an_inspection(
    ask: Ask, part: str, of_unit: list[str], of_enterprise: list[str], of_inspection: list[str]
) -> None:
    """IN/3 names only the enterprise that is linked to the unit: it is the unit's."""
    for request, rows in (
        (About(part, UNIT), of_unit),
        (About(part, ENTERPRISE), of_enterprise),
        (About(part, inspection="IN/1"), of_inspection),
        (About(part, NEW), []),
        (About(part, "nobody"), []),
    ):
        assert [row[0] for row in ask(request).rows] == rows, request
    assert {column.title.lo != "" for column in ask(About(part, UNIT)).columns} == {True}


def test_every_part_is_tried() -> None:
    assert {*PARTS} == {
        "inspections", "order", "follow_ups", "team", "findings", "measures", "fines", "appeals", "debts", "payments",
        "complaints",
    }  # fmt: skip
    assert {*REGISTERED} == {"who", "versions", "firm", "links", "tax_years", "visits", "detections", "months"}


def test_measures_have_their_state_and_what_is_owed(ask: Ask) -> None:
    rows = {row["measure_no"]: (row["state"], row["owed"]) for row in ask(About("measures", UNIT)).records()}
    assert rows == {"M1": ("complied", None), "M2": ("expired", None), "M3": ("running", None)}  # a higher step came


def test_registers_of_a_unit_and_of_an_enterprise(ask: Ask) -> None:
    def column(part: str, key: str, name: str) -> list[Any]:
        return ask(Registered(part, key)).column(name)

    assert column("who", UNIT, "name_en") == ["Phonexay Hotel"]
    assert column("firm", UNIT, "tin") == ["T-11"]
    assert column("links", UNIT, "method") == ["exact"]
    assert column("months", UNIT, "status")[:2] == ["paid_on_time", "part_paid"]
    assert column("versions", UNIT, "valid_from") == [None]  # the first known reaches back to the beginning
    assert column("who", ENTERPRISE, "ss_number") == []
    assert column("firm", ENTERPRISE, "name_en") == ["Sengdara Trading"]
    assert column("tax_years", ENTERPRISE, "year") == [2025]
    assert column("visits", ENTERPRISE, "visit_no") == ["V1"]
    assert column("visits", UNIT, "visit_no") == []
    assert sorted(column("detections", ENTERPRISE, "rule")) == ["unknown_payer", "visit_unregistered"]


def test_figures(ask: Ask) -> None:
    """120 kip of September and 60 of February; 1,000 of debt less 300; F2 is open; M2 and M3 are of IN/3."""
    (row,) = ask(UnitFigures(UNIT)).records()
    assert row["debt_lak"] == 700
    assert (row["inspections"], row["open_findings"], row["owed"]) == (2, 1, 0)
    assert row["next_deadline_on"] == date(2026, 12, 1)
    months = ask(Registered("months", UNIT)).records()
    missing = sum(max(m["due_lak"] - m["paid_lak"], 0) for m in months if m["status"] not in (None, "not_yet_due"))
    assert row["unpaid_lak"] == missing > 180  # months without a row have an estimated due
    (empty,) = ask(UnitFigures(ENTERPRISE)).records()
    assert [empty[name] for name in ("standing", "workers", "unpaid_lak")] == [None, None, None]
    assert empty["inspections"] == 0


def test_the_timeline_has_everything_in_its_order(ask: Ask) -> None:
    events = [(row["on"], row["event"], row["number"]) for row in ask(UnitTimeline(UNIT)).records()]
    assert events == [
        (date(2026, 12, 1), "deadline", "M3"),
        (date(2026, 10, 8), "deadline", "M2"),
        (date(2026, 9, 1), "fine_paid", "X1"),
        (date(2026, 8, 10), "appeal", "A1"),
        (date(2026, 8, 3), "fine", "X3"),
        (date(2026, 8, 2), "fine", "X2"),
        (date(2026, 8, 1), "fine", "X1"),
        *[(date(2026, 7, 10), "measure", no) for no in ("M2", "M3")],
        (date(2026, 7, 10), "finding", "F2"),
        (date(2026, 7, 10), "inspection", "IN/3"),
        (date(2026, 6, 23), "deadline", "M1"),
        (date(2026, 6, 1), "complied", "M1"),
        (date(2026, 6, 1), "corrected", "F1"),
        (date(2026, 5, 1), "debt_paid", "D1"),
        (date(2026, 4, 1), "debt", "D1"),
        (date(2026, 3, 25), "measure", "M1"),
        (date(2026, 3, 20), "finding", "F1"),
        (date(2026, 3, 20), "inspection", "IN/1"),
        (date(2026, 2, 20), "complaint", "C1"),
        (date(2026, 1, 10), "registered", None),
    ]
    assert [row["event"] for row in ask(UnitTimeline(NEW)).records()] == ["registered"]
    assert [row["event"] for row in ask(UnitTimeline(ENTERPRISE)).records()] == ["visit", "registered"]


def test_stages_have_the_days_from_the_last_that_was_recorded(ask: Ask) -> None:
    steps = [(row["stage"], row["days"]) for row in ask(InspectionStages("IN/1")).records() if row["on"]]
    assert steps == [("ordered", None), ("conducted", 19), ("reported", 5), ("closed", 97)]
    assert [row["on"] is None for row in ask(InspectionStages("IN/2")).records()] == [False, *[True] * 8]
    assert ask(InspectionStages("none")).rows == ()


def test_an_order_stands_at_its_last_step_until_it_is_closed_or_cancelled(ask: Ask) -> None:
    def stands(no: str) -> list[str]:
        return [row["stage"] for row in ask(InspectionStages(no)).records() if row["stands"]]

    assert (stands("IN/1"), stands("IN/2"), stands("IN/3"), stands("IN/4")) == ([], ["ordered"], ["conducted"], [])


def test_how_a_fine_follows_from_the_law(ask: Ask) -> None:
    rows = {row["fine_no"]: row for row in ask(FineReckoning(UNIT)).records()}
    assert {no: (row["ground"], row["statutory_lak"]) for no, row in rows.items()} == {
        "X1": ("Decision 4139 art. 26.3", 200),  # 12,000 × 2 × 10 % ÷ 12
        "X2": ("Decision 4139 art. 26.1", 180),  # 1,000 × 3 × 6 %
        "X3": ("Decision 4139 art. 26", 80),  # 40 × 2
    }
    assert rows["X1"]["how"] == "12,000 kip × lending rates of the 2 months before, 10.0 % a year, a twelfth each"
    assert rows["X2"]["how"] == "1,000 kip × employer's rate 6.0 % × 3 months"
    assert rows["X3"]["how"].lo == "2 × ຄ່າເສຍຫາຍ 40 ກີບ"
    assert ask(FineReckoning(inspection="IN/1")).rows == ()


def test_reasons_are_told_whatever_their_form() -> None:
    assert why_linked('["orders:both", "name:same", "phone:other"]') == (
        "inspection orders name both; name same; telephone different"
    )
    assert why_linked('["name:same"]').lo == "ຊື່ ຄືກັນ"
    assert why_linked('{"name": 0.93, "district": "0101"}') == "name: 0.93; district: 0101"
    assert why_linked('[{"en": "same phone", "lo": "ໂທລະສັບດຽວກັນ"}]').lo == "ໂທລະສັບດຽວກັນ"
    assert why_linked("not json") == "not json"
    assert why_linked(None) == ""
    assert why_found("stopped", '{"last_paid": "2025-03-01"}') == "Last paid for 03/2025"
    assert why_found("unknown_enterprise", '{"employees": null}').startswith(
        "Active in the enterprise register (employees: –)"
    )
    assert why_found("a new rule", '{"seen": 3}') == "seen: 3"
