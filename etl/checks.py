"""After a load, before publication: what must hold of the data, else the last published state stays."""

from __future__ import annotations

from collections.abc import Callable

from etl.database import Database
from etl.errors import LoadError

Check = Callable[[Database], list[str]]


def rows_accounted_for(db: Database) -> list[str]:
    wrong = db.run(
        'select batch_on, source, "table", read, loaded, superseded, rejected from audit_account '
        "where read <> loaded + superseded + rejected"
    )
    return [
        f"{r[0]} {r[1]}.{r[2]}: {r[3]} rows read but {r[4]} loaded + {r[5]} superseded + {r[6]} rejected" for r in wrong
    ]


def rejected_rows_kept(db: Database) -> list[str]:
    accounted = db.value("select coalesce(sum(rejected), 0) from audit_account")
    kept = db.value("select count(*) from audit_rejected")
    return [] if accounted == kept else [f"{accounted} rows were rejected but {kept} are kept"]


def facts_keep_their_rows(db: Database) -> list[str]:
    pairs = {
        "stg_inspections_orders": "fact_inspection",
        "stg_inspections_findings": "fact_finding",
        "stg_inspections_teams": "fact_team",
        "stg_planning_targets": "fact_target",
    }
    found = []
    for staged, fact in pairs.items():
        there, here = db.value(f"select count(*) from {staged}"), db.value(f"select count(*) from {fact}")
        if there != here:
            found.append(f"{fact} has {here} rows, {staged} {there}")
    return found


def contributions_agree(db: Database) -> list[str]:
    staged = db.run("select count(*), coalesce(sum(paid_lak), 0) from stg_lsso_contributions")[0]
    fact = db.run("select coalesce(sum(sent), 0), coalesce(sum(paid_lak) filter (sent = 1), 0) from fact_unit_month")[0]
    if tuple(staged) == tuple(fact):
        return []
    return [
        f"contributions: {staged[0]} rows with {staged[1]} kip staged, {fact[0]} with {fact[1]} kip in fact_unit_month"
    ]


def rollup_agrees(db: Database) -> list[str]:
    columns = ("registered", "insured_workers")
    sums = ", ".join(f"coalesce(sum({column}), 0)" for column in columns)
    rolled, fact = (db.run(f"select {sums} from {table}")[0] for table in ("rollup_unit_month", "fact_unit_month"))
    return (
        []
        if tuple(rolled) == tuple(fact)
        else [f"rollup_unit_month sums to {tuple(rolled)}, fact_unit_month to {tuple(fact)}"]
    )


CHECKS: tuple[Check, ...] = (
    rows_accounted_for,
    rejected_rows_kept,
    facts_keep_their_rows,
    contributions_agree,
    rollup_agrees,
)


def check(db: Database) -> None:
    """Raise LoadError with every check that does not hold."""
    failed = [message for each in CHECKS for message in each(db)]
    if failed:
        raise LoadError("the warehouse was not published, since its checks do not hold:\n  " + "\n  ".join(failed))
