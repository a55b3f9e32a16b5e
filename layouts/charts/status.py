"""Who pays: statuses stacked by month, by slice and by phase of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing, slice_title
from layouts.charts.bars import wrapped
from layouts.rows import cell_text
from layouts.spoken import place_name, ticks
from layouts.theme import Figure, layout, palette, room
from layouts.view import View
from warehouse.codes import JUDGED_STATUSES, UNIT_MONTH_STATUS
from warehouse.indicators import INDICATORS
from warehouse.periods import period_of, periods
from warehouse.records import ByPhase, Listing, StatusBy, StatusByMonth
from warehouse.units import SHARE, grouped

SHOWN_MONTHS = 13


def table_of(answer: Listing) -> Table:
    return Table(answer.columns, answer.rows)


def months(view: View) -> tuple[Any, Any]:
    """The thirteen months up to the end of the period looked at."""
    until = period_of("month", view.period.ends_by(view.as_of))
    assert until is not None
    shown = periods("month", view.first, until.starts_on)[-SHOWN_MONTHS:]
    return shown[0].starts_on, shown[-1].starts_on


def totals_of(answer: Listing) -> list[Any]:
    names = [column.name for column in answer.columns]
    return answer.column("with_status" if "with_status" in names else "units")


class Stacked(Block):
    """Bars of 100 %, one a row of the listing, parted by payment status."""

    horizontal = True

    def ask(self, view: View) -> Any:
        raise NotImplementedError

    def names(self, answer: Listing, view: View) -> list[str]:
        raise NotImplementedError

    def links(self, answer: Listing, view: View) -> list[str]:
        return []

    def ordered(self, answer: Listing) -> Listing:
        return answer

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (self.ask(view),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.ordered(listing(answers, self.ask(view)))
        totals = totals_of(answer)
        if not any(totals):
            return empty(view, INDICATORS["compliance_rate"])
        names = self.names(answer, view)
        figure = stacked(answer, names, self.links(answer, view), view, horizontal=self.horizontal)
        height = 340 if not self.horizontal else 33 * len(names) + 40
        return graph(self.id, figure, view, summary(answer, names, view), height)

    def table(self, answers: Answers, view: View) -> Table:
        return table_of(self.ordered(listing(answers, self.ask(view))))


@dataclass(frozen=True)
class StatusMonths(Stacked):
    """Thirteen months beside each other."""

    horizontal = False

    def ask(self, view: View) -> Any:
        return StatusByMonth(*months(view), where=view.where)

    def names(self, answer: Listing, view: View) -> list[str]:
        shown = tuple(p for day in answer.column("month") if (p := period_of("month", day)))
        return ticks(shown, view.language)


@dataclass(frozen=True)
class StatusSlices(Stacked):
    """The period's unit-months by sector, size, scheme or province."""

    by: str = "sector"

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)} · {slice_title(self.by).in_(view.language)}"

    def ordered(self, answer: Listing) -> Listing:
        """In the order of the code list."""
        codes = answer.columns[0].codes
        if codes is None:
            return answer
        place = {item.code: i for i, item in enumerate(codes)}
        return replace(answer, rows=tuple(sorted(answer.rows, key=lambda row: place.get(row[0], 99))))

    def ask(self, view: View) -> Any:
        return StatusBy(self.by, view.period, tuple(w for w in view.where if w[0] != self.by))

    def names(self, answer: Listing, view: View) -> list[str]:
        column = answer.columns[0]
        if column.codes is None:
            return [cell_text(column, row[0], view.language) for row in answer.rows]
        return [wrapped(column.codes.title_of(str(row[0])), view) for row in answer.rows]

    def links(self, answer: Listing, view: View) -> list[str]:
        return [view.link("/compliance", **{self.by: row[0]}) for row in answer.rows]


@dataclass(frozen=True)
class StatusPhases(Stacked):
    """The phases of the plan after each other."""

    def ask(self, view: View) -> Any:
        return ByPhase(view.where)

    def caption(self, view: View) -> str:
        return place_name(view.district or view.province or "all", view.language)

    def names(self, answer: Listing, view: View) -> list[str]:
        column = answer.columns[0]
        assert column.codes is not None
        return [wrapped(column.codes.title_of(row[0]), view) for row in answer.rows]

    def links(self, answer: Listing, view: View) -> list[str]:
        return [f"/compliance?{view.query()}" for _ in answer.rows]


def stacked(answer: Listing, names: list[str], links: list[str], view: View, *, horizontal: bool) -> Figure:
    p, language = palette(view), view.language
    totals = totals_of(answer)
    at = list(range(len(names)))
    long, across = ("x", "y") if horizontal else ("y", "x")
    traces = []
    for status in JUDGED_STATUSES:
        title = UNIT_MONTH_STATUS.title_of(status).in_(language)
        counts = answer.column(status)
        shares = [n / t if t else None for n, t in zip(counts, totals, strict=True)]
        traces.append(
            {
                "type": "bar",
                "name": title,
                "orientation": "h" if horizontal else "v",
                long: shares,
                across: at,
                "marker": {"color": p.statuses[status], "line": {"color": p.paper, "width": 1}},
                "customdata": links,
                "hovertext": [
                    f"<b>{name.replace('<br>', ' ')}</b><br>{title}: {SHARE.shown(s, language)} ({grouped(n, 0, language)})"
                    for name, s, n in zip(names, shares, counts, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    ticks_ = [0, 0.25, 0.5, 0.75, 1]
    numbers = {"tickvals": ticks_, "ticktext": [f"{t:.0%}" for t in ticks_], "range": [0, 1]}
    labels: Figure = {"tickvals": at, "ticktext": names, "zeroline": False, "showgrid": False}
    labels["range"] = [len(at) - 0.4, -0.6] if horizontal else [-0.6, len(at) - 0.4]
    axes = {"xaxis": numbers, "yaxis": labels} if horizontal else {"xaxis": labels, "yaxis": numbers}
    margin = {"l": room(names), "b": 28, "r": 22} if horizontal else {"l": 46, "b": 46}
    return {
        "data": traces,
        "layout": layout(view, **axes, barmode="stack", meta={"legend": True}, margin=margin, bargap=0.2),
    }


def summary(answer: Listing, names: Sequence[str], view: View) -> str:
    complied = [
        ((row_on + row_late) / total, name.replace("<br>", " "))
        for row_on, row_late, total, name in zip(
            answer.column("paid_on_time"), answer.column("paid_late"), totals_of(answer), names, strict=True
        )
        if total
    ]
    language = view.language
    (high, top), (low, bottom) = max(complied), min(complied)
    return (
        f"{words.HIGHEST.in_(language)}: {top} {SHARE.shown(high, language)}, "
        f"{words.LOWEST.in_(language)}: {bottom} {SHARE.shown(low, language)}"
    )
