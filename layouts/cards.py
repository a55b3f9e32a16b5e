"""Cards: the few numbers that matter, each with its change, its target, its course and its definition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria
from layouts.blocks import Answers, Ask, Block, Table, found, not_sliced, scope
from layouts.change import Change, against_target, change, target_of
from layouts.due import due_on
from layouts.spark import spark
from layouts.spoken import period_name, spoken_day
from layouts.theme import palette
from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.query import NotSliced, Question, Value
from warehouse.records import ListColumn
from warehouse.text import Text
from warehouse.units import NOTHING

DRILL_PAGES = {
    "inspections": "/inspections",
    "complaints": "/inspections",
    "findings": "/findings",
    "measures": "/enforcement",
    "fines": "/enforcement",
    "appeals": "/enforcement",
    "units": "/compliance",
    "enterprises": "/compliance",
    "tax_years": "/compliance",
    "detections": "/compliance",
    "debts": "/debts",
    "debt_payments": "/debts",
    "inspectors": "/inspectors",
    "team": "/inspectors",
    "training": "/inspectors",
    "tickets": "/inspectors",
}


def records_link(indicator: Indicator, view: View) -> str | None:
    """Where the records behind an indicator are listed."""
    page = DRILL_PAGES.get(indicator.drill or "")
    return f"{view.link(page, list=indicator.id)}#records" if page else None


@dataclass(frozen=True)
class Cards(Block):
    """`nation` puts the whole country's number beside a province's."""

    indicators: tuple[str, ...] = ()
    nation: bool = False
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        own = tuple(self.own(id_, view) for id_ in self.indicators)
        return (*own, *(self.nationwide(id_, view) for id_ in self.indicators)) if self.nation else own

    def own(self, id_: str, view: View) -> Question:
        return Question((id_,), periods_of(view), where=view.where)

    def nationwide(self, id_: str, view: View) -> Question:
        where = tuple(item for item in view.where if item[0] not in ("province", "district"))
        return Question((id_,), periods_of(view), where=where)

    def caption(self, view: View) -> str:
        return scope(view)

    def draw(self, answers: Answers, view: View) -> Component:
        return html.Div(
            [self.card(INDICATORS[id_], answers, view) for id_ in self.indicators],
            className=f"cards of-{len(self.indicators)}",
        )

    def card(self, indicator: Indicator, answers: Answers, view: View) -> Component:
        try:
            values = {v.period: v for v in found(answers, self.own(indicator.id, view), view)}
        except NotSliced as error:
            return html.Article([title_of(indicator, view), not_sliced(error, view)], className="card")
        whole = None
        if self.nation:
            nation = found(answers, self.nationwide(indicator.id, view), view)
            whole = next((v for v in nation if v.period == view.period.id), None)
        return drawn(indicator, values, whole, view)

    def table(self, answers: Answers, view: View) -> Table:
        rows = []
        for id_ in self.indicators:
            try:
                values = {v.period: v for v in found(answers, self.own(id_, view), view)}
            except NotSliced:
                continue
            now = values[view.period.id]
            then = values.get(view.compared.id) if view.compared else None
            aim = target_of(INDICATORS[id_], now)
            rows.append(
                (
                    INDICATORS[id_].title.in_(view.language),
                    INDICATORS[id_].unit.name.in_(view.language),
                    now.value,
                    now.numerator,
                    now.denominator,
                    then.value if then else None,
                    aim,
                )
            )
        return Table(TABLE_COLUMNS, tuple(rows))


TABLE_COLUMNS = (
    ListColumn("indicator", words.INDICATOR),
    ListColumn("unit", Text("Unit", lo="ຫົວໜ່ວຍວັດ")),
    ListColumn("value", words.VALUE, "number"),
    ListColumn("numerator", Text("Numerator", lo="ຕົວເສດ"), "number"),
    ListColumn("denominator", Text("Denominator", lo="ຕົວສ່ວນ"), "number"),
    ListColumn("compared", words.COMPARED, "number"),
    ListColumn("target", words.TARGET, "number"),
)


def periods_of(view: View) -> tuple[Any, ...]:
    """The course, and the period compared with where the course does not hold it."""
    compared = view.compared
    return view.history if compared is None or compared in view.history else (compared, *view.history)


def title_of(indicator: Indicator, view: View) -> Component:
    return html.H3(indicator.short.in_(view.language))


def drawn(indicator: Indicator, values: dict[str, Value], whole: Value | None, view: View) -> Component:
    language = view.language
    now = values[view.period.id]
    then = values.get(view.compared.id) if view.compared else None
    course = [values[p.id] for p in view.history]
    return html.Article(
        [
            title_of(indicator, view),
            html.P(number_of(indicator, now, view), className="number"),
            waiting(indicator, course, view) or changed(verdict(indicator, now, then, view)),
            nation_line(indicator, whole, language),
            target_line(indicator, now, language),
            course_of(indicator, course, view),
            definition(indicator, view),
        ],
        className="card",
    )


def verdict(indicator: Indicator, now: Value, then: Value | None, view: View) -> Change:
    return against_target(indicator, now, view) if view.compare == "target" else change(indicator, now, then, view)


def waiting(indicator: Indicator, course: Sequence[Value], view: View) -> Component | None:
    """When the period's contributions fall due, where they have not, and the last number that is known."""
    due = due_on(indicator, view.period, view.as_of)
    if due is None:
        return None
    language = view.language
    parts: list[Any] = [html.Span(words.FALLS_DUE.in_(language).format(spoken_day(due, language)))]
    last = next(
        ((p, v) for p, v in zip(reversed(view.history), reversed(course), strict=True) if v.value is not None), None
    )
    if last is not None:
        shown = f"{period_name(last[0], language)}: {indicator.unit.shown(last[1].value, language, short=True)}"
        parts += [html.Br(), html.Strong(shown)]
    return html.P(parts, className="change quiet")


def number_of(indicator: Indicator, now: Value, view: View) -> list[Any]:
    language = view.language
    shown = indicator.unit.shown(now.value, language, short=True)
    unit = indicator.unit
    suffix = "" if now.value is None or unit.suffix or unit.name == "number" else unit.name.in_(language)
    link = records_link(indicator, view)
    whole = unit.shown(now.value, language)
    title = f"{whole} – {words.RECORDS.in_(language)}"
    number = html.A(shown, href=link, title=title) if link and now.value is not None else html.Span(shown)
    parts: list[Any] = [number]
    if suffix:
        parts.append(html.Span(f" {suffix}", className="unit"))
    if now.partial:
        parts.append(dbc.Badge(words.PARTIAL.in_(language), className="badge-partial"))
    if now.value is None and due_on(indicator, view.period, view.as_of) is None:
        parts.append(html.Span(words.NO_DATA.in_(language), className="unit"))
    return parts


def changed(moved: Change) -> Component:
    return html.P(
        [
            html.Span(f"{moved.shape} {moved.amount} ".strip(), className="amount"),
            html.Span(f" {moved.word}", className="verdict"),
            html.Span(f" {moved.against}", className="against"),
        ],
        className=f"change {moved.mood}",
    )


def nation_line(indicator: Indicator, whole: Value | None, language: str) -> Component | None:
    if whole is None:
        return None
    shown = indicator.unit.shown(whole.value, language, short=True)
    return html.P(f"{words.NATION.in_(language)}: {shown}", className="against")


def target_line(indicator: Indicator, now: Value, language: str) -> Component | None:
    """The target, how far it is, and a thin bar; nothing where no target is set."""
    aim = target_of(indicator, now)
    if aim is None:
        return None
    shown = f"{words.TARGET.in_(language)} {indicator.unit.shown(aim, language, short=True)}"
    if now.value is None or not aim:
        return html.P(shown, className="target")
    gap, part = indicator.unit.shown_difference(now.value - aim, language), f"{now.value / aim:.0%}"
    distance = gap if indicator.is_ratio else part
    share = max(0.0, min(now.value / aim, 1.0))
    bar = html.Div(html.Div(style={"width": f"{share:.1%}"}), className="bullet", **aria(hidden="true"))
    return html.Div([html.P(f"{shown} · {distance}", className="target"), bar])


def course_of(indicator: Indicator, course: Sequence[Value], view: View) -> Component | None:
    first, last = view.history[0], view.history[-1]
    language = view.language
    shown = [
        indicator.unit.shown(v.value, language) if v.value is not None else NOTHING for v in (course[0], course[-1])
    ]
    text = f"{period_name(first, language)}: {shown[0]}, {period_name(last, language)}: {shown[1]}"
    aim = target_of(indicator, course[-1]) if indicator.is_ratio else None
    return spark([v.value for v in course], aim, palette(view), text)


def definition(indicator: Indicator, view: View) -> Component:
    language = view.language
    name = f"{words.DEFINITION.in_(language)}: {indicator.title.in_(language)}"
    return html.Details(
        [
            html.Summary(words.DEFINITION.in_(language), **aria(label=name)),
            html.P([html.Strong(indicator.title.in_(language)), ": ", indicator.means.in_(language)]),
            html.P(f"{words.BASIS[indicator.basis].in_(language)} · {words.SOURCE.in_(language)}: {indicator.source}"),
        ],
        className="definition",
    )
