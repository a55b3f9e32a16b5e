"""The command line for scripts: exact records, nothing left out, and exit statuses that tell wrong use from work that failed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import ACCOUNT_FIELDS, KPI_FIELDS
from geo.places import DISTRICTS, PROVINCES
from tests.loading import (
    FIRST,
    ROOT,
    Said,
    command,
    contents,
    csv_records,
    first,
    ssiis,
)
from warehouse.codes import METHOD, ORIGIN, SCHEME, SECTOR, SIZE, TYPE
from warehouse.indicators import INDICATORS
from warehouse.periods import GRAINS

SLICES = {
    "none": ["all"],
    "province": sorted(PROVINCES),
    "district": sorted(DISTRICTS),
    **{codes.name: [item.code for item in codes] for codes in (SECTOR, SIZE, SCHEME, TYPE, METHOD, ORIGIN)},
}
PERIODS = {
    "month": [f"2026-{month:02}" for month in range(5, 11)],
    "quarter": ["2026-Q2", "2026-Q3", "2026-Q4"],
    "half": ["2026-H1", "2026-H2"],
    "year": ["2026"],
    "total": ["total"],
}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For reading only."""
    return first(tmp_path_factory)


def kpi(
    warehouse: Path | str, *words: str, indicator: str = "inspections", first: str = "2026-05", last: str = "2026-10"
) -> Said:
    return ssiis("kpi", "--indicator", indicator, "--from", first, "--to", last, "--warehouse", str(warehouse), *words)


def test_a_record_is_exactly_as_the_contract_says(warehouse: Path) -> None:
    said = kpi(warehouse, indicator="inspections,infringement_rate", first="2026-07", last="2026-09")
    assert (said.status, said.err) == (0, "")
    shape = '{{"indicator":"{}","period":"2026-{}","slice":"all","value":{},"numerator":{},"denominator":{},"target":null,"partial":{}}}'
    assert (
        said.out
        == "["
        + ",".join(
            (
                shape.format("inspections", "07", "1.0", "1.0", "null", "false"),
                shape.format("inspections", "08", "1.0", "1.0", "null", "false"),
                shape.format("inspections", "09", "0.0", "0.0", "null", "true"),
                shape.format("infringement_rate", "07", "0.0", "0.0", "1.0", "false"),
                shape.format("infringement_rate", "08", "0.0", "0.0", "1.0", "false"),
                shape.format("infringement_rate", "09", "null", "0.0", "0.0", "true"),
            )
        )
        + "]\n"
    )


def test_csv_says_the_same_as_json(warehouse: Path) -> None:
    words = ("--by", "province", "--grain", "quarter")
    both = [
        kpi(warehouse, *words, "--format", form, indicator="inspections,infringement_rate") for form in ("json", "csv")
    ]
    assert both[1].out.splitlines()[0] == ",".join(KPI_FIELDS)
    told = [
        {
            name: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in record.items()
        }
        for record in both[0].records
    ]
    assert csv_records(both[1].out) == told


@pytest.mark.parametrize("by", SLICES)
def test_every_slice_is_there_also_with_nothing_in_it(warehouse: Path, by: str) -> None:
    records = kpi(warehouse, "--by", by, "--grain", "year").records
    assert sorted(record["slice"] for record in records) == sorted(SLICES[by])
    assert sum(record["value"] for record in records) == 2
    assert {tuple(record) for record in records} == {KPI_FIELDS}


@pytest.mark.parametrize("grain", PERIODS)
def test_every_period_is_there_in_order(warehouse: Path, grain: str) -> None:
    records = kpi(warehouse, "--grain", grain).records
    assert [record["period"] for record in records] == PERIODS[grain]
    assert [record["partial"] for record in records][-1]


def test_every_indicator_answers_by_every_grain(warehouse: Path) -> None:
    for grain in GRAINS:
        said = kpi(warehouse, "--grain", grain, indicator=",".join(INDICATORS), first="2024-01", last="2026-12")
        assert said.status == 0
        assert {record["indicator"] for record in said.records} == set(INDICATORS)


def test_an_indicator_asked_for_twice_answers_once(warehouse: Path) -> None:
    assert len(kpi(warehouse, "--grain", "year", indicator="inspections, inspections,").records) == 1


def test_months_outside_the_data_are_empty_not_wrong(warehouse: Path) -> None:
    for first_, last, partial in (("1990-01", "1990-02", False), ("2031-01", "2031-02", True)):
        records = kpi(warehouse, indicator="inspections,collection_rate", first=first_, last=last).records
        assert [record["value"] for record in records] == [0, 0, None, None]
        assert {record["partial"] for record in records} == {partial}


WRONG_USE = {
    "an unknown indicator": (("inspection", "2026-01", "2026-02"), "no such indicator: inspection. Did you mean inspections"),
    "no indicator": ((",", "2026-01", "2026-02"), "no such indicator: (none given)"),
    "a month that is none": (("inspections", "2026-13", "2026-02"), "'2026-13' is not a month: write it YYYY-MM"),
    "a day for a month": (("inspections", "2026-01-01", "2026-02"), "'2026-01-01' is not a month"),
    "Lao digits": (("inspections", "໒໐໒໖-໐໑", "2026-02"), "is not a month"),
    "from after to": (("inspections", "2026-03", "2026-02"), "--to 2026-02 is before --from 2026-03"),
    "the end of time": (("inspections", "2026-03", "9999-12"), "months from 1950-01 to 2399-12 can be asked for"),
    "the year 0": (("inspections", "0000-01", "2026-01"), "ssiis: "),
    "too many": (("inspections", "1950-01", "2399-12"), "5,400 periods are asked for; at most 1,200"),
    "a grain that is none": (("inspections", "2026-03", "2026-03", "--grain", "week"), "invalid choice: 'week'"),
    "a slice that is none": (("inspections", "2026-03", "2026-03", "--by", "colour"), "invalid choice: 'colour'"),
    "a slice it lacks": (("registered_units", "2026-03", "2026-03", "--by", "method"), "registered_units is not known by method"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_ends_with_2_and_words(warehouse: Path, case: str) -> None:
    (indicator, first_, last, *more), words = WRONG_USE[case]
    said = kpi(warehouse, *more, indicator=indicator, first=first_, last=last)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


@pytest.mark.parametrize("words", [(), ("lode",), ("kpi",), ("links",), ("batches", "--format", "xml")])
def test_words_that_are_no_command_end_with_2(words: tuple[str, ...]) -> None:
    said = ssiis(*words)
    assert (said.status, said.out) == (2, "")
    assert "usage: ssiis" in said.err


def test_a_load_of_nothing_says_what_could_be_loaded() -> None:
    said = ssiis("load")
    assert (said.status, said.out) == (2, "")
    assert "name batch folders, or a live database with --from-db" in said.err


def test_every_verb_has_help() -> None:
    listed = ssiis("--help").out
    for verb in ("load", "rebuild", "batches", "kpi", "links", "targets", "sample", "workbooks", "boundaries", "serve"):
        assert verb in listed
        assert ssiis(verb, "--help").status == 0


def test_a_province_that_does_not_exist_is_no_slice_of_anything(warehouse: Path) -> None:
    assert "19" not in {record["slice"] for record in kpi(warehouse, "--by", "province").records}


NO_WAREHOUSE = {
    "no folder": ("{}/none", "none: no warehouse was published here yet; run `ssiis load` first"),
    "an empty folder": ("{}", "no warehouse was published here yet"),
    "another scheme": ("sqlite:///{}", "a warehouse is written duckdb:///FOLDER or postgresql+psycopg://…"),
    "two strokes": ("duckdb://relative", "a warehouse is written duckdb:///FOLDER"),
    "nothing": ("", "a warehouse is written duckdb:///FOLDER"),
    "no server": ("postgresql+psycopg://me:secret@127.0.0.1:1/x", "the server cannot be asked"),
    "a server's name alone": ("postgresql://127.0.0.1:1/x", "the server cannot be asked"),
}


@pytest.mark.parametrize("case", NO_WAREHOUSE)
def test_no_warehouse_ends_with_1_and_words(tmp_path: Path, case: str) -> None:
    url, words = NO_WAREHOUSE[case]
    for said in (kpi(url.format(tmp_path)), ssiis("batches", "--warehouse", url.format(tmp_path))):
        assert (said.status, said.out) == (1, "")
        assert words in said.err
        assert "secret" not in said.err
        assert "Traceback" not in said.err


def test_a_load_needs_a_folder(tmp_path: Path) -> None:
    for verb in (("load", tmp_path / FIRST), ("rebuild",)):
        said = ssiis(*verb, "--warehouse", "postgresql+psycopg://me:secret@127.0.0.1/x")
        assert said.status == 1
        assert "load into a folder, duckdb:///FOLDER" in said.err
        assert "secret" not in said.err


def test_forms_of_a_warehouse(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(warehouse.parent)
    wanted = kpi(warehouse).out
    for url in (
        f"duckdb:///{warehouse}",
        "duckdb:///warehouse",
        "warehouse",
        "./warehouse/",
        f"duckdb:///../{warehouse.parent.name}/warehouse",
    ):
        assert kpi(url).out == wanted, url


def test_batches_are_accounted_for(warehouse: Path) -> None:
    accounts = [(2, 2, 0, 0, 13), (4, 3, 0, 1, 0), (2, 2, 0, 0, 0), (3, 3, 0, 0, 0)]
    names = [("inspections", "orders"), ("lsso", "contributions"), ("lsso", "inspectors"), ("lsso", "labour_units")]
    wanted = [dict(zip(ACCOUNT_FIELDS, (FIRST, *n, *a), strict=True)) for n, a in zip(names, accounts, strict=True)]
    said = ssiis("batches", "--format", "json", "--warehouse", warehouse)
    assert (said.status, said.records) == (0, wanted)
    assert [list(record) for record in said.records] == [list(ACCOUNT_FIELDS)] * 4
    assert ACCOUNT_FIELDS == ("batch", "source", "table", "read", "loaded", "superseded", "rejected", "warnings")
    written = csv_records(ssiis("batches", "--format", "csv", "--warehouse", warehouse).out)
    assert written == [{name: str(value) for name, value in record.items()} for record in wanted]
    table = ssiis("batches", "--warehouse", warehouse).out.splitlines()
    assert table[0].split() == list(ACCOUNT_FIELDS)
    assert table[2].split() == ["2026-08-31", "lsso", "contributions", "4", "3", "0", "1", "0"]


def test_the_command_itself_from_the_environment(warehouse: Path) -> None:
    """As a script calls it: the warehouse from SSIIS_WAREHOUSE, the answer cut off by the reader without a complaint."""
    before = contents(warehouse)
    words = " ".join(
        command("kpi", "--indicator", "inspections", "--from", "1950-01", "--to", "2049-12", "--format", "csv")
    )
    shell = f"set -o pipefail; SSIIS_WAREHOUSE=duckdb:///{warehouse} {words} | head -2"
    answer = subprocess.run(["bash", "-c", shell], cwd=ROOT, check=False, capture_output=True, text=True)
    assert answer.stdout.splitlines() == [",".join(KPI_FIELDS), "inspections,1950-01,all,0.0,0.0,,,false"]
    assert "Traceback" not in answer.stderr
    assert contents(warehouse) == before


def test_json_is_one_array_on_one_line(warehouse: Path) -> None:
    for said in (kpi(warehouse), ssiis("batches", "--format", "json", "--warehouse", warehouse)):
        assert said.out.count("\n") == 1
        assert isinstance(json.loads(said.out), list)


def test_the_command_as_it_is_installed(tmp_path: Path) -> None:
    """A process of its own, whose load reads a broken row by row and whose reading verbs do without pandas."""
    tickets = (
        "ticket_no,opened_on,province_code,channel,topic,answered_on,closed_on\nT1,2026-08-01,01,web,legal,,\nT2\n"
    )
    batch = tmp_path / "batches" / "2026-08-31" / "helpdesk"
    batch.mkdir(parents=True)
    (batch / "tickets.csv").write_text(tickets, "utf-8")
    ssiis_ = Path(sys.executable).with_name("ssiis")
    words = {
        "load": [str(tmp_path / "batches"), "--quiet"],
        "batches": ["--format", "csv"],
        "kpi": ["--indicator", "inspections", "--from", "2026-08", "--to", "2026-08", "--format", "csv"],
    }
    said = {
        verb: subprocess.run(
            [ssiis_, verb, *more, "--warehouse", str(tmp_path / "warehouse")],
            check=False,
            capture_output=True,
            text=True,
        )
        for verb, more in words.items()
    }
    assert {verb: (answer.returncode, answer.stderr) for verb, answer in said.items()} == dict.fromkeys(words, (0, ""))
    assert said["batches"].stdout.splitlines()[1] == "2026-08-31,helpdesk,tickets,2,1,0,1,0"
    assert said["kpi"].stdout.splitlines()[1] == "inspections,2026-08,all,0.0,0.0,,,false"
