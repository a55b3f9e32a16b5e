"""The end of a year from the months before: worked by hand, and what holds for any history."""

from __future__ import annotations

import random
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.forecast import ENOUGH, T_80, YEAR, coming_sum, coming_value, plain_sum

counts = st.floats(0, 1e6, allow_nan=False)
steady = st.lists(counts, min_size=YEAR, max_size=40)


def test_a_year_of_equal_months_goes_on_without_doubt() -> None:
    told = coming_sum([10.0] * 12, 2)
    assert told is not None
    assert (told.point, told.low, told.high, told.method) == (20, 20, 20, "level")


def test_level_by_hand() -> None:
    """Six months of 8 and six of 12: mean 10, each 2 off, so 48 / 11 a month; two months: × (2 + 4 / 12)."""
    told = coming_sum([8.0, 12.0] * 6, 2)
    assert told is not None
    half = T_80 * sqrt(48 / 11 * (2 + 4 / 12))
    assert told.point == 20
    assert told.high - told.point == pytest.approx(half)
    assert told.point - told.low == pytest.approx(half)


def test_season_by_hand() -> None:
    """January bears 30 of 140 in one year and 60 of 280 in the next: the third begins with the same share of 280."""
    first = [30.0, *[10.0] * 11]
    told = plain_sum([*first, *(2 * n for n in first)], 1)
    assert told is not None
    assert told.method == "season"
    assert told.point == pytest.approx(60)
    assert told.high == pytest.approx(told.point)


def test_walk_by_hand() -> None:
    """From 0 up by 5 a month: after three months more it stands 15 higher, and never moved otherwise."""
    told = coming_value([5.0 * n for n in range(13)], 3, "walk")
    assert told is not None
    assert (told.point, told.low, told.high) == (75, 75, 75)


def test_too_little_history_is_no_forecast() -> None:
    assert coming_sum([1.0] * 11, 1) is None
    assert coming_sum([1.0] * 30, 0) is None
    assert coming_value([0.5] * 11, 1) is None
    assert coming_value([0.5] * 12, 1, "walk") is None
    assert coming_value([None] * 30, 1) is None


def test_a_share_takes_the_method_that_came_nearer() -> None:
    climbing = [0.01 * n for n in range(30)]
    jumping = [0.2, 0.8] * 15
    assert [told.method for series in (climbing, jumping) if (told := coming_value(series, 1))] == ["walk", "level"]


def test_months_without_a_value_are_passed_over_by_the_level() -> None:
    told = coming_value([0.4, None] * 12, 1)
    assert told is not None
    assert (told.point, told.method) == (pytest.approx(0.4), "level")


def test_an_interval_is_as_wide_as_its_past_misses() -> None:
    """Ten in each month of a year, then a jump to 100: the level of ten missed by 90 again and again."""
    told = coming_sum([*[10.0] * 12, *[100.0] * 6], 1)
    assert told is not None
    assert told.tried == 6 >= ENOUGH
    assert told.held >= 0.8 * told.tried
    assert told.high - told.point >= 100 - (10 * 8 + 100 * 4) / 12


@given(steady, st.integers(1, 11))
def test_the_interval_is_around_the_point_and_no_worse_than_the_past(history: list[float], ahead: int) -> None:
    told = coming_sum(history, ahead)
    assert told is not None
    assert told.low <= told.point <= told.high
    assert told.point >= -1e-6
    assert told.tried == max(0, len(history) - ahead - YEAR + 1)
    if told.tried >= ENOUGH:
        assert told.held >= 0.8 * told.tried - 1e-9


@given(steady, st.integers(1, 11), st.floats(0.5, 50))
def test_twice_the_numbers_are_twice_the_forecast(history: list[float], ahead: int, times: float) -> None:
    plain, scaled = coming_sum(history, ahead), coming_sum([times * n for n in history], ahead)
    assert plain is not None
    assert scaled is not None
    lost = 1e-6 * (1 + times * max(history) * ahead)
    for name in ("point", "low", "high"):
        assert getattr(scaled, name) == pytest.approx(times * getattr(plain, name), abs=lost)


def test_four_in_five_of_what_comes_lies_within() -> None:
    """Months drawn around a level: over many such histories the interval holds about as often as it says."""
    chance = random.Random(4139)
    held = tried = 0
    for _ in range(400):
        months = [chance.gauss(100, 15) for _ in range(12 + 3)]
        told = plain_sum(months[:12], 3)
        assert told is not None
        held += told.low <= sum(months[12:]) <= told.high
        tried += 1
    assert 0.74 <= held / tried <= 0.86
