"""The contract's tables in a live database: where they are, their columns, and the query that reads them."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Numeric,
    Select,
    String,
    Text,
    and_,
    case,
    cast,
    column,
    func,
    inspect,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy import table as named
from sqlalchemy.engine.reflection import Inspector
from sqlalchemy.exc import SAWarning
from sqlalchemy.types import TypeEngine

from etl.extract import TIME_ZONE
from etl.live.database import Database, LiveError
from warehouse.sources import CONTRACT, Source, Table, full_name

LAO_TIME = timezone(timedelta(hours=7), TIME_ZONE)
UPDATED = "updated_at"
LARGEST_WHOLE = 10**18
ISO_SPELLING = "20__-__-__%"
NOT_IN_A_NAME = re.compile(r"[\s;,\"\0]+")


@dataclass(frozen=True)
class LiveTable:
    """A table of the contract as it is in a database: each column's own name and type."""

    source: Source
    table: Table
    schema: str | None
    name: str
    types: dict[str, TypeEngine[Any]]
    dialect: str

    @property
    def full_name(self) -> str:
        return full_name(self.source, self.table)

    @property
    def shown(self) -> str:
        return f"{self.schema}.{self.name}" if self.schema else self.name

    @property
    def header(self) -> list[str]:
        """Every column's name; one that the contract does not know cannot upset the spool file."""
        return [name if self.knows(name) else NOT_IN_A_NAME.sub(" ", name) for name in self.types]

    def knows(self, name: str) -> bool:
        return self.table.has(name.strip().lower())

    def query(self, since: datetime | None) -> Select[Any]:
        """The contract's columns, the others as nulls: what nobody asks for is not taken out of the database."""
        cells = [self.cell(name) if self.knows(name) else null() for name in self.types]
        rows = select(*cells).select_from(named(self.name, schema=self.schema))
        changed = None if since is None else self.changed(since)
        return rows if changed is None else rows.where(changed)

    def cell(self, name: str) -> ColumnElement[Any]:
        """PostgreSQL spells its values itself: that is quick, and it has moments that Python has not (infinity)."""
        cell: ColumnElement[Any] = column(name)
        return spelt(cell, self.types[name]) if self.dialect == "postgresql" else cell

    def changed(self, since: datetime) -> ColumnElement[bool] | None:
        """Rows updated at or after a moment, and those whose moment cannot be compared: no spelling loses a row."""
        name = next(name for name in self.types if name.strip().lower() == UPDATED)
        type_ = self.types[name]
        moment: ColumnElement[Any] = column(name)
        if self.dialect == "sqlite" or isinstance(type_, String):  # SQLite keeps moments as text
            return or_(moment >= since.date().isoformat(), not_(moment.like(ISO_SPELLING)), moment.is_(None))
        if isinstance(type_, Date):
            return or_(moment >= since.date(), moment.is_(None))
        if isinstance(type_, DateTime):
            aware = since.replace(tzinfo=LAO_TIME) if getattr(type_, "timezone", False) else since
            return or_(moment >= aware, moment.is_(None))
        return None


def spelt(cell: ColumnElement[Any], type_: TypeEngine[Any]) -> ColumnElement[Any]:
    """In PostgreSQL's SQL what etl/live/cells.py does in Python."""
    if isinstance(type_, Numeric) and type_.scale != 0:
        whole = and_(func.abs(cell) < LARGEST_WHOLE, cell == func.trunc(cell))
        thousands_apart = func.regexp_replace(cast(cell, Text), r"(\.\d{3})$", r"\10")
        return case((whole, cast(cast(cell, BigInteger), Text)), else_=func.nullif(thousands_apart, "NaN"))
    if isinstance(type_, Boolean | Date | DateTime):
        return cast(func.timezone(TIME_ZONE, cell) if getattr(type_, "timezone", False) else cell, Text)
    return cell


def live_tables(database: Database, connection: Connection) -> list[LiveTable]:
    """Every table of the contract that is there, in the contract's order; LiveError where none is."""
    inspector = inspect(connection)
    found = [item for source, table in CONTRACT.tables() if (item := located(inspector, source, table))]
    if not found:
        looked = ", ".join(full_name(source, table) for source, table in CONTRACT.tables())
        raise LiveError(
            f"{database.shown}: holds no table of the contract, or none that this user may see. Looked for {looked}: each as "
            "schema.table, as a table source_table, or as a table of that name. A view with such a name will do"
        )
    return found


def located(inspector: Inspector, source: Source, table: Table) -> LiveTable | None:
    for schema, name in places(source, table):
        if inspector.has_table(name, schema=schema):
            with warnings.catch_warnings():
                warnings.simplefilter(
                    "ignore", SAWarning
                )  # a type that SQLAlchemy has no name for is read all the same
                types = {str(c["name"]): c["type"] for c in inspector.get_columns(name, schema=schema)}
            return LiveTable(source, table, schema, name, types, inspector.dialect.name)
    return None


def places(source: Source, table: Table) -> Iterator[tuple[str | None, str]]:
    """Where a table may be, the clearest first."""
    yield source.name, table.name
    yield None, f"{source.name}_{table.name}"
    if Counter(each.name for _, each in CONTRACT.tables())[table.name] == 1:
        yield None, table.name
