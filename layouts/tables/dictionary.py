"""Every indicator with its formula, source, unit, slices and SQL: the dictionary on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from dash import html
from dash.development.base_component import Component

from layouts.blocks import Answers, Ask, Block, Table, slice_title
from layouts.view import View
from layouts.words import BASIS
from warehouse.dictionary import direction, indicators, sql_of
from warehouse.indicators import INDICATORS, Indicator
from warehouse.text import Text

NAMES = {
    "means": Text("Formula", lo="ສູດ"),
    "unit": Text("Unit", lo="ຫົວໜ່ວຍວັດ"),
    "basis": Text("Time", lo="ເວລາ"),
    "good": Text("Good direction", lo="ທິດທາງທີ່ດີ"),
    "slices": Text("Known by", lo="ມີຕາມ"),
    "source": Text("Ground", lo="ພື້ນຖານ"),
    "reads": Text("Computed from", lo="ຄິດໄລ່ຈາກ"),
    "sql": Text("SQL, by province in a month", lo="SQL ຕາມແຂວງ ໃນໜຶ່ງເດືອນ"),
    "none": Text("none", lo="ບໍ່ມີ"),
}


@dataclass(frozen=True)
class DictionaryBlock(Block):
    wide: int = 12
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        return ()

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def draw(self, answers: Answers, view: View) -> Any:
        return html.Div([entry(indicator, view.language) for indicator in INDICATORS.values()], className="dictionary")

    def table(self, answers: Answers, view: View) -> Table:
        answer = indicators()
        return Table(answer.columns, answer.rows)


def entry(indicator: Indicator, language: str) -> Component:
    facts = ", ".join(dict.fromkeys(measure.fact.name for measure in indicator.measures))
    slices = ", ".join(slice_title(s).in_(language) for s in indicator.slices)
    pairs = {
        "means": indicator.means.in_(language),
        "unit": indicator.unit.name.in_(language),
        "basis": BASIS[indicator.basis].in_(language),
        "good": direction(indicator.good).in_(language) or NAMES["none"].in_(language),
        "slices": slices,
        "source": str(indicator.source),
        "reads": facts,
    }
    listed = [html.Div([html.Dt(NAMES[k].in_(language)), html.Dd(v)]) for k, v in pairs.items()]
    sql = [html.Pre(html.Code(text), tabIndex=0) for text in sql_of(indicator.id).values()]
    return html.Details(
        [
            html.Summary([html.Strong(indicator.title.in_(language)), " ", html.Code(indicator.id)]),
            html.Dl(listed),
            html.Details([html.Summary(NAMES["sql"].in_(language)), *sql]),
        ],
        id=f"indicator-{indicator.id}",
    )
