"""What comes back of the debts of each quarter, and how fast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, cast, func, select
from sqlalchemy.types import Date

from warehouse.indicators.model import count, total
from warehouse.periods import month_end, period_of
from warehouse.records.balances import CASES
from warehouse.records.debts import d, p
from warehouse.records.model import ListColumn, Listing, Where, complete, days_between, narrowing, number
from warehouse.star import fact_debt, fact_debt_payment
from warehouse.text import Text
from warehouse.units import KIP, SHARE

SINCE_DAYS = (30, 90, 180, 365, 545, 730)
QUARTER = ListColumn("quarter", Text("Established in", lo="ກຳນົດໜີ້ໃນ"))


@dataclass(frozen=True)
class CohortRecovery:
    """By quarter of establishment: the share of the principal recovered within so many days, and so far.

    A share is there only when every debt of the quarter is that old; what is paid beyond a principal recovers nothing.
    """

    first: date
    last: date
    where: Where = ()

    def listing(self, connection: Connection, day: date) -> Listing:
        rows = [self.row(found, day) for found in connection.execute(self.chosen(day))]
        titles = [Text(f"Within {n} days", lo=f"ພາຍໃນ {n} ວັນ") for n in SINCE_DAYS]
        columns = [number(f"within_{n}", title, SHARE) for n, title in zip(SINCE_DAYS, titles, strict=True)]
        established = number("established_lak", Text("Established (kip)", lo="ກຳນົດໃໝ່ (ກີບ)"), KIP)
        so_far = number("so_far", Text("So far", lo="ມາຮອດປັດຈຸບັນ"), SHARE)
        return complete((QUARTER, CASES, established, *columns, so_far), rows)

    def chosen(self, day: date) -> Any:
        quarter = cast(func.date_trunc("quarter", d.established_on), Date)
        age = days_between(d.established_on, p.paid_on)
        within = [func.sum(p.amount_lak).filter(age <= n).label(f"within_{n}") for n in SINCE_DAYS]
        paid = select(p.debt_no, *within).join_from(fact_debt_payment, fact_debt, p.debt_no == d.debt_no)
        sums = paid.group_by(p.debt_no).subquery("sums")
        recovered = [
            total(func.least(func.coalesce(sums.c[f"within_{n}"], 0), d.principal_lak)).build(None) for n in SINCE_DAYS
        ]
        so_far = total(d.recovered_lak).build(None)
        source = fact_debt.outerjoin(sums, sums.c.debt_no == d.debt_no)
        spans = d.established_on.between(self.first, min(month_end(self.last), day))
        return (
            select(quarter, count().build(None), total(d.principal_lak).build(None), *recovered, so_far)
            .select_from(source)
            .where(spans, *narrowing(self.where, fact_debt))
            .group_by(quarter)
            .order_by(quarter)
        )

    def row(self, found: Any, day: date) -> tuple[Any, ...]:
        start, cases, principal, *recovered, so_far = found
        period = period_of("quarter", start)
        assert period is not None
        old_enough = [period.ends_on + timedelta(days=n) <= day for n in SINCE_DAYS]
        shares = [
            lak / principal if principal and old else None for lak, old in zip(recovered, old_enough, strict=True)
        ]
        return (period.id, int(cases), principal, *shares, so_far / principal if principal else None)
