"""The blank workbooks: the whole contract is in them, Excel offers the codes, and what is written comes back."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from etl.workbooks import FONT, write_workbooks
from geo.places import DISTRICTS, PROVINCES
from warehouse.sources import CONTRACT, Field, Kind, Source, Table

TABLES = [pytest.param(source, table, id=f"{source.name}.{table.name}") for source, table in CONTRACT.tables()]
EXAMPLES: dict[Kind, Any] = {
    Kind.TEXT: "ບໍລິສັດ ຕົວຢ່າງ ຈຳກັດ",
    Kind.IDENTIFIER: "00012",
    Kind.PROVINCE: "01",
    Kind.DISTRICT: "0101",
    Kind.DATE: datetime(2026, 10, 31),  # noqa: DTZ001
    Kind.TIMESTAMP: datetime(2026, 10, 31, 8, 30),  # noqa: DTZ001
    Kind.MONTH: "2026-10",
    Kind.YEAR: 2026,
    Kind.INTEGER: 7,
    Kind.DECIMAL: 0.5,
    Kind.MONEY: 1_234_567,
    Kind.BOOLEAN: "ແມ່ນ",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("workbooks")
    write_workbooks(directory)
    return directory


@pytest.fixture(scope="module")
def books(written: Path) -> dict[str, Workbook]:
    return {source.name: openpyxl.load_workbook(written / f"{source.name}.xlsx") for source in CONTRACT.sources}


def rule(page: Worksheet, column: int) -> DataValidation:
    cell = page.cell(2, column).coordinate
    return next(rule for rule in page.data_validations.dataValidation if cell in rule.sqref)


def offered(book: Workbook, formula: str) -> list[str]:
    """The entries of a drop-down: written out, or those of the range that it names."""
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    sheet, cells = formula.lstrip("=").split("!")
    return [str(cell.value) for (cell,) in book[sheet][cells.replace("$", "")]]


def test_one_workbook_a_source(written: Path) -> None:
    assert {path.name for path in written.iterdir()} == {f"{source.name}.xlsx" for source in CONTRACT.sources}


def test_the_same_bytes_every_time(written: Path, tmp_path: Path) -> None:
    for path in write_workbooks(tmp_path):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert digest == hashlib.sha256((written / path.name).read_bytes()).hexdigest(), path.name


@pytest.mark.parametrize(("source", "table"), TABLES)
def test_every_column_is_there_under_its_name(books: dict[str, Workbook], source: Source, table: Table) -> None:
    page = books[source.name][table.name]
    assert [cell.value for cell in page[1]] == [field.name for field in table.fields]
    assert page.max_row == 1
    assert page.freeze_panes == page.cell(2, 1 + len(table.keys)).coordinate


@pytest.mark.parametrize(("source", "table"), TABLES)
def test_excel_offers_the_codes(books: dict[str, Workbook], source: Source, table: Table) -> None:
    book = books[source.name]
    wanted = {Kind.PROVINCE: ["00", *PROVINCES], Kind.DISTRICT: list(DISTRICTS)}
    for column, field in enumerate(table.fields, 1):
        asked = rule(book[table.name], column)
        codes = [item.code for item in field.codes] if field.codes else wanted.get(field.kind)
        if codes is not None:
            assert offered(book, str(asked.formula1)) == codes, field.name
            assert asked.errorStyle == ("warning" if field.codes is None else None), field.name
        elif field.kind is Kind.BOOLEAN:
            assert {"ແມ່ນ", "ບໍ່", "yes", "no"} <= set(offered(book, str(asked.formula1)))


@pytest.mark.parametrize(("source", "table"), TABLES)
def test_unusual_values_warn_and_do_not_block(books: dict[str, Workbook], source: Source, table: Table) -> None:
    for column, field in enumerate(table.fields, 1):
        if field.kind in (Kind.DATE, Kind.MONEY, Kind.INTEGER, Kind.DECIMAL, Kind.BOOLEAN):
            assert rule(books[source.name][table.name], column).errorStyle == "warning", field.name


def test_a_share_is_more_than_nothing_and_one_at_most(books: dict[str, Workbook]) -> None:
    column = [field.name for field in CONTRACT.table("lsso.inspectors").fields].index("fte") + 1
    asked = rule(books["lsso"]["inspectors"], column)
    assert (asked.type, asked.operator, asked.formula1, asked.formula2) == ("decimal", None, "0", "1")


def test_identifiers_are_text_in_a_lao_font(books: dict[str, Workbook]) -> None:
    page = books["lsso"]["labour_units"]
    for name in ("ss_number", "district_code", "phone"):
        letter = next(cell.column_letter for cell in page[1] if cell.value == name)
        assert page.column_dimensions[letter].number_format == "@"
        assert page.column_dimensions[letter].font.name == FONT
        assert page.column_dimensions[letter].font.scheme is None  # or Excel takes its theme's font, which has no Lao
    assert page.sheet_format.defaultRowHeight >= 19


def test_the_notes_say_it_in_both_languages(books: dict[str, Workbook]) -> None:
    for source in CONTRACT.sources:
        text = "\n".join(str(cell.value) for line in books[source.name]["notes"] for cell in line if cell.value)
        for table in source.tables:
            for field in table.fields:
                assert f"\n{field.name}\n{field.title}\n{field.title.lo}\n" in text, field.name
                for item in field.codes or ():
                    assert f"{item.code} = {item.title}" in text
                    assert f"{item.code} = {item.title.lo}" in text
        assert re.search("ວິທີຕື່ມຂໍ້ມູນ", text)


def example(field: Field) -> Any:
    return next(iter(field.codes)).code if field.codes else EXAMPLES[field.kind]


def test_a_filled_row_survives_the_trip(written: Path, tmp_path: Path) -> None:
    for source in CONTRACT.sources:
        book = openpyxl.load_workbook(written / f"{source.name}.xlsx")
        for table in source.tables:
            book[table.name].append([example(field) for field in table.fields])
        book.save(tmp_path / f"{source.name}.xlsx")
        again = openpyxl.load_workbook(tmp_path / f"{source.name}.xlsx")
        for table in source.tables:
            assert [cell.value for cell in again[table.name][2]] == [example(field) for field in table.fields]


def test_a_created_date_does_not_depend_on_the_clock(books: dict[str, Workbook]) -> None:
    created = books["lsso"].properties.created
    assert created is not None
    assert created.date() == date(2026, 1, 1)
