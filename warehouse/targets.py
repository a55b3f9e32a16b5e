"""Targets beside the values: summed over months and provinces for what adds up, the last month's for what does not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from warehouse.indicators import Indicator
from warehouse.periods import Period
from warehouse.star import fact_target

Targets = dict[tuple[str, str, str], float]
Rows = list[tuple[date, str, float]]


def targets(
    connection: Connection,
    indicators: Iterable[Indicator],
    periods: tuple[Period, ...],
    until: date,
    by: str,
    where: tuple[tuple[str, tuple[str, ...]], ...],
) -> Targets:
    """(indicator, period, slice) → target; only where the question is about whole provinces, since targets are."""
    if by not in ("none", "province") or any(slice_ != "province" for slice_, _ in where) or not periods:
        return {}
    wanted = {indicator.id: indicator for indicator in indicators}
    t = fact_target.c
    chosen = select(t.indicator, t.month_start, t.province_code, t.target).where(
        t.indicator.in_(list(wanted)),
        t.month_start.between(periods[0].starts_on, periods[-1].ends_by(until)),
        *(t.province_code.in_(codes) for _, codes in where),
    )
    rows: dict[tuple[str, str], Rows] = {}
    for id_, month, province, target in connection.execute(chosen):
        rows.setdefault((id_, "all" if by == "none" else province), []).append((month, province, target))
    return {
        (id_, period.id, slice_): aim
        for (id_, slice_), group in rows.items()
        for period in periods
        if (aim := aimed(wanted[id_], [row for row in group if period.starts_on <= row[0] <= period.ends_on]))
        is not None
    }


def aimed(indicator: Indicator, rows: Rows) -> float | None:
    """A flow that adds up: all months and provinces. A stock that adds up: its last month. A share: the mean of its last."""
    if not rows:
        return None
    adds_up = not indicator.is_ratio and indicator.numerator.aggregate.empty is not None
    if adds_up and not indicator.numerator.is_stock:
        return sum(row[2] for row in rows)
    last = [row[2] for row in rows if row[0] == max(r[0] for r in rows)]
    return sum(last) if adds_up else sum(last) / len(last)
