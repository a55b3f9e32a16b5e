"""Why a pair is what it is: the codes of what agrees and what does not, written beside it as JSON."""

from __future__ import annotations

from etl.links.model import COMPARISONS, ELSE, MISSING, Comparison
from etl.links.registers import ENTERPRISE, UNIT, Connection
from etl.parse import quoted

COMPARED = (
    "en",
    "en_words",
    "en_marks",
    "lo",
    "lo_words",
    "lo_marks",
    "phone",
    "village",
    "district",
    "sector",
    "size",
    "since",
)


def give_reasons(con: Connection) -> None:
    """Fill `link.reasons`: what decided first, then every comparison with its level."""
    found = ", ".join(agreement(each) for each in COMPARISONS)
    left, right = sides("l"), sides("r")
    con.execute(
        f"update link set reasons = to_json(list_filter([because, {found}], lambda code: code is not null)) "
        f"from (select id as enterprise_no, {left} from {ENTERPRISE}) l, (select id as ss_number, {right} from {UNIT}) r "
        "where link.enterprise_no = l.enterprise_no and link.ss_number = r.ss_number"
    )


def sides(side: str) -> str:
    return ", ".join(f"{column} as {column}_{side}" for column in COMPARED)


def agreement(of: Comparison) -> str:
    """SQL for the code of the level that a pair has."""
    cases = [(of.missing, MISSING), *((level.condition, level.code) for level in of.levels if level.condition != ELSE)]
    whens = " ".join(f"when {condition} then {quoted(f'{of.name}:{code}')}" for condition, code in cases)
    return f"case {whens} else {quoted(f'{of.name}:{of.levels[-1].code}')} end"
