"""The share paid in full by province and month, as colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing, slice_title
from layouts.charts.status import months, table_of
from layouts.spoken import period_name, place_name, ticks
from layouts.theme import Figure, layout, palette, room, scale
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.periods import period_of
from warehouse.records import StatusHeat
from warehouse.units import SHARE


@dataclass(frozen=True)
class Heat(Block):
    """Provinces (or the districts of one) down, months across, the share paid in full as a colour."""

    def by(self, view: View) -> str:
        return "district" if view.province else "province"

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)} · {slice_title(self.by(view)).in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (StatusHeat(self.by(view), *months(view), where=view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        if not answer.rows:
            return empty(view, INDICATORS["compliance_rate"])
        places = sorted({row[0] for row in answer.rows})
        days = sorted({row[1] for row in answer.rows})
        cells = {(row[0], row[1]): row[4] for row in answer.rows}
        figure = heat(places, days, cells, view)
        known = [(s, k) for k, s in cells.items() if s is not None]
        text = words.NO_DATA.in_(view.language)
        if known:
            (high, top), (low, bottom) = max(known), min(known)
            text = ", ".join(
                f"{word.in_(view.language)}: {place_name(key[0], view.language)} {key[1]:%m/%Y} {SHARE.shown(s, view.language)}"
                for word, key, s in ((words.HIGHEST, top, high), (words.LOWEST, bottom, low))
            )
        return graph(self.id, figure, view, text, 30 * len(places) + 110)

    def table(self, answers: Answers, view: View) -> Table:
        return table_of(listing(answers, self.asks(view)[0]))


def heat(places: list[str], days: list[Any], cells: dict[tuple[str, Any], float | None], view: View) -> Figure:
    p, language = palette(view), view.language
    shown = tuple(q for day in days if (q := period_of("month", day)))
    names = [place_name(code, language, short=True) for code in places]
    z = [[cells.get((place, day)) for day in days] for place in places]
    hover = [
        [
            f"<b>{name}</b> · {period_name(q, language)}<br>{SHARE.shown(s, language)}"
            for q, s in zip(shown, row, strict=True)
        ]
        for name, row in zip(names, z, strict=True)
    ]
    links = [
        [
            view.link(
                f"/province/{place}" if len(place) == 2 else "/compliance",
                period=q,
                **({} if len(place) == 2 else {"district": place}),
            )
            for q in shown
        ]
        for place in places
    ]
    trace = {
        "type": "heatmap",
        "z": z,
        "x": list(range(len(days))),
        "y": list(range(len(places))),
        "hovertext": hover,
        "hoverinfo": "text",
        "customdata": links,
        "colorscale": scale(p.rising),
        "zmin": span_of(z)[0],
        "zmax": span_of(z)[1],
        "xgap": 1.5,
        "ygap": 1.5,
        "colorbar": colour_bar(z, view),
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            plot_bgcolor=p.none,
            xaxis={"tickvals": list(range(len(days))), "ticktext": ticks(shown, language), "side": "top"},
            yaxis={
                "tickvals": list(range(len(places))),
                "ticktext": names,
                "range": [len(places) - 0.5, -0.5],
                "zeroline": False,
                "showgrid": False,
            },
            margin={"l": room(names), "t": 50, "r": 74},
        ),
    }


def span_of(z: list[list[float | None]]) -> tuple[float, float]:
    """From the lowest of all but a few to the highest: one odd cell must not take the colours from the others."""
    known = sorted(n for row in z for n in row if n is not None) or [0.0, 1.0]
    low, high = known[len(known) // 25], known[-1]
    return (low, high) if high > low else (low, low + 0.01)


def colour_bar(z: list[list[float | None]], view: View) -> Figure:
    low, high = span_of(z)
    at = [low + (high - low) * i / 4 for i in range(5)]
    text = [SHARE.shown(n, view.language) for n in at]
    if any(n is not None and n < low for row in z for n in row):
        text[0] = f"≤ {text[0]}"
    return {"thickness": 10, "outlinewidth": 0, "tickvals": at, "ticktext": text, "len": 0.9}
