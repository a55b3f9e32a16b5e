"""The running balance of debts: opening, what was established, what came back, closing – month by month, and added up in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dash import html

from layouts.blocks import Answers, Block, Table, empty, graph, listing
from layouts.charts.status import months
from layouts.spoken import period_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.periods import month_start, period_of
from warehouse.records import Balance
from warehouse.text import Text
from warehouse.units import KIP

CLOSING = Text("Outstanding at the month's end", lo="ຍອດຄ້າງທ້າຍເດືອນ")
CAME = Text("Established", lo="ກຳນົດໃໝ່")
LEFT = Text("Recovered", lo="ເກັບຄືນ")
OVER = Text("Paid beyond what was owed", lo="ຊຳລະເກີນໜີ້")
ADDS_UP = Text(
    "{period}: {opening} outstanding before + {established} established − {recovered} recovered + {beyond} paid beyond what was "
    "owed = {closing} outstanding",
    lo="{period}: ຍົກມາ {opening} + ກຳນົດໃໝ່ {established} − ເກັບຄືນ {recovered} + ຊຳລະເກີນໜີ້ {beyond} = ຄົງຄ້າງ {closing}",
)
BEYOND = Text(
    "A payment beyond a debt's principal lowers nothing, since what is owed never falls below 0: it is added back, so that the "
    "balance adds up.",
    lo="ການຊຳລະເກີນຕົ້ນທຶນບໍ່ຫຼຸດໜີ້ ເພາະຍອດຄ້າງບໍ່ຕ່ຳກວ່າ 0: ຈຶ່ງບວກຄືນ ເພື່ອໃຫ້ຍອດກົງກັນ.",
)


@dataclass(frozen=True)
class BalanceChart(Block):
    """Above: what is outstanding at each month's end. Below, larger: what came in and what came back in it."""

    def asks(self, view: View) -> tuple[Any, ...]:
        first, last = months(view)
        return (Balance(min(first, month_start(view.period.starts_on)), last, view.where),)

    def caption(self, view: View) -> str:
        first, last = (period_of("month", day) for day in months(view))
        names = [period_name(p, view.language) for p in (first, last) if p is not None]
        return f"{' – '.join(dict.fromkeys(names))} · {KIP.name.in_(view.language)} · {BEYOND.in_(view.language)}"

    def draw(self, answers: Answers, view: View) -> Any:
        rows = listing(answers, self.asks(view)[0]).records()
        shown = [row for row in rows if row["month"] >= months(view)[0]]
        if not any(row["closing_lak"] or row["recovered_lak"] for row in shown):
            return empty(view, INDICATORS["debt_outstanding_lak"])
        sentence = summed([row for row in rows if row["month"] >= view.period.starts_on], view)
        return [html.P(sentence, className="told"), graph(self.id, balance(shown, view), view, sentence, 430)]

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)


def summed(rows: list[dict[str, Any]], view: View) -> str:
    """The period's months as one sum."""
    parts = {name: sum(row[f"{name}_lak"] for row in rows) for name in ("established", "recovered", "beyond")}
    parts |= {"opening": rows[0]["opening_lak"], "closing": rows[-1]["closing_lak"]}
    shown = {name: KIP.shown(n, view.language) for name, n in parts.items()}
    return ADDS_UP.in_(view.language).format(period=period_name(view.period, view.language), **shown)


def balance(rows: list[dict[str, Any]], view: View) -> Figure:
    p, language = palette(view), view.language
    shown = tuple(q for row in rows if (q := period_of("month", row["month"])))
    x = list(range(len(rows)))
    closing = [row["closing_lak"] for row in rows]
    hover = [
        f"<b>{period_name(q, language)}</b><br>{equation(row, language)}" for q, row in zip(shown, rows, strict=True)
    ]
    links = {
        id_: [view.link("/debts", period=q, list=id_) + "#records" for q in shown]
        for id_ in ("debt_outstanding_lak", "debt_established_lak", "debt_recovered_lak")
    }
    looks = (
        (CLOSING, closing, p.before, "y", "debt_outstanding_lak"),
        (CAME, [row["established_lak"] for row in rows], p.target, "y2", "debt_established_lak"),
        (LEFT, [-row["recovered_lak"] for row in rows], p.actual, "y2", "debt_recovered_lak"),
        (OVER, [row["beyond_lak"] for row in rows], p.focus, "y2", "debt_recovered_lak"),
    )
    traces = [
        {
            "type": "bar",
            "name": title.in_(language),
            "x": x,
            "y": numbers,
            "yaxis": axis,
            "marker": {"color": colour},
            "customdata": links[id_],
            "hovertext": hover,
            "hoverinfo": "text",
        }
        for title, numbers, colour, axis, id_ in looks
        if any(numbers) or title is not OVER
    ]
    above = number_axis(closing, KIP, language)
    below = number_axis([*looks[1][1], *looks[2][1]], KIP, language)
    unsigned = [text.lstrip("−-") for text in below["ticktext"]]
    low = min(below["range"][0], min(looks[2][1]) * 1.06)
    return {
        "data": traces,
        "layout": layout(
            view,
            barmode="relative",
            xaxis={"tickvals": x, "ticktext": ticks(shown, language), "range": [-0.6, len(x) - 0.4], "anchor": "y2"},
            yaxis={**above, "domain": [0.56, 1]},
            yaxis2={
                **below,
                "ticktext": unsigned,
                "range": [low, below["range"][1]],
                "domain": [0, 0.46],
                "gridcolor": p.rule,
                "zerolinecolor": p.quiet,
                "zeroline": True,
                "fixedrange": True,
            },
            meta={"legend": True},
            annotations=[last_number(closing, view)],
            margin={"l": room([*above["ticktext"], *unsigned]), "t": 22, "b": 46},
        ),
    }


def last_number(closing: list[float], view: View) -> Figure:
    shown = KIP.shown(closing[-1], view.language, short=True)
    ink = {"size": 13, "color": palette(view).ink}
    place = {"x": len(closing) - 1, "y": closing[-1], "yanchor": "bottom", "showarrow": False}
    return {**place, "text": f"<b>{shown}</b>", "font": ink}


def equation(row: dict[str, Any], language: str) -> str:
    names = ("opening", "established", "recovered", "beyond", "closing")
    opening, came, left, beyond, closing = (KIP.shown(row[f"{name}_lak"], language) for name in names)
    return f"{opening}<br>+ {came}<br>− {left}<br>+ {beyond}<br>= {closing}"
