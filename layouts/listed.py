"""Blocks of one listing: a block with one request, whose rows are its table, and are drawn as that table unless it says how else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from layouts.blocks import Answers, Ask, Block, Table, empty, listing
from layouts.rows import grid
from layouts.view import View
from warehouse.records import Listing


@dataclass(frozen=True)
class OneListing(Block):
    """`ask` says what is asked for; `link` leads down from a row."""

    def ask(self, view: View) -> Any:
        raise NotImplementedError

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return ""

    def rows(self, answer: Listing) -> tuple[tuple[Any, ...], ...]:
        return answer.rows

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (self.ask(view),)

    def answer(self, answers: Answers, view: View) -> Listing:
        return listing(answers, self.ask(view))

    def table(self, answers: Answers, view: View) -> Table:
        answer = self.answer(answers, view)
        rows = self.rows(answer)
        return Table(answer.columns, rows, tuple(self.link(row, view) for row in rows))


@dataclass(frozen=True)
class Listed(OneListing):
    """Drawn as its table."""

    has_figure: ClassVar[bool] = False

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        return grid(table, view, self.heading(view)) if table.rows else empty(view)
