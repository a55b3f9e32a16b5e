"""A load from folder to published warehouse: batches by date, each whole or not at all; and the same again from the raw rows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.schema import CreateTable, DropTable

from etl.batches import Batch, find_batches, fingerprint
from etl.checks import Force, check, look
from etl.database import Database, writing
from etl.errors import BatchError, LoadError
from etl.extract import line_expression
from etl.live.spool import Live, Spool
from etl.marts import (
    compliance,
    debts,
    detection,
    dimensions,
    enforcement,
    inspections,
    links,
    marts_of,
    registers,
    resources,
    search,
)
from etl.parse import macros, quoted
from etl.progress import Progress
from etl.publish import current_file, only_load, publish, versions
from etl.published import KEPT_TABLES, of_this_form, published_batches
from etl.raw import (
    RawBatch,
    check_whole,
    declared,
    forget_unfinished,
    keep_raw,
    mark_published,
    raw_batches,
    was_published,
)
from etl.stage import Account, Staged, stage
from geo.places import DISTRICTS
from warehouse.audit import audit_batch
from warehouse.engines import WarehouseError
from warehouse.indicators import INDICATORS
from warehouse.sources import STAGING
from warehouse.star import STAR

# A mart reads facts that one before it has written: how a unit stood when it was inspected, where an inspection was.
ORDER = (dimensions, links, compliance, inspections, enforcement, debts, registers, detection, resources, search)


@dataclass
class Summary:
    """What a load did, for the person and for scripts."""

    loaded: list[date] = field(default_factory=list)
    unchanged: list[date] = field(default_factory=list)
    failed: BatchError | None = None
    left: list[date] = field(default_factory=list)
    published: Path | None = None
    accounts: dict[tuple[date, str], Account] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    force: Force | None = None
    forced: list[str] = field(default_factory=list)


def load(
    paths: Iterable[Path], warehouse: Path, progress: Progress, force: Force | None = None, live: Live | None = None
) -> Summary:
    """Load the batches that `paths` are or hold, and what live databases deliver. A batch that cannot be taken stops the load;
    those before it are published."""
    batches = find_batches(paths)
    summary = Summary(force=force)
    with only_load(warehouse):
        known = ready(warehouse, progress)
        wanted = [batch for batch in batches if is_new(batch, known, summary)]
        if live is not None:
            wanted = with_live(live, wanted, Spool(live, warehouse, known, progress), summary)
        try:
            kept = keep_all(warehouse, wanted, progress, summary)
            if kept:
                afresh = why_afresh(warehouse, known, kept[0].day)
                if afresh:
                    progress.say(f"  {afresh}")
                build_and_publish(
                    warehouse, raw_batches(warehouse) if afresh else kept, progress, summary, afresh=bool(afresh)
                )
        except BaseException:
            forget_unfinished(warehouse, published_batches(warehouse))
            raise
        summary.loaded = [raw.day for raw in kept]
        mark_published(warehouse, summary.loaded)
    return summary


def with_live(live: Live, wanted: list[Batch], spool: Spool, summary: Summary) -> list[Batch]:
    """The batches by date, with that of the live databases where they hold anything new."""
    batch = spool.batch(wanted)
    summary.notes = spool.notes
    return sorted([*wanted, batch], key=lambda each: each.day) if batch else wanted


def ready(warehouse: Path, progress: Progress) -> dict[date, str]:
    """What is published, after whatever a broken load left was put in order."""
    known = published_batches(warehouse)
    mark_published(warehouse, known)
    lost = [str(raw.day) for raw in raw_batches(warehouse) if was_published(raw) and raw.day not in known]
    if lost:
        raise LoadError(
            f"{warehouse}: {', '.join(lost)} was published before and is not there any more, but its raw rows are; "
            "run `ssiis rebuild` first"
        )
    for day in forget_unfinished(warehouse, known):
        progress.say(f"  {day}: an earlier load was broken off; the batch is read again from its delivery")
    return known


def keep_all(warehouse: Path, wanted: list[Batch], progress: Progress, summary: Summary) -> list[RawBatch]:
    """The raw rows of the batches, up to the first that cannot be taken."""
    kept: list[RawBatch] = []
    for number, batch in enumerate(wanted):
        try:
            kept.append(keep_raw(warehouse, batch, progress))
        except BatchError as error:
            summary.failed, summary.left = error, [later.day for later in wanted[number:]]
            break
    return kept


def why_afresh(warehouse: Path, known: dict[date, str], first: date) -> str:
    """Why everything is built again from the raw rows; empty where a copy of the published file will do."""
    if not known:
        return "a new warehouse"
    if first < max(known):
        return f"{first} is older than what is loaded: everything is built again in order of date"
    if not of_this_form(warehouse):
        return "another version of SSIIS built the published warehouse: everything is built again"
    return ""


def rebuild(warehouse: Path, progress: Progress, force: Force | None = None) -> Summary:
    """The warehouse from nothing but its raw rows and the reference tables."""
    summary = Summary(force=force)
    if not warehouse.is_dir():
        raise LoadError(f"{warehouse}: there is no such folder")
    with only_load(warehouse):
        try:
            mark_published(warehouse, published_batches(warehouse))
        except WarehouseError as error:
            progress.say(f"  {error}")
        found = [raw for raw in raw_batches(warehouse) if was_published(raw)]
        if not found:
            raise LoadError(f"{warehouse}: no raw rows are kept here; load batches first")
        build_and_publish(warehouse, found, progress, summary, afresh=True)
        summary.loaded = [raw.day for raw in found]
    return summary


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
    if afresh:
        with progress.step("check that the raw rows are whole"):
            for batch in batches:
                check_whole(batch)
    with writing(build) as db:
        prepare(db)
        for batch in batches:
            take(db, batch, progress, summary)
            with progress.step(f"{batch.day} look for doubts"):
                look(db, batch.day)
        as_of = build_star(db, progress)
        with progress.step("check"):
            summary.forced = check(db, as_of, versions(warehouse)[::-1], summary.force)
        db.committed()
        with progress.step("write to disk"):
            db.run("checkpoint")
            db.committed()
    with progress.step("publish"):
        summary.published = publish(warehouse, build)


def prepare(db: Database) -> None:
    """Staging and audit tables (kept from load to load), the star's tables empty, and the macros that read cells."""
    star = list(STAR.sorted_tables)
    fresh = [table for table in star if table not in KEPT_TABLES]
    dropping = [DropTable(table, if_exists=True) for table in reversed(fresh)]
    making = [CreateTable(table, if_not_exists=True) for table in (*STAGING.sorted_tables, *star)]
    db.run(";\n".join(str(each.compile(dialect=db.sa.dialect)) for each in (*dropping, *making)))
    db.committed()
    for statement in macros():
        db.run(statement)
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
        with progress.step(f"{batch.day} check {table.name}") as step:
            raw = batch.raw(table)
            columns = {row[0] for row in db.run(f"select name from parquet_schema({quoted(str(raw.path))})")}
            account = stage(db, Staged(source, declaration, raw, table.file, batch.day), line_expression(columns))
            step.rows = account.read
        db.committed()
        summary.accounts[batch.day, table.name] = account


def build_star(db: Database, progress: Progress) -> date:
    """Every mart in its order; the as-of date."""
    latest = select(audit_batch.c.batch_on).order_by(audit_batch.c.batch_on.desc()).limit(1)
    as_of: date = db.sa.execute(latest).scalar_one()
    for each in marts_of(*ORDER):
        with progress.step(f"build {', '.join(table.name for table in each.writes)}"):
            each.build(db, as_of)
            db.committed()
    return as_of
