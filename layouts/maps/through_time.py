"""The map through time: thirteen small ones side by side, and one that plays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from dash import html

from layouts import words
from layouts.attributes import aria, data
from layouts.blocks import Answers, Ask, Block, Table, empty, found, graph, indicator_of, number_column, slice_column
from layouts.maps.choropleth import MAP_LIMIT, base, coloured, filled, geo, labels
from layouts.spoken import period_name
from layouts.theme import Figure, layout
from layouts.view import View
from warehouse.query import HEADQUARTERS, Question, Value
from warehouse.records import ListColumn
from warehouse.text import Text

COLUMNS = 4
GAP = 0.012
CLOCK = Text("Time", lo="ເວລາ")


@dataclass(frozen=True)
class ThroughTime(Block):
    """Provinces over the last thirteen periods, in one scale of colours so that they compare."""

    indicator: str = ""

    def stands(self, view: View) -> bool:
        return bool(view.shapes.url("province"))

    def heading(self, view: View) -> str:
        return f"{self.title.in_(view.language)}: {indicator_of(self.indicator, view).short.in_(view.language)}"

    def caption(self, view: View) -> str:
        shown = view.history
        return f"{period_name(shown[0], view.language)} – {period_name(shown[-1], view.language)}"

    def asks(self, view: View) -> tuple[Ask, ...]:
        id_ = (indicator_of(self.indicator, view).id,)
        where = tuple(w for w in view.where if w[0] not in ("province", "district"))
        return (Question(id_, view.history, "province", where), Question(id_, (view.period,), where=where))

    def frames(self, answers: Answers, view: View) -> list[list[Value]]:
        values = [v for v in found(answers, self.asks(view)[0], view) if v.slice != HEADQUARTERS]
        return [[v for v in values if v.period == p.id] for p in view.history]

    def draw(self, answers: Answers, view: View) -> Any:
        frames = self.frames(answers, view)
        if not any(v.value for frame in frames for v in frame):
            return empty(view, indicator_of(self.indicator, view))
        return self.drawn(frames, found(answers, self.asks(view)[1], view)[0], view)

    def drawn(self, frames: list[list[Value]], whole: Value, view: View) -> Any:
        raise NotImplementedError

    def table(self, answers: Answers, view: View) -> Table:
        columns = (
            slice_column("province"),
            ListColumn("period", words.PERIOD),
            number_column(indicator_of(self.indicator, view)),
        )
        names = [period_name(p, view.language) for p in view.history]
        frames = zip(names, self.frames(answers, view), strict=True)
        return Table(columns, tuple((v.slice, name, v.value) for name, frame in frames for v in frame))


@dataclass(frozen=True)
class SmallMultiples(ThroughTime):
    """One figure of thirteen small maps."""

    def drawn(self, frames: list[list[Value]], whole: Value, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        colours = coloured(indicator, [v for frame in frames for v in frame], whole, view)
        data, notes = [], []
        more: Figure = {}
        lines = -(-len(frames) // COLUMNS)
        for i, (period, frame) in enumerate(zip(view.history, frames, strict=True)):
            name = "geo" if i == 0 else f"geo{i + 1}"
            left, top = i % COLUMNS / COLUMNS, 1 - i // COLUMNS / lines
            domain = {"x": [left + GAP, left + 1 / COLUMNS - GAP], "y": [top - 1 / lines, top - 0.12 / lines]}
            more[name] = geo(domain=domain)
            data += [
                base(frame, "province", view, geo=name),
                filled(indicator, frame, "province", view, colours, bar=False, geo=name),
            ]
            shown = period_name(period, view.language)
            mark = f" <i>({words.PARTIAL.in_(view.language)})</i>" if period.partial(view.as_of) else ""
            notes.append(
                {
                    "text": shown + mark,
                    "x": left + 0.5 / COLUMNS,
                    "y": top,
                    "xref": "paper",
                    "yref": "paper",
                    "xanchor": "center",
                    "yanchor": "top",
                    "showarrow": False,
                    "font": {"size": 12},
                }
            )
        figure = {
            "data": data,
            "layout": layout(view, annotations=notes, margin={"l": 0, "r": 0, "t": 0, "b": 0}, **more),
        }
        return graph(self.id, figure, view, self.heading(view), 210 * lines, "100vw")


@dataclass(frozen=True)
class PlayedMap(ThroughTime):
    """One map that steps through the periods; the browser does it, the server is not asked again."""

    def drawn(self, frames: list[list[Value]], whole: Value, view: View) -> Any:
        indicator = indicator_of(self.indicator, view)
        colours = coloured(indicator, [v for frame in frames for v in frame], whole, view)
        last = frames[-1]
        traces = [filled(indicator, frame, "province", view, colours, bar=True) for frame in frames]
        figure = {
            "data": [base(last, "province", view), traces[-1], labels(last, colours, view)],
            "layout": layout(view, geo=geo(), margin={"l": 0, "r": 0, "t": 0, "b": 0}),
            "frames": [
                {"name": period.id, "traces": [1, 2], "data": [changing(trace), changing(labels(frame, colours, view))]}
                for period, frame, trace in zip(view.history, frames, traces, strict=True)
            ],
        }
        return [self.player(view), graph(self.id, figure, view, self.heading(view), 560, MAP_LIMIT)]

    def player(self, view: View) -> Any:
        language = view.language
        names = [period_name(p, language) for p in view.history]
        marks = data(
            play=self.id,
            frames=json.dumps([p.id for p in view.history]),
            names=json.dumps(names, ensure_ascii=False),
            words=json.dumps([words.PLAY.in_(language), words.STOP.in_(language)], ensure_ascii=False),
        )
        step: dict[str, Any] = {"type": "button", "className": "tool"}
        return html.Div(
            [
                html.Button("◀", **step, **(data(step="-1") | aria(label=words.EARLIER.in_(language)))),
                html.Button(words.PLAY.in_(language), **step, **data(step="play")),
                html.Button("▶", **step, **(data(step="1") | aria(label=words.LATER.in_(language)))),
                html.Output(names[-1], className="clock", **aria(live="polite", label=CLOCK.in_(language))),
            ],
            className="player",
            **marks,
        )


def changing(trace: Figure) -> Figure:
    """What of a trace differs from period to period."""
    return {key: trace[key] for key in ("type", "z", "hovertext", "customdata", "textfont") if key in trace}
