"""More figures of a page, a line each: value, change, target; for numbers that matter less than those on cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
        heads = (words.INDICATOR, words.VALUE, words.CHANGE, words.TARGET)
        kinds = ("", "num", "", "num")
        head = [html.Th(h.in_(view.language), scope="col", className=k) for h, k in zip(heads, kinds, strict=True)]
        body = [html.Tr(self.line(INDICATORS[id_], answers, view)) for id_ in self.indicators]
        table = html.Table([html.Thead(html.Tr(head)), html.Tbody(body)], className="grid figures")
        return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=self.heading(view)))

    def line(self, indicator: Indicator, answers: Answers, view: View) -> list[Any]:
        language = view.language
        name = html.Th(
            [indicator.title.in_(language), html.Span(indicator.means.in_(language), className="means")], scope="row"
        )
        try:
            values = {v.period: v for v in found(answers, self.own(indicator.id, view), view)}
        except NotSliced:
            return [name, html.Td(NOTHING, className="num"), html.Td(words.NOT_SLICED_DO.in_(language), colSpan=2)]
        now = values[view.period.id]
        then = values.get(view.compared.id) if view.compared else None
        aim = target_of(indicator, now)
        shown = indicator.unit.shown(aim, language, short=True) if aim is not None else ""
        return [
            name,
            html.Td(number_of(indicator, now, view), className="num"),
            html.Td(changed(verdict(indicator, now, then, view))),
            html.Td(shown, className="num"),
        ]
