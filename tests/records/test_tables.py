"""Steps, statuses, movement and cohorts: each count made again in Python."""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import median

from sqlalchemy import Connection

from tests.records.conftest import Asked, Number
from tests.records.small_star import AS_OF, STATUSES, STEPS, small_star
from warehouse.codes import STAGE
from warehouse.periods import parse_period
from warehouse.query import Question, values
from warehouse.records import (
    ByPhase,
    Cohorts,
    Funnel,
    Movement,
    NeverInspected,
    OutsidePhase,
    Stages,
    StatusBy,
    StatusByMonth,
    StatusHeat,
    UnitList,
    last_due_month,
)

ROWS = small_star()
ORDERS, FINDINGS, MONTHS = ROWS["fact_inspection"], ROWS["fact_finding"], ROWS["fact_unit_month"]
UNITS = {row["unit_key"]: row for row in ROWS["dim_labour_unit"]}
LIVING = [row for row in ORDERS if not row["cancelled"]]
QUARTER, NOVEMBER = parse_period("2026-Q3"), parse_period("2026-11")
IN_VIENTIANE = (("province", ("01", "07")),)


def test_steps(asked: Asked) -> None:
    ordered = [r for r in LIVING if QUARTER.starts_on <= r["ordered_on"] <= QUARTER.ends_on]
    table = asked(Stages(QUARTER))
    assert tuple(table.column("stage")) == STEPS == tuple(item.code for item in STAGE.codes)
    assert table.column("reached") == [sum(r[f"{s}_on"] is not None for r in ordered) for s in STEPS]
    assert table.column("reached") == asked(Funnel(QUARTER)).column("orders")
    waits = [(r["conducted_on"] - (r["notified_on"] or r["approved_on"])).days for r in ordered if r["conducted_on"]]
    assert table.column("median_days")[3] == median(waits)
    for stage, backlog, age in zip(STEPS, table.column("backlog"), table.column("median_age_days"), strict=True):
        ages = [(AS_OF - r["stage_on"]).days for r in LIVING if r["stage_code"] == stage and not r["closed_on"]]
        assert (backlog, age) == (len(ages), median(ages) if ages else None)


def test_outside_the_phase(asked: Asked, number: Number) -> None:
    for row in asked(OutsidePhase()).records():
        inside = [r for r in LIVING if r["phase_code"] == row["phase"]]
        assert (row["inspections"], row["outside"]) == (len(inside), sum(r["outside_phase"] for r in inside))
    assert asked(OutsidePhase(QUARTER)).records()[0]["inspections"] == number("inspections", QUARTER).value


def test_never_inspected(asked: Asked) -> None:
    seen = {r["ss_number"] for r in LIVING if r["conducted_on"] and r["conducted_on"] <= QUARTER.ends_on}
    there = [r for r in MONTHS if r["month_start"] == date(2026, 9, 1) and r["registered"]]
    for row in asked(NeverInspected("province", QUARTER)).records():
        units = [UNITS[r["unit_key"]]["ss_number"] for r in there if r["province_code"] == row["province"]]
        assert (row["units"], row["never"]) == (len(units), sum(number not in seen for number in units))
    unseen = asked(UnitList(period=QUARTER, never_inspected=True, limit=None)).column("ss_number")
    known = asked(UnitList(period=QUARTER, never_inspected=False, limit=None)).column("ss_number")
    assert set(unseen).isdisjoint(seen)
    assert set(known) <= seen
    assert len(unseen) + len(known) == len(there)


def test_statuses_over_time(asked: Asked) -> None:
    table = asked(StatusByMonth(date(2026, 1, 1), date(2027, 1, 1), IN_VIENTIANE))
    assert table.column("month")[-1] == date(2026, 11, 1)
    assert table.column("with_status")[-1] == 0
    for row in table.records()[:-1]:
        rows = [r for r in MONTHS if r["month_start"] == row["month"] and r["province_code"] in ("01", "07")]
        assert {s: row[s] for s in STATUSES} == {s: sum(r["status_code"] == s for r in rows) for s in STATUSES}
        assert row["with_status"] == len(rows)


def test_statuses_by_slice_give_the_compliance_rate(connection: Connection, asked: Asked) -> None:
    rates = {v.slice: v.value for v in values(connection, Question(("compliance_rate",), (QUARTER,), by="sector"))}
    table = asked(StatusBy("sector", QUARTER))
    assert {row["sector"]: row["share"] for row in table.records()} == {k: v for k, v in rates.items() if v is not None}
    heat = asked(StatusHeat("sector", QUARTER.starts_on, QUARTER.ends_on))
    assert Counter(heat.column("sector")) == dict.fromkeys(table.column("sector"), 3)
    assert sum(heat.column("with_status")) == sum(table.column("with_status"))
    assert asked(StatusHeat("province", NOVEMBER.starts_on, NOVEMBER.ends_on)).rows[0][-1] is None


def test_statuses_by_phase_leave_nothing_out(asked: Asked) -> None:
    table = asked(ByPhase())
    assert sum(table.column("with_status")) == sum(r["status_code"] != "not_yet_due" for r in MONTHS)


def test_movement_counts_every_unit_once(asked: Asked) -> None:
    assert last_due_month(NOVEMBER, AS_OF) == date(2026, 10, 1)
    assert last_due_month(parse_period("2026-10"), date(2026, 11, 14)) == date(2026, 9, 1)
    before, after = (
        {r["unit_key"]: r for r in MONTHS if r["month_start"] == day} for day in (date(2026, 4, 1), date(2026, 10, 1))
    )
    expected = Counter(
        (before.get(key, {}).get("status_code"), after.get(key, {}).get("status_code"))
        for key in before.keys() | after.keys()
        if (after.get(key) or before[key])["province_code"] in ("01", "07")
    )
    listing = asked(Movement(parse_period("2026-04"), NOVEMBER, IN_VIENTIANE))
    assert {row[:2]: row[2] for row in listing.rows} == expected
    assert any(row[1] is None for row in listing.rows)


def test_cohorts(asked: Asked) -> None:
    due = [r for r in MONTHS if r["month_start"] == date(2026, 10, 1)]
    table = asked(Cohorts(NOVEMBER))
    years = Counter(UNITS[r["unit_key"]]["registered_on"].year for r in due)
    assert dict(zip(table.column("year"), table.column("units"), strict=True)) == years
    for row in table.records():
        assert row["share"] == (row["paid_on_time"] + row["paid_late"]) / row["units"]
