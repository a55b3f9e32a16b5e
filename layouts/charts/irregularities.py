"""What is found: irregularities in the order of their number, and where each is found, as colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing, slice_title
from layouts.charts.bars import wrapped
from layouts.charts.movement import text_on
from layouts.filters import KINDS
from layouts.theme import Figure, layout, palette, room, scale
from layouts.view import View
from warehouse.codes import IRREGULARITY
from warehouse.records import Irregularities, IrregularitiesBy, ListColumn, Listing
from warehouse.text import Text
from warehouse.units import SHARE, grouped

CUMULATED = Text("cumulated", lo="ສະສົມ")
CUMULATED_SHARE = ListColumn("cumulated", Text("Cumulated share", lo="ສັດສ່ວນສະສົມ"), "number", SHARE)
APART = Text("counts apart", lo="ນັບແຍກ")
APART_CODE = "obstruction"  # of the inspection itself, not of what it looks for
FIRST = Text("{} findings; {} of them: {}", lo="ພົບ {} ບັນຫາ; {} ໃນນັ້ນແມ່ນ: {}")
SHORT = {
    "not_registered_unit": Text("Unit not reg.", lo="ບໍ່ຂຶ້ນທະບຽນ"),
    "unregistered_workers": Text("Workers not reg.", lo="ແຮງງານບໍ່ຂຶ້ນ"),
    "unpaid": Text("Stopped", lo="ຢຸດຊຳລະ"),
    "late_payment": Text("Late", lo="ຊຳລະຊ້າ"),
    "under_declared_wages": Text("Wages", lo="ເງິນເດືອນຕ່ຳ"),
    "false_documents": Text("False docs", lo="ເອກະສານປອມ"),
    "benefit_fraud": Text("Fraud", lo="ສໍ້ໂກງ"),
    "obstruction": Text("Obstruction", lo="ຂັດຂວາງ"),
    "other": Text("Other", lo="ອື່ນໆ"),
}


def cumulated(answer: Listing) -> list[tuple[str, int, float | None]]:
    """Each irregularity with its findings and the share that it and those above it have; obstruction last, apart."""
    pairs = list(zip(answer.column("irregularity"), answer.column("findings"), strict=True))
    ordered = [pair for pair in pairs if pair[0] != APART_CODE]
    whole, sofar = sum(n for _, n in ordered), 0
    found: list[tuple[str, int, float | None]] = []
    for code, n in ordered:
        sofar += n
        found.append((code, n, sofar / whole))
    return [*found, *((code, n, None) for code, n in pairs if code == APART_CODE)]


@dataclass(frozen=True)
class Pareto(Block):
    """The few irregularities that make most findings: bars with the share that they have together."""

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Irregularities(view.period, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = cumulated(listing(answers, self.asks(view)[0]))
        if not rows:
            return empty(view)
        language = view.language
        total, (code, most, _) = sum(n for _, n, _ in rows), rows[0]
        numbers = (grouped(n, 0, language) for n in (total, most))
        text = FIRST.in_(language).format(*numbers, IRREGULARITY.title_of(code).in_(language))
        return graph(self.id, pareto(rows, view), view, text, 36 * len(rows) + 40)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        shares = {code: share for code, _, share in cumulated(answer)}
        rows = tuple((*row, shares[row[0]]) for row in answer.rows)
        return Table((*answer.columns, CUMULATED_SHARE), rows, tuple(found_link(row[0], view) for row in answer.rows))


def found_link(code: str, view: View, **more: str) -> str:
    return view.link("/findings", list="findings", irregularity=code, **more) + "#records"


def pareto(rows: list[tuple[str, int, float | None]], view: View) -> Figure:
    p, language = palette(view), view.language
    names = [wrapped(IRREGULARITY.title_of(code), view) for code, _, _ in rows]
    at, most = list(range(len(rows))), max(n for _, n, _ in rows)
    shares = [APART.in_(language) if share is None else SHARE.shown(share, language) for _, _, share in rows]
    column = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": 78, "showarrow": False}
    notes = [
        {**column, "y": y, "text": share, "font": {"size": 12, "color": p.quiet}}
        for y, share in zip(at, shares, strict=True)
    ]
    head = {**column, "yref": "paper", "y": 1, "yanchor": "bottom", "text": CUMULATED.in_(language)}
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [n for _, n, _ in rows],
        "y": at,
        "text": [f"<b>{grouped(n, 0, language)}</b>" for _, n, _ in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": [p.actual if share is not None else p.before for _, _, share in rows]},
        "customdata": [found_link(code, view) for code, _, _ in rows],
        "hovertext": [
            f"<b>{n.replace('<br>', ' ')}</b>: {grouped(c, 0, language)}<br>{CUMULATED.in_(language)}: {s}"
            for n, (_, c, _), s in zip(names, rows, shares, strict=True)
        ],
        "hoverinfo": "text",
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={"range": [0, most * 1.14], "showticklabels": False, "zeroline": True},
            yaxis={
                "tickvals": at,
                "ticktext": names,
                "range": [len(at) - 0.4, -0.6],
                "zeroline": False,
                "showgrid": False,
            },
            annotations=[*notes, {**head, "font": {"size": 11, "color": p.quiet}}],
            margin={"l": room(names), "t": 24, "r": 84},
        ),
    }


@dataclass(frozen=True)
class Crossed(Block):
    """Sectors or sizes down, irregularities across: the findings as number and colour."""

    by: str = "sector"
    row: int = 34

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)} · {slice_title(self.by).in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (IrregularitiesBy(self.by, view.period, tuple(w for w in view.where if w[0] != self.by)),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        cells = {(row[1], row[0]): row[2] for row in answer.rows}
        if not cells:
            return empty(view)
        rows = [item.code for item in KINDS[self.by] if any(key[0] == item.code for key in cells)]
        (place, kind), most = max(cells.items(), key=lambda cell: cell[1])
        text = (
            f"{KINDS[self.by].title_of(place).in_(view.language)}, {IRREGULARITY.title_of(kind).in_(view.language)}: "
        )
        figure = crossed(rows, cells, self.by, view)
        return graph(self.id, figure, view, text + grouped(most, 0, view.language), self.row * len(rows) + 124)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        links = tuple(found_link(row[0], view, **{self.by: row[1]}) for row in answer.rows)
        return Table(answer.columns, answer.rows, links)


def crossed(rows: list[str], cells: dict[tuple[str, str], int], by: str, view: View) -> Figure:
    p, language = palette(view), view.language
    codes = [item.code for item in IRREGULARITY]
    names = [wrapped(KINDS[by].title_of(code), view) for code in rows]
    shorts = [SHORT[code].in_(language) for code in codes]
    z = [[cells.get((row, code)) for code in codes] for row in rows]
    most = max(cells.values())
    notes = [
        {
            "x": x,
            "y": y,
            "text": grouped(n, 0, language),
            "showarrow": False,
            "font": {"size": 12, "color": text_on(n / most, view)},
        }
        for y, line in enumerate(z)
        for x, n in enumerate(line)
        if n
    ]
    hover = [
        [
            f"<b>{name.replace('<br>', ' ')}</b><br>{IRREGULARITY.title_of(code).in_(language)}: {grouped(n or 0, 0, language)}"
            for code, n in zip(codes, line, strict=True)
        ]
        for name, line in zip(names, z, strict=True)
    ]
    trace = {
        "type": "heatmap",
        "z": z,
        "x": list(range(len(codes))),
        "y": list(range(len(rows))),
        "hovertext": hover,
        "hoverinfo": "text",
        "customdata": [[found_link(code, view, **{by: row}) for code in codes] for row in rows],
        "colorscale": scale(p.rising),
        "zmin": 0,
        "zmax": most,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }
    return {
        "data": [trace],
        "layout": layout(
            view,
            xaxis={
                "tickvals": list(range(len(codes))),
                "ticktext": shorts,
                "side": "top",
                "tickangle": -90,
                "tickfont": {"size": 12},
            },
            yaxis={
                "tickvals": list(range(len(rows))),
                "ticktext": names,
                "ticks": "",
                "range": [len(rows) - 0.5, -0.5],
                "zeroline": False,
                "showgrid": False,
            },
            annotations=notes,
            margin={"l": room(names), "t": room(shorts, 110)},
        ),
    }
