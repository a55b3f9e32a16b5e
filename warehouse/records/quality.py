"""What the checks found: the state of each, its counts by batch and province, the doubtful rows, what was forced."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, true

from warehouse.audit import audit_batch, audit_check, audit_doubt, audit_force, audit_problem
from warehouse.checks import CHECK, CHECKS
from warehouse.codes import PROBLEM
from warehouse.records.loads import only
from warehouse.records.model import ListColumn, Listing, complete, containing, number, shown
from warehouse.sources import CONTRACT, Field
from warehouse.text import LANGUAGES, Text
from warehouse.units import grouped

k, d, f, p, b = audit_check.c, audit_doubt.c, audit_force.c, audit_problem.c, audit_batch.c
BATCHES = 13
TIMES = Text("Rows in doubt", lo="ແຖວທີ່ສົງໄສ")
WORDS = {
    "lawful_deadline_on": Text("Deadline by the law's days", lo="ກຳນົດເວລາຕາມກົດໝາຍ"),
    "rows": Text("Rows", lo="ຈຳນວນແຖວ"),
    "rows_before": Text("Rows of the delivery before", lo="ຈຳນວນແຖວຄັ້ງກ່ອນ"),
}
STATES = {
    "holds": Text("holds", lo="ຜ່ານ"),
    "warns": Text("warns", lo="ເຕືອນ"),
    "forced": Text("forced", lo="ບັງຄັບເຜີຍແຜ່"),
    "unknown": Text("not asked yet", lo="ຍັງບໍ່ທັນກວດ"),
}


def last_batches(connection: Connection, limit: int = BATCHES) -> tuple[date, ...]:
    """The latest batches, in order of date."""
    days = connection.execute(select(b.batch_on).order_by(b.batch_on.desc()).limit(limit)).scalars()
    return tuple(sorted(days))


@dataclass(frozen=True)
class CheckStates:
    """Every check as of the last batch: what it says, its state, its count now, and the counts of the last batches.

    `trend` holds (batch, rows) pairs; a check that stops is asked of the whole and has none.
    """

    source: str = ""
    province: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        batches = last_batches(connection)
        asked = only(source=(k.source, self.source), province=(k.province_code, self.province))
        total = func.coalesce(func.sum(k.rows), 0)
        chosen = select(k.check_code, k.batch_on, total).where(or_(k.stops == 1, and_(true(), *asked)))
        found = connection.execute(chosen.group_by(k.check_code, k.batch_on))
        counted = {(check, batch): int(rows) for check, batch, rows in found}
        known = set(connection.execute(select(k.check_code).distinct()).scalars())
        forced = set(connection.execute(select(f.check_code).where(f.batch_on == day)).scalars())
        rows = []
        for check in CHECKS.values():
            now = counted.get((check.id, day), 0)
            trend = () if check.stops else tuple((batch, counted.get((check.id, batch), 0)) for batch in batches)
            state = "unknown" if check.id not in known else "holds"
            if check.stops and now:
                state = "forced" if check.id in forced else "unknown"
            elif now:
                state = "warns"
            rows.append((check.id, check.says, "stops" if check.stops else "warns", state, now, trend))
        return complete(STATE_COLUMNS, rows)


STATE_COLUMNS = (
    ListColumn("check", CHECK.title, "code", codes=CHECK),
    ListColumn("says", Text("What must hold, or is doubted", lo="ສິ່ງທີ່ຕ້ອງຖືກ ຫຼື ສົງໄສ")),
    ListColumn("kind", Text("Kind", lo="ປະເພດ")),
    ListColumn("state", Text("State", lo="ສະຖານະ")),
    number("rows", TIMES),
    ListColumn("trend", Text("By batch", lo="ຕາມຊຸດ"), "trend"),
)


@dataclass(frozen=True)
class DoubtsByPlace:
    """By province (none: not known): rows that the checks doubt, now and as each batch came; and of the last batch, the
    rows that were loaded with a warning and those that were rejected."""

    source: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        batches = last_batches(connection)
        doubted = self.counted(connection, k, (k.province_code, k.batch_on), func.sum(k.rows), k.stops == 0)
        each = select(p.source, p.table, p.file, p.line, p.province_code, p.severity).where(p.batch_on == day)
        lines = each.distinct().subquery("lines").c
        brought = self.counted(connection, lines, (lines.province_code, lines.severity), func.count(), true())
        places = {place for (place, _), rows in (doubted | brought).items() if rows}
        ordered = sorted(places, key=lambda code: (code is None, code or ""))
        return complete(
            PLACE_COLUMNS,
            (
                (
                    place,
                    doubted.get((place, day), 0),
                    brought.get((place, "warning"), 0),
                    brought.get((place, "rejected"), 0),
                    tuple((batch, doubted.get((place, batch), 0)) for batch in batches),
                )
                for place in ordered
            ),
        )

    def counted(
        self, connection: Connection, of: Any, keys: tuple[Any, Any], total: Any, where: Any
    ) -> dict[tuple[str | None, Any], int]:
        """By two keys, of the source asked for."""
        chosen = select(*keys, total).where(where, *only(source=(of.source, self.source))).group_by(*keys)
        return {(place or None, key): int(rows) for place, key, rows in connection.execute(chosen)}


PLACE_COLUMNS = (
    ListColumn("province", Text("Province", lo="ແຂວງ"), "province"),
    number("doubted", Text("In doubt", lo="ສົງໄສ")),
    number("warnings", Text("Last batch: warned", lo="ຊຸດຫຼ້າສຸດ: ເຕືອນ")),
    number("rejected", Text("Last batch: rejected", lo="ຊຸດຫຼ້າສຸດ: ປະຕິເສດ")),
    ListColumn("trend", Text("By batch", lo="ຕາມຊຸດ"), "trend"),
)


@dataclass(frozen=True)
class DoubtfulRows:
    """Rows that a check doubts as of the last batch, with what is doubted in words; latest batch first."""

    check: str = ""
    source: str = ""
    table: str = ""
    province: str = ""
    search: str = ""
    limit: int | None = 50
    offset: int = 0

    def listing(self, connection: Connection, day: date) -> Listing:
        asked = only(check=(d.check_code, self.check), source=(d.source, self.source))
        asked += only(table=(d.table, self.table), province=(d.province_code, self.province))
        asked += containing(self.search, d.key)
        total = connection.execute(select(func.count()).select_from(audit_doubt).where(*asked)).scalar_one()
        columns = (d.check_code, d.key, d.province_code, d.what, d.batch_on, d.source, d.table, d.line)
        order = (d.batch_on.desc(), d.check_code, d.source, d.table, d.key)
        chosen = select(*columns).where(*asked).order_by(*order).limit(self.limit).offset(self.offset)
        heads = (
            shown(d.check_code, "check", codes=CHECK),
            shown(d.key),
            PLACE_COLUMNS[0],
            ListColumn("what", Text("What is doubted", lo="ສິ່ງທີ່ສົງໄສ")),
            shown(d.batch_on, "batch"),
            *(shown(column) for column in (d.source, d.table, d.line)),
        )
        rows = [
            (*row[:3], in_words(row.what, f"{row.source}.{row.table}"), *row[4:]) for row in connection.execute(chosen)
        ]
        return Listing(heads, tuple(rows), total, self.limit, self.offset)


def in_words(what: str, table: str) -> Text:
    """`{"paid_on": "2026-01-02"}` as the contract's titles and values, in both languages."""
    pairs = [(field_of(name, table), value) for name, value in json.loads(what).items() if value is not None]
    english, lao = (
        " · ".join(f"{field.title.in_(lang)}: {said(field, value, lang)}" for field, value in pairs)
        for lang in LANGUAGES
    )
    return Text(english, lo=lao)


def said(field: Field, value: Any, language: str) -> str:
    if field.codes is not None:
        return field.codes.title_of(str(value)).in_(language)
    return grouped(float(value), 0, language) if isinstance(value, int) else str(value)


def field_of(name: str, table: str) -> Field:
    """The field of its own table, else of the first of the same source that has it; else words of ours."""
    source = table.partition(".")[0]
    tables = [CONTRACT.table(table), *(t for s, t in CONTRACT.tables() if s.name == source)]
    found = (t.field(name) for t in tables if t.has(name))
    return next(found, Field(name, WORDS.get(name, Text(name, lo=name))))


@dataclass(frozen=True)
class Forced:
    """Every publication that was forced: when, by whom, why, and what did not hold; the latest first."""

    def listing(self, connection: Connection, day: date) -> Listing:
        columns = (f.forced_at, f.forced_by, f.reason, f.batch_on, f.check_code, f.what)
        rows = connection.execute(select(*columns).order_by(f.forced_at.desc(), f.check_code))
        at = ListColumn("received_at", f.forced_at.info["title"])
        heads = (at, *(shown(c) for c in columns[1:3]), shown(f.batch_on, "batch"))
        return complete((*heads, shown(f.check_code, "check", codes=CHECK), shown(f.what)), rows)


@dataclass(frozen=True)
class WarnedRows:
    """Rows that were loaded with a warning of the contract, each warning by itself; latest batch first."""

    problem: str = ""
    source: str = ""
    table: str = ""
    province: str = ""
    limit: int | None = 50
    offset: int = 0

    def listing(self, connection: Connection, day: date) -> Listing:
        asked = [p.severity == "warning", *only(problem=(p.problem, self.problem), source=(p.source, self.source))]
        asked += only(table=(p.table, self.table), province=(p.province_code, self.province))
        total = connection.execute(select(func.count()).select_from(audit_problem).where(*asked)).scalar_one()
        columns = (p.problem, p.source, p.table, p.field, p.value, p.province_code, p.batch_on, p.file, p.line)
        chosen = select(*columns).where(*asked).order_by(p.batch_on.desc(), p.source, p.table, p.file, p.line, p.field)
        rows = connection.execute(chosen.limit(self.limit).offset(self.offset))
        heads = (
            shown(p.problem, codes=PROBLEM),
            *(shown(c) for c in columns[1:5]),
            PLACE_COLUMNS[0],
            shown(p.batch_on, "batch"),
        )
        kept = tuple(map(tuple, rows))
        return Listing((*heads, shown(p.file), shown(p.line)), kept, total, self.limit, self.offset)
