"""The administrative steps of orders: how many reach each, and how long the way and the backlog are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing
from layouts.listed import Listed
from layouts.rows import grid
from layouts.theme import Figure, layout, palette, room
from layouts.view import View
from warehouse.codes import STAGE
from warehouse.records import Funnel, Stages
from warehouse.units import grouped

LEAST = 0.005  # the least share that does not round to nothing


@dataclass(frozen=True)
class StepsFunnel(Block):
    """Of the orders given in the period: how many have reached each step by now."""

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Funnel(view.period, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        counts = answer.column("orders")
        if not counts or not counts[0]:
            return empty(view)
        names = [STAGE.title_of(code).in_(view.language) for code in answer.column("stage")]
        text = ", ".join(f"{n} {grouped(c, 0, view.language)}" for n, c in zip(names, counts, strict=True))
        codes = answer.column("stage")
        links = [view.link("/inspections", list="open", stage=code) + "#records" for code in codes]
        return graph(self.id, funnel(names, counts, links, view), view, text, 30 * len(names) + 24)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)


def funnel(names: list[str], counts: list[int], links: list[str], view: View) -> Figure:
    """Bars from the first to the last, each with its number and its share of the first."""
    p, language = palette(view), view.language
    first = counts[0]
    parts = [f"{c / first:.0%}" if not c or c / first >= LEAST else "< 1%" for c in counts]
    shown = [f"<b>{grouped(c, 0, language)}</b>  {part}" for c, part in zip(counts, parts, strict=True)]
    y = list(range(len(names)))
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": y,
        "text": shown,
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": p.actual},
        "customdata": links,
        "hovertext": [f"{n}: {s}" for n, s in zip(names, shown, strict=True)],
        "hoverinfo": "text",
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            margin={"l": room(names), "r": 90},
            xaxis={"range": [0, first * 1.02], "showticklabels": False, "zeroline": True},
            yaxis={
                "tickvals": y,
                "ticktext": names,
                "range": [len(y) - 0.4, -0.6],
                "zeroline": False,
                "showgrid": False,
            },
        ),
    }


@dataclass(frozen=True)
class StepsTable(Listed):
    """Median days to each step, and the orders that stand there now with their age."""

    def ask(self, view: View) -> Any:
        return Stages(view.period, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        if not any(row[1] or row[3] for row in table.rows):
            return empty(view)
        return grid(table, view, self.heading(view))

    def link(self, row: tuple[Any, ...], view: View) -> str:
        return view.link("/inspections", list="open", stage=row[0]) + "#records"
