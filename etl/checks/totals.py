"""Totals that must agree: between what was delivered and the facts, and between facts that tell of the same thing."""

from __future__ import annotations

from datetime import date

from etl.checks.held import Rule

JUDGED = "status_code is not null and status_code <> 'not_yet_due'"
ROLLED = {
    "with_status": f"count(*) filter ({JUDGED})",
    "due_lak": f"sum(due_lak) filter ({JUDGED})",
    "paid_lak": f"sum(paid_lak) filter ({JUDGED})",
    "registered": "sum(registered)",
    "insured_workers": "sum(insured_workers)",
}


def totals(as_of: date) -> tuple[Rule, ...]:
    return (contributions(), *rolled(), *debts(), debt_months(as_of), findings(), shares(), fines())


def contributions() -> Rule:
    staged = "select count(*) as n, coalesce(sum(paid_lak), 0) as paid, coalesce(sum(due_lak), 0) as due from stg_lsso_contributions"
    fact = (
        "select coalesce(sum(sent), 0) as n, coalesce(sum(paid_lak) filter (sent = 1), 0) as paid, "
        "coalesce(sum(due_lak) filter (sent = 1), 0) as due from fact_unit_month"
    )
    return Rule(
        "contributions_agree",
        f"select s.n, s.paid, s.due, f.n, f.paid, f.due from ({staged}) s, ({fact}) f "
        "where (s.n, s.paid, s.due) <> (f.n, f.paid, f.due)",
        "contributions: {:,} rows with {:,} kip paid of {:,} due staged, {:,} with {:,} of {:,} in fact_unit_month",
    )


def rolled() -> tuple[Rule, ...]:
    sums = ", ".join(f"coalesce({how}, 0) as {name}" for name, how in ROLLED.items())
    fact = f"select month_start, {sums} from fact_unit_month group by month_start"
    names = ", ".join(f"coalesce(sum({name}), 0) as {name}" for name in ROLLED)
    rollup = f"select month_start, {names} from rollup_unit_month group by month_start"
    return tuple(
        Rule(
            "rollup_agrees",
            f"select month_start, r.{name}, f.{name} from ({rollup}) r full join ({fact}) f using (month_start) "
            f"where r.{name} is distinct from f.{name}",
            f"{name} of {{}}: {{}} in rollup_unit_month, {{}} in fact_unit_month",
        )
        for name in ROLLED
    )


def debts() -> tuple[Rule, ...]:
    paid = "select debt_no, sum(amount_lak) as paid_lak from fact_debt_payment group by debt_no"
    return (
        Rule(
            "debts_balance",
            "select debt_no, principal_lak, recovered_lak, outstanding_lak from fact_debt "
            "where principal_lak - recovered_lak is distinct from outstanding_lak or outstanding_lak < 0 or recovered_lak < 0",
            "debt {}: {} kip less {} recovered is not {} outstanding",
        ),
        Rule(
            "debts_balance",
            f"select d.debt_no, d.paid_lak, coalesce(p.paid_lak, 0) from fact_debt d left join ({paid}) p using (debt_no) "
            "where d.paid_lak is distinct from coalesce(p.paid_lak, 0)",
            "debt {}: {} kip paid, but its payments are {}",
        ),
    )


def debt_months(as_of: date) -> Rule:
    last = f"select debt_no, outstanding_lak from fact_debt_month where month_start = date '{as_of.replace(day=1)}'"
    return Rule(
        "debt_months_agree",
        "select debt_no, coalesce(m.outstanding_lak, 0), coalesce(d.outstanding_lak, 0) "
        f"from ({last}) m full join fact_debt d using (debt_no) "
        "where coalesce(m.outstanding_lak, 0) <> coalesce(d.outstanding_lak, 0)",
        "debt {}: {} kip in the last month's balance, {} outstanding",
    )


def findings() -> Rule:
    counted = (
        "select inspection_no, count(*) as n, count(corrected_on) as corrected from fact_finding group by inspection_no"
    )
    return Rule(
        "findings_agree",
        "select inspection_no, coalesce(i.findings, 0), coalesce(i.corrected_findings, 0), coalesce(f.n, 0), coalesce(f.corrected, 0) "
        f"from fact_inspection i full join ({counted}) f using (inspection_no) where coalesce(i.findings, 0) <> coalesce(f.n, 0) "
        "or coalesce(i.corrected_findings, 0) <> coalesce(f.corrected, 0)",
        "inspection {}: {} findings, {} corrected; in fact_finding {}, {} corrected",
    )


def shares() -> Rule:
    return Rule(
        "shares_add_up",
        "select inspection_no, sum(share) from fact_team group by inspection_no "
        "having abs(sum(share) - max(case when role_code <> 'trainee' then 1 else 0 end)) > 1e-9",
        "inspection {}: the team's shares add up to {}",
    )


def fines() -> Rule:
    return Rule(
        "fines_differ",
        "select fine_no, imposed_lak, statutory_lak, difference_lak from fact_fine "
        "where imposed_lak - statutory_lak is distinct from difference_lak",
        "fine {}: {} kip imposed less {} statutory is not {}",
    )
