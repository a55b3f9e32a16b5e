"""Tables as CSV and Excel: raw numbers, no formulas, Lao that can be read, the same bytes each time."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest

from dashboard.files import FONT, ROW_HEIGHT, csv_bytes, sheet_name, unlike, xlsx_bytes
from warehouse.codes import METHOD
from warehouse.records import ListColumn
from warehouse.text import Text
from warehouse.units import KIP, SHARE

COLUMNS = (
    ListColumn("unit_name", Text("Name of the unit", lo="ຊື່ຫົວໜ່ວຍ")),
    ListColumn("method", METHOD.title, "code", codes=METHOD),
    ListColumn("conducted_on", Text("Conducted on", lo="ວັນທີກວດກາ"), "date"),
    ListColumn("month", Text("Month", lo="ເດືອນ"), "month"),
    ListColumn("evaded", Text("Evaded", lo="ຫຼີກລ່ຽງ"), "number", KIP),
    ListColumn("share", Text("Share", lo="ສັດສ່ວນ"), "number", SHARE),
    ListColumn("reasons", Text("Reasons", lo="ເຫດຜົນ"), "reasons"),
)
ROWS = (
    (
        "ໂຮງງານ ນ້ຳຕານ",
        "direct",
        date(2026, 10, 3),
        date(2026, 10, 1),
        1_234_567_890,
        0.125,
        (("month", "missing", None),),
    ),
    ("=HYPERLINK(1)", "new_code", None, None, -3.0, None, ()),
)
NOTES = (("Filters", "=none"), ("ນິຍາມ", "ການກວດກາ"))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_in_csv_begins_like_a_formula(sign: str) -> None:
    made = csv_bytes("T", COLUMNS[:1], [(f"{sign}1+1",)], [(sign, f"{sign}2")], "en").decode("utf-8-sig")
    assert [cell for line in csv.reader(io.StringIO(made)) for cell in line if cell.startswith(sign)] == []
    assert f"'{sign}1+1" in made


def test_csv_is_a_table_of_raw_values() -> None:
    made = csv_bytes("Inspections", COLUMNS, ROWS, NOTES, "lo")
    assert made.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert lines[0][:2] == ["ຊື່ຫົວໜ່ວຍ", "ວິທີການ"]
    assert lines[1][:6] == ["ໂຮງງານ ນ້ຳຕານ", "ໂດຍກົງ (ລົງຢ້ຽມຢາມ)", "2026-10-03", "2026-10", "1234567890", "0.125"]
    assert lines[2] == ["'=HYPERLINK(1)", "new_code", "", "", "-3", "", ""]
    assert lines[3:] == [[], ["# Inspections"], ["# Filters", "'=none"], ["# ນິຍາມ", "ການກວດກາ"]]


def test_a_reason_is_a_sentence_in_the_language() -> None:
    made = csv_bytes("", COLUMNS[6:], [((("due_lak", "negative", "-5"),),)], (), "en").decode("utf-8-sig")
    assert "due_lak is negative: -5" in made


def test_places_have_their_names() -> None:
    columns = [ListColumn(kind, Text(kind, lo=kind), kind) for kind in ("province", "district")]
    made = csv_bytes("", columns, [("01", "0101")], (), "lo").decode("utf-8-sig")
    assert "ນະຄອນຫຼວງວຽງຈັນ,ຈັນທະບູລີ" in made


def opened(language: str = "en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes("Inspections: Q3/2026", COLUMNS, ROWS, NOTES, language)))


def test_excel_has_a_table_with_a_frozen_header() -> None:
    page = opened().worksheets[0]
    assert page.title == "Inspections  Q3 2026"
    assert [table.ref for table in page.tables.values()] == ["A1:G3"]
    assert page.freeze_panes == "A2"
    assert [cell.value for cell in page[1]][4:6] == ["Evaded (kip)", "Share"]
    assert page["E2"].value == 1_234_567_890
    assert page["F2"].number_format == "0.0%"
    assert (page["C2"].value.date(), page["D2"].number_format) == (date(2026, 10, 3), "yyyy-mm")


def test_excel_takes_nothing_for_a_formula() -> None:
    book = opened()
    assert (book.worksheets[0]["A3"].value, book.worksheets[0]["A3"].data_type) == ("=HYPERLINK(1)", "s")
    assert all(cell.data_type != "f" for page in book for row in page.iter_rows() for cell in row)


def test_excel_can_be_read_in_lao() -> None:
    book = opened("lo")
    assert book.sheetnames[1] == "ໝາຍເຫດ"
    for page in book:
        assert page.sheet_format.defaultRowHeight == ROW_HEIGHT >= 19
        assert {cell.font.name for row in page.iter_rows() for cell in row} == {FONT}
    assert {font.name for font in book._fonts} == {FONT}
    assert [cell.value for cell in book.worksheets[1][3]] == ["Filters", "=none"]


def test_the_same_input_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert xlsx_bytes("A", COLUMNS, ROWS, NOTES, "lo") == xlsx_bytes("A", COLUMNS, iter(ROWS), NOTES, "lo")
    monkeypatch.setattr("dashboard.files.LARGE", 1)
    assert xlsx_bytes("A", COLUMNS, ROWS, NOTES, "lo") == xlsx_bytes("A", COLUMNS, ROWS, NOTES, "lo")


def test_a_table_without_rows_is_still_a_table() -> None:
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes("A", COLUMNS, (), (), "en"))).worksheets[0]
    assert [table.ref for table in page.tables.values()] == ["A1:G2"]


def test_a_large_table_is_written_as_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.files.LARGE", 1)
    page = opened().worksheets[0]
    assert (page.auto_filter.ref, page.freeze_panes, list(page.tables)) == ("A1:G3", "A2", [])
    assert [cell.value for cell in page[3]][:2] == ["=HYPERLINK(1)", "new_code"]
    monkeypatch.setattr("dashboard.files.MOST_ROWS", 1)
    with pytest.raises(ValueError, match="take CSV"):
        opened()


@pytest.mark.parametrize(("title", "name"), [("", "Table"), ("Notes", "Table"), ("'a'", "a"), ("x" * 40, "x" * 31)])
def test_names_of_sheets(title: str, name: str) -> None:
    assert sheet_name(title) == name


def test_headers_differ() -> None:
    assert unlike(["Share", "share", "Units"]) == ["Share", "share (2)", "Units"]
