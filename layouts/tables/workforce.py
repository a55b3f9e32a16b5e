"""The inspectors one by one with all that is known by inspector; who guides trainees; training sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from layouts.blocks import Answers, Ask, Block, Table, empty, found, listing, number_column, scope
from layouts.listed import Listed
from layouts.people import by_inspector, who
from layouts.rows import grid
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.query import NotSliced
from warehouse.records import Guides, ListColumn, OpenLoad, Sessions
from warehouse.text import Text
from warehouse.units import COUNT

BY_ID = Text(
    "inspectors by id: names appear after sign-in to those who may see them",
    lo="ເຈົ້າໜ້າທີ່ຕາມລະຫັດ: ຊື່ຈະສະແດງຫຼັງເຂົ້າລະບົບ ແກ່ຜູ້ທີ່ມີສິດ",
)
OPEN_ORDERS = ListColumn("open_orders", Text("Open orders now", lo="ຄຳສັ່ງທີ່ຍັງເປີດ"), "number", COUNT)
TOLD = (
    "inspections_led",
    "inspections_taken_part",
    "inspections_credit",
    "credit_per_fte_month",
    "hours_direct",
    "hours_indirect",
    "findings",
    "days_to_report",
    "deadlines_expired",
    "training_days",
)


@dataclass(frozen=True)
class InspectorTable(Block):
    """One row an inspector of the place and period; what the kind of unit looked at does not divide has no column."""

    wide: int = 12
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (who(view), OpenLoad(), *(by_inspector(id_, view) for id_ in TOLD))

    def caption(self, view: View) -> str:
        return f"{scope(view)} · {BY_ID.in_(view.language)}"

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        return grid(table, view, self.heading(view), sortable=True) if table.rows else empty(view)

    def table(self, answers: Answers, view: View) -> Table:
        people = listing(answers, self.asks(view)[0])
        load = {row["inspector_id"]: row["open"] for row in listing(answers, self.asks(view)[1]).records()}
        columns: list[ListColumn] = []
        numbers: list[dict[str, float | None]] = []
        for id_ in TOLD:
            try:
                values = found(answers, by_inspector(id_, view), view)
            except NotSliced:
                continue
            short = INDICATORS[id_].short
            columns.append(number_column(INDICATORS[id_], title=short))
            numbers.append({v.slice: v.value for v in values})
        ids = people.column("inspector_id")
        rows = [
            (*row, *(known.get(id_) for known in numbers), load.get(id_, 0))
            for id_, row in zip(ids, people.rows, strict=True)
        ]
        whole = (*people.columns, *columns, OPEN_ORDERS)
        rows = ordered(rows, [column.name for column in whole], view.sort)
        links = tuple(
            view.link("/inspectors", list="inspections_taken_part", q=str(row[0])) + "#records" for row in rows
        )
        return Table(whole, tuple(rows), links)


def ordered(rows: list[tuple[Any, ...]], names: list[str], sort: str) -> list[tuple[Any, ...]]:
    """By the column that the URL names, what is missing last; else as they come."""
    name = sort.removeprefix("-")
    if name not in names:
        return rows
    at = names.index(name)
    known = sorted((row for row in rows if row[at] is not None), key=lambda row: row[at], reverse=sort.startswith("-"))
    return [*known, *(row for row in rows if row[at] is None)]


@dataclass(frozen=True)
class GuidesTable(Listed):
    """Mentors and heads with trainees in their teams."""

    def ask(self, view: View) -> Any:
        return Guides(view.period, view.where)

    def caption(self, view: View) -> str:
        return f"{scope(view)} · {BY_ID.in_(view.language)}"

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/inspectors", list="inspections_taken_part", q=row[0]) + "#records"


@dataclass(frozen=True)
class SessionsTable(Listed):
    """The last twelve training sessions up to the period's end."""

    def ask(self, view: View) -> Any:
        return Sessions(view.period, (("province", (view.province,)),) if view.province else ())
