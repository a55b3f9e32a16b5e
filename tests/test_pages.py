"""Every page in both languages: builds, fills, fails in parts only, and draws figures that plotly.js would take."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

import layouts.charts.trend as trend
from callbacks.answers import Answerer
from dashboard.app import create_app
from dashboard.settings import Settings
from layouts.blocks import Block, Table
from layouts.page import pages
from layouts.rows import grid
from layouts.view import Context, parse
from tests.web import Site, classes, query, site, texts, walk  # noqa: F401
from warehouse.engines import open_warehouse
from warehouse.indicators import INDICATORS
from warehouse.query import Question, values
from warehouse.records import InspectionList, ListColumn, answer
from warehouse.text import LANGUAGES, Text

PATHS = [page.path for page in pages()]
VIEWS = [
    query(period="2026-09"),
    query(period="2026-Q3", compare="year_before", indicator="collection_rate"),
    query(period="2026", compare="target", sector="C", size="small", theme="dark"),
    query(period="third", province="01", indicator="inspections_per_fte_month"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("search", VIEWS)
def test_every_page_fills(site: Site, path: str, language: str, search: str) -> None:  # noqa: F811
    filled = site.fill(site.path(path), f"{search}&lang={language}")
    assert not [c for c in classes(filled["main"]) if "failed" in c], texts(filled["main"])
    assert filled["told"]["lang"] == language
    for component in walk(filled["main"]):
        if component["type"] == "Graph":
            go.Figure(component["props"]["figure"])


@pytest.mark.parametrize("path", PATHS)
def test_every_figure_has_its_message_and_its_table(site: Site, path: str) -> None:  # noqa: F811
    main = site.fill(site.path(path), query(period="2026-09"))["main"]
    figures = [c for c in walk(main) if c["type"] == "Figure"]
    assert all(f["props"]["aria-label"] and f["props"]["role"] == "group" for f in figures)
    for section in (c for c in walk(main) if c["type"] == "Section"):
        if any(c["type"] == "Graph" for c in walk(section)):
            assert any(c["type"] == "Table" for c in walk(section)), section["props"]["id"]


BLOCKS = [(page.path, page.slug, block.id) for page in pages() for block in page.blocks]


@pytest.mark.parametrize(("path", "slug", "block"), BLOCKS)
def test_every_block_exports(site: Site, path: str, slug: str, block: str) -> None:  # noqa: F811
    key = site.keys.get(path, "")
    for ext, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")):
        asked = query(period="2026-09", province="01", lang="lo", key=key)
        got = site.client.get(f"/export/{slug}/{block}.{ext}{asked}")
        assert got.status_code == 200, got.text
        assert got.data.startswith(start)
        assert "attachment" in got.headers["Content-Disposition"]


def test_an_exported_list_has_every_row_of_its_number(site: Site) -> None:  # noqa: F811
    search = query(period="2026-09", list="infringement_rate")
    got = site.client.get(f"/export/inspections/records.csv{search}").data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(got.split("\r\n\r\n")[0].split("\n\n")[0])))
    told = texts(site.fill("/inspections", search)["main"])
    with open_warehouse(str(site.folder)).connect() as connection:
        view = parse({"period": "2026-09"}, Answerer(open_warehouse(str(site.folder))).context("en", "light"))
        number = values(connection, Question(("infringement_rate",), (view.period,)))[0].numerator
    count = sum(1 for row in rows[1:] if row and row[0] and not row[0].startswith("#"))
    assert count == number
    assert f"{count} rows" in told


@pytest.mark.parametrize(
    ("path", "search", "said"),
    [
        ("/", "?period=2031-05", "outside the data"),
        ("/", "?province=99", "not a province"),
        ("/nowhere", "", "no such page"),
        ("/province/99", "", "no such page"),
        ("/unit/of%2Fnobody", "", "nothing has the number of/nobody"),
        ("/inspection/none", "?lang=lo", "ບໍ່ມີເລກທີ none"),
        ("/search", query(q="zzzzzz"), "Nothing is found for “zzzzzz”"),
        ("/search", "", "What are you looking for?"),
        ("/", query(period="2026-09", sector="C", indicator="inspectors_active"), "is not known by"),
    ],
)
def test_what_cannot_be_shown_is_said(site: Site, path: str, search: str, said: str) -> None:  # noqa: F811
    filled = site.fill(path, search)
    assert said in texts(filled["main"])
    assert not [c for c in classes(filled["main"]) if "failed" in c]


def test_contributions_not_yet_due_are_no_zero(site: Site) -> None:  # noqa: F811
    assert "falls due on 15 November 2026" in texts(site.fill("/", query(period="2026-10"))["main"])


def test_one_block_fails_in_its_own_place(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    def broken(self: Block, answers: Any, view: Any) -> Any:
        raise RuntimeError("no")

    monkeypatch.setattr(trend.Trend, "draw", broken)
    main = site.fill("/", query(period="2026-08", indicator="findings"))["main"]
    assert len([c for c in classes(main) if c == "state failed"]) == 1
    assert any(c["type"] == "Graph" for c in walk(main))
    monkeypatch.undo()
    again = site.fill("/", query(period="2026-08", indicator="findings"))["main"]
    assert not [c for c in classes(again) if c == "state failed"]


def test_names_are_never_markup() -> None:
    name = "<script>alert(1)</script>"
    view = parse({}, Context(date(2026, 10, 31), date(2024, 8, 1)))
    table = Table((ListColumn("unit_name", Text("Unit", lo="ໜ່ວຍ")),), ((name,),))
    shown = grid(table, view, "x").to_plotly_json()
    assert name in str(shown)
    assert "dangerously" not in str(shown)


def test_urls_are_never_markup(site: Site) -> None:  # noqa: F811
    page = site.client.get("/?lang=<script>alert(1)</script>&theme=%22onload=%22x")
    assert "alert(1)" not in page.text
    assert "onload" not in page.text


def test_language_is_the_urls_then_the_cookies_then_the_browsers(site: Site) -> None:  # noqa: F811
    assert site.fill("/")["told"]["lang"] == "en"
    assert site.fill("/", **{"Accept-Language": "lo-LA,lo;q=0.9"})["told"]["lang"] == "lo"
    assert site.fill("/", "?lang=en", **{"Accept-Language": "lo", "Cookie": "lang=lo"})["told"]["lang"] == "en"
    told = site.fill("/", Cookie="lang=lo; theme=dark")["told"]
    assert (told["lang"], told["theme"]) == ("lo", "dark")


def test_nothing_of_the_document_leaves_the_host(site: Site) -> None:  # noqa: F811
    page = site.client.get("/")
    assert "https://" not in page.text.replace("https:\\u002f\\u002fdash-version", "")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    for name in ("bootstrap.css", "noto-sans-lao.ttf"):
        got = site.client.get(f"/vendor/{name}")
        assert got.status_code == 200
        assert b"sourceMappingURL" not in got.data


def test_shapes_are_served_with_every_province(site: Site) -> None:  # noqa: F811
    got = site.client.get("/geo/province.geojson")
    assert [f["id"] for f in got.get_json()["features"]] == [f"{n:02}" for n in range(1, 19)]
    assert site.client.get("/geo/village.geojson").status_code == 404


def test_a_supervisor_is_answered(site: Site, tmp_path: Any) -> None:  # noqa: F811
    assert site.client.get("/healthz").text == "ok\n"
    assert site.client.get("/readyz").get_json()["ready"] is True
    bare = create_app(Settings(str(tmp_path)))
    empty = bare.server.test_client()
    assert empty.get("/healthz").status_code == 200
    assert empty.get("/readyz").status_code == 503
    assert "There is no data yet" in texts(Site(bare, tmp_path).fill("/")["main"])


def test_every_indicator_is_on_a_page(site: Site) -> None:  # noqa: F811
    shown = texts(site.fill("/data")["main"])
    assert all(indicator.title in shown for indicator in INDICATORS.values())


def test_a_list_is_searched_and_sorted_by_the_server(site: Site) -> None:  # noqa: F811
    with open_warehouse(str(site.folder)).connect() as connection:
        first = answer(connection, InspectionList(limit=1)).rows[0][0]
    found = texts(site.fill("/inspections", query(period="third", q=first, sort="-inspection_no"))["main"])
    assert f"{first} " in found
    assert "1 rows" in found
