"""What a block of a page is: it says what it asks for, draws the answers and gives them as a table; it never asks itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from dash import dcc, html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria, data
from layouts.due import due_on, known, last_due
from layouts.filters import KINDS, SLICES
from layouts.spoken import period_name, place_name, spoken_day
from layouts.theme import Figure, config
from layouts.view import View
from warehouse.indicators import INDICATORS, Indicator
from warehouse.query import NotSliced, Question, Value
from warehouse.records import ListColumn, Listing
from warehouse.text import Text

Ask = Any  # a Question, or a request of warehouse.records: frozen, hashable
Answers = Mapping[Ask, Any]


@dataclass(frozen=True)
class Table:
    """The numbers of a block: raw, with what their columns are. `links` go down from a row's first cell."""

    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """The common part of all blocks; `wide` is its share of the page's twelve columns."""

    id: str
    title: Text
    wide: int = 6
    about: Text | None = None
    has_figure: ClassVar[bool] = True

    def asks(self, view: View) -> tuple[Ask, ...]:
        raise NotImplementedError

    def draw(self, answers: Answers, view: View) -> Any:
        raise NotImplementedError

    def table(self, answers: Answers, view: View) -> Table | None:
        return None

    def heading(self, view: View) -> str:
        return self.title.in_(view.language)

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else scope(view)

    def stands(self, view: View) -> bool:
        """Whether the block has its place on the page in this view."""
        return True


def indicator_of(id_: str, view: View) -> Indicator:
    """The block's indicator, or the one that the view has chosen."""
    return INDICATORS[id_ or view.indicator or "inspections"]


def found(answers: Answers, ask: Question, view: View) -> list[Value]:
    """The values; raises what stood in the way of them."""
    answer = answers[ask]
    if isinstance(answer, Exception):
        raise answer
    return known(answer, view)


def listing(answers: Answers, ask: Ask) -> Listing:
    answer = answers[ask]
    if isinstance(answer, Exception):
        raise answer
    assert isinstance(answer, Listing)
    return answer


def scope(view: View) -> str:
    """Period, place and filters in words: what the numbers below are about; on a page about one thing, its key."""
    if view.key:
        return view.key
    period = period_name(view.period, view.language)
    if view.partial:
        period += f" ({words.PARTIAL.in_(view.language)})"
    return f"{period} · {whereabouts(view)}"


def whereabouts(view: View) -> str:
    """Place and filters in words, for what is not about the period alone."""
    place = place_name(view.district or view.province or "all", view.language)
    chosen = ((KINDS[name], getattr(view, name)) for name in ("sector", "size", "scheme"))
    return " · ".join([place, *(codes.title_of(code).in_(view.language) for codes, code in chosen if code)])


def graph(block_id: str, figure: Figure, view: View, summary: str, height: int, limit: str = "") -> Component:
    """A figure with its message for those who cannot see it."""
    plot = dcc.Graph(
        id={"graph": block_id},
        figure=figure,
        config=cast(Any, config(view.language)),
        responsive=True,
        style={"height": f"min({height}px, {limit})" if limit else f"{height}px"},
    )
    caption = html.Figcaption(summary, className="visually-hidden")
    return html.Figure([legend(figure), plot, caption], role="group", **aria(label=summary))


def legend(figure: Figure) -> Component | None:
    """What each colour is, in words that wrap as a screen needs; plotly.js draws its own in pictures only."""
    if not figure["layout"].get("meta", {}).get("legend"):
        return None
    items = []
    for trace in figure["data"]:
        if not trace.get("name"):
            continue
        mark = trace.get("marker", {})
        edge = mark.get("line", {}).get("color")
        colour = mark.get("color", trace.get("line", {}).get("color"))
        hollow = str(colour).startswith("rgba")
        kind = "patch" if trace["type"] == "bar" else "stroke"
        look = {"borderColor": edge} if hollow else {"background": colour}
        items.append(
            html.Li([html.Span(className=f"key {kind}{' hollow' if hollow else ''}", style=look), trace["name"]])
        )
    return html.Ul(items, className="legend")


def framed(block: Block, view: View, content: Any, table: Component | None, exports: str) -> Component:
    """A block in its frame: heading, what it shows, the drawing, and the ways to take it along."""
    language = view.language
    head = html.Header([html.H2(block.heading(view), id=f"{block.id}-title"), html.P(block.caption(view))])
    return html.Section(
        [head, html.Div(content, className="block-body"), toolbar(block, language, table, exports)],
        id=block.id,
        className=f"block wide-{block.wide}",
        **aria(labelledby=f"{block.id}-title"),
    )


def toolbar(block: Block, language: str, table: Component | None, exports: str) -> Component | None:
    if not exports:
        return None
    name = block.title.in_(language)
    shown: list[Component] = []
    if block.has_figure:
        label = aria(label=f"{words.PNG.in_(language)}: {name}") | data(png=block.id)
        shown.append(html.Button("PNG", type="button", className="tool", title=words.PNG.in_(language), **label))
    path, _, query = exports.partition("?")
    for ext, word in (("csv", words.CSV), ("xlsx", words.EXCEL)):
        title = word.in_(language)
        text = "CSV" if ext == "csv" else "Excel"
        label = aria(label=f"{title}: {name}")
        shown.append(html.A(text, href=f"{path}.{ext}?{query}", className="tool", title=title, **label))
    tools = html.Div(shown, className="tools")
    if table is None:
        return html.Footer(tools, className="block-foot")
    label = aria(label=f"{words.AS_TABLE.in_(language)}: {name}")
    summary = html.Summary(words.TABLE.in_(language), className="tool", **label)
    return html.Footer([html.Details([summary, html.Div(table, className="as-table")]), tools], className="block-foot")


def state(kind: str, message: str, what_to_do: str, *more: Any) -> Component:
    """Empty, not known, failed: each looks different and says what to do."""
    role: dict[str, Any] = {"role": "alert"} if kind == "failed" else {}
    return html.Div(
        [html.P(message, className="fw-semibold"), html.P(what_to_do), *more], className=f"state {kind}", **role
    )


def empty(view: View, indicator: Indicator | None = None) -> Component:
    """No rows, or none yet: contributions that are still to fall due lead to the last that have."""
    language = view.language
    due = due_on(indicator, view.period, view.as_of) if indicator is not None else None
    if due is not None and (period := last_due(view)) is not None:
        name = words.SHOW.in_(language).format(period_name(period, language))
        message = words.NOT_DUE.in_(language).format(period_name(view.period, language), spoken_day(due, language))
        return state("empty", message, "", html.A(name, href="?" + view.query(period=period), className="btn-plain"))
    reset = html.A(words.RESET.in_(language), href="?" + reset_query(view), className="btn-plain")
    return state(
        "empty",
        words.EMPTY.in_(language).format(scope(view)),
        words.EMPTY_DO.in_(language),
        *([reset] if view.where else []),
    )


def none(view: View) -> Component:
    """Nothing of the kind about the one thing that the page is about: no failure, and nothing to widen."""
    return html.P(words.NONE_OF_IT.in_(view.language), className="none")


def reset_query(view: View) -> str:
    """The view without any filter."""
    return view.query(**view.unlisted, **dict.fromkeys(SLICES, ""), q="", sort="", page=1)


def not_sliced(error: NotSliced, view: View) -> Component:
    language = view.language
    name = slice_title(error.slice).in_(language).lower()
    message = words.NOT_SLICED.in_(language).format(error.indicator.short.in_(language), name)
    return state("unknown", message, words.NOT_SLICED_DO.in_(language))


def failed(reference: str, view: View) -> Component:
    language = view.language
    again = html.A(words.AGAIN.in_(language), href="?" + view.query(), className="btn-plain")
    return state("failed", words.FAILED.in_(language), words.FAILED_DO.in_(language).format(reference), again)


def slice_title(slice_: str) -> Text:
    named = {"province": words.PROVINCE, "district": words.DISTRICT, "inspector": words.INSPECTOR}
    return named[slice_] if slice_ in named else KINDS[slice_].title


def number_column(indicator: Indicator, name: str = "", title: Text | None = None) -> ListColumn:
    return ListColumn(name or indicator.id, title or indicator.title, "number", indicator.unit)


def slice_column(slice_: str) -> ListColumn:
    kind = slice_ if slice_ in ("province", "district") else "code"
    return ListColumn(slice_, slice_title(slice_), kind, codes=KINDS.get(slice_))


def extremes(names: Sequence[str], values: Sequence[Value], indicator: Indicator, language: str) -> str:
    """One sentence: which is highest, which lowest, and the last."""
    numbers = [(v.value, n) for v, n in zip(values, names, strict=True) if v.value is not None]
    title = indicator.title.in_(language)
    if not numbers:
        return f"{title}: {words.NO_DATA.in_(language)}"
    (high, top), (low, bottom) = max(numbers), min(numbers)
    unit = indicator.unit
    parts = [
        f"{words.HIGHEST.in_(language)} {top} {unit.shown(high, language)}",
        f"{words.LOWEST.in_(language)} {bottom} {unit.shown(low, language)}",
    ]
    return f"{title}: " + ", ".join(parts)
