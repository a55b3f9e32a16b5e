"""Measures, fines, appeals and complaints: as long as the indicators say, in the state that the rule gives on any day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import median
from typing import Any

import pytest

from tests.records.conftest import Asked, Number
from tests.records.small_ladder import AS_OF, LADDER, owed, state
from tests.records.small_star import small_star
from tests.records.test_lists import IN_VIENTIANE, QUARTER, counting
from warehouse.indicators import Indicator
from warehouse.periods import Period, parse_period
from warehouse.records import (
    AppealList,
    AppealResults,
    ComplaintList,
    FindingList,
    FineFlags,
    FineList,
    FinesBy,
    FinesByPeriod,
    Irregularities,
    IrregularitiesBy,
    LadderFunnel,
    LadderSteps,
    MeasureList,
    OverdueBy,
    OwedBy,
)
from warehouse.star import fact_appeal, fact_complaint, fact_fine, fact_measure

ROWS = small_star()
MEASURES, FINES, APPEALS = ROWS["fact_measure"], ROWS["fact_fine"], ROWS["fact_appeal"]
ORDERS, FINDINGS = ROWS["fact_inspection"], ROWS["fact_finding"]
YEAR, NOVEMBER = parse_period("2026"), parse_period("2026-11")
LISTS: dict[Any, Any] = {
    fact_measure: MeasureList,
    fact_fine: FineList,
    fact_appeal: AppealList,
    fact_complaint: ComplaintList,
}


def inside(day: date | None, period: Period) -> bool:
    return day is not None and period.starts_on <= day <= period.ends_by(AS_OF)


@pytest.mark.parametrize("indicator", counting(*LISTS), ids=lambda i: i.id)
@pytest.mark.parametrize("where", [(), IN_VIENTIANE], ids=["nation", "provinces"])
def test_the_list_behind_a_number_is_as_long_as_the_number(
    asked: Asked, number: Number, indicator: Indicator, where: Any
) -> None:
    of = LISTS[indicator.numerator.fact]
    said = number(indicator.id, YEAR, where=where)
    assert asked(of(period=YEAR, indicator=indicator.id, where=where, limit=2)).total == said.numerator
    if indicator.denominator is not None:
        whole = asked(of(period=YEAR, indicator=indicator.id, part="denominator", where=where))
        assert whole.total == said.denominator > 0


@pytest.mark.parametrize(
    ("indicator", "column"), [("fines_imposed_lak", "imposed_lak"), ("fines_paid_lak", "paid_lak")]
)
def test_the_column_behind_a_sum_adds_up_to_it(asked: Asked, number: Number, indicator: str, column: str) -> None:
    listing = asked(FineList(period=YEAR, indicator=indicator, limit=None))
    assert sum(listing.column(column)) == number(indicator, YEAR).value > 0


@pytest.mark.parametrize(
    ("indicator", "of", "column"),
    [
        ("days_to_comply", MeasureList, "complied_on"),
        ("appeal_days", AppealList, "days_to_decide"),
        ("complaint_response_days", ComplaintList, "days_to_respond"),
    ],
)
def test_a_list_behind_a_median_leaves_out_rows_without_the_value(
    asked: Asked, number: Number, indicator: str, of: Any, column: str
) -> None:
    listing = asked(of(period=YEAR, indicator=indicator, limit=None))
    assert None not in listing.column(column)
    if column != "complied_on":
        assert median(listing.column(column)) == number(indicator, YEAR).value


def test_stocks_hold_on_the_last_day_of_any_period(asked: Asked, number: Number) -> None:
    for period in (parse_period("2026-03"), QUARTER, NOVEMBER):
        day = period.ends_by(AS_OF)
        expected = {row["measure_no"] for row in MEASURES if row["issued_on"] <= day and owed(row, day)}
        listing = asked(MeasureList(period=period, indicator="steps_owed", limit=None))
        assert set(listing.column("measure_no")) == expected
        assert len(expected) == number("steps_owed", period).value > 0
        assert listing.column("owed") == listing.column("next_step")
        assert listing.column("deadline_on") == sorted(listing.column("deadline_on"))
        assert listing.column("days_left") == [(d - day).days for d in listing.column("deadline_on")]


def test_every_state_is_the_rules(asked: Asked) -> None:
    by_number = {row["measure_no"]: row for row in MEASURES}
    for record in asked(MeasureList(limit=None)).records():
        row = by_number[record["measure_no"]]
        assert record["state"] == state(row, AS_OF)
        assert record["owed"] == (row["next_step_code"] if owed(row, AS_OF) else None)
    states = {state(row, AS_OF) for row in MEASURES}
    for one in states:
        assert asked(MeasureList(where=(("state", (one,)),), limit=1)).total == sum(
            state(row, AS_OF) == one for row in MEASURES
        )
    assert len(states) == 5


def test_running_deadlines_are_soonest_first(asked: Asked) -> None:
    for period in (QUARTER, NOVEMBER):
        day = period.ends_by(AS_OF)
        listing = asked(MeasureList(period=period, running=True, limit=None))
        expected = [r for r in MEASURES if r["issued_on"] <= day and state(r, day) in ("running", "due_soon")]
        assert set(listing.column("measure_no")) == {r["measure_no"] for r in expected}
        assert listing.column("days_left") == sorted((r["deadline_on"] - day).days for r in expected)


def test_what_became_of_the_ladders_steps(asked: Asked) -> None:
    table = {row["step"]: row for row in asked(LadderSteps(YEAR)).records()}
    assert list(table) == [step for step in LADDER if any(r["step_code"] == step for r in MEASURES)]
    for step, row in table.items():
        own = [r for r in MEASURES if r["step_code"] == step]
        ended = [r for r in own if inside(r["deadline_on"], YEAR)]
        assert row["issued"] == sum(inside(r["issued_on"], YEAR) for r in own)
        assert row["ended"] == len(ended)
        kept = [r for r in ended if r["complied_on"]]
        assert row["in_time"] == sum(r["complied_on"] <= r["deadline_on"] for r in kept)
        assert row["late"] == len(kept) - row["in_time"]
        assert row["owed"] == sum(owed(r, AS_OF) for r in ended)
        parts = ("in_time", "late", "followed", "owed", "expired", "pending")
        assert sum(row[name] for name in parts) == row["ended"]
        assert row["running"] == sum(state(r, AS_OF) in ("running", "due_soon") for r in own)
    assert table["warning"]["followed"] > 0


def test_an_inspection_counts_at_every_step_up_to_the_highest(asked: Asked) -> None:
    steps = dict(asked(LadderFunnel(NOVEMBER)).rows)
    year = [r for r in ORDERS if r["conducted_on"] and date(2025, 12, 1) <= r["conducted_on"] <= AS_OF]
    chosen = [r for r in year if not r["cancelled"]]
    reached = {
        r["inspection_no"]: max(
            (LADDER.index(m["step_code"]) for m in MEASURES if m["inspection_no"] == r["inspection_no"]), default=-1
        )
        for r in chosen
    }
    assert steps["inspections"] == len(chosen)
    assert steps["with_findings"] == sum(r["findings"] > 0 for r in chosen)
    for place, step in enumerate(LADDER):
        assert steps[step] == sum(highest >= place for highest in reached.values())
    assert steps["inspections"] > steps["with_findings"] > steps["education"] > steps["summons"] > 0


def test_a_longer_period_is_taken_whole() -> None:
    assert LadderFunnel(parse_period("third")).span(AS_OF) == (date(2025, 10, 1), AS_OF)
    assert LadderFunnel(parse_period("2026-06")).span(AS_OF) == (date(2025, 7, 1), date(2026, 6, 30))


def test_owed_steps_by_province_come_most_first(asked: Asked, number: Number) -> None:
    table = asked(OwedBy("province", NOVEMBER))
    assert table.column("owed") == sorted(table.column("owed"), reverse=True)
    assert sum(table.column("owed")) == number("steps_owed", NOVEMBER).value
    assert sum(table.column("due_soon")) == number("deadlines_due_soon", NOVEMBER).value
    over = [(AS_OF - r["deadline_on"]).days for r in MEASURES if owed(r, AS_OF)]
    assert max(n for n in table.column("longest_days") if n is not None) == max(over)
    with pytest.raises(ValueError, match="not by 'status'"):
        asked(OwedBy("status", NOVEMBER))


def test_fines_beside_the_law(asked: Asked, number: Number) -> None:
    months = tuple(parse_period(f"2026-{month:02}") for month in range(1, 12))
    course = asked(FinesByPeriod(months))
    assert course.column("period") == [month.id for month in months]
    living = [r for r in FINES if not r["cancelled"] and inside(r["imposed_on"], YEAR)]
    for name in ("imposed_lak", "statutory_lak", "paid_lak"):
        assert sum(course.column(name)) == sum(r[name] for r in living)
    assert sum(asked(FinesBy("basis", YEAR)).column("fines")) == len(living) == number("fines_imposed", YEAR).value
    statuses = dict(r[:2] for r in asked(FinesBy("fine_status", YEAR)).rows)
    assert statuses == Counter(r["status_code"] for r in FINES if inside(r["imposed_on"], YEAR))
    flags = dict(r[:2] for r in asked(FineFlags(YEAR)).rows)
    assert flags == {name: sum(r[name] for r in living) for name in ("variance", "after_compliance", "outside_phase")}
    assert flags["variance"] == number("fine_variance_cases", YEAR).value
    with pytest.raises(ValueError, match="not by 'province'"):
        asked(FinesBy("province", YEAR))


def test_a_fine_shows_all_its_flags(asked: Asked) -> None:
    names = ("variance", "after_compliance", "outside_phase")
    by_number = {row["fine_no"]: row for row in FINES}
    listing = asked(FineList(limit=None))
    for record in listing.records():
        row = by_number[record["fine_no"]]
        assert (record["flags"] or "") == "+".join(name for name in names if row[name])
    only = asked(FineList(where=(("flag", ("after_compliance",)),), limit=None))
    assert set(only.column("fine_no")) == {r["fine_no"] for r in FINES if r["after_compliance"]}
    flagged = asked(FineList(flagged=True, limit=None))
    assert flagged.total == sum(any(r[n] for n in names) and not r["cancelled"] for r in FINES) > 0
    column = next(c for c in listing.columns if c.name == "flags")
    assert column.codes is not None
    assert column.codes.title_of("variance+outside_phase") == "Unlike the statutory amount; No fine of its phase"


def test_results_of_appeals(asked: Asked) -> None:
    results = dict(r[:2] for r in asked(AppealResults(YEAR)).rows)
    assert results == Counter(r["result_code"] or "undecided" for r in APPEALS if inside(r["filed_on"], YEAR))
    assert list(results)[-1] == "undecided"


def test_irregularities_come_most_first(asked: Asked, number: Number) -> None:
    found = [r for r in FINDINGS if inside(r["found_on"], YEAR)]
    table = asked(Irregularities(YEAR))
    assert dict(zip(table.column("irregularity"), table.column("findings"), strict=True)) == Counter(
        r["irregularity_code"] for r in found
    )
    assert table.column("findings") == sorted(table.column("findings"), reverse=True)
    assert sum(table.column("evaded_lak")) == number("evaded_lak", YEAR).value
    cells = {row[:2]: row[2] for row in asked(IrregularitiesBy("size", YEAR)).rows}
    assert cells == Counter((r["irregularity_code"], r["size_code"]) for r in found)


def test_findings_open_past_their_deadline(asked: Asked) -> None:
    def late(row: dict[str, Any], day: date) -> bool:
        return row["deadline_on"] < day and (row["corrected_on"] is None or row["corrected_on"] > day)

    for period in (QUARTER, NOVEMBER):
        day = period.ends_by(AS_OF)
        expected = [r for r in FINDINGS if r["found_on"] <= day and late(r, day)]
        listing = asked(FindingList(period=period, overdue=True, limit=None))
        assert listing.column("deadline_on") == sorted(r["deadline_on"] for r in expected)
        table = asked(OverdueBy("province", period))
        assert dict(zip(table.column("province"), table.column("overdue"), strict=True)) == Counter(
            r["province_code"] for r in expected
        )
