"""Each check that stops publication, on a warehouse that holds, and on the same one broken on purpose and made whole again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from etl.checks import broken
from etl.checks.before import attached
from etl.checks.references import coded
from etl.checks.rows import pairs
from etl.database import Database, writing
from etl.publish import current_file
from warehouse.checks import STOPS
from warehouse.star import STAR

AS_OF = date(2026, 10, 31)
TWICE = "create or replace table {0} as select * from {0} union all (select * from {0} limit 1)"
SENT = "create or replace table stg_lsso_contributions as select * from stg_lsso_contributions"

# what is done to the warehouse | the checks that no longer hold | what the first of them says
CASES = [
    ("update audit_account set read = read + 1 where \"table\" = 'teams'", "rows_accounted", "inspections.teams: "),
    ("delete from audit_rejected where line = (select min(line) from audit_rejected)", "rejected_kept", "are kept"),
    (
        "delete from fact_ticket where ticket_no = (select min(ticket_no) from fact_ticket)",
        "staged_in_facts",
        "of helpdesk.tickets is not in fact_ticket",
    ),
    (
        "delete from stg_training_attendances where session_no = (select min(session_no) from stg_training_attendances)",
        "staged_in_facts",
        "of training.attendances is only in fact_training",
    ),
    (TWICE.format("fact_ticket"), "keys_unique", "stands 2 times"),
    ("insert into fact_unit_month select * from fact_unit_month where sent = 0 limit 1", "keys_unique rollup_agrees",
     "has a month twice"),
    (TWICE.format("dim_district"), "keys_unique", "dim_district: "),
    (
        "update dim_inspector set is_current = 0 where version_key = (select min(version_key) from dim_inspector where is_current = 1)",
        "keys_unique",
        "has 0 latest versions",
    ),
    ("update fact_finding set inspection_no = 'GHOST' where finding_no = (select min(finding_no) from fact_finding)",
     "references_hold findings_agree", "fact_finding.inspection_no: GHOST is not in fact_inspection"),
    ("update fact_team set inspector_province_code = '99'", "references_hold", "inspector_province_code: 99"),
    ("update fact_appeal set measure_no = 'GHOST'", "references_hold", "fact_appeal.measure_no: GHOST is not in fact_measure"),
    ("update fact_debt set ss_number = 'GHOST'", "references_hold", "fact_debt.ss_number: GHOST is not in dim_labour_unit"),
    ("update fact_inspection set status_code = 'lost'", "codes_known", "fact_inspection.status_code: lost"),
    ("update fact_complaint set topic_code = 'legal'", "codes_known", "fact_complaint.topic_code: legal"),
    (f"{SENT} where paid_lak = 0 or ss_number <> (select min(ss_number) from stg_lsso_contributions where paid_lak > 0)",
     "contributions_agree", "staged"),
    ("update rollup_unit_month set registered = registered + 1 where month_start = date '2026-09-01'",
     "rollup_agrees", "registered of 2026-09-01"),
    ("update rollup_unit_month set due_lak = due_lak + 1 where month_start = date '2026-08-01'",
     "rollup_agrees", "due_lak of 2026-08-01"),
    ("update fact_debt set recovered_lak = recovered_lak + 1", "debts_balance", "recovered is not"),
    ("update fact_debt set paid_lak = paid_lak + 1", "debts_balance", "kip paid, but its payments are"),
    ("update fact_debt_month set outstanding_lak = outstanding_lak + 1 where month_start = date '2026-10-01'",
     "debt_months_agree", "in the last month's balance"),
    ("update fact_inspection set findings = findings + 1", "findings_agree", "in fact_finding"),
    ("update fact_inspection set corrected_findings = corrected_findings + 1", "findings_agree", "corrected; in fact_finding"),
    ("update fact_team set share = share / 2", "shares_add_up", "the team's shares add up to 0.5"),
    ("update fact_fine set difference_lak = difference_lak + 1", "fines_differ", "statutory is not"),
    # 1 % may go and no more; a table without rows of its own sources is not asked.
    ("create or replace table fact_visit as select * from fact_visit order by visit_no limit (select count(*) * 0.98 from fact_visit)",
     "staged_in_facts not_fewer", "of labour_inspection.visits is not in fact_visit"),
]  # fmt: skip


@pytest.fixture(scope="module")
def file(tiny: Path) -> Path:
    found = current_file(tiny)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def db(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    copy = tmp_path_factory.mktemp("stops") / "broken.duckdb"
    shutil.copyfile(file, copy)
    with writing(copy) as opened:
        yield opened


def found_in(db: Database, file: Path, *statements: str) -> dict[str, list[str]]:
    """What does not hold after the statements, beside the file as it was published."""
    with attached(db, [file]) as tables:
        try:
            for statement in statements:
                db.run(statement)
            return broken(db, AS_OF, tables)
        finally:
            db.sa.rollback()


def test_the_sample_holds(db: Database, file: Path) -> None:
    assert found_in(db, file) == {}


@pytest.mark.parametrize(("statement", "checks", "said"), CASES, ids=[f"{c[1]}-{n}" for n, c in enumerate(CASES)])
def test_what_is_broken_is_found(db: Database, file: Path, statement: str, checks: str, said: str) -> None:
    found = found_in(db, file, statement)
    first, *others = checks.split()
    assert set(found) == {first, *others}
    assert said in " ".join(found[first])


def test_every_check_that_stops_is_broken_above() -> None:
    assert {check for _, checks, _ in CASES for check in checks.split()} == {check.id for check in STOPS}


def test_a_few_are_told_and_the_others_counted(db: Database, file: Path) -> None:
    messages = found_in(db, file, "update fact_fine set difference_lak = 1 - difference_lak")["fines_differ"]
    assert len(messages) == 3
    assert messages[-1].endswith("more")


def test_nothing_is_compared_with_a_file_that_cannot_be_read(db: Database, tmp_path: Path) -> None:
    harmed = tmp_path / "harmed.duckdb"
    harmed.write_bytes(b"no database")
    with attached(db, [harmed, tmp_path / "none.duckdb"]) as tables:
        assert tables == set()


def test_the_latest_file_that_can_be_read_is_compared_with(db: Database, file: Path, tmp_path: Path) -> None:
    harmed = tmp_path / "harmed.duckdb"
    harmed.write_bytes(b"no database")
    with attached(db, [harmed, file]) as tables:
        assert "fact_visit" in tables


def test_pairs_are_derived_from_the_declared_keys() -> None:
    found = {name: fact for name, (fact, _, _) in pairs().items()}
    assert found["inspections.orders"] == "fact_inspection"
    assert found["inspections.debt_payments"] == "fact_debt_payment"
    assert found["training.attendances"] == "fact_training"
    assert found["enterprise_register.enterprises"] == "dim_enterprise"
    assert "lsso.contributions" not in found  # unit-months: compared by rows and kip instead


def test_every_column_of_codes_has_its_list() -> None:
    named = {f"{table}.{column}" for table, column, _ in coded()}
    assert {"fact_measure.next_step_code", "fact_ticket.channel_code", "fact_inspection.stage_code"} <= named
    assert {name.partition(".")[0] for name in named} <= set(STAR.tables)
