"""Doubts that come from the law and not from the form: a due amount unlike the rule's, a payment without its day."""

from __future__ import annotations

from etl.database import Database
from warehouse.reference import rows
from warehouse.sources import Source, Table, full_name

TOLERANCE = 0.01


def rates() -> str:
    """Contribution rates and ceilings by scheme and span of months, as an SQL relation."""
    ceilings = {(row["scheme"], row["valid_from"]): row["ceiling_lak"] for row in rows("contribution_ceilings")}
    lines = ", ".join(
        f"('{r['scheme']}', date '{r['valid_from']}', date '{r['valid_to'] or '9999-12-31'}', "
        f"cast({r['employer_pct']} as double) + {r['employee_pct']}, "
        f"{ceilings.get((r['scheme'], r['valid_from'])) or 'null'})"
        for r in rows("contribution_rates")
    )
    return f"(values {lines}) as rate (scheme, valid_from, valid_to, total_pct, ceiling_lak)"


def law_doubts(db: Database, source: Source, table: Table, won: str) -> None:
    """Add to `problem` what the rules of contributions doubt about the rows that won."""
    if full_name(source, table) != "lsso.contributions":
        return
    db.run(
        "insert into problem select line, 'paid_on', 'paid_without_date', null, false "
        f"from (select * {won}) where paid_lak > 0 and paid_lak >= due_lak and paid_on is null"
    )
    wages = "least(wage_base_lak, coalesce(ceiling_lak * workers, wage_base_lak))"
    rule = f"floor(total_pct * {wages} / 100 + 0.5)"
    schemes = "(select ss_number, max_by(scheme, batch_on) as scheme from stg_lsso_labour_units group by ss_number)"
    db.run(
        f"insert into problem select line, 'due_lak', 'differs_from_rule', cast(due_lak as varchar), false "
        f"from (select line, due_lak, {rule} as rule_lak from (select * {won}) join {schemes} using (ss_number) "
        f"join {rates()} using (scheme) where month between valid_from and valid_to) "
        f"where abs(due_lak - rule_lak) > {TOLERANCE} * rule_lak"
    )
