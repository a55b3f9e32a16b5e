"""Colours and the common part of every figure: one colour for one thing, in a light and in a dark palette."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from layouts.view import View
from warehouse.units import Unit

FONT = "'Noto Sans Lao', 'Phetsarath OT', system-ui, 'Segoe UI', Roboto, sans-serif"
Figure = dict[str, Any]


@dataclass(frozen=True)
class Palette:
    """Told apart by readers who do not see red and green alike; each at least 3:1 on its background."""

    ink: str
    quiet: str
    rule: str
    paper: str
    actual: str
    before: str
    target: str
    focus: str
    good: str
    bad: str
    none: str
    rising: tuple[str, ...]
    falling: tuple[str, ...]
    diverging: tuple[str, ...]
    statuses: dict[str, str]


LIGHT = Palette(
    ink="#1b2733",
    quiet="#55616d",
    rule="#dfe4e9",
    paper="#ffffff",
    actual="#12436d",
    before="#8fa6bb",
    target="#b3400e",
    focus="#801650",
    good="#00695c",
    bad="#a8380b",
    none="#d5d9dd",
    rising=("#e3eef7", "#a9cce6", "#5f9fcd", "#2471ab", "#0f3f69"),
    falling=("#fdeee0", "#f6c79b", "#e6924f", "#bf5a16", "#7a3206"),
    diverging=("#8c3a08", "#dc8a4a", "#f6e3d0", "#eef1f3", "#cfe2f0", "#5f9fcd", "#0f3f69"),
    statuses={
        "paid_on_time": "#12436d",
        "paid_late": "#5b93c4",
        "part_paid": "#b9d3e8",
        "unpaid": "#f3c696",
        "stopped": "#d9762b",
        "never_paid": "#801650",
    },
)
DARK = Palette(
    ink="#e8edf2",
    quiet="#a9b5c1",
    rule="#39444f",
    paper="#1a222b",
    actual="#6fb1e8",
    before="#61778c",
    target="#f2a45c",
    focus="#e58ac0",
    good="#58c9b4",
    bad="#f4a06a",
    none="#46515c",
    rising=("#22384b", "#2c5a80", "#3f83b8", "#79b4e0", "#c8e3f8"),
    falling=("#43301f", "#7d4a1c", "#b96b24", "#e69a55", "#fbd9b5"),
    diverging=("#f4a55f", "#b96b24", "#5b4632", "#3c454e", "#33526c", "#4c8fc4", "#a5d3f6"),
    statuses={
        "paid_on_time": "#6fb1e8",
        "paid_late": "#3f7fb5",
        "part_paid": "#2f5472",
        "unpaid": "#8a5a2b",
        "stopped": "#d98235",
        "never_paid": "#c9609f",
    },
)


def palette(view: View) -> Palette:
    return DARK if view.theme == "dark" else LIGHT


def layout(view: View, **more: Any) -> Figure:
    """What all figures share; `more` wins, axes are merged."""
    p = palette(view)
    axis = {"gridcolor": p.rule, "linecolor": p.rule, "zerolinecolor": p.quiet, "fixedrange": True}
    base: Figure = {
        "font": {"family": FONT, "size": 13, "color": p.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8, "autoexpand": False},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "separators": ",." if view.language == "lo" else ".,",
        "hoverlabel": {"font": {"family": FONT, "size": 13}, "align": "left"},
        "bargap": 0.28,
        "xaxis": dict(axis, showgrid=False, ticks="", zeroline=False),
        "yaxis": dict(axis, zeroline=True),
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
    }
    for key, value in more.items():
        base[key] = {**base[key], **value} if isinstance(base.get(key), dict) and isinstance(value, dict) else value
    return base


def config(language: str) -> dict[str, Any]:
    """Of every graph: no buttons that only a mouse finds, nothing that could leave the host."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "locale": language,
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }


def room(labels: Sequence[str], most: int = 190) -> int:
    """Pixels for the longest label: reckoned here, since plotly.js's own reckoning draws the figure again and again."""
    lines = [line for label in labels for line in label.split("<br>")]
    longest = max((sum(category(c) != "Mn" for c in line) for line in lines), default=0)
    return min(14 + round(longest * 7.2), most)


def scale(colours: Sequence[str]) -> list[list[Any]]:
    """A colour scale as Plotly wants it."""
    return [[i / (len(colours) - 1), colour] for i, colour in enumerate(colours)]


def nice_step(span: float, steps: tuple[float, ...] = (1, 2, 2.5, 5, 10), count: int = 4) -> float:
    """A round step that cuts the span into about `count` parts."""
    if span <= 0:
        return 1.0
    power = 10.0 ** int(f"{span / count:e}".split("e")[1])
    return next(power * s for s in steps if power * s * count >= span * 0.999)


def number_axis(numbers: Sequence[float | None], unit: Unit, language: str) -> Figure:
    """A zero-based axis with ticks in the unit's own spelling."""
    known = [n for n in numbers if n is not None] or [0.0]
    low, high = min(0.0, *known), max(0.0, *known)
    if high == low:
        high = 1.0  # of shares, the whole
    counted = not unit.decimals and not unit.compact
    step = max(nice_step(high - low, (1, 2, 5, 10)), 1.0) if counted else nice_step(high - low)
    first, last = int(low // step), int(-(-high // step))
    at = [i * step for i in range(first, last + 1)]
    text = [axis_text(unit, n, step, language) for n in at]
    return {"tickvals": at, "ticktext": text, "range": [at[0], max(at[-1], high * 1.06)]}


def axis_text(unit: Unit, number: float, step: float, language: str) -> str:
    shown = unit.shown(number, language, short=True)
    if unit.decimals and (step * unit.scale).is_integer():
        point = "," if language == "lo" else "."
        shown = shown.replace(point + "0" * unit.decimals, "")
    return shown
