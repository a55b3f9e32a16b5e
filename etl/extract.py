"""From a delivered file to raw rows: every cell as the text it was, with its line, kept as Parquet for good."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.batches import Batch, Delivered
from etl.csv_rows import LONGEST_CELL, Row, careful_rows, first_line, lines_after_header
from etl.errors import BatchError, reading
from etl.parse import name, quoted
from etl.workbook_reader import rows as workbook_rows

LINE, PROBLEM, WHOLE = "_line", "_problem", "_whole"
RESERVED = {LINE, PROBLEM, WHOLE, "file_row_number"}
CHUNK = 50_000
ROW_GROUP = 122_880
TIME_ZONE = "Asia/Vientiane"


@dataclass(frozen=True)
class Raw:
    """Raw rows in Parquet: which columns of the contract they have, which of the file's it does not know, how many rows."""

    path: Path
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    read: int


def extract(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> Raw:
    """Write the rows of `item` to `target`; BatchError where the file cannot be read or lacks a column that is needed."""
    with reading(batch.file_name(item.path)):
        columns = copied(db, batch, item, target)
    known = tuple(column for column in columns if item.table.has(column))
    read = db.execute(f"select count(*) from {scanned(target)}").fetchone()
    assert read is not None
    return Raw(target, known, tuple(column for column in columns if column not in known), read[0])


def copied(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> list[str]:
    """The names of the columns that were written."""
    if item.sheet is not None:
        lines = workbook_rows(batch, item.path, item.sheet)
        header = next(lines, (1, []))[1]
        columns = checked_header(batch, item, header)
        write_rows(columns, ((line, fitted(cells, len(header)), None) for line, cells in lines), target)
        return columns
    if item.path.name.endswith(".parquet"):
        return (move_raw if item.path in batch.spooled else copy_parquet)(db, batch, item, target)
    return copy_csv(db, batch, item, target)


def scanned(path: Path) -> str:
    return f"read_parquet({quoted(str(path))}, file_row_number = true, hive_partitioning = false)"


def line_expression(columns: set[str]) -> str:
    """The SQL of a raw row's line: written where lines and rows part, else counted from the header."""
    return LINE if LINE in columns else "cast(file_row_number + 2 as integer)"


def checked_header(batch: Batch, item: Delivered, header: list[str]) -> list[str]:
    """Column names trimmed and in lower case; BatchError names what is missing or stands twice."""
    columns = [column.strip("\ufeff \t\r\n").lower() for column in header]
    where = batch.file_name(item.path) + (f", sheet {item.sheet}" if item.sheet else "")
    if not any(columns):
        raise BatchError(f"{where}: there is no header in it; a table without rows has its header still")
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        raise BatchError(f"{where}: column {', '.join(twice)} stands twice in the header; keep one")
    missing = [field.name for field in item.table.fields if field.needed and field.name not in columns]
    if missing:
        raise BatchError(
            f"{where}: column {', '.join(missing)} is missing. The header reads: {', '.join(columns)[:300]}. "
            f"Add the column; the contract of {item.name} asks for it"
        )
    return [
        f"({column or f'column {number}'})" if not column or column in RESERVED else column
        for number, column in enumerate(columns, start=1)
    ]


def move_raw(_: duckdb.DuckDBPyConnection, __: Batch, item: Delivered, target: Path) -> list[str]:
    """A spool file has the form of raw rows already."""
    os.replace(item.path, target)
    return [column for column in pq.read_schema(target).names if column not in RESERVED]


def copy_parquet(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> list[str]:
    file = f"read_parquet({quoted(str(item.path))}, binary_as_string = true, hive_partitioning = false)"
    described = db.execute(f"describe select * from {file}").fetchall()
    columns = checked_header(batch, item, [row[0] for row in described])
    texts = [
        f"{as_text(name(row[0]), row[1])} as {name(column)}" for row, column in zip(described, columns, strict=True)
    ]
    write(db, f"select {', '.join(texts)} from {file}", target)
    return columns


def as_text(column: str, type_: str) -> str:
    """A number that a spreadsheet or frame made a float is still the whole number it was; a moment is the country's.

    A fraction of three digits gets a fourth: `1.125` would read as a thousand kip, thousands being marked by a point too.
    """
    text = f"cast({column} as varchar)"
    if type_ == "TIMESTAMP WITH TIME ZONE":
        return f"cast(timezone('{TIME_ZONE}', {column}) as varchar)"
    if not type_.startswith(("DOUBLE", "FLOAT", "DECIMAL")):
        return text
    whole = f"abs({column}) < 1e18 and {column} = trunc({column})"
    integer = f"cast(cast({column} as bigint) as varchar)"
    fraction = rf"regexp_replace({text}, '(\.\d{{3}})$', '\10')"
    return f"case when isnan(cast({column} as double)) then null when {whole} then {integer} else {fraction} end"


def copy_csv(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> list[str]:
    """At DuckDB's speed where each line is a row of the header's width, else row by row."""
    header, mark = first_line(item.path, batch.file_name(item.path))
    columns = checked_header(batch, item, header)
    types = ", ".join(f"{quoted(column)}: 'VARCHAR'" for column in columns)
    reader = (
        f"read_csv({quoted(str(item.path))}, columns = {{{types}}}, skip = 1, header = false, auto_detect = false, "
        f"delim = {quoted(mark)}, quote = '\"', escape = '\"', max_line_size = {LONGEST_CELL}, hive_partitioning = false)"
    )
    try:
        write(db, f"select * from {reader}", target)
        rows = pq.ParquetFile(target).metadata.num_rows
    except duckdb.InvalidInputException:
        rows = -1
    if rows != lines_after_header(item.path):
        write_rows(columns, careful_rows(item.path, mark, len(columns)), target)
    return columns


def fitted(cells: list[str], width: int) -> list[str]:
    """A sheet's rows end with their last filled cell: as many cells as the header has."""
    return (cells + [""] * width)[: max(width, len(cells) if any(cells[width:]) else width)]


def write_rows(columns: list[str], rows: Iterator[Row], target: Path) -> None:
    schema = pa.schema(
        [(LINE, pa.int32()), (PROBLEM, pa.string()), (WHOLE, pa.string()), *((c, pa.string()) for c in columns)]
    )
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        chunk: list[Row] = []
        for row in rows:
            chunk.append(row)
            if len(chunk) == CHUNK:
                writer.write_table(as_table(chunk, columns, schema))
                chunk = []
        writer.write_table(as_table(chunk, columns, schema))


def as_table(chunk: list[Row], columns: list[str], schema: pa.Schema) -> pa.Table:
    problems = [p or (None if len(cells) == len(columns) else "malformed_row") for _, cells, p in chunk]
    wholes = [
        json.dumps(cells, ensure_ascii=False) if p else None for (_, cells, _), p in zip(chunk, problems, strict=True)
    ]
    values = [[cells[n] if n < len(cells) else None for _, cells, _ in chunk] for n in range(len(columns))]
    return pa.table([[line for line, _, _ in chunk], problems, wholes, *values], schema=schema)


def write(db: duckdb.DuckDBPyConnection, query: str, target: Path) -> None:
    db.execute(
        f"copy ({query}) to {quoted(str(target))} (format parquet, compression zstd, row_group_size {ROW_GROUP})"
    )
