"""How extracts arrive: the same rows in every form, rows that are none, rows with one key, registers that come late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.progress import Progress
from etl.publish import current_file
from etl.run import load
from tests.forms import HEADER, LAO_NAME, QUOTED, forms_of

FORMS = {form: date(2026, 2, n) for n, form in enumerate(forms_of("", ""), start=1)}


def loaded(folder: Path, batches: dict[str, dict[str, bytes]]) -> duckdb.DuckDBPyConnection:
    """The published file of batches: day → path in the batch → contents."""
    for day, files in batches.items():
        for name, contents in files.items():
            path = folder / "batches" / day / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(contents)
    load([folder / "batches"], folder, Progress(quiet=True))
    file = current_file(folder)
    assert file is not None
    return duckdb.connect(str(file), read_only=True)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A batch a form, each with keys of its own."""
    batches = {}
    for form, day in FORMS.items():
        name, contents = forms_of(f"{day}-A", f"{day}-B")[form]
        batches[str(day)] = {f"labour_inspection/{name}".replace("labour_inspection/../", ""): contents}
    with loaded(tmp_path_factory.mktemp("forms"), batches) as db:
        yield db


def accounts(db: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, ...]]:
    """(read, loaded, superseded, rejected, warnings) by batch."""
    found = db.execute("select batch_on, read, loaded, superseded, rejected, warnings from audit_account").fetchall()
    return {str(row[0]): row[1:] for row in found}


@pytest.mark.parametrize("form", FORMS)
def test_the_rows_are_the_same_in_every_form(form: str, forms: duckdb.DuckDBPyConnection) -> None:
    columns = "unit_name, province_code, visited_on, workers_found, ss_registered, line"
    query = f"select {columns} from stg_labour_inspection_visits where batch_on = ? order by line"
    second = 5 if form == "empty lines" else 3
    assert forms.execute(query, [FORMS[form]]).fetchall() == [
        (LAO_NAME, "01", date(2026, 1, 31), 12, True, 2),
        (QUOTED, "16", date(2025, 12, 1), 3, False, second),
    ]
    assert accounts(forms)[str(FORMS[form])] == (2, 2, 0, 0, 0)


NOT_ROWS = {
    "labour_inspection/visits.csv": b"\n".join(
        (
            HEADER.encode(),
            b'B2,,"two\nlines",01,2026-01-31,1,1',  # lines 2 and 3
            b"B4,,one cell too few,01,2026-01-31,1",
            b"B5,,one cell too many,01,2026-01-31,1,1,?",
            "B6,,Café,01,2026-01-31,1,1".encode("latin-1"),
            b'B7,,"three\n\nlines",01,2026-01-31,x,1',  # lines 7 to 9
            b"",
            b"B11,,sound,01,2026-01-31,1,1",
            b",,,,,,",
            b"B13,,sound,01,2026-01-31,1,1",
        )
    )
}


def test_what_is_no_row_is_rejected_with_its_line(tmp_path: Path) -> None:
    with loaded(tmp_path, {"2026-02-28": NOT_ROWS}) as db:
        found = db.execute(
            "select line, problem, field from audit_problem where problem <> 'missing' order by 1"
        ).fetchall()
        assert found == [
            (4, "malformed_row", ""),
            (5, "malformed_row", ""),
            (6, "not_utf8", ""),
            (7, "unreadable", "workers_found"),
        ]
        (empty,) = db.execute("select min(line) from audit_problem where problem = 'missing'").fetchall()
        assert empty == (12,)  # cells without anything in them are a row; line 10 is none
        kept = db.execute("select visit_no, unit_name, line from stg_labour_inspection_visits order by line").fetchall()
        assert kept == [("B2", "two\nlines", 2), ("B11", "sound", 11), ("B13", "sound", 13)]
        wholes = dict(db.execute("select line, row from audit_rejected").fetchall())
        assert sorted(wholes) == [4, 5, 6, 7, 12]
        assert '"one cell too many"' in wholes[5]
        assert r"Caf\\xe9" in wholes[6]  # what was delivered can be told from it
        assert accounts(db)["2026-02-28"] == (8, 3, 0, 5, 0)


UNITS = "ss_number,name_en,scheme,isic_section,district_code,registered_on,workers,updated_at"
TARGETS = "year,month,province_code,indicator,target"


def unit(number: str, workers: str, updated_at: str) -> str:
    return f"{number},Unit,enterprise,C,0101,2020-01-01,{workers},{updated_at}\n"


def test_the_greatest_updated_at_wins_at_a_tie_the_last_row(tmp_path: Path) -> None:
    units = (
        unit("A", "1", "2026-01-02 10:00:00")
        + unit("A", "2", "2026-01-02 10:00:01")  # the greatest
        + unit("A", "3", "2026-01-01 23:59:59")
        + unit(" A ", "4", "2026-01-01")  # the same key, when trimmed
        + unit("B", "1", "2026-01-01 00:00:00")
        + unit("B", "2", "01/01/2569")  # a tie: the last in the file
        + unit("C", "1", "2026-01-01")
        + unit("C", "-2", "2026-01-09")  # rejected: it supersedes nothing
    )
    targets = "2026,1,01,inspections,1\n2026,1,Vientiane Capital,inspections,2\n2569,໑,໐໑,inspections,3\n"
    files = {"lsso/labour_units.csv": f"{UNITS}\n{units}", "planning/targets.csv": f"{TARGETS}\n{targets}"}
    with loaded(tmp_path, {"2026-02-28": {name: text.encode() for name, text in files.items()}}) as db:
        found = db.execute("select ss_number, workers, line from stg_lsso_labour_units order by 1").fetchall()
        assert found == [("A", 2, 3), ("B", 2, 7), ("C", 1, 8)]
        assert db.execute("select target from stg_planning_targets").fetchall() == [
            (3.0,)
        ]  # without updated_at: the last
        by_table = db.execute(
            'select "table", read, loaded, superseded, rejected from audit_account order by 1'
        ).fetchall()
        assert by_table == [("labour_units", 8, 3, 4, 1), ("targets", 3, 1, 2, 0)]


ENTERPRISES = "enterprise_no,name_en,isic_section,district_code,registered_on,status"
VISIT = "{},E1,Unit,01,2026-01-31,1,1\n"


def visits(*numbers: str) -> bytes:
    return f"{HEADER}\n{''.join(VISIT.format(number) for number in numbers)}".encode()


def test_enterprise_no_is_doubted_only_once_a_register_was_delivered(tmp_path: Path) -> None:
    """An empty one is delivered, and empty: nothing is in it."""
    register, known = f"{ENTERPRISES}\n", "E1,Enterprise,C,0101,2020-01-01,active\n"
    batches = {
        "2026-02-01": {"labour_inspection/visits.csv": visits("V1", "V2")},
        "2026-02-02": {
            "labour_inspection/visits.csv": visits("V3"),
            "enterprise_register/enterprises.csv": register.encode(),
        },
        "2026-02-03": {"labour_inspection/visits.csv": visits("V4")},
        "2026-02-04": {
            "labour_inspection/visits.csv": visits("V5"),
            "enterprise_register/enterprises.csv": f"{register}{known}".encode(),
        },
    }
    with loaded(tmp_path, batches) as db:
        doubted = "select batch_on from audit_problem where problem = 'no_such_reference' order by 1"
        assert [str(row[0]) for row in db.execute(doubted).fetchall()] == ["2026-02-02", "2026-02-03"]
        assert db.execute(
            "select count(*) from stg_labour_inspection_visits where enterprise_no = 'E1'"
        ).fetchone() == (5,)


def test_references_are_to_rows_that_this_batch_or_an_earlier_one_has_loaded(tmp_path: Path) -> None:
    header = "ss_number,month,workers,wage_base_lak,due_lak,paid_lak"

    def sent(*units: str) -> bytes:
        return "\n".join((header, *(f"{unit},2026-01,1,0,0,0" for unit in units))).encode()

    batches = {
        "2026-02-01": {
            "lsso/contributions.csv": sent("A", "REJECTED", "LATER"),
            "lsso/labour_units.csv": f"{UNITS}\n{unit('A', '1', '2026-01-01')}{unit('REJECTED', '-1', '2026-01-01')}".encode(),
        },
        "2026-02-02": {
            "lsso/contributions.csv": sent("A", "REJECTED", "LATER"),
            "lsso/labour_units.csv": f"{UNITS}\n{unit('LATER', '1', '2026-01-01')}".encode(),
        },
    }
    with loaded(tmp_path, batches) as db:
        found = db.execute(
            "select batch_on, value from audit_problem where problem = 'no_such_reference' order by 1, 2"
        )
        lost = [(str(day), value) for day, value in found.fetchall()]
        assert lost == [("2026-02-01", "LATER"), ("2026-02-01", "REJECTED"), ("2026-02-02", "REJECTED")]
