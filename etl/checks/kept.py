"""What the checks found, kept: doubtful rows of the last batch, counts of every batch, publications that were forced."""

from __future__ import annotations

import os
import pwd
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import BigInteger, cast, delete, func, insert, literal, select

from etl.checks.doubtful import QUERIES, Look
from etl.database import Database
from etl.marts.dimensions import CALENDAR_FROM, earliest
from warehouse.audit import audit_check, audit_doubt, audit_force
from warehouse.checks import CHECKS, STOPS, WARNINGS

k, d = audit_check.c, audit_doubt.c


def system_user() -> str:
    """Who the operating system says it is, whatever the environment says."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid {os.getuid()}"


@dataclass(frozen=True)
class Force:
    """A person's word that the data is to be published although checks do not hold."""

    reason: str
    by: str = field(default_factory=system_user)
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))


def look(db: Database, day: date) -> None:
    """After a batch was taken: every row that a check doubts now, and the counts of this batch."""
    db.sa.execute(delete(audit_doubt))
    db.sa.execute(delete(audit_check).where((k.batch_on == day) | (k.stops == 1)))
    calendar_from = min(CALENDAR_FROM, earliest(db))
    names = [column.name for column in audit_doubt.columns]
    for check in WARNINGS:
        for table, query in QUERIES[check.id](Look(day, calendar_from)):
            rows = query.subquery("rows")
            source, _, name = table.partition(".")
            told = {"check_code": literal(check.id), "source": literal(source), "table": literal(name), **rows.c}
            db.sa.execute(insert(audit_doubt).from_select(names, select(*(told[each].label(each) for each in names))))
    counted = select(
        literal(day), d.check_code, literal(0), d.source, d.table, d.province_code, cast(func.count(), BigInteger)
    ).group_by(d.check_code, d.source, d.table, d.province_code)
    columns = [column.name for column in audit_check.columns]
    db.sa.execute(insert(audit_check).from_select(columns, counted))
    note_quiet(db, day)
    db.committed()


def note_quiet(db: Database, day: date) -> None:
    """A row without any for each check that doubts nothing, so that it can be told from one that was never asked."""
    found = set(db.sa.execute(select(k.check_code).where(k.batch_on == day)).scalars())
    quiet = [check for check in WARNINGS if check.id not in found]
    lines = [
        {
            "batch_on": day, "check_code": check.id, "stops": 0, "source": check.source or None,
            "table": check.tables[0].split(".")[1] if check.tables else None, "province_code": None, "rows": 0,
        }
        for check in quiet
    ]  # fmt: skip
    if lines:
        db.sa.execute(insert(audit_check), lines)


def keep_stops(db: Database, day: date, broken: Mapping[str, Sequence[str]], force: Force | None) -> None:
    """The state of the checks that stop, and for good what was forced and why."""
    lines = [
        {"batch_on": day, "check_code": check.id, "stops": 1, "rows": len(broken.get(check.id, ()))} for check in STOPS
    ]
    db.sa.execute(delete(audit_check).where(k.stops == 1))
    db.sa.execute(insert(audit_check), lines)
    if force is None:
        return
    told = [
        {
            "batch_on": day, "forced_at": force.at, "forced_by": force.by, "reason": force.reason,
            "check_code": check, "what": "\n".join(messages),
        }
        for check, messages in broken.items()
    ]  # fmt: skip
    if told:
        db.sa.execute(insert(audit_force), told)


def told_of(broken: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{CHECKS[id_].title}: {message}" for id_, messages in broken.items() for message in messages]
