"""The year's goals: so far and target so far, the forecast of the year's end, what state that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, delete, insert

from tests.records.conftest import Asked, Number
from tests.records.small_star import AS_OF
from warehouse.forecast import Forecast
from warehouse.indicators import INDICATORS
from warehouse.periods import parse_period
from warehouse.records import GoalCourse, Goals, TargetList
from warehouse.records.goals import Goal, kind_of
from warehouse.star import fact_target

YEAR = parse_period("2026")
MONTHS = [date(2026, month, 1) for month in range(1, 13)]


@pytest.fixture(autouse=True, scope="module")
def aims(connection: Connection) -> Iterator[None]:
    """Each month 3 inspections in 01 and 1 in 07; a share of 0.5 and 0.7; 10 units registered in 01 from September."""
    rows = [("inspections", month, place, aim) for month in MONTHS for place, aim in (("01", 3.0), ("07", 1.0))]
    rows += [("infringement_rate", month, place, aim) for month in MONTHS for place, aim in (("01", 0.5), ("07", 0.7))]
    rows += [("registered_units", month, "01", 10.0) for month in MONTHS[8:]]
    rows += [("units_inspected", MONTHS[0], "01", 1.0)]
    names = ("indicator", "month_start", "province_code", "target")
    connection.execute(insert(fact_target), [dict(zip(names, row, strict=True)) for row in rows])
    connection.commit()
    yield
    connection.execute(delete(fact_target))
    connection.commit()


def test_a_flow_is_added_up_and_its_forecast_is_never_below_what_is_done(asked: Asked, number: Number) -> None:
    """On 20 November eleven months of targets have begun: 11 × 4."""
    (row,) = asked(Goals(2026, AS_OF, ("inspections",))).records()
    done = number("inspections", YEAR).value
    assert (row["so_far"], row["target_so_far"], row["target"]) == (done, 44, 48)
    assert row["distance"] == done - 44
    assert done <= row["low"] <= row["forecast"] <= row["high"]
    assert row["method"] == "level"


def test_places_have_their_own_targets(asked: Asked, number: Number) -> None:
    found = {row["slice"]: row for row in asked(Goals(2026, AS_OF, ("inspections",), "province")).records()}
    assert {place: row["target"] for place, row in found.items()} == {"01": 36, "07": 12}
    where = (("province", ("07",)),)
    assert found["07"]["so_far"] == number("inspections", YEAR, where=where).value
    (alone,) = asked(Goals(2026, AS_OF, ("inspections",), where=where)).records()
    assert (alone["target"], alone["so_far"]) == (12, found["07"]["so_far"])


def test_a_share_and_a_stock_are_as_they_are_in_the_last_whole_month(asked: Asked, number: Number) -> None:
    share, stock = (asked(Goals(2026, AS_OF, (id_,))).records()[0] for id_ in ("infringement_rate", "registered_units"))
    october = parse_period("2026-10")
    assert share["so_far"] == number("infringement_rate", october).value
    assert (share["target_so_far"], share["target"]) == (0.6, 0.6)
    assert 0 <= share["low"] <= share["forecast"] <= share["high"] <= 1
    assert stock["so_far"] == number("registered_units", october).value
    assert (stock["target"], stock["method"]) == (10, "walk")


def test_what_is_counted_once_a_year_has_no_forecast(asked: Asked) -> None:
    (row,) = asked(Goals(2026, AS_OF, ("units_inspected",))).records()
    assert (row["method"], row["forecast"]) == ("apart", None)


def test_too_short_a_history_has_no_forecast_and_says_why(asked: Asked) -> None:
    """Inspections begin in June 2025: eleven whole months are known at the end of April."""
    (row,) = asked(Goals(2026, date(2026, 4, 30), ("inspections",))).records()
    assert (row["method"], row["forecast"], row["target_so_far"]) == ("short", None, 16)
    assert row["state"] in ("on_course", "behind")


def test_a_year_without_targets_has_no_goals(asked: Asked) -> None:
    assert asked(Goals(2025, AS_OF)).rows == ()
    assert asked(GoalCourse(2025, AS_OF, "inspections")).rows == ()


def test_the_course_adds_up_to_the_goal(asked: Asked) -> None:
    (goal,) = asked(Goals(2026, AS_OF, ("inspections",))).records()
    course = asked(GoalCourse(2026, AS_OF, "inspections")).records()
    assert [row["month"] for row in course] == MONTHS
    assert course[10]["actual_so_far"] == goal["so_far"] == sum(row["actual"] or 0 for row in course)
    assert [course[n]["target_so_far"] for n in (10, 11)] == [44, 48]
    assert course[11]["actual"] is None
    assert (course[11]["forecast"], course[11]["low"]) == (goal["forecast"], goal["low"])
    assert {row["forecast"] for row in course[:10]} == {None}


def test_targets_as_they_were_set(asked: Asked) -> None:
    assert asked(TargetList(2026, "registered_units")).rows[0] == ("registered_units", date(2026, 9, 1), "01", 10)
    assert asked(TargetList(2026, "inspections", (("province", ("07",)),))).total == 12
    assert asked(TargetList(2024)).total == 0


def goal(indicator: str, *, now: float | None, aim: float, whole: date) -> Goal:
    return Goal(INDICATORS[indicator], "all", 2026, (), whole, None, now, True, (), aim, aim)


@pytest.mark.parametrize(
    ("indicator", "low", "high", "state"),
    [
        ("inspections", 100, 120, "likely"),
        ("inspections", 99, 120, "open"),
        ("inspections", 80, 99, "unlikely"),
        ("steps_owed", 80, 100, "likely"),
        ("steps_owed", 80, 101, "open"),
        ("steps_owed", 101, 120, "unlikely"),
        ("indirect_share", 90, 110, "open"),
        ("indirect_share", 101, 110, "unlikely"),
    ],
)
def test_the_state_is_where_the_interval_lies(indicator: str, low: float, high: float, state: str) -> None:
    told = Forecast((low + high) / 2, low, high, "level")
    assert goal(indicator, now=50, aim=100, whole=date(2026, 9, 1)).state(told) == state


@pytest.mark.parametrize(
    ("indicator", "now", "aim", "month", "state"),
    [
        ("inspections", 10, 10, 9, "on_course"),
        ("inspections", 9, 10, 9, "behind"),
        ("inspections", 10, 10, 12, "reached"),
        ("inspections", 9, 10, 12, "missed"),
        ("steps_owed", 11, 10, 12, "missed"),
        ("indirect_share", 0.66, 0.7, 12, "reached"),
        ("indirect_share", 0.78, 0.7, 12, "missed"),
        ("indirect_share", None, 0.7, 12, "unknown"),
    ],
)
def test_the_state_without_a_forecast(indicator: str, now: float | None, aim: float, month: int, state: str) -> None:
    assert goal(indicator, now=now, aim=aim, whole=date(2026, month, 1)).state(None) == state


def test_kinds() -> None:
    kinds = {
        id_: kind_of(INDICATORS[id_])
        for id_ in ("inspections", "registered_units", "compliance_rate", "days_to_report")
    }
    assert list(kinds.values()) == ["flow", "stock", "share", "share"]
