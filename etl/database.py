"""The build file while it is being written: DuckDB's own statements and the star's portable ones in one transaction."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.pool import NullPool

MEMORY_LIMIT = os.environ.get("SSIIS_LOAD_MEMORY", "2500MB")


class Database:
    """One connection to a DuckDB file; `sa` takes Core statements, `run` takes DuckDB's own."""

    def __init__(self, sa: Connection) -> None:
        self.sa = sa

    def run(self, sql: str) -> list[Any]:
        """Execute a statement of ours; rows where it has any."""
        result = self.sa.exec_driver_sql(sql)
        return list(result.fetchall()) if result.returns_rows else []

    def value(self, sql: str) -> Any:
        """The first cell of the first row."""
        return self.run(sql)[0][0]

    def committed(self) -> None:
        """End the transaction: DuckDB reads on one thread what the same transaction has written."""
        self.sa.commit()


@contextmanager
def writing(file: Path) -> Iterator[Database]:
    """The file opened for writing, its temporary data beside it (not in a small /tmp)."""
    config = {"memory_limit": MEMORY_LIMIT, "temp_directory": f"{file}.spill", "preserve_insertion_order": False}
    engine = create_engine(
        URL.create("duckdb", database=str(file)), connect_args={"config": config}, poolclass=NullPool
    )
    try:
        with engine.connect() as connection:
            yield Database(connection)
    finally:
        engine.dispose()
