"""A PostgreSQL server as a live source: native types, read-only, one moment for all tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from etl.live.database import LiveError, configured, reading_from
from etl.live.tables import live_tables
from tests.live.databases import DAY, NEXT, changed, loaded, put, read, sound
from tests.live.databases import changing as office
from tests.loading import ONE, asked, contents, delivery, taken

pytestmark = pytest.mark.postgres
SCHEMAS = ("lsso", "inspections")
NATIVE = {
    "lsso.labour_units": "workers integer, registered_on date, closed_on date, updated_at timestamptz",
    "lsso.contributions": "workers smallint, wage_base_lak numeric(18,2), due_lak double precision, paid_lak bigint, "
    "paid_on timestamp, withheld boolean",
    "lsso.inspectors": "trained_on date, appointed_on timestamp, fte real, is_mentor boolean, updated_at timestamp",
    "inspections.orders": "announced boolean, ordered_on date, hours_spent numeric, updated_at date",
}

UNIT = """insert into lsso.labour_units select {!r}, null, name_en, scheme, isic_section, district_code, null, null,
    registered_on, null, 9, {!r} from lsso.labour_units where ss_number = 'SS1'"""
WHY = "select field, problem, value from audit_problem where severity = 'rejected' and batch_on = '{}' and \"table\" = '{}'"


@pytest.fixture
def lsso(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The first hand-written delivery in schemas of its sources, its columns in PostgreSQL's own types."""
    with office(postgres_url) as connection:
        connection.execute(text("set timezone to 'Asia/Vientiane'"))
        for schema in SCHEMAS:
            connection.execute(text(f"create schema {schema}"))
        for place, content in ONE.items():
            table = place.removesuffix(".csv").replace("/", ".")
            put(connection, table, str(content))
            for column in NATIVE[table].split(", "):
                name, type_ = column.split(" ", 1)
                connection.execute(text(f"alter table {table} alter {name} type {type_} using {name}::{type_}"))
    monkeypatch.setenv("SSIIS_DB_LSSO", postgres_url)
    yield postgres_url
    with office(postgres_url) as connection:
        for schema in SCHEMAS:
            connection.execute(text(f"drop schema {schema} cascade"))


def test_native_types_give_the_same_facts_as_files(lsso: str, tmp_path: Path) -> None:
    sound(read(tmp_path / "live", "--on", DAY))
    files = taken(tmp_path / "files", delivery(tmp_path, DAY, ONE))
    aside = "received_at fingerprint file row"
    assert contents(tmp_path / "live", aside=aside) == contents(files, aside=aside)


def test_only_what_was_updated_since_comes_again(lsso: str, tmp_path: Path) -> None:
    """In the country's time: 5 January 8:00 is the mark. A row of the 3rd, changed without a new stamp, is not seen."""
    sound(read(tmp_path / "w", "--on", DAY))
    changed(
        lsso,
        UNIT.format("SS4", "2026-01-04 08:00+07"),
        UNIT.format("SS5", "2026-01-04 00:59:59Z"),
        UNIT.format("SS6", "2026-09-30 23:30+07"),
        UNIT.format("SS7", "infinity"),
        "delete from lsso.contributions",
    )
    said = sound(read(tmp_path / "w", "--on", NEXT))
    assert "LSSO:inspections.orders: nothing changed since 2026-08-31" in said.out
    new = "select ss_number, updated_at::varchar from stg_lsso_labour_units where batch_on = '2026-09-30' order by 1"
    assert asked(tmp_path / "w", new) == [("SS4", "2026-01-04 08:00:00"), ("SS6", "2026-09-30 23:30:00")]
    assert asked(tmp_path / "w", WHY.format(NEXT, "labour_units")) == [("updated_at", "unreadable", "infinity")]


def test_numbers_that_are_no_kip_are_refused_and_not_a_thousand_times_as_much(lsso: str, tmp_path: Path) -> None:
    changed(
        lsso,
        "alter table lsso.contributions alter due_lak type numeric using 1.125, alter paid_lak type numeric using paid_lak",
        "update lsso.contributions set due_lak = 5750000, paid_lak = 'NaN' where month = '2026-06'",
        "update lsso.contributions set due_lak = 5750000.00 where ss_number = 'SS2'",
    )
    sound(read(tmp_path / "w", "--on", DAY))
    assert loaded(tmp_path / "w", "lsso_contributions", "ss_number, due_lak") == [("SS2", 5750000)]
    assert set(asked(tmp_path / "w", WHY.format(DAY, "contributions"))) >= {
        ("due_lak", "unreadable", "1.1250"),
        ("paid_lak", "missing", None),
    }


@pytest.mark.parametrize(
    "writing",
    [
        "delete from lsso.labour_units",
        "create table public.x (y int)",
        "select nextval('lsso.s')",
        "truncate lsso.inspectors",
    ],
)
def test_nothing_can_be_written(writing: str, lsso: str) -> None:
    changed(lsso, "create sequence lsso.s")
    with pytest.raises(LiveError, match="read-only transaction"), reading_from(configured("lsso")) as connection:
        connection.exec_driver_sql(writing)
    with reading_from(configured("lsso")) as connection, pytest.raises(SQLAlchemyError, match="read-only transaction"):
        connection.exec_driver_sql(writing)


def test_all_tables_are_of_one_moment(lsso: str) -> None:
    """What is committed while the tables are read belongs to the next reading."""
    with reading_from(configured("lsso")) as connection:
        assert len(live_tables(configured("lsso"), connection)) == 4
        changed(lsso, "delete from lsso.labour_units", "delete from inspections.orders")
        assert [connection.exec_driver_sql(f"select count(*) from {t}").scalar() for t in NATIVE] == [3, 4, 2, 2]


def test_a_refused_password_is_not_said(lsso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSIIS_DB_LSSO", lsso.replace("ssiis@/", "nobody:s3cret@/"))
    said = read(tmp_path / "w", "--on", DAY)
    assert said.status == 1
    assert 'role "nobody" does not exist' in said.err
    assert "s3cret" not in said.err


def test_a_table_that_this_user_may_not_read(lsso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An account with too few rights is told which table it lacks."""
    changed(
        lsso,
        "create role reader login",
        "grant usage on schema lsso to reader",
        "grant select on lsso.inspectors to reader",
    )
    monkeypatch.setenv("SSIIS_DB_LSSO", lsso.replace("ssiis@/", "reader@/"))
    try:
        said = read(tmp_path / "w", "--on", DAY)
        assert said.status == 1
        assert "permission denied for table labour_units" in said.err
    finally:
        changed(lsso, "drop owned by reader", "drop role reader")


def test_the_same_user_could_write(lsso: str) -> None:
    """So what forbids it above is how SSIIS opens the database."""
    with psycopg.connect(lsso.replace("+psycopg", "")) as connection:
        connection.execute("delete from lsso.labour_units")
        connection.rollback()
