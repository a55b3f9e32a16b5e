"""What is owed: by age now and through time, by cause, by size of the debt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.blocks import Answers, empty, graph
from layouts.charts.amounts import Bar, amounts, said
from layouts.charts.bars import wrapped
from layouts.charts.status import months
from layouts.listed import OneListing
from layouts.spoken import period_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.codes import DEBT_AGE, DEBT_CAUSE
from warehouse.indicators import INDICATORS
from warehouse.periods import period_of
from warehouse.records import Ageing, DebtCauses, DebtSizes
from warehouse.text import Text
from warehouse.units import KIP, SHARE, grouped

DEBTS = Text("{} debts", lo="{} ໜີ້")
BELOW = Text("below {}", lo="ຕ່ຳກວ່າ {}")
MILLIONS = Text("{} M", lo="{} ລ້ານ")
FROM_ON = Text("{} or more", lo="{} ຂຶ້ນໄປ")
OF_CASES = Text("Share of the debts", lo="ສັດສ່ວນຂອງຈຳນວນໜີ້")
OF_MONEY = Text("Share of the money", lo="ສັດສ່ວນຂອງຈຳນວນເງິນ")
LIST = "debt_outstanding_lak"


def told(cases: float, lak: float, share: float | None, language: str) -> str:
    """25.8 bn · 48.2%, and below 460 debts."""
    parts = (KIP.shown(lak, language, short=True), SHARE.shown(share, language), grouped(cases, 0, language))
    return f"{parts[0]} · {parts[1]}<br>{DEBTS.in_(language).format(parts[2])}"


def ages(view: View) -> list[str]:
    """From young to old: the darker (in the dark: the lighter), the older."""
    return list(palette(view).falling[-4:])


@dataclass(frozen=True)
class AgeBars(OneListing):
    """The debts not settled at the period's end, by the law's ages."""

    def ask(self, view: View) -> Any:
        last = months(view)[1]
        return Ageing(last, last, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = self.answer(answers, view).records()
        if not any(row["cases"] for row in rows):
            return empty(view, INDICATORS[LIST])
        bars = [
            Bar(
                DEBT_AGE.title_of(row["age"]).in_(view.language),
                row["outstanding_lak"],
                told(row["cases"], row["outstanding_lak"], row["share"], view.language),
                view.link("/debts", list=LIST, age=row["age"]) + "#records",
                colour,
            )
            for row, colour in zip(rows, ages(view), strict=True)
        ]
        return graph(self.id, amounts(bars, view), view, said(bars), 46 * len(bars) + 20)


@dataclass(frozen=True)
class AgeMonths(OneListing):
    """Thirteen months of what is outstanding, each parted by age."""

    def ask(self, view: View) -> Any:
        return Ageing(*months(view), view.where)

    def caption(self, view: View) -> str:
        first, last = (period_of("month", day) for day in months(view))
        names = [period_name(p, view.language) for p in (first, last) if p is not None]
        return f"{' – '.join(dict.fromkeys(names))} · {KIP.name.in_(view.language)}"

    def draw(self, answers: Answers, view: View) -> Any:
        rows = self.answer(answers, view).records()
        if not any(row["cases"] for row in rows):
            return empty(view, INDICATORS[LIST])
        old = [row for row in rows if row["age"] == "d366"]
        text = f"{DEBT_AGE.title_of('d366').in_(view.language)}: " + ", ".join(
            f"{row['month']:%m/%Y} {SHARE.shown(row['share'], view.language)}" for row in (old[0], old[-1])
        )
        return graph(self.id, by_age(rows, view), view, text, 300)


def by_age(rows: list[dict[str, Any]], view: View) -> Figure:
    p, language = palette(view), view.language
    days = sorted({row["month"] for row in rows})
    shown = tuple(q for day in days if (q := period_of("month", day)))
    x = list(range(len(days)))
    traces: list[Figure] = []
    for code, colour in zip(DEBT_AGE, ages(view), strict=True):
        mine = [row for row in rows if row["age"] == code.code]
        name = code.title.in_(language)
        traces.append(
            {
                "type": "bar",
                "name": name,
                "x": x,
                "y": [row["outstanding_lak"] for row in mine],
                "marker": {"color": colour, "line": {"color": p.paper, "width": 1}},
                "customdata": [view.link("/debts", period=q, list=LIST, age=code.code) + "#records" for q in shown],
                "hovertext": [
                    f"<b>{period_name(q, language)}</b> · {name}<br>"
                    + told(row["cases"], row["outstanding_lak"], row["share"], language)
                    for q, row in zip(shown, mine, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    totals = [sum(row["outstanding_lak"] for row in rows if row["month"] == day) for day in days]
    axis = number_axis(totals, KIP, language)
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="stack",
            xaxis={"tickvals": x, "ticktext": ticks(shown, language), "range": [-0.6, len(x) - 0.4]},
            yaxis=axis,
            meta={"legend": True},
            margin={"l": room(axis["ticktext"]), "t": 10, "b": 46},
        ),
    }


@dataclass(frozen=True)
class CauseBars(OneListing):
    """The debts not settled at the period's end, by cause, the most first."""

    def ask(self, view: View) -> Any:
        return DebtCauses(view.period, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = self.answer(answers, view).records()
        if not rows:
            return empty(view, INDICATORS[LIST])
        bars = [
            Bar(
                wrapped(DEBT_CAUSE.title_of(row["cause"]), view),
                row["outstanding_lak"],
                told(row["cases"], row["outstanding_lak"], row["share"], view.language),
                view.link("/debts", list=LIST, cause=row["cause"]) + "#records",
            )
            for row in rows
        ]
        return graph(self.id, amounts(bars, view), view, said(bars), 44 * len(bars) + 20)


@dataclass(frozen=True)
class SizeBars(OneListing):
    """Debts by what is outstanding of each: their share of all debts beside their share of the money."""

    def ask(self, view: View) -> Any:
        return DebtSizes(view.period, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = self.answer(answers, view).records()
        if not any(row["cases"] for row in rows):
            return empty(view, INDICATORS[LIST])
        names = [size_name(row["from_lak"], row["below_lak"], view.language) for row in rows]
        text = ", ".join(
            f"{name}: {told(row['cases'], row['outstanding_lak'], row['share'], view.language)}"
            for name, row in zip(names, rows, strict=True)
        ).replace("<br>", " ")
        return graph(self.id, by_size(names, rows, view), view, text, 50 * len(names) + 30)


def size_name(low: int, high: int | None, language: str) -> str:
    shown = [MILLIONS.in_(language).format(grouped(n / 1e6, 0, language)) for n in (low, high) if n]
    if high is None:
        return FROM_ON.in_(language).format(shown[0])
    return "–".join(shown) if low else BELOW.in_(language).format(shown[0])


def by_size(names: list[str], rows: list[dict[str, Any]], view: View) -> Figure:
    p, language = palette(view), view.language
    whole = sum(row["cases"] for row in rows)
    y = list(range(len(names)))
    traces: list[Figure] = []
    for title, colour, shares, numbers in (
        (
            OF_CASES,
            p.before,
            [row["cases"] / whole for row in rows],
            [grouped(row["cases"], 0, language) for row in rows],
        ),
        (
            OF_MONEY,
            p.actual,
            [row["share"] or 0.0 for row in rows],
            [KIP.shown(row["outstanding_lak"], language, short=True) for row in rows],
        ),
    ):
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": title.in_(language),
                "x": shares,
                "y": y,
                "text": [f"{SHARE.shown(s, language)} · {n}" for s, n in zip(shares, numbers, strict=True)],
                "textposition": "outside",
                "textangle": 0,
                "textfont": {"size": 12},
                "constraintext": "none",
                "cliponaxis": False,
                "marker": {"color": colour},
                "hovertext": [
                    f"<b>{n}</b><br>{title.in_(language)}: {SHARE.shown(s, language)}"
                    for n, s in zip(names, shares, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    longest = max(share for trace in traces for share in trace["x"])
    labels = {"tickvals": y, "ticktext": names, "range": [len(y) - 0.4, -0.6], "zeroline": False, "showgrid": False}
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="group",
            bargap=0.25,
            xaxis={"range": [0, longest], "showticklabels": False, "zeroline": True},
            yaxis=labels,
            meta={"legend": True},
            margin={"l": room(names), "r": 128},
        ),
    }
