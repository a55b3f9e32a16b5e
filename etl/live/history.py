"""What a database delivered before, told by the published raw rows: from when on to read again, and whether anything is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from etl.extract import Raw, line_expression, scanned
from etl.live.tables import UPDATED
from etl.parse import macros, name, quoted
from etl.publish import current_file
from etl.raw import RawBatch
from warehouse.sources import Source, Table

# Longer than a transaction stays open: what is stamped before a reading and committed after it comes with the next one.
# It also covers moments kept as a day, and clocks that are some hours apart.
OVERLAP = timedelta(days=1)


@dataclass(frozen=True)
class Delivery:
    """A table as a published batch has it from this database."""

    day: date
    received_at: str
    raw: Raw


class History:
    """The published deliveries of one table by one database, by date."""

    def __init__(
        self, db: duckdb.DuckDBPyConnection, source: Source, table: Table, published: list[RawBatch], origin: str
    ) -> None:
        self.db, self.source, self.table = db, source, table
        self.published = published
        self.deliveries = [
            Delivery(batch.day, batch.received_at, batch.raw(raw))
            for batch in published
            for raw in batch.tables
            if raw.origin == origin and raw.name == f"{source.name}.{table.name}"
        ]

    @property
    def last(self) -> Delivery | None:
        return self.deliveries[-1] if self.deliveries else None

    def since(self) -> datetime | None:
        """The moment from which on rows may be unknown; None where all are asked for.

        Rows dated after their batch were rejected: they do not move the mark. A row that refers to nothing, or that is dated
        after its batch, would be taken at another time: the reading goes back to the first of them.
        """
        if self.last is None or not self.table.has(UPDATED):
            return None
        marks = [
            self.moment(f"select max(updated) from ({in_time(each)}) where updated is not null")
            for each in self.deliveries
        ]
        known = [mark for mark in marks if mark is not None]
        if not known:
            return None
        still_open = self.moment(
            f"select min(as_moment({UPDATED})) from (select {self.line(self.last)} as line, * "
            f"from {scanned(self.last.raw.path)}) semi join ({self.open_rows(self.last)}) using (line)"
        )
        since = max(known) - OVERLAP
        return min(since, still_open) if still_open else since

    def has_news(self, raw: Raw) -> bool:
        """Whether a row of `raw` is none of those known: where rows say when they changed, of all; else of the last delivery."""
        if self.last is None:
            return True
        if self.table.has(UPDATED):
            known = " union all ".join(
                f"select hashed from ({in_time(each, self.hashed(each.raw))})" for each in self.deliveries
            )
        else:
            known = f"select {self.hashed(self.last.raw)} as hashed from {scanned(self.last.raw.path)}"
        rows = f"select {self.hashed(raw)} as hashed from {scanned(raw.path)}"
        return self.true(f"select exists (select 1 from ({rows}) anti join ({known}) using (hashed))")

    def may_be_taken_now(self, day: date, *, others: bool) -> bool:
        """Whether a row of the last delivery would fare better: its date has come, or what it refers to may have."""
        if self.last is None:
            return False
        arrived = others or any(batch.received_at > self.last.received_at for batch in self.published)
        references = "or problem = 'no_such_reference'" if arrived else ""
        return self.true(
            f"select exists (select 1 from ({self.open_rows(self.last)}) where "
            f"(problem = 'after_batch' and coalesce(as_moment(value), as_month(value)) < date '{day}' + 1) {references})"
        )

    def open_rows(self, delivery: Delivery) -> str:
        """Rows of a delivery whose problem may pass without their being changed."""
        taken_anyway = ", ".join(quoted(field.name) for field in self.table.fields if field.doubt_only) or "''"
        return (
            f"select line, problem, value from published.audit_problem where batch_on = date '{delivery.day}' "
            f'and source = {quoted(self.source.name)} and "table" = {quoted(self.table.name)} '
            f"and (problem = 'after_batch' or problem = 'no_such_reference' and field not in ({taken_anyway}))"
        )

    def line(self, delivery: Delivery) -> str:
        described = self.db.execute(f"select name from parquet_schema({quoted(str(delivery.raw.path))})").fetchall()
        return line_expression({row[0] for row in described})

    def hashed(self, raw: Raw) -> str:
        """A row by the contract's columns alone, blank where there is none."""
        cells = (f"coalesce({name(f.name)}, '')" if f.name in raw.columns else "''" for f in self.table.fields)
        return f"hash({', '.join(cells)})"

    def moment(self, sql: str) -> datetime | None:
        row = self.db.execute(sql).fetchone()
        return row[0] if row else None

    def true(self, sql: str) -> bool:
        row = self.db.execute(sql).fetchone()
        return bool(row and row[0])


def in_time(delivery: Delivery, hashed: str = "null") -> str:
    """Rows of a delivery that were not dated after it: others come again."""
    return (
        f"select * from (select {hashed} as hashed, as_moment({UPDATED}) as updated from {scanned(delivery.raw.path)}) "
        f"where updated is null or updated < date '{delivery.day}' + 1"
    )


def prepare(db: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    """The macros that read cells, and the published warehouse beside them, for reading."""
    for statement in macros():
        db.execute(statement)
    current = current_file(warehouse)
    if current is not None and current.exists():
        db.execute(f"attach {quoted(str(current))} as published (read_only)")
