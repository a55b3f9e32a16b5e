"""What an indicator is: measures over one fact each, a numerator and perhaps a denominator, and all that readers derive from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, case, cast, distinct, func, types

from warehouse.text import Text
from warehouse.units import Unit

SLICES = ("province", "district", "sector", "size", "scheme", "type", "method", "origin", "inspector")
PERSON = "inspector"  # what a whole plan or register does not have is not told of one person either
UNIT_SLICES = ("province", "district", "sector", "size", "scheme")

Condition = ColumnElement[bool]


@dataclass(frozen=True)
class Aggregate:
    """How the rows of a measure become a number; `empty` is the number of no rows (a median of nothing is nothing)."""

    build: Callable[[Condition | None], ColumnElement[float]]
    empty: float | None = 0.0
    columns: tuple[ColumnElement[Any], ...] = ()


def filtered(aggregate: Any, where: Condition | None) -> ColumnElement[float]:
    """An aggregate function over the rows that meet a condition, as a double: exact for whole numbers up to 2^53."""
    return cast(aggregate if where is None else aggregate.filter(where), types.Double)


def count() -> Aggregate:
    return Aggregate(lambda where: filtered(func.count(), where))


def total(column: ColumnElement[Any]) -> Aggregate:
    return Aggregate(lambda where: filtered(func.sum(column), where), columns=(column,))


def count_distinct(column: ColumnElement[Any]) -> Aggregate:
    return Aggregate(lambda where: filtered(func.count(distinct(column)), where), columns=(column,))


def median(column: ColumnElement[Any]) -> Aggregate:
    """The middle value, or half the sum of the two middle ones: percentile_cont's interpolation loses the last digit."""

    def build(where: Condition | None) -> ColumnElement[Any]:
        value = column if where is None else case((where, column))
        low = func.percentile_disc(0.5).within_group(value.asc())
        high = func.percentile_disc(0.5).within_group(value.desc())
        return (cast(low, types.Double) + cast(high, types.Double)) / 2

    return Aggregate(build, empty=None, columns=(column,))


@dataclass(frozen=True, eq=False)
class Measure:
    """One aggregate over one fact.

    A flow is dated by `on` (a date column: its day lies in the period). A stock is either a `snapshot`, a fact with one
    set of rows a month, of which the period's last month counts (`opening`: the month before the period instead), or
    `alive`, rows with a span from a day until another (not included; empty: still), of which those that hold the
    period's last day count.
    `slices` overrides a slice's column, which else is the fact's `<slice>_code`.
    """

    fact: Table
    aggregate: Aggregate
    on: Column[date] | None = None
    snapshot: Column[date] | None = None
    where: Condition | None = None
    slices: Mapping[str, Column[str]] = field(default_factory=dict)
    alive: tuple[Column[date], Column[date] | None] | None = None
    opening: bool = False

    def __post_init__(self) -> None:
        if sum(basis is not None for basis in (self.on, self.snapshot, self.alive)) != 1:
            raise ValueError(f"a measure over {self.fact.name} needs one of on, snapshot and alive")
        if self.opening and self.snapshot is None:
            raise ValueError(f"a measure over {self.fact.name} needs a snapshot to open with")

    def column(self, slice_: str) -> Column[str] | None:
        """The column that holds a slice, or None where the fact does not have it."""
        return self.slices.get(slice_, self.fact.columns.get(f"{slice_}_code"))

    @property
    def is_stock(self) -> bool:
        return self.on is None

    def narrowed(self, where: Condition) -> Measure:
        """The same measure over those of its rows that also meet `where`."""
        both = where if self.where is None else self.where & where
        return replace(self, where=both)


@dataclass(frozen=True)
class Citation:
    """Where an indicator comes from: a document, and the article or section in it."""

    document: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.document}, {self.place}" if self.place else self.document


@dataclass(frozen=True, eq=False)
class Indicator:
    """A number that the inspectorate looks at; every reader (screen, export, dictionary, command line) derives from it.

    `good` is "up", "down", a share to come near to, or None. `broad` names the slices that the denominator lacks and is
    then taken whole. `plus` is a second measure that the denominator adds. `drill` names the list of records behind
    the number.
    """

    id: str
    title: Text
    short: Text
    means: Text
    unit: Unit
    good: str | float | None
    numerator: Measure
    source: Citation
    denominator: Measure | None = None
    factor: float = 1.0
    plus: Measure | None = None
    broad: tuple[str, ...] = ()
    drill: str | None = None
    checked: date = date(2026, 11, 22)

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z_]+", self.id):
            raise ValueError(f"indicator id {self.id!r}: lower-case letters and underscores only")
        if self.plus is not None and self.denominator is None:
            raise ValueError(f"{self.id}: plus adds to a denominator, and there is none")
        for below in self.measures[1:]:
            lacking = {s for s in self.slices if below.column(s) is None} - {*self.broad, PERSON}
            if lacking:
                raise ValueError(f"{self.id}: the denominator has no {sorted(lacking)}; name them in broad=")

    @cached_property
    def slices(self) -> tuple[str, ...]:
        """The slices that the numerator's fact has, in the usual order; one person's only where every part has it."""
        parts = {s: (self.numerator,) if s != PERSON else self.measures for s in SLICES}
        return tuple(s for s in SLICES if all(part.column(s) is not None for part in parts[s]))

    @property
    def basis(self) -> str:
        return "stock" if self.numerator.is_stock else "flow"

    @property
    def measures(self) -> tuple[Measure, ...]:
        return tuple(m for m in (self.numerator, self.denominator, self.plus) if m is not None)

    @property
    def is_ratio(self) -> bool:
        return self.denominator is not None
