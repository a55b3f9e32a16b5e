"""The data dictionary: whole, in both languages, and current in docs/."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.dictionary import codes, fields, indicators, markdown, sql_of, tables
from warehouse.indicators import INDICATORS
from warehouse.records.model import Listing
from warehouse.sources import CONTRACT
from warehouse.star import STAR
from warehouse.text import Text

DOCUMENT = Path(__file__).parent.parent / "docs" / "dictionary.md"


def test_the_document_is_current() -> None:
    said = DOCUMENT.read_text("utf-8") if DOCUMENT.exists() else ""
    assert said == markdown(), "run: python -m warehouse.dictionary > docs/dictionary.md"


def test_nothing_is_left_out() -> None:
    assert indicators().column("id") == list(INDICATORS)
    assert fields().total == sum(len(table.fields) for _, table in CONTRACT.tables())
    assert set(tables().column("table")) == set(STAR.tables) >= {"fact_inspection", "audit_rejected"}
    assert {"scheme", "problem", "unit_month_status"} <= set(codes().column("list"))


@pytest.mark.parametrize(
    "listing", [indicators(), fields(), tables(), codes()], ids=["indicators", "fields", "star", "codes"]
)
def test_every_text_has_its_lao(listing: Listing) -> None:
    texts = [cell for row in listing.rows for cell in row if isinstance(cell, Text) and cell]
    assert [text for text in [*texts, *(column.title for column in listing.columns)] if not text.lo] == []


@pytest.mark.parametrize("engine", ["duckdb", "postgresql"])
@pytest.mark.parametrize("id_", INDICATORS)
def test_every_indicator_shows_its_sql(id_: str, engine: str) -> None:
    sql = sql_of(id_, engine)
    assert list(sql) == ["numerator", "denominator"][: len(INDICATORS[id_].measures)]
    assert all(statement.startswith("SELECT") and ":" not in statement for statement in sql.values())
