"""Every indicator is whole: named in both languages, cited, tested by hand and shown; and a wrong one cannot be declared."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from layouts.cards import DRILL_PAGES
from layouts.page import pages
from layouts.shell import top
from layouts.tables.lists import list_kind
from layouts.tables.records import Records
from layouts.view import View
from warehouse.indicators import INDICATORS, SLICES, SUBJECTS, Indicator, Measure
from warehouse.indicators import registered as register
from warehouse.indicators.measures import ACTIVE, INSPECTED, REGISTERED
from warehouse.indicators.model import count
from warehouse.periods import parse_period
from warehouse.star import fact_inspection
from warehouse.text import Text

LAO = re.compile(r"[\u0e80-\u0eff]")
SPECS = Path(__file__).parent / "spec"
WANTED = (
    "inspections", "units_inspected", "workers_covered", "indirect_share", "reactive_share", "plan_fulfilment",
    "inspection_coverage", "infringement_rate", "findings", "unregistered_workers_found", "undeclared_units_found",
    "obstruction_cases", "evaded_lak", "correction_rate", "workers_regularised", "registered_units",
    "insured_workers", "never_paid_units", "stopped_units", "compliance_rate", "on_time_rate",
    "contributions_due_lak", "contributions_paid_lak", "collection_rate", "inspectors_active", "inspector_fte",
    "inspections_per_fte_month", "hours_direct", "hours_indirect", "days_to_report", "days_to_close",
    "cost_per_inspection", "trained_share",
)  # fmt: skip

every = pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS)


@pytest.mark.parametrize("id_", WANTED)
def test_what_was_asked_for_exists(id_: str) -> None:
    assert INDICATORS[id_].id == id_


@every
def test_whole(indicator: Indicator) -> None:
    for text in (indicator.title, indicator.short, indicator.means, indicator.unit.name):
        assert text.strip() == text != ""
        assert LAO.search(text.lo), f"{text!r} has no Lao"
    assert len(indicator.short) <= len(indicator.title) + 3
    assert indicator.source.document
    assert indicator.good in ("up", "down", None) or 0 < float(indicator.good or 0) < 1
    assert set(indicator.slices) <= set(SLICES)
    assert "province" in indicator.slices
    assert indicator.drill
    assert indicator.checked <= date(2030, 1, 1)


@pytest.mark.parametrize("indicator", [i for i in INDICATORS.values() if i.drill in DRILL_PAGES], ids=lambda i: i.id)
def test_its_records_are_listed_on_the_page_that_it_leads_to(indicator: Indicator) -> None:
    assert list_kind(indicator.id).title == indicator.title
    page = next(page for page in pages() if page.path == DRILL_PAGES[indicator.drill or ""])
    lists = [block for block in page.blocks if isinstance(block, Records)]
    assert any(indicator.drill in block.drills for block in lists), f"{page.path} has no list of {indicator.drill}"


@every
def test_tested_by_hand(indicator: Indicator) -> None:
    assert f'"{indicator.id}"' in specs(), f"no test in tests/spec asks for {indicator.id}"


@cache
def specs() -> str:
    return "\n".join(path.read_text("utf-8") for path in SPECS.glob("test_*.py"))


@every
def test_on_a_page(indicator: Indicator) -> None:
    """In a block by name, or chosen on a page that lets one choose."""
    assert indicator.id in named() | offered(), f"{indicator.id} cannot be seen on any page"


@cache
def named() -> frozenset[str]:
    """What the blocks of pages name as their indicators."""
    blocks = [block for page in pages() for block in page.blocks]
    one = (getattr(block, "indicator", "") for block in blocks)
    several = (id_ for block in blocks for id_ in getattr(block, "indicators", ()))
    return frozenset(filter(None, (*one, *several)))


@cache
def offered() -> frozenset[str]:
    """What the choice of an indicator offers, on the pages that have one."""
    view = View(parse_period("2026-10"), date(2026, 10, 31), date(2026, 1, 1))
    choices = [repr(top(page, view)) for page in pages() if page.picks_indicator]
    return frozenset(id_ for id_ in INDICATORS if choices and all(repr(id_) in choice for choice in choices))


def test_pages_name_only_indicators() -> None:
    assert named() - set(INDICATORS) == set()
    assert len(named()) >= 12


def test_titles_differ() -> None:
    for name in ("title", "means"):
        for language in ("en", "lo"):
            said = [getattr(indicator, name).in_(language) for indicator in INDICATORS.values()]
            assert len(set(said)) == len(said), [text for text in said if said.count(text) > 1]


def test_subjects_hold_each_indicator_once() -> None:
    assert [indicator.id for subject in SUBJECTS.values() for indicator in subject] == list(INDICATORS)


SOUND = INDICATORS["indirect_share"]


def test_an_id_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="two indicators are called indirect_share"):
        register((SOUND,), (replace(SOUND, title=Text("Another", lo="ອື່ນ")),))


@pytest.mark.parametrize("id_", ["Indirect", "indirect-share", "indirect share", "", "share2", "ສ່ວນ"])
def test_a_bad_id_is_refused(id_: str) -> None:
    with pytest.raises(ValueError, match="lower-case letters and underscores"):
        replace(SOUND, id=id_)


def test_a_denominator_that_lacks_a_slice_must_say_so() -> None:
    with pytest.raises(ValueError, match=r"no \['district', .*name them in broad="):
        replace(SOUND, denominator=ACTIVE)
    with pytest.raises(ValueError, match=r"no \['method', 'origin', 'type'\]"):
        replace(SOUND, denominator=REGISTERED)
    assert replace(SOUND, denominator=REGISTERED, broad=("type", "method", "origin")).broad


def test_a_measure_is_a_flow_or_a_stock() -> None:
    with pytest.raises(ValueError, match="needs one of on, snapshot and alive"):
        Measure(fact_inspection, count())
    with pytest.raises(ValueError, match="needs one of on, snapshot and alive"):
        replace(INSPECTED, snapshot=fact_inspection.c.closed_on)
    assert (INSPECTED.is_stock, REGISTERED.is_stock) == (False, True)
