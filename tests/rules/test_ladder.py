"""The enforcement ladder (Law art. 117, 119; 4139 art. 24–26): deadlines, next steps, and the state of a measure on any day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.errors import LoadError
from etl.rules.ladder import SETTING, ladder, lawful_deadline, reading, spans
from tests.rules.given import Given, given

DECISION = """
    step               | issued_on  | deadline_on | next_step
    education          | 2026-01-01 | 2026-04-01  | warning
    warning            | 2026-01-01 | 2026-04-01  | summons
    summons            | 2026-01-01 | 2026-04-01  | fine
    fine               | 2026-01-01 | 2026-04-01  | prosecution
    prosecution        | 2026-01-01 |             |
    benefit_suspension | 2026-01-01 |             |
"""
LAW = """
    step               | issued_on  | deadline_on | next_step
    education          | 2026-01-01 |             |
    warning            | 2026-01-01 | 2026-04-01  | fine
    summons            | 2026-01-01 |             |
    fine               | 2026-01-01 | 2026-04-01  | prosecution
    prosecution        | 2026-01-01 |             |
    benefit_suspension | 2026-01-01 |             |
"""


@pytest.mark.parametrize(("of", "table"), [("decision", DECISION), ("law", LAW)])
def test_steps(of: str, table: str) -> None:
    """education → 90 → warning → 90 → summons → 90 → fine → 90 (3 months) → new inspection and fine again, then prosecution;
    prosecution: –. `benefit_suspension` goes with a fine: it is no step. (By the Law's reading, one warning and 90 days.)"""
    rows = given(table)
    steps = ladder(of)
    joined = rows.table.outerjoin(steps, steps.c.step == rows.c.step)
    found = rows.answers(lawful_deadline(rows.c.issued_on, steps.c.days_to_comply), steps.c.next_step, source=joined)
    assert found == list(zip(rows["deadline_on"], rows["next_step"], strict=True))


def test_each_step_is_higher_than_those_before() -> None:
    """… with no higher step of the ladder: education, warning, summons, fine, prosecution, in this order."""
    rows = given("""
        step               | place
        education          | 1
        warning            | 2
        summons            | 3
        fine               | 4
        prosecution        | 5
        benefit_suspension |
    """)
    steps = ladder("decision")
    joined = rows.table.outerjoin(steps, steps.c.step == rows.c.step)
    assert rows.answers(steps.c.rank, source=joined) == rows["place"]


def test_days_are_calendar_days() -> None:
    """Days are calendar days; the deadline is issue date + days."""
    rows = given("""
        issued_on  | deadline_on | why
        2026-01-01 | 2026-04-01  | Sundays and holidays count
        2024-02-28 | 2024-05-28  | so does the leap day
        2025-02-28 | 2025-05-29  | which most years lack
        2025-12-31 | 2026-03-31  | over the turn of the year
    """)
    assert rows.answers(lawful_deadline(rows.c.issued_on, 90)) == rows["deadline_on"]


def test_the_reading_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both readings of the law are a parameter, the Decision's being the default."""
    monkeypatch.delenv(SETTING, raising=False)
    assert reading() == "decision"
    monkeypatch.setenv(SETTING, "")
    assert reading() == "decision"
    monkeypatch.setenv(SETTING, "law")
    assert reading() == "law"


def test_an_unknown_reading_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "custom")
    with pytest.raises(LoadError, match=r"SSIIS_LADDER='custom': the readings of the law are decision, law"):
        reading()


def states_of(rows: Given) -> Callable[[date], list[set[str]]]:
    """The states in which each measure is on a day: those whose span holds it."""
    c = rows.c
    of = spans(c.issued_on, c.deadline_on, c.complied_on, c.higher_on, c.next)
    names = ("due_soon", "expired", "owed")
    found = rows.answers(*(end for span in (of.due_soon, of.expired, of.owed) for end in span))

    def held(ends: tuple[date | None, ...], day: date) -> set[str]:
        pairs = zip(names, ends[::2], ends[1::2], strict=True)
        return {name for name, since, until in pairs if since and since <= day and (until is None or until > day)}

    return lambda day: [held(ends, day) for ends in found]


STATES = {None: set(), "due_soon": {"due_soon"}, "expired": {"expired"}, "owed": {"expired", "owed"}}
DAYS = """
    issued_on  | deadline_on | complied_on | higher_on  | next    | day_on     | state    | why
    2026-01-01 | 2026-04-01  |             |            | summons | 2026-03-17 |          | `running`: the deadline is 15 days away
    2026-01-01 | 2026-04-01  |             |            | summons | 2026-03-18 | due_soon | `due_soon`: 14 days away
    2026-01-01 | 2026-04-01  |             |            | summons | 2026-04-01 | due_soon | the deadline itself
    2026-01-01 | 2026-04-01  |             |            | summons | 2026-04-02 | owed     | `expired` (deadline < D)
    2026-01-01 | 2026-04-01  |             |            | summons | 2036-04-02 | owed     | for good
    2026-01-01 | 2026-04-01  | 2026-04-01  |            | summons | 2026-03-31 | due_soon | the day before it complies
    2026-01-01 | 2026-04-01  | 2026-04-01  |            | summons | 2026-04-01 |          | `complied` (complied_on ≤ D), on the deadline
    2026-01-01 | 2026-04-01  | 2026-04-01  |            | summons | 2026-04-02 |          | and after it
    2026-01-01 | 2026-04-01  | 2026-05-01  |            | summons | 2026-04-30 | owed     | complied late
    2026-01-01 | 2026-04-01  | 2026-05-01  |            | summons | 2026-05-01 |          | else … : complied goes before expired
    2026-01-01 | 2026-04-01  | 2026-02-01  |            | summons | 2026-03-25 |          | complied early: never due soon
    2026-01-01 | 2026-04-01  | 2025-12-31  |            | summons | 2026-03-25 |          | complied before it was issued
    2026-01-01 | 2026-04-01  | 2025-12-31  |            | summons | 2026-04-02 |          | nor ever expired
    2026-01-01 | 2026-01-05  |             |            | summons | 2025-12-31 |          | Measures issued after D do not exist on D
    2026-01-01 | 2026-01-05  |             |            | summons | 2026-01-01 | due_soon | from its issue on
    2026-01-10 | 2026-01-05  |             |            | summons | 2026-01-09 |          | a deadline before the issue, before the issue
    2026-01-10 | 2026-01-05  |             |            | summons | 2026-01-10 | owed     | and on its day
    2026-01-01 | 2026-04-01  |             | 2026-03-01 | summons | 2026-03-20 | due_soon | a higher step takes no deadline away
    2026-01-01 | 2026-04-01  |             | 2026-03-01 | summons | 2026-04-02 | expired  | with no higher step … issued … by D
    2026-01-01 | 2026-04-01  |             | 2026-04-02 | summons | 2026-04-02 | expired  | issued on D
    2026-01-01 | 2026-04-01  |             | 2026-04-10 | summons | 2026-04-09 | owed     | issued after D: not yet
    2026-01-01 | 2026-04-01  |             | 2026-04-10 | summons | 2026-04-10 | expired  | owed no more
    2026-01-01 | 2026-04-01  |             | 2025-12-01 | summons | 2026-04-02 | expired  | even one issued before the measure itself
    2026-01-01 | 2026-04-01  | 2026-05-01  | 2026-04-10 | summons | 2026-04-30 | expired  | both: the earlier ends what is owed
    2026-01-01 |             |             |            | summons | 2026-06-01 |          | no deadline, nothing expires
    2026-01-01 | 2026-04-01  |             |            |         | 2026-04-02 | expired  | nothing follows it (–): nothing is owed
"""


def test_state_on_a_day() -> None:
    """State on a day D: `complied` (complied_on ≤ D), else `expired` (deadline < D), `due_soon` (deadline within D … D + 14),
    `running`; and `step_owed` = expired with no higher step of the ladder issued on that inspection by D."""
    rows = given(DAYS)
    states = states_of(rows)
    for number, (day, state, why) in enumerate(zip(rows["day_on"], rows["state"], rows["why"], strict=True)):
        assert states(day)[number] == STATES[state], why
