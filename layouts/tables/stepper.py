"""The administrative steps of one inspection as a line: what was reached when, after how many days, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from dash import html
from dash.development.base_component import Component

from layouts.attributes import aria
from layouts.blocks import Answers, Ask, Block, Table, listing
from layouts.spoken import spoken_day
from layouts.view import View
from warehouse.codes import STAGE
from warehouse.records import InspectionStages
from warehouse.text import Text
from warehouse.units import grouped

HERE = Text("stands here for {} days", lo="ຄ້າງຢູ່ຂັ້ນນີ້ {} ມື້")
AFTER = Text("after {} days", lo="ຫຼັງ {} ມື້")
PASSED = Text("not recorded", lo="ບໍ່ມີບັນທຶກ")


@dataclass(frozen=True)
class Stepper(Block):
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (InspectionStages(view.key),)

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)

    def draw(self, answers: Answers, view: View) -> Any:
        steps = listing(answers, self.asks(view)[0]).records()
        last = max((n for n, step in enumerate(steps) if step["on"]), default=0)
        return html.Ol([item(step, n - last, view) for n, step in enumerate(steps)], className="stepper")


def item(step: dict[str, Any], beyond: int, view: View) -> Component:
    """`beyond`: how far after the last step that was reached."""
    language = view.language
    open_ = step["stands"] == 1
    reached = step["on"] is not None
    look = "open" if open_ else "done" if reached else "skipped" if beyond < 0 else "ahead"
    parts: list[Any] = [html.Strong(STAGE.title_of(step["stage"]).in_(language))]
    if reached:
        parts.append(html.Time(spoken_day(step["on"], language), dateTime=str(step["on"])))
    elif beyond < 0:
        parts.append(html.Span(PASSED.in_(language)))
    if step["days"] is not None:
        parts.append(html.Span(AFTER.in_(language).format(grouped(step["days"], 0, language))))
    if open_:
        days = (view.as_of - step["on"]).days
        parts.append(html.Span(HERE.in_(language).format(grouped(days, 0, language)), className="here"))
    return html.Li(parts, className=look, **(aria(current="step") if open_ else {}))
