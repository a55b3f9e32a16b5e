"""What an indicator is: measures over one fact each, a numerator and perhaps a denominator, and all that readers derive from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, case, cast, distinct, func, types

from warehouse.text import Text
from warehouse.units import Unit

SLICES = ("province", "district", "sector", "size", "scheme", "type", "method", "origin")
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

    A flow is dated by `on` (a date column: its day lies in the period). A stock is a `snapshot`: a fact with one set
    of rows a month, of which the period's last month counts.
    `slices` overrides a slice's column, which else is the fact's `<slice>_code`.
    """

    fact: Table
    aggregate: Aggregate
    on: Column[date] | None = None
    snapshot: Column[date] | None = None
    where: Condition | None = None
    slices: Mapping[str, Column[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if (self.on is None) == (self.snapshot is None):
            raise ValueError(f"a measure over {self.fact.name} needs either on or snapshot")

    def column(self, slice_: str) -> Column[str] | None:
        """The column that holds a slice, or None where the fact does not have it."""
        return self.slices.get(slice_, self.fact.columns.get(f"{slice_}_code"))

    @property
    def is_stock(self) -> bool:
        return self.on is None

    def narrowed(self, where: Condition) -> Measure:
        """The same measure over those of its rows that also meet `where`."""
        both = where if self.where is None else self.where & where
        return Measure(self.fact, self.aggregate, self.on, self.snapshot, both, self.slices)


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
    then taken whole. `drill` names the list of records behind the number.
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
    broad: tuple[str, ...] = ()
    drill: str | None = None
    checked: date = date(2026, 11, 22)

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z_]+", self.id):
            raise ValueError(f"indicator id {self.id!r}: lower-case letters and underscores only")
        if self.denominator is not None:
            lacking = {s for s in self.slices if self.denominator.column(s) is None} - set(self.broad)
            if lacking:
                raise ValueError(f"{self.id}: the denominator has no {sorted(lacking)}; name them in broad=")

    @cached_property
    def slices(self) -> tuple[str, ...]:
        """The slices that the numerator's fact has, in the usual order."""
        return tuple(s for s in SLICES if self.numerator.column(s) is not None)

    @property
    def basis(self) -> str:
        return "stock" if self.numerator.is_stock else "flow"

    @property
    def measures(self) -> tuple[Measure, ...]:
        return (self.numerator,) if self.denominator is None else (self.numerator, self.denominator)

    @property
    def is_ratio(self) -> bool:
        return self.denominator is not None
