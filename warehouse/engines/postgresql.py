"""PostgreSQL: the same star, read from the schema that the URL's search path names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, func, select

from warehouse.audit import audit_batch


class PostgreSQLWarehouse:
    """Each connection is one read-only, repeatable-read transaction, so that a page sees one state."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)

    @property
    def version(self) -> str:
        with self.connect() as connection:
            return str(connection.execute(select(func.max(audit_batch.c.batch_on))).scalar())

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(postgresql_readonly=True) as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()
