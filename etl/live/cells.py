"""Values of a driver as the cells of a CSV file, so that the contract reads them like anyone's file."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import IO, Any

from etl.live.tables import LAO_TIME, LARGEST_WHOLE

PLAIN = {str, int, date, type(None)}  # what csv writes as the contract reads it
LOOKS_LIKE_THOUSANDS = 3


def write_rows(file: IO[str], chunks: Iterable[Sequence[Sequence[Any]]]) -> None:
    """Write the rows chunk by chunk."""
    writer = csv.writer(file, lineterminator="\n")
    for chunk in chunks:
        plain = set(map(type, chain.from_iterable(chunk))) <= PLAIN
        writer.writerows(chunk if plain else ([cell(value) for value in row] for row in chunk))


def cell(value: Any) -> Any:
    """A value as the text that a file would hold: whole numbers whole, moments in the country's time, bytes as text."""
    kind = type(value)
    if kind in PLAIN:
        return value
    spell = SPELT.get(kind, str)
    return spell(value)


def number(value: float | Decimal) -> int | str | None:
    """A whole number without a fraction. Three digits after the point would read as thousands: they get a fourth."""
    if math.isnan(value):
        return None
    if -LARGEST_WHOLE < value < LARGEST_WHOLE and value == int(value):
        return int(value)
    text = format(Decimal(str(value)).normalize(), "f")
    return text + "0" if len(text.partition(".")[2]) == LOOKS_LIKE_THOUSANDS else text


def moment(value: datetime) -> str:
    return str(value.astimezone(LAO_TIME).replace(tzinfo=None) if value.tzinfo else value)


def octets(value: bytes | bytearray | memoryview) -> str:
    """What is no UTF-8 keeps its bytes in the file, and its row is refused as a file's would be."""
    return bytes(value).decode("utf-8", "surrogateescape")


SPELT: dict[type, Callable[[Any], Any]] = {
    bool: int,
    float: number,
    Decimal: number,
    datetime: moment,
    bytes: octets,
    bytearray: octets,
    memoryview: octets,
}
