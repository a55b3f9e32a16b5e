"""Inspections outside their phase, and the units that nobody has inspected yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from layouts.blocks import Answers, Ask, Block, Table, empty, listing
from layouts.rows import grid
from layouts.spoken import place_name
from layouts.view import View
from warehouse.records import NeverInspected, OutsidePhase


@dataclass(frozen=True)
class OutsideTable(Block):
    """By phase of the plan: inspections outside its targets or its method."""

    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (OutsidePhase(None, view.where),)

    def caption(self, view: View) -> str:
        return place_name(view.district or view.province or "all", view.language)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        return grid(table, view, self.heading(view)) if table.rows else empty(view)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        links = tuple(view.link("/inspections", list="outside") + "#records" for _ in answer.rows)
        return Table(answer.columns, answer.rows, links)


@dataclass(frozen=True)
class NeverTable(Block):
    """By province (or district): registered units and those without any inspection so far."""

    has_figure: ClassVar[bool] = False

    def by(self, view: View) -> str:
        return "district" if view.province else "province"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (NeverInspected(self.by(view), view.period, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        return grid(table, view, self.heading(view)) if table.rows else empty(view)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        links = tuple(
            view.link("/inspections", **{self.by(view): row[0]}, list="never") + "#records" for row in answer.rows
        )
        return Table(answer.columns, answer.rows, links)
