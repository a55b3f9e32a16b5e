"""Who came back and who dropped out: units by their status before and after; and by the year of their registration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing
from layouts.charts.status import Stacked
from layouts.spoken import period_name
from layouts.theme import Figure, layout, palette, room, scale
from layouts.view import View, earlier
from warehouse.codes import JUDGED_STATUSES, UNIT_MONTH_STATUS
from warehouse.records import Cohorts, Listing, Movement
from warehouse.text import Text
from warehouse.units import grouped

NOT_THEN = Text("not registered", lo="ບໍ່ໄດ້ຂຶ້ນທະບຽນ")
BEFORE = Text("before", lo="ກ່ອນ")
AFTER = Text("after", lo="ຫຼັງ")
STAYED = Text("{} of {} units changed status", lo="{} ຈາກ {} ຫົວໜ່ວຍ ປ່ຽນສະຖານະ")


@dataclass(frozen=True)
class MovementGrid(Block):
    """Rows: the status before; columns: the status after; the diagonal stayed."""

    def asks(self, view: View) -> tuple[Ask, ...]:
        before = view.compared or earlier(view.period)
        return () if before is None else (Movement(before, view.period, view.where),)

    def caption(self, view: View) -> str:
        before = view.compared or earlier(view.period)
        names = [period_name(p, view.language) for p in (before, view.period) if p is not None]
        return " → ".join(names)

    def draw(self, answers: Answers, view: View) -> Any:
        if not self.asks(view):
            return empty(view)
        answer = listing(answers, self.asks(view)[0])
        cells = {(row[0], row[1]): row[2] for row in answer.rows}
        if not cells:
            return empty(view)
        moved = sum(n for (a, b), n in cells.items() if a != b)
        total = sum(cells.values())
        language = view.language
        text = STAYED.in_(language).format(grouped(moved, 0, language), grouped(total, 0, language))
        return graph(self.id, movement(cells, view), view, text, 420)

    def table(self, answers: Answers, view: View) -> Table | None:
        if not self.asks(view):
            return None
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)


def movement(cells: dict[tuple[str | None, str | None], int], view: View) -> Figure:
    p, language = palette(view), view.language
    codes: list[str | None] = [*JUDGED_STATUSES, None]
    names = [(UNIT_MONTH_STATUS.title_of(c) if c else NOT_THEN).in_(language) for c in codes]
    z = [[cells.get((a, b), 0) for b in codes] for a in codes]
    coloured = [
        [None if a == b or not n else n for b, n in zip(codes, row, strict=True)]
        for a, row in zip(codes, z, strict=True)
    ]
    hover = [
        [f"{x} → {y}: <b>{grouped(n, 0, language)}</b>" for y, n in zip(names, row, strict=True)]
        for x, row in zip(names, z, strict=True)
    ]
    top = max((n for row in coloured for n in row if n), default=1)
    notes = [
        {
            "x": j,
            "y": i,
            "text": grouped(n, 0, language),
            "showarrow": False,
            "font": {"size": 12, "color": p.quiet if i == j else text_on(n / top, view)},
        }
        for i, row in enumerate(z)
        for j, n in enumerate(row)
        if n
    ]
    at = list(range(len(codes)))
    trace = {
        "type": "heatmap",
        "z": coloured,
        "x": at,
        "y": at,
        "hovertext": hover,
        "hoverinfo": "text",
        "colorscale": scale(p.rising),
        "zmin": 0,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={
                "tickvals": at,
                "ticktext": [n.replace(" ", "<br>", 1) for n in names],
                "side": "top",
                "title": {"text": AFTER.in_(language), "standoff": 4},
                "tickangle": 0,
                "tickfont": {"size": 11},
            },
            yaxis={
                "tickvals": at,
                "ticktext": names,
                "range": [len(at) - 0.5, -0.5],
                "zeroline": False,
                "showgrid": False,
                "title": {"text": BEFORE.in_(language), "standoff": 14},
            },
            annotations=notes,
            margin={"l": room(names) + 22, "t": 78},
        ),
    }


def text_on(share: float, view: View) -> str:
    """Ink that can be read on the colour of that share of the scale."""
    dark_scale = share > 0.55
    if view.theme == "dark":
        return "#10161d" if dark_scale else "#ffffff"
    return "#ffffff" if dark_scale else "#1b2733"


@dataclass(frozen=True)
class CohortBars(Stacked):
    """Units by the year they registered, parted by their status in the period's last due month."""

    horizontal = False

    def ask(self, view: View) -> Any:
        return Cohorts(view.period, view.where)

    def names(self, answer: Listing, view: View) -> list[str]:
        return [str(int(year)) if year else words.NO_DATA.in_(view.language) for year in answer.column("year")]
