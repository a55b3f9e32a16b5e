"""The small star in a DuckDB file and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine

from tests.records.small_star import fill
from warehouse.periods import Period
from warehouse.query import Question, Value, values
from warehouse.records import Listing, Request, answer

Asked = Callable[[Request], Listing]
Number = Callable[..., Value]
__all__ = ["asked", "connection", "number"]


@pytest.fixture(scope="package", params=["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def connection(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    on_disk = f"duckdb:///{tmp_path_factory.mktemp('records') / 'small.duckdb'}"
    engine = create_engine(on_disk if request.param == "duckdb" else request.getfixturevalue("postgres_url"))
    with engine.connect() as opened:
        fill(opened)
        yield opened
    engine.dispose()


@pytest.fixture
def asked(connection: Connection) -> Asked:
    """The answer to a request, which has the form that every answer has."""

    def ask(request: Request) -> Listing:
        listing = answer(connection, request)
        assert {request: listing}[request] is listing
        assert all(len(row) == len(listing.columns) for row in listing.rows)
        assert all(column.title.lo for column in listing.columns)
        return listing

    return ask


@pytest.fixture
def number(connection: Connection) -> Number:
    """What the indicator says."""

    def ask(indicator: str, period: Period, **more: Any) -> Value:
        return values(connection, Question((indicator,), (period,), **more))[0]

    return ask
