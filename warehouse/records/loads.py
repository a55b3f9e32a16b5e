"""What was loaded, rejected and doubted, and which provinces' data are behind: the data pages' records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, FromClause, cast, func, select, tuple_

from warehouse.audit import audit_account, audit_batch, audit_freshness, audit_problem, audit_rejected
from warehouse.codes import PROBLEM
from warehouse.records.model import ListColumn, Listing, complete, number, shown
from warehouse.text import Text

b, a, p = audit_batch.c, audit_account.c, audit_problem.c
x, fresh = audit_rejected.c, audit_freshness.c
COUNTS = ("read", "loaded", "superseded", "rejected", "warnings")
COUNT_COLUMNS = tuple(number(name, a[name].info["title"]) for name in COUNTS)
ROW_KEY = ("batch_on", "source", "table", "file", "line")


def only(**wanted: tuple[Column[Any], Any]) -> list[ColumnElement[bool]]:
    """Equality with each value that is given at all."""
    return [column == value for column, value in wanted.values() if value not in ("", None)]


def totals() -> list[ColumnElement[int]]:
    return [cast(func.coalesce(func.sum(a[name]), 0), BigInteger) for name in COUNTS]


@dataclass(frozen=True)
class Batches:
    """Every batch and what became of its rows, the latest first."""

    def listing(self, connection: Connection, day: date) -> Listing:
        source: FromClause = audit_batch.outerjoin(audit_account, a.batch_on == b.batch_on)
        chosen = select(b.batch_on, b.received_at, *totals()).select_from(source)
        rows = connection.execute(chosen.group_by(b.batch_on, b.received_at).order_by(b.batch_on.desc()))
        return complete((shown(b.batch_on, "batch"), shown(b.received_at), *COUNT_COLUMNS), rows)


@dataclass(frozen=True)
class Accounts:
    """Each file of a batch: read = loaded + superseded + rejected."""

    batch: date | None = None
    source: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        columns = (a.batch_on, a.source, a.table, a.file, *(a[name] for name in COUNTS))
        chosen = select(*columns).where(*only(batch=(a.batch_on, self.batch), source=(a.source, self.source)))
        rows = connection.execute(chosen.order_by(a.batch_on.desc(), a.source, a.table, a.file))
        return complete(
            (shown(a.batch_on, "batch"), *(shown(c) for c in (a.source, a.table, a.file)), *COUNT_COLUMNS), rows
        )


@dataclass(frozen=True)
class Freshness:
    """The latest batch with rows of each province, by source and table."""

    source: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        columns = (fresh.source, fresh.table, fresh.province_code, fresh.rows, fresh.batch_on)
        chosen = select(*columns).where(*only(source=(fresh.source, self.source)))
        rows = connection.execute(chosen.order_by(*columns[:2], fresh.province_code.asc().nulls_last()))
        heads = (*(shown(c) for c in columns[:3]), number("rows", fresh.rows.info["title"]))
        return complete((*heads, shown(fresh.batch_on, "batch")), rows)


@dataclass(frozen=True)
class Problems:
    """How often each reason or doubt occurs, by source, table and column; by province too where asked."""

    severity: str = ""
    batch: date | None = None
    source: str = ""
    by_province: bool = False

    def listing(self, connection: Connection, day: date) -> Listing:
        keys = (p.severity, p.source, p.table, p.field, p.problem, *((p.province_code,) if self.by_province else ()))
        asked = only(
            severity=(p.severity, self.severity), batch=(p.batch_on, self.batch), source=(p.source, self.source)
        )
        rows = connection.execute(
            select(*keys, func.count())
            .where(*asked)
            .group_by(*keys)
            .order_by(*(key.asc().nulls_last() for key in keys))
        )
        heads = (shown(c, codes=PROBLEM if c is p.problem else None) for c in keys)
        return complete((*heads, number("rows", Text("Times", lo="ຈຳນວນຄັ້ງ"))), rows)


@dataclass(frozen=True)
class RejectedRows:
    """Rejected rows, whole, each with all its reasons as (column, problem, what was delivered); latest batch first."""

    source: str = ""
    table: str = ""
    problem: str = ""
    batch: date | None = None
    province: str = ""
    limit: int | None = 50
    offset: int = 0

    def listing(self, connection: Connection, day: date) -> Listing:
        asked = only(batch=(x.batch_on, self.batch), source=(x.source, self.source), table=(x.table, self.table))
        asked += self.with_reason()
        total = connection.execute(select(func.count()).select_from(audit_rejected).where(*asked)).scalar_one()
        order = (x.batch_on.desc(), x.source, x.table, x.file, x.line)
        chosen = select(*(x[name] for name in ROW_KEY), x.row).where(*asked).order_by(*order)
        rows = connection.execute(chosen.limit(self.limit).offset(self.offset)).all()
        reasons = reasons_of(connection, [tuple(row[:5]) for row in rows])
        shown_rows = tuple((*row, reasons.get(tuple(row[:5]), ())) for row in rows)
        heads = (shown(x.batch_on, "batch"), *(shown(x[name]) for name in (*ROW_KEY[1:], "row")))
        reason = ListColumn("reasons", p.problem.info["title"], "reasons", codes=PROBLEM)
        return Listing((*heads, reason), shown_rows, total, self.limit, self.offset)

    def with_reason(self) -> list[ColumnElement[bool]]:
        """Rows that have the reason, or the province, that is asked for."""
        asked = only(problem=(p.problem, self.problem), province=(p.province_code, self.province))
        if not asked:
            return []
        same = [p[name] == x[name] for name in ROW_KEY]
        return [select(p.line).where(*same, p.severity == "rejected", *asked).correlate(audit_rejected).exists()]


Reasons = tuple[tuple[str, str, str], ...]


def reasons_of(connection: Connection, keys: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, ...], Reasons]:
    wanted = list(keys)
    if not wanted:
        return {}
    where = (tuple_(*(p[name] for name in ROW_KEY)).in_(wanted), p.severity == "rejected")
    columns = (*(p[name] for name in ROW_KEY), p.field, p.problem, p.value)
    found: dict[tuple[Any, ...], Reasons] = {}
    for *key, field, problem, value in connection.execute(select(*columns).where(*where).order_by(p.field, p.problem)):
        found[tuple(key)] = (*found.get(tuple(key), ()), (field, problem, value))
    return found


def cells(row: str) -> dict[str, Any]:
    """The delivered cells of a rejected row by column."""
    read = json.loads(row)
    return read if isinstance(read, dict) else {"": read}


@dataclass(frozen=True)
class LateData:
    """Provinces whose latest rows came in an earlier batch than the other provinces' did."""

    tables: tuple[tuple[str, str], ...] = (("inspections", "orders"), ("lsso", "contributions"))

    def listing(self, connection: Connection, day: date) -> Listing:
        batches = connection.execute(select(b.batch_on)).scalars().all()
        columns = (fresh.source, fresh.table, fresh.province_code, fresh.batch_on)
        wanted = tuple_(fresh.source, fresh.table).in_(self.tables)
        rows = connection.execute(
            select(*columns).where(wanted, fresh.province_code.is_not(None)).order_by(*columns)
        ).all()
        newest: dict[tuple[str, str], date] = {}
        for source, table, _, batch in rows:
            newest[source, table] = max(batch, newest.get((source, table), batch))
        late = [
            (*row, latest, sum(row[3] < other <= latest for other in batches), (latest - row[3]).days)
            for row in rows
            if (latest := newest[row[0], row[1]]) > row[3]
        ]
        heads = (*(shown(c) for c in columns[:3]), shown(fresh.batch_on, "batch"), LATEST, BEHIND, DAYS_BEHIND)
        return complete(heads, late)


LATEST = ListColumn("latest", Text("Latest batch of any province", lo="ຊຸດຂໍ້ມູນຫຼ້າສຸດຂອງແຂວງອື່ນ"), "date")
BEHIND = number("batches_behind", Text("Batches behind", lo="ຈຳນວນຊຸດທີ່ຊ້າ"))
DAYS_BEHIND = number("days_behind", Text("Days behind", lo="ຈຳນວນມື້ທີ່ຊ້າ"))
