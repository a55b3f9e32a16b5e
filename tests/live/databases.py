"""The hand-written deliveries of tests/loading.py as tables of a database, and a reading of them by the command."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from tests.loading import Said, Tables, asked, ssiis

DAY = "2026-08-31"
NEXT = "2026-09-30"
LATER = "2026-10-31"


@contextmanager
def changing(url: str) -> Iterator[Connection]:
    """A connection of the other office's: what it does is committed."""
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def filled(url: str, tables: Tables) -> str:
    """The URL, after `source/table.csv` became the table of that name, every column of it text, blank cells null."""
    with changing(url) as connection:
        for place, content in tables.items():
            assert isinstance(content, str)
            put(connection, Path(place).stem, content)
    return url


def put(connection: Connection, table: str, content: str) -> None:
    header, *rows = csv.reader(io.StringIO(content))
    connection.execute(text(f"create table {table} ({', '.join(f'{column} text' for column in header)})"))
    places = ", ".join(f":c{n}" for n in range(len(header)))
    for row in rows:
        connection.execute(
            text(f"insert into {table} values ({places})"), {f"c{n}": cell or None for n, cell in enumerate(row)}
        )


def read(warehouse: Path, *words: str) -> Said:
    """`ssiis load --from-db lsso …`; the test has set SSIIS_DB_LSSO."""
    return ssiis("load", "--from-db", "lsso", *words, "--warehouse", warehouse, "--quiet")


def changed(url: str, *statements: str) -> None:
    """What the other office does between two readings."""
    with changing(url) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def loaded(warehouse: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    return asked(warehouse, f"select {columns} from stg_{table} order by all")


def sound(said: Said) -> Said:
    assert (said.status, said.err) == (0, ""), said
    return said
