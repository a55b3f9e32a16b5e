"""Which province or district each shape of a foreign file is, by its codes, its names and the province it lies in.

A column is believed only where its answers agree with the place: a running number from 1 to 18 looks like a code.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from geo.boundaries import BoundaryError, Level
from geo.places import DISTRICTS, PROVINCES, district_spellings, normalise_district, normalise_place, province_spellings

LIKE = 0.8  # how alike two spellings must be to count as one
GUESS = 0.5  # and to be offered as a guess
AGREES = 0.9  # of a code column's answers, the share that the place must bear out
_CODE = re.compile(r"(la)?\d{1,4}")
_ISO = re.compile(r"la[a-z]{2}")

CODE, ISO, NAME, LIKENESS, HAND = "code", "ISO code", "name", "likeness", "hand (--map)"
HOWS = (CODE, ISO, NAME, LIKENESS, HAND)


@dataclass(frozen=True, slots=True)
class Row:
    """One shape: its attributes as text, and the provinces that it lies in, the largest share first."""

    values: Mapping[str, str]
    inside: tuple[str, ...]


@dataclass(slots=True)
class Match:
    """What was found for a level: row -> code, and by what; names that contradict each other are no match."""

    level: Level
    titles: list[str]
    codes: dict[int, str] = field(default_factory=dict)
    hows: dict[int, str] = field(default_factory=dict)
    doubts: dict[int, str] = field(default_factory=dict)
    unheard: set[str] = field(default_factory=set)  # names given by hand that no shape bears

    def give(self, row: int, code: str, how: str) -> None:
        self.codes[row], self.hows[row] = code, how

    @property
    def wanted(self) -> Mapping[str, object]:
        return PROVINCES if self.level == "province" else DISTRICTS

    @property
    def whole(self) -> bool:
        """Every code has its shape, and no shape is left that says it is another's."""
        return not self.missing and set(self.doubts) <= set(self.codes)

    @property
    def missing(self) -> list[str]:
        return sorted(set(self.wanted) - set(self.codes.values()))


def match(rows: Sequence[Row], level: Level, names: Mapping[str, str]) -> Match:
    """Names given by hand first, then codes and exact names, then likeness among what is left in the same province."""
    columns = [c for c in rows[0].values if _tells_apart(rows, c)] if rows else []
    kinds = {c: kind for c in columns if (kind := _kind(rows, c, level))}
    named = [c for c in columns if c not in kinds and not _all_numbers(rows, c)]
    hits = {c: sum(_code(row.values[c], row, level) is not None for row in rows) for c in named}
    named = sorted((c for c in named if hits[c] * 4 >= max(hits.values())), key=lambda c: -hits[c])
    found = Match(level, [_title(row, [*named, *kinds, *columns]) for row in rows])
    _by_hand(found, rows, columns, names)
    _exactly(found, rows, kinds | dict.fromkeys((c for c in named if hits[c]), NAME))
    _codes_unlike_names(found, rows, named)
    _by_likeness(found, rows, named)
    return found


def _key(level: Level) -> Callable[[str], str]:
    return normalise_place if level == "province" else normalise_district


def spellings(row: Row, level: Level) -> dict[str, str]:
    """Spelling -> code among the places that a shape may be, given where it lies."""
    if level == "district":
        return {key: code for province in row.inside for key, code in district_spellings(province).items()}
    mine = {key: code for key, code in province_spellings().items() if code in row.inside}
    if "01" in row.inside:  # a bare Vientiane is the province in a list, but here the place decides
        mine = dict.fromkeys(map(normalise_place, ("Vientiane", "Viangchan", "ວຽງຈັນ")), "01") | mine
    return mine


def _code(text: str, row: Row, level: Level) -> str | None:
    key = _key(level)(text)
    return spellings(row, level).get(key) if key else None


def _tells_apart(rows: Sequence[Row], column: str) -> bool:
    """Whether a column can be a place's own: the name of a district's province would be the same on many rows."""
    texts = {row.values[column] for row in rows} - {""}
    return len(texts) * 2 >= len(rows)


def _all_numbers(rows: Sequence[Row], column: str) -> bool:
    return not any(any(c.isalpha() for c in row.values[column]) for row in rows)


def _kind(rows: Sequence[Row], column: str, level: Level) -> str | None:
    """A column of codes that the places bear out, or None."""
    filled = [row for row in rows if row.values[column]]
    keys = [_key(level)(row.values[column]) for row in filled]
    kind = CODE if all(map(_CODE.fullmatch, keys)) else ISO if all(map(_ISO.fullmatch, keys)) else None
    right = sum(_code(row.values[column], row, level) is not None for row in filled)
    return kind if kind and right >= AGREES * len(filled) else None


def _title(row: Row, columns: Sequence[str]) -> str:
    return next((row.values[c] for c in columns if row.values[c]), "(no name)")


def _by_hand(found: Match, rows: Sequence[Row], columns: Sequence[str], names: Mapping[str, str]) -> None:
    key = _key(found.level)
    for name, code in names.items():
        if code not in found.wanted:
            if code not in PROVINCES and code not in DISTRICTS:
                raise BoundaryError(f"--map {name}={code}: there is no place with the code {code}")
            found.unheard.add(name)  # meant for a layer of the other level
            continue
        bearers = [i for i, row in enumerate(rows) if key(name) in {key(row.values[c]) for c in columns}]
        if not bearers:
            found.unheard.add(name)
        for i in bearers:
            if len(bearers) == 1 or code[:2] in rows[i].inside:
                found.give(i, code, HAND)


def _exactly(found: Match, rows: Sequence[Row], columns: Mapping[str, str]) -> None:
    claims: dict[str, list[int]] = defaultdict(list)
    hows: dict[int, str] = {}
    for i, row in enumerate(rows):
        answers = {c: code for c in columns if (code := _code(row.values[c], row, found.level))}
        if len(set(answers.values())) > 1:
            said = ", ".join(f"{c} says {code}" for c, code in answers.items())
            found.doubts.setdefault(i, said)
        elif answers and i not in found.codes:
            column, code = next(iter(answers.items()))
            claims[code].append(i)
            hows[i] = columns[column]
    for code, claimants in claims.items():
        rivals = {found.titles[i] for i in claimants} | {found.titles[i] for i, c in found.codes.items() if c == code}
        for i in claimants:
            if len(rivals) == 1:
                found.give(i, code, hows[i])
            else:
                found.doubts[i] = f"{code} is claimed by {' and '.join(sorted(rivals))}"


def _codes_unlike_names(found: Match, rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Lists may number the same districts differently: a code does not count against a name that is like another's."""
    for i, code in list(found.codes.items()):
        if found.hows[i] == CODE:
            mine = likeness(rows[i], found.level, columns)
            other = max(mine, key=lambda c: mine[c], default=code)
            if mine.get(other, 0.0) >= LIKE and mine[other] > mine.get(code, 0.0):
                found.doubts[i] = f"its code says {code} {_name(code)}, its name {other} {_name(other)}"
                del found.codes[i], found.hows[i]


def likeness(row: Row, level: Level, columns: Sequence[str]) -> dict[str, float]:
    """Code -> how like the row's names are to its spellings."""
    texts = [key for c in columns if (key := _key(level)(row.values[c]))]
    best: dict[str, float] = defaultdict(float)
    for spelling, code in spellings(row, level).items():
        if not _CODE.fullmatch(spelling) and len(spelling) > 2:
            ratios = (SequenceMatcher(None, text, spelling).ratio() for text in texts)
            best[code] = max(best[code], *ratios, 0.0)
    return best


def _by_likeness(found: Match, rows: Sequence[Row], columns: Sequence[str]) -> None:
    """A pair that is alike enough and the best for both, without a tie."""
    free = set(found.missing)
    scores = {
        i: {code: ratio for code, ratio in likeness(row, found.level, columns).items() if code in free}
        for i, row in enumerate(rows)
        if i not in found.codes and i not in found.doubts
    }
    for i, mine in scores.items():
        code, ratio = max(mine.items(), key=lambda item: item[1], default=("", 0.0))
        rivals = [r for c, r in mine.items() if c != code]
        rivals += [theirs.get(code, 0.0) for j, theirs in scores.items() if j != i]
        if ratio >= LIKE and ratio > max(rivals, default=0.0):
            found.give(i, code, LIKENESS)
        elif code and (ratio >= GUESS or found.level == "province"):  # a province is told by its place
            found.doubts[i] = f"perhaps {code} {_name(code)}"


def _name(code: str) -> str:
    return (PROVINCES.get(code) or DISTRICTS[code]).name("en")
