"""How a second register writes what a first one knows: typed again by another hand, years apart, with its own habits and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from etl.sample.names import Draws, phone
from etl.sample.places import PLACES
from etl.sample.records import Row
from etl.sample.scale import SECTORS
from etl.sample.words import VILLAGES

TYPO_EN, TYPO_LO, NO_LAO = 0.25, 0.20, 0.10
FORM_CHANGED, SHORTENED, WORD_DROPPED, WORDS_MOVED = 0.40, 0.12, 0.10, 0.08
NO_PHONE, OTHER_PHONE, PHONE_WRITTEN_OTHERWISE = 0.35, 0.12, 0.25
NO_ADDRESS, OTHER_VILLAGE, VILLAGE_MISSPELT = 0.15, 0.05, 0.10
OTHER_PROVINCE, OTHER_DISTRICT, OTHER_SECTOR, NO_STAFF, OTHER_STAFF = 0.02, 0.06, 0.08, 0.10, 0.40
NEW_LICENCE, LICENSED_UNTIL = 0.12, date(2026, 6, 30)
FORMS_EN = ("Public Co.", "Sole Co., Ltd", "Company Limited", "Co., Ltd", "Co., LTD")
FORMS_EN_LATER = ("Company Limited", "Co Ltd", "Co.,Ltd.", "Sole Co., Ltd", "Ltd", "")
FORMS_LO = ("ຈຳກັດຜູ້ດຽວ", "ຈໍາກັດຜູ້ດຽວ", "ຈຳກັດ", "ຈໍາກັດ", "ມະຫາຊົນ")
FORMS_LO_LATER = ("ຈຳກັດ", "ຈໍາກັດ", "ຈຳກັດຜູ້ດຽວ", "ຈກ", "")
COMPANY_LO = ("ບໍລິສັດ ", "ບໍລິສັດ")
COMPANY_LO_LATER = ("ບໍລິສັດ ", "ບໍລິສັດ", "ບ. ", "ບໍລິສັດ ", "")
NUMBER_OF_DRAWS = 40


def rewritten(row: Row, draws: Draws) -> Row:
    """The row of an enterprise as the enterprise register has it."""
    draw = iter(draws.tolist())
    en, lo = renamed(row["name_en"], row["name_lo"], draw)
    place = replaced(row["district_code"], draw)
    row = row | {"name_en": en, "name_lo": None if next(draw) < NO_LAO else lo, "district_code": place}
    row["phone"] = called(row["phone"], draw)
    row["address"] = addressed(row["address"], draw)
    if next(draw) < OTHER_SECTOR:
        row["isic_section"] = SECTORS[int(next(draw) * len(SECTORS))]
    row["employees"] = counted(row["employees"], draw)
    row["registered_on"] = licensed(row["registered_on"], draw)
    return row


def renamed(en: str, lo: str, draw: Iterator[float]) -> tuple[str, str]:
    if next(draw) < FORM_CHANGED:
        en = reformed(en, FORMS_EN, FORMS_EN_LATER, next(draw))
        lo = reformed(lo, FORMS_LO, FORMS_LO_LATER, next(draw))
        if lo.startswith(COMPANY_LO[1]):
            bare = lo.removeprefix(COMPANY_LO[0]).removeprefix(COMPANY_LO[1])
            lo = COMPANY_LO_LATER[int(next(draw) * len(COMPANY_LO_LATER))] + bare
    if next(draw) < SHORTENED:
        en = shortened(en)
    if next(draw) < WORD_DROPPED:
        chosen = next(draw)
        en, lo = without_a_word(en, chosen), without_a_word(lo, chosen)
    if next(draw) < WORDS_MOVED:
        en, lo = moved(en), moved(lo)
    if next(draw) < TYPO_EN:
        en = mistyped(en, next(draw), next(draw))
    if next(draw) < TYPO_LO:
        lo = mistyped(lo, next(draw), next(draw))
    return en, lo


def reformed(name: str, forms: tuple[str, ...], later: tuple[str, ...], draw: float) -> str:
    """Another legal form, or the same one written otherwise; a name without one keeps none."""
    for form in forms:
        if name.endswith(form):
            return f"{name.removesuffix(form).rstrip()} {later[int(draw * len(later))]}".rstrip()
    return name


def shortened(name: str) -> str:
    """The last long word that belongs to no legal form, cut off."""
    words = name.split(" ")
    long = [i for i, word in enumerate(words) if i and len(word) > 6 and word not in ("Company", "Limited")]
    return " ".join(f"{word[:4]}." if long and i == long[-1] else word for i, word in enumerate(words))


def without_a_word(name: str, draw: float) -> str:
    """One of the words after the first, where that leaves two."""
    words = name.split(" ")
    if len(words) < 3:
        return name
    gone = 1 + int(draw * (len(words) - 1))
    return " ".join(words[:gone] + words[gone + 1 :])


def moved(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{rest} {first}".strip()


def mistyped(name: str, where: float, how: float) -> str:
    """A letter left out, doubled, or changed places with the next."""
    at = int(where * max(1, len(name) - 1))
    if how < 0.4:
        return name[:at] + name[at + 1 :] or name
    if how < 0.6:
        return name[: at + 1] + name[at:]
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def replaced(district: str, draw: Iterator[float]) -> str:
    """A district of another province, or another of the same one, now and then."""
    chance, chosen = next(draw), next(draw)
    if chance < OTHER_PROVINCE:
        return PLACES[int(chosen * len(PLACES))].code
    if chance < OTHER_PROVINCE + OTHER_DISTRICT:
        near = [place.code for place in PLACES if place.code[:2] == district[:2]]
        return near[int(chosen * len(near))]
    return district


def called(number: str, draw: Iterator[float]) -> str | None:
    chance, other = next(draw), next(draw)
    if chance < NO_PHONE:
        return None
    if chance < NO_PHONE + OTHER_PHONE:
        number = phone(other)
    if next(draw) < PHONE_WRITTEN_OTHERWISE:
        digits = number.replace(" ", "")
        return f"+856 {digits[1:3]} {digits[3:]}" if other < 0.5 else f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    return number


def addressed(address: str, draw: Iterator[float]) -> str | None:
    chance, chosen, where = next(draw), next(draw), next(draw)
    if chance < NO_ADDRESS:
        return None
    village, _, rest = address.partition(",")
    if chance < NO_ADDRESS + OTHER_VILLAGE:
        village = f"ບ້ານ{VILLAGES[int(chosen * len(VILLAGES))]}"
    elif chance < NO_ADDRESS + OTHER_VILLAGE + VILLAGE_MISSPELT:
        village = "ບ້ານ" + mistyped(village.removeprefix("ບ້ານ"), where, chosen)
    return f"{village},{rest}"


def counted(staff: int, draw: Iterator[float]) -> int | None:
    """The number of some other year."""
    chance, change = next(draw), next(draw)
    if chance < NO_STAFF:
        return None
    return max(1, round(staff * (0.6 + 0.8 * change))) if chance < NO_STAFF + OTHER_STAFF else staff


def licensed(registered: date, draw: Iterator[float]) -> date:
    """Who got a new licence stands in the register with its date."""
    chance, when = next(draw), next(draw)
    years = LICENSED_UNTIL - registered
    return (
        registered + timedelta(days=int(when * years.days)) if chance < NEW_LICENCE and years.days > 0 else registered
    )


def draws_for(count: int, rng: np.random.Generator) -> Draws:
    return rng.random((count, NUMBER_OF_DRAWS))
