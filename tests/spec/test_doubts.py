"""What the rules of contributions doubt: a due unlike the rule's, a payment in full without its day. Both rows are loaded."""

from __future__ import annotations

from sqlalchemy import select

from tests.spec.asked import Asked
from warehouse.audit import audit_account, audit_problem

# scheme, month, workers, wages, due, paid, paid_on, the doubts about the row, and why
ROWS = """
enterprise    | 2026-09 | 3 | 10000000 | 1150000 | 0       |            |                   | 6 % + 5.5 % = 11.5 % of 10,000,000
enterprise    | 2026-08 | 3 | 10000000 | 1161500 | 0       |            |                   | 1 % more, to the kip: 1,150,000 × 1.01
enterprise    | 2026-07 | 3 | 10000000 | 1161501 | 0       |            | differs_from_rule | more than 1 % more
enterprise    | 2026-06 | 3 | 10000000 | 1138500 | 0       |            |                   | 1 % less
enterprise    | 2026-05 | 3 | 10000000 | 1138499 | 0       |            | differs_from_rule | more than 1 % less
enterprise    | 2026-04 | 1 | 300      | 35      | 0       |            |                   | 34.5 is rounded half up
enterprise    | 2026-03 | 1 | 300      | 34      | 0       |            | differs_from_rule | 1 of 35 is more than 1 %
enterprise    | 2026-02 | 1 | 10000000 | 517500  | 0       |            |                   | the ceiling: 11.5 % of 4,500,000
enterprise    | 2026-01 | 1 | 10000000 | 1150000 | 0       |            | differs_from_rule | above the ceiling
enterprise    | 2025-12 | 3 | 10000000 | 1150000 | 0       |            |                   | the ceiling is per worker: 13,500,000
enterprise    | 2025-11 | 3 | 0        | 0       | 0       |            |                   | 11.5 % of nothing
enterprise    | 2025-10 | 3 | 0        | 1       | 0       |            | differs_from_rule | anything is more than nothing
enterprise    | 2016-12 | 1 | 4500000  | 230000  | 0       |            |                   | the ceiling of 2016: 2,000,000
enterprise    | 2013-12 | 1 | 1000000  | 95000   | 0       |            |                   | the rates of 2013: 5 % + 4.5 %
enterprise    | 2014-01 | 1 | 1000000  | 115000  | 0       |            |                   | those of 2014
enterprise    | 2013-11 | 1 | 1000000  | 115000  | 0       |            | differs_from_rule | the rates of that month, not of today
civil_servant | 2026-09 | 1 | 10000000 | 1650000 | 0       |            |                   | 8.5 % + 8 %, no ceiling
civil_servant | 2026-08 | 1 | 10000000 | 1150000 | 0       |            | differs_from_rule | another scheme's rate
voluntary     | 2026-09 | 1 | 1000000  | 90000   | 0       |            |                   | 9 %
voluntary     | 2026-08 | 1 | 1000000  | 90000   | 90000   |            | paid_without_date | paid in full, nobody knows when
voluntary     | 2026-07 | 1 | 1000000  | 90000   | 90000   | 2026-08-20 |                   | late is no doubt
voluntary     | 2026-06 | 1 | 1000000  | 90000   | 89999   |            |                   | a part has no day of payment in full
voluntary     | 2026-05 | 1 | 1000000  | 80000   | 80000   |            | both              | each doubt is recorded
"""
LINES = [[cell.strip() for cell in line.split("|")] for line in ROWS.strip().splitlines()]
SENT = "\n".join("|".join([scheme, *cells[:6]]) for scheme, *cells in LINES)
TABLES = f"""
lsso.labour_units
ss_number     | scheme        | registered_on
enterprise    | enterprise    | 2010-01-01
civil_servant | civil_servant | 2010-01-01
voluntary     | voluntary     | 2010-01-01

lsso.contributions
ss_number | month | workers | wage_base_lak | due_lak | paid_lak | paid_on
{SENT}
"""


def test_a_due_that_differs_by_more_than_1_percent_is_a_warning(asked: Asked) -> None:
    """due(month) = round half up of (employer rate + employee rate) × insurable wages, rates of that month and scheme.
    Insurable wages = wages up to the ceiling per worker. One that differs from the rule by more than 1 % is a warning.
    `paid_late` … (also with no paid_on: a warning)."""
    both = {"both": {"differs_from_rule", "paid_without_date"}, "": set()}
    expected = {(line, name): why for line, (*_, name, why) in enumerate(LINES, start=2)}
    p = audit_problem.c
    found: dict[int, set[str]] = {}
    for line, problem, severity in asked.connection.execute(select(p.line, p.problem, p.severity)):
        assert severity == "warning"
        found.setdefault(line, set()).add(problem)
    for (line, name), why in expected.items():
        assert found.get(line, set()) == both.get(name, {name}), f"{ROWS.strip().splitlines()[line - 2]}: {why}"


def test_the_due_that_was_delivered_stands(asked: Asked) -> None:
    assert asked("contributions_due_lak", "2026-01") == 1_150_000  # though the rule says 517,500
    assert asked("contributions_due_lak", "2026-08") == 1_161_500 + 1_150_000 + 90_000


def test_a_warning_loads_the_row(asked: Asked) -> None:
    a = audit_account.c
    chosen = select(a.read, a.loaded, a.rejected, a.warnings).where(a.table == "contributions")
    doubts = sum({"": 0, "both": 2}.get(name, 1) for *_, name, _ in LINES)
    assert tuple(asked.connection.execute(chosen).one()) == (len(LINES), len(LINES), 0, doubts)
