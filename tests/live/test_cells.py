"""A value of a driver as the text that a file would hold; the worked examples of etl/live/cells.py."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from etl.live.cells import cell

CASES: tuple[tuple[Any, str | None], ...] = (
    (None, None),
    ("ໂຮງງານ", "ໂຮງງານ"),
    (101, "101"),
    (True, "1"),
    (False, "0"),
    (50000000.0, "50000000"),
    (0.5, "0.5"),
    (float("nan"), None),
    (float("inf"), "Infinity"),
    (Decimal("50000000.00"), "50000000"),
    (Decimal("1.50"), "1.5"),
    (Decimal("1.125"), "1.1250"),  # 1.125 would read as a thousand kip
    (0.125, "0.1250"),
    (date(2026, 10, 31), "2026-10-31"),
    (datetime(2026, 10, 31, 8, 0), "2026-10-31 08:00:00"),  # noqa: DTZ001
    (datetime(2026, 10, 31, 20, 0, tzinfo=UTC), "2026-11-01 03:00:00"),
    (b"SS1", "SS1"),
    (memoryview(b"SS1"), "SS1"),
    (b"\xff", "\udcff"),
)


@pytest.mark.parametrize(
    ("value", "text"), CASES, ids=lambda each: each.hex() if isinstance(each, memoryview) else repr(each)
)
def test_cell(value: Any, text: str | None) -> None:
    written = cell(value)
    assert (None if written is None else str(written)) == text
