"""From live databases to a batch: rows streamed to a folder beside the warehouse, in the form in which raw rows are kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb
from sqlalchemy import Connection

from etl.batches import Batch, Delivered, Spooled
from etl.errors import BatchError
from etl.extract import Raw, checked_header, extract
from etl.live.database import Database, LiveError, reading_from
from etl.live.history import History, prepare
from etl.live.rows import write
from etl.live.tables import LAO_TIME, LiveTable, live_tables
from etl.progress import Progress
from etl.raw import raw_batches


@dataclass(frozen=True)
class Live:
    """Which databases to read, as a batch of which day, and whether everything again."""

    databases: tuple[Database, ...]
    day: date
    whole: bool = False


def today() -> date:
    """In Laos, wherever the machine's clock believes to be."""
    return datetime.now(LAO_TIME).date()


@dataclass(frozen=True)
class Reading:
    """A table that was read from a database, as raw rows."""

    spooled: Spooled
    raw: Raw
    history: History


class Spool:
    """The folder of a batch that is being read from databases; debris of a load that ends before its rows are kept."""

    def __init__(self, live: Live, warehouse: Path, known: Iterable[date], progress: Progress) -> None:
        self.live, self.progress = live, progress
        self.known = set(known)
        self.published = [batch for batch in raw_batches(warehouse) if batch.day in self.known]
        self.warehouse, self.folder = warehouse, warehouse / f"spool-{os.getpid()}.tmp" / str(live.day)
        self.notes: list[str] = []
        self.read_from: dict[str, str] = {}

    def batch(self, others: Sequence[Batch]) -> Batch | None:
        """What the databases deliver; None where nothing changed. `others` are the batches of the same load."""
        if any(batch.day == self.live.day for batch in others):
            raise BatchError(
                f"a folder is the batch of {self.live.day} already: read the database as of another day with --on"
            )
        shutil.rmtree(self.folder.parent, ignore_errors=True)
        self.folder.mkdir(parents=True)
        spill = str(self.folder.parent / "spill")
        with duckdb.connect(config={"memory_limit": "1500MB", "temp_directory": spill}) as db:
            prepare(db, self.warehouse)
            readings = [reading for each in self.live.databases for reading in self.read(db, each)]
            with self.progress.step(f"{self.live.day} compare with what is known"):
                wanted = self.wanted(readings, others=bool(others))
        if wanted and self.live.day in self.known:
            changed = ", ".join(reading.spooled.known_as for reading in wanted)
            raise BatchError(
                f"a batch of {self.live.day} is loaded already, and not all in it that {changed} would deliver now. What was "
                "loaded is kept for good: read the database again on the next day, or as of a later day with --on"
            )
        return Batch(self.live.day, self.folder, {r.raw.path: r.spooled for r in wanted}) if wanted else None

    def read(self, db: duckdb.DuckDBPyConnection, database: Database) -> list[Reading]:
        """Every table of a database as of one moment; none is read before all are known to be readable."""
        with reading_from(database) as connection:
            items = []
            for table in live_tables(database, connection):
                spooled = Spooled(f"{database.name}:{table.shown}", f"{database.place}:{table.shown}")
                items.append((table, spooled, History(db, table.source, table.table, self.published, spooled.origin)))
                self.check(*items[-1])
            return [self.copy(db, connection, *item) for item in items]

    def check(self, table: LiveTable, spooled: Spooled, history: History) -> None:
        item = self.delivered(table)
        checked_header(Batch(self.live.day, self.folder, {item.path: spooled}), item, table.header)
        before = self.read_from.setdefault(table.full_name, spooled.known_as)
        if before != spooled.known_as:
            raise LiveError(
                f"{before} and {spooled.known_as} both deliver {table.full_name}: read them in loads of different days, "
                "or let the user of one database not see the table"
            )
        if history.last is not None and history.last.day > self.live.day:
            raise LiveError(
                f"{spooled.known_as} was read as of {history.last.day} before; a later reading cannot be of {self.live.day}: "
                "choose a later day with --on"
            )

    def copy(
        self,
        db: duckdb.DuckDBPyConnection,
        connection: Connection,
        table: LiveTable,
        spooled: Spooled,
        history: History,
    ) -> Reading:
        item, since = self.delivered(table), None if self.live.whole else history.since()
        item.path.parent.mkdir(exist_ok=True)
        from_then = f" since {since:%Y-%m-%d %H:%M}" if since else ""
        with self.progress.step(f"{self.live.day} read {spooled.known_as}{from_then}") as step:
            write(connection, table, since, item.path)
            batch = Batch(self.live.day, self.folder, {item.path: spooled})
            raw = extract(db, batch, item, item.path.with_suffix(".parquet"))
            step.rows = raw.read
            item.path.unlink()
        return Reading(spooled, raw, history)

    def delivered(self, table: LiveTable) -> Delivered:
        return Delivered(table.source, table.table, self.folder / table.source.name / f"{table.table.name}.csv")

    def wanted(self, readings: list[Reading], *, others: bool) -> list[Reading]:
        """The tables that hold anything new; with --whole all. What is left out is told, and its file dropped."""
        news = [self.live.whole or each.history.has_news(each.raw) for each in readings]
        more = others or any(news)
        day = self.live.day
        wanted = []
        for each, new in zip(readings, news, strict=True):
            if new or each.history.may_be_taken_now(day, others=more):
                wanted.append(each)
                continue
            each.raw.path.unlink()
            last = each.history.last
            assert last is not None  # what was never delivered is news
            self.notes.append(f"{each.spooled.known_as}: nothing changed since {last.day}")
        return wanted
