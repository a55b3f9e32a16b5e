"""Checks that warn: each a SELECT of the staged rows that it doubts, with what of the row (and of what it refers to) is doubted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, String, and_, cast, func, literal, null, or_, select
from sqlalchemy import Table as SqlTable

from etl.rules.ladder import ladder, lawful_deadline, needs_no_fine, reading
from warehouse.audit import audit_account
from warehouse.checks import CHECKS
from warehouse.sources import CONTRACT, STAGED, Kind, full_name

orders, findings, measures, fines, debts, payments = (
    STAGED[f"inspections.{name}"] for name in ("orders", "findings", "measures", "fines", "debts", "debt_payments")
)
units = STAGED["lsso.labour_units"]
Doubted = tuple[str, Select[Any]]
SMALLEST = 50  # rows of a delivery before, below which half of them says nothing


@dataclass(frozen=True)
class Look:
    """What a look at the data needs to know: the batch that came last, and the calendar's first day."""

    day: date
    calendar_from: date


QUERIES: dict[str, Callable[[Look], Iterator[Doubted]]] = {}


def doubts(check: str) -> Callable[[Callable[[], Select[Any]]], Callable[[], Select[Any]]]:
    """Enter the query of a check that warns about the first of its tables."""

    def enter(query: Callable[[], Select[Any]]) -> Callable[[], Select[Any]]:
        QUERIES[check] = lambda look: iter([(CHECKS[check].tables[0], query())])
        return query

    return enter


def doubted(table: SqlTable, key: Any, province: Any, **what: Any) -> Select[Any]:
    """The rows of a staged table as audit_doubt holds them; `what` becomes JSON, by field of the contract."""
    pairs = [part for name, value in what.items() for part in (literal(name), value)]
    told = cast(func.json_object(*pairs), String)
    return select(
        cast(key, String).label("key"),
        province.label("province_code"),
        table.c.batch_on.label("batch_on"),
        table.c.line.label("line"),
        told.label("what"),
    ).select_from(table)


def of_order() -> ColumnElement[str]:
    return func.left(orders.c.district_code, 2)


def of_unit(ss_number: Column[Any]) -> ColumnElement[str]:
    """The province of a unit as last known."""
    latest = func.max_by(func.left(units.c.district_code, 2), units.c.batch_on)
    return select(latest).where(units.c.ss_number == ss_number).scalar_subquery()


def in_order(chosen: Select[Any], inspection_no: Column[Any]) -> Select[Any]:
    return chosen.join(orders, orders.c.inspection_no == inspection_no)


def of_measure(chosen: Select[Any]) -> Select[Any]:
    return in_order(chosen.join(measures, measures.c.measure_no == fines.c.measure_no), measures.c.inspection_no)


f, m, d, p, o = fines.c, measures.c, debts.c, payments.c, orders.c


@doubts("fine_after_compliance")
def fine_after_compliance() -> Select[Any]:
    before = measures.alias("before_fine")
    first = func.min(before.c.complied_on)
    chosen = of_measure(doubted(fines, f.fine_no, of_order(), complied_on=first, imposed_on=f.imposed_on))
    early = needs_no_fine(before.c.step, before.c.complied_on, f.imposed_on)
    complied = and_(before.c.inspection_no == m.inspection_no, early)
    return chosen.join(before, complied).group_by(f.fine_no, f.imposed_on, f.batch_on, f.line, o.district_code)


@doubts("fine_without_months")
def fine_without_months() -> Select[Any]:
    chosen = of_measure(doubted(fines, f.fine_no, of_order(), basis=f.basis, base_lak=f.base_lak))
    return chosen.where(f.months.is_(None), f.basis != "damage")


@doubts("fine_paid_without_date")
def fine_paid_without_date() -> Select[Any]:
    chosen = of_measure(doubted(fines, f.fine_no, of_order(), status=f.status, paid_lak=f.paid_lak))
    return chosen.where(f.paid_on.is_(None), or_(f.status == "paid", f.paid_lak > 0))


@doubts("fine_of_other_step")
def fine_of_other_step() -> Select[Any]:
    chosen = of_measure(doubted(fines, f.fine_no, of_order(), measure_no=f.measure_no, step=m.step))
    return chosen.where(m.step != "fine")


@doubts("deadline_unlike_law")
def deadline_unlike_law() -> Select[Any]:
    steps = ladder(reading())
    lawful = lawful_deadline(m.issued_on, steps.c.days_to_comply)
    what = {"issued_on": m.issued_on, "deadline_on": m.deadline_on, "lawful_deadline_on": lawful}
    chosen = in_order(doubted(measures, m.measure_no, of_order(), **what), m.inspection_no)
    return chosen.join(steps, steps.c.step == m.step).where(m.deadline_on != lawful)


@doubts("complied_before_issued")
def complied_before_issued() -> Select[Any]:
    chosen = doubted(measures, m.measure_no, of_order(), issued_on=m.issued_on, complied_on=m.complied_on)
    return in_order(chosen, m.inspection_no).where(m.complied_on < m.issued_on)


@doubts("measure_on_cancelled")
def measure_on_cancelled() -> Select[Any]:
    chosen = doubted(
        measures, m.measure_no, of_order(), inspection_no=m.inspection_no, step=m.step, issued_on=m.issued_on
    )
    return in_order(chosen, m.inspection_no).where(o.status == "cancelled")


@doubts("corrected_before_found")
def corrected_before_found() -> Select[Any]:
    c = findings.c
    chosen = doubted(findings, c.finding_no, of_order(), found_on=c.found_on, corrected_on=c.corrected_on)
    return in_order(chosen, c.inspection_no).where(c.corrected_on < c.found_on)


@doubts("more_registered")
def more_registered() -> Select[Any]:
    what = {"workers_found": o.workers_found, "workers_registered": o.workers_registered}
    return doubted(orders, o.inspection_no, of_order(), **what).where(o.workers_registered > o.workers_found)


@doubts("debt_overpaid")
def debt_overpaid() -> Select[Any]:
    total = func.sum(p.amount_lak).label("paid_lak")
    paid = select(p.debt_no, total).group_by(p.debt_no).subquery("paid")
    chosen = doubted(debts, d.debt_no, of_unit(d.ss_number), principal_lak=d.principal_lak, paid_lak=paid.c.paid_lak)
    return chosen.join(paid, paid.c.debt_no == d.debt_no).where(paid.c.paid_lak > d.principal_lak)


@doubts("payment_before_debt")
def payment_before_debt() -> Select[Any]:
    what = {"established_on": d.established_on, "paid_on": p.paid_on, "amount_lak": p.amount_lak}
    chosen = doubted(payments, p.debt_no + " " + p.payment_no, of_unit(d.ss_number), **what)
    return chosen.join(debts, d.debt_no == p.debt_no).where(p.paid_on < d.established_on)


@doubts("debt_period_after")
def debt_period_after() -> Select[Any]:
    what = {"period_to": d.period_to, "established_on": d.established_on}
    return doubted(debts, d.debt_no, of_unit(d.ss_number), **what).where(d.period_to > d.established_on)


def before_calendar(look: Look) -> Iterator[Doubted]:
    """Dates of events that no period holds. Registers are left out: their dates are those of things, older than any period."""
    for source, table in CONTRACT.tables():
        if source.name in REGISTERS:
            continue
        name = full_name(source, table)
        staged, keys = STAGED[name], [field.name for field in table.keys]
        fields = [x.name for x in table.fields if x.kind is Kind.DATE and x.event]
        for field in fields:
            key = func.concat_ws(" ", *(staged.c[each] for each in keys))
            chosen = doubted(staged, key, place(staged), **{field: staged.c[field]})
            yield (
                name,
                chosen.where(staged.c[field] < look.calendar_from),
            )


REGISTERS = ("lsso", "enterprise_register")


def place(staged: SqlTable) -> ColumnElement[Any]:
    """The province that a row tells by itself or through its unit or inspection."""
    c = staged.c
    if "province_code" in c:
        return c.province_code
    if "district_code" in c:
        return func.left(c.district_code, 2)
    if "ss_number" in c:
        return of_unit(c.ss_number)
    if "inspection_no" in c:
        other = orders.alias("its_order")
        return (
            select(func.left(other.c.district_code, 2))
            .where(other.c.inspection_no == c.inspection_no)
            .scalar_subquery()
        )
    return cast(null(), String)


def far_smaller(look: Look) -> Iterator[Doubted]:
    """The last two deliveries of each table side by side; the first ever is most often the whole past."""
    a = audit_account.c
    by = {"partition_by": (a.source, a.table), "order_by": a.batch_on}
    counted = select(
        a.source,
        a.table,
        a.file,
        a.batch_on,
        a.read,
        func.lag(a.read).over(**by).label("before"),  # type: ignore[arg-type]
        func.row_number().over(**by).label("number"),  # type: ignore[arg-type]
    ).subquery("counted")
    c = counted.c
    what = func.json_object("rows", c.read, "rows_before", c.before)
    for source, table in CONTRACT.tables():
        chosen = select(
            c.file.label("key"),
            cast(null(), String).label("province_code"),
            c.batch_on,
            literal(1).label("line"),
            cast(what, String).label("what"),
        )
        small = and_(c.number > 2, c.before >= SMALLEST, c.read * 2 < c.before)
        mine = and_(c.source == source.name, c.table == table.name, c.batch_on == look.day)
        yield full_name(source, table), chosen.where(mine, small)


QUERIES["before_calendar"] = before_calendar
QUERIES["far_smaller"] = far_smaller
