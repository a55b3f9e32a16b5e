"""Where a number comes from: an indicator's parts, the columns of the star that they use, and the source columns behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria, data, node
from layouts.blocks import Answers, Ask, Block, Table, indicator_of
from layouts.view import View
from warehouse.indicators import SUBJECTS
from warehouse.lineage import HOW, MADE, PARTS, ROLES, TRACED, lineage
from warehouse.sources import CONTRACT
from warehouse.star import STAR
from warehouse.text import Text

USED, COLUMN, FROM = (
    Text("Used as", lo="ໃຊ້ເປັນ"),
    Text("In the star", lo="ໃນຄັງຂໍ້ມູນ"),
    Text("From the sources", lo="ຈາກແຫຼ່ງຂໍ້ມູນ"),
)
SLICES = Text("What it can be sliced by ({} columns)", lo="ມິຕິທີ່ແຍກໄດ້ ({} ຖັນ)")
Record = dict[str, Any]


@dataclass(frozen=True)
class LineageBlock(Block):
    """The indicator of the view, from left to right: part, column of the star, columns of the sources."""

    wide: int = 12
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        return ()

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""

    def table(self, answers: Answers, view: View) -> Table:
        found = lineage(indicator_of("", view).id)
        return Table(found.columns, found.rows)

    def draw(self, answers: Answers, view: View) -> Any:
        indicator, language = indicator_of("", view), view.language
        records = lineage(indicator.id).records()
        drawn: list[Any] = [picker(indicator.id, language)]
        drawn.append(html.P([html.Strong(indicator.title.in_(language)), f": {indicator.means.in_(language)}"]))
        for part in (each for each in PARTS.values() if any(r["part"] is each for r in records)):
            own = [r for r in records if r["part"] is part]
            drawn.append(html.H3(part.in_(language), className="h6"))
            drawn.append(flow([r for r in own if r["role"] is not ROLES["slice"]], part.in_(language), language))
        sliced = unlike(r for r in records if r["role"] is ROLES["slice"])
        if sliced:
            columns = len({(r["fact"], r["column"]) for r in sliced})
            summary = html.Summary(SLICES.in_(language).format(columns))
            drawn.append(html.Details([summary, flow(sliced, SLICES.in_(language).format(columns), language)]))
        return html.Div(drawn, className="lineage")


def unlike(records: Iterable[Record]) -> list[Record]:
    """Slices of numerator and denominator that are one column of one fact stand once."""
    return list({(r["fact"], r["column"], r["source"], r["field"]): r for r in records}.values())


def picker(chosen: str, language: str) -> Component:
    options: list[Any] = [
        node("Option", indicator.title.in_(language), value=indicator.id, selected=indicator.id == chosen)
        for group in SUBJECTS.values()
        for indicator in group
    ]
    name = "lineage-indicator"
    select = html.Select(
        options, id=name, className="form-select form-select-sm", **data(param="indicator", value=chosen)
    )
    return html.Div([html.Label(words.INDICATOR.in_(language), htmlFor=name), select], className="field")


def flow(records: list[Record], caption: str, language: str) -> Component:
    """A row for each column of the star, with all that it comes from beside it."""
    grouped: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        grouped.setdefault((record["role"], record["fact"], record["column"]), []).append(record)
    heads = html.Tr([html.Th(text.in_(language), scope="col") for text in (USED, COLUMN, FROM)])
    body = [
        html.Tr(
            [html.Th(role_of(rows, language), scope="row"), html.Td(column(rows[0], language)), origins(rows, language)]
        )
        for rows in grouped.values()
    ]
    table = html.Table([html.Thead(heads), html.Tbody(body)], className="grid")
    return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=caption))


def role_of(rows: list[Record], language: str) -> str:
    role: Text = rows[0]["role"]
    return role.in_(language)


def column(record: Record, language: str) -> list[Any]:
    fact: Text = STAR.tables[record["fact"]].info["title"]
    if record["column"] == "*":
        return [fact.in_(language), " ", html.Code(record["fact"])]
    name = f"{record['fact']}.{record['column']}"
    return [f"{fact.in_(language)}: {record['column_title'].in_(language)} ", html.Code(name)]


def origins(rows: list[Record], language: str) -> Component:
    return html.Td(html.Ul([html.Li(origin(record, language)) for record in rows], className="origins"))


def origin(record: Record, language: str) -> list[Any]:
    """A source column with its title in the contract; a whole table, or nothing outside, says so."""
    if not record["source"]:
        return [HOW[MADE].in_(language)]
    table = CONTRACT.table(record["source"]).title.in_(language)
    if record["field"]:
        name = f"{record['source']}.{record['field']}"
        return [f"{table}: {record['field_title'].in_(language)} ", html.Code(name)]
    note = "" if record["how"] is HOW[TRACED] else f" ({record['how'].in_(language)})"
    return [f"{table} ", html.Code(record["source"]), note]
