"""What the checks found: their state with the counts by batch, doubts by province, who is late, what was forced, and the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria
from layouts.blocks import Answers, Table, empty
from layouts.rows import cell_text, grid, pager
from layouts.spark import spark
from layouts.spoken import place_name, spoken_day
from layouts.tables.loads import LIMIT, REASON, Loaded
from layouts.theme import palette
from layouts.view import View
from warehouse.checks import CHECK
from warehouse.codes import PROBLEM
from warehouse.records import (
    STATES,
    CheckStates,
    DoubtfulRows,
    DoubtsByPlace,
    Forced,
    LateData,
    LateMonths,
    ListColumn,
    Listing,
    WarnedRows,
)
from warehouse.text import Text
from warehouse.units import grouped

KINDS = {"stops": Text("stops publication", lo="ຢຸດການເຜີຍແຜ່"), "warns": Text("warns", lo="ເຕືອນ")}
ALL_HOLD = Text("All {} checks that stop publication hold", lo="ການກວດສອບທີ່ຢຸດການເຜີຍແຜ່ ຜ່ານທັງ {} ຂໍ້")
NOT_ALL = Text("{} of {} checks that stop publication do not hold", lo="ບໍ່ຜ່ານ {} ຈາກ {} ການກວດສອບທີ່ຢຸດການເຜີຍແຜ່")
BY_BATCH = Text("By batch", lo="ຕາມຊຸດ")
UNKNOWN_PLACE = Text("not known", lo="ບໍ່ຮູ້")
NEVER_FORCED = Text("Nothing was ever published against a check", lo="ບໍ່ເຄີຍບັງຄັບເຜີຍແຜ່")
NOBODY_LATE = Text("No province is behind the others", lo="ບໍ່ມີແຂວງໃດຊ້າກວ່າແຂວງອື່ນ")
CHECKED = Text("Check", lo="ການກວດສອບ")
FIRST_ROWS = Text(
    "the first {} of {} rows; choose a check above to page through", lo="{} ແຖວທຳອິດ ຈາກ {}; ເລືອກການກວດສອບຂ້າງເທິງ"
)


def by_batch(counts: Sequence[tuple[date, int]], name: str, view: View) -> Component | str:
    """The counts of the last batches as a line, in words for those who do not see it; nothing where there never was any."""
    if not any(rows for _, rows in counts):
        return ""
    text = ", ".join(f"{spoken_day(day, view.language)}: {rows}" for day, rows in counts)
    drawn = spark([float(rows) for _, rows in counts], None, palette(view), f"{name}: {text}")
    return html.Div(drawn, className="trend", title=text) if drawn is not None else ""


def spread(answer: Listing) -> Table:
    """The listing with a column for each batch in place of the line, for the exports."""
    at = [column.name for column in answer.columns].index("trend")
    days = sorted({day for row in answer.rows for day, _ in row[at]})
    heads = [ListColumn(f"at_{day}", Text(str(day), lo=str(day)), "number") for day in days]
    rows = ((*row[:at], *(dict(row[at]).get(day) for day in days), *row[at + 1 :]) for row in answer.rows)
    return Table((*answer.columns[:at], *heads, *answer.columns[at + 1 :]), tuple(rows))


@dataclass(frozen=True)
class CheckTable(Loaded):
    """Each check that warns with its count, the counts before and the way to its rows; those that stop in one line."""

    def ask(self, view: View) -> Any:
        return CheckStates(view.source, view.province)

    def table(self, answers: Answers, view: View) -> Table:
        whole = spread(self.answer(answers, view))
        rows = ((*row[:2], KINDS[row[2]], STATES[row[3]], *row[4:]) for row in whole.rows)
        return Table(whole.columns, tuple(rows))

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.answer(answers, view)
        records = answer.records()
        stops = [record for record in records if record["kind"] == "stops"]
        warns = sorted((r for r in records if r["kind"] == "warns"), key=lambda r: -r["rows"])
        heads = [CHECK.title, answer.columns[3].title, answer.columns[4].title, BY_BATCH]
        head = html.Tr([html.Th(text.in_(view.language), scope="col") for text in heads])
        body = [self.row(record, view) for record in warns]
        table = html.Table([html.Thead(head), html.Tbody(body)], className="grid checks")
        region = aria(label=self.heading(view))
        return [self.stopping(stops, view), html.Div(table, className="scroll", tabIndex=0, role="region", **region)]

    def row(self, record: dict[str, Any], view: View) -> Component:
        language, title = view.language, CHECK.title_of(record["check"]).in_(view.language)
        rows = grouped(float(record["rows"]), 0, language)
        href = view.link("/data", check=record["check"], reason="") + "#doubtful"
        return html.Tr(
            [
                html.Th([title, html.P(record["says"].in_(language), className="says")], scope="row"),
                html.Td(STATES[record["state"]].in_(language), className=f"check-state {record['state']}"),
                html.Td(html.A(rows, href=href) if record["rows"] else rows, className="num"),
                html.Td(by_batch(record["trend"], title, view)),
            ]
        )

    def stopping(self, stops: Sequence[dict[str, Any]], view: View) -> Component:
        language = view.language
        off = [record for record in stops if record["state"] != "holds"]
        said = NOT_ALL.in_(language).format(len(off), len(stops)) if off else ALL_HOLD.in_(language).format(len(stops))
        items = [
            html.Li(
                [
                    html.Span(STATES[record["state"]].in_(language), className=f"check-state {record['state']}"),
                    html.Strong(CHECK.title_of(record["check"]).in_(language)),
                    f": {record['says'].in_(language)}",
                ]
            )
            for record in stops
        ]
        mark = "" if off else "✓ "
        summary = html.Summary(f"{mark}{said}", className=f"told {'bad' if off else 'good'}")
        return html.Details([summary, html.Ul(items, className="stops")], open=bool(off))


@dataclass(frozen=True)
class PlaceTable(Loaded):
    """Provinces down: rows in doubt, the last batch's warnings and rejected rows, and how the doubts went."""

    def ask(self, view: View) -> Any:
        return DoubtsByPlace(view.source)

    def table(self, answers: Answers, view: View) -> Table:
        return spread(self.answer(answers, view))

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.answer(answers, view)
        if not answer.rows:
            return empty(view)
        heads = [html.Th(c.title.in_(view.language), scope="col") for c in answer.columns]
        body = [html.Tr(self.cells(answer, row, view)) for row in answer.rows]
        table = html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="grid")
        region = aria(label=self.heading(view))
        return html.Div(table, className="scroll", tabIndex=0, role="region", **region)

    def cells(self, answer: Listing, row: tuple[Any, ...], view: View) -> list[Component]:
        name = place_name(row[0], view.language) if row[0] else UNKNOWN_PLACE.in_(view.language)
        href = view.link("/data", province=row[0], check="", reason="") + "#doubtful"
        first = html.Th(html.A(name, href=href) if row[0] else name, scope="row")
        pairs = list(zip(answer.columns, row, strict=True))[1:-1]
        counts = [html.Td(cell_text(column, value, view.language), className="num") for column, value in pairs]
        return [first, *counts, html.Td(by_batch(row[-1], name, view))]


@dataclass(frozen=True)
class Quiet(Loaded):
    """A list that is best when it is empty: then it says so."""

    nothing: ClassVar[Text] = NOBODY_LATE

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        if not table.rows:
            return html.P(f"✓ {self.nothing.in_(view.language)}", className="told good")
        return grid(table, view, self.heading(view))


@dataclass(frozen=True)
class LateTable(Quiet):
    """Provinces whose orders or contributions came last in an earlier batch than others' did."""

    def ask(self, view: View) -> Any:
        return LateData()


@dataclass(frozen=True)
class MissingTable(Quiet):
    """Provinces whose contributions end months before others' do, whatever batch they came in."""

    def ask(self, view: View) -> Any:
        return LateMonths()


@dataclass(frozen=True)
class ForcedTable(Quiet):
    """Publications that were forced, with who and why."""

    nothing: ClassVar[Text] = NEVER_FORCED

    def ask(self, view: View) -> Any:
        return Forced()


@dataclass(frozen=True)
class DoubtTable(Loaded):
    """The doubtful rows one by one: of a check, or of a warning of the contract; narrowed by source, table and province."""

    def rows_of(self, view: View, limit: int | None, offset: int) -> DoubtfulRows | WarnedRows:
        if view.check in PROBLEM:
            return WarnedRows(view.check, view.source, view.table, view.province, limit, offset)
        check = view.check if view.check in CHECK else ""
        return DoubtfulRows(check, view.source, view.table, view.province, "", limit, offset)

    def ask(self, view: View) -> Any:
        return self.rows_of(view, LIMIT, (view.page - 1) * LIMIT if view.check else 0)

    def whole(self, view: View) -> Any:
        return self.rows_of(view, None, 0)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.answer(answers, view)
        head = html.Div(filters(view), className="list-head")
        if not answer.rows:
            return [head, empty(view)]
        told = 1 if view.check else 0  # the check stands above its rows
        whole = Table(answer.columns[told:], tuple(row[told:] for row in answer.rows))
        shown = grid(whole, view, self.heading(view))
        total = grouped(answer.total, 0, view.language)
        if view.check or answer.total <= LIMIT:
            said = words.ROWS.in_(view.language).format(total)
            foot = pager(answer.total, answer.offset, len(answer.rows), LIMIT, view, self.id) if view.check else None
        else:
            said, foot = FIRST_ROWS.in_(view.language).format(LIMIT, total), None
        return [head, html.P(said, className="told"), shown, foot]


def filters(view: View) -> list[Component]:
    """What the doubtful rows are narrowed to, each with a way to drop it."""
    language = view.language
    codes, title = (PROBLEM, REASON) if view.check in PROBLEM else (CHECK, CHECKED)
    found: list[Component] = []
    for name, heading, text in (
        ("check", title, codes.title_of(view.check).in_(language) if view.check else ""),
        ("source", words.SOURCE, view.source),
        ("table", words.TABLE, view.table),
        ("province", words.PROVINCE, place_name(view.province, language) if view.province else ""),
    ):
        if text:
            drop = aria(label=f"{words.RESET.in_(language)}: {heading.in_(language)}")
            href = f"?{replace(view, page=1).query(**{name: ''})}#doubtful"
            found.append(html.A([f"{heading.in_(language)}: {text} ×"], href=href, className="chip", **drop))
    return found
