"""The year's goals: targets by month, what is done so far, and where the year will end, with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, select

from warehouse.forecast import YEAR
from warehouse.indicators import INDICATORS, Indicator
from warehouse.periods import Period, add_months, period_of, periods
from warehouse.query import ALL, Question, Value, values
from warehouse.records.goals import GOAL_STATE, METHOD, Goal, kind_of, last_whole_month, months_of, year_of
from warehouse.records.model import ListColumn, Listing, Where, complete, number
from warehouse.star import fact_target
from warehouse.targets import Rows, aimed
from warehouse.text import Text
from warehouse.units import COUNT

LOOKED_BACK = 36
By = Literal["none", "province"]
INDICATOR = ListColumn("indicator", Text("Indicator", lo="ຕົວຊີ້ວັດ"))
PLACE = ListColumn("slice", Text("Province", lo="ແຂວງ"), "province")
GOAL_COLUMNS = (
    INDICATOR,
    PLACE,
    number("so_far", Text("So far", lo="ມາຮອດປັດຈຸບັນ")),
    number("target_so_far", Text("Target so far", lo="ເປົ້າໝາຍມາຮອດປັດຈຸບັນ")),
    number("distance", Text("Distance", lo="ສ່ວນຕ່າງ")),
    number("target", Text("Target of the year", lo="ເປົ້າໝາຍຂອງປີ")),
    number("forecast", Text("Forecast of the year's end", lo="ຄາດຄະເນທ້າຍປີ")),
    number("low", Text("At least (80 %)", lo="ຕ່ຳສຸດ (80 %)")),
    number("high", Text("At most (80 %)", lo="ສູງສຸດ (80 %)")),
    ListColumn("state", GOAL_STATE.title, "code", codes=GOAL_STATE),
    ListColumn("method", METHOD.title, "code", codes=METHOD),
    number("tried", Text("Earlier month-ends tried", lo="ທ້າຍເດືອນກ່ອນທີ່ທົດລອງ"), COUNT),
    number("held", Text("Of them the interval held", lo="ໃນນັ້ນຊ່ວງຖືກຕ້ອງ"), COUNT),
)
COURSE_COLUMNS = (
    PLACE,
    ListColumn("month", Text("Month", lo="ເດືອນ"), "month"),
    number("actual", Text("Actual", lo="ຕົວຈິງ")),
    number("target", Text("Target", lo="ເປົ້າໝາຍ")),
    number("actual_so_far", Text("Actual, cumulated", lo="ຕົວຈິງ ສະສົມ")),
    number("target_so_far", Text("Target, cumulated", lo="ເປົ້າໝາຍ ສະສົມ")),
    number("forecast", Text("Forecast", lo="ຄາດຄະເນ")),
    number("low", Text("At least (80 %)", lo="ຕ່ຳສຸດ (80 %)")),
    number("high", Text("At most (80 %)", lo="ສູງສຸດ (80 %)")),
)


@dataclass(frozen=True)
class Asked:
    """What a page or a command asks about goals: a year, as known at the end of `until`."""

    year: int
    until: date
    indicators: tuple[str, ...] = ()
    by: By = "none"
    where: Where = ()

    def goals(self, connection: Connection) -> list[Goal]:
        """Every indicator with a target in the year, in the order of the register, by place."""
        set_ = self.targets(connection)
        ids = [
            id_
            for id_ in INDICATORS
            if id_ in {key[0] for key in set_} and (not self.indicators or id_ in self.indicators)
        ]
        return [goal for id_ in ids for goal in self.of(connection, INDICATORS[id_], set_)]

    def targets(self, connection: Connection) -> dict[tuple[str, str], Rows]:
        """The year's targets, by indicator and place."""
        t = fact_target.c
        chosen = select(t.indicator, t.month_start, t.province_code, t.target).where(
            t.month_start.between(date(self.year, 1, 1), date(self.year, 12, 31)),
            *(t.province_code.in_(codes) for name, codes in self.where if name == "province"),
        )
        found: dict[tuple[str, str], Rows] = {}
        for id_, month, province, target in connection.execute(chosen):
            if id_ in INDICATORS:
                found.setdefault((id_, ALL if self.by == "none" else province), []).append((month, province, target))
        return found

    def of(self, connection: Connection, indicator: Indicator, set_: dict[tuple[str, str], Rows]) -> list[Goal]:
        whole = min(last_whole_month(indicator, self.until), date(self.year, 12, 1))
        span = periods("month", add_months(whole, 1 - LOOKED_BACK), whole)
        month, year = period_of("month", self.until), year_of(self.year)
        assert month is not None
        next_ = (month,) if begins(indicator, whole, month, year) else ()
        known = self.values(connection, indicator, (*span, *next_))
        whole_year = self.values(connection, indicator, (year,))
        start = first_known(known, span)
        goals = []
        for slice_ in sorted({key[0] for key in whole_year}):
            rows = set_.get((indicator.id, slice_), [])
            if not rows:
                continue
            history = tuple(known[slice_, p.id].value for p in span[start:])
            begun = known[slice_, month.id].value or 0.0 if next_ else None
            goals.append(self.goal(indicator, slice_, history, whole, begun, whole_year[slice_, year.id].value, rows))
        return goals

    def goal(
        self,
        indicator: Indicator,
        slice_: str,
        history: tuple[float | None, ...],
        whole: date,
        begun: float | None,
        of_year: float | None,
        rows: Rows,
    ) -> Goal:
        kind = kind_of(indicator)
        started = [row for row in rows if row[0] <= (self.until if kind == "flow" else whole)]
        by_month = sorted({row[0] for row in rows})
        aims = [(m, aim) for m in by_month if (aim := aimed(indicator, [r for r in rows if r[0] == m])) is not None]
        now = of_year if kind == "flow" else (history[-1] if history and whole.year == self.year else None)
        goal = Goal(
            indicator, slice_, self.year, history, whole, begun if kind == "flow" else None, now, True, tuple(aims),
            aimed(indicator, rows), aimed(indicator, started),
        )  # fmt: skip
        apart = kind == "flow" and abs(sum(goal.within) + (goal.begun or 0.0) - (of_year or 0.0)) > 1e-6 * max(
            1.0, of_year or 0.0
        )
        return replace(goal, added=not apart)

    def values(
        self, connection: Connection, indicator: Indicator, spans: tuple[Period, ...]
    ) -> dict[tuple[str, str], Value]:
        where = tuple(item for item in self.where if item[0] == "province")
        question = Question((indicator.id,), spans, self.by, where)
        return {(v.slice, v.period): v for v in values(connection, question, self.until)}


def begins(indicator: Indicator, whole: date, month: Period, year: Period) -> bool:
    """Whether the month under way counts towards the year already: contributions do only once they have fallen due."""
    return whole < month.starts_on <= year.ends_on and indicator.numerator.fact.name != "rollup_unit_month"


def first_known(known: dict[tuple[str, str], Value], span: Sequence[Period]) -> int:
    """Where the history begins: the first month in which any place has anything at all."""
    begun = {period for (_, period), value in known.items() if value.value}
    return next((n for n, p in enumerate(span) if p.id in begun), len(span))


@dataclass(frozen=True)
class Goals:
    """By indicator and place: so far against target so far, the year's target, the forecast of its end, the state."""

    year: int
    until: date
    indicators: tuple[str, ...] = ()
    by: By = "none"
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        asked = Asked(self.year, min(self.until, day), self.indicators, self.by, self.where)
        return complete(GOAL_COLUMNS, [goal.row() for goal in asked.goals(connection)])


@dataclass(frozen=True)
class GoalCourse:
    """One indicator by month of the year and place: actual, target, both cumulated where months add up, and the forecast."""

    year: int
    until: date
    indicator: str
    by: By = "none"
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        asked = Asked(self.year, min(self.until, day), (self.indicator,), self.by, self.where)
        return complete(COURSE_COLUMNS, [row for goal in asked.goals(connection) for row in course(goal)])


def course(goal: Goal) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    aims, flow = dict(goal.aims), goal.kind == "flow"
    done = aim_so_far = 0.0
    for month in months_of(goal.year):
        first = month.starts_on
        back = (goal.whole.year - first.year) * YEAR + goal.whole.month - first.month
        actual = goal.history[-1 - back] if 0 <= back < len(goal.history) else None
        if back == -1 and flow:
            actual = goal.begun
        aim = aims.get(first)
        done, aim_so_far = done + (actual or 0.0), aim_so_far + (aim or 0.0)
        told = goal.end(-back) if back < 0 and goal.forecast()[0] is not None else None
        ends = (told.point, told.low, told.high) if told else (None, None, None)
        sums = (done if actual is not None else None, aim_so_far if aim is not None else None) if flow else (None, None)
        rows.append((goal.slice, first, actual, aim, *sums, *ends))
    return rows


@dataclass(frozen=True)
class TargetList:
    """The targets themselves, as they were set: one row a month, province and indicator."""

    year: int | None = None
    indicator: str = ""
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        t = fact_target.c
        years = [] if self.year is None else [t.month_start.between(date(self.year, 1, 1), date(self.year, 12, 31))]
        chosen = (
            select(t.indicator, t.month_start, t.province_code, t.target)
            .where(
                *years,
                *([t.indicator == self.indicator] if self.indicator else []),
                *(t.province_code.in_(codes) for name, codes in self.where if name == "province"),
            )
            .order_by(t.indicator, t.month_start, t.province_code)
        )
        columns = (INDICATOR, COURSE_COLUMNS[1], ListColumn("province", PLACE.title, "province"), COURSE_COLUMNS[3])
        return complete(columns, connection.execute(chosen))
