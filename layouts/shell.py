"""The frame of every page: header, navigation, the bar of filters, notices, footer."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria, data
from layouts.bar import bar
from layouts.blocks import scope, state
from layouts.page import Page, pages
from layouts.spoken import province_name, spoken_day
from layouts.view import View
from warehouse.records import ENTERPRISE


def top(page: Page | None, view: View) -> list[Component]:
    return [header(page, view), bar(page, view)] if page and page.filtered else [header(page, view)]


def header(page: Page | None, view: View) -> Component:
    language = view.language
    return html.Header(
        [
            html.Div(
                [
                    html.A(words.PRODUCT.in_(language), href=view.link("/"), className="product"),
                    html.Span(words.PRODUCT_LONG.in_(language), className="product-long"),
                ],
                className="brand",
            ),
            finder(page, view),
            html.Div([as_of(view), languages(view), theme(view)], className="reader"),
            navigation(page, view),
        ],
        className="top",
    )


def navigation(page: Page | None, view: View) -> Component:
    links = []
    for other in pages():
        if other.order:
            here = aria(current="page") if other is page else {}
            path = view.link(other.path, **view.unlisted)
            links.append(html.Li(html.A(other.name.in_(view.language), href=path, **here)))
    return html.Nav(html.Ul(links), className="pages", **aria(label=words.PAGES.in_(view.language)))


def finder(page: Page | None, view: View) -> Component:
    """Finds a unit, an enterprise or an inspection: a plain form, whose answer is an address like any other."""
    language = view.language
    looked_for = view.q if page is not None and page.path == "/search" else ""
    rest = parse_qsl(view.query(q="", sort="", page=1, **view.unlisted))
    kept = [dcc.Input(type="hidden", name=name, value=value) for name, value in rest]
    box = dcc.Input(
        id="find",
        type="search",
        name="q",
        value=looked_for,
        placeholder=words.FIND_HINT.in_(language),
        maxLength=120,
        autoComplete="off",
    )
    label = html.Label(words.SEARCH.in_(language), htmlFor="find", className="visually-hidden")
    button = html.Button(words.SEARCH.in_(language), type="submit", className="tool")
    return html.Form(
        [*kept, label, box, button],
        action="/search",
        method="get",
        className="finder",
        role="search",
        **aria(label=words.SEARCH.in_(language)),
    )


def as_of(view: View) -> Component:
    """The last batch's date: nothing after it counts."""
    day = spoken_day(view.as_of, view.language)
    href = view.link("/data") + "#batches"
    return html.A(
        [html.Span(f"{words.AS_OF.in_(view.language)} "), html.Time(day, dateTime=str(view.as_of))],
        href=href,
        className="as-of",
    )


def languages(view: View) -> Component:
    links = []
    for code, name in (("lo", "ລາວ"), ("en", "English")):
        here = aria(current="true") if code == view.language else {}
        links.append(html.A(name, href=f"?{view.query(language=code)}", lang=code, **here, **data(keep=f"lang={code}")))
    return html.Nav(links, className="switch", **aria(label=words.LANGUAGE.in_(view.language)))


def theme(view: View) -> Component:
    other, word = ("light", words.LIGHT) if view.theme == "dark" else ("dark", words.DARK)
    sign = "☀" if other == "light" else "☾"
    return html.A(
        [html.Span(sign, **aria(hidden="true")), f" {word.in_(view.language)}"],
        href=f"?{view.query(theme=other)}",
        className="theme",
        **data(keep=f"theme={other}"),
    )


def title_of(page: Page, view: View, code: str) -> str:
    title = page.title.in_(view.language)
    return title.format(province_name(code, view.language)) if code else title


def main(page: Page, view: View, code: str, blocks: list[Component], name: str = "") -> list[Component]:
    """`name`: what the page's one subject is called."""
    head: list[Any] = [crumbs(page, view, code), html.H1(name or title_of(page, view, code))]
    if page.filtered:
        head.append(html.P(scope(view), className="scope"))
        head += partial(view)
    elif page.numbered is not None:
        day = f"{words.UP_TO.in_(view.language)} {spoken_day(view.as_of, view.language)}"
        head.append(html.P(f"{page.numbered(view)} · {day}", className="scope"))
    return [*notices(view), html.Div(head, className="page-head"), html.Div(blocks, className="blocks")]


def partial(view: View) -> list[Component]:
    if not view.partial:
        return []
    text = (
        f"{words.PARTIAL.in_(view.language)}: {words.UP_TO.in_(view.language)} {spoken_day(view.as_of, view.language)}"
    )
    return [html.P(dbc.Badge(text, className="badge-partial"))]


def crumbs(page: Page, view: View, code: str) -> Component | None:
    """The way back up from a province."""
    if not code:
        return None
    links = [html.A(words.NATION.in_(view.language), href=view.link("/", province="", district=""))]
    if view.district:
        links.append(html.A(province_name(code, view.language), href=view.link(f"/province/{code}", district="")))
    return html.Nav(links, className="crumbs", **aria(label=words.PROVINCE.in_(view.language)))


def notices(view: View) -> list[Component]:
    return [dbc.Alert(n.in_(view.language), color="warning") for n in view.notices]


def unknown(page: Page, view: View) -> list[Component]:
    """Nothing has the key that the path gives."""
    language = view.language
    number = view.key.removeprefix(ENTERPRISE)[:60]
    said = words.NO_SUCH.in_(language).format(page.name.in_(language), number)
    search = html.A(words.SEARCH.in_(language), href=view.link("/search", q=number), className="btn-plain")
    head = html.Div(html.H1(page.name.in_(language)), className="page-head")
    return [head, state("unknown", said, words.NO_SUCH_DO.in_(language), search)]


def not_found(view: View) -> list[Component]:
    language = view.language
    return [state("unknown", words.NOT_FOUND.in_(language), words.NOT_FOUND_DO.in_(language))]


def no_warehouse(language: str) -> list[Component]:
    return [state("unknown", words.NO_WAREHOUSE.in_(language), words.NO_WAREHOUSE_DO.in_(language))]


def foot(view: View) -> list[Component]:
    return [html.P(words.FOOT.in_(view.language))]
