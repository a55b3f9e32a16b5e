"""Contributions month by month: years down, months across, each in the colour of its payment status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from dash import html
from dash.development.base_component import Component

from layouts.attributes import aria
from layouts.blocks import Answers, Ask, Block, Table, listing, none
from layouts.spoken import month_name
from layouts.theme import palette
from layouts.view import View
from warehouse.codes import UNIT_MONTH_STATUS
from warehouse.records import ENTERPRISE, Registered
from warehouse.units import KIP

NO_STATUS = "not_yet_due"


@dataclass(frozen=True)
class StatusCalendar(Block):
    """Months outside the registration stay empty; one not yet due has an outline only."""

    has_figure: ClassVar[bool] = False

    def stands(self, view: View) -> bool:
        return not view.key.startswith(ENTERPRISE)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (Registered("months", view.key),)

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows[::-1])

    def draw(self, answers: Answers, view: View) -> Any:
        months = {r["month_start"]: r for r in listing(answers, self.asks(view)[0]).records() if r["status"]}
        if not months:
            return none(view)
        found = {row["status"] for row in months.values()}
        return [key(found, view), html.Div(calendar(months, view, self.heading(view)), className="scroll", tabIndex=0)]


def key(found: set[str], view: View) -> Component:
    """What each colour is, of those that are there."""
    language = view.language
    items = [
        html.Li(
            [
                html.Span(className=f"key {look_of(item.code)}", style=colour(item.code, view)),
                item.title.in_(language),
            ]
        )
        for item in UNIT_MONTH_STATUS
        if item.code in found
    ]
    return html.Ul(items, className="legend")


def look_of(code: str) -> str:
    return "outlined" if code == NO_STATUS else "filled"


def colour(code: str, view: View) -> dict[str, str]:
    return {} if code == NO_STATUS else {"background": palette(view).statuses[code]}


def calendar(months: dict[date, dict[str, Any]], view: View, title: str) -> Component:
    language = view.language
    years = range(max(months).year, min(months).year - 1, -1)
    heads = [html.Th("", scope="col")]
    heads += [html.Th(month_name(n, language, "abbreviated"), scope="col") for n in range(1, 13)]
    body = [
        html.Tr([html.Th(str(year), scope="row"), *(cell(months.get(date(year, n, 1)), view) for n in range(1, 13))])
        for year in years
    ]
    caption = html.Caption(title, className="visually-hidden")
    return html.Table(
        [caption, html.Thead(html.Tr(heads)), html.Tbody(body)], className="calendar", **aria(label=title)
    )


def cell(row: dict[str, Any] | None, view: View) -> Component:
    if row is None:
        return html.Td("")
    language = view.language
    status = UNIT_MONTH_STATUS.title_of(row["status"]).in_(language)
    amounts = " / ".join(KIP.shown(row[name], language) for name in ("paid_lak", "due_lak"))
    mark = html.Span(
        html.Span(status, className="visually-hidden"),
        className=f"month {look_of(row['status'])}",
        style=colour(row["status"], view),
    )
    return html.Td(mark, title=f"{row['month_start']:%m/%Y}: {status} ({amounts} {KIP.name.in_(language)})")
