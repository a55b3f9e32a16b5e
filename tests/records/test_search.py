"""The search: by number or name in either script, however it is spelled; the best first, and why."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.records.one_unit import TABLES
from warehouse.records import Listing, Search, answer
from warehouse.spelling import spelled, spelled_sql

Found = Callable[..., Listing]


@pytest.fixture
def found(asked_of: Any) -> Found:
    connection = asked_of(TABLES).connection
    return lambda text, **more: answer(connection, Search(text, **more))


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        ("01000001", "01000001", "ss_number"),
        (" 0100 0001 ", "01000001", "ss_number"),
        ("໐໑໐໐໐໐໐໑", "01000001", "ss_number"),
        ("T-11", "01000001", "tin"),
        ("t22", "e:90002", "tin"),
        ("90001", "01000001", "enterprise_no"),
        ("90002", "e:90002", "enterprise_no"),
        ("in 3", "IN/3", "inspection_no"),
        ("7000003", "07000003", "number_part"),
        ("PHONEXAY hotel", "01000001", "name"),
        ("hotel phon", "01000001", "name_en"),
        ("Phonesai", "", ""),
        ("phonesay", "01000001", "name_en"),
        ("ໂພນໄຊ", "01000001", "name_lo"),
        ("ໂພນໄຊໂຮງແຮມ", "", ""),
        ("ໂພນໄຊ ໂຮງ", "01000001", "name_lo"),
        ("ແສງດາລາໂຮງ", "", ""),
        ("ໂຮງແຮມແສງດາລາ", "01000002", "name"),
        ("ນຳ້ອູ", "07000003", "name_lo"),
        ("ນໍາອູ coffee", "07000003", "names"),
        ("stall noy", "IN/4", "name_en"),
        ("zzz", "", ""),
        ("%", "", ""),
        ("0", "", ""),
    ],
)
def test_what_is_found_first_and_why(found: Found, text: str, key: str, why: str) -> None:
    rows = found(text).records()
    assert (rows[0]["key"], rows[0]["why"]) == (key, why) if key else rows == []


def test_the_whole_number_comes_before_its_parts(found: Found) -> None:
    assert found("01000001").column("key") == ["01000001"]
    assert found("0100000").column("key") == ["01000001", "01000002"]


def test_names_that_begin_so_come_before_those_that_hold_it(found: Found) -> None:
    """The unit before the enterprise, what is open before what is closed; an inspection of a known unit has no name."""
    assert found("sengdara").column("key") == ["01000002", "e:90002"]
    assert found("hotel").column("key") == ["01000001", "01000002"]
    assert found("nam").column("key") == ["07000003"]


def test_pages_and_the_total(found: Found) -> None:
    first = found("0", limit=1)
    assert (first.total, first.rows) == (0, ())
    page = found("hotel", limit=1, offset=1)
    assert (page.total, page.column("key")) == (2, ["01000002"])


def test_both_spell_alike(tiny_batches: Path) -> None:
    """Every name of the sample, and letters that it lacks."""
    names = {"Café – Ñandú", "ຫຼວງ ໝື່ນ ນ້ຳ ໆ ຯ", "A|B", "ຣັດ\u200bວິສາຫະກິດ (໑໒)", "O'Neil [x] ^ \\ -"}
    for file in tiny_batches.glob("*/*/*s.csv"):
        if file.stem in ("labour_units", "enterprises"):
            with file.open(encoding="utf-8", newline="") as lines:
                names |= {
                    row[name] for row in csv.DictReader(lines) for name in ("name_en", "name_lo") if row.get(name)
                }
    assert len(names) > 100
    connection = duckdb.connect()
    connection.execute("create table names (name varchar)")
    connection.executemany("insert into names values (?)", [[name] for name in sorted(names)])
    written = connection.execute(f"select name, {spelled_sql('name')} from names").fetchall()
    assert [row for row in written if spelled(row[0]) != row[1].replace("|", "")] == []
