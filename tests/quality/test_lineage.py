"""Lineage: what the marts' SQL says, from an indicator through the star to source columns; the committed file is current."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from etl.lineage import lines_of, written
from etl.publish import current_file
from etl.traced import Untraced, traced
from warehouse.indicators import INDICATORS
from warehouse.lineage import HOW, MADE, PARTS, ROLES, lineage, lines
from warehouse.sources import CONTRACT

SCHEMA = {"stg": ["key", "a", "b", "c", "on_day"], "other": ["key", "d"], "fact": ["x", "y", "z"]}

# what a mart executes | what each column of it comes from
STATEMENTS = [
    ("insert into fact (x, y) select a, b + c from stg", "x: stg.a; y: stg.b stg.c"),
    ("insert into fact select a, b, c from stg", "x: stg.a; y: stg.b; z: stg.c"),
    ("insert into fact by name select b as z, a as x from stg", "z: stg.b; x: stg.a"),
    ("insert into fact (x) select case when s.a = $1 then o.d else $2 end from stg s join other o using (key)", "x: other.d stg.a"),
    ("with n as (select key, max(d) as top from other group by key) insert into fact (x) select top from n", "x: other.d"),
    ("insert into fact (x) select count(*) from stg", "x: stg.*"),
    ("insert into fact (x) select first_value(a) over (partition by key order by on_day) from stg", "x: stg.a"),
    ("insert into fact (x) select row_number() over (order by on_day) from stg", "x: stg.on_day"),
    ("insert into fact (x) select a from stg union all select d from other", "x: other.d stg.a"),
    ("insert into fact (x) select (select max(d) from other o where o.key = s.key) from stg s", "x: other.d"),
    ("insert into fact (x, y) select 'made', null from stg", "x: ; y: "),
    ("create temp table build as select * exclude (c) from stg", "key: stg.key; a: stg.a; b: stg.b; on_day: stg.on_day"),
    ("update fact set x = 1", ""),
    ("select a from stg", ""),
]  # fmt: skip


def told(columns: dict[str, set[tuple[str, str]]]) -> str:
    return "; ".join(
        f"{name}: {' '.join(sorted('.'.join(leaf) for leaf in leaves))}" for name, leaves in columns.items()
    )


@pytest.mark.parametrize(("statement", "expected"), STATEMENTS)
def test_a_statement_is_traced(statement: str, expected: str) -> None:
    assert "; ".join(told(found.columns) for found in traced(statement, SCHEMA)) == expected


def test_what_cannot_be_read_is_said_with_its_target() -> None:
    with pytest.raises(Untraced, match="fact: cannot be read") as raised:
        list(traced("insert into fact (x) select from where (", SCHEMA))
    assert raised.value.target == "fact"


def test_the_committed_file_is_current(tiny: Path, tmp_path: Path) -> None:
    """`python -m etl.lineage > warehouse/lineage.csv` makes it anew."""
    published, copy, out = current_file(tiny), tmp_path / "lineage.duckdb", io.StringIO()
    assert published is not None
    shutil.copyfile(published, copy)
    written(lines_of(copy), out)
    assert (files("warehouse") / "lineage.csv").read_text("utf-8") == out.getvalue()


def sources(indicator: str, part: str, *roles: str) -> set[str]:
    rows = lineage(indicator).records()
    wanted = [ROLES[role] for role in roles]
    found = (r for r in rows if r["part"] is PARTS[part] and r["role"] in wanted and r["source"])
    return {f"{r['source']}.{r['field']}".rstrip(".") for r in found}


def test_an_indicator_leads_to_source_columns() -> None:
    assert sources("correction_rate", "numerator", "day", "condition") == {
        "inspections.findings.deadline_on",
        "inspections.findings.corrected_on",
    }
    assert sources("correction_rate", "denominator", "day", "condition") == {"inspections.findings.deadline_on"}
    assert sources("correction_rate", "numerator", "rows") == {"inspections.findings"}
    assert sources("collection_rate", "numerator", "value") >= {"lsso.contributions.paid_lak"}
    assert sources("inspections", "numerator", "condition") == {"inspections.orders.status"}


def test_a_slice_leads_to_where_its_code_was_delivered() -> None:
    rows = [r for r in lineage("findings").records() if r["role"] is ROLES["slice"] and r["column"] == "size_code"]
    assert {f"{r['source']}.{r['field']}" for r in rows} == {
        "inspections.orders.size_workers",
        "lsso.labour_units.workers",
    }
    assert {r["field_title"].lo for r in rows} == {
        CONTRACT.table("inspections.orders").field("size_workers").title.lo,
        CONTRACT.table("lsso.labour_units").field("workers").title.lo,
    }


def named() -> Iterator[tuple[str, str]]:
    for group in lines().values():
        yield from ((line.full_name, line.field) for line in group if line.source)


def test_every_source_column_that_is_named_is_of_the_contract() -> None:
    for table, field in set(named()):
        assert not field or CONTRACT.table(table).has(field), f"{table}.{field}"


@pytest.mark.parametrize("indicator", INDICATORS)
def test_every_indicator_comes_from_a_source(indicator: str) -> None:
    rows = lineage(indicator).records()
    for part in {r["part"] for r in rows}:
        assert any(r["source"] for r in rows if r["part"] is part and r["role"] is not ROLES["slice"])
    assert all(r["source"] or r["how"] is HOW[MADE] for r in rows)
