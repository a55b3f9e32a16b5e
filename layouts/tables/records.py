"""The rows behind the numbers, paged, sorted and searched through the URL; the number stands above its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from dash import dcc, html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria, data
from layouts.blocks import Answers, Ask, Block, Table, empty, found, listing, scope
from layouts.filters import ONLY
from layouts.rows import grid, pager
from layouts.tables.lists import OTHERS, ListKind, list_kind
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.query import Question
from warehouse.records import Listing
from warehouse.text import Text
from warehouse.units import grouped

LIMIT = 25
LIST_OF = Text("Records: {}", lo="ລາຍການ: {}")
LISTS = Text("Lists", lo="ລາຍການ")


@dataclass(frozen=True)
class Records(Block):
    """One list at a time: `lists` are offered side by side, and the URL's list where it is of the same drill."""

    lists: tuple[str, ...] = ()
    drills: tuple[str, ...] = ()
    wide: int = 12
    has_figure: ClassVar[bool] = False

    def kind(self, view: View) -> ListKind:
        indicator = INDICATORS.get(view.list)
        known = view.list in self.lists or (indicator is not None and indicator.drill in self.drills)
        return list_kind(view.list if known else self.lists[0])

    def heading(self, view: View) -> str:
        return LIST_OF.in_(view.language).format(self.kind(view).title.in_(view.language))

    def caption(self, view: View) -> str:
        return f"{scope(view)} · {self.kind(view).means.in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        rows = self.kind(view).request(view, LIMIT, (view.page - 1) * LIMIT)
        return (rows, *self.number(view))

    def number(self, view: View) -> tuple[Question, ...]:
        """The number that the rows stand behind; none where a filter of the list leaves only some of its rows."""
        kind = self.kind(view)
        if kind.id not in INDICATORS:
            return ()
        own = [w for w in view.only if w[0] in kind.only]
        if any(name not in INDICATORS[kind.id].slices for name, _ in own):
            return ()
        return (Question((kind.id,), (view.period,), where=(*view.where, *own)),)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = listing(answers, self.asks(view)[0])
        head = html.Div([self.tabs(view), *chips(view), search_box(self.id, view)], className="list-head")
        if not answer.rows:
            return [head, empty(view)]
        table = narrowed(Table(answer.columns, answer.rows), self.kind(view).shown.split(), view.language)
        return [
            head,
            html.P(self.told(answer, answers, view), className="told"),
            grid(table, view, self.heading(view), sortable=True),
            pager(answer.total, answer.offset, len(answer.rows), LIMIT, view, self.id),
        ]

    def told(self, answer: Listing, answers: Answers, view: View) -> str:
        language = view.language
        rows = words.ROWS.in_(language).format(grouped(answer.total, 0, language))
        for question in self.number(view):
            indicator, value = INDICATORS[question.indicators[0]], found(answers, question, view)[0]
            shown = f"{indicator.title.in_(language)}: {indicator.unit.shown(value.value, language)}"
            if indicator.is_ratio and value.numerator is not None and value.denominator is not None:
                parts = [grouped(n, 0, language) for n in (value.numerator, value.denominator)]
                shown += f" = {parts[0]} ÷ {parts[1]}"
            return f"{shown} · {rows}"
        return rows

    def tabs(self, view: View) -> Component:
        now = self.kind(view).id
        ids = self.lists if now in self.lists else (now, *self.lists)
        links = []
        for id_ in ids:
            title = (OTHERS[id_].title if id_ in OTHERS else INDICATORS[id_].short).in_(view.language)
            href = f"?{view.query(list=id_, page=1, sort='', q='')}#{self.id}"
            links.append(html.A(title, href=href, className="tab", **(aria(current="true") if id_ == now else {})))
        return html.Nav(links, className="tabs", **aria(label=LISTS.in_(view.language)))

    def table(self, answers: Answers, view: View) -> Table:
        answer = listing(answers, self.asks(view)[0])
        return Table(answer.columns, answer.rows)

    def whole(self, view: View) -> Any:
        """All rows, for an export."""
        return self.kind(view).request(view, None, 0)


def narrowed(table: Table, shown: list[str], language: str) -> Table:
    """The columns that a screen has room for; the exports have all. A unit's name is that of the reader's language."""
    names = [f"name_{language}" if name == "name" else name for name in shown]
    at = [i for name in names for i, column in enumerate(table.columns) if column.name == name]
    return Table(tuple(table.columns[i] for i in at), tuple(tuple(row[i] for i in at) for row in table.rows))


def search_box(id_: str, view: View) -> Component:
    language = view.language
    name = f"{id_}-search"
    box = dcc.Input(
        id=name, type="search", value=view.q, debounce=True, placeholder=words.SEARCH_HINT.in_(language), maxLength=80
    )
    return html.Div([html.Label(words.SEARCH.in_(language), htmlFor=name), box], className="search", **data(param="q"))


def chips(view: View) -> list[Component]:
    """The filters of the list alone, each with a way to drop it."""
    found_: list[Component] = []
    for name, (code,) in view.only:
        title = f"{ONLY[name].title.in_(view.language)}: {ONLY[name].title_of(code).in_(view.language)}"
        drop = aria(label=f"{words.RESET.in_(view.language)}: {title}")
        found_.append(html.A([title, " ×"], href=f"?{view.query(**{name: ''}, page=1)}", className="chip", **drop))
    return found_
