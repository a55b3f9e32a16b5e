"""One goal of a year: what is known of it by month, where the year will end, and whether that reaches the target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from warehouse.codes import CodeList, listed
from warehouse.forecast import YEAR, Forecast, coming_sum, coming_value
from warehouse.indicators import Indicator
from warehouse.periods import Period, add_months, month_end, month_start, period_of, periods
from warehouse.records.units import last_due_month
from warehouse.text import Text
from warehouse.units import SHARE

NEAR = 0.05  # a share that is to come near to its aim has reached it within five points
GOAL_STATE: CodeList = listed(
    "goal_state",
    Text("State", lo="ສະຖານະ"),
    ("reached", "Reached", "ບັນລຸແລ້ວ"),
    ("likely", "Will be reached", "ຈະບັນລຸ"),
    ("open", "Within reach", "ມີໂອກາດບັນລຸ"),
    ("unlikely", "Will be missed", "ຈະບໍ່ບັນລຸ"),
    ("missed", "Missed", "ບໍ່ບັນລຸ"),
    ("on_course", "On course so far", "ເປັນໄປຕາມແຜນ"),
    ("behind", "Behind so far", "ຊ້າກວ່າແຜນ"),
    ("unknown", "Nothing to compare yet", "ຍັງບໍ່ມີຂໍ້ມູນປຽບທຽບ"),
)
METHOD: CodeList = listed(
    "forecast_method",
    Text("Forecast by", lo="ວິທີຄາດຄະເນ"),
    ("season", "the last two years' shares of each month", "ສັດສ່ວນຂອງແຕ່ລະເດືອນ ໃນສອງປີຜ່ານມາ"),
    ("level", "the mean of the last twelve months", "ຄ່າສະເລ່ຍ 12 ເດືອນຜ່ານມາ"),
    ("walk", "going on as in the last twelve months", "ສືບຕໍ່ຄືກັບ 12 ເດືອນຜ່ານມາ"),
    ("over", "the year is over", "ສິ້ນປີແລ້ວ"),
    ("short", "fewer than twelve months are known", "ຮູ້ໜ້ອຍກວ່າ 12 ເດືອນ"),
    ("apart", "its months do not add up to the year", "ເດືອນບວກກັນບໍ່ເທົ່າປີ"),
)


def kind_of(indicator: Indicator) -> str:
    """flow: months and provinces add up; stock: provinces do; share: neither, a share or a median."""
    if indicator.is_ratio or indicator.numerator.aggregate.empty is None:
        return "share"
    return "stock" if indicator.numerator.is_stock else "flow"


def year_of(year: int) -> Period:
    found = period_of("year", date(year, 1, 1))
    assert found is not None
    return found


def months_of(year: int) -> tuple[Period, ...]:
    return periods("month", date(year, 1, 1), date(year, 12, 31))


def last_whole_month(indicator: Indicator, day: date) -> date:
    """The last month that is over and, where it is about contributions, has fallen due."""
    over = month_start(day) if day == month_end(day) else add_months(day, -1)
    if indicator.numerator.fact.name != "rollup_unit_month" or indicator.numerator.is_stock:
        return over
    month = period_of("month", day)
    assert month is not None
    return min(over, last_due_month(month, day))


@dataclass(frozen=True)
class Goal:
    """One indicator of one place in one year: its months as known, and its targets."""

    indicator: Indicator
    slice: str
    year: int
    history: tuple[float | None, ...]  # whole months, the last that of `whole`
    whole: date
    begun: float | None  # of a flow: what the month after `whole` has so far, where it has begun
    now: float | None
    added: bool
    aims: tuple[tuple[date, float], ...]  # by month: the target of that month
    aim: float | None
    aim_so_far: float | None

    @property
    def kind(self) -> str:
        return kind_of(self.indicator)

    @property
    def ahead(self) -> int:
        """Whole months of the year still to come."""
        return max(0, (self.year - self.whole.year) * YEAR + YEAR - self.whole.month)

    @property
    def within(self) -> tuple[float, ...]:
        """The flow's whole months of the year."""
        count = self.whole.month if self.whole.year == self.year else 0
        return tuple(value or 0.0 for value in self.history[len(self.history) - count :]) if count else ()

    def end(self, ahead: int) -> Forecast | None:
        """The year (of a stock or share: the month) `ahead` months on."""
        told = (
            coming_sum([v or 0.0 for v in self.history], ahead)
            if self.kind == "flow"
            else coming_value(self.history, ahead, "walk" if self.kind == "stock" else "")
        )
        if told is None:
            return None
        done = sum(self.within) if self.kind == "flow" else 0.0
        least = done + (self.begun or 0.0) if self.kind == "flow" else 0.0
        most = 1.0 if self.indicator.unit is SHARE else float("inf")
        point, low, high = (min(max(n + done, least), most) for n in (told.point, told.low, told.high))
        return replace(told, point=point, low=low, high=high)

    def forecast(self) -> tuple[Forecast | None, str]:
        """The forecast of the year's end and its method, or why there is none."""
        if self.ahead == 0:
            return None, "over"
        if self.kind == "flow" and not self.added:
            return None, "apart"
        told = self.end(self.ahead)
        return told, told.method if told else "short"

    def row(self) -> tuple[Any, ...]:
        told, method = self.forecast()
        gap = None if self.now is None or self.aim_so_far is None else self.now - self.aim_so_far
        ends = (told.point, told.low, told.high) if told else (None, None, None)
        tested = (told.tried, told.held) if told else (0, 0)
        state = self.state(told)
        return (self.indicator.id, self.slice, self.now, self.aim_so_far, gap, self.aim, *ends, state, method, *tested)

    def state(self, told: Forecast | None) -> str:
        good = self.indicator.good
        if told is not None and self.aim is not None:
            if isinstance(good, float):
                return "open" if told.low <= self.aim <= told.high else "unlikely"
            low, high = (told.low, told.high) if good != "down" else (-told.high, -told.low)
            aim = self.aim if good != "down" else -self.aim
            return "likely" if low >= aim else "unlikely" if high < aim else "open"
        if self.now is None or self.aim_so_far is None:
            return "unknown"
        met = self.meets(self.now, self.aim_so_far)
        if self.ahead == 0:
            return "reached" if met else "missed"
        return "on_course" if met else "behind"

    def meets(self, value: float, aim: float) -> bool:
        good = self.indicator.good
        if isinstance(good, float):
            return abs(value - aim) <= NEAR
        return value <= aim if good == "down" else value >= aim
