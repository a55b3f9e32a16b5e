"""The last published file beside the one being built: what it held, and what is kept of it for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from etl.database import Database
from etl.parse import quoted
from warehouse.audit import audit_force

PUBLISHED = "published"


@contextmanager
def attached(db: Database, files: Iterable[Path]) -> Iterator[set[str]]:
    """The tables of the first of the files that can be read, as published.<table>; none where none can be."""
    tables = next((found for file in files if (found := opened(db, file))), set())
    try:
        yield tables
    finally:
        db.committed()
        if tables:
            db.run(f"detach {PUBLISHED}")
            db.committed()


def opened(db: Database, file: Path) -> set[str]:
    db.committed()
    try:
        db.run(f"attach {quoted(str(file))} as {PUBLISHED} (read_only)")
    except DBAPIError:
        db.sa.rollback()
        return set()
    tables = db.run(f"select table_name from duckdb_tables() where database_name = '{PUBLISHED}'")
    db.committed()
    return {row[0] for row in tables}


def carry_forced(db: Database, tables: set[str]) -> None:
    """A build from the raw rows begins without the record of what was forced: it is taken over from the published file."""
    name = audit_force.name
    if name in tables and not db.value(f"select count(*) from {name}"):
        db.run(f"insert into {name} by name select * from {PUBLISHED}.{name}")
