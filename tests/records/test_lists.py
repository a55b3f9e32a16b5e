"""Long lists: as long as the indicators say, filtered, searched, sorted and cut into pages."""

from __future__ import annotations

from statistics import median
from typing import Any

import pytest

from tests.records.conftest import Asked, Number
from tests.records.small_star import AS_OF, small_star
from warehouse.indicators import INDICATORS, Indicator
from warehouse.periods import parse_period
from warehouse.records import FindingList, InspectionList, InspectorList, OpenOrders, StatusBy, UnitList
from warehouse.star import fact_finding, fact_inspection

ROWS = small_star()
ORDERS, FINDINGS, MONTHS = ROWS["fact_inspection"], ROWS["fact_finding"], ROWS["fact_unit_month"]
UNITS = {row["unit_key"]: row for row in ROWS["dim_labour_unit"]}
LIVING = [row for row in ORDERS if not row["cancelled"]]
QUARTER, NOVEMBER = parse_period("2026-Q3"), parse_period("2026-11")
IN_VIENTIANE = (("province", ("01", "07")),)


def counting(*tables: Any) -> list[Indicator]:
    return [i for i in INDICATORS.values() if i.numerator.fact in tables and i.numerator.aggregate.columns == ()]


@pytest.mark.parametrize("indicator", counting(fact_inspection, fact_finding), ids=lambda i: i.id)
@pytest.mark.parametrize("where", [(), IN_VIENTIANE], ids=["nation", "provinces"])
def test_the_list_behind_a_number_is_as_long_as_the_number(
    asked: Asked, number: Number, indicator: Indicator, where: Any
) -> None:
    of = InspectionList if indicator.numerator.fact is fact_inspection else FindingList
    said = number(indicator.id, QUARTER, where=where)
    listing = asked(of(period=QUARTER, indicator=indicator.id, where=where, limit=2))
    assert listing.total == said.numerator > 0
    assert len(listing.rows) == 2
    if indicator.denominator is not None and indicator.denominator.fact is indicator.numerator.fact:
        whole = asked(of(period=QUARTER, indicator=indicator.id, part="denominator", where=where))
        assert whole.total == said.denominator


@pytest.mark.parametrize(
    ("indicator", "column", "of"),
    [
        ("workers_covered", "workers_found", InspectionList),
        ("unregistered_workers_found", "workers_affected", FindingList),
        ("workers_regularised", "workers_affected", FindingList),
        ("evaded_lak", "evaded_lak", FindingList),
    ],
)
def test_the_column_behind_a_sum_adds_up_to_it(
    asked: Asked, number: Number, indicator: str, column: str, of: Any
) -> None:
    listing = asked(of(period=QUARTER, indicator=indicator, limit=None))
    assert sum(cell or 0 for cell in listing.column(column)) == number(indicator, QUARTER).value


def test_a_list_behind_a_median_leaves_out_rows_without_the_value(asked: Asked, number: Number) -> None:
    hours = asked(InspectionList(period=QUARTER, indicator="hours_direct", limit=None)).column("hours_spent")
    assert None not in hours
    assert median(hours) == number("hours_direct", QUARTER).value


def test_a_number_from_elsewhere_has_no_such_list(asked: Asked) -> None:
    with pytest.raises(ValueError, match="does not come from fact_inspection"):
        asked(InspectionList(indicator="findings"))


def test_units_agree_with_the_stocks(asked: Asked, number: Number) -> None:
    for id_ in ("registered_units", "never_paid_units", "stopped_units"):
        for where in ((), IN_VIENTIANE):
            listing = asked(UnitList(period=QUARTER, indicator=id_, where=where, limit=3))
            assert listing.total == number(id_, QUARTER, where=where).value > 0
    workers = asked(UnitList(period=NOVEMBER, limit=None)).column("workers")
    assert sum(workers) == number("insured_workers", NOVEMBER).value


def test_unit_filters(asked: Asked) -> None:
    for standing in asked(UnitList(period=QUARTER, where=(("standing", ("unpaid",)),))).column("standing"):
        assert standing == "unpaid"
    assert asked(UnitList(period=QUARTER, search="ss0001")).column("ss_number") == ["SS0001"]


def test_pages_cut_the_same_list(asked: Asked) -> None:
    whole = asked(InspectionList(limit=None, sort="workers_found"))
    pages = [asked(InspectionList(limit=50, offset=n, sort="workers_found")) for n in (0, 50, 100, 150)]
    assert [row for page in pages for row in page.rows] == list(whole.rows)
    assert {page.total for page in pages} == {whole.total} == {len(LIVING)}
    assert [(page.page, page.pages) for page in pages[:2]] == [(1, 3), (2, 3)]


def test_sorting_puts_what_is_missing_last(asked: Asked) -> None:
    for sort, downwards in (("closed_on", False), ("-closed_on", True)):
        days = asked(InspectionList(sort=sort, limit=None)).column("closed_on")
        known = [day for day in days if day]
        assert days[len(known) :] == [None] * (len(days) - len(known))
        assert known == sorted(known, reverse=downwards)
    with pytest.raises(ValueError, match="no column 'inspection_no; drop' to sort by"):
        asked(InspectionList(sort="inspection_no; drop"))


def test_a_search_takes_signs_as_they_are(asked: Asked) -> None:
    assert asked(InspectionList(search="unit 7 100%", limit=None)).total > 0
    assert asked(InspectionList(search="%_", limit=None)).total == 0


def test_a_filter_that_the_list_lacks_is_refused(asked: Asked) -> None:
    with pytest.raises(ValueError, match="no filter by method"):
        asked(UnitList(period=QUARTER, where=(("method", ("direct",)),)))
    with pytest.raises(ValueError, match="not known by method"):
        asked(StatusBy("method", QUARTER))


def test_conditions_of_inspections(asked: Asked) -> None:
    found = asked(InspectionList(period=QUARTER, with_finding=True, outside_phase=True, limit=None))
    first, last = QUARTER.starts_on, QUARTER.ends_on
    inside = [r for r in LIVING if r["conducted_on"] and first <= r["conducted_on"] <= last]
    assert set(found.column("inspection_no")) == {
        r["inspection_no"] for r in inside if r["findings"] and r["outside_phase"]
    }
    assert asked(InspectionList(cancelled=True)).total == len(ORDERS) - len(LIVING)
    with pytest.raises(ValueError, match="dated by one of"):
        asked(InspectionList(basis="unit_name"))


def test_open_orders_are_oldest_first(asked: Asked) -> None:
    listing = asked(OpenOrders(limit=None))
    open_ = [row for row in LIVING if row["reported_on"] is None]
    assert listing.total == len(open_)
    assert listing.column("age_days") == sorted(((AS_OF - row["ordered_on"]).days for row in open_), reverse=True)


def test_inspectors_are_named_only_when_asked(asked: Asked) -> None:
    assert "name" not in asked(InspectorList(period=NOVEMBER)).records()[0]
    assert asked(InspectorList(period=NOVEMBER, role="hq_manager", search="name 2")).column("name") == ["Name 2"]
