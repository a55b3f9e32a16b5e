"""A province's place among the eighteen, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, found, graph, indicator_of, number_column
from layouts.spoken import period_name, province_name, ticks
from layouts.theme import Figure, layout, palette
from layouts.view import View
from warehouse.indicators import Indicator
from warehouse.query import HEADQUARTERS, Question, Value
from warehouse.records import ListColumn
from warehouse.text import Text

AMONG = Text("{} of {}", lo="{} ຈາກ {}")


@dataclass(frozen=True)
class RankCourse(Block):
    """First is best by the indicator's direction; a share to come near to ranks by the distance from it."""

    indicator: str = "compliance_rate"

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)}: {indicator_of(self.indicator, view).short.in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        where = tuple(w for w in view.where if w[0] not in ("province", "district"))
        return (Question((indicator_of(self.indicator, view).id,), view.history, "province", where),)

    def places(self, answers: Answers, view: View) -> list[tuple[int | None, int, float | None]]:
        """Rank, how many are ranked, and the value, in each period."""
        indicator = indicator_of(self.indicator, view)
        values = found(answers, self.asks(view)[0], view)
        return [ranked([v for v in values if v.period == p.id], indicator, view.province) for p in view.history]

    def draw(self, answers: Answers, view: View) -> Any:
        course = self.places(answers, view)
        if all(rank is None for rank, _, _ in course):
            return empty(view, indicator_of(self.indicator, view))
        indicator, language = indicator_of(self.indicator, view), view.language
        shown = [AMONG.in_(language).format(r, n) if r else words.NO_DATA.in_(language) for r, n, _ in course]
        hover = [
            f"<b>{period_name(p, language)}</b><br>{words.RANK.in_(language)} {s}<br>"
            f"{indicator.short.in_(language)}: {indicator.unit.shown(v, language)}"
            for p, s, (_, _, v) in zip(view.history, shown, course, strict=True)
        ]
        text = f"{province_name(view.province, language)}, {words.RANK.in_(language)}: {shown[-1]}"
        return graph(self.id, rank_figure(course, hover, shown[-1], view), view, text, 300)

    def table(self, answers: Answers, view: View) -> Table:
        indicator = indicator_of(self.indicator, view)
        columns = (
            ListColumn("period", words.PERIOD),
            ListColumn("rank", words.RANK, "number"),
            number_column(indicator),
        )
        rows = zip(view.history, self.places(answers, view), strict=True)
        return Table(columns, tuple((period_name(p, view.language), rank, value) for p, (rank, _, value) in rows))


def ranked(values: Sequence[Value], indicator: Indicator, province: str) -> tuple[int | None, int, float | None]:
    known = [v for v in values if v.value is not None and v.slice != HEADQUARTERS]
    own = next((v.value for v in known if v.slice == province), None)
    if own is None:
        return None, len(known), None
    mark = score(indicator, own)
    return 1 + sum(score(indicator, v.value or 0.0) > mark for v in known), len(known), own


def score(indicator: Indicator, value: float) -> float:
    if isinstance(indicator.good, float):
        return -abs(value - indicator.good)
    return -value if indicator.good == "down" else value


def rank_figure(course: list[tuple[int | None, int, float | None]], hover: list[str], last: str, view: View) -> Figure:
    p = palette(view)
    x = list(range(len(course)))
    ranks = [rank for rank, _, _ in course]
    trace = {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": x,
        "y": ranks,
        "text": [str(r) if r else "" for r in ranks],
        "textposition": "top center",
        "line": {"color": p.actual, "width": 2.5},
        "marker": {"size": 9, "color": p.actual},
        "hovertext": hover,
        "hoverinfo": "text",
        "customdata": [view.link(f"/province/{view.province}", period=q) for q in view.history],
        "cliponaxis": False,
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={"tickvals": x, "ticktext": ticks(view.history, view.language), "range": [-0.6, len(x) - 0.4]},
            margin={"l": 32, "b": 46},
            yaxis={"range": [18.8, -0.4], "tickvals": [1, 6, 12, 18], "zeroline": False},
        ),
    }
