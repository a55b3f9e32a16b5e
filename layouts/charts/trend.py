"""The course of an indicator over thirteen periods, with its target and the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, extremes, found, graph, indicator_of, number_column
from layouts.cards import records_link
from layouts.change import target_of
from layouts.spoken import period_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import Indicator
from warehouse.periods import Period, year_before
from warehouse.query import Question, Value
from warehouse.records import ListColumn
from warehouse.text import Text


@dataclass(frozen=True)
class Trend(Block):
    """Bars for what adds up, a line for what does not; the last period marked while it is not over."""

    indicator: str = ""
    height: int = 300

    def heading(self, view: View) -> str:
        if self.indicator:
            return self.title.in_(view.language)
        return f"{indicator_of('', view).title.in_(view.language)}: {self.title.in_(view.language).lower()}"

    def caption(self, view: View) -> str:
        shown = view.history
        span = f"{period_name(shown[0], view.language)} – {period_name(shown[-1], view.language)}"
        unit = indicator_of(self.indicator, view).unit.name.in_(view.language)
        return f"{span} · {unit}"

    def question(self, view: View) -> Question:
        before = [year_before(p) for p in view.history] if view.compare == "year_before" else []
        earlier = {p for p in before if p is not None and p.ends_on >= view.first}
        periods = tuple(sorted({*view.history, *earlier}))
        return Question((indicator_of(self.indicator, view).id,), periods, where=view.where)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (self.question(view),)

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        values = {v.period: v for v in found(answers, self.question(view), view)}
        course = [values[p.id] for p in view.history]
        if all(v.value is None or (v.value == 0 and not indicator.is_ratio) for v in course):
            return empty(view, indicator)
        before = [values.get(b.id) if (b := year_before(p)) else None for p in view.history]
        compared = before if view.compare == "year_before" else []
        figure = trend(indicator, view.history, course, compared, view)
        names = [period_name(p, view.language) for p in view.history]
        last = f"{words.LAST.in_(view.language)} {names[-1]} {indicator.unit.shown(course[-1].value, view.language)}"
        return graph(self.id, figure, view, f"{extremes(names, course, indicator, view.language)}, {last}", self.height)

    def table(self, answers: Answers, view: View) -> Table:
        indicator = indicator_of(self.indicator, view)
        values = {v.period: v for v in found(answers, self.question(view), view)}
        columns = [ListColumn("period", words.PERIOD), number_column(indicator)]
        if indicator.is_ratio:
            columns += [
                ListColumn("numerator", Text("Numerator", lo="ຕົວເສດ"), "number"),
                ListColumn("denominator", Text("Denominator", lo="ຕົວສ່ວນ"), "number"),
            ]
        columns.append(number_column(indicator, "target", words.TARGET))
        rows = []
        for period in view.history:
            v = values[period.id]
            parts = (v.numerator, v.denominator) if indicator.is_ratio else ()
            rows.append((period_name(period, view.language), v.value, *parts, target_of(indicator, v)))
        return Table(tuple(columns), tuple(rows))


def trend(
    indicator: Indicator, shown: Sequence[Period], course: list[Value], before: Sequence[Value | None], view: View
) -> Figure:
    unit, language = indicator.unit, view.language
    x = list(range(len(course)))
    as_bars = not indicator.is_ratio and indicator.basis == "flow"
    aims = [target_of(indicator, v) for v in course]
    traces: list[Figure] = []
    if any(v is not None and v.value is not None for v in before):
        traces.append(year_before_trace(x, before, indicator, view))
    traces.append((bars if as_bars else line)(x, course, indicator, view))
    if any(a is not None for a in aims):
        traces.append(target_trace(x, aims, indicator, view, as_bars=as_bars))
    numbers = [v.value for v in course] + [v.value if v else None for v in before] + aims
    axis = number_axis(numbers, unit, language)
    several = len(traces) > 1
    return {
        "data": traces,
        "layout": layout(
            view,
            xaxis={"tickvals": x, "ticktext": ticks(tuple(shown), language), "range": [-0.6, len(x) - 0.4]},
            yaxis=axis,
            annotations=last_label(
                course, aims[-1], unit.shown(course[-1].value, language, short=True), view, as_bars=as_bars
            ),
            meta={"legend": several},
            margin={"l": room(axis["ticktext"]), "t": 24, "r": 12 if as_bars else 64, "b": 46},
        ),
    }


def links(indicator: Indicator, shown: Sequence[Value], view: View) -> list[str]:
    """A click on a period shows its records where there are any, else the page in that period."""
    found = []
    for value in shown:
        period = next(p for p in view.history if p.id == value.period)
        there = records_link(indicator, view)
        url = view.link("", period=period) if there is None else records_link(indicator, replaced(view, period)) or ""
        found.append(url)
    return found


def replaced(view: View, period: Period) -> View:
    from dataclasses import replace

    return replace(view, period=period)


def hover(shown: Sequence[Value], indicator: Indicator, language: str, periods: Sequence[Period]) -> list[str]:
    return [
        f"<b>{period_name(p, language)}</b><br>{indicator.short.in_(language)}: {indicator.unit.shown(v.value, language)}"
        + (f" ({words.PARTIAL.in_(language)})" if v.partial else "")
        for p, v in zip(periods, shown, strict=True)
    ]


def bars(x: list[int], course: list[Value], indicator: Indicator, view: View) -> Figure:
    p = palette(view)
    return {
        "type": "bar",
        "name": indicator.short.in_(view.language),
        "x": x,
        "y": [v.value for v in course],
        "marker": {
            "color": p.actual,
            "opacity": [0.55 if v.partial else 1 for v in course],
            "pattern": {"shape": ["/" if v.partial else "" for v in course], "fillmode": "overlay", "fgcolor": p.paper},
        },
        "customdata": links(indicator, course, view),
        "hovertext": hover(course, indicator, view.language, view.history),
        "hoverinfo": "text",
    }


def line(x: list[int], course: list[Value], indicator: Indicator, view: View) -> Figure:
    p = palette(view)
    open_last = [("circle-open" if v.partial else "circle") for v in course]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "cliponaxis": False,
        "name": indicator.short.in_(view.language),
        "x": x,
        "y": [v.value for v in course],
        "line": {"color": p.actual, "width": 2.5},
        "marker": {"size": 8, "symbol": open_last, "color": p.actual},
        "connectgaps": False,
        "customdata": links(indicator, course, view),
        "hovertext": hover(course, indicator, view.language, view.history),
        "hoverinfo": "text",
    }


def year_before_trace(x: list[int], before: Sequence[Value | None], indicator: Indicator, view: View) -> Figure:
    p = palette(view)
    name = words.YEAR_BEFORE.in_(view.language)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": [v.value if v else None for v in before],
        "line": {"color": p.before, "width": 2.5},
        "hovertext": [f"{name}: {indicator.unit.shown(v.value if v else None, view.language)}" for v in before],
        "hoverinfo": "text",
    }


def target_trace(x: list[int], aims: list[float | None], indicator: Indicator, view: View, *, as_bars: bool) -> Figure:
    p = palette(view)
    name = words.TARGET.in_(view.language)
    common = {
        "type": "scatter",
        "name": name,
        "x": x,
        "y": aims,
        "hovertext": [f"{name}: {indicator.unit.shown(a, view.language)}" for a in aims],
        "hoverinfo": "text",
    }
    if as_bars:
        mark = {"symbol": "line-ew", "size": 20, "line": {"width": 3, "color": p.target}, "color": p.target}
        return {**common, "mode": "markers", "marker": mark}
    return {**common, "mode": "lines", "line": {"color": p.target, "width": 2, "dash": "dash", "shape": "hvh"}}


def last_label(course: list[Value], aim: float | None, text: str, view: View, *, as_bars: bool) -> list[Figure]:
    """The last number beside its mark, so that nobody must read it off the axis."""
    last, p = course[-1], palette(view)
    if last.value is None:
        return []
    mark = f"<br><i>{words.PARTIAL.in_(view.language)}</i>" if last.partial else ""
    label = {
        "x": len(course) - 1,
        "y": last.value,
        "text": f"<b>{text}</b>{mark}",
        "showarrow": False,
        "font": {"size": 13, "color": p.ink},
    }
    if as_bars:
        place = {"y": max(last.value, aim or 0.0), "yanchor": "bottom", "xanchor": "center", "yshift": 3}
        return [{**label, **place, "text": f"<b>{text}</b>"}]
    return [{**label, "xanchor": "left", "xshift": 8, "align": "left"}]
