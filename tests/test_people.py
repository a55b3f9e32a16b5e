"""Inspectors on the screen: by their id and never by name while nobody has signed in; their spread; their order."""

from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import select

from layouts.charts.spread import three
from layouts.page import pages
from layouts.tables.workforce import TOLD, ordered
from tests.loading import ssiis
from tests.web import Site, query, site, texts, walk  # noqa: F401
from warehouse.engines import open_warehouse
from warehouse.indicators import INDICATORS
from warehouse.star import dim_inspector
from warehouse.text import LANGUAGES

LISTS = ("inspectors_active", "inspections_credit", "training_days", "tickets_opened")


@pytest.fixture(scope="module")
def names(site: Site) -> set[str]:  # noqa: F811
    with open_warehouse(str(site.folder)).connect() as connection:
        found = set(connection.execute(select(dim_inspector.c.name)).scalars())
    assert len(found) > 10
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("list_", LISTS)
@pytest.mark.parametrize("path", ["/inspectors", "/province/01"])
def test_no_page_names_an_inspector(site: Site, names: set[str], path: str, list_: str, language: str) -> None:  # noqa: F811
    shown = texts(site.fill(path, query(period="2026", list=list_, lang=language))["main"])
    assert not [name for name in names if name in shown]


@pytest.mark.parametrize("block", [block.id for page in pages() if page.path == "/inspectors" for block in page.blocks])
def test_no_export_names_an_inspector(site: Site, names: set[str], block: str) -> None:  # noqa: F811
    got = site.client.get(f"/export/inspectors/{block}.csv{query(period='2026', role='hq_manager')}").data.decode(
        "utf-8-sig"
    )
    assert not [name for name in names if name in got]


def test_the_table_by_inspector_is_what_the_command_line_says(site: Site) -> None:  # noqa: F811
    asked = ["--from", "2026-07", "--to", "2026-09", "--grain", "quarter", "--by", "inspector", "--warehouse"]
    said = ssiis("kpi", "--indicator", ",".join(TOLD), *asked, site.folder).records
    known = {(row["slice"], row["indicator"]): row["value"] for row in said}
    got = site.client.get(f"/export/inspectors/inspectors.csv{query(period='2026-Q3')}").data.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(got.split("\r\n\r\n")[0]))
    at = {id_: head.index(INDICATORS[id_].short) for id_ in TOLD}
    assert len(rows) > 10
    for row in rows:
        for id_, column in at.items():
            value = known[row[0], id_]
            assert (float(row[column]) if row[column] else None) == (None if value is None else pytest.approx(value))


def test_quartiles_need_four() -> None:
    assert three([]) == (None, None, None)
    assert three([1, 5, 3]) == (None, 3, None)
    assert three([1, 2, 3, 4, 5]) == (2, 3, 4)


def test_rows_are_sorted_by_a_column_that_they_have() -> None:
    rows = [("a", 2), ("b", None), ("c", 1)]
    assert ordered(rows, ["id", "n"], "n") == [("c", 1), ("a", 2), ("b", None)]
    assert ordered(rows, ["id", "n"], "-n") == [("a", 2), ("c", 1), ("b", None)]
    assert ordered(rows, ["id", "n"], "other") == rows
