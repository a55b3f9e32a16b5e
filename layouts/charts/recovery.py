"""How the money is spread over debtors, and how fast the debts of each quarter come back."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import Any

from layouts.blocks import Answers, Table, empty, graph
from layouts.charts.movement import text_on
from layouts.listed import OneListing
from layouts.spoken import period_name, spoken_day
from layouts.theme import Figure, layout, palette, room, scale
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.periods import add_months, month_start, parse_period, period_of
from warehouse.records import CohortRecovery, Concentration
from warehouse.text import Text
from warehouse.units import KIP, SHARE, grouped

TOP = Text(
    "The {} largest debtors owe {} of all that is outstanding ({})", lo="ລູກໜີ້ໃຫຍ່ສຸດ {} ລາຍ ຄ້າງ {} ຂອງຍອດຄ້າງທັງໝົດ ({})"
)
RANK_AXIS = Text("number of the largest debtors", lo="ຈຳນວນລູກໜີ້ໃຫຍ່ສຸດ")
NOTE = Text("{} largest: <b>{}</b>", lo="{} ລາຍໃຫຍ່ສຸດ: <b>{}</b>")
SO_FAR = Text(
    "recovered by {}; blank: not all debts of the quarter are that old yet",
    lo="ເກັບຄືນຮອດ {}; ວ່າງ: ໜີ້ໃນໄຕມາດຍັງບໍ່ເຖິງອາຍຸນັ້ນທັງໝົດ",
)
DAYS = Text("{} days", lo="{} ວັນ")
LATEST = Text("so far", lo="ມາຮອດ<br>ປັດຈຸບັນ")
NOT_YET = Text("not yet", lo="ຍັງບໍ່ຮອດ")
TOLD_AT = (10, 100)


@dataclass(frozen=True)
class ConcentrationCurve(OneListing):
    """The share of all outstanding that the so many largest debtors owe; a debtor is a unit with all its debts."""

    def ask(self, view: View) -> Any:
        return Concentration(view.period, view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        points = self.answer(answers, view).rows
        if not points:
            return empty(view, INDICATORS["debt_outstanding_lak"])
        text = ". ".join(top_of(point, view.language) for point in points if point[0] in (*TOLD_AT, points[-1][0]))
        return graph(self.id, curve(points, view), view, text, 320)


def top_of(point: tuple[Any, ...], language: str) -> str:
    many, lak, share = point
    shown = (grouped(many, 0, language), SHARE.shown(share, language), KIP.shown(lak, language, short=True))
    return TOP.in_(language).format(*shown)


def curve(points: tuple[tuple[Any, ...], ...], view: View) -> Figure:
    """Debtors on a scale of powers, since the few large ones are what matters."""
    p, language = palette(view), view.language
    x = [point[0] for point in points]
    told = [point for point in points if point[0] in TOLD_AT] or [points[-1]]
    at = [n for n in (1, 10, 100, 1000, 10_000) if n < x[-1] * 0.7 or n == 1] + ([x[-1]] if x[-1] > 1 else [])
    trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": [point[2] for point in points],
        "line": {"color": p.actual, "width": 2.5},
        "marker": {"size": [12 if point in told else 6 for point in points], "color": p.actual},
        "hovertext": [top_of(point, language) for point in points],
        "hoverinfo": "text",
        "customdata": [view.link("/debts", list="debt_outstanding_lak") + "#records" for _ in points],
    }
    notes = [
        {
            "x": log10(point[0]),
            "y": point[2],
            "text": NOTE.in_(language).format(grouped(point[0], 0, language), SHARE.shown(point[2], language)),
            "showarrow": False,
            "xanchor": "right",
            "xshift": -10,
            "yshift": 10,
            "font": {"size": 13, "color": p.ink},
        }
        for point in told
    ]
    levels = [0, 0.25, 0.5, 0.75, 1]
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={
                "type": "log",
                "tickvals": at,
                "ticktext": [grouped(n, 0, language) for n in at],
                "range": [-0.08, log10(x[-1]) + 0.08],
                "title": {"text": RANK_AXIS.in_(language), "standoff": 6, "font": {"size": 12}},
            },
            yaxis={"tickvals": levels, "ticktext": [f"{n:.0%}" for n in levels], "range": [0, 1.06]},
            annotations=notes,
            margin={"l": 46, "b": 52, "t": 10, "r": 24},
        ),
    }


@dataclass(frozen=True)
class CohortGrid(OneListing):
    """Quarters down, days since across, the share recovered as a colour and a number."""

    def ask(self, view: View) -> Any:
        quarter = period_of("quarter", month_start(view.period.ends_by(view.as_of)))
        assert quarter is not None
        return CohortRecovery(add_months(quarter.starts_on, -33), quarter.ends_on, view.where)

    def caption(self, view: View) -> str:
        return SO_FAR.in_(view.language).format(spoken_day(view.as_of, view.language))

    def draw(self, answers: Answers, view: View) -> Any:
        rows = self.answer(answers, view).records()
        if not any(row["established_lak"] for row in rows):
            return empty(view, INDICATORS["debt_cohort_recovered_share"])
        text = ", ".join(
            f"{quarter_name(row['quarter'], view)} {SHARE.shown(row['so_far'], view.language)}" for row in rows
        )
        return graph(self.id, grid_of(rows, view), view, text, 32 * len(rows) + 74)

    def table(self, answers: Answers, view: View) -> Table:
        answer = self.answer(answers, view)
        return Table(answer.columns, tuple((quarter_name(row[0], view), *row[1:]) for row in answer.rows))


def quarter_name(id_: str, view: View) -> str:
    return period_name(parse_period(id_), view.language)


def grid_of(rows: list[dict[str, Any]], view: View) -> Figure:
    p, language = palette(view), view.language
    keys = [key for key in rows[0] if key.startswith("within_")]
    heads = [DAYS.in_(language).format(key.removeprefix("within_")) for key in keys]
    heads.append(LATEST.in_(language))
    names = [
        f"{quarter_name(row['quarter'], view)} · {KIP.shown(row['established_lak'], language, short=True)}"
        for row in rows
    ]
    z = [[row[key] for key in (*keys, "so_far")] for row in rows]
    top = max((n for line in z for n in line if n is not None), default=1.0) or 1.0
    notes = [
        {
            "x": j,
            "y": i,
            "text": SHARE.shown(n, language),
            "showarrow": False,
            "font": {"size": 12, "color": text_on(n / top, view)},
        }
        for i, line in enumerate(z)
        for j, n in enumerate(line)
        if n is not None
    ]
    at, down = list(range(len(heads))), list(range(len(rows)))
    trace = {
        "type": "heatmap",
        "z": z,
        "x": at,
        "y": down,
        "hovertext": [
            [
                f"<b>{name}</b><br>{head.replace('<br>', ' ')}: {SHARE.shown(n, language) if n is not None else NOT_YET.in_(language)}"
                for head, n in zip(heads, line, strict=True)
            ]
            for name, line in zip(names, z, strict=True)
        ],
        "hoverinfo": "text",
        "customdata": [
            [view.link("/debts", period=parse_period(row["quarter"]), list="debt_cohort_recovered_share") + "#records"]
            * len(heads)
            for row in rows
        ],
        "colorscale": scale(p.rising),
        "zmin": 0,
        "zmax": top,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={"tickvals": at, "ticktext": heads, "side": "top", "tickangle": 0, "tickfont": {"size": 12}},
            yaxis={
                "tickvals": down,
                "ticktext": names,
                "range": [len(down) - 0.5, -0.5],
                "zeroline": False,
                "showgrid": False,
                "ticks": "",
            },
            annotations=notes,
            margin={"l": room(names), "t": 52, "r": 8},
        ),
    }
