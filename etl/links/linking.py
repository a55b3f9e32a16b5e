"""The links: a person's word first, then what is exact, then likeness; no enterprise and no unit is linked twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from etl.links.bands import LEAST, LINKED, NOT_LINKED, TO_REVIEW, Bands
from etl.links.likeness import learnt, weighed
from etl.links.model import BLOCKS
from etl.links.reasons import give_reasons
from etl.links.registers import ENTERPRISE, UNIT, Connection, value

LINK = """create table link (enterprise_no varchar, ss_number varchar, probability double, band varchar, method varchar,
    because varchar, reasons varchar, decided_by varchar, decided_on date)"""
FREE = {ENTERPRISE: "enterprise_no", UNIT: "ss_number"}


@dataclass(frozen=True)
class Decision:
    """What a person said of a pair, the last word on it."""

    enterprise_no: str
    ss_number: str
    same: bool
    by: str
    on: date


Stated = tuple[str, str, int]  # enterprise, unit, inspection orders that name both


def link(con: Connection, stated: Iterable[Stated], decisions: Iterable[Decision], bands: Bands) -> None:
    """Make the table `link` of two opened registers."""
    con.execute(LINK)
    decide(con, decisions)
    believe_orders(con, stated)
    match_exactly(con)
    compare(con, bands)
    give_reasons(con)


def decide(con: Connection, decisions: Iterable[Decision]) -> None:
    """Pairs of which a side is in neither register wait until it is."""
    con.execute(
        "create table decision (enterprise_no varchar, ss_number varchar, same boolean, decided_by varchar, decided_on date)"
    )
    rows = [[d.enterprise_no, d.ss_number, d.same, d.by, d.on] for d in decisions]
    if rows:
        con.executemany("insert into decision values (?, ?, ?, ?, ?)", rows)
    con.execute(
        f"insert into link select enterprise_no, ss_number, cast(same as int), if(same, '{LINKED}', '{NOT_LINKED}'), "
        "'person', if(same, 'person:same', 'person:other'), null, decided_by, decided_on from decision "
        f"where enterprise_no in (select id from {ENTERPRISE}) and ss_number in (select id from {UNIT})"
    )


def add_exact(con: Connection, pairs: str, because: str) -> None:
    """Link pairs of which neither side is taken; `pairs` names neither side twice."""
    con.execute(
        f"insert into link select enterprise_no, ss_number, 1, '{LINKED}', 'exact', '{because}', null, null, null "
        f"from ({pairs}) where {free('enterprise_no')} and {free('ss_number')} and {not_refused()}"
    )


def free(side: str) -> str:
    return f"{side} not in (select {side} from link where band = '{LINKED}')"


def not_refused() -> str:
    return "(enterprise_no, ss_number) not in (select (enterprise_no, ss_number) from decision where not same)"


def believe_orders(con: Connection, stated: Iterable[Stated]) -> None:
    """Pairs that inspection orders name together; where they disagree, what more of them say than anything else."""
    con.execute("create table stated (enterprise_no varchar, ss_number varchar, orders integer)")
    rows = [list(row) for row in stated]
    if rows:
        con.executemany("insert into stated values (?, ?, ?)", rows)
    known = (
        f"select * from stated where enterprise_no in (select id from {ENTERPRISE}) and ss_number in (select id from {UNIT}) "
        f"and {not_refused()}"
    )
    firsts = " and ".join(
        f"orders > coalesce((select max(o.orders) from known o where o.{side} = k.{side} and o.{other} <> k.{other}), 0)"
        for side, other in (("enterprise_no", "ss_number"), ("ss_number", "enterprise_no"))
    )
    add_exact(
        con, f"with known as ({known}) select enterprise_no, ss_number from known k where {firsts}", "orders:both"
    )


def match_exactly(con: Connection) -> None:
    """One name in either script and one telephone, which nobody else in either register has together."""
    for name in ("en_words", "lo_words"):
        key = f"{name} || '|' || phone"
        once = {
            table: f"select {key} as k, min(id) as id from {table} where {key} is not null group by 1 having count(*) = 1"
            for table in (ENTERPRISE, UNIT)
        }
        pairs = f"select e.id as enterprise_no, u.id as ss_number from ({once[ENTERPRISE]}) e join ({once[UNIT]}) u using (k)"
        add_exact(con, pairs, "name_and_phone:same")


def compare(con: Connection, bands: Bands) -> None:
    """What is still free, by likeness. The odds of a pair are set against those of every rival that either side has:
    an enterprise is one unit at most, so two that look the same take half of the probability each."""
    for table, side in FREE.items():
        con.execute(
            f"create table free_{table} as select * from {table} where id not in (select {side} from link where band = '{LINKED}')"
        )
    if not any(value(con, f"select count(*) from free_enterprise join free_unit using ({block})") for block in BLOCKS):
        return
    model = learnt(con, ENTERPRISE, UNIT)
    already = value(con, f"select count(*) from link where band = '{LINKED}'")
    weighed(con, "free_enterprise", "free_unit", model.without(already), "weighed")
    con.execute(f"delete from weighed where not {not_refused()}")
    shared = "sum(odds) over (partition by enterprise_no) + sum(odds) over (partition by ss_number) - odds"
    firsts = " and ".join(
        f"row_number() over (partition by {side} order by odds desc, {other}) = 1"
        for side, other in (("enterprise_no", "ss_number"), ("ss_number", "enterprise_no"))
    )
    con.execute(
        f"create table candidate as select enterprise_no, ss_number, round(odds / (1 + {shared}), 4) as probability, "
        f"{firsts} as mutual from weighed"
    )
    band = (
        f"case when mutual and probability >= {bands.link_from} then '{LINKED}' "
        f"when probability >= {bands.review_from} then '{TO_REVIEW}' else '{NOT_LINKED}' end"
    )
    con.execute(
        f"insert into link select enterprise_no, ss_number, probability, {band}, 'model', null, null, null, null "
        f"from candidate where probability >= {LEAST} and (mutual or probability >= {bands.review_from})"
    )
