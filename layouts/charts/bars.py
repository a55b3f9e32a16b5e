"""Horizontal bars with their numbers beside them, and where a click on one leads."""

from __future__ import annotations

from collections.abc import Sequence

from layouts import words
from layouts.blocks import (
    Table,
    number_column,
    slice_column,
)
from layouts.cards import records_link
from layouts.change import target_of
from layouts.spoken import place_name
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import Indicator
from warehouse.query import Value
from warehouse.text import Text


def place_link(code: str, indicator: Indicator, view: View) -> str:
    """A province leads to its page, a district to the records in it."""
    if len(code) == 4:
        there = records_link(indicator, view)
        path = there.partition("?")[0] if there else "/inspections"
        return view.link(path, province=code[:2], district=code, list=indicator.id) + "#records"
    return view.link(f"/province/{code}")


def slice_table(by: str, indicator: Indicator, values: Sequence[Value], links: tuple[str, ...]) -> Table:
    columns = [slice_column(by), number_column(indicator)]
    if indicator.is_ratio:
        columns += [
            number_column(indicator, "numerator", Text("Numerator", lo="ຕົວເສດ")),
            number_column(indicator, "denominator", Text("Denominator", lo="ຕົວສ່ວນ")),
        ]
        columns[2:] = [type(c)(c.name, c.title, "number") for c in columns[2:]]
    columns.append(number_column(indicator, "target", words.TARGET))
    rows = tuple(
        (v.slice, v.value, *((v.numerator, v.denominator) if indicator.is_ratio else ()), v.target) for v in values
    )
    return Table(tuple(columns), rows, links)


def bars(
    indicator: Indicator,
    names: Sequence[str],
    values: Sequence[Value],
    links: Sequence[str],
    view: View,
    whole: Value | None,
    marked: set[str],
) -> Figure:
    """Bars from zero, longest label room kept, the number at each bar's end, the whole country as a line."""
    p, unit, language = palette(view), indicator.unit, view.language
    shown = [
        unit.shown(v.value, language, short=True) if v.value is not None else words.NO_DATA.in_(language)
        for v in values
    ]
    axis = number_axis([*(v.value for v in values), whole.value if whole else None], unit, language)
    y = list(range(len(values)))
    traces: list[Figure] = [
        {
            "type": "bar",
            "orientation": "h",
            "y": y,
            "x": [v.value or 0 for v in values],
            "text": shown,
            "textposition": label_places(values, whole),
            "insidetextanchor": "end",
            "insidetextfont": {"color": p.paper},
            "textangle": 0,
            "cliponaxis": False,
            "marker": {"color": [p.focus if v.slice in marked else p.actual for v in values]},
            "customdata": list(links),
            "hovertext": [hover(n, v, indicator, language) for n, v in zip(names, values, strict=True)],
            "hoverinfo": "text",
        }
    ]
    shapes, notes = whole_line(whole, indicator, view)
    return {
        "data": traces,
        "layout": layout(
            view,
            xaxis={
                **axis,
                "range": [axis["range"][0], axis["range"][1]],
                "showgrid": False,
                "showticklabels": False,
                "zeroline": True,
            },
            yaxis={
                "tickvals": y,
                "ticktext": list(names),
                "range": [len(y) - 0.4, -0.6],
                "zeroline": False,
                "showgrid": False,
            },
            shapes=shapes,
            annotations=notes,
            margin={"l": room(names), "t": 24 if whole else 6, "r": 60},
        ),
    }


def label_places(values: Sequence[Value], whole: Value | None) -> list[str]:
    """Beside the bar; within it where the line of the whole would run through the numbers, if there is room."""
    longest = max((v.value or 0.0 for v in values), default=0.0)
    return ["inside" if whole is not None and (v.value or 0.0) > longest * 0.2 else "outside" for v in values]


def whole_line(whole: Value | None, indicator: Indicator, view: View) -> tuple[list[Figure], list[Figure]]:
    if whole is None or whole.value is None:
        return [], []
    p, language = palette(view), view.language
    place = place_name(view.province or "all", language)
    line = {"dash": "dot", "width": 2, "color": p.quiet}
    shape = {"type": "line", "x0": whole.value, "x1": whole.value, "y0": 0, "y1": 1, "yref": "paper", "line": line}
    note = {
        "x": whole.value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "text": f"{place} {indicator.unit.shown(whole.value, language, short=True)}",
        "font": {"size": 12, "color": p.quiet},
    }
    return [shape], [note]


def hover(name: str, value: Value, indicator: Indicator, language: str) -> str:
    name = name.replace("<br>", " ")
    text = f"<b>{name}</b><br>{indicator.short.in_(language)}: {indicator.unit.shown(value.value, language)}"
    aim = target_of(indicator, value)
    if aim is not None:
        text += f"<br>{words.TARGET.in_(language)}: {indicator.unit.shown(aim, language)}"
    return text


def wrapped(title: Text, view: View) -> str:
    """A long name on two lines; Lao has no spaces to break at, so it is cut where a word of the list begins."""
    text = title.in_(view.language)
    limit = 28
    if len(text) <= limit:
        return text
    parts = text.split(" ")
    for i in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:i])
        if len(first) <= limit:
            rest = " ".join(parts[i:])
            return f"{first}<br>{rest if len(rest) <= limit else rest[: limit - 2].rstrip() + '…'}"
    return text[: limit + 2] + "…"
