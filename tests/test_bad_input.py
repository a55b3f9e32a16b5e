"""Bad deliveries: what cannot be read is refused with its file and what to do; what can be is loaded; no row is lost in silence."""

from __future__ import annotations

import gzip
import io
import math
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl.extract import as_text
from tests.loading import (
    CONTRIBUTIONS,
    FIRST,
    INSPECTORS,
    ORDERS,
    SECOND,
    UNITS,
    UNITS_HEADER,
    Tables,
    asked,
    copy_of,
    current,
    debris,
    delivery,
    first,
    kpi,
    load,
    taken,
)

U = "lsso/labour_units.csv"
PACKED = gzip.compress(UNITS.encode())


def workbook(**sheets: list[list[object]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(out)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("labour_units.csv", UNITS)
    return out.getvalue()


def parquet(columns: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def spoilt(whole: bytes) -> bytes:
    """Its middle is not what it was."""
    middle = len(whole) // 2
    return whole[: middle - 20] + bytes(40) + whole[middle + 20 :]


def half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


BOOK = workbook(labour_units=[line.split(",") for line in UNITS.splitlines()])
COLUMNS = parquet({name: ["1"] * 5000 for name in UNITS_HEADER.split(",")})

# what is wrong: (files, words of the answer)
REFUSED: dict[str, tuple[Tables, str]] = {
    "an empty file": ({U: ""}, f"{SECOND}/{U}: there is no header in the first line"),
    "an empty packed file": ({f"{U}.gz": gzip.compress(b"")}, "there is no header in the first line"),
    "UTF-16": ({U: UNITS.encode("utf-16")}, "this is UTF-16 text; save it as “CSV UTF-8”"),
    "UTF-16 without its mark": ({U: UNITS.encode("utf-16-le")}, "save it as “CSV UTF-8”"),
    "a header in another encoding": ({U: b"nom de l'unit\xe9," + UNITS.encode()}, "not UTF-8 text; save it as"),
    "lines of an old Macintosh": ({U: UNITS.replace("\n", "\r")}, "the lines do not end as lines of UTF-8 text do"),
    "half of a packed file": ({f"{U}.gz": half(PACKED)}, f"{SECOND}/{U}.gz: cannot be read"),
    "a packed file without its end": ({f"{U}.gz": PACKED[:-4]}, "cannot be read (Compressed file ended before"),
    "a packed file with a hole": ({f"{U}.gz": spoilt(PACKED)}, f"{SECOND}/{U}.gz: cannot be read"),
    "packed by name only": ({f"{U}.gz": UNITS}, "cannot be read (Not a gzipped file"),
    "packed and not named so": ({U: PACKED}, "this is a packed file by its contents; name it .csv.gz"),
    "text named Parquet": ({"lsso/labour_units.parquet": UNITS}, "labour_units.parquet: cannot be read"),
    "half of a Parquet file": ({"lsso/labour_units.parquet": half(COLUMNS)}, "labour_units.parquet: cannot be read"),
    "a Parquet file with a hole": ({"lsso/labour_units.parquet": spoilt(COLUMNS)}, "labour_units.parquet: cannot be read"),
    "an empty Parquet file": ({"lsso/labour_units.parquet": ""}, "labour_units.parquet: cannot be read"),
    "Parquet named text": ({U: COLUMNS}, "this is a Parquet file by its contents; name it .parquet"),
    "a workbook named text": ({U: BOOK}, "this is an Excel workbook (or another zip) by its contents; name it .xlsx"),
    "text named a workbook": ({"lsso.xlsx": UNITS}, f"{SECOND}/lsso.xlsx: not a readable Excel workbook"),
    "a zip named a workbook": ({"lsso.xlsx": archive()}, "not a readable Excel workbook"),
    "half of a workbook": ({"lsso.xlsx": half(BOOK)}, "not a readable Excel workbook"),
    "a wrong sheet": (
        {"lsso.xlsx": workbook(Units=[["a"]])},
        "lsso.xlsx: no sheet of lsso in it. Its sheets: Sheet, Units; expected: labour_units, contributions, inspectors",
    ),
    "a sheet with nothing": ({"lsso.xlsx": workbook(labour_units=[])}, "sheet labour_units: there is no header in it"),
    "a missing column": (
        {U: UNITS.replace("name_en", "name")},
        f"{SECOND}/{U}: column name_en is missing. The header reads: ss_number, name_lo, name, scheme",
    ),
    "a missing column of a sheet": (
        {"lsso/anything.xlsx": workbook(labour_units=[["ss_number", "name_en"]])},
        "lsso/anything.xlsx, sheet labour_units: column scheme, isic_section",
    ),
    "a missing column of Parquet": ({"lsso/labour_units.parquet": parquet({"ss_number": ["1"]})}, "column name_en, scheme"),
    "a column twice": ({U: UNITS.replace("name_lo", "NAME_EN ")}, "column name_en stands twice in the header; keep one"),
    "an unknown source": ({"lso/labour_units.csv": UNITS}, f"{SECOND}/lso: no source of the contract has this name (did you mean lsso?)"),
    "an unknown table": ({"lsso/labor_unit.csv": UNITS}, "no table of lsso of the contract has this name (did you mean labour_units?)"),
    "a table of another source": ({"lsso/orders.csv": ORDERS}, "(known: labour_units, contributions, inspectors)"),
    "another kind of file": ({"lsso/labour_units.ods": UNITS}, "not a kind of file that is taken; a table ends in .csv, .csv.gz,"),
    "no kind of file": ({"lsso/labour_units": UNITS}, "not a kind of file that is taken"),
    "a letter beside the extracts": ({U: UNITS, "letter.txt": "Dear"}, f"{SECOND}/letter.txt: no source of the contract"),
    "a table twice": ({U: UNITS, f"{U}.gz": PACKED}, f"{SECOND}/{U} and {SECOND}/{U}.gz both deliver lsso.labour_units: keep one"),
    "a table twice, once in a workbook": ({U: UNITS, "lsso.xlsx": BOOK}, "both deliver lsso.labour_units: keep one"),
    "a folder for a file": ({f"{U}/x": UNITS}, f"{SECOND}/{U}: cannot be read ([Errno 21] Is a directory"),
    "nothing but what a system left": ({"lsso/.DS_Store": "x", "Thumbs.db": "x"}, "the batch holds no table. Expected <source>"),
}  # fmt: skip


@pytest.fixture(scope="module")
def unharmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse that no bad batch may change."""
    return copy_of(first(tmp_path_factory), tmp_path_factory.mktemp("bad") / "warehouse")


@pytest.mark.parametrize("case", REFUSED)
def test_a_batch_that_cannot_be_taken_is_refused_with_its_file(case: str, unharmed: Path, tmp_path: Path) -> None:
    tables, words = REFUSED[case]
    before = current(unharmed)
    said = load(unharmed, delivery(tmp_path, SECOND, tables))
    assert said.status == 1
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out in ("", f"not loaded: {SECOND}\nthe published warehouse is unchanged\n")
    assert current(unharmed) == before
    assert [path.name for path in (unharmed / "raw").iterdir()] == [FIRST]
    assert not debris(unharmed)


NO_BATCH: dict[str, tuple[str, Tables, str]] = {
    "a folder that is not there": ("nowhere", {}, "nowhere: there is no such folder"),
    "a file": (f"{SECOND}/{U}", {f"{SECOND}/{U}": UNITS}, "there is no such folder"),
    "a folder of other things": ("photos", {"photos/x.jpg": "x"}, "photos: no batch here. A batch is a folder named after its date"),
    "a source's folder": (f"{SECOND}/lsso", {f"{SECOND}/{U}": UNITS}, "lsso: no batch here"),
    "a name that is no date": ("October", {f"October/{U}": UNITS}, "October: holds extracts, but its name is no date"),
    "a date that is none": ("2026-02-30", {f"2026-02-30/{U}": UNITS}, "2026-02-30: holds extracts, but its name is no date"),
    "a Buddhist year": ("2569-10-31", {f"2569-10-31/{U}": UNITS}, "(Buddhist era? Then it is 2026-10-31); rename it"),
    "the end of time": ("9999-12-31", {f"9999-12-31/{U}": UNITS}, "a batch of the year 9999 cannot be; rename it"),
    "the Middle Ages": ("1353-01-05", {f"1353-01-05/{U}": UNITS}, "a batch of the year 1353 cannot be; rename it"),
}  # fmt: skip


@pytest.mark.parametrize("case", NO_BATCH)
def test_a_folder_that_is_no_batch(case: str, unharmed: Path, tmp_path: Path) -> None:
    place, tables, words = NO_BATCH[case]
    delivery(tmp_path, ".", tables)
    said = load(unharmed, tmp_path / place)
    assert (said.status, said.out) == (1, "")
    assert words in said.err


def test_a_file_that_may_not_be_read(unharmed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything: so the refusal is made here."""
    batch, really = delivery(tmp_path, SECOND, {U: UNITS}), Path.open

    def refusing(path: Path, *more: Any, **named: Any) -> Any:
        if path.name == "labour_units.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return really(path, *more, **named)

    monkeypatch.setattr(Path, "open", refusing)
    said = load(unharmed, batch)
    assert said.status == 1
    assert f"{SECOND}/{U}: cannot be read ([Errno 13] Permission denied" in said.err


def shuffled(text: str, change: Callable[[list[str]], list[str]]) -> str:
    return "".join(",".join(change(line.split(","))) + "\n" for line in text.splitlines())


# quotation marks opened and closed rows later or never; a lone CR; a row too short, one too long; no UTF-8; an empty line
STRAYS = (
    b"ticket_no,opened_on,province_code,channel,topic,answered_on,closed_on\n"
    b'T1,2026-08-01,01,"telephone,legal,,\n'
    b"T2,2026-08-01,01,telephone,legal,,\n"
    b'T3,2026-08-01,01,"telephone",legal,,\n'
    b"T4,2026-08-01,01,tele\rphone,legal,,\n"
    b"T5,2026-08-01,01\n"
    b"\n"
    b"T6,2026-08-01,01,telephone,legal,,,,\n"
    b"T7,2026-08-01,01,t\xe9l\xe9phone,legal,,\n"
    b"T8,2026-08-01,19,telephone,legal,,\n"
    b",,,,,,\n"
    b'T9,2026-08-01,"Vientiane Capital",telephone,legal,,"\n'
)
ODD: Tables = {
    U: "\ufeff"
    + shuffled(UNITS, lambda cells: [*reversed(cells), "remarks" if cells[0] == "ss_number" else "_"])
    .replace("remarks", "_line")
    .replace("Shop Two", '"Shop\nTwo"')
    .replace("Office Three", "<script>alert('3')</script>")
    .replace("\n", "\r\n"),
    "lsso/contributions.csv.gz": gzip.compress(
        shuffled(CONTRIBUTIONS, lambda cells: cells[:6]).replace("\nSS1", "\n\nSS1", 1).encode()
    ),
    "lsso/inspectors.parquet": parquet(
        {
            "inspector_id": ["I1", "I2"],
            "name": [b"Boun", "ທ້າວ ແສງ".encode()],
            "province_code": [1.0, 18.0],
            "appointed_on": [date(2025, 1, 1), date(2026, 2, 1)],
            "ended_on": pa.array([None, None], pa.timestamp("us")),
            "fte": [1.0, math.nan],
            "is_mentor": [True, False],
            "updated_at": [datetime(2026, 1, 5, 8, tzinfo=UTC)] * 2,
        }
    ),
    "inspections/orders.csv": ORDERS.replace(",", ";"),
    "helpdesk/tickets.csv": STRAYS,
    "lsso/.DS_Store": "x",
    "lsso/~$labour_units.xlsx": "x",
    ".hidden/x": "x",
    "__MACOSX/x": "x",
    "desktop.ini": "x",
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first batch in odd forms."""
    folder = tmp_path_factory.mktemp("odd")
    return taken(folder / "warehouse", delivery(folder, FIRST, ODD))


def test_order_of_columns_marks_and_forms_do_not_matter(odd: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for sql in (
        "select ss_number, replace(replace(name_en, chr(13), ''), chr(10), ' '), workers from dim_labour_unit where ss_number <> 'SS3'",
        "select month_start, ss_number, due_lak, paid_lak from fact_unit_month join dim_labour_unit using (unit_key) where sent = 1",
        "select * from fact_inspection",
    ):
        assert sorted(map(repr, asked(odd, sql))) == sorted(map(repr, asked(first(tmp_path_factory), sql))), sql
    assert asked(odd, "select inspector_id, name, province_code, appointed_on, fte from dim_inspector") == [
        ("I1", "Boun", "01", date(2025, 1, 1), 1.0)
    ], "the second one has no fte"


@pytest.mark.parametrize(
    ("number", "type_", "text"),
    [
        ("1.125", "DOUBLE", "1.1250"),  # as it stands it would be a thousand kip
        ("1125.0", "DOUBLE", "1125"),
        ("12.5", "FLOAT", "12.5"),
        ("1.12", "DECIMAL(18,2)", "1.12"),
        ("7.000", "DECIMAL(18,3)", "7"),
    ],
)
def test_a_fraction_of_a_kip_does_not_become_thousands(number: str, type_: str, text: str) -> None:
    asked_for = f"select {as_text('x', type_)} from (select cast({number} as {type_}) as x)"
    assert duckdb.sql(asked_for).fetchall() == [(text,)]


def test_columns_too_many_and_too_few_are_warned_of(odd: Path) -> None:
    sql = """select "table", field, problem from audit_problem where problem like 'column%' and "table" <> 'orders' order by all"""
    assert asked(odd, sql) == [
        ("contributions", "paid_on", "column_missing"),
        ("contributions", "withheld", "column_missing"),
        ("inspectors", "cohort", "column_missing"),
        ("inspectors", "trained_on", "column_missing"),
        ("labour_units", "(_line)", "column_unknown"),
    ]


def test_a_spoilt_line_spoils_no_other(odd: Path) -> None:
    whole = "severity = 'rejected' and field in ('', 'province_code', 'ticket_no')"
    sql = f"""select line, problem from audit_problem where "table" = 'tickets' and {whole} order by all"""
    assert asked(odd, sql) == [
        (2, "malformed_row"), (5, "malformed_row"), (6, "malformed_row"), (8, "malformed_row"), (9, "not_utf8"), (10, "unknown_code"),
        (11, "missing"), (11, "missing"), (12, "malformed_row"),
    ]  # fmt: skip
    account = """select read, loaded, superseded, rejected from audit_account where "table" = 'tickets'"""
    assert asked(odd, account) == [(10, 2, 0, 8)]
    kept = asked(odd, """select line, row from audit_rejected where "table" = 'tickets' order by line""")
    assert [line for line, _ in kept] == [2, 5, 6, 8, 9, 10, 11, 12]
    assert kept[2][1] == '["T5", "2026-08-01", "01"]'
    assert kept[3][1] == '["T6", "2026-08-01", "01", "telephone", "legal", "", "", "", ""]'
    assert "t\\\\xe9l\\\\xe9phone" in kept[4][1]


def test_a_name_is_only_a_name(odd: Path) -> None:
    assert asked(odd, "select name_en from dim_labour_unit where ss_number = 'SS3'") == [
        ("<script>alert('3')</script>",)
    ]
    assert kpi(odd)


def test_lines_are_those_of_the_file(odd: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The empty line above moves the rejected row one line down."""
    sql = "select line, field, problem, value from audit_problem where problem = 'no_such_reference'"
    assert asked(first(tmp_path_factory), sql) == [(5, "ss_number", "no_such_reference", "SS9")]
    assert asked(odd, sql) == [(6, "ss_number", "no_such_reference", "SS9")]


def test_a_cell_as_long_as_a_book(unharmed: Path, tmp_path: Path) -> None:
    book = "ກ" * 200_000
    warehouse = copy_of(unharmed, tmp_path / "warehouse")
    row = f"SS4,,{book},enterprise,G,0201,,,2021-06-01,,4,2026-01-05\nSS5,short\n"
    taken(warehouse, delivery(tmp_path, SECOND, {U: f"{UNITS_HEADER}\n{row}"}))
    assert asked(warehouse, "select length(name_en) from dim_labour_unit where ss_number = 'SS4'") == [(200_000,)]
    assert asked(warehouse, "select loaded, rejected from audit_account where batch_on = '2026-09-30'") == [(1, 1)]


def test_200_000_rejected_rows_are_all_kept(tmp_path: Path) -> None:
    """Each with an unknown code, the last too short: so that they are read row by row."""
    rows = [f"T{n},2026-08-01,01,pigeon,legal,,\n" for n in range(199_999)]
    header = "ticket_no,opened_on,province_code,channel,topic,answered_on,closed_on\n"
    batch = delivery(
        tmp_path, FIRST, {"helpdesk/tickets.csv": header + "".join(rows) + "T,\n", "lsso/inspectors.csv": INSPECTORS}
    )
    taken(tmp_path / "warehouse", batch)
    sql = """select read, loaded, superseded, rejected from audit_account where "table" = 'tickets'"""
    assert asked(tmp_path / "warehouse", sql) == [(200_000, 0, 0, 200_000)]
    assert asked(
        tmp_path / "warehouse", "select count(*), count(distinct line), min(line), max(line) from audit_rejected"
    ) == [(200_000, 200_000, 2, 200_001)]
    problems = asked(
        tmp_path / "warehouse", "select problem, count(*) from audit_problem where line > 1 group by 1 order by 1"
    )
    assert problems == [("malformed_row", 1), ("unknown_code", 199_999)]
