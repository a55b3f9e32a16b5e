"""The largest debtors, each with all that it owes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.blocks import Answers, empty
from layouts.listed import Listed
from layouts.rows import grid
from layouts.tables.records import narrowed
from layouts.view import View
from warehouse.records import TopDebtors

SHOWN = "ss_number name province cases outstanding_lak share oldest_days"


@dataclass(frozen=True)
class Debtors(Listed):
    def ask(self, view: View) -> Any:
        return TopDebtors(view.period, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        shown = narrowed(table, SHOWN.split(), view.language)
        return grid(shown, view, self.heading(view)) if table.rows else empty(view)
