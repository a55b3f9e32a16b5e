"""Can the numbers be trusted: batches, accounts, freshness, rejected rows with their reasons, doubts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from layouts import words
from layouts.attributes import aria
from layouts.blocks import Answers, Table, empty
from layouts.listed import Listed
from layouts.rows import cell_text, grid, pager
from layouts.spoken import place_name
from layouts.view import View
from warehouse.codes import PROBLEM
from warehouse.records import Accounts, Batches, Freshness, LateData, ListColumn, Problems, RejectedRows, cells
from warehouse.text import Text
from warehouse.units import grouped

LIMIT = 25
MONTHLY = tuple(".".join(pair) for pair in LateData().tables)
ADDS_UP = Text("read = loaded + superseded + rejected, in every row", lo="ອ່ານ = ນຳເຂົ້າ + ຖືກແທນ + ຖືກປະຕິເສດ ໃນທຸກແຖວ")
NOT_UP = Text("{} tables do not add up: tell the data steward", lo="{} ຕາຕະລາງບໍ່ກົງກັນ: ໃຫ້ແຈ້ງຜູ້ຮັບຜິດຊອບຂໍ້ມູນ")
BEHIND = Text("behind the others", lo="ຊ້າກວ່າແຂວງອື່ນ")
REASON = Text("Reason", lo="ເຫດຜົນ")
ROW = Text("The row as delivered", lo="ແຖວຕາມທີ່ສົ່ງມາ")


@dataclass(frozen=True)
class Loaded(Listed):
    """A block of the loads: about batches, not about the period of the view."""

    def caption(self, view: View) -> str:
        return self.about.in_(view.language) if self.about else ""


@dataclass(frozen=True)
class BatchTable(Loaded):
    def ask(self, view: View) -> Any:
        return Batches()


@dataclass(frozen=True)
class AccountTable(Loaded):
    """Each table of the last batch, and whether its rows add up."""

    def ask(self, view: View) -> Any:
        return Accounts(view.as_of, view.source)

    def draw(self, answers: Answers, view: View) -> Any:
        records = self.answer(answers, view).records()
        off = [r for r in records if r["read"] != r["loaded"] + r["superseded"] + r["rejected"]]
        said = NOT_UP.in_(view.language).format(len(off)) if off else f"✓ {ADDS_UP.in_(view.language)}"
        whole = self.table(answers, view)
        shown = Table(whole.columns[1:], tuple(row[1:] for row in whole.rows))
        return [html.P(said, className=f"told {'bad' if off else 'good'}"), grid(shown, view, self.heading(view))]


@dataclass(frozen=True)
class FreshnessTable(Loaded):
    """Provinces down, tables across: the latest batch with rows of the province; what is behind is marked in words."""

    def ask(self, view: View) -> Any:
        return Freshness(view.source)

    def table(self, answers: Answers, view: View) -> Table:
        records = [r for r in self.answer(answers, view).records() if r["province"]]
        tables = sorted({(r["source"], r["table"]) for r in records})
        latest = {(r["source"], r["table"], r["province"]): r["batch"] for r in records}
        columns = [ListColumn("province", words.PROVINCE, "province")]
        columns += [ListColumn(f"{s}.{t}", Text(f"{s}: {t}", lo=f"{s}: {t}"), "date") for s, t in tables]
        provinces = sorted({r["province"] for r in records})
        rows = tuple((code, *(latest.get((s, t, code)) for s, t in tables)) for code in provinces)
        return Table(tuple(columns), rows)

    def draw(self, answers: Answers, view: View) -> Any:
        table = self.table(answers, view)
        if not table.rows:
            return empty(view)
        newest = [None, *(max((r[i] for r in table.rows if r[i]), default=None) for i in range(1, len(table.columns)))]
        heads = html.Tr([html.Th(c.title.in_(view.language), scope="col") for c in table.columns])
        body = [html.Tr(self.cells_of(row, newest, table, view)) for row in table.rows]
        grid_ = html.Table([html.Thead(heads), html.Tbody(body)], className="grid")
        return html.Div(grid_, className="scroll", tabIndex=0, role="region", **aria(label=self.heading(view)))

    def cells_of(self, row: tuple[Any, ...], newest: list[Any], table: Table, view: View) -> list[Component]:
        cells_: list[Component] = [html.Th(place_name(row[0], view.language), scope="row")]
        for column, value, last in list(zip(table.columns, row, newest, strict=True))[1:]:
            behind = isinstance(value, date) and value < last and column.name in MONTHLY
            text: list[Any] = [cell_text(column, value, view.language)]
            if behind:
                text += [html.Br(), html.Span(BEHIND.in_(view.language), className="mark")]
            cells_.append(html.Td(text, className="day behind" if behind else "day"))
        return cells_


@dataclass(frozen=True)
class ProblemTable(Loaded):
    """How often each reason occurs; a reason leads to its rows."""

    severity: str = "rejected"

    def ask(self, view: View) -> Any:
        return Problems(self.severity, None, view.source)

    def table(self, answers: Answers, view: View) -> Table:
        answer = self.answer(answers, view)
        rows = tuple(sorted((row[1:] for row in answer.rows), key=lambda row: -row[-1]))
        if self.severity == "rejected":
            links = tuple(
                view.link("/data", source=r[0], table=r[1], reason=r[3], check="") + "#rejected" for r in rows
            )
        else:
            links = tuple(
                view.link("/data", source=r[0], table=r[1], check=r[3], reason="") + "#doubtful" for r in rows
            )
        return Table(answer.columns[1:], rows, links)


@dataclass(frozen=True)
class RejectedTable(Loaded):
    """Rows that were not loaded, whole, each with every reason; narrowed by source, table and reason."""

    def rows_of(self, view: View, limit: int | None, offset: int) -> RejectedRows:
        reason = view.reason if view.reason in PROBLEM else ""
        return RejectedRows(view.source, view.table, reason, None, view.province, limit, offset)

    def ask(self, view: View) -> Any:
        return self.rows_of(view, LIMIT, 0 if view.check else (view.page - 1) * LIMIT)

    def whole(self, view: View) -> Any:
        return self.rows_of(view, None, 0)

    def draw(self, answers: Answers, view: View) -> Any:
        answer = self.answer(answers, view)
        head = html.Div(filters(view), className="list-head")
        if not answer.rows:
            return [head, empty(view)]
        total = words.ROWS.in_(view.language).format(grouped(answer.total, 0, view.language))
        rows = [rejected(record, view) for record in answer.records()]
        return [
            head,
            html.P(total, className="told"),
            html.Ol(rows, className="rejected", start=str(answer.offset + 1)),
            pager(answer.total, answer.offset, len(answer.rows), LIMIT, alone(view), self.id),
        ]


def alone(view: View) -> View:
    """The view without the check whose rows another list pages through."""
    return replace(view, check="", page=1) if view.check else view


def rejected(record: dict[str, Any], view: View) -> Component:
    language = view.language
    where = f"{record['source']}.{record['table']} · {record['file']} · {record['line']}"
    reasons = [
        html.Li([html.Code(field or "–"), " ", PROBLEM.title_of(problem).in_(language), *shown(value)])
        for field, problem, value in record["reasons"]
    ]
    row = cells(record["row"])
    pairs = [html.Div([html.Dt(str(k)), html.Dd(str(v))]) for k, v in row.items() if v not in (None, "")]
    whole = html.Details([html.Summary(ROW.in_(language)), html.Dl(pairs)])
    return html.Li([html.P(f"{record['batch']} · {where}"), html.Ul(reasons), whole])


def shown(value: str | None) -> list[Any]:
    return [": ", html.Q(value[:120])] if value else []


def filters(view: View) -> list[Component]:
    """What the rejected rows are narrowed to, each with a way to drop it."""
    found: list[Component] = []
    reason = PROBLEM.title_of(view.reason).in_(view.language)
    for name, title, text in (
        ("source", words.SOURCE, view.source),
        ("table", words.TABLE, view.table),
        ("reason", REASON, reason if view.reason else ""),
        ("province", words.PROVINCE, place_name(view.province, view.language) if view.province else ""),
    ):
        if text:
            drop = aria(label=f"{words.RESET.in_(view.language)}: {title.in_(view.language)}")
            href = f"?{view.query(**{name: ''}, page=1)}#rejected"
            found.append(html.A([f"{title.in_(view.language)}: {text} ×"], href=href, className="chip", **drop))
    return found
