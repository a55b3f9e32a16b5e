"""The blank workbook of a year's targets: the contract's sheet with a row for every indicator, province and month."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from etl.target_file import COLUMNS, TABLE
from etl.workbooks import CREATED, OPTIONS, sheet, style, write_codes, write_notes, write_table
from geo.places import PROVINCES
from warehouse.indicators import INDICATORS
from warehouse.sources import CONTRACT
from warehouse.text import LANGUAGES

SOURCE = next(source for source in CONTRACT.sources if source.name == "planning")
KEPT_WIDTH = 44


def write_template(path: Path, year: int, indicators: Sequence[str]) -> int:
    """How many rows there are to fill in. A row left without a target is passed over when the file is loaded."""
    rows = [(year, month, province, id_) for id_ in indicators for province in PROVINCES for month in range(1, 13)]
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        book.set_properties({"title": f"{SOURCE.title} {year}", "created": CREATED})
        pages = {name: sheet(book, name) for name in ("notes", TABLE.name, "indicators", "codes")}
        drops = write_codes(book, pages["codes"], SOURCE)
        write_notes(book, pages["notes"], SOURCE)
        write_table(book, pages[TABLE.name], TABLE, drops)
        pages[TABLE.name].set_column(COLUMNS.index("indicator"), COLUMNS.index("indicator"), KEPT_WIDTH)
        for line, (of, month, province, id_) in enumerate(rows, start=1):
            page = pages[TABLE.name]
            page.write_number(line, 0, of)
            page.write_number(line, 1, month)
            page.write_string(line, 2, province)
            page.write_string(line, 3, id_)
        known = pages["indicators"]
        known.set_column(0, 3, KEPT_WIDTH)
        for column, head in enumerate(("indicator", *LANGUAGES, "unit")):
            known.write_string(0, column, head, style(book, bold=True))
        for line, indicator in enumerate(INDICATORS.values(), start=1):
            told = (indicator.id, *(indicator.title.in_(language) for language in LANGUAGES), str(indicator.unit.name))
            for column, cell in enumerate(told):
                known.write_string(line, column, cell)
        pages[TABLE.name].activate()
    return len(rows)
