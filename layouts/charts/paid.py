"""What one unit owed and paid, month by month: outlined bars behind filled ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from layouts.blocks import Answers, Ask, Block, Table, graph, listing, none
from layouts.charts.events import axis_of_days
from layouts.spoken import month_name
from layouts.theme import Figure, layout, number_axis, palette, room
from layouts.view import View
from warehouse.records import ENTERPRISE, ListColumn, Registered
from warehouse.units import KIP

SHOWN = 36
BAR = 22 * 86_400_000  # days of a month, in the axis' milliseconds


@dataclass(frozen=True)
class DuePaid(Block):
    """The last three years of months with a status."""

    def stands(self, view: View) -> bool:
        return not view.key.startswith(ENTERPRISE)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Registered("months", view.key),)

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def months(self, answers: Answers, view: View) -> list[dict[str, Any]]:
        rows = listing(answers, self.asks(view)[0]).records()
        return [row for row in rows if row["status"] and row["due_lak"] is not None][-SHOWN:]

    def draw(self, answers: Answers, view: View) -> Any:
        months = self.months(answers, view)
        if not any(row["due_lak"] or row["paid_lak"] for row in months):
            return none(view)
        answer = listing(answers, self.asks(view)[0])
        titles = {column.name: column.title.in_(view.language) for column in answer.columns}
        due, paid = (sum(row[name] or 0 for row in months) for name in ("due_lak", "paid_lak"))
        text = ", ".join(
            f"{titles[n]}: {KIP.shown(v, view.language)}" for n, v in (("due_lak", due), ("paid_lak", paid))
        )
        return graph(self.id, due_paid(months, titles, view), view, text, 300)

    def table(self, answers: Answers, view: View) -> Table:
        months = self.months(answers, view)
        columns = tuple(
            c for c in listing(answers, self.asks(view)[0]).columns if c.name in (months[0] if months else ())
        )
        return Table(columns or NO_COLUMNS, tuple(tuple(row[c.name] for c in columns) for row in reversed(months)))


NO_COLUMNS: tuple[ListColumn, ...] = ()


def due_paid(months: list[dict[str, Any]], titles: dict[str, str], view: View) -> Figure:
    p, language = palette(view), view.language
    axis = number_axis([row[name] for row in months for name in ("due_lak", "paid_lak")], KIP, language)
    traces = []
    for name, look in (
        ("due_lak", {"color": "rgba(0,0,0,0)", "line": {"color": p.target, "width": 1.5}}),
        ("paid_lak", {"color": p.actual}),
    ):
        traces.append(
            {
                "type": "bar",
                "name": titles[name],
                "x": [str(row["month_start"]) for row in months],
                "y": [row[name] for row in months],
                "width": BAR,
                "marker": look,
                "hovertext": [hover(row, titles[name], row[name], language) for row in months],
                "hoverinfo": "text",
            }
        )
    days = axis_of_days(months[0]["month_start"], months[-1]["month_start"], language, pad=20)
    margin = {"l": room(axis["ticktext"]), "b": 44, "t": 10}
    return {
        "data": traces,
        "layout": layout(view, barmode="overlay", xaxis=days, yaxis=axis, meta={"legend": True}, margin=margin),
    }


def hover(row: dict[str, Any], title: str, amount: float | None, language: str) -> str:
    day: date = row["month_start"]
    return f"<b>{month_name(day.month, language)} {day.year}</b><br>{title}: {KIP.shown(amount, language)} {KIP.name.in_(language)}"
