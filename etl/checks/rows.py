"""No row is lost on its way: accounts, rejected rows, staged rows in their facts, keys, and the rows of last time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table

from etl.checks.held import Rule, named
from etl.marts import MARTS
from warehouse.sources import CONTRACT, STAGED, full_name
from warehouse.star import STAR

ACCOUNTED = (
    Rule(
        "rows_accounted",
        'select batch_on, source, "table", read, loaded, superseded, rejected from audit_account '
        "where read <> loaded + superseded + rejected",
        "{} {}.{}: {:,} rows read but {:,} loaded + {:,} superseded + {:,} rejected",
    ),
    Rule(
        "rejected_kept",
        "select * from (select (select coalesce(sum(rejected), 0) from audit_account) as told, "
        "(select count(*) from audit_rejected) as kept) where told <> kept",
        "{:,} rows were rejected but {:,} are kept",
    ),
)
# Facts and dimensions whose key is not the declared key of their source table.
ALSO = {
    "lsso.labour_units": ("dim_labour_unit", "ss_number", "ss_number"),
    "lsso.inspectors": ("dim_inspector", "inspector_id", "inspector_id"),
    "planning.targets": (
        "fact_target",
        "make_date(year, month, 1), province_code, indicator",
        "month_start, province_code, indicator",
    ),
}
UNDECLARED_KEYS = {"fact_debt_month": ("month_start", "debt_no")}
CURRENT = {"dim_labour_unit": "ss_number", "dim_inspector": "inspector_id"}
KEPT_SHARE = 0.99
FEW = 100  # a unit whose registration is corrected to a later day takes its months away


def pairs() -> dict[str, tuple[str, str, str]]:
    """Source table → (fact, its keys in staging, its keys in the fact), where rows stand one to one.

    A fact with the declared keys of a source table that its mart reads has its rows.
    """
    found = dict(ALSO)
    keys = {full_name(s, t): tuple(field.name for field in t.keys) for s, t in CONTRACT.tables() if not t.history}
    for mart in MARTS:
        for fact in mart.writes:
            own = tuple(column.name for column in fact.primary_key)
            for name in mart.reads:
                if own and keys.get(name) == own:
                    found[name] = (fact.name, named(own), named(own))
    return found


def staged_in_facts() -> Iterator[Rule]:
    for name, (fact, staged_keys, keys) in pairs().items():
        staged = f"select {staged_keys} from {STAGED[name].name}"
        there = f"select {keys} from {fact}"
        for missing, words in ((f"{staged} except {there}", "is not in"), (f"{there} except {staged}", "is only in")):
            key = f"select concat_ws(' ', columns(*)) from ({missing})"
            yield Rule("staged_in_facts", key, f"{{}} of {name} {words} {fact}")


def unique_keys() -> Iterator[Rule]:
    declared = {table.name: tuple(column.name for column in table.primary_key) for table in stars()}
    for table, keys in (declared | UNDECLARED_KEYS).items():
        if keys:
            by = named(keys)
            sql = f"select concat_ws(' ', {by}), count(*) from {table} group by {by} having count(*) > 1"
            yield Rule("keys_unique", sql, f"{table}: {{}} stands {{}} times")
    yield unit_months_once()
    for table, key in CURRENT.items():
        sql = f"select {key}, sum(is_current) from {table} group by {key} having sum(is_current) <> 1"
        yield Rule("keys_unique", sql, f"{table}: {{}} has {{}} latest versions")


def unit_months_once() -> Rule:
    """A bit for each month of a unit, 60 a number: of 24 million rows an eighth of the time that their keys would take."""
    month = "(year(month_start) * 12 + month(month_start))"
    sql = (
        f"select unit_key from fact_unit_month group by unit_key, {month} // 60 "
        f"having count(*) <> bit_count(bit_or(1::bigint << ({month} % 60)))"
    )
    return Rule("keys_unique", sql, "fact_unit_month: unit {} has a month twice")


def stars() -> list[Table]:
    return [table for table in STAR.sorted_tables if not table.name.startswith("audit_")]


def not_fewer(published: str, there: set[str]) -> Iterator[Rule]:
    """Against the published file, attached as `published`; a table that it does not have cannot have shrunk."""
    slack = {fact: 0 for fact, _, _ in pairs().values()} | {"fact_unit_month": FEW}
    for fact, few in slack.items():
        if fact not in there:
            continue
        counts = f"select (select count(*) from {published}.{fact}) as before, (select count(*) from {fact}) as now"
        sql = f"select * from ({counts}) where now < {KEPT_SHARE} * before and before - now > {few}"
        yield Rule("not_fewer", sql, f"{fact} had {{:,}} rows when it was last published and has {{:,}} now")
