"""The enforcement ladder: what became of each step's measures, and how far up inspections have climbed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing, whereabouts
from layouts.charts.steps import funnel
from layouts.spoken import spoken_day
from layouts.theme import Figure, Palette, layout, palette, room
from layouts.view import View
from warehouse.codes import STEP
from warehouse.records import ENDED, LadderFunnel, LadderSteps, Listing
from warehouse.text import Text
from warehouse.units import SHARE, grouped

BY_DEADLINE = Text(
    "measures whose deadline was in the period, as they stand on", lo="ມາດຕະການທີ່ຮອດກຳນົດໃນໄລຍະ, ສະຖານະໃນວັນທີ"
)
OF_INSPECTIONS = Text(
    "Inspections from {} to {}, counted at every step they have come to", lo="ການກວດກາ {} ຫາ {}, ນັບທຸກຂັ້ນຕອນທີ່ມາຮອດ"
)
MEASURES = (Text("{} measures", lo="{} ມາດຕະການ"), Text("{} measure", lo="{} ມາດຕະການ"))
IN_TIME = Text("{}: {} of {} complied in time", lo="{}: {} ຈາກ {} ປະຕິບັດທັນກຳນົດ")
STATES = {"in_time": "complied", "late": "complied", "followed": "expired", "owed": "expired", "expired": "expired"}
LEGIBLE = 0.09  # the share of a bar that has room for its own number


def colour(outcome: str, p: Palette) -> str:
    same = {
        "in_time": "paid_on_time",
        "late": "paid_late",
        "followed": "part_paid",
        "owed": "stopped",
        "expired": "unpaid",
    }
    return p.statuses[same[outcome]] if outcome in same else p.none


@dataclass(frozen=True)
class LadderBars(Block):
    """Each step's measures whose deadline lay in the period: complied in time or late, followed, or the next step owed."""

    def caption(self, view: View) -> str:
        return f"{whereabouts(view)} · {BY_DEADLINE.in_(view.language)} {spoken_day(view.as_of, view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (LadderSteps(view.period, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        kept = replace(answer, rows=tuple(r for r in answer.rows if r[2]))
        if not kept.rows:
            return empty(view)
        steps = zip(kept.column("step"), kept.column("in_time"), kept.column("ended"), strict=True)
        told = [
            IN_TIME.in_(view.language).format(
                STEP.title_of(s).in_(view.language), *(grouped(n, 0, view.language) for n in (a, b))
            )
            for s, a, b in steps
        ]
        return graph(self.id, outcomes(kept, view), view, "; ".join(told), 52 * len(kept.rows) + 44)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)


def outcomes(answer: Listing, view: View) -> Figure:
    """Bars of 100 %, one a step, parted by what became of its measures."""
    p, language = palette(view), view.language
    titles = {column.name: column.title.in_(language) for column in answer.columns}
    steps, totals = answer.column("step"), answer.column("ended")
    names = [
        f"{STEP.title_of(s).in_(language)}<br><i>{MEASURES[n == 1].in_(language).format(grouped(n, 0, language))}</i>"
        for s, n in zip(steps, totals, strict=True)
    ]
    at = list(range(len(steps)))
    traces = []
    for outcome in ENDED:
        counts = answer.column(outcome)
        if not any(counts):
            continue
        shares = [n / t for n, t in zip(counts, totals, strict=True)]
        state = STATES.get(outcome, "")
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": titles[outcome],
                "x": shares,
                "y": at,
                "text": [SHARE.shown(s, language) if s >= LEGIBLE else "" for s in shares],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"color": ink_on(outcome, view), "size": 12},
                "marker": {"color": colour(outcome, p), "line": {"color": p.paper, "width": 1}},
                "customdata": [
                    view.link("/enforcement", list="ended", step=s, state=state) + "#records" for s in steps
                ],
                "hovertext": [
                    f"<b>{STEP.title_of(s).in_(language)}</b><br>{titles[outcome]}: "
                    f"{grouped(n, 0, language)} ({SHARE.shown(part, language)})"
                    for s, n, part in zip(steps, counts, shares, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    ticks_ = [0, 0.25, 0.5, 0.75, 1]
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="stack",
            uniformtext={"mode": "hide", "minsize": 11},
            bargap=0.3,
            meta={"legend": True},
            xaxis={"tickvals": ticks_, "ticktext": [f"{t:.0%}" for t in ticks_], "range": [0, 1]},
            yaxis={
                "tickvals": at,
                "ticktext": names,
                "range": [len(at) - 0.4, -0.6],
                "zeroline": False,
                "showgrid": False,
            },
            margin={"l": room(names), "b": 28, "r": 22},
        ),
    }


def ink_on(outcome: str, view: View) -> str:
    """Ink that can be read on the outcome's colour."""
    light = {"followed", "expired", "owed"} if view.theme == "light" else {"in_time", "owed"}
    return "#10161d" if outcome in light else "#ffffff"


@dataclass(frozen=True)
class EnforcementFunnel(Block):
    """Inspections of the year up to the period's end: with findings, and how many came to each step of the ladder."""

    def ask(self, view: View) -> LadderFunnel:
        return LadderFunnel(view.period, view.where)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (self.ask(view),)

    def caption(self, view: View) -> str:
        days = (spoken_day(day, view.language) for day in self.ask(view).span(view.as_of))
        return f"{OF_INSPECTIONS.in_(view.language).format(*days)} · {whereabouts(view)}"

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.ask(view))
        counts, codes = answer.column("inspections"), answer.column("rung")
        if not counts or not counts[0]:
            return empty(view)
        titles = answer.columns[0].codes
        assert titles is not None
        names = [titles.title_of(code).in_(view.language) for code in codes]
        links = [view.link(self.page(code)) for code in codes]
        text = ", ".join(f"{n} {grouped(c, 0, view.language)}" for n, c in zip(names, counts, strict=True))
        return graph(self.id, funnel(names, counts, links, view), view, text, 34 * len(names) + 24)

    def page(self, rung: str) -> str:
        return {"inspections": "/inspections", "with_findings": "/findings"}.get(rung, "/enforcement")

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.ask(view))
        links = tuple(view.link(self.page(code)) for code in answer.column("rung"))
        return Table(answer.columns, answer.rows, links)
