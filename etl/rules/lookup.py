"""Reference rows as a relation inside a statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Subquery, cast, column, select, values
from sqlalchemy.types import TypeEngine


def lookup(name: str, columns: Mapping[str, type[TypeEngine[Any]]], lines: Sequence[tuple[Any, ...]]) -> Subquery:
    """The lines with their columns by name, each of its type: dates in VALUES are text to DuckDB."""
    given = values(*(column(each, type_) for each, type_ in columns.items()), name=f"{name}_rows", literal_binds=True)
    return select(*(cast(c, c.type).label(c.name) for c in given.data(list(lines)).c)).subquery(name)
