"""Doubts that come from the law and not from the form: a due amount unlike the rule's, a payment without its day."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Date,
    Integer,
    String,
    Subquery,
    cast,
    column,
    false,
    func,
    insert,
    literal,
    null,
    select,
    table,
    text,
)

from etl.database import Database
from etl.rules.contributions import due_by_rule, due_doubted, insurable_wages, rates
from warehouse.sources import STAGED, Source, Table, full_name

PROBLEM = table("problem", *(column(name) for name in ("line", "field", "problem", "value", "rejects")))
MONEY = ("wage_base_lak", "due_lak", "paid_lak")


def law_doubts(db: Database, source: Source, table: Table, won: str) -> None:
    """Add to `problem` what the rules of contributions doubt about the rows that won (`won`: SQL from FROM on)."""
    if full_name(source, table) != "lsso.contributions":
        return
    paid_without_date(db, arriving(won))
    due_unlike_the_rule(db, arriving(won))


def arriving(won: str) -> Subquery:
    amounts = (column(name, BigInteger) for name in MONEY)
    known = (column("line", Integer), column("ss_number", String), column("month", Date), column("workers", Integer))
    return text(f"select * {won}").columns(*known, column("paid_on", Date), *amounts).subquery("arriving")


def paid_without_date(db: Database, rows: Subquery) -> None:
    a = rows.c
    doubt = select(a.line, literal("paid_on"), literal("paid_without_date"), null(), false())
    where = (a.paid_lak > 0, a.paid_lak >= a.due_lak, a.paid_on.is_(None))
    db.sa.execute(insert(PROBLEM).from_select(list(PROBLEM.c.keys()), doubt.where(*where)))


def due_unlike_the_rule(db: Database, rows: Subquery) -> None:
    a, u, rate = rows.c, STAGED["lsso.labour_units"].c, rates()
    schemes = (
        select(u.ss_number, func.max_by(u.scheme, u.batch_on).label("scheme")).group_by(u.ss_number).subquery("schemes")
    )
    r = rate.c
    by_rule = due_by_rule(r.total_bp, insurable_wages(a.wage_base_lak, a.workers, r.ceiling_lak))
    doubt = (
        select(a.line, literal("due_lak"), literal("differs_from_rule"), cast(a.due_lak, String), false())
        .join_from(rows, schemes, schemes.c.ss_number == a.ss_number)
        .join(rate, r.scheme == schemes.c.scheme)
        .where(a.month.between(r.valid_from, r.valid_to), due_doubted(a.due_lak, by_rule))
    )
    db.sa.execute(insert(PROBLEM).from_select(list(PROBLEM.c.keys()), doubt))
