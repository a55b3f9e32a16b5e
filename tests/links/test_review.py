"""From the list to review and back: answers are taken whole, published at once, and there after a rebuild."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl.errors import LoadError
from tests.loading import ROOT, asked, contents, copy_of, delivery, ssiis, taken

UNITS = """ss_number,name_lo,name_en,scheme,isic_section,district_code,address,phone,registered_on,closed_on,workers,updated_at
U1,ໂຮງງານຕັດຫຍິບ ພູສີ,Phousy Garment Factory,enterprise,C,0101,,020 5551 1111,2026-01-01,,40,2026-01-05 08:00:00
U2,ໂຊກໄຊ ກໍ່ສ້າງ,Sokxay Construction,enterprise,F,0101,,,2026-01-01,2026-07-01,12,2026-01-05 08:00:00
U3,ເຮືອນພັກ ແກ້ວມະນີ,Keomany Guesthouse,enterprise,I,0601,,,2026-01-01,,4,2026-01-05 08:00:00
"""
ENTERPRISES = """enterprise_no,name_lo,name_en,isic_section,district_code,address,phone,registered_on,status,employees
E1,ໂຮງງານຕັດຫຍິບ ພູສີ,Phousy Garment Factory,C,0101,,020 5551 1111,2025-01-01,active,41
E2,ໂຊກໄຊ ກໍ່ສ້າງ,Sokxay Construction,F,0101,,,2025-01-01,active,12
E3,ໂຊກໄຊ ກໍ່ສ້າງ,Sokxay Construction,F,0101,,,2025-01-01,active,12
"""
PUBLISHED = "select enterprise_no, ss_number, band_code, method_code, decided_by from fact_link order by 1, 2"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """E2 and E3 are alike: each may be U2."""
    tables = {"lsso/labour_units.csv": UNITS, "enterprise_register/enterprises.csv": ENTERPRISES}
    folder = tmp_path_factory.mktemp("review")
    return taken(folder / "warehouse", delivery(folder / "batches", "2026-08-31", tables))


@pytest.fixture
def warehouse(loaded: Path, tmp_path: Path) -> Path:
    return copy_of(loaded, tmp_path / "warehouse")


def listed(warehouse: Path, *more: str) -> Path:
    file = warehouse.parent / "list.xlsx"
    said = ssiis("links", "review", file, "--warehouse", warehouse, *more)
    assert (said.status, said.err) == (0, "")
    return file


def answered(warehouse: Path, file: Path, *more: str) -> tuple[int, str, str]:
    said = ssiis("links", "take", file, "--by", "Noy", "--warehouse", warehouse, "--quiet", *more)
    return said.status, said.out, said.err


def write(file: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(file)
    for cell, value in cells.items():
        book["pairs"][cell] = value
    book.save(file)
    return file


def pairs(page: Worksheet) -> list[tuple[object, object]]:
    return [(row[2], row[3]) for row in page.iter_rows(min_row=2, values_only=True)]


def test_the_list_has_both_side_by_side(warehouse: Path) -> None:
    book = openpyxl.load_workbook(listed(warehouse))
    assert book.sheetnames == ["pairs", "notes"]
    page = book["pairs"]
    head = [str(cell.value).splitlines()[0] for cell in page[1]]
    assert head[:6] == ["same", "probability", "enterprise_no", "ss_number", "enterprise_name_lo", "unit_name_lo"]
    assert pairs(page) == [("E2", "U2"), ("E3", "U2")]
    row = dict(zip(head, (cell.value for cell in page[2]), strict=True))
    assert row["enterprise_name_en"] == row["unit_name_en"] == "Sokxay Construction"
    assert row["reasons_en"].startswith(
        "Same name; No telephone to compare; No village to compare; Same district; Same sector"
    )
    assert row["reasons_lo"].startswith("ຊື່ດຽວກັນ; ")
    assert (row["enterprise_workers"], row["same"]) == (12, None)
    (rule,) = page.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("A2:A3", '"ແມ່ນ,yes,ບໍ່,no"')
    notes = [cell.value for row in book["notes"].iter_rows() for cell in row]
    assert "Is this enterprise this labour unit?" in notes
    assert "ວິສາຫະກິດນີ້ ແມ່ນຫົວໜ່ວຍແຮງງານນີ້ ຫຼື ບໍ່?" in notes


def test_answers_are_published_at_once_and_survive_a_rebuild(warehouse: Path) -> None:
    status, out, err = answered(warehouse, write(listed(warehouse), {"A2": "ບໍ່", "A3": "Yes"}))
    assert (status, err) == (0, "")
    assert out.startswith("1 confirmed, 1 refused, 0 without an answer\npublished ")
    expected = [
        ("E1", "U1", "linked", "exact", None),
        ("E2", "U2", "not_linked", "person", "Noy"),
        ("E3", "U2", "linked", "person", "Noy"),
    ]
    assert asked(warehouse, PUBLISHED) == expected
    before = contents(warehouse)
    assert ssiis("rebuild", "--warehouse", warehouse, "--quiet").status == 0
    assert contents(warehouse) == before


def test_what_is_not_answered_is_left_open(warehouse: Path) -> None:
    before = asked(warehouse, PUBLISHED)
    assert answered(warehouse, listed(warehouse))[:2] == (
        0, "0 confirmed, 0 refused, 2 without an answer\nno answer in it: nothing was changed\n",
    )  # fmt: skip
    assert asked(warehouse, PUBLISHED) == before
    assert not (warehouse / "links").exists()


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"A2": "maybe"}, "sheet pairs, cell A2: “maybe” is neither yes nor no"),
        ({"A2": "yes", "C2": "E77"}, "sheet pairs, cell C2: E77 is not in enterprise_register.enterprises"),
        ({"A3": "no", "D3": "U77"}, "sheet pairs, cell D3: U77 is not in lsso.labour_units"),
        ({"A2": "no", "D2": None}, "sheet pairs, cell D2: the number is gone"),
        ({"A2": "yes", "A3": "yes"}, "sheet pairs, cell A3: row 2 confirms another enterprise for U2"),
        (
            {"A2": "yes", "A3": "yes", "C3": "E2", "D3": "U3"},
            "sheet pairs, cell A3: row 2 confirms another unit for E2",
        ),
        ({"A2": "yes", "A3": "no", "C3": "E2"}, "sheet pairs, cell A3: row 2 answers the same question otherwise"),
        ({"D1": "number"}, "sheet pairs: column ss_number is missing in row 1"),
    ],
)
def test_a_wrong_workbook_is_refused_whole(cells: dict[str, object], told: str, warehouse: Path) -> None:
    before = asked(warehouse, PUBLISHED)
    status, out, err = answered(warehouse, write(listed(warehouse), cells))
    assert (status, out) == (1, "")
    assert told in err
    assert asked(warehouse, PUBLISHED) == before
    assert not (warehouse / "links").exists()


def test_files_that_are_no_list(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("yes")
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    for file, told in (("text.xlsx", "not a readable Excel workbook"), ("other.xlsx", "no sheet “pairs” in it")):
        status, _, err = answered(warehouse, tmp_path / file)
        assert status == 1
        assert told in err


def test_show_counts_pairs(warehouse: Path) -> None:
    said = ssiis("links", "show", "--warehouse", warehouse)
    assert [line.split() for line in said.out.splitlines()] == [
        ["band", "method", "pairs"], ["linked", "exact", "1"], ["to_review", "model", "2"],
    ]  # fmt: skip


def test_nothing_is_published(tmp_path: Path) -> None:
    for words in (("show",), ("review", tmp_path / "a.xlsx"), ("take", tmp_path / "a.xlsx", "--by", "Noy")):
        said = ssiis("links", *words, "--warehouse", tmp_path)
        assert said.status == 1
        assert "nothing is published here; load batches first" in said.err


def test_the_fact_names_each_side_once(warehouse: Path) -> None:
    assert asked(warehouse, "select count(*), count(distinct enterprise_no), count(distinct ss_number) from fact_link "
                 "where band_code = 'linked'") == [(1, 1, 1)]  # fmt: skip
    assert asked(
        warehouse, "select province_code, district_code, sector_code, size_code from fact_link where ss_number = 'U1'"
    ) == [("01", "0101", "C", "small")]


def test_neither_the_web_nor_a_load_of_one_register_imports_splink() -> None:
    code = (
        "import sys, dashboard.app, dashboard.__main__, etl.run, etl.links.linking; sys.exit('splink' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_answers_are_kept_where_they_cannot_be_published(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise LoadError("a check does not hold")

    with monkeypatch.context() as patched:
        patched.setattr("etl.links.answers.build_and_publish", refused)
        status, _, err = answered(warehouse, write(listed(warehouse), {"A2": "yes"}))
    assert (status, err) == (
        1, "ssiis: a check does not hold\nThe answers are kept: they take effect with the next load or rebuild\n",
    )  # fmt: skip
    assert ("E2", "U2", "linked", "person", "Noy") not in asked(warehouse, PUBLISHED)
    assert ssiis("rebuild", "--warehouse", warehouse, "--quiet").status == 0
    assert ("E2", "U2", "linked", "person", "Noy") in asked(warehouse, PUBLISHED)
