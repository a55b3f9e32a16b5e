"""A row of a register as it grows: what was written first and what was added when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import numpy as np

from etl.sample.scale import BATCHES, late_day
from warehouse.reference import rows

Row = dict[str, Any]
T = TypeVar("T")
ONE_DAY = timedelta(days=1)
HOLIDAYS = frozenset(date.fromisoformat(row["on"]) for row in rows("holidays") if row["women_only"] == "0")


@dataclass(slots=True)
class Record:
    """`changes` are in the order of their dates; a `late` record is delivered a month after it was written."""

    since: date
    values: Row
    changes: list[tuple[date, Row]] = field(default_factory=list)
    late: bool = False

    def on(self, day: date) -> Row | None:
        """The whole row as it stood at the end of a day."""
        if self.since > day:
            return None
        row, latest = dict(self.values), self.since
        for changed, values in self.changes:
            if changed <= day:
                row.update(values)
                latest = max(latest, changed)
        if "updated_at" in row:
            row["updated_at"] = datetime.combine(latest, time(8 + latest.day % 9, latest.toordinal() % 60))
        return row


def by_batch(records: Iterable[Record]) -> dict[date, list[Row]]:
    """For each batch the rows that are new or changed since the batch before; all of them in the first."""
    found: dict[date, list[Row]] = {day: [] for day in BATCHES}
    for record in records:
        before: Row | None = None
        for day in BATCHES:
            now = record.on(late_day(day) if record.late else day)
            if now is not None and now != before:
                found[day].append(now)
            before = now
    return found


def pick(rng: np.random.Generator, choices: Sequence[T], weights: Sequence[float] | None = None) -> T:
    if weights is None:
        return choices[int(rng.random() * len(choices))]
    aim = rng.random() * sum(weights)
    for choice, weight in zip(choices, weights, strict=True):
        aim -= weight
        if aim < 0:
            return choice
    return choices[-1]


def days(rng: np.random.Generator, low: int, high: int) -> timedelta:
    return timedelta(days=int(rng.integers(low, high + 1)))


def working_day(day: date) -> date:
    """The day itself, or the next that is neither a weekend's nor a holiday."""
    while day.weekday() > 4 or day in HOLIDAYS:
        day += ONE_DAY
    return day
