"""The same two rows in every form in which extracts come."""

from __future__ import annotations

import gzip
import io
from datetime import date
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

HEADER = "visit_no,enterprise_no,unit_name,province_code,visited_on,workers_found,ss_registered"
LAO_NAME, QUOTED = "ຮ້ານ ດາວ", 'The "Star", a bar'


def parquet(cells: list[list[Any]]) -> bytes:
    out = io.BytesIO()
    columns = [pa.array([row[n] for row in cells[1:]]) for n in range(len(cells[0]))]
    pq.write_table(pa.table(columns, names=cells[0]), out)
    return out.getvalue()


def workbook(cells: list[list[Any]], sheet: str = "visits") -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.title = sheet
    for row in cells:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def texts(cells: list[list[Any]]) -> list[list[Any]]:
    """Every cell as a text, as a careful person types it."""
    return [cells[0], *([None if cell is None else str(cell) for cell in row] for row in cells[1:])]


def floats(cells: list[list[Any]]) -> list[list[Any]]:
    return [cells[0], *([float(cell) if type(cell) is int else cell for cell in row] for row in cells[1:])]


def forms_of(a: str, b: str) -> dict[str, tuple[str, bytes]]:
    """The same two rows, with keys `a` and `b`: the form → the file's name and its contents."""
    csv = f"""{HEADER}
{a},,{LAO_NAME},01,2026-01-31,12,1
{b},,"The ""Star"", a bar",16,2025-12-01,3,0
"""
    dos, mark = csv.replace("\n", "\r\n"), b"\xef\xbb\xbf"
    cells: list[list[Any]] = [
        HEADER.split(","),
        [a, None, LAO_NAME, "01", date(2026, 1, 31), 12, True],
        [b, None, QUOTED, "16", date(2025, 12, 1), 3, False],
    ]
    return {
        "CSV": ("visits.csv", csv.encode()),
        "a byte-order mark": ("visits.csv", mark + csv.encode()),
        "CRLF": ("visits.csv", dos.encode()),
        "a byte-order mark and CRLF": ("visits.csv", mark + dos.encode()),
        "no end of the last line": ("visits.csv", csv.rstrip("\n").encode()),
        "empty lines": ("visits.csv", csv.replace(f"\n{b}", f"\n\n   \n{b}").encode() + b"\n\n"),
        "cells quoted": ("visits.csv", csv.replace(f"{a},,", f'"{a}","",').replace(",01,", ',"01",').encode()),
        "semicolons": ("visits.csv", csv.replace(",", ";").replace('""; a', '"", a').encode()),
        "tabs": ("visits.csv", csv.replace(",", "\t").replace('""\t a', '"", a').encode()),
        "a header in capitals": ("visits.csv", csv.replace(HEADER, HEADER.upper().replace(",", " , ")).encode()),
        "packed": ("visits.csv.gz", gzip.compress(csv.encode())),
        "packed, with mark and CRLF": ("visits.csv.gz", gzip.compress(mark + dos.encode())),
        "Parquet": ("visits.parquet", parquet(cells)),
        "Parquet of texts": ("visits.parquet", parquet(texts(cells))),
        "Parquet of floats": ("visits.parquet", parquet(floats(cells))),
        "Excel": ("../labour_inspection.xlsx", workbook(cells)),
        "Excel of texts": ("../labour_inspection.xlsx", workbook(texts(cells))),
        "Excel, the sheet in capitals": ("../labour_inspection.xlsx", workbook(cells, "Visits ")),
    }
