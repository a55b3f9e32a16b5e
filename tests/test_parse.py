"""How a cell becomes a value: every spelling that sources.md tolerates, and what is no value at all."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

import duckdb
import pytest

from etl.parse import macros, value_of
from warehouse.codes import METHOD, CodeList
from warehouse.sources import Field, Kind
from warehouse.text import Text

LAO = str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙")


def opened() -> duckdb.DuckDBPyConnection:
    db = duckdb.connect()
    for statement in macros():
        db.execute(statement)
    db.execute("create temp table known_district as select * from (values ('0101'), ('1805')) t (district_code)")
    return db


@cache
def reader(kind: Kind, codes: CodeList | None) -> str:
    return value_of(Field("x", Text("x", lo="x"), kind, codes=codes), "raw.x")


DB = opened()


def read(kind: Kind, text: str | None, codes: CodeList | None = None) -> Any:
    found = DB.execute(f"select {reader(kind, codes)} from (select cast(? as varchar) as x) raw", [text]).fetchone()
    assert found is not None
    return found[0]


DAY = date(2026, 10, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-10-31", DAY),
        ("31/10/2026", DAY),
        ("2569-10-31", DAY),  # Buddhist era: minus 543
        ("31/10/2569", DAY),
        ("໒໐໒໖-໑໐-໓໑", DAY),
        ("໓໑/໑໐/໒໕໖໙", DAY),
        ("໒໕໖໙-໑໐-໓໑", DAY),
        ("20໒໖-໑໐-໓໑", DAY),  # two hands on one keyboard
        ("  2026-10-31\t", DAY),
        ("\u00a031/10/2026\u200b", DAY),
        ("1/2/2026", date(2026, 2, 1)),  # the day before the month
        ("2026-2-1", date(2026, 2, 1)),
        ("2026-10-31 00:00:00", DAY),  # a spreadsheet's day
        ("2026-10-31T00:00", DAY),
        ("29/02/2567", date(2024, 2, 29)),  # 2024 is a leap year, though 2567 is not
        ("2567-02-29", date(2024, 2, 29)),
        ("29/02/2568", None),  # 2025 is not, though 2568 is
        ("2399-01-01", date(2399, 1, 1)),
        ("2493-01-01", date(1950, 1, 1)),
        ("1950-01-01", date(1950, 1, 1)),
        ("2492-12-31", None),  # older than anything here: a slip of the pen
        ("1949-12-31", None),
        ("31/02/2026", None),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("13/13/2026", None),
        ("31-10-2026", None),
        ("2026/10/31", None),
        ("10-31-2026", None),
        ("31/10/69", None),
        ("46326", None),
        ("31 October 2026", None),
        ("2026-10-31 14:30:00", None),
        ("0026-10-31", None),
        ("ບໍ່ຮູ້", None),
        ("n/a", None),
        ("", None),
        ("   ", None),
        (None, None),
    ],
)
def test_date(text: str | None, value: date | None) -> None:
    assert read(Kind.DATE, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-10-31 14:30:15", datetime(2026, 10, 31, 14, 30, 15)),  # noqa: DTZ001
        ("2026-10-31T14:30:15.5", datetime(2026, 10, 31, 14, 30, 15, 500_000)),  # noqa: DTZ001
        ("31/10/2569 8:05", datetime(2026, 10, 31, 8, 5)),  # noqa: DTZ001
        ("໒໕໖໙-໑໐-໓໑ ໐໘:໐໕", datetime(2026, 10, 31, 8, 5)),  # noqa: DTZ001
        ("2026-10-31", datetime(2026, 10, 31)),  # noqa: DTZ001
        ("2026-10-31 25:00:00", None),
        ("2026-10-31 afternoon", None),
        ("2026-02-30 10:00:00", None),
        ("14:30", None),
    ],
)
def test_timestamp(text: str, value: datetime | None) -> None:
    assert read(Kind.TIMESTAMP, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-10", date(2026, 10, 1)),
        (" 2026-10 ", date(2026, 10, 1)),
        ("2569-10", date(2026, 10, 1)),
        ("໒໐໒໖-໑໐", date(2026, 10, 1)),
        ("10/2026", date(2026, 10, 1)),
        ("10/2569", date(2026, 10, 1)),
        ("2026-1", date(2026, 1, 1)),
        ("2026-10-31", date(2026, 10, 1)),  # a spreadsheet makes a day of it
        ("2026-13", None),
        ("2026-00", None),
        ("2026", None),
        ("October", None),
    ],
)
def test_month(text: str, value: date | None) -> None:
    assert read(Kind.MONTH, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("2026", 2026), ("2569", 2026), ("໒໕໖໙", 2026), (" 2026 ", 2026), ("26", None), ("2026.5", None)],
)
def test_year(text: str, value: int | None) -> None:
    assert read(Kind.YEAR, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1500000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1\u00a0500\u202f000", 1_500_000),
        ("໑໕໐໐໐໐໐", 1_500_000),
        ("໑.໕໐໐.໐໐໐", 1_500_000),
        ("  1500000 ", 1_500_000),
        ("1.500", 1_500),
        ("0", 0),
        ("007", 7),
        ("-1500000", -1_500_000),  # read, then rejected as negative
        ("−1,500", -1_500),
        ("1500.50", None),  # whole kip
        ("1,5", None),
        ("1,50,000", None),
        ("1.500,000,0", None),
        ("15000000000000000000000", None),
        ("1e6", None),
        ("1500 kip", None),
        ("₭1500", None),
        ("?", None),
    ],
)
def test_money(text: str, value: int | None) -> None:
    assert read(Kind.MONEY, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7.5", 7.5),
        ("7,5", 7.5),
        ("໗.໕", 7.5),
        (" 0.5 ", 0.5),
        ("12", 12),
        ("1,234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("-2.5", -2.5),
        (".5", None),
        ("7.5 h", None),
        ("", None),
    ],
)
def test_decimal(text: str, value: float | None) -> None:
    assert read(Kind.DECIMAL, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, True) for text in ("1", "true", "yes", "ແມ່ນ", "TRUE", "Yes", " ແມ່ນ ", "໑")),
        *((text, False) for text in ("0", "false", "no", "ບໍ່", "False", "NO", " ບໍ່ ", "໐")),
        *((text, None) for text in ("2", "maybe", "", "x", "ok", "-")),
    ],
)
def test_boolean(text: str, value: bool | None) -> None:
    assert read(Kind.BOOLEAN, text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("  ສະບາຍດີ\r\n", "ສະບາຍດີ"),
        ("Cafe\u0301", "Café"),  # Unicode NFC
        ("two  words", "two  words"),
        ("line\nbreak", "line\nbreak"),
        ("ຮ້ານ ໑໒", "ຮ້ານ ໑໒"),
        (" ", None),
    ],
)
def test_text(text: str, value: str | None) -> None:
    assert read(Kind.TEXT, text) == value


@pytest.mark.parametrize(("text", "value"), [(" SS-໐໑໒ ", "SS-012"), ("007", "007"), ("\ufeffA", "A"), ("", None)])
def test_identifier(text: str, value: str | None) -> None:
    """Zeros stand; a Lao digit is a digit, so that a reference meets its key."""
    assert read(Kind.IDENTIFIER, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("direct", "direct"), (" indirect ", "indirect"), ("Direct", "direct"), ("by post", None), ("", None)],
)
def test_code(text: str, value: str | None) -> None:
    assert read(Kind.CODE, text, METHOD) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0101", "0101"), ("໐໑໐໑", "0101"), ("101", "0101"), (" 1805 ", "1805"), ("9999", None), ("", None)],
)
def test_district(text: str, value: str | None) -> None:
    """101 is what a spreadsheet leaves of 0101."""
    assert read(Kind.DISTRICT, text) == value
