"""Short spellings for the fields that many tables share, so that a table's declaration reads like the contract."""

from __future__ import annotations

from typing import Any

from warehouse.codes import SCHEME, SECTOR, CodeList
from warehouse.sources.contract import Field, Kind
from warehouse.text import Text


def key(name: str, en: str, lo: str, kind: Kind = Kind.IDENTIFIER, **more: Any) -> Field:
    return Field(name, Text(en, lo=lo), kind, key=True, **more)


def needed(name: str, en: str, lo: str, kind: Kind = Kind.TEXT, **more: Any) -> Field:
    return Field(name, Text(en, lo=lo), kind, required=True, **more)


def optional(name: str, en: str, lo: str, kind: Kind = Kind.TEXT, **more: Any) -> Field:
    return Field(name, Text(en, lo=lo), kind, **more)


def code(name: str, codes: CodeList, en: str = "", lo: str = "", *, required: bool = True) -> Field:
    title = Text(en, lo=lo) if en else codes.title
    return Field(name, title, Kind.CODE, required=required, codes=codes)


def refers(name: str, table: str, en: str, lo: str, *, required: bool = True, **more: Any) -> Field:
    return Field(name, Text(en, lo=lo), Kind.IDENTIFIER, required=required, references=table, **more)


def unit(*, required: bool) -> Field:
    return refers("ss_number", "lsso.labour_units", "Social security number", "ລະຫັດປະກັນສັງຄົມ", required=required)


def unit_key() -> Field:
    return key("ss_number", "Social security number", "ລະຫັດປະກັນສັງຄົມ", references="lsso.labour_units")


def inspection(*, required: bool) -> Field:
    return refers("inspection_no", "inspections.orders", "Inspection number", "ເລກທີການກວດກາ", required=required)


def measure() -> Field:
    return refers("measure_no", "inspections.measures", "Measure number", "ເລກທີມາດຕະການ")


def enterprise() -> Field:
    return refers(
        "enterprise_no",
        "enterprise_register.enterprises",
        "Enterprise number",
        "ເລກທະບຽນວິສາຫະກິດ",
        required=False,
        doubt_only=True,
    )


def province() -> Field:
    return needed("province_code", "Province", "ແຂວງ", Kind.PROVINCE)


def district() -> Field:
    return needed("district_code", "District", "ເມືອງ", Kind.DISTRICT)


def sector() -> Field:
    return code("isic_section", SECTOR, "Sector (ISIC section)", "ຂະແໜງການ (ISIC)")


def scheme() -> Field:
    return code("scheme", SCHEME)


def workers(name: str, en: str, lo: str, *, required: bool = False) -> Field:
    return Field(name, Text(en, lo=lo), Kind.INTEGER, required=required)


def updated() -> Field:
    return needed("updated_at", "Updated at", "ປັບປຸງເມື່ອ", Kind.TIMESTAMP)
