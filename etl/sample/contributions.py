"""Contributions month by month, computed in blocks of units: what was declared, and when how much of it was paid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from etl.sample.places import PAYS_BETTER, REPORTS_LATE
from etl.sample.scale import AS_OF, NEVER, SCHEMES, Days, Floats, Ints, Scale, late_day, month_number, month_start
from etl.sample.units import LATE, PART, PUNCTUAL, STOPPED, UNPAYING, Units
from etl.sample.wages import declared

BLOCK = 4_000
MONTHS = pa.array([f"{month_start(k):%Y-%m}" for k in range(month_number(AS_OF) + 1)])
NOT = np.datetime64("NaT")
ON_TIME = {PUNCTUAL: 0.90, LATE: 0.24, PART: 0.34}
OTHERWISE_PAID = {PUNCTUAL: 0.93, LATE: 0.86, PART: 0.25}  # late but in full, of those not on time
IN_PART = {PART: 0.75, LATE: 0.25}  # of the rest
INSPECTED_SINCE = month_number(date(2024, 11, 1))
NEW_YEAR, YEAR_END = (
    2,
    11,
)  # March's contribution falls due on Lao New Year's Day; December's is paid before the books close
HARVEST = (5, 6, 7, 8)  # farms are short of cash in the rainy season


@dataclass
class Block:
    """Flat columns, one entry a unit-month that is sent, of units from `start`; a second payment completes a first."""

    start: int
    unit: Ints
    month: Ints
    workers: Ints
    wages: Ints
    due: Ints
    paid: Ints
    paid_on: Days
    second: Ints
    second_on: Days
    withheld: npt.NDArray[np.int8]
    late: npt.NDArray[np.bool_]


def blocks(scale: Scale, units: Units, seed: int) -> Iterator[Block]:
    """The same numbers whatever was drawn before: every block has a generator of its own."""
    for number, start in enumerate(range(0, len(units), BLOCK)):
        which = np.arange(start, min(start + BLOCK, len(units)))
        yield block(scale, units, which, np.random.default_rng([seed, 100, number]))


def block(scale: Scale, units: Units, which: Ints, rng: np.random.Generator) -> Block:
    months = scale.months()[None, :]
    closed = units.closed[which].astype("datetime64[M]")
    ended = np.where(np.isnat(closed), NEVER, closed.astype(np.int64))[:, None]
    better = np.array([PAYS_BETTER.get(str(p), 0.0) for p in units.provinces()[which]])
    habit = habits(units, which[:, None], months)
    rows, columns = np.nonzero(
        (months >= units.opened[which][:, None]) & (months <= ended) & ((habit >= 0) | ~units.silent[which][:, None])
    )
    unit, month, habit = which[rows], months[0][columns], habit[rows, columns]
    workers, wages, due = declared(units, unit, month)
    slips = rng.random(len(due)) < 0.0008  # a due that is not the rule's
    due = np.where(slips, due * 9 // 10, due)
    first, on, second, then = payments(habit, month, due, better[rows], units.sector[unit] == 0, rng)
    told = np.where(rng.random(len(due)) < 0.03, -1, rng.random(len(due)) < np.where(first > 0, 0.985, 0.7))
    told = np.where(units.scheme[unit] == SCHEMES.index("voluntary"), -1, told)
    late = (units.provinces()[which] == REPORTS_LATE)[rows]
    return Block(int(which[0]), unit, month, workers, wages, due, first, on, second, then, told.astype(np.int8), late)


def habits(units: Units, which: Ints, months: Ints) -> Ints:
    """How a unit pays in a month: -1 not at all; mended ways are punctual or late."""
    habit = np.broadcast_to(units.habit[which], np.broadcast_shapes(which.shape, months.shape))
    stopped = (months >= units.stops[which]) | (habit == UNPAYING)
    mended = np.where((which % 3 > 0) | (habit == PUNCTUAL), PUNCTUAL, LATE)
    paying = np.where(habit >= STOPPED, LATE, habit)
    return np.where(months >= units.improves[which], mended, np.where(stopped, -1, paying))


def payments(
    habit: Ints, month: Ints, due: Ints, better: Floats, farm: npt.NDArray[np.bool_], rng: np.random.Generator
) -> tuple[Ints, Days, Ints, Days]:
    """Amount and day of the first payment, and of a second that completes it."""
    season, n = month % 12, len(month)
    trend = 0.012 * (month - 660) / 12 + 0.025 * ((month - INSPECTED_SINCE) / 12).clip(0)
    low = better * 0.6 + trend - 0.13 * (season == NEW_YEAR) + 0.02 * (season == YEAR_END)
    low = low - 0.12 * (farm & np.isin(season, HARVEST))
    draw = rng.random((3, n))
    on_time = draw[0] < chance(ON_TIME, habit) + np.where(habit >= 0, low, 0)
    afterwards = ~on_time & (draw[1] < chance(OTHERWISE_PAID, habit) + 0.3 * low * (habit >= 0))
    part = ~on_time & ~afterwards & (draw[2] < chance(IN_PART, habit))
    due_on = ((month + 1).astype("datetime64[M]").astype("datetime64[D]")) + 14
    early = np.floor(14 * rng.random(n) ** 2.2).astype(np.int64) + np.where(
        (season == YEAR_END) & (draw[2] < 0.3), 16, 0
    )
    lag = 1 + rng.gamma(1.1, 32, n).astype(np.int64)
    day = weekday(np.where(on_time, due_on - early, due_on + lag), on_time)
    share = np.floor(due * rng.uniform(0.25, 0.9, n) / 1000).astype(np.int64) * 1000
    first = np.where(on_time | afterwards, due, np.where(part & (share > 0), share, 0))
    completed = (first > 0) & (first < due) & (rng.random(n) < 0.4)
    second_on = weekday(day + 20 + rng.integers(0, 120, n), np.zeros(n, np.bool_))
    return first, np.where(first > 0, day, NOT), np.where(completed, due, first), np.where(completed, second_on, NOT)


def chance(by_habit: dict[int, float], habit: Ints) -> Floats:
    return np.array([*(by_habit.get(k, 0.0) for k in range(UNPAYING + 1)), 0.0])[habit]


def weekday(day: Days, before: npt.NDArray[np.bool_]) -> Days:
    """Banks are closed on Saturday and Sunday: the Friday before, or the Monday after."""
    weekday = (day.astype("datetime64[D]").astype(np.int64) + 3) % 7
    back, on = np.where(weekday > 4, weekday - 4, 0), np.where(weekday > 4, 7 - weekday, 0)
    return np.asarray(day - np.where(before, back, 0) + np.where(before, 0, on))


def seen_on(block: Block, units: Units, day: date, previous: date | None) -> pa.Table:
    """The rows to deliver on a day: all of them in the first batch, else the new months' and those that were paid since
    the batch before."""
    there, until = known_on(block, day)
    if previous is not None:
        known, since = known_on(block, previous)
        fresh = (block.paid_on > since) & (block.paid_on <= until)
        fresh |= (block.second_on > since) & (block.second_on <= until)
        there &= ~known | fresh
    first, second = (block.paid_on <= until)[there], (block.second_on <= until)[there]
    paid = np.where(second, block.second[there], np.where(first, block.paid[there], 0))
    paid_on = np.where(second, block.second_on[there], np.where(first, block.paid_on[there], NOT))
    forgotten = (block.unit[there] * 31 + block.month[there]) % 1999 == 0  # paid, but nobody wrote when
    withheld = block.withheld[there]
    numbers = pa.array(units.ss_number[block.start : block.start + BLOCK].tolist())
    return pa.table({
        "ss_number": numbers.take(pa.array(block.unit[there] - block.start)),
        "month": MONTHS.take(pa.array(block.month[there])),
        "workers": block.workers[there], "wage_base_lak": block.wages[there], "due_lak": block.due[there],
        "paid_lak": paid,
        "paid_on": pa.array(paid_on.astype("datetime64[D]"), mask=forgotten | np.isnat(paid_on)),
        "withheld": pa.array(withheld == 1, mask=withheld < 0),
    })  # fmt: skip


def known_on(block: Block, day: date) -> tuple[npt.NDArray[np.bool_], Days]:
    """Which unit-months a batch of that day knows, and up to which day their payments."""
    month = np.where(block.late, month_number(late_day(day)), month_number(day))
    return block.month <= month, np.where(block.late, np.datetime64(late_day(day)), np.datetime64(day))
