"""The largest debtors, each with all that it owes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from layouts.blocks import Answers, Ask, Block, Table, empty, listing
from layouts.rows import grid
from layouts.tables.records import narrowed
from layouts.view import View
from warehouse.records import TopDebtors

SHOWN = "ss_number name province cases outstanding_lak share oldest_days"


@dataclass(frozen=True)
class Debtors(Block):
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (TopDebtors(view.period, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        shown = narrowed(table, SHOWN.split(), view.language)
        return grid(shown, view, self.heading(view)) if table.rows else empty(view)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)
