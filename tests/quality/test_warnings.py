"""Each check that warns finds its row and not its neighbour; its counts are kept by batch, its rows as of the last."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import select

from tests.conftest import AskedOf
from tests.spec.asked import Asked
from warehouse.audit import audit_check, audit_doubt
from warehouse.checks import CHECKS, WARNINGS
from warehouse.records import CheckStates, DoubtfulRows, DoubtsByPlace, Forced, WarnedRows, answer

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
FIRST = """
lsso.labour_units
ss_number | district_code
A         | 0101
B         | 0201

inspections.orders
inspection_no | ss_number | district_code | ordered_on | status    | workers_found | workers_registered
1             | A         | 0101          | 2026-01-05 | closed    | 10            | 10
2             | B         | 0201          | 2026-01-05 | closed    | 10            | 11
3             | B         | 0201          | 2026-01-05 | cancelled |               |
4             | B         | 0201          | 1999-12-31 | closed    |               | 3

inspections.findings
finding_no | inspection_no | found_on   | corrected_on
F1         | 1             | 2026-02-10 | 2026-02-10
F2         | 2             | 2026-02-10 | 2026-02-09

inspections.measures
measure_no | inspection_no | step    | issued_on  | deadline_on | complied_on
W1         | 1             | warning | 2026-02-01 | 2026-05-02  | 2026-03-01
W2         | 2             | warning | 2026-02-01 | 2026-05-01  | 2026-01-31
W3         | 2             | warning | 2026-02-01 |             | 2026-02-01
X1         | 1             | fine    | 2026-03-01 |             |
X2         | 2             | fine    | 2026-03-02 |             |
X3         | 3             | fine    | 2026-03-02 |             |
X4         | 4             | fine    | 2026-03-02 |             |

inspections.fines
fine_no | measure_no | basis        | months | imposed_on | paid_lak | paid_on    | status
E1      | X1         | late_payment | 4      | 2026-03-01 |          |            | imposed
E2      | X2         | late_payment |        | 2026-03-02 | 5000     | 2026-04-01 | paid
E3      | X3         | damage       |        | 2026-03-02 | 0        |            | imposed
E4      | X4         | damage       |        | 2026-03-02 |          |            | paid
E5      | X4         | damage       |        | 2026-03-02 | 1        |            | imposed
E6      | W3         | damage       |        | 2026-01-31 |          |            | imposed

inspections.debts
debt_no | ss_number | period_from | period_to  | principal_lak | established_on
D1      | A         | 2026-01-01  | 2026-03-31 | 1000          | 2026-03-31
D2      | B         | 2026-01-01  | 2026-04-01 | 1000          | 2026-03-31

inspections.debt_payments
debt_no | payment_no | paid_on    | amount_lak
D1      | 1          | 2026-03-31 | 400
D1      | 2          | 2026-05-01 | 600
D2      | 1          | 2026-03-30 | 400
"""
LATER = """
inspections.findings
finding_no | inspection_no | found_on   | corrected_on
F2         | 2             | 2026-02-10 | 2026-02-12

inspections.debt_payments
debt_no | payment_no | paid_on    | amount_lak
D2      | 2          | 2026-10-01 | 601
"""
VISITS = "labour_inspection.visits\nvisit_no | visited_on"
TWENTY_NINE, THIRTY, SIXTY = (
    "\n".join(f"{m}{n} | 2026-02-01" for n in range(count)) for m, count in (("C", 29), ("B", 30), ("A", 60))
)
TABLES = {
    "2026-07-31": f"{FIRST}\n{VISITS}\n{SIXTY}\nA60 | 2026-02-01",
    "2026-08-31": f"{VISITS}\n{SIXTY}",
    "2026-09-30": f"{VISITS}\n{THIRTY}",
    "2026-10-31": f"{LATER}\n{VISITS}\n{TWENTY_NINE}",
}

# check | row that it doubts, as of October | what of it
DOUBTED = """
fine_after_compliance  | E2        | complied_on 2026-01-31, imposed_on 2026-03-02
fine_without_months    | E2        | basis late_payment, base_lak 0
fine_paid_without_date | E4        | status paid
fine_paid_without_date | E5        | status imposed, paid_lak 1
fine_of_other_step     | E6        | measure_no W3, step warning
deadline_unlike_law    | W2        | issued_on 2026-02-01, deadline_on 2026-05-01, lawful_deadline_on 2026-05-02
complied_before_issued | W2        | issued_on 2026-02-01, complied_on 2026-01-31
measure_on_cancelled   | X3        | inspection_no 3, step fine, issued_on 2026-03-02
more_registered        | 2         | workers_found 10, workers_registered 11
debt_overpaid          | D2        | principal_lak 1000, paid_lak 1001
payment_before_debt    | D2 1      | established_on 2026-03-31, paid_on 2026-03-30, amount_lak 400
debt_period_after      | D2        | period_to 2026-04-01, established_on 2026-03-31
before_calendar        | 4         | ordered_on 1999-12-31
"""


@pytest.fixture(scope="module")
def asked(asked_of: AskedOf) -> Asked:
    return asked_of(TABLES)


def shown(what: str) -> str:
    return ", ".join(f"{name} {value}" for name, value in json.loads(what).items() if value is not None)


def test_each_check_doubts_its_row_and_not_its_neighbour(asked: Asked) -> None:
    d = audit_doubt.c
    found = {
        (check, key, shown(what))
        for check, key, what in asked.connection.execute(select(d.check_code, d.key, d.what))
        if check != "far_smaller"
    }
    expected = {tuple(cell.strip() for cell in line.split("|")) for line in DOUBTED.strip().splitlines()}
    assert found == expected


def test_every_check_that_warns_is_tried() -> None:
    tried = {line.split("|")[0].strip() for line in DOUBTED.strip().splitlines()}
    assert tried | {"corrected_before_found", "far_smaller"} == {check.id for check in WARNINGS}


def test_a_doubt_says_where_its_row_came_from(asked: Asked) -> None:
    (row,) = answer(asked.connection, DoubtfulRows(check="more_registered")).records()
    assert (row["source"], row["table"], row["line"], row["province"]) == ("inspections", "orders", 3, "02")
    assert row["batch"] == date(2026, 7, 31)
    assert row["what"] == "Workers found: 10 · Of them registered: 11"
    assert row["what"].lo == "ຜູ້ອອກແຮງງານທີ່ພົບ: 10 · ໃນນັ້ນຂຶ້ນທະບຽນແລ້ວ: 11"


def counts(asked: Asked, check: str) -> dict[date, int]:
    rows = {row["check"]: row for row in answer(asked.connection, CheckStates()).records()}
    return dict(rows[check]["trend"])


def test_the_counts_of_every_batch_are_kept(asked: Asked) -> None:
    """F2 was sent again with a later day of correction in October; then too D2's payments passed its principal."""
    assert list(counts(asked, "corrected_before_found").values()) == [1, 1, 1, 0]
    assert list(counts(asked, "debt_overpaid").values()) == [0, 0, 0, 1]
    assert list(counts(asked, "fine_paid_without_date").values()) == [2, 2, 2, 2]


def test_a_delivery_far_smaller_than_the_one_before(asked: Asked) -> None:
    """61, 60, 30 and 29 visits: 30 are half of 60, not less; 29 of 30 are not few; and before 50 rows nothing is said."""
    assert sum(counts(asked, "far_smaller").values()) == 0


def test_a_delivery_of_less_than_half_is_doubted_with_both_counts(asked_of: AskedOf) -> None:
    """The first delivery is most often the whole past: that the second is smaller says nothing."""
    asked = asked_of({**TABLES, "2026-09-30": f"{VISITS}\n{TWENTY_NINE}", "2026-10-31": LATER})
    assert counts(asked, "far_smaller") == {date(2026, 7, 31): 0, date(2026, 8, 31): 0, SEPTEMBER: 1, OCTOBER: 0}
    assert answer(asked.connection, DoubtfulRows(check="far_smaller")).total == 0  # it was about September's delivery


def test_what_holds_is_told_from_what_was_never_asked(asked: Asked) -> None:
    states = {row["check"]: row["state"] for row in answer(asked.connection, CheckStates()).records()}
    assert set(states) == set(CHECKS)
    assert (states["more_registered"], states["corrected_before_found"], states["keys_unique"]) == (
        "warns",
        "holds",
        "holds",
    )
    assert "unknown" not in states.values()


def test_doubts_by_province_and_source(asked: Asked) -> None:
    rows = {row["province"]: row for row in answer(asked.connection, DoubtsByPlace("inspections")).records()}
    assert rows["02"]["doubted"] == len(DOUBTED.strip().splitlines())
    assert "01" not in rows
    assert answer(asked.connection, DoubtsByPlace("tax")).rows == ()


def test_doubtful_rows_are_narrowed_and_paged(asked: Asked) -> None:
    whole = answer(asked.connection, DoubtfulRows(limit=None))
    assert whole.total == len(whole.rows) == len(DOUBTED.strip().splitlines())
    second = answer(asked.connection, DoubtfulRows(limit=5, offset=5))
    assert second.rows == whole.rows[5:10]
    assert answer(asked.connection, DoubtfulRows(table="debts")).total == 2
    assert answer(asked.connection, DoubtfulRows(province="01")).total == 0
    assert answer(asked.connection, DoubtfulRows(search="e4")).column("key") == ["E4"]


def test_nothing_was_forced_and_nothing_warned_of(asked: Asked) -> None:
    assert answer(asked.connection, Forced()).rows == ()
    assert answer(asked.connection, WarnedRows("paid_without_date")).total == 0


def test_counts_of_checks_stand_under_their_source(asked: Asked) -> None:
    k = audit_check.c
    sources = set(asked.connection.execute(select(k.check_code, k.source, k.table).where(k.rows > 0, k.stops == 0)))
    assert ("payment_before_debt", "inspections", "debt_payments") in sources
    assert {source for _, source, _ in sources} == {"inspections"}
