"""Extracts with the right answers, made by others: the command line gives them to the last digit. Skipped where there are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.__main__ import main
from warehouse.indicators import INDICATORS

FOLDER = Path(__file__).parent.parent.parent / "shared" / "cases"
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.json"))
Said = Callable[..., list[dict[str, Any]]]

pytestmark = pytest.mark.skipif(not CASES, reason="no cases beside the project")


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A case's folder, and the URL of the warehouse that `ssiis load` made of its batches."""
    url = f"duckdb:///{tmp_path_factory.mktemp(request.param.name)}"
    assert main(["load", str(request.param / "batches"), "--warehouse", url, "--quiet"]) == 0
    return request.param, url


@pytest.fixture
def said(case: tuple[Path, str], capfdbinary: pytest.CaptureFixture[bytes]) -> Said:
    """What a verb prints about the case's warehouse."""

    def ask(verb: str, *words: str) -> list[dict[str, Any]]:
        assert main([verb, *words, "--format", "json", "--warehouse", case[1]]) == 0
        found: list[dict[str, Any]] = json.loads(capfdbinary.readouterr().out)
        return found

    return ask


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def grain_of(period: str) -> str:
    return "year" if len(period) == 4 else "month"


def test_indicators(case: tuple[Path, str], said: Said) -> None:
    """Every value of expected.json about an indicator that we have."""
    expected = {
        (line["indicator"], line["period"], line["slice"]): line["value"]
        for line in read(case[0] / "expected.json")
        if line["indicator"] in INDICATORS
    }
    found = {}
    for grain in ("month", "year"):
        wanted = sorted({period for _, period, _ in expected if grain_of(period) == grain})
        span = ("--from", f"{wanted[0]}-01"[:7], "--to", f"{wanted[-1]}-12"[:7]) if wanted else ()
        for by in ("none", "province") if wanted else ():
            for line in said("kpi", "--indicator", ",".join(INDICATORS), *span, "--grain", grain, "--by", by):
                found[line["indicator"], line["period"], line["slice"]] = line["value"]
    wrong = {
        key: (value, found.get(key, "not there"))
        for key, value in expected.items()
        if not same(value, found.get(key, "not there"))
    }
    assert wrong == {}
    assert expected


def same(expected: float | None, found: Any) -> bool:
    if expected is None or not isinstance(found, int | float):
        return expected is found
    return found == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_accounts(case: tuple[Path, str], said: Said) -> None:
    """Rows read and rejected by batch, source and table; and the three fates add up."""
    lines = said("batches")
    found = {
        f"{line['batch']}/{line['source']}/{line['table']}": {"read": line["read"], "rejected": line["rejected"]}
        for line in lines
    }
    assert found == read(case[0] / "counts.json")
    assert [line for line in lines if line["read"] != line["loaded"] + line["superseded"] + line["rejected"]] == []
