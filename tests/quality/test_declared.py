"""Checks are declared once: what is declared is asked, and what is asked is declared."""

from __future__ import annotations

from datetime import date

from etl.checks import rules
from etl.checks.doubtful import QUERIES, Look
from warehouse.checks import CHECK, CHECKS, STOPS, WARNINGS
from warehouse.sources import STAGED

NEVER_FORCED = {"rows_accounted", "rejected_kept"}


def test_every_check_that_stops_has_a_rule() -> None:
    asked = {rule.check for rule in rules(date(2026, 10, 31), {"fact_inspection"})}
    assert asked == {check.id for check in STOPS}


def test_every_check_that_warns_has_a_query() -> None:
    assert set(QUERIES) == {check.id for check in WARNINGS}


def test_accounts_and_rejected_rows_cannot_be_forced() -> None:
    assert {check.id for check in STOPS if not check.forced} == NEVER_FORCED


def test_a_check_looks_first_at_the_table_whose_rows_it_doubts() -> None:
    look = Look(date(2026, 10, 31), date(2000, 1, 1))
    for check in WARNINGS:
        assert set(check.tables) <= set(STAGED)
        doubted = {table for table, _ in QUERIES[check.id](look)}
        assert doubted == {check.tables[0]} if check.tables else len(doubted) > 1


def test_checks_are_told_in_both_languages() -> None:
    for check in CHECKS.values():
        assert check.title.lo != check.title
        assert check.says.lo != check.says
    assert [code.code for code in CHECK] == list(CHECKS)
