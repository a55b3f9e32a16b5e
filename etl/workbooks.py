"""Blank workbooks to fill in, one a source, made from the contract: a sheet per table, drop-downs, notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from etl.workbook_notes import GUIDE, KINDS, NEED, need, note_lines
from geo.places import DISTRICTS, HEADQUARTERS, PROVINCES
from warehouse.codes import Code
from warehouse.sources import CONTRACT, Field, Kind, Source, Table
from warehouse.text import LANGUAGES, Text

FONT = "Phetsarath OT"  # the government's; where it is missing, the office program takes another Lao face
ROW_HEIGHT = 19.5  # lower rows cut off Lao vowels and tone marks
CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
LAST_ROW = 1_048_575
OPTIONS = {
    "in_memory": True,  # files on disk would put the time of day into the archive
    "default_format_properties": {"font_name": FONT, "font_size": 11, "font_scheme": "none"},  # not the theme's font
    "strings_to_urls": False,
}
KEY, REQUIRED, OPTIONAL = "#1B4F72", "#AED6F1", "#EBF5FB"
MISSING = "#FADBD8"
TEXTUAL = {Kind.TEXT, Kind.IDENTIFIER, Kind.CODE, Kind.PROVINCE, Kind.DISTRICT, Kind.MONTH}
NUMBER_FORMATS = {Kind.DATE: "yyyy-mm-dd", Kind.TIMESTAMP: "yyyy-mm-dd hh:mm:ss", Kind.MONEY: "#,##0"} | dict.fromkeys(
    TEXTUAL, "@"
)
WIDTHS = {Kind.TEXT: 32, Kind.TIMESTAMP: 20, Kind.IDENTIFIER: 18, Kind.MONEY: 18, Kind.CODE: 20}
BOOLEANS = ("ແມ່ນ", "ບໍ່", "yes", "no", "true", "false", "1", "0")
HEAD_OFFICE = Code(HEADQUARTERS, Text("Headquarters", lo="ສູນກາງ"))
LISTS: dict[Kind, tuple[str, tuple[Code, ...]]] = {
    Kind.PROVINCE: (
        "province",
        (HEAD_OFFICE, *(Code(p.code, Text(p.name_en, lo=p.name_lo)) for p in PROVINCES.values())),
    ),
    Kind.DISTRICT: ("district", tuple(Code(d.code, Text(d.name_en, lo=d.name_lo)) for d in DISTRICTS.values())),
}


@dataclass(frozen=True)
class Drop:
    """A list of the sheet “codes”: where its codes stand, and its entries."""

    name: str
    where: str
    codes: tuple[Code, ...]


def write_workbooks(directory: Path) -> list[Path]:
    """<source>.xlsx for each source of the contract; the same bytes every time."""
    directory.mkdir(parents=True, exist_ok=True)
    return [write_workbook(directory, source) for source in CONTRACT.sources]


def write_workbook(directory: Path, source: Source) -> Path:
    path = directory / f"{source.name}.xlsx"
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        book.set_properties({"title": source.title, "created": CREATED})
        sheets = {name: sheet(book, name) for name in ("notes", *(table.name for table in source.tables), "codes")}
        drops = write_codes(book, sheets["codes"], source)
        write_notes(book, sheets["notes"], source)
        for table in source.tables:
            write_table(book, sheets[table.name], table, drops)
    return path


def sheet(book: Workbook, name: str) -> Worksheet:
    made = book.add_worksheet(name)
    made.set_default_row(ROW_HEIGHT)
    return made


def style(book: Workbook, **properties: Any) -> Format:
    return book.add_format({"font_name": FONT, "font_size": 11, "valign": "vcenter", **properties})


def list_of(field: Field) -> tuple[str, tuple[Code, ...]] | None:
    """The name and entries of the list that a field chooses from."""
    if field.codes is not None:
        return field.codes.name, field.codes.codes
    return LISTS.get(field.kind)


def write_codes(book: Workbook, codes: Worksheet, source: Source) -> dict[str, Drop]:
    """Three columns a list: code, English, Lao."""
    lists = dict(filter(None, (list_of(field) for table in source.tables for field in table.fields)))
    drops = {}
    for number, (name, entries) in enumerate(lists.items()):
        column = number * 4
        codes.set_column(column, column, 20, style(book, num_format="@"))
        codes.set_column(column + 1, column + 2, 34, style(book))
        for k, head in enumerate((name, *LANGUAGES)):
            codes.write_string(0, column + k, head, style(book, bold=True, bg_color=REQUIRED))
        for row, entry in enumerate(entries, 1):
            for k, cell in enumerate((entry.code, *(entry.title.in_(language) for language in LANGUAGES))):
                codes.write_string(row, column + k, cell, style(book, num_format="@"))
        where = xlsxwriter.utility.xl_range_abs(1, column, len(entries), column)
        drops[name] = Drop(name, f"=codes!{where}", entries)
    codes.freeze_panes(1, 0)
    return drops


def write_notes(book: Workbook, notes: Worksheet, source: Source) -> None:
    notes.set_column(0, 1, 22, style(book))
    notes.set_column(2, 3, 30, style(book))
    notes.set_column(4, 5, 60, style(book, text_wrap=True))
    row = 0
    for text in (source.title, *GUIDE):
        shape = style(book, bold=row < 2, font_size=14 if row < 2 else 11, text_wrap=True)
        notes.set_row(row, ROW_HEIGHT if row < 2 else 2 * ROW_HEIGHT)
        notes.merge_range(row, 0, row, 3, str(text), shape)
        notes.merge_range(row, 4, row, 5, text.lo, shape)
        row += 1
    for line, bold in ((("table", "column", "en", "lo", "what to write", "ສິ່ງທີ່ຕ້ອງຂຽນ"), True), *note_lines(source)):
        row += 1
        for column, cell in enumerate(line):
            notes.write_string(row, column, cell, style(book, bold=bold, text_wrap=column > 3))


def write_table(book: Workbook, page: Worksheet, table: Table, drops: dict[str, Drop]) -> None:
    last = xlsxwriter.utility.xl_col_to_name(len(table.fields) - 1)
    for column, field in enumerate(table.fields):
        cells = style(book, num_format=NUMBER_FORMATS.get(field.kind, "General"))
        page.set_column(column, column, max(WIDTHS.get(field.kind, 14), len(field.name) + 3), cells)
        page.write_string(0, column, field.name, heading(book, field))
        page.data_validation(1, column, LAST_ROW, column, validation(field, drops))
        if field.needed:
            here = xlsxwriter.utility.xl_col_to_name(column)
            empty = f"=AND(COUNTA($A2:${last}2)>0,LEN(TRIM(${here}2))=0)"
            wrong = {"type": "formula", "criteria": empty, "format": book.add_format({"bg_color": MISSING})}
            page.conditional_format(1, column, LAST_ROW, column, wrong)
    page.freeze_panes(1, len(table.keys))


def heading(book: Workbook, field: Field) -> Format:
    colour = {"key": KEY, "required": REQUIRED, "optional": OPTIONAL}[need(field)]
    return style(book, bold=True, bg_color=colour, font_color="white" if field.key else "black", border=1)


def validation(field: Field, drops: dict[str, Drop]) -> dict[str, Any]:
    """What Excel offers and checks; only a code that cannot be read is refused, the rest warns."""
    about = {
        "input_title": field.title.lo[:32],
        "input_message": f"{field.title}\n{NEED[need(field)].lo}: {KINDS[field.kind].lo}"[:255],
        "error_title": "SSIIS",
        "error_message": f"{KINDS[field.kind].lo}\n{KINDS[field.kind]}"[:255],
        "error_type": "stop" if field.codes is not None else "warning",
    }
    listed = list_of(field)
    return {**(accepted(field) if listed is None else {"validate": "list", "source": drops[listed[0]].where}), **about}


def accepted(field: Field) -> dict[str, Any]:
    low = field.lowest if field.lowest is not None else 0
    match field.kind:
        case Kind.BOOLEAN:
            return {"validate": "list", "source": list(BOOLEANS)}
        case Kind.DATE | Kind.TIMESTAMP:
            return {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2100, 1, 1)}
        case Kind.YEAR:
            return {"validate": "integer", "criteria": "between", "minimum": 1990, "maximum": 2100}
        case Kind.INTEGER | Kind.MONEY if field.highest is None:
            return {"validate": "integer", "criteria": ">=", "value": low}
        case Kind.INTEGER | Kind.DECIMAL if field.highest is not None:
            return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": field.highest}
        case Kind.DECIMAL:
            return {"validate": "decimal", "criteria": ">=", "value": low}
        case Kind.MONTH:
            return {"validate": "length", "criteria": "==", "value": 7}
    return {"validate": "any"}
