"""Names, addresses and telephone numbers as Lao registers have them, and how a second register misspells them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from etl.sample.places import Place
from etl.sample.words import (
    ADDITIONS,
    COMPANIES,
    FAMILIES,
    FIRMS,
    FORMS,
    MEN,
    OFFICES,
    SHOPS,
    VILLAGES,
    WOMEN,
    Pair,
)

Draws = npt.NDArray[np.float64]
SPELLINGS_EN = (("ou", "u"), ("x", "s"), ("ph", "p"), ("eu", "e"), ("v", "w"), ("Co., Ltd", "Company Limited"))
SPELLINGS_LO = (("ຫຼ", "ຫລ"), ("ຈຳ", "ຈໍາ"), ("ບໍລິສັດ ", "ບໍລິສັດ"), ("ໄຊ", "ໄຊຍ"), ("ນ້ຳ", "ນໍ້າ"))


def taken(choices: tuple[Pair, ...], draw: float) -> Pair:
    return choices[int(draw * len(choices))]


def person(draws: Draws) -> Pair:
    """Mr or Ms, first and family name."""
    (mr, thao), given = (("Mr", "ທ້າວ"), MEN) if draws[0] < 0.5 else (("Ms", "ນາງ"), WOMEN)
    first, family = taken(given, draws[1]), taken(FAMILIES, draws[2])
    return f"{mr} {first[0]} {family[0]}", f"{thao} {first[1]} {family[1]}"


def unit_name(scheme: str, sector: str, size: int, place: Place, draws: Draws) -> Pair:
    if scheme == "voluntary":
        return person(draws)
    if scheme == "civil_servant":
        return office(sector, place, draws)
    firm, more = taken(FIRMS, draws[0]), taken(ADDITIONS, draws[1])
    name = tuple(f"{a} {b}".strip() for a, b in zip(firm, more, strict=True))
    small = sector in SHOPS and (size <= 10 or draws[2] < 0.3 or sector not in COMPANIES)
    if small:
        trade = taken(SHOPS[sector], draws[3])
        return f"{name[0]} {trade[0]}", f"{trade[1]} {name[1]}"
    trade, form = taken(COMPANIES[sector], draws[3]), taken(FORMS[: 4 if size > 200 else 3], draws[4])
    return f"{name[0]} {trade[0]} {form[0]}", f"ບໍລິສັດ {name[1]} {trade[1]} {form[1]}"


def office(sector: str, place: Place, draws: Draws) -> Pair:
    en, lo = taken(OFFICES[sector], draws[0])
    if draws[1] < 0.2:
        return f"{en} Department, {place.in_province.name_en}", f"ພະແນກ{lo} ແຂວງ{place.in_province.name_lo}"
    return f"{en} Office, {place.district.name_en} District", f"ຫ້ອງການ{lo} ເມືອງ{place.district.name_lo}"


def address(place: Place, draw: float) -> str:
    name = place.in_province.name_lo
    province = name if place.province == "01" else f"ແຂວງ{name}"
    return f"ບ້ານ{VILLAGES[int(draw * len(VILLAGES))]}, ເມືອງ{place.district.name_lo}, {province}"


def phone(draw: float) -> str:
    """Mobile 020 and eight digits, or a fixed line."""
    digits = f"{int(draw * 10**9):09d}"
    if digits[0] == "0":
        return f"021 {digits[1:7]}"
    return f"020{'2579'[int(digits[0]) % 4]}{digits[1:8]}"


def respelt(name: Pair, draw: float) -> Pair:
    """The same name as another office writes it."""
    en, lo = name
    old, new = SPELLINGS_EN[int(draw * 97) % len(SPELLINGS_EN)]
    en = en.replace(old, new) if draw < 0.75 else en.upper()
    old, new = SPELLINGS_LO[int(draw * 89) % len(SPELLINGS_LO)]
    return en, lo.replace(old, new)
