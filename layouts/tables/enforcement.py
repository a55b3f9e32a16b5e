"""Tables of what waits: the ladder in numbers, deadlines and owed steps, fines to look at, appeals, overdue findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from dash import html

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, listing, state, whereabouts
from layouts.listed import Listed
from layouts.rows import grid
from layouts.spoken import spoken_day
from layouts.tables.lists import list_kind
from layouts.tables.records import narrowed
from layouts.view import View
from warehouse.records import AppealResults, FineFlags, LadderSteps, Listing, OverdueBy, OwedBy
from warehouse.text import Text
from warehouse.units import grouped

ALL_OF = Text("All {}", lo="ທັງໝົດ {}")
ON = Text("On {} · {}", lo="ໃນວັນທີ {} · {}")
TOP = 8
RARE = ("expired", "pending")


def standing(view: View) -> str:
    """Of what stood on the period's last day, or does on the as-of date."""
    day = spoken_day(view.period.ends_by(view.as_of), view.language)
    return ON.in_(view.language).format(day, whereabouts(view))


@dataclass(frozen=True)
class LadderTable(Listed):
    """Each step: issued, come to its deadline, and what became of those; what runs."""

    def ask(self, view: View) -> Any:
        return LadderSteps(view.period, view.where)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/enforcement", list="ended", step=row[0]) + "#records"

    def rows(self, answer: Listing) -> tuple[tuple[Any, ...], ...]:
        return tuple(row for row in answer.rows if any(row[1:]))

    def draw(self, answers: Answers, view: View) -> Any:
        """Without the outcomes that no measure had."""
        table = self.table(answers, view)
        if not table.rows:
            return empty(view)
        none = {
            i for i, column in enumerate(table.columns) if column.name in RARE and not any(r[i] for r in table.rows)
        }
        at = [i for i in range(len(table.columns)) if i not in none]
        rows = tuple(tuple(row[i] for i in at) for row in table.rows)
        return grid(Table(tuple(table.columns[i] for i in at), rows, table.links), view, self.heading(view))


@dataclass(frozen=True)
class OwedTable(Listed):
    """By province (or district) at the period's end: steps owed, the longest wait, deadlines due soon."""

    def caption(self, view: View) -> str:
        return standing(view)

    def by(self, view: View) -> str:
        return "district" if view.province else "province"

    def ask(self, view: View) -> Any:
        return OwedBy(self.by(view), view.period, view.where)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/enforcement", list="steps_owed", **{self.by(view): row[0] or ""}) + "#records"


@dataclass(frozen=True)
class OverdueTable(Listed):
    """By province (or district) at the period's end: findings open past their deadline."""

    def caption(self, view: View) -> str:
        return standing(view)

    def by(self, view: View) -> str:
        return "district" if view.province else "province"

    def ask(self, view: View) -> Any:
        return OverdueBy(self.by(view), view.period, view.where)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/findings", list="overdue", **{self.by(view): row[0] or ""}) + "#records"


@dataclass(frozen=True)
class FlagTable(Listed):
    """Fines of the period that differ from the law, came after compliance, or are none of their phase."""

    def ask(self, view: View) -> Any:
        return FineFlags(view.period, view.where)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/enforcement", list="flagged", flag=row[0]) + "#records"


@dataclass(frozen=True)
class AppealTable(Listed):
    """Appeals filed in the period by what was decided so far."""

    def ask(self, view: View) -> Any:
        return AppealResults(view.period, view.where)

    def link(self, row: tuple[Any, ...], view: View) -> str:
        if row[0] == "undecided":  # no filter of the list tells these
            return ""
        return view.link("/enforcement", list="appeals_filed", result=row[0]) + "#records"


@dataclass(frozen=True)
class First(Block):
    """The first rows of a list, as it is ordered, and the way to all of them."""

    list: str = ""
    has_figure: ClassVar[bool] = False

    def caption(self, view: View) -> str:
        return standing(view)

    def request(self, view: View, limit: int | None) -> Any:
        return list_kind(self.list).request(view.plain, limit, 0)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (self.request(view, TOP),)

    def whole(self, view: View) -> Any:
        """All rows, for an export."""
        return self.request(view, None)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        if not answer.rows:
            return state("quiet", words.NONE_OF_IT.in_(view.language), "")
        table = narrowed(Table(answer.columns, answer.rows), list_kind(self.list).shown.split(), view.language)
        href = view.link("/enforcement", **view.unlisted | {"list": self.list}) + "#records"
        text = ALL_OF.in_(view.language).format(
            words.ROWS.in_(view.language).format(grouped(answer.total, 0, view.language))
        )
        return [grid(table, view, self.heading(view)), html.P(html.A(text, href=href), className="told")]

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)
