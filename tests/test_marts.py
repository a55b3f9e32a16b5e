"""The marts' own declarations: what they write is the star, what they read is the contract, the order is the modules'."""

from __future__ import annotations

from collections import Counter

from etl.marts import MARTS, marts_of
from etl.published import KEPT_TABLES
from etl.run import ORDER
from warehouse.sources import CONTRACT, full_name
from warehouse.star import STAR


def test_every_table_of_the_star_is_written_by_one_mart() -> None:
    written = Counter(table.name for each in marts_of(*ORDER) for table in each.writes)
    assert written == Counter(table.name for table in STAR.sorted_tables if table not in KEPT_TABLES)


def test_no_mart_is_left_out_of_the_order() -> None:
    assert {each.build for each in marts_of(*ORDER)} == {each.build for each in MARTS}


def test_marts_read_tables_of_the_contract() -> None:
    tables = {full_name(source, table) for source, table in CONTRACT.tables()}
    assert [name for each in MARTS for name in each.reads if name not in tables] == []


def test_dimensions_are_built_before_the_facts_that_take_their_slices() -> None:
    names = [table.name for each in marts_of(*ORDER) for table in each.writes]
    assert names.index("dim_labour_unit") < names.index("fact_unit_month") < names.index("fact_inspection")
    assert names.index("fact_inspection") < names.index("fact_finding")
