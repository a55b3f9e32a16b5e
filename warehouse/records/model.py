"""What a request for records is, and the listing that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Integer, Select, cast, func, or_, select
from sqlalchemy.types import Date, TypeEngine

from warehouse.codes import (
    CodeList,
)
from warehouse.text import Text
from warehouse.units import COUNT, Unit

Condition = ColumnElement[bool]
Where = tuple[tuple[str, tuple[str, ...]], ...]
NO_COLUMNS: Mapping[str, ColumnElement[str]] = {}
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
    known: CodeList | None = codes or column.info["codes"]
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
    where: Where, *tables: FromClause, instead: Mapping[str, ColumnElement[str]] = NO_COLUMNS
) -> list[Condition]:
    """The conditions of `where`, each on `<name>_code` of the first table that has it; ValueError where none has."""
    conditions: list[Condition] = []
    for name, codes in where:
        found = [table.columns[f"{name}_code"] for table in tables if f"{name}_code" in table.columns]
        column = instead[name] if name in instead else found[0] if found else None
        if column is None:
            raise ValueError(f"{', '.join(str(t) for t in tables)}: no filter by {name}")
        conditions.append(column.in_(codes))
    return conditions


def containing(text: str, *columns: ColumnElement[str], as_is: Sequence[ColumnElement[str]] = ()) -> list[Condition]:
    """Any of the columns holds the text, in whatever case; `as_is` ones in this case, which is quicker for Lao.

    strpos, since LIKE with an escape takes twice as long.
    """
    wanted = text.strip()
    if not wanted:
        return []
    small = (func.strpos(func.lower(column), wanted.lower()) > 0 for column in columns)
    return [or_(*small, *(func.strpos(column, wanted) > 0 for column in as_is))]


@dataclass(frozen=True)
class Few:
    """How to take a page from very many rows: its keys first, then their columns; and where rows can be counted."""

    key: Column[Any]
    counting: FromClause
    one_row: Sequence[Condition]


def paged(
    connection: Connection,
    request: Paged,
    columns: Sequence[tuple[ListColumn, ColumnElement[Any]]],
    source: FromClause,
    conditions: Sequence[Condition],
    order: Sequence[ColumnElement[Any]],
    few: Few | None = None,
) -> Listing:
    """One page of the rows that meet the conditions, and how many there are in all."""
    ordered = [*sorting(request.sort, {shown.name: column for shown, column in columns}), *order]
    page: Select[Any] = select(*(column for _, column in columns)).select_from(source).order_by(*ordered)
    if few is None or request.limit is None:
        page = page.where(*conditions).limit(request.limit).offset(request.offset)
    else:
        keys = select(few.key).select_from(source).where(*conditions).order_by(*ordered)
        page = page.where(few.key.in_(keys.limit(request.limit).offset(request.offset)), *few.one_row)
    rows = connection.execute(page).all()
    total = len(rows) + request.offset
    if request.limit is not None and (len(rows) == request.limit or (request.offset and not rows)):
        counted = source if few is None else few.counting
        total = connection.execute(select(func.count()).select_from(counted).where(*conditions)).scalar_one()
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


def days_between(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(end - start, Integer)
