"""Two or three shares over thirteen periods in one picture, each named at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, found, graph, number_column
from layouts.charts.trend import hover, links
from layouts.spoken import period_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.query import Question, Value
from warehouse.records import ListColumn


@dataclass(frozen=True)
class Courses(Block):
    """Indicators of one unit, as lines; the first in the quieter colour is what the last is compared with."""

    indicators: tuple[str, ...] = ()
    height: int = 300

    def caption(self, view: View) -> str:
        shown = view.history
        return f"{period_name(shown[0], view.language)} – {period_name(shown[-1], view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Question(self.indicators, view.history, where=view.where),)

    def courses(self, answers: Answers, view: View) -> list[list[Value]]:
        values = found(answers, self.asks(view)[0], view)
        return [[v for v in values if v.indicator == id_] for id_ in self.indicators]

    def draw(self, answers: Answers, view: View) -> Any:
        courses = self.courses(answers, view)
        if not any(v.value is not None for course in courses for v in course):
            return empty(view)
        last = (
            f"{INDICATORS[c[0].indicator].short.in_(view.language)} "
            f"{INDICATORS[c[0].indicator].unit.shown(c[-1].value, view.language)}"
            for c in courses
        )
        text = f"{words.LAST.in_(view.language)} {period_name(view.period, view.language)}: {', '.join(last)}"
        return graph(self.id, lines(courses, view), view, text, self.height)

    def table(self, answers: Answers, view: View) -> Table:
        columns = (ListColumn("period", words.PERIOD), *(number_column(INDICATORS[id_]) for id_ in self.indicators))
        rows = zip(view.history, *self.courses(answers, view), strict=True)
        return Table(columns, tuple((period_name(p, view.language), *(v.value for v in vs)) for p, *vs in rows))


def lines(courses: list[list[Value]], view: View) -> Figure:
    p, language = palette(view), view.language
    x = list(range(len(view.history)))
    unit = INDICATORS[courses[0][0].indicator].unit
    colours = (p.before, p.actual, p.focus)
    traces, notes = [], []
    for course, colour in zip(courses, colours, strict=False):
        indicator = INDICATORS[course[0].indicator]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "cliponaxis": False,
                "name": indicator.title.in_(language),
                "x": x,
                "y": [v.value for v in course],
                "line": {"color": colour, "width": 2.5},
                "marker": {
                    "size": 8,
                    "color": colour,
                    "symbol": ["circle-open" if v.partial else "circle" for v in course],
                },
                "customdata": links(indicator, course, view),
                "hovertext": hover(course, indicator, language, view.history),
                "hoverinfo": "text",
            }
        )
        if course[-1].value is not None:
            text = f"<b>{unit.shown(course[-1].value, language)}</b>"
            place = {"x": x[-1], "y": course[-1].value, "xanchor": "left", "xshift": 8, "showarrow": False}
            notes.append({**place, "text": text, "font": {"size": 13, "color": p.ink}})
    axis = number_axis([v.value for course in courses for v in course], unit, language)
    return {
        "data": traces,
        "layout": layout(
            view,
            meta={"legend": True},
            xaxis={"tickvals": x, "ticktext": ticks(view.history, language), "range": [-0.6, len(x) - 0.4]},
            yaxis=axis,
            annotations=notes,
            margin={"l": room(axis["ticktext"]), "t": 24, "r": 64, "b": 46},
        ),
    }
