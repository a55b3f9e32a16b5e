"""Teams: who stands in which role, how many open orders each head has; and what the help desk is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.blocks import Answers, empty, graph, scope
from layouts.charts.amounts import Bar, amounts, said
from layouts.listed import OneListing
from layouts.spoken import place_name, spoken_day
from layouts.theme import Figure, layout, palette, room
from layouts.view import View
from warehouse.codes import TEAM_ROLE, TICKET_TOPIC
from warehouse.indicators import INDICATORS
from warehouse.records import Listing, OpenLoad, Roles, Topics
from warehouse.text import Text
from warehouse.units import DAYS, WHOLE_DAYS, grouped

MOST = 15
LOAD = Text(
    "orders not cancelled without a report, on {}, by the head of the team: how many · median days · days of the oldest",
    lo="ຄຳສັ່ງທີ່ບໍ່ຖືກຍົກເລີກ ແລະ ຍັງບໍ່ມີລາຍງານ, ວັນທີ {}, ຕາມຫົວໜ້າໜ່ວຍງານ: ຈຳນວນ · ມື້ມັດທະຍະຖານ · ມື້ຂອງຄຳສັ່ງເກົ່າສຸດ",
)
ASKED = Text("{} asked · {} waiting<br>{} answered in {}", lo="ຖາມ {} · ຄ້າງ {}<br>ຕອບ {} ໃນ {}")


@dataclass(frozen=True)
class LoadBars(OneListing):
    """The heads of teams with the most open orders."""

    def ask(self, view: View) -> Any:
        return OpenLoad(view.where)

    def caption(self, view: View) -> str:
        place = place_name(view.district or view.province or "all", view.language)
        return f"{place} · {LOAD.in_(view.language).format(spoken_day(view.as_of, view.language))}"

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.answer(answers, view)
        if not answer.rows:
            return empty(view)
        bars = [self.bar(row, view) for row in answer.records()[:MOST]]
        return graph(self.id, amounts(bars, view), view, said(bars), 28 * len(bars) + 20)

    def bar(self, row: dict[str, Any], view: View) -> Bar:
        language = view.language
        days = [WHOLE_DAYS.shown(row[name], language) for name in ("median_age_days", "oldest_days")]
        name = f"{row['inspector_id']} · {place_name(row['province'] or 'all', language, short=True)}"
        shown = " · ".join((grouped(row["open"], 0, language), *days))
        return Bar(name, row["open"], shown, view.link("/inspections", list="open") + "#records")


@dataclass(frozen=True)
class RoleBars(OneListing):
    """Places in teams by role, in the inspector's province."""

    def ask(self, view: View) -> Any:
        return Roles(view.period, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.answer(answers, view)
        if not answer.rows:
            return empty(view, INDICATORS["inspections_taken_part"])
        sums = {role.code: sum(answer.column(role.code)) for role in TEAM_ROLE}
        text = ", ".join(
            f"{role.title.in_(view.language)} {grouped(sums[role.code], 0, view.language)}" for role in TEAM_ROLE
        )
        return graph(self.id, by_role(answer, view), view, text, 27 * len(answer.rows) + 40)


def by_role(answer: Listing, view: View) -> Figure:
    p, language = palette(view), view.language
    places = answer.column("province")
    names = [place_name(place, language, short=True) for place in places]
    y = list(range(len(names)))
    colours = dict(zip([role.code for role in TEAM_ROLE], (p.actual, p.before, p.target, p.focus), strict=True))
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": role.title.in_(language),
            "x": answer.column(role.code),
            "y": y,
            "marker": {"color": colours[role.code], "line": {"color": p.paper, "width": 1}},
            "hovertext": [
                f"<b>{name}</b><br>{role.title.in_(language)}: {grouped(n, 0, language)}"
                for name, n in zip(names, answer.column(role.code), strict=True)
            ],
            "hoverinfo": "text",
            "customdata": [
                view.link("/inspectors", province=place if place != "00" else "", list="inspections_taken_part")
                + "#records"
                for place in places
            ],
        }
        for role in TEAM_ROLE
    ]
    totals = [sum(row[1:]) for row in answer.rows]
    notes = [
        {
            "x": total,
            "y": at,
            "text": grouped(total, 0, language),
            "showarrow": False,
            "xanchor": "left",
            "xshift": 4,
            "font": {"size": 12, "color": p.ink},
        }
        for at, total in zip(y, totals, strict=True)
    ]
    labels = {"tickvals": y, "ticktext": names, "range": [len(y) - 0.4, -0.6], "zeroline": False, "showgrid": False}
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="stack",
            xaxis={"range": [0, max(totals)], "showticklabels": False, "zeroline": True},
            yaxis=labels,
            annotations=notes,
            meta={"legend": True},
            margin={"l": room(names), "r": 52},
        ),
    }


@dataclass(frozen=True)
class TopicBars(OneListing):
    """Questions to the help desk by topic, with how fast they are answered and how many still wait."""

    def ask(self, view: View) -> Any:
        return Topics(view.period, view.where)

    def caption(self, view: View) -> str:
        return scope(view)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = sorted(self.answer(answers, view).records(), key=lambda row: -row["opened"])
        if not any(row["opened"] or row["answered"] or row["waiting"] for row in rows):
            return empty(view, INDICATORS["tickets_opened"])
        bars = [self.bar(row, view) for row in rows]
        return graph(self.id, amounts(bars, view), view, said(bars), 42 * len(bars) + 20)

    def bar(self, row: dict[str, Any], view: View) -> Bar:
        language = view.language
        asked, answered, waiting = (grouped(row[name], 0, language) for name in ("opened", "answered", "waiting"))
        shown = ASKED.in_(language).format(asked, waiting, answered, DAYS.shown(row["median_days"], language))
        link = view.link("/inspectors", list="tickets_opened", topic=row["topic"]) + "#records"
        return Bar(TICKET_TOPIC.title_of(row["topic"]).in_(language), row["opened"], shown, link)
