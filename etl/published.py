"""What the published warehouse holds, as a load needs to know it: its batches, and whether this version of the code can add to it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import select, text

from warehouse.audit import (
    audit_account,
    audit_batch,
    audit_check,
    audit_doubt,
    audit_force,
    audit_problem,
    audit_rejected,
)
from warehouse.engines.duckdb import POINTER, DuckDBWarehouse
from warehouse.sources import STAGING

KEPT_TABLES = (audit_batch, audit_account, audit_problem, audit_rejected, audit_check, audit_doubt, audit_force)


def published_batches(folder: Path) -> dict[date, str]:
    """Batches of the published state with their fingerprints; WarehouseError where it cannot be read."""
    if not (folder / POINTER).exists():
        return {}
    with closing(DuckDBWarehouse(folder)) as warehouse, warehouse.connect() as connection:
        rows = connection.execute(select(audit_batch.c.batch_on, audit_batch.c.fingerprint)).all()
    return {row[0]: row[1] for row in rows}


def of_this_form(folder: Path) -> bool:
    """Whether the tables that are kept from load to load have the columns that they are declared with."""
    with closing(DuckDBWarehouse(folder)) as warehouse, warehouse.connect() as connection:
        rows = connection.execute(
            text("select table_name, column_name from information_schema.columns order by ordinal_position")
        )
        there: dict[str, list[str]] = {}
        for table, column in rows:
            there.setdefault(table, []).append(column)
    declared = {table.name: list(table.c.keys()) for table in (*STAGING.sorted_tables, *KEPT_TABLES)}
    return all(there.get(name, columns) == columns for name, columns in declared.items())
