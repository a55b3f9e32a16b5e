"""What needs attention: plans far behind, the worst falls, late data, old open orders; each with a link to go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from dash import html

from layouts.blocks import Answers, Ask, Block, Table, found, listing
from layouts.change import is_better
from layouts.due import due_on, last_due
from layouts.spoken import period_name, province_name, spoken_day
from layouts.view import View
from warehouse.indicators import INDICATORS
from warehouse.periods import Period, period_of
from warehouse.query import HEADQUARTERS, NotSliced, Question, Value
from warehouse.records import LateData, LateMonths, ListColumn, OpenOrders, OwedBy
from warehouse.text import Text
from warehouse.units import grouped

FAR_BEHIND = 0.5
OLD_DAYS = 60
WATCHED = ("compliance_rate", "collection_rate")
MANY = 3
PLAN = Text("{} has carried out {} of its inspection plan", lo="{} ປະຕິບັດໄດ້ {} ຂອງແຜນການກວດກາ")
FALL = Text("{}: {} fell by {} to {} since {}", lo="{}: {} ຫຼຸດລົງ {} ເຫຼືອ {} ທຽບໃສ່ {}")
LATE = Text("{} has sent no {} since the batch of {}", lo="{} ບໍ່ໄດ້ສົ່ງ{} ນັບແຕ່ຊຸດຂໍ້ມູນ {}")
MISSING = Text("{} has sent no contributions after {}", lo="{} ບໍ່ໄດ້ສົ່ງເງິນສົມທົບຫຼັງຈາກ {}")
NEVER = Text("{} has never sent contributions", lo="{} ບໍ່ເຄີຍສົ່ງເງິນສົມທົບ")
OLD = Text(
    "{} open orders have had no report for more than {} days; the oldest, {}, for {}",
    lo="{} ຄຳສັ່ງຍັງບໍ່ມີລາຍງານເກີນ {} ມື້; ເກົ່າສຸດ {} ແມ່ນ {} ມື້",
)
OWED = Text("{} owes {} next steps of the ladder; the longest for {} days", lo="{} ຄ້າງ {} ຂັ້ນຕອນຕໍ່ໄປ; ດົນສຸດ {} ມື້")
SOON = Text("{}: {} deadlines within 14 days", lo="{}: {} ກຳນົດເວລາພາຍໃນ 14 ວັນ")
NOTHING = Text("Nothing stands out in this period.", lo="ບໍ່ມີສິ່ງພິເສດໃນໄລຍະນີ້.")
WHAT = {
    "orders": Text("inspection orders", lo="ຄຳສັ່ງກວດກາ"),
    "contributions": Text("contributions", lo="ຂໍ້ມູນເງິນສົມທົບ"),
}
KINDS = {
    "plan": Text("Plan", lo="ແຜນການ"),
    "fall": Text("Fall", lo="ຫຼຸດລົງ"),
    "late": Text("Late data", lo="ຂໍ້ມູນຊ້າ"),
    "old": Text("Open orders", lo="ຄຳສັ່ງທີ່ຍັງເປີດ"),
    "owed": Text("Steps owed", lo="ຂັ້ນຕອນທີ່ຄ້າງ"),
    "soon": Text("Due soon", lo="ໃກ້ຄົບກຳນົດ"),
}
Item = tuple[str, str, str]


@dataclass(frozen=True)
class Attention(Block):
    has_figure: ClassVar[bool] = False

    def asks(self, view: View) -> tuple[Ask, ...]:
        orders = OpenOrders(where=tuple(w for w in view.where), limit=200)
        falls = (self.fall(id_, view) for id_ in WATCHED)
        return (self.plan(view), *falls, self.owed(view), LateData(), LateMonths(), orders)

    def owed(self, view: View) -> OwedBy:
        return OwedBy("province", view.period, view.where)

    def plan(self, view: View) -> Question:
        where = tuple(w for w in view.where if w[0] == "province")
        return Question(("plan_fulfilment",), (view.period,), "province", where)

    def fall(self, id_: str, view: View) -> Question:
        return Question((id_,), spans(id_, view), "province", view.where)

    def draw(self, answers: Answers, view: View) -> Any:
        items = list(self.items(answers, view))
        if not items:
            return html.P(NOTHING.in_(view.language), className="state quiet")
        return html.Ul(
            [
                html.Li(
                    html.A([html.Span(KINDS[kind].in_(view.language), className=f"tag {kind}"), f" {text}"], href=href)
                )
                for kind, text, href in items
            ],
            className="attention",
        )

    def table(self, answers: Answers, view: View) -> Table:
        columns = (ListColumn("kind", Text("Kind", lo="ປະເພດ")), ListColumn("text", self.title))
        items = list(self.items(answers, view))
        rows = tuple((KINDS[kind].in_(view.language), text) for kind, text, _ in items)
        return Table(columns, rows)

    def items(self, answers: Answers, view: View) -> Iterator[Item]:
        yield from behind(found(answers, self.plan(view), view), view)
        missing = {row["province"]: row for row in listing(answers, LateMonths()).records()}
        for id_ in WATCHED:
            try:
                values = found(answers, self.fall(id_, view), view)
                yield from falls(id_, [v for v in values if v.slice not in missing], view)
            except NotSliced:
                continue
        yield from owed(listing(answers, self.owed(view)).records(), view)
        yield from late(answers, view)
        yield from without_months(missing.values(), view)
        yield from old(answers, self.asks(view)[-1], view)


def spans(id_: str, view: View) -> tuple[Period, ...]:
    """The period to compare with and the one looked at: the last fallen due where that has not."""
    now = view.period if due_on(INDICATORS[id_], view.period, view.as_of) is None else last_due(view)
    if now is None:
        return ()
    compared = replace(view, period=now).compared
    return (now,) if compared is None else (compared, now)


def behind(values: Sequence[Value], view: View) -> Iterator[Item]:
    """Provinces that have done less than half of the plan for the period."""
    language = view.language
    far = [v for v in values if v.value is not None and v.value < FAR_BEHIND and v.slice != HEADQUARTERS]
    unit = INDICATORS["plan_fulfilment"].unit
    for v in sorted(far, key=lambda v: v.value or 0)[:MANY]:
        text = PLAN.in_(language).format(province_name(v.slice, language), unit.shown(v.value, language))
        yield "plan", text, view.link(f"/province/{v.slice}")


def falls(id_: str, values: Sequence[Value], view: View) -> Iterator[Item]:
    if len(spans(id_, view)) < 2:
        return
    compared, now = spans(id_, view)
    indicator, language = INDICATORS[id_], view.language
    then = {v.slice: v.value for v in values if v.period == compared.id}
    worse = [
        (v.value - before, v)
        for v in values
        if v.period == now.id
        and v.value is not None
        and (before := then.get(v.slice)) is not None
        and is_better(indicator, v.value, before) is False
        and abs(v.value - before) >= 0.01
    ]
    for difference, v in sorted(worse, key=lambda pair: -abs(pair[0]))[:MANY]:
        unit = indicator.unit
        text = FALL.in_(language).format(
            province_name(v.slice, language),
            indicator.short.in_(language),
            unit.shown_difference(abs(difference), language).lstrip("+"),
            unit.shown(v.value, language),
            period_name(compared, language),
        )
        yield "fall", text, view.link(f"/province/{v.slice}")


def owed(rows: Sequence[dict[str, Any]], view: View) -> Iterator[Item]:
    """Provinces with most steps owed, then those with most deadlines due soon."""
    language = view.language
    for kind, said, number, list_ in (
        ("owed", OWED, "owed", "steps_owed"),
        ("soon", SOON, "due_soon", "deadlines_due_soon"),
    ):
        worst = sorted((row for row in rows if row[number]), key=lambda row: -row[number])[:MANY]
        for row in worst:
            numbers = (grouped(float(n), 0, language) for n in (row[number], row["longest_days"] or 0))
            text = said.in_(language).format(province_name(row["province"], language), *numbers)
            yield kind, text, view.link("/enforcement", province=row["province"], list=list_) + "#records"


def late(answers: Answers, view: View) -> Iterator[Item]:
    language = view.language
    for row in listing(answers, LateData()).records()[: 2 * MANY]:
        if view.province and row["province"] != view.province:
            continue
        what = WHAT.get(row["table"], Text(row["table"], lo=row["table"]))
        since = spoken_day(row["batch"], language)
        text = LATE.in_(language).format(province_name(row["province"], language), what.in_(language), since)
        yield "late", text, view.link("/data", province=row["province"]) + "#freshness"


def without_months(rows: Iterable[Mapping[str, Any]], view: View) -> Iterator[Item]:
    """Their rates are no fall: what is missing was not sent."""
    language = view.language
    for row in rows:
        if view.province in ("", row["province"]):
            month = period_of("month", row["month"]) if row["month"] else None
            said = (NEVER if month is None else MISSING).in_(language)
            name = period_name(month, language) if month else ""
            text = said.format(province_name(row["province"], language), name)
            yield "late", text, view.link("/data") + "#missing"


def old(answers: Answers, ask: OpenOrders, view: View) -> Iterator[Item]:
    language = view.language
    rows = [row for row in listing(answers, ask).records() if row["age_days"] > OLD_DAYS]
    if rows:
        first = rows[0]
        numbers = [grouped(float(n), 0, language) for n in (len(rows), OLD_DAYS, first["age_days"])]
        many = numbers[0] + ("+" if len(rows) == 200 else "")
        text = OLD.in_(language).format(many, numbers[1], first["inspection_no"], numbers[2])
        yield "old", text, view.link("/inspections", list="open") + "#records"
