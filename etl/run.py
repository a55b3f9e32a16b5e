"""A load from folder to published warehouse: batches by date, each whole or not at all; and the same again from the raw rows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import insert, select

import etl.marts.compliance
import etl.marts.dimensions
import etl.marts.inspections

import etl.marts.resources  # noqa: F401  isort: skip
from etl.batches import Batch, find_batches, fingerprint
from etl.checks import check
from etl.database import Database, writing
from etl.errors import BatchError, LoadError
from etl.extract import line_expression
from etl.marts import MARTS
from etl.parse import MACROS, quoted
from etl.progress import Progress
from etl.publish import current_file, only_load, publish
from etl.raw import RawBatch, declared, forget_unfinished, keep_raw, mark_published, raw_batches
from etl.stage import Account, Staged, stage
from warehouse.audit import audit_account, audit_batch, audit_problem, audit_rejected
from warehouse.indicators import INDICATORS
from warehouse.sources import STAGING
from warehouse.star import STAR

KEPT_TABLES = (audit_batch, audit_account, audit_problem, audit_rejected)


@dataclass
class Summary:
    """What a load did, for the person and for scripts."""

    loaded: list[date] = field(default_factory=list)
    unchanged: list[date] = field(default_factory=list)
    failed: BatchError | None = None
    published: Path | None = None
    accounts: dict[str, Account] = field(default_factory=dict)


def load(paths: Iterable[Path], warehouse: Path, progress: Progress) -> Summary:
    """Load the batches that `paths` are or hold. A batch that cannot be taken stops the load; those before it are published."""
    batches = find_batches(paths)
    summary = Summary()
    with only_load(warehouse):
        known = published_batches(warehouse)
        for day in forget_unfinished(warehouse, set(known)):
            progress.say(f"  {day}: an earlier load was broken off; the batch is read again from its delivery")
        wanted = [batch for batch in batches if is_new(batch, known, summary)]
        kept: list[RawBatch] = []
        for batch in wanted:
            try:
                kept.append(keep_raw(warehouse, batch, progress))
            except BatchError as error:
                summary.failed = error
                break
        if not kept:
            return summary
        late = bool(known) and kept[0].day < max(known)
        if late:
            progress.say(f"  {kept[0].day} is older than what is loaded: everything is built again in order of date")
        build_and_publish(
            warehouse, raw_batches(warehouse) if late else kept, progress, summary, afresh=late or not known
        )
        for raw in kept:
            mark_published(raw)
        summary.loaded = [raw.day for raw in kept]
    return summary


def rebuild(warehouse: Path, progress: Progress) -> Summary:
    """The warehouse from nothing but its raw rows and the reference tables."""
    summary = Summary()
    with only_load(warehouse):
        found = raw_batches(warehouse)
        if not found:
            raise LoadError(f"{warehouse}: no raw rows are kept here; load batches first")
        build_and_publish(warehouse, found, progress, summary, afresh=True)
        for raw in found:
            mark_published(raw)
        summary.loaded = [raw.day for raw in found]
    return summary


def published_batches(warehouse: Path) -> dict[date, str]:
    """Batches of the published state with their fingerprints."""
    file = current_file(warehouse)
    if file is None:
        return {}
    import duckdb

    with duckdb.connect(str(file), read_only=True) as db:
        return dict(db.execute("select batch_on, fingerprint from audit_batch").fetchall())


def is_new(batch: Batch, known: dict[date, str], summary: Summary) -> bool:
    """False for a batch that is loaded already; BatchError where another one of that date is."""
    if batch.day not in known:
        return True
    if fingerprint(batch) != known[batch.day]:
        raise BatchError(
            f"{batch.folder}: a batch of {batch.day} with other contents is loaded already. What was loaded is kept for good: "
            "deliver the correction as a batch of a later date"
        )
    summary.unchanged.append(batch.day)
    return False


def build_and_publish(
    warehouse: Path, batches: list[RawBatch], progress: Progress, summary: Summary, *, afresh: bool
) -> None:
    build = warehouse / f"build-{os.getpid()}.tmp"
    before = current_file(warehouse)
    if before is not None and not afresh:
        with progress.step("copy the published warehouse"):
            shutil.copyfile(before, build)
    with writing(build) as db:
        prepare(db)
        for batch in batches:
            take(db, batch, progress, summary)
        build_star(db, progress)
        with progress.step("check"):
            check(db)
        db.committed()
        with progress.step("write to disk"):
            db.run("checkpoint")
            db.committed()
    with progress.step("publish"):
        summary.published = publish(warehouse, build)


def prepare(db: Database) -> None:
    """Staging and audit tables (kept from load to load), the star's tables empty, and the macros that read cells."""
    STAGING.create_all(db.sa)
    for table in reversed(STAR.sorted_tables):
        if table not in KEPT_TABLES:
            table.drop(db.sa, checkfirst=True)
    STAR.create_all(db.sa)
    db.committed()
    for statement in MACROS.split(";\n"):
        if statement.strip():
            db.run(statement)
    from geo.places import DISTRICTS

    codes = ", ".join(f"('{code}')" for code in DISTRICTS)
    db.run(f"create or replace temp table known_district as select * from (values {codes}) t (district_code)")
    ids = ", ".join(f"('{id_}')" for id_ in INDICATORS)
    db.run(f"create or replace temp table known_indicator as select * from (values {ids}) t (id)")
    db.committed()


def take(db: Database, batch: RawBatch, progress: Progress, summary: Summary) -> None:
    """All tables of a batch into staging. The build file as a whole is what is published or not: commits here are free."""
    db.sa.execute(
        insert(audit_batch).values(batch_on=batch.day, fingerprint=batch.fingerprint, received_at=batch.received_at)
    )
    for table in batch.tables:
        source, declaration = declared(table.name)
        raw = batch.raw(table)
        with progress.step(f"{batch.day} check {table.name}") as step:
            columns = {row[0] for row in db.run(f"select name from parquet_schema({quoted(str(raw.path))})")}
            account = stage(db, Staged(source, declaration, raw, table.file, batch.day), line_expression(columns))
            step.rows = account.read
        db.committed()
        summary.accounts[f"{batch.day} {table.name}"] = account


def build_star(db: Database, progress: Progress) -> None:
    as_of = db.sa.execute(select(audit_batch.c.batch_on).order_by(audit_batch.c.batch_on.desc()).limit(1)).scalar_one()
    for each in MARTS:
        with progress.step(f"build {', '.join(table.name for table in each.writes)}"):
            each.build(db, as_of)
            db.committed()
