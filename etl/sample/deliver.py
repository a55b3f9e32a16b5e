"""From clean rows to the files of a batch, with the dirt that real extracts have in small, fixed shares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv

from etl.sample.broken import DOUBTED, REJECTED, dangling, missing_key, spoil
from etl.sample.contributions import blocks, seen_on
from etl.sample.dirt import oddly_written, plain, written
from etl.sample.files import csv_bytes, write_csv, write_parquet, write_workbook
from etl.sample.records import Row
from etl.sample.scale import BATCHES
from etl.sample.world import World
from warehouse.sources import full_name
from warehouse.sources.contract import Field, Kind, Source, Table

ODD_ROWS, BROKEN_ROWS, DOUBTED_ROWS, REPEATED_ROWS = 0.06, 0.002, 0.002, 0.002
TIDY = "planning.targets"
PARQUET, PACKED, WORKBOOK = "enterprise_register.enterprises", "tax.payroll", "helpdesk.tickets"
WITH_BOM = {"lsso.labour_units", "inspections.findings", "inspections.measures", "planning.targets"}
WITH_CRLF = {"inspections.orders", "inspections.findings", "complaints.complaints"}
DELIVERED_EMPTY = ("training.attendances", BATCHES[1])
REORDERED = ("inspections.orders", BATCHES[3])
SURPLUS_COLUMN = ("labour_inspection.visits", BATCHES[2])
SURPLUS_CELL, NOT_UTF8 = ("complaints.complaints", BATCHES[0]), ("labour_inspection.visits", BATCHES[0])


def deliver(directory: Path, source: Source, table: Table, rows: dict[date, list[Row]], number: int, seed: int) -> None:
    for turn, (day, delivered) in enumerate(rows.items()):
        name, rng = full_name(source, table), np.random.default_rng([seed, 200, number, turn])
        path = directory / day.isoformat() / source.name / table.name
        if not delivered and turn and (name, day) != DELIVERED_EMPTY:
            continue
        if name == PARQUET:
            write_parquet(path.with_suffix(".parquet"), table, damaged(delivered, table, rng))
        elif name == WORKBOOK:
            cells = [[f.name for f in table.fields], *as_cells(delivered, table, day, number, rng)]
            write_workbook(path.parent.with_suffix(".xlsx"), {table.name: cells})
        else:
            write_lines(path, name, table, day, soiled(delivered, table, day, number, rng, tidy=name == TIDY))


def write_lines(path: Path, name: str, table: Table, day: date, lines: list[list[str]]) -> None:
    header, tail = [field.name for field in table.fields], b""
    crlf = name in WITH_CRLF
    if (name, day) == SURPLUS_CELL:
        tail = csv_bytes([["X-SURPLUS", *lines[-1][1:], "one cell", "too many"]], crlf=crlf)
    if (name, day) == NOT_UTF8:
        tail = csv_bytes([["X-LATIN1", "", "Caf\u00e9 Latin", *lines[-1][3:]]]).replace("\u00e9".encode(), b"\xe9")
    if (name, day) == REORDERED:
        status = header.index("status")
        header, *lines = [[*line[:status], *line[status + 1 :], line[status]] for line in (header, *lines)]
    if (name, day) == SURPLUS_COLUMN:
        header, lines = [*header, "remarks"], [[*line, "ok"] for line in lines]
    suffix = ".csv.gz" if name == PACKED else ".csv"
    write_csv(path.with_name(path.name + suffix), header, lines, bom=name in WITH_BOM, crlf=crlf, tail=tail)


def soiled(
    rows: list[Row], table: Table, day: date, number: int, rng: np.random.Generator, *, tidy: bool = False
) -> list[list[str]]:
    """All rows as text: some oddly spelt, some repeated, some in doubt, and a few more that must be rejected."""
    if not rows:
        return []
    odd = rng.random(len(rows)) < (0.004 if tidy else ODD_ROWS)
    lines = [
        oddly_written(row, table, number, rng) if odd[i] else written(row, table, number) for i, row in enumerate(rows)
    ]
    if tidy:
        return [*lines, broken_line(lines[0], table, day, number, rng)]
    if len(lines) > 20:
        for turn in range(max(1, round(DOUBTED_ROWS * len(lines)))):
            spoil(lines[int(rng.random() * len(lines))], table, day, DOUBTED, number + turn, rng)
    wrong = broken_lines(lines, table, day, number, BROKEN_ROWS, rng)
    for k in rng.integers(0, len(rows), max(1, round(REPEATED_ROWS * len(rows)))).tolist() if len(rows) > 20 else ():
        repeat(lines, rows[k], lines[k], table, number)
    for line in wrong:
        lines.insert(int(rng.random() * len(lines)), line)
    return lines


def repeat(lines: list[list[str]], row: Row, line: list[str], table: Table, number: int) -> None:
    """The row once more as it was: with an older time after it, or without a time before it."""
    if table.has("updated_at"):
        older = row | {"updated_at": row["updated_at"] - timedelta(days=41)}
        lines.append(written(older, table, number))
    else:
        lines.insert(lines.index(line), list(line))


def broken_lines(
    lines: list[list[str]], table: Table, day: date, number: int, share: float, rng: np.random.Generator
) -> list[list[str]]:
    """As many as the share asks for, one at least; every table and batch begins its round of faults at another."""
    count, turn = max(1, round(share * len(lines))), number + 3 * day.month
    return [broken_line(lines[int(rng.random() * len(lines))], table, day, turn + k, rng) for k in range(count)]


def broken_line(line: list[str], table: Table, day: date, turn: int, rng: np.random.Generator) -> list[str]:
    """A clone with a key of its own and one fault; where every key refers elsewhere, the fault is in the key."""
    line, key = list(line), free_key(table)
    if key is not None:
        place = table.fields.index(key)
        line[place] = "2001-07" if key.kind is Kind.MONTH else f"X{int(rng.random() * 10**6):06d}"
    spoil(line, table, day, REJECTED if key else (missing_key, dangling), turn, rng)
    return line


def free_key(table: Table) -> Field | None:
    """A key that may hold anything, so that a broken row cannot be mistaken for a good one."""
    return next((f for f in table.keys if not f.references and f.kind in (Kind.IDENTIFIER, Kind.MONTH)), None)


def damaged(rows: list[Row], table: Table, rng: np.random.Generator) -> list[Row]:
    """A typed file can hold less dirt: padded texts, an unknown code, a row without its key, a repeated row."""
    texts = [f.name for f in table.fields if f.kind in (Kind.TEXT, Kind.CODE, Kind.DISTRICT)]
    for row in rows:
        if rng.random() < ODD_ROWS / 2:
            name = texts[int(rng.random() * len(texts))]
            row[name] = f"  {row[name]} "
    key = table.keys[0].name
    some = rows[len(rows) // 2]
    code = next(f.name for f in table.fields if f.kind is Kind.CODE)
    return [some, *rows, some | {key: None}, some | {key: "X000001", code: "unknown_thing"}]


def as_cells(rows: list[Row], table: Table, day: date, number: int, rng: np.random.Generator) -> Iterator[list[Any]]:
    """A workbook's cells: real dates and numbers, here and there a text."""
    for row in rows:
        if rng.random() < ODD_ROWS:
            yield list(oddly_written(row, table, number, rng))
        else:
            yield [row[field.name] for field in table.fields]
    if rows:
        yield from broken_lines([written(row, table, number) for row in rows], table, day, number, BROKEN_ROWS, rng)


def deliver_contributions(directory: Path, source: Source, table: Table, world: World, seed: int) -> dict[date, int]:
    """Block by block into the files of all batches at once; the clean rows in one go, the odd ones by hand."""
    counts = dict.fromkeys(BATCHES, 0)
    header = [field.name for field in table.fields]
    paths = {day: directory / day.isoformat() / source.name / f"{table.name}.csv" for day in BATCHES}
    for path in paths.values():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(csv_bytes([header]))
    for number, part in enumerate(blocks(world.scale, world.units, seed)):
        for turn, day in enumerate(BATCHES):
            rows = seen_on(part, world.units, day, BATCHES[turn - 1] if turn else None)
            if rows.column_names != header:
                raise ValueError(f"contributions: the sample writes {rows.column_names}, the contract wants {header}")
            with paths[day].open("ab") as file:
                for content in contents(rows, table, day, world, np.random.default_rng([seed, 300, number, turn])):
                    file.write(content)
            counts[day] += rows.num_rows
    return counts


def contents(rows: pa.Table, table: Table, day: date, world: World, rng: np.random.Generator) -> Iterator[bytes]:
    if not rows.num_rows:
        return
    odd = rng.random(rows.num_rows) < world.scale.odd_contributions
    doubtful = [oddly_written(row, table, 1, rng) for row in rows.filter(pa.array(odd)).to_pylist()]
    repeated = rows.take(pa.array(rng.integers(0, rows.num_rows, round(rows.num_rows * 0.0005)))).to_pylist()
    yield csv_bytes(
        [[*written(row, table, 2)[:-3], "0", "", ""] for row in repeated]
    )  # as they were before they were paid
    clean = pa.BufferOutputStream()
    pyarrow.csv.write_csv(
        rows.filter(pa.array(~odd)), clean, pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
    )
    yield clean.getvalue().to_pybytes()
    if doubtful:
        share = world.scale.broken_contributions * rows.num_rows
        some = [[plain(v, 1) for v in row.values()] for row in rows.slice(0, 50).to_pylist()]
        wrong = broken_lines(some, table, day, int(rng.integers(0, 8)), share / len(some), rng)
        yield csv_bytes([*doubtful, *wrong])
