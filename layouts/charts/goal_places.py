"""The year's goals one by one, all of them in every province as a matrix of states, and one indicator's course in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from dash import html

from layouts.attributes import aria, node
from layouts.blocks import Answers, Ask, Block, Table, indicator_of, listing
from layouts.charts.goals import (
    SHAPES,
    done_told,
    forecast_told,
    goal_span,
    goals,
    place,
    scope_of,
    shown,
    title_of,
    united,
    without,
)
from layouts.spark import spark
from layouts.spoken import place_name
from layouts.theme import palette
from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.records import GoalCourse
from warehouse.records.goals import GOAL_STATE, kind_of
from warehouse.text import Text
from warehouse.units import SHARE

OF_TARGET = Text("{} of the target so far", lo="{} ຂອງເປົ້າໝາຍມາຮອດປັດຈຸບັນ")
AGAINST = Text("{}, target {}", lo="{}, ເປົ້າໝາຍ {}")
LINE = Text(
    "line: done as a share of the target so far; dashed: the target", lo="ເສັ້ນ: ສັດສ່ວນທຽບກັບເປົ້າໝາຍ; ເສັ້ນຂາດ: ເປົ້າໝາຍ"
)
LINE_AS_IS = Text("line: month by month; dashed: the target", lo="ເສັ້ນ: ແຕ່ລະເດືອນ; ເສັ້ນຂາດ: ເປົ້າໝາຍ")


def compared(row: dict[str, Any], indicator: Indicator, language: str) -> str:
    """What adds up as a share of its target so far; what does not, as it is."""
    if row["so_far"] is None:
        return shown(indicator, None, language)
    if kind_of(indicator) == "share" or not row["target_so_far"]:
        return shown(indicator, row["so_far"], language)
    return SHARE.shown(row["so_far"] / row["target_so_far"], language)


@dataclass(frozen=True)
class GoalTable(Block):
    """Every indicator with a target: so far, the year's target, the forecast, whether it will be reached."""

    has_figure: ClassVar[bool] = False

    def caption(self, view: View) -> str:
        return scope_of(view)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (goals(view),)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = listing(answers, self.asks(view)[0]).records()
        if not rows:
            return without(view)
        return html.Ul([self.item(row, view) for row in rows], className="goals")

    def item(self, row: dict[str, Any], view: View) -> Any:
        """One goal as a card: what is done, where it ends, and the verdict in shape, word and colour."""
        indicator, language = INDICATORS[row["indicator"]], view.language
        verdict = GOAL_STATE.title_of(row["state"]).in_(language)
        href = "?" + view.query(indicator=indicator.id) + "#course"
        return html.Li(
            [
                html.H3(html.A(indicator.title.in_(language), href=href)),
                html.P(
                    [html.Span(SHAPES[row["state"]], className="shape"), f" {verdict}"],
                    className=f"goal is-{row['state']}",
                ),
                html.P(done_told(indicator.short.in_(language), row, indicator, language)),
                html.P(forecast_told(row, indicator, language)),
            ]
        )

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, tuple((title_of(row[0], view.language), *row[1:]) for row in answer.rows))


@dataclass(frozen=True)
class GoalMatrix(Block):
    """Provinces down, indicators across: the state as a shape and a colour, and how far it has come."""

    has_figure: ClassVar[bool] = False

    def caption(self, view: View) -> str:
        return scope_of(view)

    def asks(self, view: View) -> tuple[Ask, ...]:
        return (goals(view, "province"),)

    def draw(self, answers: Answers, view: View) -> Any:
        rows = listing(answers, self.asks(view)[0]).records()
        if not rows:
            return without(view)
        language = view.language
        known = {(row["slice"], row["indicator"]): row for row in rows}
        ids = list(dict.fromkeys(row["indicator"] for row in rows))
        heads = [
            html.Th(
                html.A(INDICATORS[id_].short.in_(language), href=f"?{view.query(indicator=id_)}#course"), scope="col"
            )
            for id_ in ids
        ]
        body = [self.line(code, ids, known, view) for code in sorted({row["slice"] for row in rows})]
        name = self.heading(view)
        table = html.Table(
            [
                html.Caption(name, className="visually-hidden"),
                html.Thead(html.Tr([html.Th(""), *heads])),
                html.Tbody(body),
            ],
            className="grid matrix",
        )
        used = [code for code in GOAL_STATE if any(row["state"] == code.code for row in rows)]
        legend = html.Ul(
            [
                html.Li([html.Span(SHAPES[c.code], className=f"goal is-{c.code}"), f" {c.title.in_(language)}"])
                for c in used
            ],
            className="legend",
        )
        return [legend, html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=name))]

    def line(self, code: str, ids: list[str], known: dict[Any, dict[str, Any]], view: View) -> Any:
        cells = [node("Th", node("A", place_name(code, view.language), href=self.there(code, view)), scope="row")]
        for id_ in ids:
            row = known.get((code, id_))
            cells.append(
                node(
                    "Td",
                    "" if row is None else self.cell(row, view),
                    className=f"goal is-{row['state']}" if row else "",
                )
            )
        return node("Tr", cells)

    def there(self, code: str, view: View) -> str:
        return "?" + view.query(province=code if code != "00" else "", district="")

    def cell(self, row: dict[str, Any], view: View) -> Any:
        indicator, language = INDICATORS[row["indicator"]], view.language
        said = f"{GOAL_STATE.title_of(row['state']).in_(language)}. {forecast_told(row, indicator, language)}"
        return node("Span", f"{SHAPES[row['state']]} {compared(row, indicator, language)}", title=said)

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, tuple((title_of(row[0], view.language), *row[1:]) for row in answer.rows))


@dataclass(frozen=True)
class GoalPlaces(Block):
    """One small picture a province: the chosen indicator through the year against its target."""

    has_figure: ClassVar[bool] = False

    def heading(self, view: View) -> str:
        return f"{indicator_of('', view).title.in_(view.language)} · {self.title.in_(view.language)}"

    def caption(self, view: View) -> str:
        line = LINE if kind_of(indicator_of("", view)) == "flow" else LINE_AS_IS
        return f"{scope_of(view)} · {line.in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        id_ = indicator_of("", view).id
        return (GoalCourse(*goal_span(view), id_, "province", place(view)), goals(view, "province", id_))

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = indicator_of("", view)
        course, summary = (listing(answers, ask) for ask in self.asks(view))
        if not course.rows:
            return without(view, indicator)
        rows = course.records()
        return html.Div(
            [
                self.small(goal, [row for row in rows if row["slice"] == goal["slice"]], indicator, view)
                for goal in summary.records()
            ],
            className="cards small",
        )

    def small(self, goal: dict[str, Any], rows: list[dict[str, Any]], indicator: Indicator, view: View) -> Any:
        language = view.language
        name = place_name(goal["slice"], language, short=True)
        flow = kind_of(indicator) == "flow"
        line = [ratio(row) if flow else row["actual"] for row in rows]
        while line and line[-1] is None:
            line.pop()
        aim = 1.0 if flow else goal["target"]
        known = [shown(indicator, goal[part], language) for part in ("so_far", "target_so_far")]
        far = compared(goal, indicator, language)
        said = OF_TARGET.in_(language).format(far) if flow else AGAINST.in_(language).format(*known)
        verdict = GOAL_STATE.title_of(goal["state"]).in_(language)
        more = [] if not flow else [html.P(AGAINST.in_(language).format(*known), className="against")]
        return html.Article(
            [
                html.H3(
                    html.A(
                        name,
                        href=f"?{view.query(province=goal['slice'] if goal['slice'] != '00' else '', district='')}",
                    )
                ),
                html.P(
                    [html.Span(SHAPES[goal["state"]], className="shape"), f" {verdict}"],
                    className=f"goal is-{goal['state']}",
                ),
                html.P(said),
                *more,
                spark(line, aim, palette(view), f"{name}: {said}"),
            ],
            className="card",
        )

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        columns = tuple(united(column, indicator_of("", view)) for column in answer.columns)
        return Table(columns, answer.rows)


def ratio(row: dict[str, Any]) -> float | None:
    done, aim = row["actual_so_far"], row["target_so_far"]
    return done / aim if done is not None and aim else None
