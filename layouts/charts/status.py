"""Who pays: statuses stacked by month, by slice and by phase, and the share paid in full by province and month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing, slice_title
from layouts.charts.bars import wrapped
from layouts.rows import cell_text
from layouts.spoken import period_name, place_name, ticks
from layouts.theme import Figure, layout, palette, room, scale
from layouts.view import View
from warehouse.codes import UNIT_MONTH_STATUS
from warehouse.indicators import INDICATORS
from warehouse.periods import period_of, periods
from warehouse.records import ByPhase, Listing, StatusBy, StatusByMonth, StatusHeat
from warehouse.units import SHARE, grouped

STATUSES = ("paid_on_time", "paid_late", "part_paid", "unpaid", "stopped", "never_paid")
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
    for status in STATUSES:
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


@dataclass(frozen=True)
class Heat(Block):
    """Provinces (or the districts of one) down, months across, the share paid in full as a colour."""

    def by(self, view: View) -> str:
        return "district" if view.province else "province"

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)} · {slice_title(self.by(view)).in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (StatusHeat(self.by(view), *months(view), where=view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        if not answer.rows:
            return empty(view, INDICATORS["compliance_rate"])
        places = sorted({row[0] for row in answer.rows})
        days = sorted({row[1] for row in answer.rows})
        cells = {(row[0], row[1]): row[4] for row in answer.rows}
        figure = heat(places, days, cells, view)
        known = [(s, k) for k, s in cells.items() if s is not None]
        text = words.NO_DATA.in_(view.language)
        if known:
            (high, top), (low, bottom) = max(known), min(known)
            text = ", ".join(
                f"{word.in_(view.language)}: {place_name(key[0], view.language)} {key[1]:%m/%Y} {SHARE.shown(s, view.language)}"
                for word, key, s in ((words.HIGHEST, top, high), (words.LOWEST, bottom, low))
            )
        return graph(self.id, figure, view, text, 30 * len(places) + 110)

    def table(self, answers: Answers, view: View) -> Table:
        return table_of(listing(answers, self.asks(view)[0]))


def heat(places: list[str], days: list[Any], cells: dict[tuple[str, Any], float | None], view: View) -> Figure:
    p, language = palette(view), view.language
    shown = tuple(q for day in days if (q := period_of("month", day)))
    names = [place_name(code, language, short=True) for code in places]
    z = [[cells.get((place, day)) for day in days] for place in places]
    hover = [
        [
            f"<b>{name}</b> · {period_name(q, language)}<br>{SHARE.shown(s, language)}"
            for q, s in zip(shown, row, strict=True)
        ]
        for name, row in zip(names, z, strict=True)
    ]
    links = [
        [
            view.link(
                f"/province/{place}" if len(place) == 2 else "/compliance",
                period=q,
                **({} if len(place) == 2 else {"district": place}),
            )
            for q in shown
        ]
        for place in places
    ]
    trace = {
        "type": "heatmap",
        "z": z,
        "x": list(range(len(days))),
        "y": list(range(len(places))),
        "hovertext": hover,
        "hoverinfo": "text",
        "customdata": links,
        "colorscale": scale(p.rising),
        "zmin": span_of(z)[0],
        "zmax": span_of(z)[1],
        "xgap": 1.5,
        "ygap": 1.5,
        "colorbar": colour_bar(z, view),
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            plot_bgcolor=p.none,
            xaxis={"tickvals": list(range(len(days))), "ticktext": ticks(shown, language), "side": "top"},
            yaxis={
                "tickvals": list(range(len(places))),
                "ticktext": names,
                "range": [len(places) - 0.5, -0.5],
                "zeroline": False,
                "showgrid": False,
            },
            margin={"l": room(names), "t": 50, "r": 74},
        ),
    }


def span_of(z: list[list[float | None]]) -> tuple[float, float]:
    """From the lowest of all but a few to the highest: one odd cell must not take the colours from the others."""
    known = sorted(n for row in z for n in row if n is not None) or [0.0, 1.0]
    low, high = known[len(known) // 25], known[-1]
    return (low, high) if high > low else (low, low + 0.01)


def colour_bar(z: list[list[float | None]], view: View) -> Figure:
    low, high = span_of(z)
    at = [low + (high - low) * i / 4 for i in range(5)]
    text = [SHARE.shown(n, view.language) for n in at]
    if any(n is not None and n < low for row in z for n in row):
        text[0] = f"≤ {text[0]}"
    return {"thickness": 10, "outlinewidth": 0, "tickvals": at, "ticktext": text, "len": 0.9}
