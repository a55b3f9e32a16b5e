"""More figures of a page, a line each: value, change, target; for numbers that matter less than those on cards."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria
from layouts.blocks import Answers, found
from layouts.cards import Cards, changed, number_of, verdict
from layouts.change import target_of
from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.query import NotSliced, Question
from warehouse.units import NOTHING


@dataclass(frozen=True)
class Figures(Cards):
    """The same asks as cards, without their course."""

    def own(self, id_: str, view: View) -> Question:
        periods = (view.period,) if view.compared is None else (view.compared, view.period)
        return Question((id_,), periods, where=view.where)

    def draw(self, answers: Answers, view: View) -> Component:
        lines = [self.line(INDICATORS[id_], answers, view) for id_ in self.indicators]
        heads = ((words.INDICATOR, ""), (words.VALUE, "num"), (words.CHANGE, ""), (words.TARGET, "num"))
        shown = heads if any(aim for _, aim in lines) else heads[:-1]
        head = [html.Th(title.in_(view.language), scope="col", className=kind) for title, kind in shown]
        body = [html.Tr([*cells, html.Td(aim, className="num")][: len(shown)]) for cells, aim in lines]
        table = html.Table([html.Thead(html.Tr(head)), html.Tbody(body)], className="grid figures")
        return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=self.heading(view)))

    def line(self, indicator: Indicator, answers: Answers, view: View) -> tuple[list[Component], str]:
        """Name, value and change as cells; and the target, empty where there is none."""
        language = view.language
        means = html.Span(indicator.means.in_(language), className="means")
        name = html.Th([indicator.title.in_(language), means], scope="row")
        try:
            values = {v.period: v for v in found(answers, self.own(indicator.id, view), view)}
        except NotSliced:
            return [name, html.Td(NOTHING, className="num"), html.Td(words.NOT_SLICED_DO.in_(language))], ""
        now = values[view.period.id]
        then = values.get(view.compared.id) if view.compared else None
        aim = target_of(indicator, now)
        value = html.Td(number_of(indicator, now, view), className="num")
        cells = [name, value, html.Td(changed(verdict(indicator, now, then, view)))]
        return cells, "" if aim is None else indicator.unit.shown(aim, language, short=True)
