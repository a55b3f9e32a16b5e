"""`ssiis targets`: files of targets checked by row and column, loaded as a batch, shown, and blank workbooks to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.target_file import COLUMNS, Target, TargetError, read_targets, write_batch
from geo.places import PROVINCES
from tests.loading import Said, copy_of, first, ssiis
from warehouse.indicators import INDICATORS

HEAD = ",".join(COLUMNS) + "\n"


def file(folder: Path, *rows: str, name: str = "targets.csv", head: str = HEAD) -> Path:
    path = folder / name
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("26,1,01,inspections,5", "row 2, column year: “26” is no year"),
        ("2026,13,01,inspections,5", "row 2, column month: “13” is no month"),
        ("2026,1.5,01,inspections,5", "column month: “1.5” is no month"),
        ("2026,1,19,inspections,5", "row 2, column province_code: “19” is no province"),
        ("2026,1,,inspections,5", "column province_code: an empty cell is no province"),
        ("2026,1,01,inspection,5", "row 2, column indicator: “inspection” is no indicator; did you mean inspections?"),
        ("2026,1,01,inspections,-5", "row 2, column target: “-5” is no number from 0 up"),
        ("2026,1,01,inspections,nan", "column target: “nan” is no number"),
        ("2026,1,01,inspections,a few", "column target: “a few” is no number"),
        ("2026,1,01,indirect_share,70", "column target: “70” is too much for a share; write 70 % as 0.7"),
    ],
)
def test_what_is_off_is_told_by_row_and_column(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(TargetError) as error:
        read_targets(file(tmp_path, row))
    assert said in str(error.value)


def test_all_that_is_off_is_told_at_once(tmp_path: Path) -> None:
    rows = ("2026,1,01,inspections,5", "2026,1,1,inspections,6", "2026,0,99,inspections,5")
    with pytest.raises(TargetError) as error:
        read_targets(file(tmp_path, *rows))
    told = str(error.value).splitlines()
    assert told[0].endswith("nothing was loaded; mend these 3 cells:")
    assert (
        told[1].strip()
        == "row 3, column indicator: the same year, month, province and indicator as row 2; keep one of them"
    )
    assert [line.split(":")[0].strip() for line in told[2:]] == ["row 4, column month", "row 4, column province_code"]


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        ("year,month,indicator,target\n", "2026,1,inspections,5", "no column province_code"),
        (HEAD, "2026,1,01,inspections,", "no row has a target"),
    ],
)
def test_a_file_that_is_none_of_targets(tmp_path: Path, head: str, row: str, said: str) -> None:
    with pytest.raises(TargetError, match=said):
        read_targets(file(tmp_path, row, head=head))
    with pytest.raises(TargetError, match="there is no such file"):
        read_targets(tmp_path / "nothing.csv")


def test_a_workbook_without_the_sheet_says_which_it_has(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "plan"
    book.save(tmp_path / "plan.xlsx")
    with pytest.raises(TargetError, match="no sheet “targets”; its sheets: plan"):
        read_targets(tmp_path / "plan.xlsx")
    (tmp_path / "broken.xlsx").write_text("no workbook")
    with pytest.raises(TargetError, match="not a readable workbook"):
        read_targets(tmp_path / "broken.xlsx")


def test_provinces_may_be_named_columns_stand_anywhere_and_rows_stay_blank(tmp_path: Path) -> None:
    head = "Target;note;indicator;month;year;province_code\n"
    rows = ("12.5;x;inspections;3;2026;Savannakhet", ";;inspections;4;2026;13", "1;;inspections;4;2026;0")
    read = read_targets(file(tmp_path, *rows, head=head))
    assert read.targets == (Target(2026, 3, "13", "inspections", 12.5), Target(2026, 4, "00", "inspections", 1))
    assert read.blank == 1


targets = st.builds(
    Target,
    st.integers(1990, 2100),
    st.integers(1, 12),
    st.sampled_from([f"{n:02}" for n in range(19)]),
    st.sampled_from([id_ for id_, indicator in INDICATORS.items() if not indicator.is_ratio]),
    st.floats(0, 1e15, allow_nan=False),
)


@given(st.lists(targets, min_size=1, unique_by=lambda target: target.key))
def test_a_batch_says_what_the_file_said(tmp_path_factory: pytest.TempPathFactory, given_: list[Target]) -> None:
    folders = [tmp_path_factory.mktemp("drop") for _ in range(2)]
    batches = [
        write_batch(folder, date(2026, 11, 1), tuple(order))
        for folder, order in zip(folders, (given_, given_[::-1]), strict=True)
    ]
    files = [batch / "planning" / "targets.csv" for batch in batches]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert set(read_targets(files[0]).targets) == set(given_)


def targets_verb(warehouse: Path, what: str, *words: str | Path) -> Said:
    return ssiis("targets", what, *words, "--warehouse", f"duckdb:///{warehouse}")


@pytest.fixture(scope="module")
def aimed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """A copy of the first warehouse (31 August 2026) with targets loaded as the batch of 1 September."""
    folder = tmp_path_factory.mktemp("aimed")
    warehouse = copy_of(first(tmp_path_factory), folder / "warehouse")
    rows = (
        "2026,7,01,inspections,2",
        "2026,8,01,inspections,3",
        "2026,12,02,inspections,4",
        "2026,8,01,trained_share,0.9",
    )
    said = targets_verb(
        warehouse, "load", file(folder, *rows, "2026,9,01,inspections,"), "--on", "2026-09-01", "--quiet"
    )
    return warehouse, said


def test_a_right_file_is_loaded_as_a_batch(aimed: tuple[Path, Said]) -> None:
    warehouse, said = aimed
    assert (said.status, said.err) == (0, "")
    assert "the as-of date of every number moves from 2026-08-31 to 2026-09-01" in said.out
    assert "4 rows read = 4 loaded + 0 superseded + 0 rejected" in said.out
    assert "1 rows without a target were passed over" in said.out
    (batch,) = [
        row
        for row in ssiis("batches", "--format", "json", "--warehouse", warehouse).records
        if row["table"] == "targets"
    ]
    assert (batch["batch"], batch["source"], batch["loaded"]) == ("2026-09-01", "planning", 4)


def test_goals_are_shown_in_every_form(aimed: tuple[Path, Said]) -> None:
    """In 2026 two inspections were made, one in July and one in August; until September 5 were wanted, in the year 9."""
    warehouse, _ = aimed
    (goal,) = targets_verb(warehouse, "show", "--indicator", "inspections", "--format", "json").records
    wanted = {
        "so_far": 2,
        "target_so_far": 5,
        "distance": -3,
        "target": 9,
        "forecast": None,
        "state": "behind",
        "method": "short",
    }
    assert {name: goal[name] for name in wanted} == wanted
    places = targets_verb(warehouse, "show", "--by", "province", "--format", "json").records
    assert [(row["indicator"], row["slice"]) for row in places] == [
        ("inspections", "01"),
        ("inspections", "02"),
        ("trained_share", "01"),
    ]
    table = targets_verb(warehouse, "show", "--format", "csv").out.splitlines()
    assert table[0].startswith("indicator,slice,so_far,target_so_far,distance,target,forecast,low,high,state")
    assert len(table) == 3
    assert "trained_share" in targets_verb(warehouse, "show").out
    months = targets_verb(warehouse, "show", "--months", "--year", "2026", "--format", "json").records
    assert months[0] == {"indicator": "inspections", "month": "2026-07", "province": "01", "target": 2}


def test_a_year_without_targets_is_said(aimed: tuple[Path, Said]) -> None:
    said = targets_verb(aimed[0], "show", "--year", "2031")
    assert (said.status, said.out) == (1, "")
    assert "no targets are set for 2031" in said.err
    assert targets_verb(aimed[0], "show", "--year", "soon").status == 2


def test_a_day_that_has_a_batch_is_refused_with_the_next_that_is_free(aimed: tuple[Path, Said], tmp_path: Path) -> None:
    said = targets_verb(aimed[0], "load", file(tmp_path, "2026,7,01,inspections,9"), "--on", "2026-08-31")
    assert said.status == 2
    assert "such as --on 2026-09-02" in said.err


def test_the_same_file_again_changes_nothing(aimed: tuple[Path, Said], tmp_path: Path) -> None:
    rows = (
        "2026,8,1,trained_share,0.9",
        "2026,12,02,inspections,4",
        "2026,7,01,inspections,2.0",
        "2026,8,01,inspections,3",
    )
    said = targets_verb(aimed[0], "load", file(tmp_path, *rows), "--on", "2026-09-01", "--quiet")
    assert said.status == 0
    assert "loaded before, nothing to do" in said.out


def test_a_wrong_file_leaves_the_warehouse_as_it_is(aimed: tuple[Path, Said], tmp_path: Path) -> None:
    before = sorted(aimed[0].rglob("*"))
    said = targets_verb(aimed[0], "load", file(tmp_path, "2026,7,01,inspections,-1"), "--on", "2026-10-01")
    assert said.status == 1
    assert "row 2, column target" in said.err
    assert sorted(aimed[0].rglob("*")) == before


def test_a_template_has_a_row_for_everything_and_comes_back(aimed: tuple[Path, Said], tmp_path: Path) -> None:
    path = tmp_path / "targets 2027.xlsx"
    said = targets_verb(aimed[0], "template", path)
    assert "for 2027, of inspections, trained_share" in said.out
    book = openpyxl.load_workbook(path)
    rows = list(book["targets"].iter_rows(min_row=2, max_col=5, values_only=True))
    assert rows[0] == (2027, 1, "01", "inspections", None)
    assert len(rows) == 2 * len(PROVINCES) * 12
    assert [cell.value for cell in book["indicators"]["A"]][1:] == list(INDICATORS)
    with pytest.raises(TargetError, match="no row has a target"):
        read_targets(path)
    book["targets"]["E2"] = 7
    book.save(path)
    assert read_targets(path).targets == (Target(2027, 1, "01", "inspections", 7),)


def test_a_template_needs_no_warehouse(tmp_path: Path) -> None:
    said = targets_verb(
        tmp_path / "none", "template", tmp_path / "t.xlsx", "--year", "2028", "--indicator", "stopped_units"
    )
    assert said.out.startswith(f"{tmp_path / 't.xlsx'}: 216 rows to fill in for 2028, of stopped_units")
    assert targets_verb(tmp_path / "none", "template", tmp_path / "t.csv").status == 2
    assert targets_verb(tmp_path / "none", "show").status == 1
