"""Rows that the contract rejects, and doubts that it lets through with a warning; one function a kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np

from etl.sample.dirt import slashed
from etl.sample.records import pick
from warehouse.sources.contract import NUMBERS, Field, Kind, Table

Cells = list[str]
Fault = Callable[[Cells, Table, date, np.random.Generator], bool]


def put(cells: Cells, table: Table, fields: Sequence[Field], text: str, rng: np.random.Generator) -> bool:
    """Write a text into one of the fields; False where the table has none of them."""
    if fields:
        cells[table.fields.index(pick(rng, fields))] = text
    return bool(fields)


def missing_key(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    return put(cells, table, table.keys, pick(rng, ("", "  ")), rng)


def missing_required(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    return put(cells, table, [f for f in table.fields if f.required], "", rng)


def unreadable(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    fields = [f for f in table.fields if f.needed and (f.kind in NUMBERS or f.kind in (Kind.DATE, Kind.MONTH))]
    return put(cells, table, fields, pick(rng, ("31/02/2026", "n/a", "?", "ບໍ່ຮູ້")), rng)


def unknown_code(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    fields = [f for f in table.fields if f.needed and f.kind in (Kind.CODE, Kind.PROVINCE, Kind.DISTRICT)]
    return put(cells, table, fields, pick(rng, ("9999", "unknown_thing", "Atlantis")), rng)


def negative(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    return put(cells, table, [f for f in table.fields if f.required and f.kind is Kind.MONEY], "-1500000", rng)


def after_batch(cells: Cells, table: Table, day: date, rng: np.random.Generator) -> bool:
    later = day + timedelta(days=40)
    if any(f.kind is Kind.MONTH for f in table.fields):
        return put(cells, table, [f for f in table.fields if f.kind is Kind.MONTH], f"{later:%Y-%m}", rng)
    return put(cells, table, [f for f in table.fields if f.event and f.kind is Kind.DATE], slashed(later, 543), rng)


def end_before_start(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    return put(cells, table, [table.field(end) for _, end in table.spans], "1999-01-31", rng)


def dangling(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    return put(cells, table, [f for f in table.fields if f.references and f.needed], "GHOST-1", rng)


REJECTED: tuple[Fault, ...] = (
    missing_key, unknown_code, dangling, negative, after_batch, unreadable, missing_required, end_before_start,
)  # fmt: skip


def unreadable_option(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    fields = [f for f in table.fields if not f.needed and (f.kind in NUMBERS or f.kind in (Kind.DATE, Kind.BOOLEAN))]
    return put(cells, table, fields, pick(rng, ("??", "n/a", "-")), rng)


def dangling_option(cells: Cells, table: Table, _: date, rng: np.random.Generator) -> bool:
    return put(cells, table, [f for f in table.fields if f.references and not f.needed], "GHOST-2", rng)


def stages_out_of_order(cells: Cells, table: Table, day: date, rng: np.random.Generator) -> bool:
    """The approval is dated after the report."""
    reported = next((i for i, f in enumerate(table.fields) if f.name == "reported_on"), -1)
    if reported < 0 or not cells[reported]:
        return False
    return put(cells, table, [table.field("approved_on")], slashed(day, 0), rng)


DOUBTED: tuple[Fault, ...] = (unreadable_option, dangling_option, stages_out_of_order)


def spoil(cells: Cells, table: Table, day: date, kinds: tuple[Fault, ...], turn: int, rng: np.random.Generator) -> None:
    """One fault: the first, from the turn's on, that the table can have."""
    for k in range(len(kinds)):
        if kinds[(turn + k) % len(kinds)](cells, table, day, rng):
            return
