"""Fines beside the law: what was imposed, what the statute gives, what was paid, by period and by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layouts import words
from layouts.blocks import Answers, Ask, Block, Table, empty, graph, listing, whereabouts
from layouts.spoken import period_name, ticks
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.records import FinesBy, FinesByPeriod, ListColumn, Listing
from warehouse.text import Text
from warehouse.units import KIP, SHARE, grouped

AMOUNTS = ("statutory_lak", "imposed_lak", "paid_lak")
FINES = (Text("{} fines", lo="{} ລາຍການ"), Text("{} fine", lo="{} ລາຍການ"))
COLLECTED = Text("Paid so far, of what was imposed: {}", lo="ຊຳລະແລ້ວ ຈາກທີ່ປັບໃໝ: {}")


def looks(view: View) -> dict[str, Figure]:
    p = palette(view)
    return {
        "statutory_lak": {"color": "rgba(0,0,0,0)", "line": {"color": p.target, "width": 1.5}},
        "imposed_lak": {"color": p.before},
        "paid_lak": {"color": p.actual},
    }


def traces(answer: Listing, names: Sequence[str], links: Sequence[str], view: View, *, upright: bool) -> list[Figure]:
    """Imposed, within it what was paid, around both the outline of what the law gives."""
    at = list(range(len(names)))
    titles = {column.name: column.title.in_(view.language) for column in answer.columns}
    found = []
    for name in ("imposed_lak", "paid_lak", "statutory_lak"):
        numbers = [n or None for n in answer.column(name)]  # the outline of nothing would be a line
        axes = {"x": at, "y": numbers} if upright else {"x": numbers, "y": at}
        found.append(
            {
                "type": "bar",
                "name": titles[name],
                "orientation": "v" if upright else "h",
                **axes,
                "width": 0.36 if name == "paid_lak" else 0.7,
                "marker": looks(view)[name],
                "customdata": list(links),
                "hovertext": [
                    f"<b>{label.replace('<br>', ' ')}</b><br>{titles[name]}: {KIP.shown(n, view.language)} "
                    f"{KIP.name.in_(view.language)}"
                    for label, n in zip(names, numbers, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    return found


def collected(answer: Listing, view: View) -> str:
    """One sentence for all rows together."""
    imposed, paid = sum(answer.column("imposed_lak")), sum(answer.column("paid_lak"))
    return COLLECTED.in_(view.language).format(SHARE.shown(paid / imposed if imposed else None, view.language))


@dataclass(frozen=True)
class FineCourse(Block):
    """Thirteen periods of fines: imposed against the statutory amount, and paid so far."""

    def caption(self, view: View) -> str:
        first, last = (period_name(q, view.language) for q in (view.history[0], view.history[-1]))
        return f"{first} – {last} · {whereabouts(view)} · {KIP.name.in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (FinesByPeriod(view.history, view.where),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        if not any(answer.column("fines")):
            return empty(view)
        names = [period_name(q, view.language) for q in view.history]
        links = [view.link("/enforcement", period=q, list="fines_imposed") + "#records" for q in view.history]
        highest = [max(row[2:5]) for row in answer.rows]
        axis = number_axis(highest, KIP, view.language)
        notes = [
            {
                "x": at,
                "y": top,
                "text": grouped(count, 0, view.language),
                "showarrow": False,
                "yshift": 9,
                "font": {"size": 11, "color": palette(view).quiet},
            }
            for at, (top, count) in enumerate(zip(highest, answer.column("fines"), strict=True))
            if count
        ]
        figure = {
            "data": traces(answer, names, links, view, upright=True),
            "layout": layout(
                view,
                barmode="overlay",
                meta={"legend": True},
                xaxis={
                    "tickvals": list(range(len(names))),
                    "ticktext": ticks(view.history, view.language),
                    "range": [-0.6, len(names) - 0.4],
                },
                yaxis=axis,
                annotations=notes,
                margin={"l": room(axis["ticktext"]), "t": 18, "b": 46},
            ),
        }
        return graph(self.id, figure, view, collected(answer, view), 320)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        named = (period_name(q, view.language) for q in view.history)
        rows = tuple((name, *row[1:]) for name, row in zip(named, answer.rows, strict=True))
        return Table((ListColumn("period", words.PERIOD), *answer.columns[1:]), rows)


@dataclass(frozen=True)
class FineKinds(Block):
    """The period's fines by their basis in the law, or by their status."""

    by: str = "basis"

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (FinesBy(self.by, view.period, view.where),)

    def links(self, answer: Listing, view: View) -> list[str]:
        codes = answer.column(self.by)
        return [view.link("/enforcement", list="fines_imposed", **{self.by: code}) + "#records" for code in codes]

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        if not answer.rows:
            return empty(view)
        language, titles = view.language, answer.columns[0].codes
        assert titles is not None
        names = [titles.title_of(code).in_(language) for code in answer.column(self.by)]
        highest = [max(row[2:5]) for row in answer.rows]
        notes = [
            {
                "x": top,
                "y": at,
                "text": f"<b>{KIP.shown(imposed, language, short=True)}</b>  {FINES[n == 1].in_(language).format(grouped(n, 0, language))}",
                "showarrow": False,
                "xanchor": "left",
                "xshift": 5,
                "font": {"size": 12},
            }
            for at, (top, n, imposed) in enumerate(
                zip(highest, answer.column("fines"), answer.column("imposed_lak"), strict=True)
            )
        ]
        at = list(range(len(names)))
        figure = {
            "data": traces(answer, names, self.links(answer, view), view, upright=False),
            "layout": layout(
                view,
                barmode="overlay",
                meta={"legend": True},
                xaxis={"range": [0, max(highest) * 1.02], "showticklabels": False, "zeroline": True},
                yaxis={
                    "tickvals": at,
                    "ticktext": names,
                    "range": [len(at) - 0.4, -0.6],
                    "zeroline": False,
                    "showgrid": False,
                },
                annotations=notes,
                margin={"l": room(names), "r": 130},
            ),
        }
        return graph(self.id, figure, view, collected(answer, view), 40 * len(names) + 30)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows, tuple(self.links(answer, view)))
