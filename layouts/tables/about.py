"""What is known about one unit, enterprise or inspection: its facts side by side, its few figures, the rows that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts.blocks import Answers, none
from layouts.listed import Listed
from layouts.rows import cell_text, grid, leading
from layouts.tables.records import narrowed
from layouts.view import View
from warehouse.records import ENTERPRISE, About, FineReckoning, ListColumn, Registered, UnitFigures
from warehouse.units import grouped

BAD = ("unpaid_lak", "debt_lak", "open_findings", "owed")


@dataclass(frozen=True)
class OfOne(Listed):
    """Rows of `part`, of the unit or (`inspection`) of the inspection that the page is about.

    `of_units`: what an enterprise that no unit is linked to cannot have.
    """

    part: str = ""
    inspection: bool = False
    registered: bool = False
    of_units: bool = False

    def ask(self, view: View) -> Any:
        if self.inspection:
            return About(self.part, inspection=view.key)
        return Registered(self.part, view.key) if self.registered else About(self.part, view.key)

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def stands(self, view: View) -> bool:
        return not (self.of_units and view.key.startswith(ENTERPRISE))


@dataclass(frozen=True)
class Facts(OfOne):
    """What is known of each row, as names with values; what is not known is left out."""

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        if not table.rows:
            return none(view)
        return [
            html.Dl([fact(c, v, view) for c, v in zip(table.columns, row, strict=True) if v is not None])
            for row in table.rows
        ]


def fact(column: ListColumn, value: Any, view: View) -> Component:
    text, to = cell_text(column, value, view.language), leading(column, value, view)
    return html.Div([html.Dt(column.title.in_(view.language)), html.Dd(html.A(text, href=to) if to else text)])


@dataclass(frozen=True)
class Rows(OfOne):
    """The rows, with the columns that a screen has room for; all of them in exports."""

    shown: str = ""

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        if not table.rows:
            return none(view)
        return grid(narrowed(table, self.shown.split(), view.language), view, self.heading(view))


@dataclass(frozen=True)
class Reckoning(OfOne):
    """Each fine with the article of the law and how it computes the amount."""

    def ask(self, view: View) -> Any:
        return FineReckoning(inspection=view.key) if self.inspection else FineReckoning(view.key)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        return grid(table, view, self.heading(view)) if table.rows else none(view)


@dataclass(frozen=True)
class Glance(Listed):
    """The few numbers that matter about a unit; what is owed or open stands out when there is any."""

    def ask(self, view: View) -> Any:
        return UnitFigures(view.key)

    def caption(self, view: View) -> str:
        return ""

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        kept = 3 if view.key.startswith(ENTERPRISE) else 0  # an enterprise declares nothing to the LSSO
        pairs = list(zip(table.columns, table.rows[0], strict=True))[kept:]
        return html.Dl([figure(column, value, view) for column, value in pairs], className="glance")


def figure(column: ListColumn, value: Any, view: View) -> Component:
    language = view.language
    whole = cell_text(column, value, language) or grouped(0, 0, language)
    short = column.unit.shown(value, language, short=True) if column.unit is not None else whole
    look = "figure bad" if column.name in BAD and value else "figure"
    return html.Div([html.Dt(column.title.in_(language)), html.Dd(short, title=whole)], className=look)
