"""Horizontal bars of a listing: a name, a number, what is written at the bar's end, and where a click leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.theme import Figure, layout, palette, room
from layouts.view import View


@dataclass(frozen=True)
class Bar:
    """`says` is written at the end of the bar, on as many lines as it has; `colour` is empty for the usual one."""

    name: str
    number: float
    says: str
    link: str = ""
    colour: str = ""


def amounts(bars: Sequence[Bar], view: View) -> Figure:
    """Bars from zero, the longest leaving room for what is written beside it."""
    p = palette(view)
    y = list(range(len(bars)))
    longest = max((bar.number for bar in bars), default=0.0) or 1.0
    written = room([bar.says for bar in bars], 220)
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [bar.number for bar in bars],
        "y": y,
        "text": [bar.says for bar in bars],
        "textposition": "outside",
        "textfont": {"size": 12.5},
        "constraintext": "none",
        "textangle": 0,
        "cliponaxis": False,
        "marker": {"color": [bar.colour or p.actual for bar in bars]},
        "customdata": [bar.link for bar in bars],
        "hovertext": [f"<b>{bar.name.replace('<br>', ' ')}</b><br>{bar.says}" for bar in bars],
        "hoverinfo": "text",
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={"range": [0, longest], "showticklabels": False, "zeroline": True},
            yaxis={
                "tickvals": y,
                "ticktext": [bar.name for bar in bars],
                "range": [len(y) - 0.4, -0.6],
                "zeroline": False,
                "showgrid": False,
            },
            margin={"l": room([bar.name for bar in bars]), "r": written},
        ),
    }


def said(bars: Sequence[Bar]) -> str:
    """The bars in words."""
    return ", ".join(f"{bar.name} {bar.says}".replace("<br>", " ") for bar in bars)
