"""What was due and what came in: outlined bars behind filled ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, found, graph, number_column
from layouts.spoken import period_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.query import Question, Value
from warehouse.records import ListColumn
from warehouse.units import KIP, SHARE

ASKED = ("contributions_due_lak", "contributions_paid_lak", "collection_rate")


@dataclass(frozen=True)
class Collected(Block):
    """Thirteen periods of contributions due and paid, with the share collected above."""

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Question(ASKED, view.history, where=view.where),)

    def courses(self, answers: Answers, view: View) -> tuple[list[Value], list[Value], list[Value]]:
        values = found(answers, self.asks(view)[0], view)
        due, paid, rate = ([v for v in values if v.indicator == id_] for id_ in ASKED)
        return due, paid, rate

    def draw(self, answers: Answers, view: View) -> Any:
        due, paid, rate = self.courses(answers, view)
        if not any(v.value for v in due):
            return empty(view, INDICATORS["collection_rate"])
        last = next((v for v in reversed(rate) if v.value is not None), rate[-1])
        text = f"{INDICATORS['collection_rate'].title.in_(view.language)}: {SHARE.shown(last.value, view.language)}"
        return graph(self.id, collected(due, paid, rate, view), view, text, 320)

    def table(self, answers: Answers, view: View) -> Table:
        columns = (ListColumn("period", words.PERIOD), *(number_column(INDICATORS[id_]) for id_ in ASKED))
        rows = zip(view.history, *self.courses(answers, view), strict=True)
        return Table(columns, tuple((period_name(p, view.language), d.value, q.value, r.value) for p, d, q, r in rows))


def collected(due: list[Value], paid: list[Value], rate: list[Value], view: View) -> Figure:
    p, language = palette(view), view.language
    x = list(range(len(due)))
    names = [period_name(q, language) for q in view.history]
    traces = []
    for values, look in (
        (due, {"color": "rgba(0,0,0,0)", "line": {"color": p.target, "width": 1.5}}),
        (paid, {"color": p.actual}),
    ):
        indicator = INDICATORS[values[0].indicator]
        traces.append(
            {
                "type": "bar",
                "name": indicator.title.in_(language),
                "x": x,
                "y": [v.value for v in values],
                "marker": look,
                "customdata": [view.link("/compliance", period=q) for q in view.history],
                "hovertext": [
                    f"<b>{n}</b><br>{indicator.title.in_(language)}: {KIP.shown(v.value, language)} {KIP.name.in_(language)}"
                    for n, v in zip(names, values, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    axis = number_axis([v.value for v in due], KIP, language)
    notes = [
        {
            "x": i,
            "y": d.value or 0,
            "text": SHARE.shown(r.value, language),
            "showarrow": False,
            "yshift": 9,
            "font": {"size": 10.5, "color": p.quiet},
        }
        for i, (d, r) in enumerate(zip(due, rate, strict=True))
        if r.value is not None
    ]
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="overlay",
            xaxis={"tickvals": x, "ticktext": ticks(view.history, language), "range": [-0.6, len(x) - 0.4]},
            yaxis=axis,
            meta={"legend": True},
            annotations=notes,
            margin={"l": room(axis["ticktext"]), "t": 18, "b": 46},
        ),
    }
