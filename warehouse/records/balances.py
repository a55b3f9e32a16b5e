"""Debts summed: the running balance, ageing, causes, sizes, concentration."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, cast, func, literal, select
from sqlalchemy.types import Date

from warehouse.codes import DEBT_AGE
from warehouse.indicators.model import count, total
from warehouse.periods import Period, add_months, month_end, month_start
from warehouse.records.debts import AGE, CAUSE, OWED, b, d, p, u
from warehouse.records.model import ListColumn, Listing, Where, complete, narrowing, number, shown
from warehouse.star import dim_labour_unit, fact_debt, fact_debt_month, fact_debt_payment
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE, WHOLE_DAYS

LAK, DEBTS = total(b.outstanding_lak).build(None), count().build(None)
MONTH = ListColumn("month", Text("Month", lo="ເດືອນ"), "month")
CASES = number("cases", Text("Debts", lo="ຈຳນວນໜີ້"), COUNT)
PART = number("share", Text("Share of all outstanding", lo="ສັດສ່ວນຂອງຍອດຄ້າງທັງໝົດ"), SHARE)
BALANCE_COLUMNS = (
    MONTH,
    number("opening_lak", Text("Opening balance (kip)", lo="ຍອດຍົກມາ (ກີບ)"), KIP),
    number("established_lak", Text("+ Established (kip)", lo="+ ກຳນົດໃໝ່ (ກີບ)"), KIP),
    number("recovered_lak", Text("− Recovered (kip)", lo="− ເກັບຄືນ (ກີບ)"), KIP),
    number("beyond_lak", Text("+ Paid beyond what was owed (kip)", lo="+ ຊຳລະເກີນໜີ້ (ກີບ)"), KIP),
    number("closing_lak", Text("= Closing balance (kip)", lo="= ຍອດຍົກໄປ (ກີບ)"), KIP),
)
SIZES = (1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000, 500_000_000)
FROM_LAK = number("from_lak", Text("From (kip)", lo="ແຕ່ (ກີບ)"), KIP)
BELOW_LAK = number("below_lak", Text("Below (kip)", lo="ຕ່ຳກວ່າ (ກີບ)"), KIP)
POINTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
DEBTORS = number("debtors", Text("Debtors, the largest first", lo="ລູກໜີ້ ໃຫຍ່ສຸດກ່ອນ"), COUNT)


def stock_month(period: Period, day: date) -> date:
    return month_start(period.ends_by(day))


def held(month: date, where: Where) -> tuple[ColumnElement[bool], ...]:
    """What is not settled at the end of a month, that the filters leave."""
    return (b.month_start == literal(month), *narrowing(where, fact_debt_month, instead={"age": b.age_code}))


@dataclass(frozen=True)
class Balance:
    """Month by month: opening + established − recovered + paid beyond what was owed = closing.

    What is owed of a debt never falls below 0, so a payment beyond its principal lowers nothing and is added back.
    """

    first: date
    last: date
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        closing = self.by_month(connection, total(b.outstanding_lak).build(None), b.month_start, fact_debt_month, day)
        came = self.by_month(connection, total(d.principal_lak).build(None), d.established_on, fact_debt, day)
        left = self.by_month(connection, total(p.amount_lak).build(None), p.paid_on, fact_debt_payment, day)
        rows, month = [], self.first
        while month <= min(self.last, day):
            opening = closing[add_months(month, -1)]
            beyond = closing[month] - opening - came[month] + left[month]
            rows.append((month, opening, came[month], left[month], beyond, closing[month]))
            month = add_months(month, 1)
        return complete(BALANCE_COLUMNS, rows)

    def by_month(
        self, connection: Connection, summed: ColumnElement[float], on: Any, table: Any, day: date
    ) -> dict[date, float]:
        month = cast(func.date_trunc("month", on), Date)
        chosen = select(month, summed).where(
            on.between(add_months(self.first, -1), min(month_end(self.last), day)), *narrowing(self.where, table)
        )
        return defaultdict(float, ((key, value) for key, value in connection.execute(chosen.group_by(month))))


@dataclass(frozen=True)
class Ageing:
    """What is outstanding at each month's end, by its age: debts and kip, a row for each age also where there is nothing."""

    first: date
    last: date
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        chosen = select(b.month_start, b.age_code, DEBTS, LAK).where(
            b.month_start.between(self.first, self.last), *narrowing(self.where, fact_debt_month)
        )
        found = {(m, a): (n, lak) for m, a, n, lak in connection.execute(chosen.group_by(b.month_start, b.age_code))}
        months = [self.first]
        while months[-1] < self.last:
            months.append(add_months(months[-1], 1))
        rows = []
        for month in months:
            cells = [found.get((month, code.code), (0, 0.0)) for code in DEBT_AGE]
            whole = sum(lak for _, lak in cells)
            rows += [
                (month, code.code, int(n), lak, lak / whole if whole else None)
                for code, (n, lak) in zip(DEBT_AGE, cells, strict=True)
            ]
        return complete((MONTH, AGE, CASES, OWED, PART), rows)


@dataclass(frozen=True)
class DebtCauses:
    """By cause: what is outstanding at the period's end, and how much of it for more than a year."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        old = total(b.outstanding_lak).build(b.age_days > 365)
        chosen = select(b.cause_code, DEBTS, LAK, old).where(*held(stock_month(self.period, day), self.where))
        found = connection.execute(chosen.group_by(b.cause_code)).all()
        whole = sum(row[2] for row in found)
        rows = [
            (cause, int(n), lak, lak / whole, (late or 0.0) / lak)
            for cause, n, lak, late in sorted(found, key=lambda row: (-row[2], row[0]))
        ]
        over = number("over_year_share", Text("Of it older than a year", lo="ໃນນັ້ນເກີນໜຶ່ງປີ"), SHARE)
        return complete((CAUSE, CASES, OWED, PART, over), rows)


@dataclass(frozen=True)
class DebtSizes:
    """Debts by what is outstanding of each at the period's end: how many are small, and where the money lies."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        band = case(*((b.outstanding_lak < limit, n) for n, limit in enumerate(SIZES)), else_=len(SIZES))
        chosen = select(band, DEBTS, LAK).where(*held(stock_month(self.period, day), self.where)).group_by(band)
        found = {n: (cases, lak) for n, cases, lak in connection.execute(chosen)}
        whole = sum(lak for _, lak in found.values())
        rows = []
        for n, (low, high) in enumerate(zip((0, *SIZES), (*SIZES, None), strict=True)):
            cases, lak = found.get(n, (0, 0.0))
            rows.append((low, high, int(cases), lak, lak / whole if whole else None))
        return complete((FROM_LAK, BELOW_LAK, CASES, OWED, PART), rows)


def owed_by_unit(month: date, where: Where) -> Select[Any]:
    """What each unit owes in all: its debts, the kip and the age of the oldest."""
    together = select(
        d.ss_number, DEBTS.label("cases"), LAK.label("owed"), func.max(b.age_days).label("oldest")
    ).join_from(fact_debt_month, fact_debt, d.debt_no == b.debt_no)
    return together.where(*held(month, where)).group_by(d.ss_number)


@dataclass(frozen=True)
class Concentration:
    """The share of all outstanding that the 1, 2, 5, 10 … largest debtors owe, and that of all; a debtor is a unit."""

    period: Period
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        units = owed_by_unit(stock_month(self.period, day), self.where).subquery("units")
        order = (units.c.owed.desc(), units.c.ss_number)
        rank = func.row_number().over(order_by=order)
        run = func.sum(units.c.owed).over(order_by=order, rows=(None, 0))
        ranked = select(
            rank.label("rank"),
            run.label("run"),
            func.count().over().label("all"),
            func.sum(units.c.owed).over().label("whole"),
        ).subquery("ranked")
        r = ranked.c
        found = connection.execute(
            select(r.rank, r.run, r.whole).where(r.rank.in_(POINTS) | (r.rank == r.all)).order_by(r.rank)
        )
        rows = [(n, float(run), float(run) / float(whole)) for n, run, whole in found]
        return complete((DEBTORS, OWED, PART), rows)


@dataclass(frozen=True)
class TopDebtors:
    """The units that owe most at the period's end."""

    period: Period
    where: Where = ()
    most: int = 10

    def listing(self, connection: Connection, day: date) -> Listing:
        units = owed_by_unit(stock_month(self.period, day), self.where).subquery("units")
        owed = units.c
        whole = func.sum(owed.owed).over()
        chosen = (
            select(owed.ss_number, u.name_en, u.name_lo, u.province_code, owed.cases, owed.owed, whole, owed.oldest)
            .select_from(units.outerjoin(dim_labour_unit, and_(u.ss_number == owed.ss_number, u.is_current == 1)))
            .order_by(owed.owed.desc(), owed.ss_number)
            .limit(self.most)
        )
        rows = [
            (ss, en, lo, place, int(n), lak, lak / float(sum_), oldest)
            for ss, en, lo, place, n, lak, sum_, oldest in connection.execute(chosen)
        ]
        oldest = number("oldest_days", Text("Age of the oldest", lo="ອາຍຸຂອງໜີ້ເກົ່າສຸດ"), WHOLE_DAYS)
        columns = (
            *(shown(c) for c in (d.ss_number, u.name_en, u.name_lo, u.province_code)),
            CASES,
            OWED,
            PART,
            oldest,
        )
        return complete(columns, rows)
