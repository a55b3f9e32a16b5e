"""The country in colours: provinces or districts by an indicator, each named, each leading down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, extremes, found, graph, indicator_of, slice_title
from layouts.change import target_of
from layouts.charts.bars import hover, place_link, slice_table
from layouts.spoken import place_name
from layouts.theme import Figure, layout, palette, scale
from layouts.view import View
from warehouse.indicators import Indicator
from warehouse.query import HEADQUARTERS, Question, Value

INKS = ("#10161d", "#ffffff")
OTHER = {INKS[0]: INKS[1], INKS[1]: INKS[0]}
MAP_LIMIT = "125vw"  # on a narrow screen the country is no taller than it is drawn


@dataclass(frozen=True)
class Choropleth(Block):
    """The indicator chosen in the view, or a fixed one; districts where the view asks for them or a province is open."""

    indicator: str = ""
    height: int = 640

    def by(self, view: View) -> str:
        """Districts where there are shapes of them; else provinces, the one looked at marked."""
        wanted = view.level == "district" or view.province
        return "district" if wanted and view.shapes.url("district") else "province"

    def stands(self, view: View) -> bool:
        return bool(view.shapes.url("province"))

    def heading(self, view: View) -> str:
        what = indicator_of(self.indicator, view).title.in_(view.language)
        return f"{what} · {slice_title(self.by(view)).in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        id_ = (indicator_of(self.indicator, view).id,)
        where = tuple(w for w in view.where if w[0] not in ("province", "district"))
        inside = (("province", (view.province,)),) if view.province and self.by(view) == "district" else ()
        return (
            Question(id_, (view.period,), self.by(view), (*inside, *where)),  # type: ignore[arg-type]
            Question(id_, (view.period,), where=(*inside, *where)),
        )

    def values(self, answers: Answers, view: View) -> list[Value]:
        return [v for v in found(answers, self.asks(view)[0], view) if v.slice != HEADQUARTERS]

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        values = self.values(answers, view)
        if not any(v.value for v in values):
            return empty(view, indicator)
        whole = found(answers, self.asks(view)[1], view)[0]
        names = [place_name(v.slice, view.language, short=True) for v in values]
        figure = choropleth(indicator, values, whole, self.by(view), view)
        return graph(self.id, figure, view, extremes(names, values, indicator, view.language), self.height, MAP_LIMIT)

    def table(self, answers: Answers, view: View) -> Table:
        indicator = indicator_of(self.indicator, view)
        values = self.values(answers, view)
        return slice_table(
            self.by(view), indicator, values, tuple(place_link(v.slice, indicator, view) for v in values)
        )


def choropleth(indicator: Indicator, values: Sequence[Value], whole: Value | None, by: str, view: View) -> Figure:
    colours = coloured(indicator, values, whole, view)
    data = [base(values, by, view), filled(indicator, values, by, view, colours, bar=True)]
    if by == "province" or view.province:
        data.append(labels(values, colours, view))
    return {"data": data, "layout": layout(view, geo=geo(), margin={"l": 0, "r": 0, "t": 0, "b": 0})}


def geo(**more: Any) -> Figure:
    return {
        "visible": False,
        "fitbounds": "locations",
        "projection": {"type": "mercator"},
        "bgcolor": "rgba(0,0,0,0)",
        **more,
    }


def base(values: Sequence[Value], by: str, view: View, **more: Any) -> Figure:
    """Every place in grey beneath: what stays grey has no data."""
    p, language = palette(view), view.language
    none = words.NO_DATA.in_(language)
    return {
        "type": "choropleth",
        "geojson": view.shapes.url(by),
        "locationmode": "geojson-id",
        "locations": [v.slice for v in values],
        "z": [0] * len(values),
        "colorscale": [[0, p.none], [1, p.none]],
        "showscale": False,
        "marker": {"line": {"color": p.paper, "width": 1}},
        "hovertext": [f"<b>{place_name(v.slice, language)}</b><br>{none}" for v in values],
        "hoverinfo": "text",
        **more,
    }


def filled(
    indicator: Indicator, values: Sequence[Value], by: str, view: View, colours: Figure, *, bar: bool, **more: Any
) -> Figure:
    language = view.language
    trace = {
        "type": "choropleth",
        "geojson": view.shapes.url(by),
        "locationmode": "geojson-id",
        "locations": [v.slice for v in values],
        "z": [v.value for v in values],
        "marker": {"line": outline(values, view)},
        "customdata": [place_link(v.slice, indicator, view) for v in values],
        "hovertext": [hover(place_name(v.slice, language), v, indicator, language) for v in values],
        "hoverinfo": "text",
        "showscale": bar,
        **colours,
        **more,
    }
    if bar:
        trace["colorbar"] = colour_bar(indicator, values, colours, language)
    return trace


def outline(values: Sequence[Value], view: View) -> Figure:
    """The province or district looked at has a strong border."""
    p = palette(view)
    marked = [v.slice == (view.district or view.province) for v in values]
    return {"color": [p.focus if m else p.paper for m in marked], "width": [3 if m else 1 for m in marked]}


def coloured(indicator: Indicator, values: Sequence[Value], whole: Value | None, view: View) -> Figure:
    """Around the whole country, or the target where that is compared with; else from little to much.

    The scale ends where nine tenths of the values do, so that one odd province does not take the colours from the others.
    """
    p = palette(view)
    known = sorted(v.value for v in values if v.value is not None) or [0.0]
    middle = middle_of(indicator, whole, view)
    if middle is not None:
        far = sorted(abs(n - middle) for n in known)
        reach = max(far[(len(far) - 1) * 9 // 10], 1e-9)
        colours = tuple(reversed(p.diverging)) if indicator.good == "down" else p.diverging
        return {"colorscale": scale(colours), "zmin": middle - reach, "zmid": middle, "zmax": middle + reach}
    low = known[0] if indicator.is_ratio else min(0.0, known[0])
    high = known[-1]
    colours = p.falling if indicator.good == "down" else p.rising
    return {"colorscale": scale(colours), "zmin": low, "zmax": high if high > low else low + 1}


def middle_of(indicator: Indicator, whole: Value | None, view: View) -> float | None:
    """What a rate with a good direction is held against."""
    if whole is None or indicator.good is None or not indicator.is_ratio:
        return None
    if view.compare == "target" or isinstance(indicator.good, float):
        return target_of(indicator, whole) or whole.value
    return whole.value


def colour_bar(indicator: Indicator, values: Sequence[Value], colours: Figure, language: str) -> Figure:
    known = [v.value for v in values if v.value is not None]
    low, high = colours["zmin"], colours["zmax"]
    at = [low + (high - low) * i / 4 for i in range(5)]
    shown = [indicator.unit.shown(n, language, short=True) for n in at]
    if known and min(known) < low:
        shown[0] = f"≤ {shown[0]}"
    if known and max(known) > high:
        shown[-1] = f"≥ {shown[-1]}"
    return {
        "thickness": 10,
        "len": 0.5,
        "x": 0.02,
        "xanchor": "left",
        "y": 0.02,
        "yanchor": "bottom",
        "outlinewidth": 0,
        "tickvals": at,
        "ticktext": shown,
        "tickfont": {"size": 12},
    }


# Where a name stands that does not fit between its neighbours': the capital's outside the map, to its south.
MOVED = {"01": (102.45, 17.5), "10": (102.1, 18.95), "18": (103.1, 18.95)}
OUTSIDE = ("01",)


def labels(values: Sequence[Value], colours: Figure, view: View) -> Figure:
    """Names on the map, in an ink that can be read on the colour of the place."""
    p = palette(view)
    points = {code: MOVED.get(code, (lon, lat)) for code, lon, lat in view.shapes.points}
    named = [v for v in values if v.slice in points]
    grounds = [colour_at(colours, v.value) if v.value is not None else p.none for v in named]
    inks = [(p.ink if v.slice in OUTSIDE else ink_on(ground)) for v, ground in zip(named, grounds, strict=True)]
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [points[v.slice][0] for v in named],
        "lat": [points[v.slice][1] for v in named],
        "text": [place_name(v.slice, view.language, short=True).replace(" ", "<br>") for v in named],
        "textfont": {
            "size": 11.5,
            "color": inks,
            "shadow": [f"0px 0px 3px {OTHER[ink]}" if ink in OTHER else "none" for ink in inks],
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def colour_at(colours: Figure, value: float) -> str:
    """The colour of the scale that is nearest to a value's."""
    span = colours["zmax"] - colours["zmin"]
    share = min(max((value - colours["zmin"]) / span, 0.0), 1.0)
    return str(min(colours["colorscale"], key=lambda stop: abs(stop[0] - share))[1])


def ink_on(colour: str) -> str:
    """Dark on light, light on dark: by the luminance of WCAG."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return INKS[0] if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 else INKS[1]
