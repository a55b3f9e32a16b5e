"""The statutory fine (4139 art. 26), beside the fine imposed."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import and_, func

from etl.rules.contributions import rates
from etl.rules.fines import lending_rates, statutory_lak, statutory_parts, varies
from tests.rules.given import Given, given

AS_OF = date(2026, 10, 31)


def law(rows: Given) -> tuple[tuple[Any, int], Any]:
    """Numerator and denominator of each fine, with the rates joined by scheme and day as the warehouse joins them."""
    c, rate = rows.c, rates()
    now, then = lending_rates(AS_OF).alias("now"), lending_rates(AS_OF).alias("before")
    month = func.date_trunc("month", c.imposed_on)
    earlier = month - func.to_months(func.coalesce(c.months, 1))
    in_force = and_(rate.c.scheme == c.scheme, c.imposed_on.between(rate.c.valid_from, rate.c.valid_to))
    joined = (
        rows.table.outerjoin(rate, in_force)
        .outerjoin(now, now.c.month_start == month)
        .outerjoin(then, then.c.month_start == earlier)
    )
    lending = now.c.before_bp - then.c.before_bp
    return statutory_parts(c.basis, c.base_lak, c.months, rate.c.employer_bp, lending), joined


def answers(text: str) -> tuple[list[Any], list[Any]]:
    rows = given(text)
    parts, source = law(rows)
    found = rows.answers(statutory_lak(parts), source=source)
    return list(zip(found, rows["why"], strict=True)), list(zip(rows["fine_lak"], rows["why"], strict=True))


def test_contributions_not_paid() -> None:
    """non_participation: employer rate × insurable wages of a month × months; unregistered_workers: employer rate × insurable
    wages of the unregistered workers × months. The employer rate is that of imposed_on; no `months` means 1, with a warning."""
    found, expected = answers("""
        basis                | scheme        | base_lak         | months | imposed_on | fine_lak          | why
        non_participation    | enterprise    | 1000000          | 3      | 2026-10-15 | 180000            | 6 % of three months
        unregistered_workers | enterprise    | 1000000          | 3      | 2026-10-15 | 180000            | the same of their wages
        non_participation    | enterprise    | 1000000          |        | 2026-10-15 | 60000             | no months means 1
        non_participation    | enterprise    | 1000000          | 0      | 2026-10-15 | 0                 | a stated 0 stands
        non_participation    | enterprise    | 1000000          | 3      | 2013-12-31 | 150000            | 5 % until 2013
        non_participation    | enterprise    | 1000000          | 3      | 2014-01-01 | 180000            | 6 % from 2014
        non_participation    | civil_servant | 1000000          | 3      | 2026-10-15 | 255000            | the scheme's own 8.5 %
        non_participation    | voluntary     | 1000000          | 3      | 2026-10-15 | 0                 | where there is no employer
        non_participation    | enterprise    | 1000000          | 3      | 2001-05-31 |                   | no rate known, no amount
        non_participation    | civil_servant | 1000000          | 3      | 2013-12-31 |                   | nor of that scheme
        non_participation    | enterprise    | 25               | 1      | 2026-10-15 | 2                 | 1.5 is rounded half up
        non_participation    | enterprise    | 24               | 1      | 2026-10-15 | 1                 | 1.44
        non_participation    | enterprise    | 50               | 1      | 2026-10-15 | 3                 | an odd whole number stays it
        non_participation    | enterprise    | 9007199254740993 | 60     | 2026-10-15 | 32425917317067575 | no digit is lost
    """)
    assert found == expected


def test_late_payment() -> None:
    """late_payment (over 3 months): unpaid × Σ over the `months` months before the month of imposed_on of that month's annual
    commercial lending rate / 12. (13 % from December 2014, 11.15 % from November 2015, 10 % from January 2024.)"""
    found, expected = answers("""
        basis        | scheme     | base_lak | months | imposed_on | fine_lak | why
        late_payment | enterprise | 12000000 | 4      | 2026-10-01 | 400000   | 4 × 10 % / 12 of it: June to September
        late_payment | enterprise | 12000000 | 4      | 2026-10-31 | 400000   | the month of imposed_on itself does not count
        late_payment | enterprise | 12000000 |        | 2026-10-31 | 100000   | no months means 1
        late_payment | enterprise | 12000000 | 1      | 2015-11-01 | 130000   | October 2015
        late_payment | enterprise | 12000000 | 1      | 2015-12-01 | 111500   | November 2015
        late_payment | enterprise | 12000000 | 3      | 2015-12-31 | 371500   | 2 × 13 + 11.15: September, October, November
        late_payment | enterprise | 12000000 | 1      | 2024-01-31 | 111500   | December 2023
        late_payment | enterprise | 12000000 | 1      | 2024-02-01 | 100000   | January 2024
        late_payment | enterprise | 12000000 | 4      | 2024-03-15 | 423000   | 2 × 11.15 + 2 × 10: November to February
        late_payment | enterprise | 12000000 | 11     | 2015-11-30 | 1430000  | December 2014 is the first month known
        late_payment | enterprise | 12000000 | 12     | 2015-11-30 |          | a month without a known rate gives no amount
        late_payment | enterprise | 12000000 | 1      | 2014-12-31 |          | nor does November 2014 alone
        late_payment | voluntary  | 12000000 | 4      | 2026-10-01 | 400000   | whatever the scheme
        late_payment | enterprise | 12000000 | 142    | 2026-10-01 | 15657000 | 11 × 13 + 98 × 11.15 + 33 × 10
    """)
    assert found == expected


def test_damage() -> None:
    """damage (criminal, property): 2 × damage."""
    found, expected = answers("""
        basis  | scheme     | base_lak         | months | imposed_on | fine_lak          | why
        damage | enterprise | 1000001          |        | 2026-10-15 | 2000002           | of damage there are no months
        damage | enterprise | 1000001          | 7      | 2026-10-15 | 2000002           | though some be stated
        damage | voluntary  | 1                |        | 1999-10-15 | 2                 | no rate is needed
        damage | enterprise | 9007199254740993 |        | 2026-10-15 | 18014398509481986 | no digit is lost
    """)
    assert found == expected


def test_variance() -> None:
    """Difference = imposed − statutory, flagged when over 1 % of statutory or 1,000 kip, whichever is more."""
    rows = given("""
        basis             | scheme     | base_lak | months | imposed_on | imposed_lak | flagged | why
        damage            | enterprise | 500000   |        | 2026-10-15 | 1010000     | no      | 1 % of 1,000,000 more
        damage            | enterprise | 500000   |        | 2026-10-15 | 1010001     | yes     | one kip more than that
        damage            | enterprise | 500000   |        | 2026-10-15 | 990000      | no      | 1 % less
        damage            | enterprise | 500000   |        | 2026-10-15 | 989999      | yes     | more than 1 % less
        damage            | enterprise | 5000     |        | 2026-10-15 | 11000       | no      | 1,000 kip of 10,000: whichever is more
        damage            | enterprise | 5000     |        | 2026-10-15 | 11001       | yes     | one kip more
        damage            | enterprise | 50000    |        | 2026-10-15 | 101000      | no      | where both are 1,000
        damage            | enterprise | 50000    |        | 2026-10-15 | 101001      | yes     |
        damage            | enterprise | 50050    |        | 2026-10-15 | 101101      | no      | 1 % of 100,100 is 1,001
        damage            | enterprise | 0        |        | 2026-10-15 | 1000        | no      | of a statutory fine of nothing
        damage            | enterprise | 0        |        | 2026-10-15 | 1001        | yes     |
        non_participation | enterprise | 41       | 1      | 2026-10-15 | 1002        | no      | the exact 2.46 counts, not the rounded 2
        non_participation | enterprise | 41       | 1      | 2026-10-15 | 1003        | yes     | 1000.54 more
        non_participation | enterprise | 1000000  | 3      | 2001-05-31 | 1           |         | nothing to differ from
    """)
    parts, source = law(rows)
    found = rows.answers(varies(rows.c.imposed_lak, parts), source=source)
    assert list(zip(found, rows["why"], strict=True)) == list(zip(rows["flagged"], rows["why"], strict=True))
