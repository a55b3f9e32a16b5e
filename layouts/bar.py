"""The bar of filters on every page: period, comparison, place, kind of unit; each writes itself to the URL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from geo.places import DISTRICTS, PROVINCES
from layouts import words
from layouts.attributes import aria, data, node
from layouts.blocks import scope
from layouts.filters import KINDS, SLICES
from layouts.page import Page
from layouts.spoken import district_name, period_name, province_name
from layouts.view import View
from warehouse.indicators import SUBJECTS
from warehouse.periods import GRAIN_TITLES, GRAINS, period_of, shifted
from warehouse.text import Text

Option = tuple[str, str]


def bar(page: Page | None, view: View) -> Component:
    """All filters; on a narrow screen folded away, with the active ones shown."""
    language = view.language
    controls = [
        *period_controls(view),
        choice("compare", words.COMPARE, comparisons(language), view.compare, language),
        choice("province", words.PROVINCE, provinces(language), view.province, language, every=words.NATION),
        *(
            [choice("district", words.DISTRICT, districts(view), view.district, language, every=words.ALL)]
            if view.province
            else []
        ),
        *(
            choice(
                name, KINDS[name].title, coded(KINDS[name], language), getattr(view, name), language, every=words.ALL
            )
            for name in ("sector", "size", "scheme")
        ),
        *extra(page, view),
        html.A(words.RESET.in_(language), href=reset(page, view), className="tool reset"),
    ]
    summary = html.Summary(
        [html.Span(words.FILTERS.in_(language), className="word"), html.Span(scope(view), className="now")]
    )
    return html.Div(
        [
            html.Details(
                [summary, html.Div(controls, className="controls")], open=True, className="bar-fold", id="bar"
            ),
            html.P(scope(view), className="print-only"),
        ],
        className="bar",
        role="search",
        **aria(label=words.FILTERS.in_(language)),
    )


def reset(page: Page | None, view: View) -> str:
    path = "/" if page is None or "<" in page.path else page.path
    gone = view.unlisted | dict.fromkeys((*SLICES, "source", "table", "reason"), "")
    return view.link(path, compare="previous", **gone)


def period_controls(view: View) -> list[Component]:
    language = view.language
    grains = [(g, GRAIN_TITLES[g].in_(language)) for g in GRAINS if g != "total"]
    starts = {g: nearest(g, view) for g in GRAINS if g != "total"}
    chosen = [
        (p.id, named(p.id, period_name(p, language), p.partial(view.as_of), language)) for p in reversed(view.choices)
    ]
    if view.period.id not in {id_ for id_, _ in chosen}:
        chosen.append((view.period.id, period_name(view.period, language)))
    before, after = shifted(view.period, -1), shifted(view.period, 1)
    back = before is not None and before.ends_on >= view.first
    on = after is not None and after.starts_on <= view.as_of
    return [
        field(
            "grain",
            words.GRAIN,
            select("grain", [(starts[g], t) for g, t in grains], starts[view.period.grain], "period"),
            language,
        ),
        html.Div(
            [
                html.Label(words.PERIOD.in_(language), htmlFor="f-period"),
                html.Div(
                    [
                        arrow("‹", words.EARLIER, view.query(period=before) if back and before else "", language),
                        select("period", chosen, view.period.id),
                        arrow("›", words.LATER, view.query(period=after) if on and after else "", language),
                    ],
                    className="period",
                ),
            ],
            className="field",
        ),
    ]


def nearest(grain: str, view: View) -> str:
    """The period of another grain that ends where the one looked at does."""
    found = period_of(grain, view.period.ends_by(view.as_of))
    return view.period.id if found is None else found.id


def named(id_: str, name: str, partial: bool, language: str) -> str:
    return f"{name} ({words.PARTIAL.in_(language)})" if partial else name


def arrow(sign: str, word: Text, query: str, language: str) -> Component:
    label = aria(label=word.in_(language))
    if not query:
        return html.Span(sign, className="arrow off", **aria(hidden="true"))
    return html.A(sign, href=f"?{query}", className="arrow", title=word.in_(language), **label)


def extra(page: Page | None, view: View) -> list[Component]:
    """What only some pages choose: the indicator, and provinces or districts."""
    language = view.language
    found = []
    if page is not None and page.picks_indicator:
        every = [(i.id, i.title.in_(language)) for group in SUBJECTS.values() for i in group]
        found.append(choice("indicator", words.INDICATOR, every, view.indicator or "inspections", language))
    if page is not None and page.picks_level:
        levels = [("province", words.PROVINCE.in_(language)), ("district", words.DISTRICT.in_(language))]
        found.append(choice("level", words.LEVEL, levels, view.level, language))
    return found


def comparisons(language: str) -> list[Option]:
    named_ = (("previous", words.PREVIOUS), ("year_before", words.YEAR_BEFORE), ("target", words.TARGET))
    return [(code, word.in_(language)) for code, word in named_]


def provinces(language: str) -> list[Option]:
    return [(code, province_name(code, language)) for code in PROVINCES]


def districts(view: View) -> list[Option]:
    return [(code, district_name(code, view.language)) for code in DISTRICTS if code[:2] == view.province]


def coded(codes: Iterable[Any], language: str) -> list[Option]:
    return [(item.code, item.title.in_(language)) for item in codes]


def choice(
    name: str, word: Text, options: list[Option], value: str, language: str, every: Text | None = None
) -> Component:
    whole = [("", every.in_(language))] if every is not None else []
    active = " active" if every is not None and value else ""
    return field(name, word, select(name, [*whole, *options], value), language, active)


def field(name: str, word: Text, control: Component, language: str, active: str = "") -> Component:
    return html.Div([html.Label(word.in_(language), htmlFor=f"f-{name}"), control], className=f"field{active}")


def select(name: str, options: list[Option], value: str, param: str = "") -> Component:
    """A native select; assets/view.js writes its value to the URL."""
    items: list[Any] = [node("Option", text, value=code, selected=code == value) for code, text in options]
    return html.Select(
        items, id=f"f-{name}", className="form-select form-select-sm", **data(param=param or name, value=value)
    )
