"""PostgreSQL: the same star, read from the schema that the URL's search path names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, func, make_url, select
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError

from warehouse.audit import audit_batch
from warehouse.engines import WarehouseError

MISSING_TABLE = "42P01"


class PostgreSQLWarehouse:
    """Each connection is one read-only, repeatable-read transaction, so that a page sees one state."""

    def __init__(self, url: str) -> None:
        try:
            address = make_url(url).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError):
            raise WarehouseError(
                "the URL of the warehouse is not written postgresql+psycopg://USER@HOST/DATABASE"
            ) from None
        self._name = address.render_as_string(hide_password=True)
        self._engine = create_engine(address, isolation_level="REPEATABLE READ", pool_pre_ping=True)

    @property
    def version(self) -> str:
        with self.connect() as connection:
            return str(connection.execute(select(func.max(audit_batch.c.batch_on))).scalar())

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(postgresql_readonly=True) as connection:
                yield connection
        except OperationalError as error:
            said = str(error.orig).split("\n")[0]
            raise WarehouseError(f"{self._name}: the server cannot be asked ({said})") from error
        except ProgrammingError as error:
            if getattr(error.orig, "sqlstate", None) != MISSING_TABLE:
                raise
            raise WarehouseError(f"{self._name}: no warehouse in the schemas of its search path") from error

    def close(self) -> None:
        self._engine.dispose()
