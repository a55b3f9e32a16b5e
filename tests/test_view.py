"""The view reads from the URL and prints to it; what it cannot follow it names."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.view import Context, View, last_complete_month, parse

CONTEXT = Context(date(2026, 10, 31), date(2024, 8, 1))


def read(**query: str) -> View:
    return parse(query, CONTEXT)


@pytest.mark.parametrize(
    ("as_of", "month"),
    [(date(2026, 10, 31), "2026-10"), (date(2026, 10, 30), "2026-09"), (date(2026, 1, 5), "2025-12")],
)
def test_the_default_is_the_last_complete_month(as_of: date, month: str) -> None:
    assert last_complete_month(as_of).id == month
    assert parse({}, Context(as_of, date(2024, 8, 1))).period.id == month


@pytest.mark.parametrize("period", ["2026-10", "2026-Q3", "2026-H1", "2025", "second"])
def test_every_grain_reads(period: str) -> None:
    view = read(period=period)
    assert (view.period.id, view.notices) == (period, ())


@pytest.mark.parametrize(
    "query",
    [
        {"period": "2026-13"},
        {"period": "yesterday"},
        {"period": "2031-01"},
        {"period": "2020-01"},
        {"province": "99"},
        {"province": "01", "district": "0701"},
        {"sector": "Ω"},
        {"size": "<script>"},
        {"compare": "never"},
        {"indicator": "nothing"},
        {"level": "village"},
        {"list": "nothing"},
    ],
)
def test_what_cannot_be_followed_is_left_out_and_told(query: dict[str, str]) -> None:
    view = read(**query)
    assert len(view.notices) == 1
    assert view.notices[0].lo != str(view.notices[0])
    assert next(reversed(query.values())) in view.notices[0]
    assert parse(dict(parse_qsl(view.query())), CONTEXT).notices == ()


def test_a_view_prints_what_it_reads() -> None:
    asked = {
        "period": "2026-Q3", "compare": "year_before", "province": "07", "district": "0701", "sector": "C", "size": "small",
        "scheme": "enterprise", "indicator": "compliance_rate", "list": "findings", "method": "direct", "sort": "-found_on",
        "q": "ນ້ຳ & Co", "page": "3", "lang": "lo", "theme": "dark",
    }  # fmt: skip
    assert dict(parse_qsl(read(**asked).query())) == asked


def test_a_district_stands_for_its_province() -> None:
    view = read(district="0701")
    assert view.province == "07"
    assert view.where == (("district", ("0701",)),)


def test_a_link_begins_its_lists_anew_and_keeps_the_rest() -> None:
    view = read(period="2026-09", sector="C", page="4", q="x", sort="-findings")
    assert view.link("/inspections") == "/inspections?period=2026-09&lang=en&sector=C"


def test_a_province_is_in_the_path_of_its_page_only() -> None:
    assert "province=" not in read(province="07").link("/province/07")
    assert "province=07" in read(province="07").link("/inspections")


def test_comparisons() -> None:
    assert [read(period="2026-09", compare=c).compared for c in ("previous", "target")][1] is None
    before = read(period="2026-09").compared
    year = read(period="2026-09", compare="year_before").compared
    assert before is not None
    assert year is not None
    assert (before.id, year.id) == ("2026-08", "2025-09")
    assert read(period="2024-08").compared is None


def test_history_has_thirteen_periods_within_the_data() -> None:
    assert [p.id for p in read(period="2026-10").history][::12] == ["2025-10", "2026-10"]
    assert [p.id for p in read(period="2024-10").history] == ["2024-08", "2024-09", "2024-10"]
    assert len(read(period="2026-10").choices) == 27


@given(
    st.dictionaries(
        st.sampled_from(
            ["period", "compare", "province", "district", "sector", "page", "lang", "theme", "q", "list", "sort"]
        ),
        st.text(),
    )
)
def test_no_url_breaks_it(query: dict[str, str]) -> None:
    view = parse(query, CONTEXT)
    again = parse(dict(parse_qsl(view.query())), CONTEXT)
    assert (again.period, again.where, again.page) == (view.period, view.where, view.page)
