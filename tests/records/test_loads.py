"""What the data pages show of batches, rejected rows and late provinces."""

from __future__ import annotations

from sqlalchemy import Connection

from tests.records.conftest import Asked
from tests.records.small_star import AS_OF, BATCHES, FIRST
from warehouse.records import Accounts, Batches, Freshness, LateData, Problems, RejectedRows, cells, first_month


def test_batches_and_their_accounts(asked: Asked) -> None:
    table = asked(Batches()).records()
    assert [row["batch"] for row in table] == sorted(BATCHES, reverse=True)
    assert [row["read"] for row in table] == [10, 0, 10]
    for row in asked(Accounts(batch=AS_OF, source="inspections")).records():
        assert row["read"] == row["loaded"] + row["superseded"] + row["rejected"] == 10
    assert asked(Freshness("lsso")).total == 3
    assert asked(Freshness("tax")).total == 0


def test_rejected_rows_with_all_their_reasons(asked: Asked) -> None:
    first, second = asked(RejectedRows()).records()
    assert first["reasons"] == (("ordered_on", "unreadable", "31/31"), ("status", "unknown_code", "done"))
    assert cells(second["row"]) == {"inspection_no": "I9"}
    only = asked(RejectedRows(problem="unknown_code", province="07", limit=1))
    assert (only.total, len(only.rows[0][-1])) == (1, 2)
    assert asked(RejectedRows(province="01")).total == 0
    assert asked(RejectedRows(source="lsso")).total == 0


def test_problems_are_counted(asked: Asked) -> None:
    assert sum(asked(Problems(severity="rejected")).column("rows")) == 3
    assert set(asked(Problems(by_province=True)).column("province")) == {"07"}


def test_late_data_names_the_province_that_is_behind(asked: Asked) -> None:
    (late,) = asked(LateData()).records()
    assert (late["province"], late["batches_behind"], late["days_behind"]) == ("07", 2, 81)


def test_the_data_begin_with_the_first_order_or_payment(connection: Connection) -> None:
    assert first_month(connection, AS_OF) == FIRST
