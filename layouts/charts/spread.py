"""The spread behind a median or a mean: over inspectors by province, and over the values of each period."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from layouts.blocks import Answers, Ask, Block, Table, empty, found, graph, indicator_of, listing, number_column, scope
from layouts.listed import OneListing
from layouts.people import by_inspector, who
from layouts.spoken import period_name, place_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.query import ALL
from warehouse.records import ListColumn, Quartiles
from warehouse.records.effort import PERIOD
from warehouse.text import Text
from warehouse.units import COUNT

DOTS = Text(
    "each dot an inspector, by id: names appear after sign-in to those who may see them · bar: the middle half · mark: the median",
    lo="ແຕ່ລະຈຸດແມ່ນເຈົ້າໜ້າທີ່ (ລະຫັດ): ຊື່ຈະສະແດງຫຼັງເຂົ້າລະບົບ ແກ່ຜູ້ທີ່ມີສິດ · ແຖບ: ເຄິ່ງກາງ · ຂີດ: ມັດທະຍະຖານ",
)
BOXES = Text(
    "mark: median · bar: the middle half · line: the middle eight tenths",
    lo="ຂີດ: ມັດທະຍະຖານ · ແຖບ: ເຄິ່ງກາງ · ເສັ້ນ: 80% ກາງ",
)
HALF = Text("{}: half of them between {} and {}, median {}", lo="{}: ເຄິ່ງໜຶ່ງຢູ່ລະຫວ່າງ {} ຫາ {}, ມັດທະຍະຖານ {}")
ENOUGH = 4  # fewer have no quartiles worth a bar
Spot = tuple[str, str, float]


@dataclass(frozen=True)
class SpreadStrip(Block):
    """One row a province: each inspector's number, the middle half and the median."""

    indicator: str = ""

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (by_inspector(self.indicator, view), who(view))

    def caption(self, view: View) -> str:
        return f"{scope(view)} · {DOTS.in_(view.language)}"

    def spots(self, answers: Answers, view: View) -> list[Spot]:
        """Inspector, province and number of those who have one."""
        values = {v.slice: v.value for v in found(answers, self.asks(view)[0], view)}
        people = listing(answers, self.asks(view)[1]).records()
        return [
            (row["inspector_id"], row["province"], value)
            for row in people
            if (value := values.get(row["inspector_id"])) is not None
        ]

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        spots = self.spots(answers, view)
        if not any(value for *_, value in spots):
            return empty(view, indicator)
        rows = [ALL, *sorted({province for _, province, _ in spots})]
        numbers = {row: [value for _, province, value in spots if row in (ALL, province)] for row in rows}
        text = told(place_name(view.province or ALL, view.language), numbers[ALL], indicator, view.language)
        return graph(self.id, strip(spots, numbers, indicator, view), view, text, 26 * len(rows) + 60)

    def table(self, answers: Answers, view: View) -> Table:
        indicator = indicator_of(self.indicator, view)
        spots = self.spots(answers, view)
        rows = []
        for place in [ALL, *sorted({province for _, province, _ in spots})]:
            numbers = [value for _, province, value in spots if place in (ALL, province)]
            low, middle, high = three(numbers)
            extremes = (min(numbers), max(numbers)) if numbers else (None, None)
            rows.append((place_name(place, view.language), len(numbers), low, middle, high, *extremes))
        titles = (
            ("q1", Text("Lower quartile", lo="ຄວາດທີ 1")),
            ("median", Text("Median", lo="ມັດທະຍະຖານ")),
            ("q3", Text("Upper quartile", lo="ຄວາດທີ 3")),
            ("least", Text("Least", lo="ຕ່ຳສຸດ")),
            ("most", Text("Most", lo="ສູງສຸດ")),
        )
        first = (
            ListColumn("place", Text("Province of the inspector", lo="ແຂວງຂອງເຈົ້າໜ້າທີ່")),
            ListColumn("inspectors", Text("Inspectors", lo="ເຈົ້າໜ້າທີ່"), "number", COUNT),
        )
        return Table((*first, *(number_column(indicator, name, title) for name, title in titles)), tuple(rows))


def three(numbers: list[float]) -> tuple[float | None, float | None, float | None]:
    """Lower quartile, median and upper quartile, as far as there are enough numbers for them."""
    if len(numbers) < ENOUGH:
        return None, (median(numbers) if numbers else None), None
    low, _, high = quantiles(numbers, n=4, method="inclusive")
    return low, median(numbers), high


def told(name: str, numbers: list[float], indicator: Indicator, language: str) -> str:
    low, middle, high = (indicator.unit.shown(n, language) for n in three(numbers))
    return HALF.in_(language).format(name, low, high, middle)


def strip(spots: list[Spot], numbers: dict[str, list[float]], indicator: Indicator, view: View) -> Figure:
    p, unit, language = palette(view), indicator.unit, view.language
    rows = list(numbers)
    names = [place_name(row, language, short=True) for row in rows]
    shapes: list[Figure] = []
    for y, row in enumerate(rows):
        low, middle, high = three(numbers[row])
        if low is not None:
            box = {"type": "rect", "x0": low, "x1": high, "y0": y - 0.3, "y1": y + 0.3, "layer": "below"}
            shapes.append({**box, "fillcolor": p.none, "line": {"width": 0}})
        if middle is not None:
            mark = {"type": "line", "x0": middle, "x1": middle, "y0": y - 0.38, "y1": y + 0.38}
            shapes.append({**mark, "line": {"width": 3, "color": p.target}})
    shown = [(id_, place, value, rows.index(place)) for id_, place, value in spots]
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [value for _, _, value, _ in shown],
        "y": [y for *_, y in shown],
        "marker": {"size": 9, "color": p.actual, "opacity": 0.75, "line": {"width": 1, "color": p.paper}},
        "hovertext": [
            f"<b>{id_}</b> · {place_name(place, language)}<br>{indicator.short.in_(language)}: {unit.shown(value, language)}"
            for id_, place, value, _ in shown
        ],
        "hoverinfo": "text",
        "customdata": [
            view.link("/inspectors", list="inspections_taken_part", q=id_) + "#records" for id_, *_ in shown
        ],
    }
    axis = number_axis([value for _, _, value in spots], unit, language)
    return {
        "data": [trace],
        "layout": layout(
            view,
            shapes=shapes,
            xaxis={**axis, "showgrid": True, "zeroline": True, "side": "top"},
            yaxis={
                "tickvals": list(range(len(rows))),
                "ticktext": [f"<b>{names[0]}</b>", *names[1:]],
                "range": [len(rows) - 0.4, -0.6],
                "zeroline": False,
                "showgrid": False,
            },
            margin={"l": room(names), "t": 32, "r": 24},
        ),
    }


@dataclass(frozen=True)
class SpreadCourse(OneListing):
    """Thirteen periods of an indicator that is a median, each with the spread of its values."""

    indicator: str = ""
    height: int = 260

    def ask(self, view: View) -> Any:
        return Quartiles(self.indicator, view.history, view.where)

    def caption(self, view: View) -> str:
        names = [period_name(p, view.language) for p in (view.history[0], view.history[-1])]
        unit = INDICATORS[self.indicator].unit.name.in_(view.language)
        return f"{' – '.join(dict.fromkeys(names))} · {unit} · {BOXES.in_(view.language)}"

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = INDICATORS[self.indicator]
        rows = self.answer(answers, view).records()
        if not any(row["values"] for row in rows):
            return empty(view, indicator)
        last = rows[-1]
        shown = [indicator.unit.shown(last[name], view.language) for name in ("q1", "q3", "median")]
        text = HALF.in_(view.language).format(period_name(view.history[-1], view.language), *shown)
        return graph(self.id, boxes(rows, indicator, view), view, text, self.height)

    def table(self, answers: Answers, view: View) -> Table:
        answer = self.answer(answers, view)
        names = [period_name(p, view.language) for p in view.history]
        rows = tuple((name, *row[1:]) for name, row in zip(names, answer.rows, strict=True))
        return Table((PERIOD, *answer.columns[1:]), rows)


def boxes(rows: list[dict[str, Any]], indicator: Indicator, view: View) -> Figure:
    p, unit, language = palette(view), indicator.unit, view.language
    x = list(range(len(rows)))
    hover = [
        f"<b>{period_name(q, language)}</b> ({row['values']})<br>"
        + " · ".join(unit.shown(row[name], language) for name in ("p10", "q1", "median", "q3", "p90"))
        for q, row in zip(view.history, rows, strict=True)
    ]
    traces: list[Figure] = [
        {
            "type": "bar",
            "x": x,
            "base": [row[low] for row in rows],
            "y": [None if row[low] is None else row[high] - row[low] for row in rows],
            "width": width,
            "marker": {"color": p.before, "opacity": opacity},
            "hovertext": hover,
            "hoverinfo": "text",
            "customdata": [view.link("/inspections", period=q, list=indicator.id) + "#records" for q in view.history],
        }
        for low, high, width, opacity in (("p10", "p90", 0.08, 1), ("q1", "q3", 0.6, 0.75))
    ]
    mark = {"symbol": "line-ew", "size": 16, "line": {"width": 3, "color": p.target}, "color": p.target}
    medians = [row["median"] for row in rows]
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": x,
            "y": medians,
            "marker": mark,
            "hovertext": hover,
            "hoverinfo": "text",
        }
    )
    axis = number_axis([row["p90"] for row in rows], unit, language)
    notes = []
    if medians[-1] is not None:
        label = {"x": x[-1], "y": medians[-1], "xanchor": "left", "xshift": 14, "showarrow": False}
        ink = {"size": 13, "color": p.ink}
        notes.append({**label, "text": f"<b>{unit.shown(medians[-1], language)}</b>", "font": ink})
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="overlay",
            xaxis={"tickvals": x, "ticktext": ticks(view.history, language), "range": [-0.6, len(x) - 0.4]},
            yaxis=axis,
            annotations=notes,
            margin={"l": room(axis["ticktext"]), "t": 10, "b": 46, "r": 62},
        ),
    }
