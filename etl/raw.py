"""The raw rows of every batch, kept for good: `raw/<batch>/<source>.<table>.parquet` with a description of where they come from."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.batches import Batch, batch_day, delivered, fingerprint
from etl.errors import BatchError
from etl.extract import Raw, extract
from etl.progress import Progress
from etl.publish import synced
from warehouse.sources import CONTRACT, Source, Table, full_name

ABOUT = "batch.json"
PUBLISHED = "published"


@dataclass(frozen=True)
class RawTable:
    """A raw table as batch.json describes it."""

    name: str
    file: str
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    read: int


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
            file = batch.file_name(item.path) + (f"#{item.sheet}" if item.sheet else "")
            tables.append(RawTable(item.name, file, raw.columns, raw.unknown, raw.read))
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
    except (OSError, ValueError) as error:
        raise BatchError(
            f"{folder}: the raw rows of this batch are damaged ({error}); restore the folder from a backup"
        ) from error
    tables = tuple(
        RawTable(t["name"], t["file"], tuple(t["columns"]), tuple(t["unknown"]), t["read"]) for t in about["tables"]
    )
    return RawBatch(day, folder, about["fingerprint"], about["received_at"], tables)


def raw_batches(warehouse: Path) -> list[RawBatch]:
    """Every batch in the store, by date."""
    folder = raw_folder(warehouse)
    return [read_about(path) for path in sorted(folder.iterdir()) if batch_day(path)] if folder.exists() else []


def declared(name: str) -> tuple[Source, Table]:
    return next((s, t) for s, t in CONTRACT.tables() if full_name(s, t) == name)


def mark_published(batch: RawBatch) -> None:
    (batch.folder / PUBLISHED).touch()


def forget_unfinished(warehouse: Path, published: set[date]) -> list[date]:
    """Drop raw batches whose load was broken off before it was published; they are read again from their delivery."""
    folder = raw_folder(warehouse)
    dropped = []
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        day = batch_day(path)
        if day and day not in published and not (path / PUBLISHED).exists():
            shutil.rmtree(path)
            dropped.append(day)
    return dropped
