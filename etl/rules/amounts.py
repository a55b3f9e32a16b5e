"""Exact kip: whole numbers multiplied and divided without a fraction lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from duckdb_sqlalchemy.datatypes import HugeInteger
from sqlalchemy import ColumnElement, cast, func

from warehouse.reference import rows

BASIS_POINTS = 10_000


def whole(value: Any) -> ColumnElement[Any]:
    """As a whole number wide enough for a product of kip, rates and months; of decimals DuckDB's // leaves a fraction."""
    return cast(value, HugeInteger())


def half_up(numerator: ColumnElement[Any], denominator: int) -> ColumnElement[Any]:
    """numerator ÷ denominator, rounded to the next whole number, halves up; for numbers that are not negative."""
    doubled = whole(numerator) * 2 + denominator
    return doubled.op("//", precedence=8)(whole(2 * denominator))


def basis_points(percent: str) -> int:
    """`8.5` per cent → 850."""
    units, _, rest = percent.partition(".")
    return int(units) * 100 + int((rest + "00")[:2])


def threshold(name: str) -> int:
    """The value of thresholds.csv; LookupError where there is none of the name."""
    for row in rows("thresholds"):
        if row["name"] == name:
            return int(row["value"])
    raise LookupError(f"thresholds.csv has no {name}")


def last_day(text: str) -> date:
    """The end of a row's validity; empty is for good."""
    return date.fromisoformat(text) if text else date(9999, 12, 31)


def difference(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.abs(whole(one) - whole(other))
