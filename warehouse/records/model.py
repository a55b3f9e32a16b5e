"""What a request for records is, and the listing that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Integer, Select, cast, func, or_, select
from sqlalchemy.types import Date, TypeEngine

from warehouse.codes import (
    IRREGULARITY,
    METHOD,
    ORDER_STATUS,
    ORIGIN,
    PHASE,
    SCHEME,
    SECTOR,
    SIZE,
    TYPE,
    UNIT_MONTH_STATUS,
    CodeList,
)
from warehouse.text import Text
from warehouse.units import COUNT, Unit

Where = tuple[tuple[str, tuple[str, ...]], ...]
CODES = {
    "sector_code": SECTOR,
    "size_code": SIZE,
    "scheme_code": SCHEME,
    "type_code": TYPE,
    "method_code": METHOD,
    "origin_code": ORIGIN,
    "status_code": ORDER_STATUS,
    "standing_code": UNIT_MONTH_STATUS,
    "irregularity_code": IRREGULARITY,
    "phase_code": PHASE,
}
NO_COLUMNS: Mapping[str, Column[str]] = {}
PLACES = {"province_code": "province", "district_code": "district"}


@dataclass(frozen=True)
class ListColumn:
    """A column of a listing; `kind` is text, code, province, district, date, month or number."""

    name: str
    title: Text
    kind: str = "text"
    unit: Unit | None = None
    codes: CodeList | None = None


@dataclass(frozen=True)
class Listing:
    """Rows as tuples in the order of `columns`; `total` counts those of all pages."""

    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    limit: int | None = None
    offset: int = 0

    def column(self, name: str) -> list[Any]:
        index = [column.name for column in self.columns].index(name)
        return [row[index] for row in self.rows]

    def records(self) -> list[dict[str, Any]]:
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.limit)) if self.limit else 1

    @property
    def page(self) -> int:
        return self.offset // self.limit + 1 if self.limit else 1


class Request(Protocol):
    """A question for records: a frozen dataclass, so that it can be the key of a cache."""

    def listing(self, connection: Connection, day: date) -> Listing:
        """The answer as of `day`."""
        ...


@dataclass(frozen=True, kw_only=True)
class Paged:
    """What every long list takes: filters, a text to look for, an order (`-name` descends) and a page."""

    where: Where = ()
    search: str = ""
    sort: str = ""
    limit: int | None = 50
    offset: int = 0

    def __post_init__(self) -> None:
        if self.offset < 0 or (self.limit is not None and self.limit < 1):
            raise ValueError(
                f"a page has at least one row and begins at 0 or later, not {self.limit} from {self.offset}"
            )


def shown(column: Column[Any], name: str = "", unit: Unit | None = None, codes: CodeList | None = None) -> ListColumn:
    """A listing's column for a column of the star: its title, its code list and its kind come from there."""
    known = codes or CODES.get(column.name)
    plain = name or column.name.removesuffix("_code")
    return ListColumn(plain, column.info["title"], kind_of(column.name, column.type, known), unit, known)


def kind_of(name: str, type_: TypeEngine[Any], codes: CodeList | None) -> str:
    if name in PLACES:
        return PLACES[name]
    if codes is not None:
        return "code"
    if isinstance(type_, Date):
        return "month" if name == "month_start" else "date"
    return "text" if type_.python_type is str else "number"


def number(name: str, title: Text, unit: Unit = COUNT) -> ListColumn:
    return ListColumn(name, title, "number", unit)


def narrowing(
    where: Where, *tables: FromClause, instead: Mapping[str, Column[str]] = NO_COLUMNS
) -> list[ColumnElement[bool]]:
    """The conditions of `where`, each on `<name>_code` of the first table that has it; ValueError where none has."""
    conditions: list[ColumnElement[bool]] = []
    for name, codes in where:
        found = [table.columns[f"{name}_code"] for table in tables if f"{name}_code" in table.columns]
        column = instead[name] if name in instead else found[0] if found else None
        if column is None:
            raise ValueError(f"{', '.join(str(t) for t in tables)}: no filter by {name}")
        conditions.append(column.in_(codes))
    return conditions


def containing(text: str, *columns: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Any of the columns holds the text, in whatever case."""
    return [or_(*(column.icontains(text.strip(), autoescape=True) for column in columns))] if text.strip() else []


def paged(
    connection: Connection,
    request: Paged,
    columns: Sequence[tuple[ListColumn, ColumnElement[Any]]],
    source: FromClause,
    conditions: Iterable[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
) -> Listing:
    """One page of the rows that meet the conditions, and how many there are in all."""
    kept = list(conditions)
    chosen: Select[Any] = select(*(column for _, column in columns)).select_from(source).where(*kept)
    chosen = chosen.order_by(*sorting(request.sort, {shown.name: column for shown, column in columns}), *order)
    rows = connection.execute(chosen.limit(request.limit).offset(request.offset)).all()
    total = len(rows) + request.offset
    if request.limit is not None and (len(rows) == request.limit or (request.offset and not rows)):
        total = connection.execute(select(func.count()).select_from(source).where(*kept)).scalar_one()
    return Listing(tuple(c for c, _ in columns), tuple(map(tuple, rows)), total, request.limit, request.offset)


def sorting(sort: str, columns: dict[str, ColumnElement[Any]]) -> list[ColumnElement[Any]]:
    if not sort:
        return []
    name = sort.removeprefix("-")
    if name not in columns:
        raise ValueError(f"no column {name!r} to sort by; there are {', '.join(columns)}")
    return [(columns[name].desc() if sort.startswith("-") else columns[name].asc()).nulls_last()]


def complete(columns: Sequence[ListColumn], rows: Iterable[Sequence[Any]]) -> Listing:
    kept = tuple(tuple(row) for row in rows)
    return Listing(tuple(columns), kept, len(kept))


def days_between(later: ColumnElement[Any], earlier: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(later - earlier, Integer)
