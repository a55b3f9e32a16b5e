"""A published DuckDB warehouse copied into a schema of PostgreSQL, so that both engines are asked about the same rows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Table, create_engine, select, text

import warehouse.audit  # noqa: F401  enters its tables in STAR
from warehouse.engines import open_warehouse
from warehouse.star import STAR


def copied(folder: Path, server: str, schema: str) -> str:
    """The URL of the copy: the server's, with the schema on its search path."""
    url = f"{server}&options=-csearch_path%3D{schema}"
    warehouse = open_warehouse(str(folder))
    engine = create_engine(url)
    with warehouse.connect() as there, engine.begin() as here:
        here.execute(text(f"drop schema if exists {schema} cascade"))
        here.execute(text(f"create schema {schema}"))
        STAR.create_all(here, checkfirst=False)
        for table in STAR.sorted_tables:
            copy_rows(there, here, table)
    engine.dispose()
    warehouse.close()
    return url


def copy_rows(there: Connection, here: Connection, table: Table) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.c)
    driver = here.connection.cursor()
    with driver.copy(f'copy "{table.name}" ({names}) from stdin') as out:  # type: ignore[attr-defined]
        for row in there.execute(select(table)):
            out.write_row(tuple(row))
