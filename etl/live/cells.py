"""Values of a driver as the cells of a CSV file, so that the contract reads them like anyone's file."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from etl.live.tables import LAO_TIME

PLAIN = {str, int, date, type(None)}  # what csv writes as the contract reads it
LARGEST_WHOLE = 10**18
LOOKS_LIKE_THOUSANDS = 3


def write_csv(path: Path, header: Sequence[str], chunks: Iterable[Sequence[Sequence[Any]]]) -> int:
    """Write the rows chunk by chunk; how many."""
    rows = 0
    with path.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for chunk in chunks:
            rows += len(chunk)
            plain = set(map(type, chain.from_iterable(chunk))) <= PLAIN
            writer.writerows(chunk if plain else ([cell(value) for value in row] for row in chunk))
    return rows


def cell(value: Any) -> Any:
    """A value as the text that a file would hold: whole numbers whole, moments in the country's time, bytes as text."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if isinstance(value, datetime):
        return str(value.astimezone(LAO_TIME).replace(tzinfo=None) if value.tzinfo else value)
    if isinstance(value, float | Decimal):
        return number(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).decode("utf-8", "surrogateescape")
    return str(value)


def number(value: float | Decimal) -> str | None:
    """A whole number without a fraction. Three digits after the point would read as thousands: they get a fourth."""
    if math.isnan(value):
        return None
    exact = Decimal(str(value))
    if abs(exact) < LARGEST_WHOLE and exact == int(exact):
        return str(int(exact))
    text = format(exact.normalize(), "f")
    return text + "0" if len(text.partition(".")[2]) == LOOKS_LIKE_THOUSANDS else text
