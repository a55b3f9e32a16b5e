"""Loading: batches by date, each whole or not at all; the same rows give the same warehouse in whatever order and form they come."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import openpyxl
import pytest

from etl.publish import only_load
from tests.loading import (
    FIRST,
    KPI,
    ONE,
    ROOT,
    SECOND,
    THIRD,
    TWO,
    UNITS,
    UNITS_HEADER,
    asked,
    command,
    contents,
    copy_of,
    current,
    debris,
    delivery,
    first,
    kpi,
    load,
    ssiis,
    taken,
    three_batches,
)


@pytest.fixture(scope="module")
def batches(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return three_batches(tmp_path_factory.mktemp("run") / "batches")


@pytest.fixture(scope="module")
def in_order(batches: list[Path]) -> Path:
    """All three batches in one load of the folder that holds them."""
    return taken(batches[0].parent.parent / "in_order", batches[0].parent)


@pytest.fixture
def warehouse(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the first batch's."""
    return copy_of(first(tmp_path_factory), tmp_path / "warehouse")


def state(warehouse: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file of the warehouse with its identity, its time and its bytes."""
    files = (path for path in warehouse.rglob("*") if path.is_file() and path.name != "load.lock")
    return {str(p.relative_to(warehouse)): (p.stat().st_ino, p.stat().st_mtime_ns, p.read_bytes()) for p in files}


def test_a_late_batch_counts_as_if_it_had_come_in_time(warehouse: Path, batches: list[Path], in_order: Path) -> None:
    taken(warehouse, batches[2])
    said = ssiis("load", batches[1], "--warehouse", warehouse)
    assert said.status == 0
    assert "2026-09-30 is older than what is loaded: everything is built again" in said.err
    assert said.out.startswith("loaded 2026-09-30\n3 rows read = 3 loaded + 0 superseded + 0 rejected"), said.out
    assert contents(warehouse) == contents(in_order)


def test_the_same_batches_twice_change_nothing(in_order: Path, batches: list[Path], tmp_path: Path) -> None:
    before = state(in_order)
    moved = copy_of(batches[0].parent, tmp_path / "elsewhere")
    for again in (batches[0].parent, moved):
        said = load(in_order, again)
        assert said.status == 0
        assert said.out.count("loaded before, nothing to do") == 3
        assert "the published warehouse is unchanged" in said.out
    assert state(in_order) == before


def test_another_batch_of_the_same_date_is_refused(warehouse: Path, tmp_path: Path) -> None:
    before = state(warehouse)
    said = load(warehouse, delivery(tmp_path / "other", FIRST, TWO))
    assert said.status == 1
    assert "a batch of 2026-08-31 with other contents is loaded already" in said.err
    assert "deliver the correction as a batch of a later date" in said.err
    assert state(warehouse) == before


def test_two_folders_of_one_date_are_refused(warehouse: Path, batches: list[Path], tmp_path: Path) -> None:
    said = load(warehouse, batches[1], delivery(tmp_path / "other", SECOND, TWO))
    assert said.status == 1
    assert "are both batch 2026-09-30: keep one" in said.err


def test_batches_before_a_bad_one_are_published_and_those_after_it_are_not(
    warehouse: Path, batches: list[Path], in_order: Path, tmp_path: Path
) -> None:
    bad = delivery(tmp_path / "more", THIRD, {"lsso/labour_units.csv": "ss_number\nSS1\n"})
    later = delivery(tmp_path / "more", "2026-11-30", TWO)
    said = load(warehouse, batches[1], bad, later)
    assert said.status == 1
    assert said.out.startswith("loaded 2026-09-30\n")
    assert "not loaded: 2026-10-31, 2026-11-30\n" in said.out
    assert "2026-10-31/lsso/labour_units.csv: column name_en" in said.err
    assert asked(warehouse, "select cast(batch_on as varchar) from audit_batch order by 1") == [(FIRST,), (SECOND,)]
    assert sorted(path.name for path in (warehouse / "raw").iterdir()) == [FIRST, SECOND]
    taken(warehouse, batches[2])
    assert contents(warehouse) == contents(in_order), "batch by batch is the same as all at once"
    assert not debris(warehouse)


def test_a_workbook_gives_the_same_warehouse_as_text_wherever_it_lies(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    books: dict[str, openpyxl.Workbook] = {}
    for place, text in ONE.items():
        source, table = place.removesuffix(".csv").split("/")
        sheet = books.setdefault(source, openpyxl.Workbook()).create_sheet(table.upper())
        for line in str(text).splitlines():
            sheet.append([int(cell) if cell.isdecimal() and cell[0] != "0" else cell for cell in line.split(",")])
    odd = tmp_path / "we ird [x] % # * ' é ລາວ" / "year=2026"
    batch = odd / "why?" / FIRST
    batch.mkdir(parents=True)
    for source, book in books.items():
        book.save(batch / f"{source}.xlsx")
    warehouse = taken(odd / "warehouse", batch)
    aside = "received_at file fingerprint row"
    assert contents(warehouse, aside=aside) == contents(first(tmp_path_factory), aside=aside)
    assert "loaded before" in ssiis("load", batch, "--warehouse", f"duckdb:///{warehouse}").out
    assert "no folder with a question mark" in load(odd / "w?", batch).err


def test_paths_may_be_relative_repeated_and_folders_of_batches(
    tmp_path: Path, batches: list[Path], in_order: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(batches[0].parent)
    here = os.path.relpath(in_order)
    said = ssiis("load", ".", FIRST, Path("..") / "batches" / SECOND, "--warehouse", f"duckdb:///{here}", "--quiet")
    assert (said.status, said.out.count("loaded before")) == (0, 3), said


def test_steps_are_told_with_rows_and_rates_and_a_summary_ends_it(warehouse: Path, tmp_path: Path) -> None:
    """Of a batch with one new table and one that is empty; the others are absent."""
    before = contents(warehouse)
    tickets = "".join(f"T{n},2026-08-01,01,telephone,legal,,\n" for n in range(20_000))
    header = "ticket_no,opened_on,province_code,channel,topic,answered_on,closed_on\n"
    tables = {"helpdesk/tickets.csv": header + tickets, "lsso/labour_units.csv": UNITS_HEADER + "\n"}
    said = ssiis("load", delivery(tmp_path, SECOND, tables), "--warehouse", warehouse)
    steps = said.err.splitlines()
    assert re.search(r"^  2026-09-30 read helpdesk.tickets +\d+\.\d\d s +20,000 rows +[\d,]+/s$", steps[1]), steps
    titles = [re.split(r" {2,}", step.strip())[0] for step in steps]
    wanted = ["copy the published warehouse", "2026-09-30 check helpdesk.tickets", "check", "write to disk", "publish"]
    assert [title for title in titles if title in wanted] == wanted
    assert sum(title.startswith("build ") for title in titles) > 5
    assert said.out.splitlines() == [
        "loaded 2026-09-30",
        "20,000 rows read = 20,000 loaded + 0 superseded + 0 rejected; 0 warnings",
        f"published {current(warehouse)}",
    ]
    accounts = (
        "select read, loaded, superseded, rejected, warnings from audit_account where source = 'lsso' order by batch_on"
    )
    assert asked(warehouse, accounts)[-1] == (0, 0, 0, 0, 0)
    after, kept = (
        contents(warehouse),
        ("dim_labour_unit", "dim_inspector", "fact_inspection", "fact_team", "fact_finding"),
    )
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_a_second_load_is_refused_while_one_runs(warehouse: Path, batches: list[Path]) -> None:
    before = state(warehouse)
    with only_load(warehouse):
        words = command("load", batches[1], "--warehouse", warehouse)
        other = subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)
        here = ssiis("rebuild", "--warehouse", warehouse)
        for status, err in ((other.returncode, other.stderr), (here.status, here.err)):
            assert (status, f"another load is running in {warehouse} (process {os.getpid()}); wait" in err) == (
                1,
                True,
            ), err
        assert kpi(warehouse)
    assert state(warehouse) == before


def test_numbers_of_the_three_batches(in_order: Path) -> None:
    """By hand: two inspections; SS1 paid June in time and July late, owes August and September; SS2 paid July late."""
    found = {(r["indicator"], r["period"]): r["value"] for r in kpi(in_order)}
    assert [found["inspections", f"2026-{month:02}"] for month in range(6, 11)] == [0, 1, 1, 0, 0]
    assert found["collection_rate", "2026-07"] == 1.0
    assert ssiis(*KPI, "--by", "province", "--warehouse", in_order).status == 0


def test_what_looks_like_a_batch_and_is_none_is_not_passed_over(tmp_path: Path, warehouse: Path) -> None:
    parent = tmp_path / "deliveries"
    delivery(parent, SECOND, TWO)
    delivery(parent, "30-10-2026", {"lsso/labour_units.csv": UNITS})
    (parent / "notes").mkdir()
    said = load(warehouse, parent)
    assert said.status == 1
    assert "30-10-2026: holds extracts, but its name is no date; rename it" in said.err
