"""What the search looks through: numbers and names of units (with their linked enterprise), other enterprises and inspections."""

from __future__ import annotations

from datetime import date

from etl.database import Database
from etl.marts import mart
from warehouse.spelling import MARK, spelled_sql
from warehouse.star.search import ENTERPRISE, dim_search

UNITS = """
with called as (
    select ss_number, string_agg(distinct name_lo, '{mark}') as lo, string_agg(distinct name_en, '{mark}') as en
    from dim_labour_unit group by ss_number
),
linked as (select * from dim_enterprise where ss_number is not null)
select 'unit' as kind_code, u.ss_number as key, u.ss_number, e.enterprise_no, e.tin, u.name_lo, u.name_en, u.province_code,
    u.district_code, u.sector_code, u.size_code, u.registered_on as since_on, u.closed_on as until_on,
    '{mark}' || {unit} || '{mark}' as spelled
from dim_labour_unit u join called c on c.ss_number = u.ss_number left join linked e on e.ss_number = u.ss_number
where u.is_current = 1
"""
ENTERPRISES = """
select 'enterprise' as kind_code, '{prefix}' || e.enterprise_no as key, e.enterprise_no, e.tin, e.name_lo, e.name_en, e.province_code,
    e.district_code, e.sector_code, e.size_code, e.registered_on as since_on,
    '{mark}' || {enterprise} || '{mark}' as spelled
from dim_enterprise e where e.ss_number is null
"""
# An inspection is found by its number; by its unit's name only where no register knows the unit.
INSPECTIONS = """
select 'inspection' as kind_code, inspection_no as key, ss_number, enterprise_no, inspection_no, unit_name as name_en,
    province_code, district_code, sector_code, size_code, ordered_on as since_on, closed_on as until_on,
    '{mark}' || {inspection} || '{mark}' as spelled
from fact_inspection
"""
CALLED = {
    "unit": ("u.ss_number", "e.enterprise_no", "e.tin", "lo", "en", "e.name_lo", "e.name_en"),
    "enterprise": ("e.enterprise_no", "e.tin", "e.name_lo", "e.name_en"),
    "inspection": ("inspection_no", "case when ss_number is null and enterprise_no is null then unit_name end"),
}


@mart(writes=(dim_search,), reads=())
def search(db: Database, as_of: date) -> None:
    given = {"mark": MARK, "prefix": ENTERPRISE}
    given |= {name: spelled_sql(f"concat_ws('{MARK}', {', '.join(by)})") for name, by in CALLED.items()}
    for chosen in (UNITS, ENTERPRISES, INSPECTIONS):
        db.run(f"insert into dim_search by name {chosen.format_map(given)}")
