"""The raw rows of every batch, kept for good: `raw/<batch>/<source>.<table>.parquet` with a description of where they come from."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.batches import Batch, batch_day, delivered, fingerprint
from etl.errors import LoadError, in_short
from etl.extract import Raw, extract
from etl.progress import Progress
from etl.publish import synced
from warehouse.sources import CONTRACT, Source, Table, full_name

ABOUT = "batch.json"
PUBLISHED = "published"


@dataclass(frozen=True)
class RawTable:
    """A raw table as batch.json describes it; `origin` is the live database that it was read from, if it was."""

    name: str
    file: str
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    read: int
    checksum: str
    origin: str = ""


@dataclass(frozen=True)
class RawBatch:
    day: date
    folder: Path
    fingerprint: str
    received_at: str
    tables: tuple[RawTable, ...]

    def raw(self, table: RawTable) -> Raw:
        return Raw(self.folder / f"{table.name}.parquet", table.columns, table.unknown, table.read)


def raw_folder(warehouse: Path) -> Path:
    return warehouse / "raw"


def keep_raw(warehouse: Path, batch: Batch, progress: Progress) -> RawBatch:
    """Copy a batch into the store, whole or not at all: it appears under its name only when every file is written."""
    incoming = raw_folder(warehouse) / f".incoming-{batch.day}"
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    items, mark = delivered(batch), fingerprint(batch)
    tables = []
    with duckdb.connect(config={"memory_limit": "1500MB", "temp_directory": str(incoming / "spill")}) as db:
        for item in items:
            with progress.step(f"{batch.day} read {item.name}") as step:
                raw = extract(db, batch, item, incoming / f"{item.name}.parquet")
                step.rows = raw.read
                checksum = checksum_of(raw.path)
            file = batch.file_name(item.path) + (f"#{item.sheet}" if item.sheet else "")
            origin = batch.spooled[item.path].origin if item.path in batch.spooled else ""
            tables.append(RawTable(item.name, file, raw.columns, raw.unknown, raw.read, checksum, origin))
    shutil.rmtree(incoming / "spill", ignore_errors=True)
    received = datetime.now(UTC).isoformat(timespec="seconds")
    about = {"fingerprint": mark, "received_at": received, "tables": [asdict(table) for table in tables]}
    (incoming / ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=1), "utf-8")
    for path in incoming.iterdir():
        synced(path)
    target = raw_folder(warehouse) / str(batch.day)
    os.rename(incoming, target)
    synced(raw_folder(warehouse))
    return read_about(target)


def read_about(folder: Path) -> RawBatch:
    day = batch_day(folder)
    assert day is not None
    try:
        about = json.loads((folder / ABOUT).read_text("utf-8"))
        tables = tuple(
            RawTable(**{**t, "columns": tuple(t["columns"]), "unknown": tuple(t["unknown"])}) for t in about["tables"]
        )
        return RawBatch(day, folder, about["fingerprint"], about["received_at"], tables)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise damaged(folder, error) from error


def checksum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def check_whole(batch: RawBatch) -> None:
    """LoadError where a file of raw rows is not what was written."""
    for table in batch.tables:
        path = batch.raw(table).path
        try:
            same = checksum_of(path) == table.checksum
        except OSError as error:
            raise damaged(path, error) from error
        if not same:
            raise damaged(path, ValueError("its contents have changed"))


def damaged(folder: Path, error: Exception) -> LoadError:
    return LoadError(f"{folder}: the raw rows of this batch are damaged ({in_short(error)}); restore it from a backup")


def raw_batches(warehouse: Path) -> list[RawBatch]:
    """Every batch in the store, by date."""
    folder = raw_folder(warehouse)
    return [read_about(path) for path in sorted(folder.iterdir()) if batch_day(path)] if folder.exists() else []


def declared(name: str) -> tuple[Source, Table]:
    return next((s, t) for s, t in CONTRACT.tables() if full_name(s, t) == name)


def mark_published(warehouse: Path, days: Iterable[date]) -> None:
    """From now on these raw rows are kept whatever becomes of the published file; LoadError where they are gone."""
    for day in days:
        folder = raw_folder(warehouse) / str(day)
        if not folder.exists():
            raise LoadError(f"{folder}: the raw rows of this batch are gone; restore the folder from a backup")
        if not (folder / PUBLISHED).exists():
            (folder / PUBLISHED).touch()


def was_published(batch: RawBatch) -> bool:
    return (batch.folder / PUBLISHED).exists()


def forget_unfinished(warehouse: Path, published: Iterable[date]) -> list[date]:
    """Drop raw batches whose load was broken off before it was published; they are read again from their delivery."""
    folder, known, dropped = raw_folder(warehouse), set(published), []
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        day = batch_day(path)
        if day and day not in known and not (path / PUBLISHED).exists():
            shutil.rmtree(path)
            dropped.append(day)
    return dropped
