"""The months of the warehouse as a working table, each with the day on which its stocks are taken."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, Date, MetaData, Table, insert

from etl.database import Database
from warehouse.periods import add_months, month_end, month_start


def many(db: Database, table: Any, lines: list[dict[str, Any]]) -> None:
    """Insert rows that were made here and not in the database."""
    if lines:
        db.sa.execute(insert(table), lines)


def months_until(first: date, as_of: date) -> list[dict[str, Any]]:
    """Each month with the day on which its stocks are taken."""
    found: list[dict[str, Any]] = []
    day = month_start(first)
    while day <= as_of:
        found.append({"month_start": day, "stock_day": min(month_end(day), as_of)})
        day = add_months(day, 1)
    return found


def months_table(db: Database, first: date, as_of: date) -> Table:
    """A temporary table of the months from that of `first` to that of `as_of`: month_start, stock_day."""
    table = Table("build_months", MetaData(), Column("month_start", Date), Column("stock_day", Date), prefixes=["TEMP"])
    table.create(db.sa)
    many(db, table, months_until(first, as_of))
    return table
