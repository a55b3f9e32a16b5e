"""How the same value is written by different hands: every spelling that the contract tolerates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import numpy as np

from etl.sample.records import Row, pick
from geo.places import PROVINCES
from warehouse.sources.contract import Field, Kind, Table

LAO_DIGITS = str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙")
BOOLEANS = (("1", "0"), ("true", "false"), ("yes", "no"), ("ແມ່ນ", "ບໍ່"))
THOUSANDS = (",", ".", " ")


def plain(value: Any, style: int = 1) -> str:
    """A value as a clean extract has it; `style` chooses the booleans of a file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return BOOLEANS[style % len(BOOLEANS)][0 if value else 1]
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def slashed(day: date, years: int) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year + years}"


def odd_date(value: date, rng: np.random.Generator) -> str:
    buddhist = f"{value.year + 543}-{value.month:02d}-{value.day:02d}"
    lao = value.isoformat().translate(LAO_DIGITS)
    return pick(rng, (slashed(value, 0), slashed(value, 543), buddhist, lao, slashed(value, 543).translate(LAO_DIGITS)))


def odd_money(value: int, rng: np.random.Generator) -> str:
    if rng.random() < 0.2:
        return str(value).translate(LAO_DIGITS)
    return f"{value:,}".replace(",", pick(rng, THOUSANDS))


def odd_province(value: str, rng: np.random.Generator) -> str:
    province = PROVINCES.get(value)
    if province is None:  # headquarters
        return f" {value} "
    usual = (province.iso, province.name_en, province.name_lo, province.name_en.upper(), f"{value} ")
    return pick(rng, (*usual, pick(rng, province.aliases)) if province.aliases else usual)


def odd_boolean(value: bool, rng: np.random.Generator) -> str:
    return pick(rng, BOOLEANS)[0 if value else 1]


def odd_number(value: Any, rng: np.random.Generator) -> str:
    return plain(value).translate(LAO_DIGITS) if rng.random() < 0.6 else f"  {plain(value)} "


def padded(value: Any, rng: np.random.Generator) -> str:
    return pick(rng, ("  {} ", "{}  ", " {}")).format(plain(value))


ODD: dict[Kind, Callable[[Any, np.random.Generator], str]] = {
    Kind.DATE: odd_date, Kind.MONEY: odd_money, Kind.PROVINCE: odd_province, Kind.BOOLEAN: odd_boolean,
    Kind.INTEGER: odd_number, Kind.DECIMAL: odd_number, Kind.YEAR: odd_number, Kind.MONTH: odd_number,
    Kind.DISTRICT: odd_number,
}  # fmt: skip


def odd(value: Any, field: Field, rng: np.random.Generator) -> str:
    return ODD.get(field.kind, padded)(value, rng)


def written(row: Row, table: Table, style: int) -> list[str]:
    """The cells of a row, in the contract's order; a column that the row lacks is an error of the sample."""
    return [plain(row[field.name], style) for field in table.fields]


def oddly_written(row: Row, table: Table, style: int, rng: np.random.Generator) -> list[str]:
    """The same with about a third of its cells as another hand would write them, at least one."""
    cells = written(row, table, style)
    filled = [i for i, field in enumerate(table.fields) if row[field.name] is not None]
    chosen = [i for i in filled if rng.random() < 0.3] or [pick(rng, filled)]
    for i in chosen:
        cells[i] = odd(row[table.fields[i].name], table.fields[i], rng)
    return cells
