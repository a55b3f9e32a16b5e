"""From clean rows to the files of a batch, in all the forms that extracts come in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv

from etl.sample.contributions import blocks, seen_on
from etl.sample.dirt import written
from etl.sample.files import csv_bytes, write_csv, write_parquet, write_workbook
from etl.sample.hand import Hand, Lines
from etl.sample.records import Row
from etl.sample.scale import BATCHES, Scale
from etl.sample.world import World
from warehouse.sources import full_name
from warehouse.sources.contract import Source, Table

TIDY = "planning.targets"
PARQUET, PACKED, WORKBOOK = "enterprise_register.enterprises", "tax.payroll", "helpdesk.tickets"
WITH_BOM = {"lsso.labour_units", "inspections.findings", "inspections.measures", "planning.targets"}
WITH_CRLF = {"inspections.orders", "inspections.findings", "complaints.complaints"}
DELIVERED_EMPTY = ("training.attendances", BATCHES[1])
REORDERED = ("inspections.orders", BATCHES[3])
SURPLUS_COLUMN = ("labour_inspection.visits", BATCHES[2])
SURPLUS_CELL, NOT_UTF8 = ("complaints.complaints", BATCHES[0]), ("labour_inspection.visits", BATCHES[0])
UNPAID = ["0", "", ""]  # the last three cells of a contribution that was not paid yet
FASTEST = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")


def deliver(
    directory: Path, source: Source, table: Table, rows: dict[date, list[Row]], number: int, scale: Scale, seed: int
) -> None:
    """A table into all batches. The first has it even where it is empty; the others do not, but for one."""
    name = full_name(source, table)
    for turn, (day, delivered) in enumerate(rows.items()):
        if not delivered and turn and (name, day) != DELIVERED_EMPTY:
            continue
        hand = Hand(table, day, number, scale.odd, np.random.default_rng([seed, 200, number, turn]))
        path = directory / day.isoformat() / source.name / table.name
        if name == PARQUET:
            write_parquet(path.with_suffix(".parquet"), table, hand.typed(delivered))
        elif name == WORKBOOK:
            cells = [[field.name for field in table.fields], *hand.cells(delivered)]
            write_workbook(path.parent.with_suffix(".xlsx"), {table.name: cells})
        else:
            write_lines(path, name, hand, hand.tidy_lines(delivered) if name == TIDY else hand.lines(delivered))


def write_lines(path: Path, name: str, hand: Hand, lines: Lines) -> None:
    header, tail = [field.name for field in hand.table.fields], b""
    crlf, here = name in WITH_CRLF, (name, hand.day)
    if here == SURPLUS_CELL:
        tail = csv_bytes([["X-SURPLUS", *lines[-1][1:], "one cell", "too many"]], crlf=crlf)
    if here == NOT_UTF8:
        tail = csv_bytes([["X-LATIN1", "", "Café Latin", *lines[-1][3:]]]).replace("é".encode(), b"\xe9")
    if here == REORDERED:
        status = header.index("status")
        header, *lines = [[*line[:status], *line[status + 1 :], line[status]] for line in (header, *lines)]
    if here == SURPLUS_COLUMN:
        header, lines = [*header, "remarks"], [[*line, "ok"] for line in lines]
    suffix = ".csv.gz" if name == PACKED else ".csv"
    write_csv(path.with_name(path.name + suffix), header, lines, bom=name in WITH_BOM, crlf=crlf, tail=tail)


def deliver_contributions(directory: Path, source: Source, table: Table, world: World, seed: int) -> dict[date, int]:
    """Block by block into the files of all batches at once."""
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
            rng = np.random.default_rng([seed, 300, number, turn])
            hand = Hand(table, day, int(rng.integers(0, 8)), world.scale.odd_contributions, rng)
            with paths[day].open("ab") as file:
                file.writelines(contents(rows, hand, world.scale.broken_contributions))
            counts[day] += rows.num_rows
    return counts


def contents(rows: pa.Table, hand: Hand, broken: float) -> Iterator[bytes]:
    """Rows as they were before they were paid, the clean rows in one go, then the odd and the broken ones by hand."""
    if not rows.num_rows:
        return
    rng, table = hand.rng, hand.table
    repeated = rows.take(pa.array(rng.integers(0, rows.num_rows, round(rows.num_rows * 0.0005)))).to_pylist()
    yield csv_bytes([[*written(row, table, 2)[: -len(UNPAID)], *UNPAID] for row in repeated])
    odd = rng.random(rows.num_rows) < hand.odd
    clean = pa.BufferOutputStream()
    pyarrow.csv.write_csv(rows.filter(pa.array(~odd)), clean, FASTEST)
    yield clean.getvalue().to_pybytes()
    yield csv_bytes([hand.line(row, odd=True) for row in rows.filter(pa.array(odd)).to_pylist()])
    some = [hand.line(row, odd=False) for row in rows.slice(0, 50).to_pylist()]
    yield csv_bytes(hand.broken_lines(some, broken * rows.num_rows / len(some)))
