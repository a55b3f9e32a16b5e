"""Tables as files, CSV and Excel: the same input gives the same bytes, and no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from layouts.spoken import place_name
from warehouse.codes import PROBLEM
from warehouse.records import ListColumn
from warehouse.text import Text

Notes = Sequence[tuple[str, str]]
FONT = "Phetsarath OT"  # the government's; where it is missing, the office program takes another Lao face
ROW_HEIGHT = 19.5  # 26 pixels; lower rows cut off Lao vowels and tone marks
LONGEST_CELL = 32_767  # Excel's own limits
LONGEST_NAME = 31
MOST_ROWS = 1_048_575
LARGE = 20_000  # rows beyond which a sheet is kept on disk while it is written
NARROWEST, WIDEST, LOOKED_AT = 9, 48, 200
CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
DATES = {"date": "yyyy-mm-dd", "month": "yyyy-mm"}
NOTES = Text("Notes", lo="ໝາຍເຫດ")
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": 11},
}


def csv_bytes(
    title: str, columns: Sequence[ListColumn], rows: Iterable[Sequence[Any]], notes: Notes, language: str
) -> bytes:
    """A header and rows, numbers as they are; title and notes after an empty line, each line marked with #."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(harmless(column.title.in_(language)) for column in columns)
    for row in rows:
        writer.writerow(plain(column, value, language) for column, value in zip(columns, row, strict=True))
    writer.writerow(())
    writer.writerow((f"# {title}",))
    writer.writerows((f"# {label}", harmless(text)) for label, text in notes)
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def plain(column: ListColumn, value: Any, language: str) -> Any:
    cell = valued(column, value, language)
    if isinstance(cell, date):
        return f"{cell:%Y-%m}" if column.kind == "month" else cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else cell


def valued(column: ListColumn, value: Any, language: str) -> Any:
    """What a cell says: a code its name, a list of reasons a sentence, a whole number without its decimal point."""
    if value is None:
        return None
    if column.kind == "reasons":
        return "; ".join(reason(*each, language=language) for each in value)
    if column.kind in ("province", "district"):
        return place_name(str(value), language)
    if column.codes is not None:
        return column.codes.title_of(str(value)).in_(language)
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, (int, float, date)) else str(value)


def reason(field: str | None, problem: str, delivered: str | None, *, language: str) -> str:
    said = f"{field or ''} {PROBLEM.title_of(problem).in_(language)}".strip()
    return said if delivered is None else f"{said}: {delivered}"


def xlsx_bytes(
    title: str, columns: Sequence[ListColumn], rows: Iterable[Sequence[Any]], notes: Notes, language: str
) -> bytes:
    """One sheet with a table, whose header stays in sight, and one with the notes."""
    out, lines = io.BytesIO(), list(rows)
    if len(lines) > MOST_ROWS:
        raise ValueError(f"{len(lines):,} rows are more than an Excel sheet holds: narrow the filters, or take CSV")
    large = len(lines) > LARGE
    with xlsxwriter.Workbook(out, OPTIONS | {"in_memory": not large, "constant_memory": large}) as book:
        book.set_properties({"title": title, "created": CREATED})
        write_table(book, title, columns, lines, language)
        write_notes(book, title, notes, language)
    return out.getvalue()


def sheet(book: Workbook, name: str) -> Worksheet:
    made = book.add_worksheet(name)
    made.set_default_row(ROW_HEIGHT)
    return made


def write_table(
    book: Workbook, title: str, columns: Sequence[ListColumn], rows: Sequence[Sequence[Any]], language: str
) -> None:
    """Row by row, since a large sheet is written out as it grows; such a one has filters in place of Excel's table."""
    page = sheet(book, sheet_name(title))
    heads = unlike([headed(column, language) for column in columns])
    looks = [look(book, column) for column in columns]
    header = book.add_format({"font_name": FONT, "bold": True, "text_wrap": True, "valign": "vcenter"})
    for index, (column, head) in enumerate(zip(columns, heads, strict=True)):
        said = (valued(column, row[index], language) for row in rows[:LOOKED_AT])
        page.set_column(index, index, width([head, *said]))
        page.write_string(0, index, head, header)
    for line, row in enumerate(rows, 1):
        for index, (column, form) in enumerate(zip(columns, looks, strict=True)):
            put(page, line, index, valued(column, row[index], language), form)
    last = max(len(rows), 1), len(columns) - 1
    if len(rows) > LARGE:
        page.autofilter(0, 0, *last)
    else:
        named = [{"header": head, "header_format": header} for head in heads]
        page.add_table(0, 0, *last, {"columns": named, "style": "Table Style Light 9"})
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def put(page: Worksheet, line: int, index: int, cell: Any, look_: Format) -> None:
    if isinstance(cell, date):
        page.write_datetime(line, index, datetime(cell.year, cell.month, cell.day), look_)  # noqa: DTZ001
    elif isinstance(cell, (int, float)):
        page.write_number(line, index, cell, look_)
    elif cell is not None:
        page.write_string(line, index, cell[:LONGEST_CELL], look_)


def look(book: Workbook, column: ListColumn) -> Format:
    form = {"font_name": FONT}
    if column.kind in DATES:
        form["num_format"] = DATES[column.kind]
    elif column.kind == "number" and column.unit is not None:
        form["num_format"] = column.unit.excel
    return book.add_format(form)


def headed(column: ListColumn, language: str) -> str:
    """The title, with the unit where the title does not say it."""
    title = column.title.in_(language)
    if column.unit is None or column.unit.name in ("number", "per cent") or "(" in title:
        return title
    return f"{title} ({column.unit.name.in_(language)})"


def unlike(heads: Sequence[str]) -> list[str]:
    """A table's headers must differ, in Excel even by more than case."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        times = seen[head.lower()] = seen.get(head.lower(), 0) + 1
        found.append(head if times == 1 else f"{head} ({times})")
    return found


def width(cells: Iterable[Any]) -> float:
    """Room for the longest cell; Lao vowels and tone marks above and below a letter take none."""
    longest = max(
        (sum(not unicodedata.combining(c) for c in str(cell)) for cell in cells if cell is not None), default=0
    )
    return float(min(max(longest + 2, NARROWEST), WIDEST))


def sheet_name(title: str) -> str:
    """Excel forbids some signs in a sheet's name, and long names; Notes is the other sheet's."""
    kept = "".join(" " if sign in "[]:*?/\\" else sign for sign in title).strip(" '")[:LONGEST_NAME].strip(" '")
    return kept if kept and kept.lower() not in ("history", NOTES.lower(), NOTES.lo) else "Table"


def write_notes(book: Workbook, title: str, notes: Notes, language: str) -> None:
    page = sheet(book, NOTES.in_(language))
    bold = book.add_format({"font_name": FONT, "bold": True, "valign": "top"})
    body = book.add_format({"font_name": FONT, "text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 100)
    page.write_string(0, 0, title, bold)
    for line, (label, text) in enumerate(notes, 2):
        page.write_string(line, 0, label, bold)
        page.write_string(line, 1, text[:LONGEST_CELL], body)
        page.set_row(line, ROW_HEIGHT * max(1, text.count("\n") + 1, -(-len(text) // 100)))
