"""What a fact names exists: inspections, measures, debts, units, inspectors, places, and the codes of its lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from etl.checks.held import Rule
from etl.checks.rows import stars
from etl.marts.rollup import SLICES
from etl.parse import quoted
from geo.places import HEADQUARTERS
from warehouse.codes import CodeList
from warehouse.star import fact_unit_month

NAMED: Mapping[str, tuple[str, str]] = {
    "inspection_no": ("fact_inspection", "inspection_no"),
    "measure_no": ("fact_measure", "measure_no"),
    "debt_no": ("fact_debt", "debt_no"),
    "ss_number": ("dim_labour_unit", "ss_number"),
    "unit_key": ("dim_labour_unit", "unit_key"),
    "inspector_id": ("dim_inspector", "inspector_id"),
    "inspector_code": ("dim_inspector", "inspector_id"),
    "province_code": ("dim_province", "province_code"),
    "head_province_code": ("dim_province", "province_code"),
    "inspector_province_code": ("dim_province", "province_code"),
    "district_code": ("dim_district", "district_code"),
}
ENTERPRISES = ("fact_link", "fact_tax_year")  # elsewhere an enterprise number that refers to nothing is only doubted


def references_hold() -> Iterator[Rule]:
    for table in stars():
        for column in table.columns:
            if in_rollup(table.name, column.name):
                continue
            target = (
                ("dim_enterprise", "enterprise_no") if enterprise(table.name, column.name) else NAMED.get(column.name)
            )
            if target is None or target[0] == table.name:
                continue
            there = f"select {target[1]} from {target[0]}"
            aside = f" and {column.name} <> '{HEADQUARTERS}'" if target[0] == "dim_province" else ""
            sql = (
                f"select distinct {column.name} from {table.name} where {column.name} is not null{aside} "
                f"and {column.name} not in ({there})"
            )
            yield Rule("references_hold", sql, f"{table.name}.{column.name}: {{}} is not in {target[0]}")


def in_rollup(table: str, column: str) -> bool:
    """The largest fact's slices stand, each once, in its roll-up: they are looked at there."""
    return table == fact_unit_month.name and column in SLICES


def enterprise(table: str, column: str) -> bool:
    return column == "enterprise_no" and table in ENTERPRISES


def codes_known() -> Iterator[Rule]:
    for table, column, known in coded():
        listed = ", ".join(quoted(code) for code in known)
        sql = f"select distinct {column} from {table} where {column} not in ({listed})"
        yield Rule("codes_known", sql, f"{table}.{column}: {{}} is not in its code list")


def coded() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every column of the star that holds codes, and those that it may hold; LookupError where no list is known."""
    for table in stars():
        for column in table.columns:
            if not column.name.endswith("_code") or column.name in NAMED or column.name == "iso_code":
                continue
            if in_rollup(table.name, column.name):
                continue
            known: CodeList | None = column.info["codes"]
            if known is None:
                raise LookupError(
                    f"{table.name}.{column.name}: which code list it holds is not said where it is declared"
                )
            yield table.name, column.name, tuple(item.code for item in known)
