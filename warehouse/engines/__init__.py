"""Where a warehouse is read: open_warehouse(url) gives connections to the last published state, whatever the engine."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection


class WarehouseError(RuntimeError):
    """A warehouse cannot be read; the message says which and what to do."""


class Warehouse(Protocol):
    """A published warehouse, opened for reading only."""

    @property
    def version(self) -> str:
        """Names the published state; changes with every load."""

    def connect(self) -> AbstractContextManager[Connection]:
        """A connection that sees one published state from its first statement to its last."""

    def close(self) -> None: ...


def open_warehouse(url: str) -> Warehouse:
    """`duckdb:///DIR`, a bare folder, or `postgresql+psycopg://…`."""
    if url.startswith("postgresql"):
        from warehouse.engines.postgresql import PostgreSQLWarehouse

        return PostgreSQLWarehouse(url)
    from warehouse.engines.duckdb import DuckDBWarehouse, folder_of

    return DuckDBWarehouse(folder_of(url))
