"""From a delivered file to raw rows: every cell as the text it was, with its line, kept as Parquet for good."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.batches import BLOCK, Batch, Delivered
from etl.errors import BatchError
from etl.parse import name, quoted
from etl.workbook_reader import rows as workbook_rows

LINE, PROBLEM, WHOLE = "_line", "_problem", "_whole"
CHUNK = 50_000
ROW_GROUP = 122_880


@dataclass(frozen=True)
class Raw:
    """Raw rows in Parquet: which columns of the contract they have, which of the file's it does not know, how many rows."""

    path: Path
    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    read: int


def extract(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> Raw:
    """Write the rows of `item` to `target`; BatchError where the file cannot be read or lacks a column that is needed."""
    if item.sheet is not None:
        lines = workbook_rows(batch, item.path, item.sheet)
        header = next(lines, (1, []))[1]
        columns = checked_header(batch, item, header)
        write_rows(columns, ((line, fitted(cells, len(header)), None) for line, cells in lines), target)
    elif item.path.name.endswith(".parquet"):
        columns = copy_parquet(db, batch, item, target)
    else:
        columns = copy_csv(db, batch, item, target)
    known = tuple(column for column in columns if item.table.has(column))
    read = db.execute(f"select count(*) from {scanned(target)}").fetchone()
    assert read is not None
    return Raw(target, known, tuple(column for column in columns if column not in known), read[0])


def scanned(path: Path) -> str:
    return f"read_parquet({quoted(str(path))}, file_row_number = true)"


def line_expression(columns: set[str]) -> str:
    """The SQL of a raw row's line: written where lines and rows part, else counted from the header."""
    return LINE if LINE in columns else "cast(file_row_number + 2 as integer)"


def checked_header(batch: Batch, item: Delivered, header: list[str]) -> list[str]:
    """Column names trimmed and in lower case; BatchError names what is missing or stands twice."""
    columns = [column.strip("\ufeff \t\r\n").lower() for column in header]
    where = batch.file_name(item.path) + (f", sheet {item.sheet}" if item.sheet else "")
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        raise BatchError(f"{where}: column {', '.join(twice)} stands twice in the header; keep one")
    missing = [field.name for field in item.table.fields if field.needed and field.name not in columns]
    if missing:
        raise BatchError(
            f"{where}: column {', '.join(missing)} is missing. The header reads: {', '.join(columns)[:300]}. "
            f"Add the column; the contract of {item.name} asks for it"
        )
    return [column or f"column_{number}" for number, column in enumerate(columns, start=1)]


def copy_parquet(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> list[str]:
    try:
        described = db.execute(f"describe select * from read_parquet({quoted(str(item.path))})").fetchall()
    except duckdb.Error as error:
        raise unreadable(batch, item.path, error) from error
    columns = checked_header(batch, item, [row[0] for row in described])
    texts = [
        f"{as_text(name(row[0]), row[1])} as {name(column)}" for row, column in zip(described, columns, strict=True)
    ]
    write(db, f"select {', '.join(texts)} from read_parquet({quoted(str(item.path))})", target, batch, item)
    return columns


def as_text(column: str, type_: str) -> str:
    """A number that a spreadsheet or frame made a float is still the whole number it was."""
    if type_.startswith(("DOUBLE", "FLOAT", "DECIMAL")):
        return f"case when {column} = trunc({column}) then cast(cast({column} as hugeint) as varchar) else cast({column} as varchar) end"
    return f"cast({column} as varchar)"


def opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def copy_csv(db: duckdb.DuckDBPyConnection, batch: Batch, item: Delivered, target: Path) -> list[str]:
    """At DuckDB's speed where each line is a row of the header's width, else row by row."""
    header, mark = first_line(batch, item.path)
    columns = checked_header(batch, item, header)
    types = ", ".join(f"{quoted(column)}: 'VARCHAR'" for column in columns)
    reader = (
        f"read_csv({quoted(str(item.path))}, columns = {{{types}}}, skip = 1, header = false, auto_detect = false, "
        f"delim = {quoted(mark)}, quote = '\"', escape = '\"', max_line_size = 10000000)"
    )
    try:
        write(db, f"select * from {reader}", target, batch, item)
        rows = pq.ParquetFile(target).metadata.num_rows
    except duckdb.InvalidInputException:
        rows = -1
    if rows != lines_after_header(item.path):
        write_rows(columns, careful_rows(item.path, mark, len(columns)), target)
    return columns


def first_line(batch: Batch, path: Path) -> tuple[list[str], str]:
    """The header's cells and the mark between them."""
    try:
        with opened(path) as file:
            line = file.readline(1 << 20)
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise BatchError(f"{batch.file_name(path)}: not UTF-8 text; save it as “CSV UTF-8”") from error
    except (OSError, EOFError) as error:
        raise unreadable(batch, path, error) from error
    mark = max((",", ";", "\t"), key=text.count)
    return next(csv.reader([text], delimiter=mark), []), mark


def lines_after_header(path: Path) -> int:
    """Physical lines but the first; a last line without an end counts."""
    lines, last = 0, b"\n"
    with opened(path) as file:
        while block := file.read(BLOCK):
            lines += block.count(b"\n")
            last = block[-1:]
    return lines - 1 + (last != b"\n")


def careful_rows(path: Path, mark: str, width: int) -> Iterator[tuple[int, list[str], str | None]]:
    """(line at which the row begins, cells, what is wrong with the row as a whole)."""
    with opened(path) as binary:
        texts = (line.decode("utf-8-sig" if n == 0 else "utf-8", "surrogateescape") for n, line in enumerate(binary))
        reader = csv.reader(texts, delimiter=mark)
        next(reader)
        begins = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield begins, *judged(cells, width)
            begins = reader.line_num + 1


def judged(cells: list[str], width: int) -> tuple[list[str], str | None]:
    if any(not cell.isascii() and any("\udc80" <= letter <= "\udcff" for letter in cell) for cell in cells):
        return [
            cell.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") for cell in cells
        ], "not_utf8"
    return cells, None if len(cells) == width else "malformed_row"


def fitted(cells: list[str], width: int) -> list[str]:
    """A sheet's rows end with their last filled cell: as many cells as the header has."""
    return (cells + [""] * width)[: max(width, len(cells) if any(cells[width:]) else width)]


def write_rows(columns: list[str], rows: Iterator[tuple[int, list[str], str | None]], target: Path) -> None:
    schema = pa.schema(
        [(LINE, pa.int32()), (PROBLEM, pa.string()), (WHOLE, pa.string()), *((c, pa.string()) for c in columns)]
    )
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        chunk: list[tuple[int, list[str], str | None]] = []
        for row in rows:
            chunk.append(row)
            if len(chunk) == CHUNK:
                writer.write_table(as_table(chunk, columns, schema))
                chunk = []
        writer.write_table(as_table(chunk, columns, schema))


def as_table(chunk: list[tuple[int, list[str], str | None]], columns: list[str], schema: pa.Schema) -> pa.Table:
    problems = [p or (None if len(cells) == len(columns) else "malformed_row") for _, cells, p in chunk]
    wholes = [
        json.dumps(cells, ensure_ascii=False) if p else None for (_, cells, _), p in zip(chunk, problems, strict=True)
    ]
    values = [[cells[n] if n < len(cells) else None for _, cells, _ in chunk] for n in range(len(columns))]
    return pa.table([[line for line, _, _ in chunk], problems, wholes, *values], schema=schema)


def write(db: duckdb.DuckDBPyConnection, query: str, target: Path, batch: Batch, item: Delivered) -> None:
    options = f"format parquet, compression zstd, row_group_size {ROW_GROUP}"
    try:
        db.execute(f"copy ({query}) to {quoted(str(target))} ({options})")
    except duckdb.InvalidInputException:
        raise
    except duckdb.IOException as error:
        if "No space left" in str(error):
            raise OSError(28, "No space left on device") from error
        raise unreadable(batch, item.path, error) from error


def unreadable(batch: Batch, path: Path, error: Exception) -> BatchError:
    said = str(error).split("\n")[0][:200]
    return BatchError(f"{batch.file_name(path)}: cannot be read ({said}); deliver the file again")
