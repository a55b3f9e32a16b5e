"""Any date, moment and amount in any hand is read as what it is, and nothing that can be written breaks a reader."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.test_parse import DB, LAO, reader
from warehouse.sources import Kind


def read_all(kind: Kind, texts: list[str]) -> list[Any]:
    """As read, for many cells at once: planning a statement takes longer than running it."""
    found = DB.execute(f"select {reader(kind, None)} from (select unnest(?::varchar[]) as x) raw", [texts]).fetchall()
    return [row[0] for row in found]


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2399, 12, 31))
BLANKS = st.sampled_from(["", " ", "\u00a0", "\t", "\ufeff"])


@st.composite
def written_days(draw: st.DrawFn) -> tuple[str, date]:
    day, era = draw(DAYS), draw(st.sampled_from([0, 543]))
    year = day.year + (era if day.year + era >= 2400 else 0)
    text = draw(st.sampled_from([f"{day.day:02}/{day.month:02}/{year}", f"{year}-{day.month:02}-{day.day:02}"]))
    blank = draw(BLANKS)
    return blank + (text.translate(LAO) if draw(st.booleans()) else text) + blank, day


@given(st.lists(written_days(), min_size=20))
def test_any_date_in_any_hand(cells: list[tuple[str, date]]) -> None:
    assert read_all(Kind.DATE, [text for text, _ in cells]) == [day for _, day in cells]


@st.composite
def written_amounts(draw: st.DrawFn) -> tuple[str, int]:
    kip = draw(st.integers(min_value=0, max_value=10**15))
    text = f"{kip:,}".replace(",", draw(st.sampled_from(["", ",", ".", " ", "\u00a0"])))
    return (text.translate(LAO) if draw(st.booleans()) else text), kip


@given(st.lists(written_amounts(), min_size=20))
def test_any_amount_in_any_hand(cells: list[tuple[str, int]]) -> None:
    assert read_all(Kind.MONEY, [text for text, _ in cells]) == [kip for _, kip in cells]


@given(st.lists(st.datetimes(datetime(1950, 1, 1), datetime(2399, 12, 31)), min_size=20))  # noqa: DTZ001
def test_any_moment(moments: list[datetime]) -> None:
    assert read_all(Kind.TIMESTAMP, [str(moment) for moment in moments]) == moments


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=20))
def test_nothing_that_is_written_breaks_a_reader(texts: list[str]) -> None:
    for kind in (Kind.DATE, Kind.TIMESTAMP, Kind.MONTH, Kind.YEAR, Kind.MONEY, Kind.DECIMAL, Kind.BOOLEAN, Kind.TEXT):
        assert len(read_all(kind, texts)) == len(texts)
