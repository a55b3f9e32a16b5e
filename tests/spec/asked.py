"""Asking a loaded warehouse as a sentence: `asked("inspections", "2026-10", by="province")`."""

from __future__ import annotations

from sqlalchemy import Connection, select

from warehouse.audit import audit_doubt
from warehouse.periods import Period, parse_period
from warehouse.query import By, Question, Value, values

WHOLE = "total"


class Asked:
    """One warehouse on one engine. Slices are keywords: `sector="C"`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def values(self, indicator: str, *periods: str, by: By = "none", **where: str) -> list[Value]:
        within = tuple((slice_, tuple(codes.split())) for slice_, codes in where.items())
        return values(self.connection, Question((indicator,), tuple(map(period, periods)), by, within))

    def value(self, indicator: str, period: str, **where: str) -> Value:
        (found,) = self.values(indicator, period, **where)
        return found

    def __call__(self, indicator: str, period: str, **where: str) -> float | None:
        """The number; None is shown as a dash."""
        return self.value(indicator, period, **where).value

    def parts(self, indicator: str, period: str, **where: str) -> tuple[float | None, float | None]:
        """Numerator and denominator."""
        found = self.value(indicator, period, **where)
        return found.numerator, found.denominator

    def by(self, slice_: By, indicator: str, period: str, **where: str) -> dict[str, float | None]:
        """The slices that have anything in them."""
        found = self.values(indicator, period, by=slice_, **where)
        return {v.slice: v.value for v in found if v.numerator or v.denominator}

    def doubted(self, check: str) -> set[str]:
        """The keys of the rows that a check warns about."""
        d = audit_doubt.c
        return set(self.connection.execute(select(d.key).where(d.check_code == check)).scalars())


def period(text: str) -> Period:
    """As in a link (`2026-10`, `2026-Q4`, `first`), or from month to month: `2025-11..2026-02`."""
    if ".." not in text:
        return parse_period(text)
    first, last = (parse_period(part) for part in text.split(".."))
    return Period(first.starts_on, last.ends_on, WHOLE, WHOLE)
