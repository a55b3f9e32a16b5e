"""What the registers reveal together: one SELECT a rule, with since when, until when, workers, contributions at stake, reasons."""

from __future__ import annotations

from datetime import date

from etl.database import Database
from etl.marts import mart
from etl.rules.amounts import threshold
from etl.rules.contributions import rates_on
from warehouse.reference import rows
from warehouse.star import fact_detection

ENTERPRISE = (
    "enterprise_no, tin, coalesce(name_lo, name_en) as unit_name, province_code, district_code, sector_code, size_code"
)
UNIT = "ss_number, coalesce(name_lo, name_en) as unit_name, province_code, district_code, sector_code, size_code, scheme_code"

# Wages a worker and month by sector, as declared in the last month fallen due: what an unknown enterprise would declare.
TYPICAL = """
create or replace temp table build_typical as
with latest as (select max(month_start) as month_start from rollup_unit_month where with_status > 0 and sent > 0),
wages as (
    select sector_code, wage_base_lak / workers as wage_lak from fact_unit_month semi join latest using (month_start)
    where sent = 1 and workers > 0 and wage_base_lak > 0
)
select sector_code, median(wage_lak) as wage_lak from wages group by sector_code
union all select null, median(wage_lak) from wages
"""

UNKNOWN_ENTERPRISE = f"""
select 'unknown_enterprise' as rule_code, enterprise_no as subject, registered_on as since_on, covered_from_on as until_on,
    registered_on as period_from, {ENTERPRISE}, employees as workers,
    round(employees * wage_lak * 12 * {{rate}}) as amount_lak,
    json_object('employees', employees, 'status', status_code) as reasons
from dim_enterprise e
left join (select sector_code as sector, wage_lak as own from build_typical where sector_code is not null) t on t.sector = e.sector_code
cross join (select wage_lak as usual from build_typical where sector_code is null)
cross join lateral (select coalesce(own, usual) as any_wage)
cross join lateral (select case when any_wage is not null then least(any_wage, {{ceiling}}) end as wage_lak)
where active = 1 and (covered_from_on is null or covered_from_on > registered_on)
    and enterprise_no not in (select enterprise_no from build_filed where enterprise_no is not null and stands)
"""

# Tax years that are over, with the span in which each is the latest of its file.
FILED = """
create or replace temp table build_filed as
select y.*, lead(year_end_on) over (partition by tin order by year) as until_on,
    year_end_on = max(year_end_on) over () as stands
from fact_tax_year y where year_end_on <= {as_of} and payroll_lak > 0
"""

UNKNOWN_PAYER = """
select 'unknown_payer' as rule_code, f.tin as subject, year_end_on as since_on, least(until_on, covered_from_on) as until_on,
    make_date(f.year, 1, 1) as period_from, year_end_on as period_to, f.enterprise_no, f.tin,
    coalesce(e.name_lo, e.name_en) as unit_name, f.province_code, f.district_code, f.sector_code, f.size_code,
    f.employees as workers, round(least(payroll_lak, {ceiling} * f.employees * 12) * {rate}) as amount_lak,
    json_object('year', f.year, 'employees', f.employees, 'payroll_lak', payroll_lak) as reasons
from build_filed f left join dim_enterprise e using (enterprise_no)
where (covered_from_on is null or covered_from_on > year_end_on) and coalesce(e.active, 1) = 1
"""

COMPARED = """
create or replace temp table build_compared as
select f.tin, f.enterprise_no, f.year, f.year_end_on, f.until_on, f.employees, f.payroll_lak, declared_workers, declared_wages_lak,
    least(payroll_lak / (f.employees * 12), {ceiling}) as tax_wage_lak,
    declared_wages_lak / (declared_workers * declared_months) as declared_wage_lak,
    u.* exclude (closed_on), u.closed_on
from build_filed f join dim_labour_unit u on u.ss_number = f.ss_number and u.is_current = 1
where comparable = 1 and f.employees > 0 and declared_workers > 0
"""

LESS_DECLARED = """
select '{rule}' as rule_code, ss_number as subject, year_end_on as since_on, least(until_on, closed_on) as until_on,
    make_date(year, 1, 1) as period_from, year_end_on as period_to, enterprise_no, tin, {unit}, {workers} as workers,
    round({amount} * 12 * {rate}) as amount_lak,
    json_object('year', year, 'employees', employees, 'declared_workers', round(declared_workers), 'payroll_lak', payroll_lak,
        'declared_wages_lak', declared_wages_lak) as reasons
from build_compared where {test}
"""

VISITED = """
select 'visit_unregistered' as rule_code, visit_no as subject, visited_on as since_on, covered_from_on as until_on,
    visited_on as period_from, visited_on as period_to, v.enterprise_no, tin, v.ss_number, v.unit_name, v.province_code,
    e.district_code, e.sector_code, coalesce(e.size_code, 'unknown') as size_code, v.workers_found as workers,
    round(v.workers_found * wage_lak * 12 * {rate}) as amount_lak,
    json_object('visit_no', visit_no, 'workers_found', v.workers_found) as reasons
from fact_visit v left join dim_enterprise e using (enterprise_no)
left join (select sector_code as sector, wage_lak as own from build_typical where sector_code is not null) t on t.sector = e.sector_code
cross join (select wage_lak as usual from build_typical where sector_code is null)
cross join lateral (select coalesce(own, usual) as any_wage)
cross join lateral (select case when any_wage is not null then least(any_wage, {ceiling}) end as wage_lak)
where ss_registered = 0 and (covered_from_on is null or covered_from_on > visited_on)
"""

# Units that stand unpaid in the last month fallen due: since the month after their last kip, and what a year of it makes.
UNPAYING = """
with last_due as (select max(month_start) as month_start from rollup_unit_month where with_status > 0),
standing as (
    select unit_key, standing_code as now_code from fact_unit_month semi join last_due using (month_start)
    where registered = 1 and standing_code in ('stopped', 'never_paid')
),
owing as (
    select unit_key, now_code, max(month_start) filter (paid_lak > 0 and month_start <= (select month_start from last_due)) as last_paid,
        max(insured_workers) filter (month_start = (select month_start from last_due)) as workers,
        sum(greatest(due_lak - paid_lak, 0)) filter (status_code <> 'not_yet_due' and month_start >
            (select month_start - interval 12 month from last_due)) as amount_lak
    from fact_unit_month join standing using (unit_key) where status_code is not null group by unit_key, now_code
)
select now_code as rule_code, ss_number as subject,
    coalesce(cast(last_paid + interval 1 month as date), registered_on) as since_on,
    coalesce(cast(last_paid + interval 1 month as date), registered_on) as period_from,
    (select cast(last_day(month_start) as date) from last_due) as period_to, {unit}, coalesce(owing.workers, u.workers) as workers,
    amount_lak, json_object('last_paid', last_paid, 'registered_on', registered_on) as reasons
from owing join dim_labour_unit u on u.unit_key = owing.unit_key and u.is_current = 1
"""

SPLIT = """
with phones as (
    select *, regexp_replace(phone, '[^0-9]', '', 'g') as digits from dim_labour_unit
    where is_current = 1 and scheme_code = 'enterprise' and phone is not null and (closed_on is null or closed_on > {as_of})
        and registered_on <= {as_of}
),
together as (
    select digits, count(*) as units, sum(workers) as workers, max(registered_on) as since_on, list(ss_number order by ss_number) as numbers
    from phones where length(digits) >= 6 group by digits having count(*) between 2 and {most}
),
ranked as (
    select p.*, t.units, t.workers as of_all, t.since_on, t.numbers, {own} as own_class, {whole} as whole_class
    from phones p join together t using (digits)
)
select 'split_units' as rule_code, ss_number as subject, since_on, since_on as period_from, {unit}, workers,
    json_object('phone', digits, 'units', numbers, 'together', of_all) as reasons
from ranked qualify bool_and(own_class < whole_class) over (partition by digits)
"""


@mart(writes=(fact_detection,), reads=())
def detection(db: Database, as_of: date) -> None:
    """The rules one after the other; each on its own facts, so that a case may be found by several."""
    rate, ceiling = rates_on(as_of, "enterprise")
    given = {"rate": f"{rate / 10_000}", "ceiling": f"{ceiling or 10**15}.0", "as_of": f"date '{as_of}'", "unit": UNIT}
    for statement in (TYPICAL, FILED, COMPARED):
        db.run(statement.format_map(given))
    for rule in (UNKNOWN_ENTERPRISE, UNKNOWN_PAYER, *less_declared(), VISITED, UNPAYING, split()):
        db.run(f"insert into fact_detection by name {rule.format_map(given)}")
    for name in ("build_typical", "build_filed", "build_compared"):
        db.run(f"drop table {name}")


def less_declared() -> tuple[str, str]:
    """Fewer workers, or lower wages a worker, than the tax file's by more than the threshold."""
    left = f"(1000 - {threshold('detected_permille')}) / 1000"
    fewer = {
        "rule": "fewer_workers",
        "workers": "round(employees - declared_workers)",
        "amount": "(employees - declared_workers) * tax_wage_lak",
        "test": f"declared_workers < employees * {left} and employees - declared_workers >= 1",
    }
    lower = {
        "rule": "lower_wages",
        "workers": "round(declared_workers)",
        "amount": "(tax_wage_lak - declared_wage_lak) * declared_workers",
        "test": f"declared_wage_lak < tax_wage_lak * {left}",
    }
    kept = {name: f"{{{name}}}" for name in ("rate", "unit")}
    one, other = (LESS_DECLARED.format_map(each | kept) for each in (fewer, lower))
    return one, other


def split() -> str:
    """Every unit of a telephone is of a smaller class than all of them together would be."""

    def place(workers: str) -> str:
        classes = [row for row in rows("size_classes") if row["workers_to"]]
        tests = " ".join(f"when {workers} <= {row['workers_to']} then {n}" for n, row in enumerate(classes))
        return f"case {tests} else {len(classes)} end"

    given = {"own": place("p.workers"), "whole": place("t.workers"), "most": str(threshold("split_units_most"))}
    return SPLIT.format_map(given | {name: f"{{{name}}}" for name in ("as_of", "unit")})
