"""Provinces whose latest months are missing: a batch came, but not with what it should have held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from warehouse.records.model import ListColumn, Listing, complete, number, shown
from warehouse.star import rollup_unit_month
from warehouse.text import Text

r = rollup_unit_month.c
LAST_SENT = ListColumn("month", Text("Last month with contributions", lo="ເດືອນສຸດທ້າຍທີ່ມີເງິນສົມທົບ"), "month")
LATEST_SENT = ListColumn("latest", Text("Latest month of any province", lo="ເດືອນຫຼ້າສຸດຂອງແຂວງອື່ນ"), "month")
MISSING = number("months_behind", Text("Months missing", lo="ຈຳນວນເດືອນທີ່ຂາດ"))


@dataclass(frozen=True)
class LateMonths:
    """Provinces with registered units whose contributions end months before other provinces' do; never sent: no month."""

    def listing(self, connection: Connection, day: date) -> Listing:
        sent = func.max(r.month_start).filter(r.sent > 0)
        standing = func.max(r.month_start).filter(r.registered > 0)
        chosen = select(r.province_code, sent, standing).where(r.month_start <= day).group_by(r.province_code)
        rows = connection.execute(chosen.order_by(r.province_code)).all()
        latest = max((month for _, month, _ in rows if month is not None), default=None)
        late = [
            (province, month, latest, months_between(month, latest) if month else None)
            for province, month, last in rows
            if latest is not None and last is not None and last >= latest and (month is None or month < latest)
        ]
        return complete((shown(r.province_code), LAST_SENT, LATEST_SENT, MISSING), late)


def months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
