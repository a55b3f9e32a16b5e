"""The command line's answers on standard output: indicators and accounts, as JSON or CSV, for scripts."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import select

from warehouse.audit import audit_account as a
from warehouse.engines import open_warehouse
from warehouse.indicators import INDICATORS
from warehouse.periods import parse_month, periods
from warehouse.query import By, NotSliced, Question, values

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
    writer.writerows(records)


def kpi(indicators: str, first: str, last: str, grain: str, by: By, format_: str, warehouse: str) -> None:
    """Print a record for each indicator × period × slice."""
    ids = tuple(id_.strip() for id_ in indicators.split(",") if id_.strip())
    unknown = [id_ for id_ in ids if id_ not in INDICATORS]
    if unknown or not ids:
        raise UsageError(f"no such indicator: {', '.join(unknown) or '(none given)'}. Known: {', '.join(INDICATORS)}")
    try:
        start, end = parse_month(first), parse_month(last)
    except ValueError as error:
        raise UsageError(str(error)) from None
    if end < start:
        raise UsageError(f"--to {last} is before --from {first}")
    opened = open_warehouse(warehouse)
    with opened.connect() as connection:
        try:
            found = values(connection, Question(ids, periods(grain, start, end), by))
        except NotSliced as error:
            raise UsageError(str(error)) from None
    printed(KPI_FIELDS, ({field: getattr(value, field) for field in KPI_FIELDS} for value in found), format_)


def batches(format_: str, warehouse: str) -> None:
    """Print a record for each batch × source × table."""
    columns = (a.c.batch_on, a.c.source, a.c.table, a.c.read, a.c.loaded, a.c.superseded, a.c.rejected, a.c.warnings)
    with open_warehouse(warehouse).connect() as connection:
        rows = connection.execute(select(*columns).order_by(a.c.batch_on, a.c.source, a.c.table)).all()
    records = [dict(zip(ACCOUNT_FIELDS, (str(row[0]), *row[1:]), strict=True)) for row in rows]
    if format_ == "text":
        for record in records:
            print("  ".join(f"{record[field]!s:>12}" for field in ACCOUNT_FIELDS))
        return
    printed(ACCOUNT_FIELDS, records, format_)
