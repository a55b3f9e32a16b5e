"""One key for the many ways a Lao place name is written, so that spellings can be compared and joined on."""

import re
import unicodedata

PROVINCE_WORDS = frozenset({"province", "prov", "khoueng", "khwaeng", "of"})
DISTRICT_WORDS = frozenset({"district", "dist", "muang", "mueang", "meuang", "mouang", "of"})
_LAO_PROVINCE = "ແຂວງ"
_LAO_DISTRICT = ("ເມືອງ", "ນະຄອນ")

_LAO_DIGITS = str.maketrans("໐໑໒໓໔໕໖໗໘໙", "0123456789")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_LAO_TONES = re.compile("[\u0ec8-\u0ecc]")
_DECIMAL = re.compile(r"\s*\d+[.,](\d+)\s*")


def _letters(text: str) -> str:
    """Lower case without accents; Lao in one order, ຫຼ as ຫລ, ຣ as ລ, ໜ and ໝ taken apart, tone marks left out:
    they are often forgotten, or typed after the vowel (ນຳ້ for ນ້ຳ)."""
    plain = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    lao = _LAO_TONES.sub("", plain).replace("\u0ebc", "\u0ea5").replace("\u0ea3", "\u0ea5")
    return "".join(c for c in lao.translate(_LAO_DIGITS) if unicodedata.category(c) != "Cf")


def _key(text: str, words: frozenset[str], prefixes: tuple[str, ...]) -> str:
    if _DECIMAL.fullmatch(text):  # a number that a spreadsheet made of a code: 1.0 must not become 10
        whole, _, decimals = text.strip().replace(",", ".").partition(".")
        return whole if set(decimals) == {"0"} else text.strip()
    letters = _letters(text)
    tokens = re.split(r"[^\w\u0e80-\u0eff]+|_+", letters)
    key = "".join(token for token in tokens if token not in words)
    for prefix in prefixes:
        if key.startswith(_letters(prefix)) and key != _letters(prefix):
            key = key.removeprefix(_letters(prefix))
    return key


def normalise_place(text: str) -> str:
    """The key of a province's name or code: case, accents, spaces, punctuation and words like Province, ແຂວງ gone."""
    return _key(text, PROVINCE_WORDS, (_LAO_PROVINCE,))


def normalise_district(text: str) -> str:
    """The same for a district: District, Muang, ເມືອງ and ນະຄອນ (a city) are gone."""
    return _key(text, DISTRICT_WORDS, _LAO_DISTRICT)
