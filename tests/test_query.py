"""values(): what a question may ask and what comes back, asked about the batches in tests/batch on both engines."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from tests.conftest import AskedOf
from tests.spec.asked import Asked, period
from warehouse.indicators import INDICATORS, SLICES
from warehouse.periods import Period, parse_month, periods
from warehouse.query import By, NotSliced, Question, Value, as_of, values

YEAR = periods("month", date(2026, 1, 1), date(2026, 12, 1))


@pytest.fixture
def asked(asked_of: AskedOf, batch: Path) -> Asked:
    return asked_of(batch)


def test_the_as_of_date_is_the_last_batch_s(asked: Asked) -> None:
    assert as_of(asked.connection) == date(2026, 10, 31)


def test_a_value_says_it_all(asked: Asked) -> None:
    """September: IN-2, IN-3 and IN-4; IN-5 was cancelled. Targets: 2 + 2 and headquarters' 1."""
    assert asked.value("inspections", "2026-09") == Value("inspections", "2026-09", "all", 3, 3, None, 5, False)
    assert asked.value("plan_fulfilment", "2026-09") == Value(
        "plan_fulfilment", "2026-09", "all", 3 / 5, 3, 5, None, False
    )
    assert asked.value("indirect_share", "2026-Q4") == Value("indirect_share", "2026-Q4", "all", 1, 1, 1, None, True)


def test_every_period_and_every_slice_is_there_in_order(asked: Asked) -> None:
    found = values(asked.connection, Question(("findings", "indirect_share"), YEAR, "province"))
    months = [f"2026-{month:02}" for month in range(1, 13)]
    codes = [f"{code:02}" for code in range(1, 19)]
    assert [(v.indicator, v.period, v.slice) for v in found] == [
        (indicator, month, code) for indicator in ("findings", "indirect_share") for month in months for code in codes
    ]
    assert {v.value for v in found if v.indicator == "findings" and v.period == "2026-05"} == {0}
    assert {v.value for v in found if v.indicator == "indirect_share" and v.period == "2026-05"} == {None}


def test_the_workforce_has_headquarters_too(asked: Asked) -> None:
    slices = [v.slice for v in asked.values("inspectors_active", "2026-09", by="province")]
    assert slices == [*(f"{code:02}" for code in range(1, 19)), "00"]
    assert asked.by("province", "inspectors_active", "2026-09") == {"01": 1, "07": 1, "00": 1}


@pytest.mark.parametrize(
    ("by", "count"),
    [("sector", 21), ("size", 5), ("scheme", 3), ("type", 5), ("method", 2), ("origin", 7), ("district", 148)],
)
def test_slices_are_whole_code_lists(by: By, count: int, asked: Asked) -> None:
    found = asked.values("inspections", "2026", by=by)
    assert len(found) == len({v.slice for v in found}) == count
    assert sum(v.value or 0 for v in found) == asked("inspections", "2026") == 5


@pytest.mark.parametrize(
    "by", [by for by in get_args(By) if by not in ("none", "type", "method", "origin", "inspector")]
)
@pytest.mark.parametrize("id_", ["registered_units", "insured_workers", "contributions_due_lak", "findings"])
def test_slices_add_up_to_the_total(id_: str, by: By, asked: Asked) -> None:
    found = asked.values(id_, "2026-08", "2026-09", by=by)
    for month in ("2026-08", "2026-09"):
        assert sum(v.value or 0 for v in found if v.period == month) == asked(id_, month) > 0


def test_months_add_up_to_their_quarter(asked: Asked) -> None:
    for id_ in ("inspections", "findings", "evaded_lak", "contributions_paid_lak", "workers_covered"):
        months = asked.values(id_, "2026-07", "2026-08", "2026-09")
        assert sum(v.value or 0 for v in months) == asked(id_, "2026-Q3") == asked(id_, "2026-07..2026-09")


def test_filters_narrow_numerator_and_denominator(asked: Asked) -> None:
    """Garment Factory and Building Firm are the units of 01; only the first pays on time."""
    assert asked.parts("on_time_rate", "2026-Q3", province="01") == (3, 6)
    assert asked.parts("on_time_rate", "2026-Q3", province="01", sector="C") == (3, 3)
    assert asked.parts("on_time_rate", "2026-Q3", province="01 07", scheme="enterprise") == (3, 8)


def test_a_filtered_slice_shows_only_the_filter_s_codes(asked: Asked) -> None:
    found = asked.values("inspections", "2026", by="province", province="17 07")
    assert [(v.slice, v.value) for v in found] == [("17", 1), ("07", 1)]
    districts = asked.values("inspections", "2026", by="district", province="17")
    assert {v.slice[:2] for v in districts} == {"17"}


@pytest.mark.parametrize("id_", ["registered_units", "findings", "inspectors_active"])
def test_a_slice_that_the_data_lack_raises(id_: str, asked: Asked) -> None:
    """No filter is ever dropped silently."""
    for slice_ in set(SLICES) - set(INDICATORS[id_].slices):
        with pytest.raises(NotSliced, match=f"{id_} is not known by {slice_}"):
            asked.values(id_, "2026", by=slice_)
        with pytest.raises(NotSliced):
            asked.values(id_, "2026", **{slice_: "x"})


def test_an_unknown_indicator_raises(asked: Asked) -> None:
    with pytest.raises(KeyError):
        asked("inspection", "2026")


def test_another_day_may_be_asked_about(asked: Asked) -> None:
    """As if it were 5 September: nothing after it counts."""
    (found,) = values(asked.connection, Question(("inspections",), (period("2026-09"),)), date(2026, 9, 5))
    assert (found.value, found.partial) == (1, True)


def test_no_period_no_value(asked: Asked) -> None:
    assert values(asked.connection, Question(("inspections",), ())) == []


def test_targets_of_what_adds_up_are_summed(asked: Asked) -> None:
    """Those of the months begun: November's 9 do not count on 31 October."""
    assert asked.value("inspections", "2026-Q3").target == 2 + (2 + 2 + 1)
    assert asked.value("inspections", "2026").target == 2 + 5 + 2
    assert asked.value("inspections", "2026-09", province="07").target == 2
    assert asked.value("registered_units", "2026-Q3").target == 3 + 2  # a stock's: those of the last month


def test_targets_of_a_share_are_their_mean(asked: Asked) -> None:
    assert asked.value("compliance_rate", "2026-09").target == pytest.approx((0.9 + 0.7) / 2)
    assert asked.value("compliance_rate", "2026-09", province="07").target == 0.7


def test_there_are_no_targets_by_anything_but_province(asked: Asked) -> None:
    assert {v.target for v in asked.values("inspections", "2026-09", by="sector")} == {None}
    assert asked.value("inspections", "2026-09", method="direct").target is None
    by_province = {v.slice: v.target for v in asked.values("inspections", "2026-09", by="province")}
    assert (by_province["01"], by_province["07"], by_province["18"]) == (2, 2, None)


def test_grains(asked: Asked) -> None:
    first, last = parse_month("2026-02"), parse_month("2026-10")
    labels = {
        grain: [p.id for p in periods(grain, first, last)] for grain in ("quarter", "half", "year", "phase", "total")
    }
    assert labels == {
        "quarter": ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
        "half": ["2026-H1", "2026-H2"],
        "year": ["2026"],
        "phase": ["third"],
        "total": ["total"],
    }
    for grain in labels:
        found = values(asked.connection, Question(("inspections",), periods(grain, first, last)))
        assert sum(v.value or 0 for v in found) == 5
    assert isinstance(periods("total", first, last)[0], Period)


def test_all_at_once_are_as_one_by_one(asked: Asked) -> None:
    """Measures over the same rows are asked in one statement: none may change another."""
    span = periods("phase", date(2026, 7, 1), date(2026, 10, 1))
    together = values(asked.connection, Question(tuple(INDICATORS), span))
    assert together == [v for id_ in INDICATORS for v in values(asked.connection, Question((id_,), span))]


@pytest.mark.parametrize("by", SLICES)
def test_every_indicator_answers_by_every_slice_of_its_own(by: By, asked: Asked) -> None:
    ids = tuple(id_ for id_, indicator in INDICATORS.items() if by in indicator.slices)
    assert {v.indicator for v in values(asked.connection, Question(ids, (period("2026"),), by))} == set(ids)
