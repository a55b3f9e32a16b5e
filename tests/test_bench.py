"""The bench's own sums and words; the bench itself asserts nothing."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import duckdb
import pytest

from tests.bench.copying import copy, files
from tests.bench.figures import Figure
from tests.bench.filling import Filling


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("load", 12, "s", 2, "COPY", aim=6), "aim ≤ 6 ×: met"),
        (Figure("load", 13, "s", 2, "COPY", aim=6), "aim ≤ 6 ×: missed"),
        (Figure("rate", 9, "/s", aim=10, least=True), "aim ≥ 10 /s: missed"),
        (Figure("memory", 5000, "MiB"), ""),
    ],
)
def test_a_figure_says_whether_its_aim_is_met(figure: Figure, verdict: str) -> None:
    assert figure.verdict == verdict
    assert str(figure).rstrip().endswith(verdict)


def test_the_bare_copy_reads_what_the_contract_knows(tmp_path: Path) -> None:
    folder = tmp_path / "2026-10-31" / "lsso"
    folder.mkdir(parents=True)
    (folder / "contributions.csv").write_text("ss_number;month;paid_lak\n1;2026-09;5\n2;2026-09;no number\n")
    with gzip.open(folder / "inspectors.csv.gz", "wt", encoding="utf-8-sig") as file:
        file.write("inspector_id,name\nN1,A\n")
    (folder / "labour_units.xlsx").touch()
    found = list(files(tmp_path))
    assert [name for name, _ in found] == ["lsso.contributions", "lsso.inspectors"]
    with duckdb.connect() as connection:
        assert [copy(connection, number, *each) for number, each in enumerate(found)] == [1, 1]
        assert connection.execute('select paid_lak from "0 lsso.contributions"').fetchall() == [(5,)]


def test_a_page_is_asked_for_as_a_browser_does() -> None:
    spec = {
        "output": "..top.children...told.data..",
        "inputs": [{"id": "url", "property": "pathname"}, {"id": "url", "property": "search"}],
        "state": [],
        "clientside_function": None,
    }
    body = json.loads(Filling(json.dumps([spec])).body("/map", "?lang=lo"))
    assert body["outputs"] == [{"id": "top", "property": "children"}, {"id": "told", "property": "data"}]
    assert [given["value"] for given in body["inputs"]] == ["/map", "?lang=lo"]
