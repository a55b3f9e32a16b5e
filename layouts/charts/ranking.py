"""Provinces in order, and an indicator by sector, size and so on: blocks of horizontal bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layouts.blocks import Answers, Ask, Block, Table, empty, extremes, found, graph, indicator_of, scope, slice_title
from layouts.cards import records_link
from layouts.charts.bars import bars, place_link, slice_table, wrapped
from layouts.filters import KINDS
from layouts.spoken import place_name
from layouts.view import View
from warehouse.indicators import Indicator
from warehouse.query import Question, Value

ROW, RANKING_ROW = 24, 31


@dataclass(frozen=True)
class Ranking(Block):
    """Provinces from first to last, or the districts of the province looked at; a line for the whole."""

    indicator: str = ""
    level: str = ""

    def by(self, view: View) -> str:
        return "district" if self.level == "district" or view.level == "district" or view.province else "province"

    def heading(self, view: View) -> str:
        what = indicator_of(self.indicator, view).short.in_(view.language)
        return f"{what} · {slice_title(self.by(view)).in_(view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        id_ = (indicator_of(self.indicator, view).id,)
        where = tuple(w for w in view.where if w[0] not in ("province", "district"))
        inside = (("province", (view.province,)),) if view.province else ()
        return (
            Question(id_, (view.period,), self.by(view), (*inside, *where)),  # type: ignore[arg-type]
            Question(id_, (view.period,), where=(*inside, *where)),
        )

    def ordered(self, answers: Answers, view: View) -> list[Value]:
        values = found(answers, self.asks(view)[0], view)
        if self.by(view) == "district":
            values = [v for v in values if v.value]
        return sorted(values, key=lambda v: (v.value is None, -(v.value or 0), v.slice))

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        values = self.ordered(answers, view)[:40]
        if not any(v.value for v in values):
            return empty(view, indicator)
        whole = found(answers, self.asks(view)[1], view)[0]
        names = [place_name(v.slice, view.language, short=True) for v in values]
        links = [place_link(v.slice, indicator, view) for v in values]
        marked = {view.district or view.province}
        figure = bars(indicator, names, values, links, view, whole if indicator.is_ratio else None, marked)
        height = RANKING_ROW * len(values) + 40
        return graph(self.id, figure, view, extremes(names, values, indicator, view.language), height)

    def table(self, answers: Answers, view: View) -> Table:
        indicator = indicator_of(self.indicator, view)
        values = self.ordered(answers, view)
        links = tuple(place_link(v.slice, indicator, view) for v in values)
        return slice_table(self.by(view), indicator, values, links)


@dataclass(frozen=True)
class Breakdown(Block):
    """One indicator by the codes of a slice, in the order of the list or from most to least."""

    indicator: str = ""
    by: str = "sector"

    def heading(self, view: View) -> str:
        what = indicator_of(self.indicator, view).short.in_(view.language)
        return f"{what} · {slice_title(self.by).in_(view.language)}"

    def caption(self, view: View) -> str:
        return scope(view)

    def asks(self, view: View) -> tuple[Ask, ...]:
        where = tuple(w for w in view.where if w[0] != self.by)
        return (Question((indicator_of(self.indicator, view).id,), (view.period,), self.by, where),)  # type: ignore[arg-type]

    def kept(self, answers: Answers, view: View) -> list[Value]:
        values = [v for v in found(answers, self.asks(view)[0], view) if v.value is not None]
        values = [v for v in values if v.value or v.denominator]
        return values if self.by == "size" else sorted(values, key=lambda v: -(v.value or 0))

    def draw(self, answers: Answers, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        values = self.kept(answers, view)
        if not values:
            return empty(view, indicator)
        titles = [KINDS[self.by].title_of(v.slice) for v in values]
        links = [self.link(v.slice, indicator, view) for v in values]
        names = [wrapped(t, view) for t in titles]
        figure = bars(indicator, names, values, links, view, None, {getattr(view, self.by)})
        spoken = [t.in_(view.language) for t in titles]
        height = (ROW + 10) * len(values) + 40
        return graph(self.id, figure, view, extremes(spoken, values, indicator, view.language), height)

    def link(self, code: str, indicator: Indicator, view: View) -> str:
        """Inspections of that kind, as records; else the same page narrowed to it."""
        there = records_link(indicator, view)
        changes = {self.by: code}
        return (
            view.link(there.partition("?")[0], list=indicator.id, **changes) + "#records"
            if there
            else view.link("", **changes)
        )

    def table(self, answers: Answers, view: View) -> Table:
        indicator = indicator_of(self.indicator, view)
        values = self.kept(answers, view)
        return slice_table(self.by, indicator, values, tuple(self.link(v.slice, indicator, view) for v in values))
