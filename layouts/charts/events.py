"""Everything that happened with one unit on one line of time: a lane for each kind, deadlines to come too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts.attributes import aria
from layouts.blocks import Answers, Ask, Block, Table, graph, listing, none
from layouts.rows import leading
from layouts.spoken import month_name, spoken_day
from layouts.theme import Figure, layout, palette, room
from layouts.view import View
from warehouse.periods import add_months, month_start
from warehouse.records import EVENT, ListColumn, UnitTimeline
from warehouse.text import Text
from warehouse.units import KIP, grouped

LANES = (
    (Text("Registers", lo="ທະບຽນ"), ("registered", "changed", "closed", "visit")),
    (Text("Complaints", lo="ຄຳຮ້ອງຟ້ອງ"), ("complaint",)),
    (Text("Inspections", lo="ການກວດກາ"), ("inspection",)),
    (Text("Findings", lo="ບັນຫາທີ່ພົບ"), ("finding", "corrected")),
    (Text("Measures", lo="ມາດຕະການ"), ("measure", "deadline", "complied", "appeal")),
    (Text("Fines", lo="ຄ່າປັບໃໝ"), ("fine", "fine_paid")),
    (Text("Debts", lo="ໜີ້ສິນ"), ("debt", "debt_paid")),
)
LANE_OF = {event: place for place, (_, events) in enumerate(LANES) for event in events}
SIGNS = {  # a sign of its own in its lane: begun or bad is filled, settled is open, a deadline a bar
    "registered": "triangle-right", "changed": "diamond", "closed": "square", "visit": "circle", "complaint": "circle",
    "inspection": "circle", "finding": "circle", "corrected": "circle-open", "measure": "circle", "deadline": "line-ns",
    "complied": "circle-open", "appeal": "star", "fine": "circle", "fine_paid": "circle-open", "debt": "circle",
    "debt_paid": "circle-open",
}  # fmt: skip
LETTERS = {
    "triangle-right": "▶", "diamond": "◆", "square": "■", "circle": "●", "circle-open": "○", "line-ns": "|", "star": "★",
}  # fmt: skip
MILD = ("measure", "complaint", "appeal")
BAD = ("finding", "fine", "debt", "closed", "deadline")
LONGEST = 4  # years on the line; what is older stands at its beginning
INSPECTION = ListColumn("inspection_no", Text("Inspection number", lo="ເລກທີການກວດກາ"))
MANY = Text("{} events, the last on {}", lo="{} ເຫດການ, ຫຼ້າສຸດ {}")


@dataclass(frozen=True)
class Timeline(Block):
    def asks(self, view: View) -> tuple[Ask, ...]:
        return (UnitTimeline(view.key),)

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)

    def draw(self, answers: Answers, view: View) -> Any:
        events = listing(answers, self.asks(view)[0]).records()
        if not events:
            return none(view)
        text = MANY.in_(view.language).format(
            grouped(len(events), 0, view.language), spoken_day(events[0]["on"], view.language)
        )
        lanes = sorted({LANE_OF[event["event"]] for event in events})
        figure = graph(self.id, timeline(events, lanes, view), view, text, 42 * len(lanes) + 56)
        return [key({event["event"] for event in events}, view), figure]


def key(found: set[str], view: View) -> Component:
    """What each sign is, of those that are there."""
    items = [
        html.Li(
            [
                html.Span(LETTERS[SIGNS[c.code]], style={"color": tone(c.code, view)}, **aria(hidden="true")),
                c.title.in_(view.language),
            ]
        )
        for c in EVENT
        if c.code in found
    ]
    return html.Ul(items, className="legend")


def tone(code: str, view: View) -> str:
    p = palette(view)
    return p.bad if code in BAD else p.target if code in MILD else p.actual


def timeline(events: list[dict[str, Any]], lanes: list[int], view: View) -> Figure:
    p, language = palette(view), view.language
    days = [event["on"] for event in events if event["event"] not in ("registered", "changed")] or [view.as_of]
    last = max(*days, view.as_of)
    first = max(min(*days, add_months(month_start(view.as_of), -12)), add_months(month_start(last), -12 * LONGEST))
    place = {lane: n for n, lane in enumerate(lanes)}
    traces = []
    for code in EVENT:
        mine = [event for event in events if event["event"] == code.code]
        if mine:
            traces.append(trace(code.code, mine, place[LANE_OF[code.code]], first, view))
    names = [LANES[lane][0].in_(language) for lane in lanes]
    now = str(view.as_of)
    line = {
        "type": "line",
        "x0": now,
        "x1": now,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"dash": "dot", "width": 1.5, "color": p.quiet},
    }
    return {
        "data": traces,
        "layout": layout(
            view,
            xaxis={**axis_of_days(first, last, language, pad=25), "showgrid": True},
            yaxis={
                "tickvals": list(range(len(lanes))),
                "ticktext": names,
                "range": [len(lanes) - 0.5, -0.5],
                "zeroline": False,
                "showgrid": True,
            },
            shapes=[line],
            margin={"l": room(names), "b": 40, "t": 6, "r": 16},
        ),
    }


def trace(code: str, events: list[dict[str, Any]], lane: int, first: date, view: View) -> Figure:
    colour = tone(code, view)
    early = [event["on"] < first for event in events]
    shift = (
        -0.16 if code == "deadline" else 0.16 if SIGNS[code] == "circle-open" else 0
    )  # what settles stands below what began
    return {
        "type": "scatter",
        "mode": "markers",
        "name": EVENT.title_of(code).in_(view.language),
        "x": [str(max(event["on"], first)) for event in events],
        "y": [lane + shift] * len(events),
        "marker": {
            "symbol": ["triangle-left" if old else SIGNS[code] for old in early],
            "size": 11,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        "customdata": [link(event, view) for event in events],
        "hovertext": [hover(event, old, view) for event, old in zip(events, early, strict=True)],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def link(event: dict[str, Any], view: View) -> str:
    return leading(INSPECTION, event["inspection_no"], view)


def hover(event: dict[str, Any], early: bool, view: View) -> str:
    language = view.language
    lines = [f"<b>{spoken_day(event['on'], language)}</b>", EVENT.title_of(event["event"]).in_(language)]
    if event["what"]:
        lines[-1] += f": {event['what'].in_(language)}"
    if event["number"]:
        lines.append(str(event["number"]))
    if event["amount_lak"]:
        lines.append(f"{KIP.shown(event['amount_lak'], language)} {KIP.name.in_(language)}")
    return "<br>".join(lines)


def axis_of_days(first: date, last: date, language: str, *, pad: int) -> Figure:
    """Months or quarters under a line of days, the year where it begins."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= 14 else 3 if months <= 40 else 6 if months <= 80 else 12
    at, month = [], month_start(first)
    while month <= last:
        if (month.month - 1) % step == 0:
            at.append(month)
        month = add_months(month, 1)
    names = []
    for n, day in enumerate(at):
        short = month_name(day.month, language, "abbreviated")
        names.append(f"{short}<br>{day.year}" if n == 0 or day.month == 1 else short)
    ends = (first - timedelta(days=pad), last + timedelta(days=pad))
    return {
        "type": "date",
        "tickvals": [str(day) for day in at],
        "ticktext": names,
        "range": [str(end) for end in ends],
    }
