"""Rules are expressions over columns: here they are worked out over the rows of a small table, in a database in memory.

    base_lak | months | fine_lak
    1000000  | 3      | 180000

A column is of days when its name ends in `_on`, else of whole numbers, of yes and no, or of text, as all of its cells are;
an empty cell is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, Connection, Date, Integer, String, create_engine, select

from etl.rules.lookup import lookup

ANSWERS = {"yes": True, "no": False}


@cache
def memory() -> Connection:
    return create_engine("duckdb://").connect()


class Given:
    """Rows as a relation; `c` are its columns."""

    def __init__(self, columns: dict[str, Any], rows: Sequence[Sequence[Any]]) -> None:
        self.rows = [dict(zip(columns, row, strict=True)) for row in rows]
        numbered = [(number, *row) for number, row in enumerate(rows)]
        self.table = lookup("given", {"number": Integer} | columns, numbered)
        self.c = self.table.c

    def __getitem__(self, column: str) -> list[Any]:
        """What the table says in a column: the answers that are expected."""
        return [row[column] for row in self.rows]

    def answers(self, *expressions: ColumnElement[Any], source: Any = None) -> list[Any]:
        """The expression's value in each row, in order; of several, a tuple. `source` joins other relations to the table."""
        chosen = select(*expressions).select_from(self.table if source is None else source).order_by(self.c.number)
        found = [tuple(row) for row in memory().execute(chosen)]
        return found if len(expressions) > 1 else [row[0] for row in found]


def given(text: str) -> Given:
    names, *lines = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    cells = {name: [line[place] for line in lines] for place, name in enumerate(names)}
    types = {name: type_of(name, column) for name, column in cells.items()}
    read = [[value_of(types[name], column[row]) for name, column in cells.items()] for row in range(len(lines))]
    return Given(types, read)


def type_of(name: str, cells: list[str]) -> Any:
    if name.endswith("_on"):
        return Date
    stated = [cell for cell in cells if cell]
    if stated and all(cell in ANSWERS for cell in stated):
        return Boolean
    return BigInteger if all(cell.lstrip("-").isdecimal() for cell in stated) else String


def value_of(type_: Any, cell: str) -> Any:
    if not cell:
        return None
    read: dict[Any, Callable[[str], Any]] = {Date: date.fromisoformat, BigInteger: int, Boolean: ANSWERS.__getitem__}
    return read.get(type_, str)(cell)
