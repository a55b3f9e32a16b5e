"""Pairs for a person to decide: a workbook with both entries side by side, why they may be one, and a column for the answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from sqlalchemy import Row, and_, func, select
from xlsxwriter.workbook import Workbook

from etl.errors import LoadError
from etl.workbooks import CREATED, KEY, LAST_ROW, OPTIONAL, OPTIONS, REQUIRED, ROW_HEIGHT, sheet, style
from geo.places import DISTRICTS
from warehouse.codes import LINK_REASON, SECTOR
from warehouse.engines.duckdb import POINTER, DuckDBWarehouse
from warehouse.sources import STAGED
from warehouse.star import dim_labour_unit, fact_link
from warehouse.text import LANGUAGES, Text

PAIRS, NOTES = "pairs", "notes"
ENTERPRISE_NO, SS_NUMBER, SAME = "enterprise_no", "ss_number", "same"
YES, NO = ("ແມ່ນ", "yes"), ("ບໍ່", "no")
ANSWERS = {**dict.fromkeys((*YES, "true", "1"), True), **dict.fromkeys((*NO, "ບໍ່ແມ່ນ", "false", "0"), False)}
GUIDE = (
    Text("Is this enterprise this labour unit?", lo="ວິສາຫະກິດນີ້ ແມ່ນຫົວໜ່ວຍແຮງງານນີ້ ຫຼື ບໍ່?"),
    Text(
        "Each row of the sheet “pairs” is an enterprise of the enterprise register beside a labour unit of the LSSO that may be "
        "the same. Write yes or no into the column “same”; leave it empty where you do not know.",
        lo="ແຕ່ລະແຖວໃນແຜ່ນ “pairs” ແມ່ນວິສາຫະກິດໃນທະບຽນວິສາຫະກິດ ຄຽງກັບຫົວໜ່ວຍແຮງງານຂອງ ອປສ ທີ່ອາດແມ່ນອັນດຽວກັນ. "
        "ຂຽນ ແມ່ນ ຫຼື ບໍ່ ໃສ່ຖັນ “same”; ຖ້າບໍ່ຮູ້ ໃຫ້ປະຫວ່າງ.",
    ),
    Text(
        "An enterprise is one labour unit at most, and a unit one enterprise. Do not change the numbers of the two.",
        lo="ວິສາຫະກິດໜຶ່ງມີໄດ້ຫຼາຍສຸດໜຶ່ງຫົວໜ່ວຍແຮງງານ, ແລະ ຫົວໜ່ວຍໜຶ່ງມີໄດ້ວິສາຫະກິດດຽວ. ຫ້າມປ່ຽນເລກທະບຽນຂອງທັງສອງ.",
    ),
    Text(
        "Give the workbook back with `ssiis links take FILE.xlsx --by NAME`. An answer is kept for good and goes before what the "
        "program finds; a later answer goes before an earlier one.",
        lo="ສົ່ງປຶ້ມນີ້ຄືນດ້ວຍ `ssiis links take FILE.xlsx --by ຊື່`. ຄຳຕອບຈະຖືກຮັກສາໄວ້ຕະຫຼອດ ແລະ ມີຜົນເໜືອສິ່ງທີ່ໂປຣແກຣມພົບ; "
        "ຄຳຕອບໃໝ່ມີຜົນແທນຄຳຕອບເກົ່າ.",
    ),
)


@dataclass(frozen=True)
class Column:
    name: str
    title: Text
    width: int = 16


def both(name: str, en: str, lo: str, width: int = 16) -> tuple[Column, Column]:
    """One of the enterprise beside one of the unit."""
    return (
        Column(f"enterprise_{name}", Text(f"Enterprise: {en}", lo=f"ວິສາຫະກິດ: {lo}"), width),
        Column(f"unit_{name}", Text(f"Labour unit: {en}", lo=f"ຫົວໜ່ວຍແຮງງານ: {lo}"), width),
    )


COMPARED = ("name_lo", "name_en", "address", "phone", "district_code", "sector_code", "workers", "registered_on")
COLUMNS = (
    Column(SAME, Text("The same? yes or no", lo="ແມ່ນອັນດຽວກັນບໍ່?"), 14),
    Column("probability", Text("Probability", lo="ຄວາມເປັນໄປໄດ້"), 12),
    Column(ENTERPRISE_NO, Text("Enterprise number", lo="ເລກທະບຽນວິສາຫະກິດ"), 18),
    Column(SS_NUMBER, Text("Social security number", lo="ລະຫັດປະກັນສັງຄົມ"), 18),
    *both("name_lo", "name in Lao", "ຊື່ພາສາລາວ", 34),
    *both("name_en", "name in English", "ຊື່ພາສາອັງກິດ", 34),
    *both("address", "address", "ທີ່ຢູ່", 40),
    *both("phone", "telephone", "ໂທລະສັບ", 18),
    *both("district", "district", "ເມືອງ", 26),
    *both("sector", "sector", "ຂະແໜງການ", 30),
    *both("workers", "workers", "ຈຳນວນຜູ້ອອກແຮງງານ", 14),
    *both("registered_on", "registered on", "ວັນທີຂຶ້ນທະບຽນ", 14),
    Column("reasons_lo", Text("Reasons (Lao)", lo="ເຫດຜົນ"), 70),
    Column("reasons_en", Text("Reasons", lo="ເຫດຜົນ (ອັງກິດ)"), 70),
)


def opened(folder: Path) -> closing[DuckDBWarehouse]:
    if not (folder / POINTER).exists():
        raise LoadError(f"{folder}: nothing is published here; load batches first")
    return closing(DuckDBWarehouse(folder))


def counts(folder: Path) -> list[tuple[str, str, int]]:
    """How many pairs each band has, by what found them."""
    f = fact_link.c
    with opened(folder) as warehouse, warehouse.connect() as connection:
        found = connection.execute(
            select(f.band_code, f.method_code, func.count())
            .group_by(f.band_code, f.method_code)
            .order_by(f.band_code, f.method_code)
        )
        return [(row[0], row[1], row[2]) for row in found]


def pairs_of(folder: Path, band: str) -> list[Row[Any]]:
    """The likeliest first."""
    f, e, u = fact_link.c, STAGED["enterprise_register.enterprises"].c, dim_labour_unit.c
    named = {"sector_code": "isic_section", "workers": "employees"}
    enterprise = [e[named.get(name, name)].label(f"e_{name}") for name in COMPARED]
    query = (
        select(
            f.enterprise_no,
            f.ss_number,
            f.probability,
            f.reasons,
            *enterprise,
            *(u[n].label(f"u_{n}") for n in COMPARED),
        )
        .join_from(fact_link, e.enterprise_no.table, f.enterprise_no == e.enterprise_no)
        .join(dim_labour_unit, and_(u.ss_number == f.ss_number, u.is_current == 1))
        .where(f.band_code == band)
        .order_by(f.probability.desc(), f.enterprise_no, f.ss_number)
    )
    with opened(folder) as warehouse, warehouse.connect() as connection:
        return list(connection.execute(query))


def write_review(folder: Path, file: Path, band: str) -> int:
    """The number of pairs in the workbook; LoadError where a sheet cannot hold them."""
    found = pairs_of(folder, band)
    if len(found) > LAST_ROW:
        raise LoadError(f"{len(found):,} pairs are more than an Excel sheet holds")
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties({"title": "SSIIS links", "created": CREATED})
        write_pairs(book, found)
        write_notes(book)
    return len(found)


def write_pairs(book: Workbook, found: Sequence[Row[Any]]) -> None:
    page = sheet(book, PAIRS)
    page.set_row(0, 3 * ROW_HEIGHT)
    text = style(book, num_format="@")
    for number, column in enumerate(COLUMNS):
        colour = {SAME: REQUIRED, ENTERPRISE_NO: KEY, SS_NUMBER: KEY}.get(column.name, OPTIONAL)
        head = style(
            book, bold=True, bg_color=colour, font_color="white" if colour == KEY else "black", border=1, text_wrap=True
        )
        page.set_column(number, number, column.width, text)
        page.write_string(0, number, f"{column.name}\n{column.title.lo}\n{column.title}", head)
    share, whole = style(book, num_format="0.00"), style(book, num_format="0")
    for line, row in enumerate(found, 1):
        for number, cell in enumerate(cells(row)):
            if isinstance(cell, float):
                page.write_number(line, number, cell, share)
            elif isinstance(cell, int):
                page.write_number(line, number, cell, whole)
            elif cell is not None:
                page.write_string(line, number, str(cell), text)
    page.data_validation(1, 0, max(1, len(found)), 0, {
        "validate": "list", "source": [*YES, *NO], "input_title": GUIDE[0].lo[:32], "input_message": f"{GUIDE[0]}\nyes / no",
        "error_title": "SSIIS", "error_message": "ແມ່ນ ຫຼື ບໍ່\nyes or no",
    })  # fmt: skip
    page.freeze_panes(1, 4)


def cells(row: Row[Any]) -> Iterator[Any]:
    """In the order of COLUMNS."""
    yield from (None, float(row.probability), row.enterprise_no, row.ss_number)
    for name in COMPARED:
        for side in "eu":
            yield spoken(name, row._mapping[f"{side}_{name}"])
    codes = json.loads(row.reasons)
    for language in reversed(LANGUAGES):
        yield "; ".join(LINK_REASON.title_of(code).in_(language) for code in codes)


def spoken(name: str, value: Any) -> Any:
    if name == "district_code" and value in DISTRICTS:
        return f"{value} {DISTRICTS[value].name_lo} / {DISTRICTS[value].name_en}"
    if name == "sector_code" and value in SECTOR:
        return f"{value} {SECTOR.title_of(value).lo} / {SECTOR.title_of(value)}"
    return value


def write_notes(book: Workbook) -> None:
    notes = sheet(book, NOTES)
    notes.set_column(0, 0, 24, style(book))
    notes.set_column(1, 2, 70, style(book))
    for line, text in enumerate(GUIDE):
        shape = style(book, bold=not line, font_size=11 if line else 14, text_wrap=True, valign="top")
        notes.set_row(line, 4 * ROW_HEIGHT if line else ROW_HEIGHT)
        notes.write_string(line, 1, text.lo, shape)
        notes.write_string(line, 2, str(text), shape)
    for line, column in enumerate(COLUMNS, len(GUIDE) + 1):
        for number, cell in enumerate((column.name, column.title.lo, str(column.title))):
            notes.write_string(line, number, cell, style(book))
