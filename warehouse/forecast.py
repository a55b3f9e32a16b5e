"""The end of a year from the months before: what is still to come, with an interval meant to hold it four times in five.

Three plain methods, each with its assumption:
season – the coming months bear the same share of their year as in the two years before (24 months needed);
level – the coming months are like the mean of the last twelve (12 needed);
walk – the number goes on from where it stands and moves as in the last twelve months (13 needed).
The interval comes from the spread that the method left in those months, and is never narrower than what the same way of
forecasting missed by, four times in five, at the earlier months' ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, sqrt
from statistics import fmean

YEAR = 12
T_80 = 1.3634  # Student's t with the 11 degrees of freedom that each method leaves: 80 % lie within ± this
ENOUGH = 6  # so many earlier months' ends tell something
History = Sequence[float | None]


@dataclass(frozen=True)
class Forecast:
    """`low` and `high` hold the number four times in five, if the months to come are like those before.

    `tried`: at so many earlier months' ends the same could be forecast; at `held` of them an interval as wide as this one held.
    """

    point: float
    low: float
    high: float
    method: str
    tried: int = 0
    held: int = 0


def around(point: float, variance: float, method: str) -> Forecast:
    half = T_80 * sqrt(variance)
    return Forecast(point, point - half, point + half, method)


def spread(errors: Sequence[float]) -> float:
    """The variance of what a method left, with its 11 degrees of freedom."""
    return sum(error * error for error in errors) / (YEAR - 1)


def coming_sum(history: Sequence[float], ahead: int) -> Forecast | None:
    """The sum of the `ahead` months after a history of whole months; None where it is shorter than a year."""
    told = plain_sum(history, ahead)
    if told is None:
        return None
    misses = []
    for end in range(YEAR, len(history) - ahead + 1):
        before = plain_sum(history[:end], ahead)
        if before is not None:
            misses.append(sum(history[end : end + ahead]) - before.point)
    return widened(told, misses)


def coming_value(history: History, ahead: int, method: str = "") -> Forecast | None:
    """The value of the month `ahead` after a history (None: nothing to tell in that month) of a share, a median or a stock.

    Without a method, the one of level and walk that came nearer at the earlier months' ends.
    """
    if ahead < 1:
        return None
    missed = {name: missed_by(history, ahead, way) for name, way in VALUES.items()}
    if not method:
        comparable = len(missed["level"]) == len(missed["walk"]) > 0
        method = min(missed, key=lambda name: fmean(map(abs, missed[name]))) if comparable else "level"
    told = VALUES[method](history, ahead)
    return None if told is None else widened(told, missed[method])


def plain_sum(history: Sequence[float], ahead: int) -> Forecast | None:
    if len(history) < YEAR or ahead < 1:
        return None
    last = history[-YEAR:]
    level = fmean(last)
    if len(history) < 2 * YEAR:
        variance = spread([value - level for value in last])
        return around(ahead * level, variance * (ahead + ahead**2 / YEAR), "level")
    before = history[-2 * YEAR : -YEAR]
    both = sum(before) + sum(last)
    shares = [(old + new) / both if both else 0.0 for old, new in zip(before, last, strict=True)]
    errors = [value - share * sum(year) for year in (before, last) for value, share in zip(year, shares, strict=True)]
    point = sum(shares[n % YEAR] for n in range(ahead)) * sum(last)
    return around(point, spread(errors) * (ahead * 1.5 + ahead**2 / YEAR), "season")


def levelled(history: History, ahead: int) -> Forecast | None:
    """From the last twelve months that have a value, of two years."""
    known = [value for value in history[-2 * YEAR :] if value is not None][-YEAR:]
    if len(known) < YEAR:
        return None
    level = fmean(known)
    return around(level, spread([value - level for value in known]) * (1 + 1 / YEAR), "level")


def walked(history: History, ahead: int) -> Forecast | None:
    known = [value for value in history[-YEAR - 1 :] if value is not None]
    if len(known) <= YEAR:
        return None
    steps = [later - earlier for earlier, later in pairwise(known)]
    step = fmean(steps)
    variance = spread([moved - step for moved in steps])
    return around(known[-1] + ahead * step, variance * (ahead + ahead**2 / YEAR), "walk")


VALUES: dict[str, Callable[[History, int], Forecast | None]] = {"level": levelled, "walk": walked}


def missed_by(history: History, ahead: int, way: Callable[[History, int], Forecast | None]) -> list[float]:
    """What a method would have missed by at each earlier month's end from which it could be tried."""
    misses = []
    for end in range(YEAR + 1, len(history) - ahead + 1):
        actual, told = history[end + ahead - 1], way(history[:end], ahead)
        if actual is not None and told is not None:
            misses.append(actual - told.point)
    return misses


def widened(told: Forecast, misses: Sequence[float]) -> Forecast:
    """The forecast with an interval that would have held at four in five of the earlier months' ends, if enough were tried."""
    sizes = sorted(map(abs, misses))
    half = told.high - told.point
    if len(sizes) >= ENOUGH:
        half = max(half, sizes[ceil(0.8 * len(sizes)) - 1])
    held = sum(size <= half * (1 + 1e-9) for size in sizes)
    return replace(told, low=told.point - half, high=told.point + half, tried=len(sizes), held=held)
