"""Debts and their payments one by one: those behind a number, with what is owed on the day that the number is of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ColumnElement, Connection, FromClause, func, literal

from warehouse.codes import DEBT_AGE, DEBT_CAUSE
from warehouse.indicators import Measure
from warehouse.periods import Period, month_start
from warehouse.query import stock_days
from warehouse.records.inspections import Part, counted, measure_behind, within
from warehouse.records.model import (
    NO_COLUMNS,
    ListColumn,
    Listing,
    Paged,
    containing,
    days_between,
    narrowing,
    number,
    paged,
    shown,
)
from warehouse.star import dim_labour_unit, fact_debt, fact_debt_month, fact_debt_payment
from warehouse.text import Text
from warehouse.units import KIP, WHOLE_DAYS

d, p, b, u = fact_debt.c, fact_debt_payment.c, fact_debt_month.c, dim_labour_unit.c
UNIT = (u.ss_number == d.ss_number) & (u.is_current == 1)
PAYMENTS = fact_debt_payment.join(fact_debt, d.debt_no == p.debt_no).outerjoin(dim_labour_unit, UNIT)
OUTSTANDING = func.coalesce(b.outstanding_lak, 0)
OWED = number("outstanding_lak", Text("Outstanding (kip)", lo="ຍັງຄ້າງຊຳລະ (ກີບ)"), KIP)
AGE_DAYS = number("age_days", Text("Days since it was established", lo="ຈຳນວນມື້ນັບແຕ່ກຳນົດໜີ້"), WHOLE_DAYS)
SINCE = number("days_since", Text("Days from establishment", lo="ມື້ນັບແຕ່ກຳນົດໜີ້"), WHOLE_DAYS)
CAUSE = ListColumn("cause", DEBT_CAUSE.title, "code", codes=DEBT_CAUSE)
AGE = ListColumn("age", DEBT_AGE.title, "code", codes=DEBT_AGE)
DEBT_COLUMNS = (
    *((shown(c), c) for c in (d.debt_no, d.ss_number, u.name_en, u.name_lo)),
    *((shown(c), c) for c in (d.province_code, d.district_code, d.sector_code, d.size_code, d.scheme_code)),
    (CAUSE, d.cause_code),
    *((shown(c), c) for c in (d.established_on, d.period_from, d.period_to)),
    *((shown(c, unit=KIP), c) for c in (d.principal_lak, d.paid_lak)),
    (OWED, OUTSTANDING),
    (AGE_DAYS, b.age_days),
    (AGE, b.age_code),
    *((shown(c), c) for c in (d.last_paid_on, d.inspection_no)),
)
PAYMENT_COLUMNS = (
    *((shown(c), c) for c in (p.payment_no, p.debt_no, d.ss_number, u.name_en, u.name_lo)),
    *((shown(c), c) for c in (p.province_code, p.district_code, p.sector_code, p.size_code, p.scheme_code)),
    (CAUSE, p.cause_code),
    (shown(p.paid_on), p.paid_on),
    (shown(p.amount_lak, unit=KIP), p.amount_lak),
    (shown(d.established_on), d.established_on),
    (SINCE, days_between(d.established_on, p.paid_on)),
    *((shown(c), c) for c in (d.period_from, d.period_to)),
    (shown(d.principal_lak, unit=KIP), d.principal_lak),
    (shown(d.inspection_no), d.inspection_no),
)


@dataclass(frozen=True, kw_only=True)
class DebtList(Paged):
    """Debts with what is outstanding of them, the largest first.

    Behind a stock: those not settled at the period's end, as they stood then. Behind a flow: those established in the period,
    as they stand on the as-of date. Filters: the slices, `cause`, `age` and `unit` for a social security number.
    """

    period: Period
    indicator: str = "debt_outstanding_lak"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = behind(self.indicator, self.part)
        conditions = [
            *counted(measure),
            *([b.debt_no.is_not(None)] if measure.on is None else within(measure.on, self.period, day)),
            *narrowing(self.where, fact_debt, instead={"unit": d.ss_number, "age": b.age_code}),
            *containing(self.search, d.debt_no, d.ss_number, d.inspection_no, u.name_en, as_is=(u.name_lo,)),
        ]
        source = standing(measure, self.period, day)
        return paged(connection, self, DEBT_COLUMNS, source, conditions, (OUTSTANDING.desc(), d.debt_no))


def behind(indicator: str, part: Part) -> Measure:
    """The measure over debts or their balances; ValueError where the number comes from elsewhere."""
    try:
        return measure_behind(indicator, part, fact_debt_month)
    except ValueError:
        return measure_behind(indicator, part, fact_debt)


def standing(measure: Measure, period: Period, day: date) -> FromClause:
    """The debts with their units and with their balance in the month that the number is of."""
    month = next(iter(stock_days(measure, (period,), day))) if measure.on is None else month_start(day)
    return with_balance(month)


def with_balance(month: date) -> FromClause:
    """All debts with their units and what is owed of them at the end of a month."""
    balances = (b.debt_no == d.debt_no) & (b.month_start == literal(month))
    return fact_debt.outerjoin(fact_debt_month, balances).outerjoin(dim_labour_unit, UNIT)


@dataclass(frozen=True, kw_only=True)
class PaymentList(Paged):
    """Payments of debts in the period, the last first. Filters: the slices, `cause` and `unit`."""

    period: Period
    indicator: str = "debt_recovered_lak"
    part: Part = "numerator"

    def listing(self, connection: Connection, day: date) -> Listing:
        measure = measure_behind(self.indicator, self.part, fact_debt_payment)
        on: Column[date] | None = measure.on
        assert on is not None
        instead = {**NO_COLUMNS, "unit": d.ss_number}
        conditions: list[ColumnElement[bool]] = [
            *counted(measure),
            *within(on, self.period, day),
            *narrowing(self.where, fact_debt_payment, instead=instead),
            *containing(self.search, p.payment_no, p.debt_no, d.ss_number, u.name_en, as_is=(u.name_lo,)),
        ]
        return paged(connection, self, PAYMENT_COLUMNS, PAYMENTS, conditions, (on.desc(), p.debt_no, p.payment_no))
