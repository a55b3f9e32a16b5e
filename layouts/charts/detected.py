"""What the registers reveal together, rule by rule; and the wage gap, which only a whole year has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dash import html

from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing
from layouts.charts.bars import wrapped
from layouts.charts.trend import Trend
from layouts.rows import grid
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.codes import DETECTION
from warehouse.periods import period_of, shifted
from warehouse.records import Detected
from warehouse.text import Text
from warehouse.units import KIP, grouped

LISTS = {
    "unknown_enterprise": "unknown_enterprises",
    "unknown_payer": "unknown_payers",
    "fewer_workers": "fewer_workers_units",
    "lower_wages": "lower_wages_units",
    "visit_unregistered": "visits_unregistered",
    "split_units": "split_units",
    "stopped": "stopped_units",
    "never_paid": "never_paid_units",
}
AT_STAKE = Text("Contributions at stake in a year", lo="ເງິນສົມທົບທີ່ອາດສູນເສຍຕໍ່ປີ")


@dataclass(frozen=True)
class DetectedRules(Block):
    """Bars of the kip at stake, and beneath them the cases and workers of each rule, which lead to the cases."""

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Detected(view.period, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        if not any(row[1] for row in table.rows):
            return empty(view)
        names = [DETECTION.title_of(row[0]) for row in table.rows]
        text = ", ".join(
            f"{n.in_(view.language)} {grouped(row[1], 0, view.language)}"
            for n, row in zip(names, table.rows, strict=True)
        )
        figure = graph(self.id, bars(table, view), view, f"{AT_STAKE.in_(view.language)}: {text}", 38 * len(names) + 40)
        return [figure, html.Div(grid(table, view, self.heading(view)), className="beneath")]

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        rows = tuple(sorted(answer.rows, key=lambda row: -(row[3] or 0)))
        return Table(answer.columns, rows, tuple(cases(row[0], view) for row in rows))


def cases(rule: str, view: View) -> str:
    return view.link("/compliance", **(view.unlisted | {"list": LISTS[rule]})) + "#records"


def bars(table: Table, view: View) -> Figure:
    p, language = palette(view), view.language
    amounts = [row[3] for row in table.rows]
    names = [wrapped(DETECTION.title_of(row[0]), view) for row in table.rows]
    shown = [KIP.shown(lak, language, short=True) for lak in amounts]
    axis, y = number_axis(amounts, KIP, language), list(range(len(names)))
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [lak or 0 for lak in amounts],
        "y": y,
        "text": shown,
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": p.actual},
        "customdata": list(table.links),
        "hovertext": [
            f"<b>{name.replace('<br>', ' ')}</b><br>{AT_STAKE.in_(language)}: {KIP.shown(lak, language)} {KIP.name.in_(language)}"
            for name, lak in zip(names, amounts, strict=True)
        ],
        "hoverinfo": "text",
    }
    labels = {"tickvals": y, "ticktext": names, "range": [len(y) - 0.4, -0.6], "zeroline": False, "showgrid": False}
    numbers = {**axis, "showgrid": False, "showticklabels": False, "zeroline": True}
    return {
        "data": [trace],
        "layout": layout(view, xaxis=numbers, yaxis=labels, margin={"l": room(names, 230), "r": 70, "t": 6}),
    }


@dataclass(frozen=True)
class Yearly(Trend):
    """A course by years, up to the last that was over: for what is known of whole years only."""

    def by_year(self, view: View) -> View:
        year = period_of("year", view.period.ends_by(view.as_of))
        assert year is not None
        over = shifted(year, -1) if year.partial(view.as_of) else year
        return replace(view, period=over or year, compare="previous")

    def caption(self, view: View) -> str:
        return super().caption(self.by_year(view))

    def asks(self, view: View) -> tuple[Ask, ...]:
        return super().asks(self.by_year(view))

    def draw(self, answers: Answers, view: View) -> Any:
        return super().draw(answers, self.by_year(view))

    def table(self, answers: Answers, view: View) -> Table:
        return super().table(answers, self.by_year(view))
