"""What the tables of the star share: their metadata, columns with their meaning in both languages (in `info`), the slices."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, String

from warehouse.codes import METHOD, ORIGIN, SCHEME, SECTOR, SIZE, TYPE, CodeList
from warehouse.text import Text

STAR = MetaData()


def col(name: str, type_: Any, en: str, lo: str, codes: CodeList | None = None, **more: Any) -> Column[Any]:
    """`codes`: the list that the column's values are of; lists on the screen and the checks of a load read it here."""
    return Column(name, type_, info={"title": Text(en, lo=lo), "codes": codes}, **more)


def title(en: str, lo: str) -> dict[str, Text]:
    return {"title": Text(en, lo=lo)}


def place_and_kind() -> tuple[Column[Any], ...]:
    """The slices that a labour unit gives to whatever is counted about it."""
    return (
        col("province_code", String(2), "Province", "ແຂວງ"),
        col("district_code", String(4), "District", "ເມືອງ"),
        col("sector_code", String(1), "Sector", "ຂະແໜງການ", codes=SECTOR),
        col("size_code", String(7), "Size", "ຂະໜາດ", codes=SIZE),
        col("scheme_code", String(13), "Scheme", "ພາກ", codes=SCHEME),
    )


def inspection_slices() -> tuple[Column[Any], ...]:
    return (
        *place_and_kind(),
        col("type_code", String(14), "Type of inspection", "ປະເພດການກວດກາ", codes=TYPE),
        col("method_code", String(8), "Method", "ວິທີການ", codes=METHOD),
        col("origin_code", String(18), "Origin", "ທີ່ມາ", codes=ORIGIN),
        col("inspector_code", String, "Head of the team", "ຫົວໜ້າໜ່ວຍງານ"),
    )
