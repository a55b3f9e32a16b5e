"""The hand that writes a table of a batch: some rows oddly spelt, some repeated, some in doubt, a few for rejection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from etl.sample.broken import DOUBTED, REJECTED, dangling, missing_key, spoil
from etl.sample.dirt import oddly_written, written
from etl.sample.records import Row
from warehouse.sources.contract import Field, Kind, Table

BROKEN, IN_DOUBT, REPEATED = 0.002, 0.002, 0.002
Lines = list[list[str]]


@dataclass
class Hand:
    """`number` tells tables apart: each has its way to write booleans, and begins its round of faults elsewhere."""

    table: Table
    day: date
    number: int
    odd: float
    rng: np.random.Generator

    def tidy_lines(self, rows: list[Row]) -> Lines:
        """What comes out of an office that takes care: hardly an odd spelling, one row without its key."""
        odd = self.rng.random(len(rows)) < self.odd / 15
        lines = [self.line(row, odd=bool(odd[i])) for i, row in enumerate(rows)]
        return [*lines, self.broken(lines[0], self.number)] if lines else []

    def lines(self, rows: list[Row]) -> Lines:
        if not rows:
            return []
        odd = self.rng.random(len(rows)) < self.odd
        lines = [self.line(row, odd=bool(odd[i])) for i, row in enumerate(rows)]
        wrong = self.broken_lines(lines, BROKEN)
        if len(lines) > 20:
            for turn in range(max(1, round(IN_DOUBT * len(lines)))):
                spoil(lines[self.any_of(lines)], self.table, self.day, DOUBTED, self.number + turn, self.rng)
            for k in self.rng.integers(0, len(rows), max(1, round(REPEATED * len(rows)))).tolist():
                self.repeat(lines, rows[k], lines[k])
        for line in wrong:
            lines.insert(self.any_of(lines), line)
        return lines

    def line(self, row: Row, *, odd: bool) -> list[str]:
        if odd:
            return oddly_written(row, self.table, self.number, self.rng)
        return written(row, self.table, self.number)

    def any_of(self, lines: Lines) -> int:
        return int(self.rng.random() * len(lines))

    def repeat(self, lines: Lines, row: Row, line: list[str]) -> None:
        """The row once more as it was: with an older time after it, or without a time before it."""
        if self.table.has("updated_at"):
            older = row | {"updated_at": row["updated_at"] - timedelta(days=41)}
            lines.append(self.line(older, odd=False))
        else:
            lines.insert(lines.index(line), list(line))

    def broken_lines(self, lines: Lines, share: float) -> Lines:
        """As many as the share asks for, one at least."""
        turn = self.number + 3 * self.day.month
        count = max(1, round(share * len(lines)))
        return [self.broken(lines[self.any_of(lines)], turn + k) for k in range(count)]

    def broken(self, line: list[str], turn: int) -> list[str]:
        """A clone with a key of its own and one fault; where every key refers elsewhere, the fault is in the key."""
        line, key = list(line), free_key(self.table)
        if key is not None:
            fresh = "2001-07" if key.kind is Kind.MONTH else f"X{int(self.rng.random() * 10**6):06d}"
            line[self.table.fields.index(key)] = fresh
        spoil(line, self.table, self.day, REJECTED if key else (missing_key, dangling), turn, self.rng)
        return line

    def typed(self, rows: list[Row]) -> list[Row]:
        """A typed file can hold less dirt: padded texts, an unknown code, a row without its key, a repeated row."""
        texts = [f.name for f in self.table.fields if f.kind in (Kind.TEXT, Kind.CODE, Kind.DISTRICT)]
        for row in rows:
            if self.rng.random() < self.odd / 2:
                filled = [name for name in texts if row[name] is not None]
                name = filled[int(self.rng.random() * len(filled))]
                row[name] = f"  {row[name]} "
        some, key = rows[len(rows) // 2], self.table.keys[0].name
        code = next(f.name for f in self.table.fields if f.kind is Kind.CODE)
        return [some, *rows, some | {key: None}, some | {key: "X000001", code: "unknown_thing"}]

    def cells(self, rows: list[Row]) -> Iterator[list[Any]]:
        """A workbook's: real dates and numbers, here and there a text."""
        for row in rows:
            odd = self.rng.random() < self.odd
            yield list(self.line(row, odd=True)) if odd else [row[field.name] for field in self.table.fields]
        if rows:
            yield from self.broken_lines([self.line(row, odd=False) for row in rows], BROKEN)


def free_key(table: Table) -> Field | None:
    """A key that may hold anything, so that a broken row cannot be mistaken for a good one."""
    return next((f for f in table.keys if not f.references and f.kind in (Kind.IDENTIFIER, Kind.MONTH)), None)
