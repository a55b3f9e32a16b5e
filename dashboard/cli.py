"""The command line's answers on standard output: indicators and accounts, as JSON or CSV, for scripts."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from difflib import get_close_matches
from typing import Any

import orjson
from sqlalchemy import select

from warehouse.audit import audit_account as a
from warehouse.engines import open_warehouse
from warehouse.indicators import INDICATORS
from warehouse.periods import Period, parse_month, periods
from warehouse.query import By, NotSliced, Question, as_of, values
from warehouse.records import Forced

MONTHS = (date(1950, 1, 1), date(2399, 12, 1))
MOST_PERIODS = 1200
KPI_FIELDS = ("indicator", "period", "slice", "value", "numerator", "denominator", "target", "partial")
ACCOUNT_FIELDS = ("batch", "source", "table", "read", "loaded", "superseded", "rejected", "warnings")


class UsageError(ValueError):
    """The words of a command are off; the message says what they may be."""


def printed(fields: Sequence[str], records: Iterable[dict[str, Any]], format_: str) -> None:
    """One JSON array, or CSV with a header."""
    if format_ == "json":
        sys.stdout.buffer.write(orjson.dumps(list(records)) + b"\n")
        sys.stdout.flush()
        return
    writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows({field: plain(value) for field, value in record.items()} for record in records)


def plain(value: Any) -> Any:
    """A flag as JSON writes it."""
    return str(value).lower() if isinstance(value, bool) else value


def kpi(indicators: str, first: str, last: str, grain: str, by: By, format_: str, warehouse: str) -> None:
    """Print a record for each indicator × period × slice."""
    question = Question(known_indicators(indicators), known_periods(grain, first, last), by)
    with closing(open_warehouse(warehouse)) as opened, opened.connect() as connection:
        try:
            found = values(connection, question)
        except NotSliced as error:
            raise UsageError(str(error)) from None
    printed(KPI_FIELDS, ({field: getattr(value, field) for field in KPI_FIELDS} for value in found), format_)


def known_indicators(text: str) -> tuple[str, ...]:
    """Each once, in the order in which they are asked."""
    ids = tuple(dict.fromkeys(id_.strip() for id_ in text.split(",") if id_.strip()))
    unknown = [id_ for id_ in ids if id_ not in INDICATORS]
    near = [name for id_ in unknown for name in get_close_matches(id_, INDICATORS, 1)]
    if unknown or not ids:
        hint = f"Did you mean {', '.join(near)}? " if near else ""
        raise UsageError(
            f"no such indicator: {', '.join(unknown) or '(none given)'}. {hint}Known: {', '.join(INDICATORS)}"
        )
    return ids


def known_periods(grain: str, first: str, last: str) -> tuple[Period, ...]:
    try:
        start, end = parse_month(first), parse_month(last)
    except ValueError as error:
        raise UsageError(str(error)) from None
    if end < start:
        raise UsageError(f"--to {last} is before --from {first}")
    if start < MONTHS[0] or end > MONTHS[1]:
        raise UsageError(f"months from {MONTHS[0]:%Y-%m} to {MONTHS[1]:%Y-%m} can be asked for")
    found = periods(grain, start, end)
    if len(found) > MOST_PERIODS:
        raise UsageError(
            f"{len(found):,} periods are asked for; at most {MOST_PERIODS:,} can be, or take a coarser --grain"
        )
    return found


def batches(format_: str, warehouse: str) -> None:
    """Print a record for each batch × source × table."""
    columns = (a.c.batch_on, a.c.source, a.c.table, a.c.read, a.c.loaded, a.c.superseded, a.c.rejected, a.c.warnings)
    with closing(open_warehouse(warehouse)) as opened, opened.connect() as connection:
        rows = connection.execute(select(*columns).order_by(a.c.batch_on, a.c.source, a.c.table)).all()
        forced = Forced().listing(connection, as_of(connection)).records() if format_ == "text" and rows else []
    records = [dict(zip(ACCOUNT_FIELDS, (str(row[0]), *row[1:]), strict=True)) for row in rows]
    if format_ == "text":
        for line in aligned([ACCOUNT_FIELDS, *(tuple(map(str, record.values())) for record in records)]):
            print(line)
        for each in forced:
            said = f"{each['received_at']} by {each['forced_by']}: {each['reason']} ({each['check']})"
            print(f"published {each['batch']} by force, {said}")
        return
    printed(ACCOUNT_FIELDS, records, format_)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table for the eye: words to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if n < 3 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells)
