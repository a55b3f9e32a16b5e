"""Extracts as files: CSV with or without byte-order mark and CRLF, gzip, Parquet, a workbook; always the same bytes."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from etl.sample.records import Row
from warehouse.sources.contract import Kind, Table

CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed date, so that the file does not depend on the clock
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}  # on disk, the time of day gets in
ARROW = {
    Kind.DATE: pa.date32(),
    Kind.INTEGER: pa.int64(),
    Kind.MONEY: pa.int64(),
    Kind.DECIMAL: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
}


def csv_bytes(lines: Iterable[list[str]], *, crlf: bool = False) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n" if crlf else "\n").writerows(lines)
    return text.getvalue().encode()


def write_csv(
    path: Path, header: list[str], lines: Iterable[list[str]], *, bom: bool, crlf: bool, tail: bytes = b""
) -> None:
    """`tail` is what no CSV writer would write."""
    content = (b"\xef\xbb\xbf" if bom else b"") + csv_bytes([header, *lines], crlf=crlf) + tail
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".gz":
        with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
            packed.write(content)
    else:
        path.write_bytes(content)


def write_parquet(path: Path, table: Table, rows: list[Row]) -> None:
    """Typed columns, as a database writes them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = {
        field.name: pa.array([row[field.name] for row in rows], ARROW.get(field.kind, pa.string()))
        for field in table.fields
    }
    pq.write_table(pa.table(columns), path)


def write_workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> None:
    """Real dates and numbers in their cells, texts where a hand wrote texts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        book.set_properties({"created": CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            for r, line in enumerate(lines):
                for c, value in enumerate(line):
                    if isinstance(value, date):
                        sheet.write_datetime(r, c, value, day)
                    elif value is not None:
                        sheet.write(r, c, value)
