"""The Director's journeys in Chromium: nothing leaves the host, the console stays empty, axe finds no serious fault."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import ready
from tests.web import Site, query, site  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
WATCH = """(() => {
  let open = 0, last = Date.now();
  const real = window.fetch;
  window.fetch = function (url) {
    const ours = String(url).includes('/_dash-');
    if (ours) open++;
    const answer = real.apply(this, arguments);
    if (ours) answer.finally(() => { open--; last = Date.now(); });
    return answer;
  };
  window.__idle = () => open === 0 && Date.now() - last > 300 && !!document.querySelector('#main h1, #main .state')
    && document.documentElement.dataset.at === window.location.pathname + window.location.search
    && [...document.querySelectorAll('.dash-graph')].every(g => g.querySelector('.main-svg'));
})()"""
CENTRE = """([block, code]) => {
  const gd = document.querySelector(`#${block} .js-plotly-plot`), geo = gd._fullLayout.geo._subplot;
  const point = gd.calcdata[1].find(c => c.loc === code), at = geo.projection(point.ct), box = gd.getBoundingClientRect();
  return [box.left + at[0], box.top + at[1]];
}"""
PATHS = ("/", "/map", "/province/07", "/compliance", "/inspections", "/findings", "/enforcement", "/data")
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def base(site: Site) -> Iterator[str]:  # noqa: F811
    server = make_server("127.0.0.1", 0, ready(site.app).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    size = getattr(request, "param", (1440, 900))
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, base_url=base, accept_downloads=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    outside: list[str] = []
    said: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((base, "data:", "blob:")) else outside.append(r.url))
    page.on("console", lambda m: said.append(f"{m.type}: {m.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert outside == []
    assert said == []


def settle(page: Page) -> None:
    """wait_for_function evaluates a string, which the page's policy forbids: so we ask again and again."""
    for _ in range(300):
        if page.evaluate("() => window.__idle && window.__idle()"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the page did not come to rest: {page.inner_text('main')[:500]}")


def visit(page: Page, path: str) -> None:
    page.goto(path)
    settle(page)


def faults(page: Page) -> list[str]:
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in SERIOUS]


def test_the_directors_morning(page: Page) -> None:
    """Open, change the month, click a province on the map, see its inspections, change to Lao, reload the link."""
    visit(page, "/")
    page.select_option("#f-period", "2026-09")
    settle(page)
    assert "period=2026-09" in page.url
    assert "September 2026" in page.inner_text(".scope")
    page.evaluate("document.getElementById('map').scrollIntoView()")
    page.mouse.move(*page.evaluate(CENTRE, ["map", "13"]))
    page.wait_for_timeout(300)
    page.mouse.click(*page.evaluate(CENTRE, ["map", "13"]))
    page.wait_for_url("**/province/13?*")
    settle(page)
    assert "Savannakhet" in page.inner_text("h1")
    page.click("#cards .card:first-child .number a")
    settle(page)
    assert "/inspections" in page.url
    assert "province=13" in page.url
    count = page.inner_text("#records .told")
    assert "rows" in count
    page.click("text=ລາວ")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "lo"
    assert "ສະຫວັນນະເຂດ" in page.inner_text(".scope")
    link = page.url
    page.reload()
    settle(page)
    assert page.url == link
    assert page.evaluate("document.fonts.check('16px \"Noto Sans Lao\"', 'ກ')")


def test_back_and_forward(page: Page) -> None:
    visit(page, "/" + query(period="2026-08"))
    page.select_option("#f-sector", "C")
    settle(page)
    page.click(".pages a:has-text('Compliance')")
    settle(page)
    assert "sector=C" in page.url
    page.go_back()
    settle(page)
    assert page.input_value("#f-sector") == "C"
    assert page.inner_text("h1") == "How are we doing?"
    page.go_back()
    settle(page)
    assert page.input_value("#f-sector") == ""
    page.go_forward()
    settle(page)
    assert page.input_value("#f-sector") == "C"


def test_all_takes_a_filter_away(page: Page) -> None:
    """The first choice of each filter says what it stands for, and leaves nothing in the URL."""
    visit(page, "/" + query(sector="C", province="13"))
    for name, first in (("sector", "All"), ("province", "Whole country")):
        page.select_option(f"#f-{name}", label=first)
        settle(page)
        assert f"{name}=" not in page.url
        assert page.inner_text(f"#f-{name} option:checked") == first


def test_by_keyboard(page: Page) -> None:
    visit(page, "/" + query(period="2026-09"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus("#f-period")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert "period=2026-08" in page.url
    assert page.evaluate("document.activeElement.id") == "f-period"
    page.focus("#ranking summary")
    page.keyboard.press("Enter")
    assert page.is_visible("#ranking table")
    page.focus("#ranking tbody tr:first-child a")
    page.keyboard.press("Enter")
    settle(page)
    assert "/province/" in page.url


def test_lists_sort_page_and_search(page: Page) -> None:
    visit(page, "/inspections" + query(period="third"))
    page.click("#records thead a:has-text('Inspection number')")
    settle(page)
    first = page.inner_text("#records tbody tr:first-child th")
    assert page.get_attribute("#records thead th:first-child", "aria-sort") == "ascending"
    page.click("#records a[rel=next]")
    settle(page)
    assert page.inner_text("#records tbody tr:first-child th") > first
    page.fill("#records-search", first)
    page.keyboard.press("Enter")
    settle(page)
    assert page.inner_text("#records tbody tr:first-child th") == first


def test_from_a_search_to_a_unit_its_inspection_and_back(page: Page, site: Site) -> None:  # noqa: F811
    """By keyboard into the box, the number's unit first, its inspection by a click, the unit again by the browser's back."""
    inspection, unit = site.keys["/inspection/<key>"], site.keys["/unit/<key>"]
    visit(page, "/" + query(period="2026-09", lang="lo"))
    page.focus("#find")
    page.keyboard.type(unit)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    settle(page)
    assert f"q={unit}" in page.url
    assert "period=2026-09" in page.url
    assert "lang=lo" in page.url
    page.click("#found li:first-child a")
    page.wait_for_url(f"**/unit/{unit}?*")
    settle(page)
    name = page.inner_text("h1")
    assert unit in page.inner_text(".scope")
    page.click(f"#inspections a:has-text('{inspection}')")
    page.wait_for_url(f"**/inspection/{inspection}?*")
    settle(page)
    assert page.is_visible("#stages .stepper li")
    with page.expect_download() as waiting:
        page.click("#findings a[href*='.csv']")
    assert waiting.value.suggested_filename == f"ssiis-inspection-findings-{inspection}.csv"
    page.go_back()
    settle(page)
    assert page.inner_text("h1") == name
    page.go_back()
    settle(page)
    assert page.input_value("#find") == unit


def test_pictures_and_files_are_taken_along(page: Page) -> None:
    visit(page, "/" + query(period="2026-09"))
    for selector, name in (
        ("#trend [data-png]", "ssiis-trend.png"),
        ("#trend a[href*='.csv']", "ssiis-overview-trend-2026-09.csv"),
        ("#map a[href*='.xlsx']", "ssiis-overview-map-2026-09.xlsx"),
    ):
        with page.expect_download() as waiting:
            page.click(selector)
        assert waiting.value.suggested_filename == name


def test_the_map_plays(page: Page) -> None:
    visit(page, "/map" + query(period="2026-09"))
    page.click("#play [data-step='-1']")
    assert page.inner_text("#play output") == "August 2026"
    page.click("#play [data-step='1']")
    assert page.inner_text("#play output") == "September 2026"
    page.click("#play [data-step='play']")
    assert page.inner_text("#play output") == "September 2025"
    page.wait_for_timeout(1500)
    assert page.inner_text("#play output") != "September 2025"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("search", ["lang=en", "lang=lo&theme=dark"])
def test_axe_finds_no_serious_fault(page: Page, path: str, search: str) -> None:
    visit(page, f"{path}?period=2026-09&{search}")
    assert faults(page) == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("page", [(390, 844)], indirect=True)
def test_a_telephone_scrolls_one_way(page: Page, path: str) -> None:
    visit(page, f"{path}?period=2026-09&lang=lo")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click(".bar-fold summary")
    assert page.is_visible("#f-period")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


IN_SIGHT = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.left >= 0 && box.right <= window.innerWidth;
}"""


@pytest.mark.parametrize("page", [(390, 844)], indirect=True)
def test_the_names_of_the_pages_scroll_on_a_telephone(page: Page) -> None:
    """The page looked at is in sight, and whoever goes on by keyboard sees where they are."""
    visit(page, "/enforcement" + query(period="2026-09"))
    assert page.evaluate(IN_SIGHT, ".pages [aria-current]")
    assert not page.evaluate(IN_SIGHT, ".pages li:last-child a")
    page.focus(".pages [aria-current]")
    while not page.evaluate("document.activeElement.matches('.pages li:last-child a')"):
        page.keyboard.press("Tab")
    assert page.evaluate(IN_SIGHT, ".pages li:last-child a")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate(IN_SIGHT, ".pages [aria-current]")


@pytest.mark.parametrize("path", ["/unit/<key>", "/inspection/<key>", "/search"])
@pytest.mark.parametrize("page", [(1440, 900), (390, 844)], indirect=True)
def test_pages_about_one_can_be_read_by_all(page: Page, site: Site, path: str) -> None:  # noqa: F811
    page.emulate_media(reduced_motion="reduce")  # no colour is measured while the page fades in
    visit(page, site.path(path) + query(lang="lo", theme="dark", q="co"))
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_dark_is_kept(page: Page) -> None:
    visit(page, "/")
    page.click(".theme")
    settle(page)
    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"
    visit(page, "/data")
    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"


def test_paper(page: Page) -> None:
    visit(page, "/" + query(period="2026-09"))
    page.emulate_media(media="print")
    assert not page.is_visible("nav.pages")
    assert not page.is_visible(".block-foot")
    assert page.is_visible(".print-only")
    assert page.pdf(format="A4", landscape=True, prefer_css_page_size=True).startswith(b"%PDF")
