"""Names, telephone numbers and villages brought to one spelling, so that two registers' ways to write them can be compared."""

from __future__ import annotations

import re
import unicodedata

FORMS_EN = frozenset(("co", "ltd", "limited", "company", "sole", "public", "plc", "inc", "corp", "corporation", "llc"))
FORMS_LO = re.compile("ບໍລິສັດ|ຫ້າງຫຸ້ນສ່ວນ|ລັດວິສາຫະກິດ|ວິສາຫະກິດ|ສ່ວນບຸກຄົນ|ຈຳກັດຜູ້ດຽວ|ຈຳກັດ|ມະຫາຊົນ|^ບ[.ຈສ. ]+(?= |$)|(?<= )ຈກ$|^ບ\\.")
ROMANISED = (  # one Lao sound, several spellings: the later ones build on the earlier
    ("ph", "p"), ("th", "t"), ("kh", "k"), ("gn", "ny"), ("nh", "n"), ("x", "s"), ("ou", "u"), ("oo", "u"), ("eu", "e"),
    ("ee", "i"), ("ae", "e"), ("w", "v"), ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"),
)  # fmt: skip
LAO_VARIANTS = (("ໍາ", "ຳ"), ("ໜ", "ຫນ"), ("ໝ", "ຫມ"), ("ຫຼ", "ຫລ"), ("ໄຊຍ", "ໄຊ"), ("ຣ", "ລ"))
TONES = re.compile("[\u0ec8-\u0ecc\u0ec6]")
VILLAGE = re.compile(r"^\s*(?:ບ້ານ|ບ\.|ban\s)\s*([^,،;/]+)", re.IGNORECASE)
DIGITS = str.maketrans("໐໑໒໓໔໕໖໗໘໙", "0123456789")
SUBSCRIBER = 6  # the last digits of a number that any way of dialling shares; a mobile number has two more
ONE_BYTE = {0x0E81 + k: chr(ord(":") + k) for k in range(0x0EC5 - 0x0E81)}
LAO = re.compile("[\u0e80-\u0eff]")
DOUBLED = re.compile(r"(.)\1+")
NOT_LETTERS = re.compile(r"[^\w\u0e80-\u0eff]+|_")


def latin(name: str | None) -> str:
    """Words in order, without legal form, in one romanisation; empty where nothing but a legal form is left."""
    text = unicodedata.normalize("NFC", name or "").casefold()
    words = [word for word in NOT_LETTERS.split(text) if word]
    kept = [word for word in words if word not in FORMS_EN]
    return " ".join(filter(None, map(romanised, kept)))


def romanised(word: str) -> str:
    for written, sound in ROMANISED:
        word = word.replace(written, sound)
    return DOUBLED.sub(r"\1", word)


def lao(name: str | None) -> str:
    """Words in order, without legal form, tone marks and second spellings."""
    text = TONES.sub("", composed(unicodedata.normalize("NFC", name or "").casefold()))
    text = FORMS_LO_TONELESS.sub(" ", text.strip())
    return " ".join(DOUBLED.sub(r"\1", word) for word in NOT_LETTERS.split(text) if word)


def composed(text: str) -> str:
    """Tone marks aside, ຳ may be typed as two signs; the same for what ligatures stand for."""
    text = re.sub("\u0ecd([\u0ec8-\u0ecb]?)\u0eb2", "\\1\u0eb3", text)
    for written, same in LAO_VARIANTS:
        text = text.replace(written, same)
    return text


FORMS_LO_TONELESS = re.compile(TONES.sub("", composed(FORMS_LO.pattern)))


def one_byte(name: str) -> str:
    """A Lao name with a Latin sign for each letter: distances then count letters, where DuckDB counts bytes, in a tenth of the time."""
    return name.translate(ONE_BYTE)


def in_order(name: str) -> str:
    """The same words from A to Z: a name whose words changed places stays the same."""
    return " ".join(sorted(name.split()))


def subscriber(phone: str | None) -> str | None:
    """The digits that tell a line from another, whatever stands before them; None where there are too few."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", phone or "").translate(DIGITS))
    for prefix in ("00856", "856"):
        if digits.startswith(prefix) and len(digits) > 9:
            digits = digits.removeprefix(prefix)
            break
    digits = digits.lstrip("0")
    return digits if len(digits) > SUBSCRIBER and len(set(digits)) > 1 else None


def village(address: str | None) -> str | None:
    """The village that an address names, in one spelling."""
    found = VILLAGE.match(address or "")
    if found is None:
        return None
    spelt = lao(found[1]) if LAO.search(found[1]) else latin(found[1])
    return spelt.replace(" ", "") or None
