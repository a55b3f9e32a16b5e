"""Will the year's goal be reached: an indicator's course against its target, with the forecast of the year's end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import html

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, graph, indicator_of, listing, number_column, state
from layouts.spoken import period_name, place_name, spoken_day, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.records import GoalCourse, Goals, ListColumn, Listing
from warehouse.records.goals import GOAL_STATE, METHOD, kind_of, months_of, year_of
from warehouse.text import Text
from warehouse.units import NOTHING

AS_KNOWN = Text("Year {} as known on {}", lo="ປີ {} ຕາມຂໍ້ມູນຮອດວັນທີ {}")
WHOLE_PLACES = Text(
    "targets are set for whole provinces: other filters do not narrow them", lo="ເປົ້າໝາຍກຳນົດເປັນແຂວງ: ຕົວກອງອື່ນບໍ່ມີຜົນ"
)
CUMULATED = Text("months added up", lo="ບວກສະສົມແຕ່ລະເດືອນ")
EACH_MONTH = Text("month by month", lo="ແຕ່ລະເດືອນ")
NO_GOAL = Text("No target is set for “{}” in {}.", lo="ບໍ່ໄດ້ກຳນົດເປົ້າໝາຍ “{}” ໃນປີ {}.")
NO_GOAL_DO = Text(
    "Choose an indicator that has one in the table above, or load targets with ssiis targets load.",
    lo="ເລືອກຕົວຊີ້ວັດທີ່ມີເປົ້າໝາຍຈາກຕາຕະລາງຂ້າງເທິງ ຫຼື ນຳເຂົ້າເປົ້າໝາຍດ້ວຍ ssiis targets load.",
)
NO_GOALS = Text("No targets are set for {}.", lo="ບໍ່ໄດ້ກຳນົດເປົ້າໝາຍສຳລັບປີ {}.")
NO_GOALS_DO = Text(
    "Load them with ssiis targets load FILE, or choose another year.", lo="ນຳເຂົ້າດ້ວຍ ssiis targets load FILE ຫຼື ເລືອກປີອື່ນ."
)
ACTUAL = Text("Actual", lo="ຕົວຈິງ")
FORECAST = Text("Forecast, with where it lies four times in five", lo="ຄາດຄະເນ ພ້ອມຊ່ວງ 80%")
SO_FAR = Text("{}: {} so far, target so far {}", lo="{}: ມາຮອດປັດຈຸບັນ {}, ເປົ້າໝາຍມາຮອດປັດຈຸບັນ {}")
LATEST = Text("{}: {} in the last whole month, target {}", lo="{}: ເດືອນຄົບຖ້ວນຫຼ້າສຸດ {}, ເປົ້າໝາຍ {}")
ENDS = Text(
    "Forecast of the year's end: {} ({} to {}, four times in five); target {}.",
    lo="ຄາດຄະເນທ້າຍປີ: {} ({} ຫາ {}, 80%); ເປົ້າໝາຍ {}.",
)
BY = Text(
    "Forecast by {}; at {} of {} earlier month-ends such an interval held",
    lo="ຄາດຄະເນດ້ວຍ{}; ຊ່ວງຖືກຕ້ອງ {} ຈາກ {} ທ້າຍເດືອນກ່ອນ",
)
NONE_BY = Text("No forecast: {}", lo="ບໍ່ມີການຄາດຄະເນ: {}")


def goal_span(view: View) -> tuple[int, date]:
    """The year of the period looked at, and the day up to which it is known: the period's end, for a year that is over all of it."""
    until = view.period.ends_by(view.as_of)
    return until.year, (view.as_of if until >= year_of(until.year).ends_on else until)


def place(view: View) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("province", (view.province,)),) if view.province else ()


def scope_of(view: View) -> str:
    """Year, day and place; and that nothing else narrows a target."""
    year, until = goal_span(view)
    day = spoken_day(until, view.language)
    parts = [AS_KNOWN.in_(view.language).format(year, day), place_name(view.province or "all", view.language)]
    if any(getattr(view, name) for name in ("district", "sector", "size", "scheme")):
        parts.append(WHOLE_PLACES.in_(view.language))
    return " · ".join(parts)


def goals(view: View, by: str = "none", indicator: str = "") -> Goals:
    return Goals(*goal_span(view), (indicator,) if indicator else (), by, place(view))  # type: ignore[arg-type]


def without(view: View, indicator: Indicator | None = None) -> Any:
    """No target: which, and what to do."""
    year = goal_span(view)[0]
    if indicator is None:
        return state("empty", NO_GOALS.in_(view.language).format(year), NO_GOALS_DO.in_(view.language))
    message = NO_GOAL.in_(view.language).format(indicator.title.in_(view.language), year)
    return state("empty", message, NO_GOAL_DO.in_(view.language))


def shown(indicator: Indicator, value: float | None, language: str) -> str:
    return indicator.unit.shown(value, language, short=True) if value is not None else NOTHING


def forecast_told(row: dict[str, Any], indicator: Indicator, language: str) -> str:
    """What the forecast is and what stands behind it."""
    method = METHOD.title_of(row["method"]).in_(language)
    if row["forecast"] is None:
        return NONE_BY.in_(language).format(method)
    numbers = [shown(indicator, row[name], language) for name in ("forecast", "low", "high", "target")]
    tested = BY.in_(language).format(method, row["held"], row["tried"])
    return f"{ENDS.in_(language).format(*numbers)} {tested}"


def done_told(name: str, row: dict[str, Any], indicator: Indicator, language: str) -> str:
    """What is done so far; of what does not add up, what the last whole month was like."""
    known = [shown(indicator, row[part], language) for part in ("so_far", "target_so_far")]
    return (SO_FAR if kind_of(indicator) == "flow" else LATEST).in_(language).format(name, *known)


@dataclass(frozen=True)
class GoalChart(Block):
    """The chosen indicator through the year: actual, target, forecast; months added up where they do."""

    def heading(self, view: View) -> str:
        return indicator_of("", view).title.in_(view.language)

    def caption(self, view: View) -> str:
        indicator = indicator_of("", view)
        how = CUMULATED if kind_of(indicator) == "flow" else EACH_MONTH
        return f"{scope_of(view)} · {indicator.unit.name.in_(view.language)}, {how.in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        id_ = indicator_of("", view).id
        return (GoalCourse(*goal_span(view), id_, where=place(view)), goals(view, indicator=id_))

    def draw(self, answers: Answers, view: View) -> Any:
        indicator, language = indicator_of("", view), view.language
        course, summary = (listing(answers, ask) for ask in self.asks(view))
        if not course.rows:
            return without(view, indicator)
        row = summary.records()[0]
        text = done_told(place_name(view.province or "all", language), row, indicator, language)
        verdict = GOAL_STATE.title_of(row["state"]).in_(language)
        told = f"{text}. {verdict}. {forecast_told(row, indicator, language)}."
        return [html.P(told, className="told"), graph(self.id, against(course, indicator, view), view, told, 380)]

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        columns = tuple(united(column, indicator_of("", view)) for column in answer.columns[1:])
        return Table(columns, tuple(row[1:] for row in answer.rows))


def united(column: ListColumn, indicator: Indicator) -> ListColumn:
    """A number in the indicator's own unit."""
    return number_column(indicator, column.name, column.title) if column.kind == "number" else column


def against(course: Listing, indicator: Indicator, view: View) -> Figure:
    p, language, unit = palette(view), view.language, indicator.unit
    rows = course.records()
    flow = kind_of(indicator) == "flow"
    actual = [row["actual_so_far" if flow else "actual"] for row in rows]
    aims = [row["target_so_far" if flow else "target"] for row in rows]
    x = list(range(len(rows)))
    last = max((n for n, value in enumerate(actual) if value is not None), default=-1)
    ahead = [n for n in x if rows[n]["forecast"] is not None]
    fan = ([last] if last >= 0 and ahead else []) + ahead
    ends = {name: [actual[n] if n == last else rows[n][name] for n in fan] for name in ("forecast", "low", "high")}
    names = [period_name(q, language) for q in months_of(rows[0]["month"].year)]

    def line(title: Text, at: list[int], numbers: list[Any], **look: Any) -> Figure:
        hover = [
            f"<b>{names[n]}</b><br>{title.in_(language)}: {shown(indicator, v, language)}"
            for n, v in zip(at, numbers, strict=True)
        ]
        base = {"type": "scatter", "mode": "lines", "name": title.in_(language), "x": at, "y": numbers}
        return {**base, "hovertext": hover, "hoverinfo": "text", "connectgaps": False, **look}

    band = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"width": 0, "color": p.before}, "x": fan}
    traces: list[Figure] = [
        {**band, "y": ends["low"], "name": ""},
        {**band, "y": ends["high"], "name": "", "fill": "tonexty", "fillcolor": p.before + "66"},
        line(FORECAST, fan, ends["forecast"], line={"color": p.before, "width": 2.5, "dash": "dot"}),
        line(words.TARGET, x, aims, line={"color": p.target, "width": 2, "dash": "dash"}),
        line(
            ACTUAL,
            x,
            actual,
            mode="lines+markers",
            line={"color": p.actual, "width": 2.5},
            marker={"size": 8, "color": p.actual},
        ),
    ]
    axis = number_axis([*actual, *aims, *ends["high"]], unit, language)
    return {
        "data": traces if fan else traces[3:],
        "layout": layout(
            view,
            xaxis={
                "tickvals": x,
                "ticktext": ticks(months_of(rows[0]["month"].year), language),
                "range": [-0.4, len(x) - 0.6],
            },
            yaxis=axis,
            annotations=ends_of(actual, aims, ends["forecast"], last, indicator, view),
            meta={"legend": True},
            margin={"l": room(axis["ticktext"]), "t": 20, "r": 76, "b": 46},
        ),
    }


def ends_of(
    actual: list[Any], aims: list[Any], told: list[Any], last: int, indicator: Indicator, view: View
) -> list[Figure]:
    """The last numbers of the lines beside their ends, apart from each other."""
    p = palette(view)
    end = len(aims) - 1
    over = last == end
    marks = [
        (end, aims[-1], p.target),
        (end, actual[last], p.ink) if over else (end, told[-1] if told else None, p.quiet),
    ]
    values = [value for _, value, _ in marks if value is not None]
    shifts = [9, -9] if len(values) == 2 and values[0] >= values[1] else [-9, 9] if len(values) == 2 else [0, 0]
    notes = [
        beside(*mark, shift, indicator, view) for mark, shift in zip(marks, shifts, strict=True) if mark[1] is not None
    ]
    if last >= 0 and not over:
        below = (aims[last] or 0) >= actual[last]
        notes.append(beside(last, actual[last], p.ink, -15 if below else 15, indicator, view) | {"xshift": 3})
    return notes


def beside(at: int, value: float, colour: str, shift: int, indicator: Indicator, view: View) -> Figure:
    text = f"<b>{shown(indicator, value, view.language)}</b>"
    where = {"x": at, "y": value, "xanchor": "left", "xshift": 8, "yshift": shift, "showarrow": False}
    return {**where, "text": text, "font": {"size": 13, "color": colour}}


SHAPES = {
    "reached": "✔",
    "likely": "▲",
    "open": "◆",
    "unlikely": "▼",
    "missed": "✘",
    "on_course": "△",
    "behind": "▽",
    "unknown": "–",
}


def title_of(id_: str, language: str) -> str:
    return INDICATORS[id_].title.in_(language)
