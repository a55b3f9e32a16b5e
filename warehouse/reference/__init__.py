"""Dated reference values, one CSV a subject, each row with its validity and its source: numbers of the law are rows, never code."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from warehouse.text import Text

FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of reference/<name>.csv as text, in the file's order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def day_or(text: str, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise


@dataclass(frozen=True)
class Phase:
    """A phase of the inspectorate's implementation plan (Strategy, tables 2 and 3); it begins and ends with a month."""

    code: str
    title: Text
    starts_on: date
    ends_on: date
    methods: tuple[str, ...]
    unit_classes: tuple[str, ...]
    fines_after: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.starts_on.day != 1 or (self.ends_on + timedelta(days=1)).day != 1:
            raise ValueError(f"phases.csv: {self.code} must begin on the first and end on the last day of a month")


@cache
def phases() -> tuple[Phase, ...]:
    return tuple(
        Phase(
            row["code"],
            Text(row["title_en"], lo=row["title_lo"]),
            date.fromisoformat(row["starts_on"]),
            date.fromisoformat(row["ends_on"]),
            tuple(row["methods"].split()),
            tuple(row["unit_classes"].split()),
            tuple(row["fines_after"].split()),
        )
        for row in rows("phases")
    )


def due_day(month: date) -> int:
    """Day of the following month on which the contribution of `month` falls due."""
    for row in rows("due_days"):
        if date.fromisoformat(row["valid_from"]) <= month <= day_or(row["valid_to"], date.max):
            return int(row["day_of_next_month"])
    raise LookupError(f"due_days.csv has no row for {month:%Y-%m}")
