"""One spelling for what is searched: case, tone marks, spaces, signs and the letters that hands write in two ways are gone.

The loader spells names in SQL, a reader's words are spelled here; both follow the same lists.
"""

from __future__ import annotations

import re
import string

LAO = (("ໜ", "ຫນ"), ("ໝ", "ຫມ"), ("ຼ", "ລ"), ("ຣ", "ລ"), ("ຳ", "ໍາ"))
LATIN = (("x", "s"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"))  # one Lao sound, written in several ways
DIGITS, ACCENTED = "໐໑໒໓໔໕໖໗໘໙", "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
FROM, TO = DIGITS + ACCENTED, "0123456789" + "aaaaaaceeeeiiiinooooouuuuyy"
TONES = "\u0ec8\u0ec9\u0eca\u0ecb\u0ecc"
SIGNS = string.punctuation + string.whitespace + "\u00a0\u200b\u200c\u200d\ufeff–—‘’“”…·«»ຯໆ"
MARK = "|"  # before, between and after what a row is called
TABLE = str.maketrans(FROM, TO, TONES + SIGNS)


def spelled(text: str) -> str:
    """The letters, vowel signs and digits of a text, in one spelling."""
    one = text.lower()
    for either, same in (*LAO, *LATIN):
        one = one.replace(either, same)
    return one.translate(TABLE)


def spelled_sql(expression: str) -> str:
    """The same as an expression of DuckDB's SQL, in which MARK stays between what it joins; null of null.

    translate reads its lists again for every row, so only where a row has any of them.
    """
    one = f"lower({expression})"
    for either, same in (*LAO, *LATIN):
        one = f"replace({one}, '{either}', '{same}')"
    one = f"case when regexp_matches({one}, '[{FROM}]') then translate({one}, '{FROM}', '{TO}') else {one} end"
    dropped = re.escape((SIGNS + TONES).replace(MARK, "")).replace("'", "''")
    return f"regexp_replace({one}, '[{dropped}]', '', 'g')"
