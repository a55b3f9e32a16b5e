"""From an indicator through the star to source columns: its measures as declared, the star as the marts' SQL was traced."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement
from sqlalchemy.sql.visitors import iterate

from warehouse.indicators import INDICATORS, Indicator, Measure
from warehouse.records.model import ListColumn, Listing, complete
from warehouse.sources import CONTRACT
from warehouse.star import STAR
from warehouse.text import Text

COLUMNS = ("fact", "column", "source", "table", "field", "how")
TRACED, DECLARED, MADE, ROWS = "traced", "declared", "made", "rows"
PARTS = {
    "numerator": Text("Numerator", lo="ຕົວຕັ້ງ"),
    "denominator": Text("Denominator", lo="ຕົວຫານ"),
    "plus": Text("Added to the denominator", lo="ບວກໃສ່ຕົວຫານ"),
}
ROLES = {
    "rows": Text("Rows counted", lo="ແຖວທີ່ນັບ"),
    "value": Text("Value", lo="ຄ່າ"),
    "day": Text("Day", lo="ວັນທີ"),
    "condition": Text("Condition", lo="ເງື່ອນໄຂ"),
    "slice": Text("Slice", lo="ມິຕິ"),
}
HOW = {
    TRACED: Text("traced through the SQL", lo="ຕິດຕາມຜ່ານ SQL"),
    DECLARED: Text("by its table only", lo="ຮູ້ພຽງຕາຕະລາງ"),
    MADE: Text("calendar, reference table or constant", lo="ປະຕິທິນ, ຕາຕະລາງອ້າງອີງ ຫຼື ຄ່າຄົງທີ່"),
    ROWS: Text("rows of the table", lo="ແຖວຂອງຕາຕະລາງ"),
}
NOTHING = Text("", lo="")
HEADS = (
    ListColumn("part", Text("Part", lo="ສ່ວນ")),
    ListColumn("role", Text("Used as", lo="ໃຊ້ເປັນ")),
    ListColumn("fact", Text("Fact", lo="ຕາຕະລາງຂໍ້ເທັດຈິງ")),
    ListColumn("column", Text("Column", lo="ຖັນ")),
    ListColumn("column_title", Text("Its meaning", lo="ຄວາມໝາຍ")),
    ListColumn("source", Text("Source table", lo="ຕາຕະລາງຂອງແຫຼ່ງ")),
    ListColumn("field", Text("Source column", lo="ຖັນຂອງແຫຼ່ງ")),
    ListColumn("field_title", Text("Its meaning there", lo="ຄວາມໝາຍຢູ່ແຫຼ່ງ")),
    ListColumn("how", Text("Known by", lo="ຮູ້ໂດຍ")),
)


class Line(NamedTuple):
    """A column of the star (`*`: its rows) and a column of a source that it comes from; empty where it comes from none."""

    fact: str
    column: str
    source: str
    table: str
    field: str
    how: str

    @property
    def full_name(self) -> str:
        return f"{self.source}.{self.table}" if self.source else ""


@cache
def lines() -> dict[tuple[str, str], tuple[Line, ...]]:
    """By fact and column."""
    found: dict[tuple[str, str], list[Line]] = {}
    text = (files("warehouse") / "lineage.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        line = Line(*(row[name] for name in COLUMNS))
        found.setdefault((line.fact, line.column), []).append(line)
    return {key: tuple(each) for key, each in found.items()}


def parts(indicator: Indicator) -> Iterator[tuple[str, Measure]]:
    for name in PARTS:
        measure = getattr(indicator, name)
        if measure is not None:
            yield name, measure


def used(indicator: Indicator, measure: Measure) -> Iterator[tuple[str, str]]:
    """The columns of its fact that a measure uses, by what for; `*` for rows that are only counted."""
    values = list(dict.fromkeys(columns_in(measure.aggregate.build(None))))
    yield from (("value", name) for name in values)
    if not values:
        yield "rows", "*"
    days = (measure.on, measure.snapshot, *(measure.alive or ()))
    yield from (("day", column.name) for column in days if column is not None)
    if measure.where is not None:
        yield from (("condition", name) for name in dict.fromkeys(columns_in(measure.where)))
    for slice_ in indicator.slices:
        column = measure.column(slice_)
        if column is not None:
            yield "slice", column.name


def columns_in(expression: ColumnElement[Any]) -> Iterator[str]:
    return (each.name for each in iterate(expression) if isinstance(each, Column))


def lineage(id_: str) -> Listing:
    """Each part of an indicator, the columns it uses, and the source columns that they come from."""
    indicator = INDICATORS[id_]
    rows = [
        (PARTS[part], ROLES[role], measure.fact.name, *told(line))
        for part, measure in parts(indicator)
        for role, column in used(indicator, measure)
        for line in lines().get((measure.fact.name, column), (Line(measure.fact.name, column, "", "", "", MADE),))
    ]
    return complete(HEADS, dict.fromkeys(rows))


def told(line: Line) -> tuple[Any, ...]:
    fact = STAR.tables[line.fact]
    title: Text = fact.info["title"] if line.column == "*" else fact.c[line.column].info["title"]
    return (line.column, title, line.full_name, line.field, field_title(line), HOW[line.how])


def field_title(line: Line) -> Text:
    """The contract's own title of the column, or of the table where it is the whole."""
    if not line.source:
        return NOTHING
    table = CONTRACT.table(line.full_name)
    return table.field(line.field).title if line.field else table.title
