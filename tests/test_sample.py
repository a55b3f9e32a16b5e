"""The synthetic country: complete, the same every time, believable, and as dirty as real extracts are."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pytest

from etl.sample import write_sample
from etl.sample.orders import Inspection
from etl.sample.scale import BATCHES, SCALES
from etl.sample.units import build_units
from etl.sample.world import World, build_world
from geo.places import PROVINCES
from warehouse.reference import phases
from warehouse.sources import CONTRACT

Lines = list[dict[str, str]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("sample")
    write_sample(directory, "tiny")
    return directory


@pytest.fixture(scope="module")
def world() -> World:
    return build_world(SCALES["tiny"], 20240801)


def hashes(directory: Path) -> dict[str, str]:
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def header(batch: Path, source: str, table: str) -> list[str] | None:
    """The columns of a table in a batch, in whatever form it came."""
    stem = batch / source / table
    if (book := stem.parent.with_suffix(".xlsx")).exists():
        return [str(cell.value) for cell in openpyxl.load_workbook(book)[table][1]]
    if (file := stem.with_suffix(".parquet")).exists():
        return list(pq.read_schema(file).names)
    for suffix, opened in ((".csv", Path.read_bytes), (".csv.gz", lambda path: gzip.decompress(path.read_bytes()))):
        if (file := stem.with_name(table + suffix)).exists():
            return next(csv.reader(io.StringIO(opened(file).decode("utf-8-sig", "replace"))))
    return None


def lines(directory: Path, source: str, table: str, batch: str = "*") -> Lines:
    """Every line of a table's CSV files over the batches, as it stands."""
    found: Lines = []
    for path in sorted(directory.glob(f"{batch}/{source}/{table}.csv")):
        found += csv.DictReader(io.StringIO(path.read_text("utf-8-sig", "replace")))
    return found


def all_cells(directory: Path) -> Iterator[str]:
    for path in sorted(directory.rglob("*.csv")):
        for line in csv.reader(io.StringIO(path.read_text("utf-8", "replace"))):
            yield from line


def test_the_same_seed_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, "tiny")
    assert hashes(tmp_path) == hashes(sample)


def test_another_seed_gives_another_country(sample: Path, tmp_path: Path) -> None:
    write_sample(tmp_path, "tiny", seed=1)
    assert hashes(tmp_path) != hashes(sample)


def test_the_first_batch_has_every_table_with_every_column(sample: Path) -> None:
    for source, table in CONTRACT.tables():
        assert header(sample / str(BATCHES[0]), source.name, table.name) == [f.name for f in table.fields], table.name


def test_a_table_may_be_absent_empty_reordered_or_have_a_column_too_many(sample: Path) -> None:
    august, september, october = (sample / str(day) for day in BATCHES[1:])
    assert header(august, "planning", "targets") is None
    assert (august / "training/attendances.csv").read_text().count("\n") == 1
    orders = header(october, "inspections", "orders")
    assert orders
    assert orders[-1] == "status"
    assert sorted(orders) == sorted(field.name for field in CONTRACT.table("inspections.orders").fields)
    assert (header(september, "labour_inspection", "visits") or [])[-1] == "remarks"


def test_a_monthly_batch_has_only_what_is_new_or_changed(sample: Path) -> None:
    sizes = [len(lines(sample, "lsso", "contributions", str(day))) for day in BATCHES]
    assert all(size < sizes[0] / 4 for size in sizes[1:])
    october = {line["month"] for line in lines(sample, "lsso", "contributions", "2026-10-31")}
    assert {"2026-10", "2026-09", "2026-08"} <= october


def test_a_late_payment_is_delivered_when_it_was_made(sample: Path) -> None:
    paid = [
        (line["month"], line["paid_on"])
        for line in lines(sample, "lsso", "contributions", "2026-10-31")
        if line["month"] < "2026-08" and line["paid_on"].startswith("2026")
    ]
    assert paid
    assert all("2026-09" <= on[:7] <= "2026-10" for _, on in paid)


def test_provinces_weigh_as_in_the_economic_census() -> None:
    units = build_units(replace(SCALES["tiny"], units=4000), np.random.default_rng(5))
    share = {code: n / len(units) for code, n in Counter(units.provinces().tolist()).items()}
    assert len(share) == 18
    assert share["01"] == pytest.approx(0.223, abs=0.03)
    assert share["16"] == pytest.approx(0.118, abs=0.03)
    assert share["13"] == pytest.approx(0.114, abs=0.03)
    assert min(share, key=lambda code: share[code]) == "18"
    assert len(set(units.place.tolist())) == 148


def test_the_pilot_is_the_plan_s(world: World) -> None:
    pilot = [made for made in world.inspections if made.task.phase == "pilot"]
    assert Counter(made.task.method for made in pilot) == {"indirect": 20, "direct": 10}
    teams = Counter(tuple(sorted(person.number for person, _ in made.team)) for made in pilot)
    assert len(teams) == 5
    assert set(teams.values()) == {6}
    assert all(len(team) == 3 for team in teams)
    assert all(person.cohort == "2024-07" for made in pilot for person, _ in made.team)


def test_inspections_keep_to_the_phases(world: World) -> None:
    by_phase = {phase.code: [m for m in world.inspections if m.task.phase == phase.code] for phase in phases()}
    for phase in phases():
        assert all(phase.starts_on <= made.conducted <= phase.ends_on for made in by_phase[phase.code])
    assert len(by_phase["orientation"]) <= 2
    assert {made.task.method for made in by_phase["mentored_indirect"]} == {"indirect"}
    assert {made.task.method for made in by_phase["mentored_direct"]} == {"direct"}
    assert indirect(by_phase["first"]) > 0.85
    assert 0.6 < indirect(by_phase["third"]) < 0.8


def indirect(inspections: list[Inspection]) -> float:
    return sum(made.task.method == "indirect" for made in inspections) / len(inspections)


def test_stages_follow_each_other_on_working_days(world: World) -> None:
    for made in world.inspections:
        days = list(made.stages.values())
        assert days == sorted(days), made.number
        assert all(day.weekday() < 5 for day in days), made.number


def test_inspectors_come_in_the_plan_s_groups(world: World) -> None:
    assert Counter(person.cohort for person in world.people) == {"2024-07": 15, "2024-10": 50, "2025-09": 3}
    assert {person.province for person in world.people} == {f"{code:02d}" for code in range(19)}
    october = Counter(s[2] for p in world.people for s in p.sessions if s[2].startswith("2024-10-G"))
    assert len(october) == 4
    assert all(10 <= size <= 13 for size in october.values())


def test_an_inspection_changes_how_units_pay(world: World) -> None:
    mended = [made for made in world.inspections if made.complies and made.target.unit >= 0]
    assert mended
    assert any(world.units.improves[made.target.unit] < 10**6 for made in mended)


def test_payments_know_the_seasons(sample: Path) -> None:
    """March's contribution falls due on Lao New Year's Day."""
    on_time: dict[str, list[bool]] = {}
    for line in lines(sample, "lsso", "contributions", "2026-07-31"):
        if line["month"].startswith(("2025", "2026")) and line["month"] < "2026-06" and line["due_lak"].isdigit():
            month = date.fromisoformat(line["month"] + "-01")
            due_on = f"{month.year + month.month // 12}-{month.month % 12 + 1:02d}-15"
            on_time.setdefault(line["month"][5:], []).append("" < line["paid_on"] <= due_on)
    rate = {month: sum(paid) / len(paid) for month, paid in on_time.items()}
    assert rate["03"] == min(rate.values())


def test_dues_are_the_rule_s(sample: Path) -> None:
    found = [
        (int(line["wage_base_lak"]), int(line["due_lak"]))
        for line in lines(sample, "lsso", "contributions")
        if line["wage_base_lak"].isascii() and line["wage_base_lak"].isdigit() and line["due_lak"].isdigit()
    ]
    rates = (0.115, 0.165, 0.09)
    fit = sum(any(abs(due - base * rate) <= 0.5 for rate in rates) for base, due in found)
    assert 0.985 < fit / len(found) < 1


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("Lao digits in a date", r"^[໐-໙]{4}-[໐-໙]{2}-[໐-໙]{2}$"),
        ("DD/MM/YYYY", r"^\d{2}/\d{2}/20\d{2}$"),
        ("Buddhist year", r"^\d{2}/\d{2}/25\d{2}$"),
        ("Buddhist ISO date", r"^25\d{2}-\d{2}-\d{2}$"),
        ("comma thousands", r"^\d{1,3}(,\d{3})+$"),
        ("point thousands", r"^\d{1,3}(\.\d{3})+$"),
        ("space thousands", r"^\d{1,3}( \d{3})+$"),
        ("Lao digits in an amount", r"^[໐-໙]{5,}$"),
        ("padded", r"^ +\S.*|.*\S +$"),
        ("ISO province", r"^LA-[A-Z]{2}$"),
        ("province in Lao", "|".join(province.name_lo for province in PROVINCES.values())),
        ("romanised province", "|".join(province.name_en for province in PROVINCES.values())),
        ("yes", r"^yes$"),
        ("Lao yes", r"^ແມ່ນ$"),
        ("true", r"^true$"),
        ("dangling reference", r"^GHOST-1$"),
        ("dangling optional reference", r"^GHOST-2$"),
        ("unknown code", r"^(Atlantis|unknown_thing|9999)$"),
        ("negative amount", r"^-1500000$"),
        ("unreadable", r"^(31/02/2026|n/a|\?|\?\?|-|ບໍ່ຮູ້)$"),
        ("end before start", r"^1999-01-31$"),
        ("not UTF-8", r".*\ufffd.*"),
        ("script", r"^<script>alert\(1\)</script>$"),
    ],
)
def test_dirt_of_every_kind_is_there(kind: str, pattern: str, cells: set[str]) -> None:
    assert any(re.fullmatch(pattern, cell) for cell in cells), kind


@pytest.fixture(scope="module")
def cells(sample: Path) -> set[str]:
    return set(all_cells(sample))


def test_files_come_in_every_form(sample: Path) -> None:
    first = sample / "2026-07-31"
    contents = [path.read_bytes() for path in first.rglob("*.csv")]
    assert any(content.startswith(b"\xef\xbb\xbf") for content in contents)
    assert any(b"\r\n" in content for content in contents)
    assert (first / "tax/payroll.csv.gz").exists()
    assert (first / "enterprise_register/enterprises.parquet").exists()
    assert (first / "helpdesk.xlsx").exists()


def test_keys_are_repeated_and_missing(sample: Path) -> None:
    orders = [line["inspection_no"].strip() for line in lines(sample, "inspections", "orders", "2026-07-31")]
    assert len(orders) > len(set(orders))
    assert any(
        not line[field.name].strip()
        for source, table in CONTRACT.tables()
        for line in lines(sample, source.name, table.name)
        for field in table.keys
    )


def test_little_is_broken(sample: Path) -> None:
    """Broken rows have keys of their own, so they can be counted."""
    broken = read = 0
    for path in sorted(sample.rglob("*.csv")):
        for line in csv.reader(io.StringIO(path.read_text("utf-8-sig", "replace"))):
            read += 1
            broken += not line[0].strip() or line[0].startswith("X") or "GHOST-1" in line or "2001-07" in line[:2]
    assert 0.001 < broken / read < 0.01
