"""The frame of every page: header, navigation, the bar of filters, notices, footer."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria, data
from layouts.bar import bar
from layouts.blocks import scope, state
from layouts.page import Page, pages
from layouts.spoken import province_name, spoken_day
from layouts.view import View


def top(page: Page | None, view: View) -> list[Component]:
    return [header(page, view), bar(page, view)] if page else [header(None, view)]


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
    return (
        page.title.in_(view.language).format(province_name(code, view.language))
        if code
        else page.title.in_(view.language)
    )


def main(page: Page, view: View, code: str, blocks: list[Component]) -> list[Component]:
    title = title_of(page, view, code)
    head: list[Any] = [crumbs(page, view, code), html.H1(title), html.P(scope(view), className="scope")]
    if view.partial:
        text = f"{words.PARTIAL.in_(view.language)}: {words.UP_TO.in_(view.language)} {spoken_day(view.as_of, view.language)}"
        head.append(html.P(dbc.Badge(text, className="badge-partial")))
    return [*notices(view), html.Div(head, className="page-head"), html.Div(blocks, className="blocks")]


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


def not_found(view: View) -> list[Component]:
    language = view.language
    return [state("unknown", words.NOT_FOUND.in_(language), words.NOT_FOUND_DO.in_(language))]


def no_warehouse(language: str) -> list[Component]:
    return [state("unknown", words.NO_WAREHOUSE.in_(language), words.NO_WAREHOUSE_DO.in_(language))]


def foot(view: View) -> list[Component]:
    return [html.P(words.FOOT.in_(view.language))]
