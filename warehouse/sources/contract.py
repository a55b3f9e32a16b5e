"""The form of the data contract: sources, their tables, their fields; reading, checking, workbooks and sample derive from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Double, Integer, MetaData, SmallInteger, String
from sqlalchemy import Table as SqlTable
from sqlalchemy.types import TypeEngine

from warehouse.codes import CodeList
from warehouse.text import Text


class Kind(Enum):
    """What a cell holds; the value is the type of its staging column."""

    TEXT = "text"
    IDENTIFIER = "identifier"
    CODE = "code"
    PROVINCE = "province"
    DISTRICT = "district"
    DATE = "date"
    TIMESTAMP = "timestamp"
    MONTH = "month"
    YEAR = "year"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    BOOLEAN = "boolean"


COLUMN_TYPES: dict[Kind, TypeEngine[Any]] = {
    Kind.TEXT: String(),
    Kind.IDENTIFIER: String(),
    Kind.CODE: String(),
    Kind.PROVINCE: String(2),
    Kind.DISTRICT: String(4),
    Kind.DATE: Date(),
    Kind.TIMESTAMP: DateTime(),
    Kind.MONTH: Date(),
    Kind.YEAR: SmallInteger(),
    Kind.INTEGER: Integer(),
    Kind.DECIMAL: Double(),
    Kind.MONEY: BigInteger(),
    Kind.BOOLEAN: Boolean(),
}
NUMBERS = {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.YEAR}


@dataclass(frozen=True)
class Field:
    """One column of an extract.

    `references` names the table whose key the value must be ("lsso.labour_units"), or "indicators"; `doubt_only` keeps a value that
    refers to nothing, with a warning. `event` dates and months may not lie after the batch's date.
    """

    name: str
    title: Text
    kind: Kind = Kind.TEXT
    key: bool = False
    required: bool = False
    codes: CodeList | None = None
    references: str | None = None
    doubt_only: bool = False
    event: bool = True
    above: float | None = None
    lowest: float | None = None
    highest: float | None = None
    note: Text = Text("", lo="")

    @property
    def needed(self) -> bool:
        return self.key or self.required


@dataclass(frozen=True)
class Table:
    """One table of an extract; `spans` are (start, end) pairs of fields, `stages` dates that should not go backwards."""

    name: str
    title: Text
    fields: tuple[Field, ...]
    spans: tuple[tuple[str, str], ...] = ()
    stages: tuple[str, ...] = ()
    history: bool = False

    @property
    def keys(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.key)

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)

    def has(self, name: str) -> bool:
        return any(field.name == name for field in self.fields)


@dataclass(frozen=True)
class Source:
    name: str
    title: Text
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Contract:
    """All sources, with tables in an order in which a referenced table comes before the one that refers to it."""

    sources: tuple[Source, ...]

    def tables(self) -> Iterator[tuple[Source, Table]]:
        for source in self.sources:
            for table in source.tables:
                yield source, table

    def table(self, name: str) -> Table:
        """By its full name, `lsso.labour_units`."""
        return next(table for source, table in self.tables() if full_name(source, table) == name)


def full_name(source: Source, table: Table) -> str:
    return f"{source.name}.{table.name}"


def staging_table(source: Source, table: Table, metadata: MetaData) -> SqlTable:
    """Current rows of a table (every loaded version where the table has history), with the batch and line they came from."""
    columns: list[Column[Any]] = [Column(field.name, COLUMN_TYPES[field.kind]) for field in table.fields]
    return SqlTable(
        f"stg_{source.name}_{table.name}",
        metadata,
        *columns,
        Column("batch_on", Date, nullable=False),
        Column("line", Integer, nullable=False),
    )
