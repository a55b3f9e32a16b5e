"""A table on the screen: cells by what their column is, and headings that sort where the rows are paged."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria, node
from layouts.blocks import Table
from layouts.spoken import place_name
from layouts.view import View
from warehouse.records import ENTERPRISE, ListColumn
from warehouse.text import Text
from warehouse.units import NOTHING, grouped

LEADS = {
    "inspection_no": "/inspection/",
    "follows_no": "/inspection/",
    "ss_number": "/unit/",
    "enterprise_no": f"/unit/{ENTERPRISE}",
}

SENTENCES = ("reasons", "how")


def cell_text(column: ListColumn, value: Any, language: str) -> str:
    """A raw value as a reader sees it."""
    if isinstance(value, Text):
        return value.in_(language)
    if value is None or value == "":
        return "" if column.kind == "text" else NOTHING
    if column.kind == "code" and column.codes is not None:
        return column.codes.title_of(str(value)).in_(language)
    if column.kind in ("province", "district"):
        return place_name(str(value), language)
    if column.kind == "month" and isinstance(value, date):
        return f"{value:%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if column.name == "year":
        return str(int(value))
    if column.name == "received_at":
        return str(value)[:16].replace("T", " ")
    if column.kind == "number":
        return number_text(column, value, language)
    return str(value)


def number_text(column: ListColumn, value: Any, language: str) -> str:
    if column.unit is not None:
        return column.unit.shown(float(value), language)
    if isinstance(value, float) and not value.is_integer():
        return grouped(value, 3 if abs(value) < 10 else 1, language)
    return grouped(float(value), 0, language)


def grid(table: Table, view: View, caption: str, *, sortable: bool = False) -> Component:
    """The whole table; the first column names the row and may lead down."""
    heads = [heading(c, view, sortable) for c in table.columns]
    links = table.links or ("",) * len(table.rows)
    body: list[Any] = [row_of(table.columns, row, link, view) for row, link in zip(table.rows, links, strict=True)]
    return html.Div(
        html.Table(
            [html.Caption(caption, className="visually-hidden"), html.Thead(html.Tr(heads)), html.Tbody(body)],
            className="grid",
        ),
        className="scroll",
        tabIndex=0,
        role="region",
        **aria(label=caption),
    )


def row_of(columns: tuple[ListColumn, ...], row: tuple[Any, ...], link: str, view: View) -> dict[str, Any]:
    cells: list[dict[str, Any]] = []
    for column, value in zip(columns, row, strict=True):
        text = cell_text(column, value, view.language)
        whole = column.kind in ("date", "month") or column.name in LEADS
        kind = "num" if column.kind == "number" else "day" if whole else "long" if column.name in SENTENCES else ""
        to = (link if not cells else "") or leading(column, value, view)
        shown = node("A", text, href=to) if to else text
        cells.append(node("Td", shown, className=kind) if cells else node("Th", shown, scope="row", className=kind))
    return node("Tr", cells)


def leading(column: ListColumn, value: Any, view: View) -> str:
    """Where the number of an inspection, a unit or an enterprise leads: all that is known about that one."""
    path = LEADS.get(column.name)
    if not path or not value or view.key == path.rpartition("/")[2] + str(value):
        return ""
    return view.link(path + quote(str(value), safe=""), **view.unlisted)


def heading(column: ListColumn, view: View, sortable: bool) -> Component:
    text = column.title.in_(view.language)
    kind = "num" if column.kind == "number" else ""
    if not sortable:
        return html.Th(text, scope="col", className=kind)
    now = {column.name: ("ascending", " ▲"), f"-{column.name}": ("descending", " ▼")}.get(view.sort)
    other = f"-{column.name}" if view.sort == column.name else column.name
    href = f"?{view.query(sort=other, page=1)}"
    link = html.A([text, html.Span(now[1] if now else "", **aria(hidden="true"))], href=href)
    return html.Th(link, scope="col", className=kind, **(aria(sort=now[0]) if now else {}))


def pager(total: int, offset: int, shown: int, limit: int, view: View, anchor: str) -> Component:
    """Which rows of how many, and the pages before and after."""
    language = view.language
    numbers = [grouped(float(n), 0, language) for n in (offset + 1 if shown else 0, offset + shown, total)]
    links: list[Any] = []
    if offset:
        href = f"?{view.query(page=view.page - 1)}#{anchor}"
        links.append(html.A(words.PAGE_BEFORE.in_(language), href=href, className="tool", rel="prev"))
    if offset + limit < total:
        href = f"?{view.query(page=view.page + 1)}#{anchor}"
        links.append(html.A(words.PAGE_AFTER.in_(language), href=href, className="tool", rel="next"))
    return html.Nav(
        [html.Span(words.SHOWN.in_(language).format(*numbers)), *links],
        className="pager",
        **aria(label=words.ROWS.in_(language).format(numbers[2])),
    )
