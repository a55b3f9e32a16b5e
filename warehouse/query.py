"""values(): the one way from indicators, periods and slices to numbers. Portable statements over the star, few a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Column, Connection, Date, Select, cast, func, literal, or_, select, union_all

from warehouse.audit import audit_batch
from warehouse.codes import METHOD, ORIGIN, SCHEME, SECTOR, SIZE, TYPE, CodeList
from warehouse.indicators import INDICATORS, Indicator, Measure
from warehouse.periods import Period, add_months, month_start
from warehouse.star import dim_date, dim_district, dim_inspector, dim_province
from warehouse.targets import targets

By = Literal["none", "province", "district", "sector", "size", "scheme", "type", "method", "origin", "inspector"]
ALL = "all"
HEADQUARTERS = "00"
CODED: Mapping[str, CodeList] = {
    "sector": SECTOR,
    "size": SIZE,
    "scheme": SCHEME,
    "type": TYPE,
    "method": METHOD,
    "origin": ORIGIN,
}
Answers = dict[tuple[str, str], float]


class NotSliced(ValueError):
    """An indicator was asked by, or within, a slice that its data does not have."""

    def __init__(self, indicator: Indicator, slice_: str) -> None:
        super().__init__(f"{indicator.id} is not known by {slice_}; it slices by {', '.join(indicator.slices)}")
        self.indicator, self.slice = indicator, slice_


@dataclass(frozen=True)
class Question:
    """What is asked: `where` narrows slices to codes, as (("province", ("01", "07")), …)."""

    indicators: tuple[str, ...]
    periods: tuple[Period, ...]
    by: By = "none"
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One number; `value` is None where there is nothing to divide by, or no value to take a median of."""

    indicator: str
    period: str
    slice: str
    value: float | None
    numerator: float | None
    denominator: float | None
    target: float | None
    partial: bool


def as_of(connection: Connection) -> date:
    """The last batch's date; LookupError where nothing was loaded yet."""
    day = connection.execute(select(func.max(audit_batch.c.batch_on))).scalar()
    if day is None:
        raise LookupError("the warehouse is empty: load a batch first")
    return day  # type: ignore[no-any-return]


def values(connection: Connection, question: Question, day: date | None = None) -> list[Value]:
    """Every indicator × period × slice of the question, in that order, also those with nothing in them."""
    until = day or as_of(connection)
    asked = [INDICATORS[id_] for id_ in question.indicators]
    for indicator in asked:
        check_slices(indicator, question)
    found = measured(connection, {m: i for i in asked for m in i.measures}, question, until)
    aims = targets(connection, asked, question.periods, until, question.by, question.where)
    known = places(connection) if question.by in ("province", "district", "inspector") else ((), (), ())
    return [
        valued(indicator, period, slice_, found, aims.get((indicator.id, period.id, slice_)), until)
        for indicator in asked
        for slices in (members(known, question, indicator),)
        for period in question.periods
        for slice_ in slices
    ]


def check_slices(indicator: Indicator, question: Question) -> None:
    asked = {slice_ for slice_, _ in question.where} | ({question.by} - {"none"})
    for slice_ in sorted(asked - set(indicator.slices)):
        raise NotSliced(indicator, slice_)


def valued(
    indicator: Indicator, period: Period, slice_: str, found: dict[Measure, Answers], target: float | None, until: date
) -> Value:
    def number(measure: Measure) -> float | None:
        answers = found[measure]
        whole = answers.get((period.id, ALL), measure.aggregate.empty)
        return whole if (BROAD, BROAD) in answers else answers.get((period.id, slice_), measure.aggregate.empty)

    numerator = number(indicator.numerator)
    partial = period.partial(until)
    if indicator.denominator is None:
        return Value(indicator.id, period.id, slice_, numerator, numerator, None, target, partial)
    denominator = number(indicator.denominator)
    if indicator.plus is not None:
        denominator = (denominator or 0.0) + (number(indicator.plus) or 0.0)
    value = numerator * indicator.factor / denominator if denominator and numerator is not None else None
    return Value(indicator.id, period.id, slice_, value, numerator, denominator, target, partial)


BROAD = "*"  # marks answers that hold for every slice, since the fact does not have the slice


Places = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def members(known: Places, question: Question, indicator: Indicator) -> Sequence[str]:
    """The slices of the answer: all codes of the dimension that the filters leave."""
    within = dict(question.where)
    if question.by == "none":
        return (ALL,)
    if question.by in within:
        return within[question.by]
    provinces, districts, inspectors = known
    if question.by == "inspector":
        return inspectors
    if question.by == "province":
        return (*provinces, HEADQUARTERS) if indicator.id in WORKFORCE else provinces
    if question.by == "district":
        return [code for code in districts if "province" not in within or code[:2] in within["province"]]
    return [item.code for item in CODED[question.by]]


WORKFORCE = frozenset(
    indicator.id
    for indicator in INDICATORS.values()
    if any(
        measure.fact.name in ("fact_inspector_month", "fact_team", "fact_training") for measure in indicator.measures
    )
)


def places(connection: Connection) -> Places:
    """Codes of all provinces, of all districts and of all inspectors."""
    codes = (dim_province.c.province_code, dim_district.c.district_code, dim_inspector.c.inspector_id)
    provinces, districts, inspectors = (
        tuple(connection.execute(select(code).distinct().order_by(code)).scalars()) for code in codes
    )
    return provinces, districts, inspectors


def measured(
    connection: Connection, measures: Mapping[Measure, Indicator], question: Question, until: date
) -> dict[Measure, Answers]:
    """The answers of each measure; measures over the same rows are asked in one statement."""
    groups: dict[object, list[Measure]] = {}
    for measure in measures:
        basis = (measure.on, measure.snapshot, measure.alive, measure.opening)
        columns = tuple(measure.column(s) for s in (question.by, *dict(question.where)))
        groups.setdefault((measure.fact, basis, columns), []).append(measure)
    found: dict[Measure, Answers] = {}
    for group in groups.values():
        found |= asked(connection, group, question, until)
    return found


def asked(connection: Connection, group: list[Measure], question: Question, until: date) -> dict[Measure, Answers]:
    first = group[0]
    by = None if question.by == "none" else first.column(question.by)
    answers: dict[Measure, Answers] = {measure: {} for measure in group}
    if question.by != "none" and by is None:
        answers = {measure: {(BROAD, BROAD): 0.0} for measure in group}
    if not question.periods:
        return answers
    statement = statement_of(group, question, until)
    renamed = None if first.on is not None else stock_days(first, question.periods, until)
    for row in connection.execute(statement):
        for period in renamed[row[0]] if renamed is not None else (row[0],):
            slice_ = row[1] if by is not None else ALL
            for measure, number in zip(group, row[2:] if by is not None else row[1:], strict=True):
                if number is not None:
                    answers[measure][period, slice_] = float(number)
    return answers


def statement_of(group: list[Measure], question: Question, until: date) -> Select[Any] | Any:
    """The one SELECT that answers a group of measures over the same fact, basis and slices."""
    first = group[0]
    by = None if question.by == "none" else first.column(question.by)
    keys = [] if by is None else [by]
    aggregates = [measure.aggregate.build(measure.where) for measure in group]
    within = [column.in_(codes) for slice_, codes in question.where if (column := first.column(slice_)) is not None]
    if first.on is not None:
        period: Column[Any] = dim_date.c[question.periods[0].grain]
        chosen = select(period, *keys, *aggregates).select_from(first.fact.join(dim_date, first.on == dim_date.c.day))
        spans = dim_date.c.day.between(question.periods[0].starts_on, question.periods[-1].ends_by(until))
        return chosen.where(spans, *within).group_by(period, *keys)
    days = list(stock_days(first, question.periods, until))
    if first.alive is not None:
        return union_all(*(alive_on(day, first, keys, aggregates).where(*within) for day in days))
    assert first.snapshot is not None
    chosen = select(first.snapshot, *keys, *aggregates).where(first.snapshot.in_(days), *within)
    return chosen.group_by(first.snapshot, *keys)


def alive_on(day: date, first: Measure, keys: Sequence[Any], aggregates: Sequence[Any]) -> Select[Any]:
    """The rows whose span holds a day: a scan for each day, since a join on spans takes twice as long as all of them."""
    assert first.alive is not None
    begins, ends = first.alive
    still = () if ends is None else (or_(ends.is_(None), ends > day),)
    chosen: Select[Any] = select(cast(literal(day), Date), *keys, *aggregates).select_from(first.fact)
    return chosen.where(begins <= day, *still).group_by(*keys)


def stock_days(measure: Measure, periods: Iterable[Period], until: date) -> dict[date, list[str]]:
    """The day (of a snapshot: the month) that holds for each period, and the periods it holds for."""
    days: dict[date, list[str]] = {}
    for period in periods:
        day = period.ends_by(until)
        if measure.opening:
            day = min(add_months(period.starts_on, -1), month_start(until))
        elif measure.snapshot is not None:
            day = month_start(day)
        days.setdefault(day, []).append(period.id)
    return days
