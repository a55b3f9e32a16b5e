"""The model of likeness: what is compared, in which levels, and how candidates are found; a Splink settings dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Parameters = Mapping[str, tuple[float, float]]  # level -> (m, u), each by the code of the level
MISSING = "missing"
RARITY = 1e-5  # no name is rarer than this: a typing error makes any name unique

EN, LO = "en_l = en_r", "lo_l = lo_r"


def near(a: str, b: str) -> str:
    """At most two letters apart. Most pairs are far from that, and the cheaper measure says so first."""
    return f"case when jaro_winkler_similarity({a}, {b}) >= 0.85 then levenshtein({a}, {b}) <= 2 else false end"


def within(script: str) -> str:
    """One name is the other with words left out; their marks, a bit for each word, say first where it cannot be."""
    left, right = f"{script}_marks_l", f"{script}_marks_r"
    a, b = (f"string_split({script}_{side}, ' ')" for side in "lr")
    return (
        f"case when {left} & {right} in ({left}, {right}) then list_has_all({a}, {b}) or list_has_all({b}, {a})"
        " else false end"
    )


NEAR_EN = (
    f"({near('en_l', 'en_r')} or {near('en_words_l', 'en_words_r')} or {within('en')}"
    " or starts_with(en_l, en_r) or starts_with(en_r, en_l))"
)
NEAR_LO = f"({near('lo_l', 'lo_r')} or {near('lo_words_l', 'lo_words_r')} or {within('lo')})"
NO_LAO = "lo_l is null or lo_r is null"


@dataclass(frozen=True)
class Level:
    code: str
    condition: str
    frequency: bool = False


@dataclass(frozen=True)
class Comparison:
    """Levels from the closest on; the first whose condition holds counts, the last holds of all that is left."""

    name: str
    missing: str
    levels: tuple[Level, ...]
    frequency_of: str = ""


ELSE = "ELSE"
COMPARISONS = (
    Comparison(
        "name", "en_l is null or en_r is null",
        (
            Level("same", f"{EN} and ({LO} or {NO_LAO})", True),
            Level("nearly", f"case when {EN} then {NEAR_LO} when {LO} then {NEAR_EN} else false end", True),
            Level("alike", f"case when {NEAR_EN} then {NEAR_LO} or {NO_LAO} else false end", True),
            Level("half", f"{EN} or {LO} or {NEAR_EN} or {NEAR_LO}"),
            Level("other", ELSE),
        ),
        "en",
    ),
    Comparison(
        "phone", "phone_l is null or phone_r is null",
        (
            Level("same", "phone_l = phone_r", True),
            Level("nearly", "damerau_levenshtein(phone_l, phone_r) <= 1"),
            Level("other", ELSE),
        ),
        "phone",
    ),
    Comparison(
        "village", "village_l is null or village_r is null",
        (
            Level("same", "village_l = village_r", True),
            Level("nearly", "damerau_levenshtein(village_l, village_r) <= 1 or jaro_winkler_similarity(village_l, village_r) >= 0.9"),
            Level("other", ELSE),
        ),
        "village",
    ),
    Comparison(
        "district", "district_l is null or district_r is null",
        (
            Level("same", "district_l = district_r", True),
            Level("province", "left(district_l, 2) = left(district_r, 2)"),
            Level("other", ELSE),
        ),
        "district",
    ),
    Comparison(
        "sector", "sector_l is null or sector_r is null",
        (Level("same", "sector_l = sector_r", True), Level("other", ELSE)),
        "sector",
    ),
    Comparison(
        "size", "size_l is null or size_r is null",
        (
            Level("same", "least(size_l, size_r) >= 20 and greatest(size_l, size_r) <= 1.25 * least(size_l, size_r)"),
            Level("nearly", "greatest(size_l, size_r) <= 1.25 * least(size_l, size_r)"),
            Level("alike", "abs(size_l - size_r) <= 2 or greatest(size_l, size_r) <= 2 * least(size_l, size_r)"),
            Level("other", ELSE),
        ),
    ),
    Comparison(
        "founded", "since_l is null or since_r is null",
        (Level("before", "since_l <= since_r + 90"), Level("after", ELSE)),
    ),
)  # fmt: skip
BLOCKS = {  # a candidate shares one of these; each is a column of both registers
    "block_phone": ("phone",),
    "block_en": ("left(district, 2)", "en_words"),
    "block_lo": ("left(district, 2)", "lo_words"),
    "block_start": ("district", "sector", "left(en, 5)"),
    "block_village": ("district", "village", "sector"),
    "block_village_en": ("district", "village", "left(en_words, 3)"),
}
TRAINED_ON = (  # pairs that are nearly all one and the same, found without what is to be learnt
    "l.block_phone = r.block_phone and l.phone = r.phone",
    "l.block_en = r.block_en and l.en = r.en and l.district = r.district and l.village = r.village",
)


def settings(parameters: Parameters, probability: float) -> dict[str, Any]:
    """Splink's form of the model, with its parameters."""
    return {
        "link_type": "link_only",
        "unique_id_column_name": "id",
        "probability_two_random_records_match": probability,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        "comparisons": [comparison(each, parameters) for each in COMPARISONS],
        "blocking_rules_to_generate_predictions": [blocking(block) for block in BLOCKS],
    }


def blocking(column: str) -> dict[str, str]:
    return {"blocking_rule": f"l.{column} = r.{column}", "sql_dialect": "duckdb"}


def comparison(each: Comparison, parameters: Parameters) -> dict[str, Any]:
    missing = {"sql_condition": each.missing, "label_for_charts": MISSING, "is_null_level": True}
    return {
        "output_column_name": each.name,
        "comparison_levels": [missing, *(level(each, item, parameters) for item in each.levels)],
    }


def level(of: Comparison, item: Level, parameters: Parameters) -> dict[str, Any]:
    m, u = parameters[f"{of.name}:{item.code}"]
    made: dict[str, Any] = {
        "sql_condition": item.condition, "label_for_charts": item.code, "m_probability": m, "u_probability": u,
    }  # fmt: skip
    if item.frequency:
        made |= {
            "tf_adjustment_column": of.frequency_of, "tf_adjustment_weight": 1.0, "tf_minimum_u_value": RARITY,
            "disable_tf_exact_match_detection": True,
        }  # fmt: skip
    return made
