"""A live database as a source: what it delivers, the first time and every time after, is what files would have delivered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from etl.publish import current_file
from tests.live.databases import DAY, LATER, NEXT, changed, loaded, read, sound
from tests.loading import ONE, THIRD, THREE, asked, contents, debris, delivery, ssiis, taken

OF_THE_DELIVERY = "received_at fingerprint file"
SS1 = """insert into labour_units select 'SS{}', null, name_en, scheme, isic_section, district_code, null, null,
    registered_on, null, 9, '{}' from labour_units where ss_number = 'SS1'"""


def test_the_same_rows_give_the_same_warehouse_as_from_files(warehouse: Path, tmp_path: Path) -> None:
    files = taken(tmp_path / "files", delivery(tmp_path, DAY, ONE))
    assert contents(warehouse, aside=OF_THE_DELIVERY) == contents(files, aside=OF_THE_DELIVERY)
    assert not debris(warehouse)


def test_an_account_names_the_database_and_its_table(warehouse: Path) -> None:
    said = ssiis("batches", "--warehouse", warehouse, "--format", "json")
    assert [row["read"] for row in said.records] == [2, 4, 2, 3]
    assert asked(warehouse, "select distinct file from audit_account where source = 'lsso' order by 1") == [
        ("LSSO:contributions",),
        ("LSSO:inspectors",),
        ("LSSO:labour_units",),
    ]


def test_nothing_changed_loads_nothing(warehouse: Path) -> None:
    before = current_file(warehouse)
    for day in (DAY, NEXT):
        said = sound(read(warehouse, "--on", day))
        assert "LSSO:labour_units: nothing changed since 2026-08-31\n" in said.out
        assert said.out.endswith("the published warehouse is unchanged\n")
    assert current_file(warehouse) == before
    assert not debris(warehouse)


def test_a_second_reading_brings_what_was_updated_and_leaves_out_what_was_not(warehouse: Path, lsso: str) -> None:
    """SS2 was updated at the very moment of the last row known; SS4 was stamped that day and committed later."""
    changed(
        lsso,
        "update labour_units set workers = 7 where ss_number = 'SS2'",
        SS1.format(4, "2026-01-05 01:00:00"),
        SS1.format(5, "2026-09-10 08:00:00"),
    )
    said = sound(read(warehouse, "--on", NEXT))
    assert "LSSO:orders: nothing changed since 2026-08-31\n" in said.out
    assert loaded(warehouse, "lsso_labour_units", "ss_number, workers, batch_on::varchar") == [
        ("SS1", 20, DAY), ("SS2", 4, DAY), ("SS2", 7, NEXT), ("SS3", 120, DAY), ("SS4", 9, NEXT), ("SS5", 9, NEXT),
    ]  # fmt: skip
    changed(lsso, SS1.format(6, "2026-09-10 08:00:00"))
    sound(read(warehouse, "--on", LATER))
    assert ("SS6", LATER) in loaded(warehouse, "lsso_labour_units", "ss_number, batch_on::varchar")


def test_only_rows_after_the_mark_are_read_and_whole_reads_all(warehouse: Path, lsso: str) -> None:
    """The mark is 10 September less a day: of three more units one is before it."""
    changed(lsso, SS1.format(5, "2026-09-10 08:00:00"), "delete from contributions where ss_number = 'SS9'")
    sound(read(warehouse, "--on", NEXT))
    changed(lsso, SS1.format(6, "2026-09-09 23:00:00"), SS1.format(7, "2026-09-08 23:00:00"), SS1.format(8, ""))
    said = sound(read(warehouse, "--on", LATER))
    assert "3 rows read = 2 loaded + 0 superseded + 1 rejected" in said.out
    assert "14 rows read" in sound(read(warehouse, "--on", "2026-11-30", "--whole")).out


def test_a_moment_in_another_spelling_is_never_passed_over(warehouse: Path, lsso: str) -> None:
    """It cannot be compared with the mark: 02/09/2026, the Buddhist year, Lao digits."""
    for number, spelling in enumerate(("02/09/2026", "2569-09-03 10:00", "໒໐໒໖-໐໙-໐໔"), start=5):
        changed(lsso, SS1.format(number, spelling))
    sound(read(warehouse, "--on", NEXT))
    new = [row for row in loaded(warehouse, "lsso_labour_units", "ss_number, updated_at::varchar") if row[0] > "SS4"]
    assert new == [("SS5", "2026-09-02 00:00:00"), ("SS6", "2026-09-03 10:00:00"), ("SS7", "2026-09-04 00:00:00")]


def test_a_row_dated_after_its_batch_comes_again_when_its_day_has_come(warehouse: Path, lsso: str) -> None:
    changed(lsso, SS1.format(5, "2026-10-15 08:00:00"))
    sound(read(warehouse, "--on", NEXT))
    assert ("SS5",) not in loaded(warehouse, "lsso_labour_units", "ss_number")
    changed(lsso, SS1.format(6, "2026-10-01 08:00:00"))
    sound(read(warehouse, "--on", LATER))
    assert {row[0] for row in loaded(warehouse, "lsso_labour_units", "ss_number")} >= {"SS5", "SS6"}


def test_what_referred_to_nothing_comes_again_when_that_has_come(warehouse: Path, lsso: str) -> None:
    """The contribution of SS9 was rejected; it is not changed when SS9 is registered, by a file or by the database."""
    assert ("SS9",) not in loaded(warehouse, "lsso_contributions", "distinct ss_number")
    changed(lsso, SS1.format(9, "2026-09-10 08:00:00"))
    sound(read(warehouse, "--on", NEXT))
    assert ("SS9",) in loaded(warehouse, "lsso_contributions", "distinct ss_number")


def test_a_folder_may_bring_what_a_row_of_the_database_refers_to(warehouse: Path, tmp_path: Path) -> None:
    sound(read(warehouse, delivery(tmp_path, THIRD, THREE).as_posix(), "--on", "2026-11-30"))
    assert ("SS9",) in loaded(warehouse, "lsso_contributions", "distinct ss_number")


def test_a_day_that_is_taken_asks_for_another(warehouse: Path, lsso: str, tmp_path: Path) -> None:
    changed(lsso, SS1.format(5, "2026-08-30 08:00:00"))
    said = read(warehouse, "--on", DAY)
    assert said.status == 1
    assert "a batch of 2026-08-31 is loaded already, and not all in it that LSSO:labour_units, LSSO:contri" in said.err
    assert "on the next day, or as of a later day with --on" in said.err
    assert (
        "a later reading cannot be of 2026-08-30: choose a later day with --on"
        in read(warehouse, "--on", "2026-08-30").err
    )
    said = read(warehouse, str(delivery(tmp_path, THIRD, THREE)), "--on", THIRD)
    assert "a folder is the batch of 2026-10-31 already" in said.err
    assert not debris(warehouse)
    sound(read(warehouse, "--on", NEXT))


def test_the_warehouse_is_built_again_without_the_database(
    warehouse: Path, lsso: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(lsso, SS1.format(5, "2026-09-10 08:00:00"))
    sound(read(warehouse, "--on", NEXT))
    before = contents(warehouse)
    Path(lsso.removeprefix("sqlite:///")).unlink()
    monkeypatch.delenv("SSIIS_DB_LSSO")
    sound(ssiis("rebuild", "--warehouse", warehouse, "--quiet"))
    assert contents(warehouse) == before


@pytest.mark.parametrize("moment", ["etl.run.keep_all", "etl.run.build_and_publish", "etl.publish.os.replace"])
def test_a_reading_that_is_killed_loses_nothing(moment: str, warehouse: Path, lsso: str, tmp_path: Path) -> None:
    """Killed with the rows spooled, with the raw rows kept, and just before the new file is published."""
    changed(lsso, SS1.format(5, "2026-09-10 08:00:00"), "update contributions set paid_lak = 1 where month = '2026-06'")
    module, _, function = moment.rpartition(".")
    program = (
        "import os, sys, etl.publish, etl.run\n"
        f"{module}.{function} = lambda *_, **__: os.kill(os.getpid(), 9)\n"
        "from dashboard.__main__ import main\nmain(sys.argv[1:])"
    )
    words = ("load", "--from-db", "lsso", "--on", NEXT, "--warehouse", str(warehouse), "--quiet")
    done = subprocess.run([sys.executable, "-c", program, *words], check=False)
    assert done.returncode == -9
    assert loaded(warehouse, "lsso_labour_units", "count(*)") == [(3,)]
    sound(read(warehouse, "--on", NEXT))
    undisturbed = tmp_path / "undisturbed"
    sound(ssiis("load", delivery(tmp_path, DAY, ONE), "--warehouse", undisturbed, "--quiet"))
    sound(read(undisturbed, "--on", NEXT))
    facts = [table for table in contents(warehouse) if table.startswith(("fact_", "dim_", "rollup_"))]
    assert {t: contents(warehouse)[t] for t in facts} == {t: contents(undisturbed)[t] for t in facts}
    assert not debris(warehouse)


def test_another_database_under_the_same_name_is_read_whole(
    warehouse: Path, lsso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows may be older than the last ones of the database that was there before."""
    changed(lsso, SS1.format(5, "2025-01-01 08:00:00"))
    moved = Path(lsso.removeprefix("sqlite:///")).rename(tmp_path / "moved.db")
    monkeypatch.setenv("SSIIS_DB_LSSO", f"sqlite:///{moved}")
    sound(read(warehouse, "--on", NEXT))
    assert ("SS5",) in loaded(warehouse, "lsso_labour_units", "ss_number")
