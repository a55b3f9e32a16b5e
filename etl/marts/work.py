"""Working tables of a mart: a query kept for the statements that follow, and gone when the mart is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table
from sqlalchemy.schema import CreateTableAs

from etl.database import Database


def kept(db: Database, name: str, query: Select[Any]) -> Table:
    """The query's rows as a temporary table with the same columns."""
    db.sa.execute(CreateTableAs(query, name, temporary=True))
    db.committed()
    columns: list[Column[Any]] = [Column(key, column.type) for key, column in query.selected_columns.items()]
    return Table(name, MetaData(), *columns)


def dropped(db: Database, *tables: Table) -> None:
    for table in tables:
        table.drop(db.sa)


@contextmanager
def joined_as_written(db: Database) -> Iterator[None]:
    """DuckDB takes the size of what comes out of windows for a handful of rows and would build its hash tables on millions."""
    db.run("set disabled_optimizers = 'join_order,build_side_probe_side'")
    try:
        yield
    finally:
        db.run("reset disabled_optimizers")
