"""Which databases can be read, what is said of those that cannot, and what is never said or done."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from etl.live.database import LiveError, configured, reading_from
from tests.live.databases import DAY, changed, changing, loaded, put, read, sound
from tests.loading import CONTRIBUTIONS_HEADER, INSPECTORS, UNITS, asked, ssiis

SECRETS = ("s3cret/word", "s3cret%2Fword", "s3cret", "t0ken")


def refused(tmp_path: Path, *words: str) -> str:
    said = read(tmp_path / "warehouse", "--on", DAY, *words)
    assert (said.status, said.out) == (1, "")
    return said.err


def at(monkeypatch: pytest.MonkeyPatch, url: str, name: str = "LSSO") -> None:
    monkeypatch.setenv(f"SSIIS_DB_{name}", url)


def with_tables(url: str, **tables: str) -> str:
    with changing(url) as connection:
        for table, content in tables.items():
            put(connection, table, content)
    return url


def test_an_unknown_name_says_which_variable_to_set_and_which_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no database lsso is configured: set SSIIS_DB_LSSO to its URL" in refused(tmp_path)
    assert "Configured: none" in refused(tmp_path)
    at(monkeypatch, "sqlite:///x.db", "TAX_OFFICE")
    assert "Configured: TAX_OFFICE" in refused(tmp_path)
    assert configured("tax-office").name == "TAX_OFFICE"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("no url at all s3cret", "this is no URL of a database"),
        ("postgresql://u:s3cret@host:s3cret/x", "this is no URL of a database"),
        ("frog://u:s3cret%2Fword@host/x", "SSIIS knows no kind of database frog"),
        ("mysql+pymysql://u:s3cret%2Fword@host/x", "the driver of mysql+pymysql is not installed (No module named 'pymysql')"),
        ("postgresql+psycopg://u:s3cret%2Fword@127.0.0.1:1/x?application_name=ssiis", "onnection refused"),
        ("postgresql+psycopg://u:s3cret/word@127.0.0.1:1/x", "onnection refused"),
        ("postgresql+psycopg:///x?host=/nowhere&password=t0ken&user=u", "/nowhere"),
        ("postgresql+psycopg://u:s3cret%2Fword@127.0.0.1:1/x?nonsense=t0ken&sslpassword=t0ken", "nonsense"),
        ("sqlite:////nowhere/at/all.db", "unable to open database file"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_no_secret_with_it(
    url: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, url)
    said = refused(tmp_path)
    assert why in said
    assert "LSSO" in said
    assert not [secret for secret in SECRETS if secret in said], said


def test_a_words_of_the_driver_hide_the_password_too() -> None:
    database = configured("x", {"SSIIS_DB_X": "postgresql://u:s3cret%2Fword@host/x"})
    told = database.error(RuntimeError("cannot reach postgresql://u:s3cret/word@host or u:s3cret%2Fword"))
    assert str(told).endswith(": cannot reach postgresql://u:***@host or u:***")


def test_a_database_without_the_contracts_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, with_tables(f"sqlite:///{tmp_path / 'other.db'}", units=UNITS))
    said = refused(tmp_path)
    assert "holds no table of the contract" in said
    assert "Looked for lsso.labour_units, lsso.contributions" in said


def test_a_table_with_its_source_before_its_name_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = with_tables(f"sqlite:///{tmp_path / 'x.db'}", labour_units="a,b\n1,2\n", lsso_labour_units=UNITS)
    at(monkeypatch, url)
    sound(read(tmp_path / "warehouse", "--on", DAY))
    assert asked(tmp_path / "warehouse", "select file, loaded from audit_account") == [("LSSO:lsso_labour_units", 3)]


def test_a_view_is_as_good_as_a_table_and_an_empty_one_is_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = with_tables(f"sqlite:///{tmp_path / 'x.db'}", unit=UNITS, contributions=CONTRIBUTIONS_HEADER)
    changed(
        url,
        "create view labour_units as select * from unit",
    )
    at(monkeypatch, url)
    sound(read(tmp_path / "warehouse", "--on", DAY))
    accounts = asked(tmp_path / "warehouse", 'select "table", read from audit_account order by 1')
    assert accounts == [("contributions", 0), ("labour_units", 3)]


def test_a_column_that_is_missing_stops_before_a_row_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = with_tables(f"sqlite:///{tmp_path / 'x.db'}", labour_units=UNITS.replace(",workers,", ",staff,"))
    at(monkeypatch, url)
    said = refused(tmp_path)
    assert "LSSO:labour_units: column workers is missing. The header reads: ss_number, name_lo" in said


def test_a_column_too_many_is_told_and_stays_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = with_tables(f"sqlite:///{tmp_path / 'x.db'}", inspectors=INSPECTORS)
    changed(url, "alter table inspectors add \"bank;, account\" text default 'IBAN 77'")
    at(monkeypatch, url)
    sound(read(tmp_path / "warehouse", "--on", DAY))
    told = asked(tmp_path / "warehouse", "select field from audit_problem where problem = 'column_unknown'")
    assert told == [("bank account",)]
    assert not [path for path in (tmp_path / "warehouse").rglob("*.parquet") if "IBAN" in str(rows_of(path))]


def rows_of(path: Path) -> list[dict[str, object]]:
    import pyarrow.parquet as pq

    return list(pq.read_table(path).to_pylist())


def test_two_databases_in_one_load_but_each_table_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, with_tables(f"sqlite:///{tmp_path / 'a.db'}", labour_units=UNITS))
    at(monkeypatch, with_tables(f"sqlite:///{tmp_path / 'b.db'}", inspectors=INSPECTORS), "STAFF")
    sound(read(tmp_path / "both", "--from-db", "staff", "--from-db", "LSSO", "--on", DAY))
    assert [row[0] for row in asked(tmp_path / "both", "select file from audit_account order by 1")] == [
        "LSSO:labour_units", "STAFF:inspectors",
    ]  # fmt: skip
    changed(f"sqlite:///{tmp_path / 'b.db'}", "create table labour_units as select 1 as x")
    at(monkeypatch, with_tables(f"sqlite:///{tmp_path / 'c.db'}", labour_units=UNITS), "STAFF")
    said = refused(tmp_path, "--from-db", "staff")
    assert "LSSO:labour_units and STAFF:labour_units both deliver lsso.labour_units" in said


def test_odd_cells_end_as_those_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lao, a line end, quotation marks; numbers and blobs in columns of text; text that is no UTF-8 refuses its row."""
    url = with_tables(f"sqlite:///{tmp_path / 'x.db'}", labour_units=UNITS)
    changed(
        url,
        "update labour_units set name_lo = 'ໂຮງ\r\nງານ \"ໜຶ່ງ\"', workers = 20, district_code = 101 where ss_number = 'SS1'",
        "update labour_units set name_en = cast(x'53686f7000' as text), workers = x'34' where ss_number = 'SS2'",
        "update labour_units set name_en = cast(x'4fff' as text) where ss_number = 'SS3'",
    )
    at(monkeypatch, url)
    sound(read(tmp_path / "warehouse", "--on", DAY))
    assert loaded(
        tmp_path / "warehouse", "lsso_labour_units", "ss_number, name_lo, name_en, district_code, workers"
    ) == [
        ("SS1", 'ໂຮງ\r\nງານ "ໜຶ່ງ"', "Factory One", "0101", 20),
        ("SS2", None, "Shop\0", "0201", 4),
    ]
    assert asked(tmp_path / "warehouse", "select line, problem from audit_problem where severity = 'rejected'") == [
        (5, "not_utf8")
    ]


def test_sqlite_cannot_be_written(lsso: str) -> None:
    database = configured("lsso")
    with reading_from(database) as connection, pytest.raises(OperationalError, match="readonly"):
        connection.exec_driver_sql("delete from labour_units")
    with pytest.raises(LiveError, match="readonly"), reading_from(database) as connection:
        connection.exec_driver_sql("create table x (y)")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "nothing to load: name batch folders, or a live database with --from-db"),
        (("--on", DAY), "--on and --whole are for a live database"),
        (("--from-db", "lsso", "--on", "31/10/2026"), "31/10/2026 is no day: write YYYY-MM-DD"),
    ],
)
def test_words_that_are_off(words: tuple[str, ...], why: str) -> None:
    said = ssiis("load", *words)
    assert said.status == 2
    assert why in said.err
