"""Fines beside the statutory amount, what is paid of them, and appeals. As of 31 October 2026."""

from __future__ import annotations

from sqlalchemy import select

from tests.spec.asked import Asked
from warehouse.star import fact_fine

TABLES = """
inspections.orders
inspection_no | district_code | isic_section | scheme        | type    | method   | conducted_on
1             | 0101          | C            | enterprise    | regular | direct   | 2026-05-01
2             | 0701          | F            | civil_servant | regular | indirect | 2026-06-01
3             | 0101          | C            | enterprise    | regular | direct   | 2024-11-01
4             | 0101          | C            | enterprise    | ad_hoc  | direct   | 2024-11-01

inspections.measures
measure_no | inspection_no | step    | issued_on  | complied_on
M1         | 1             | fine    | 2026-08-20 |
M2         | 2             | fine    | 2026-09-01 |
M3         | 2             | warning | 2026-06-02 | 2026-10-08
M4         | 3             | fine    | 2024-11-20 |
M5         | 4             | fine    | 2024-11-20 |

inspections.fines
fine_no | measure_no | basis                | base_lak | months | imposed_lak | imposed_on | paid_lak | paid_on    | status
F1      | M1         | non_participation    | 1000000  | 3      | 180000      | 2026-08-20 | 100000   | 2026-09-15 | imposed
F2      | M1         | damage               | 500000   |        | 1010001     | 2026-08-21 |          |            | imposed
F3      | M2         | damage               | 500000   |        | 1010000     | 2026-09-01 | 1010000  | 2026-10-31 | paid
F4      | M2         | damage               | 1        |        | 700000      | 2026-09-02 | 50000    | 2026-09-20 | cancelled
F5      | M2         | unregistered_workers | 1000000  |        | 86001       | 2026-09-03 |          |            | modified
F6      | M2         | late_payment         | 12000000 | 4      | 401000      | 2026-10-01 | 7        |            | appealed
F7      | M2         | damage               | 100000   |        | 200000      | 2026-10-08 |          |            | imposed
F8      | M2         | damage               | 100000   |        | 198000      | 2026-10-09 |          |            | imposed
F9      | M4         | late_payment         | 12000000 | 12     | 1           | 2015-11-20 |          |            | imposed
F10     | M4         | damage               | 25       |        | 50          | 2024-11-20 |          |            | imposed
F11     | M5         | damage               | 25       |        | 50          | 2024-11-20 |          |            | imposed

inspections.appeals
measure_no | filed_on   | decided_on | result
M1         | 2026-08-25 | 2026-09-10 | upheld
M2         | 2026-09-05 | 2026-09-30 | cancelled
M3         | 2026-09-06 |            |
M2         | 2026-09-07 | 2026-10-01 | modified
M1         | 2026-10-01 | 2026-10-31 | upheld
M1         | 2026-10-02 | 2026-10-03 |
"""


def of_fines(asked: Asked, name: str) -> dict[str, object]:
    f = fact_fine.c
    return {row.fine_no: row[1] for row in asked.connection.execute(select(f.fine_no, f[name]))}


def test_the_statutory_amount_stands_beside_the_imposed(asked: Asked) -> None:
    """The employer rate is that of imposed_on and of the inspection's scheme; no `months` means 1."""
    assert of_fines(asked, "statutory_lak") == {
        "F1": 180_000,  # 6 % × 3 months
        "F2": 1_000_000,
        "F3": 1_000_000,
        "F4": 2,
        "F5": 85_000,  # a civil servant's employer: 8.5 %, 1 month
        "F6": 400_000,  # 4 × 10 % / 12
        "F7": 200_000,
        "F8": 200_000,
        "F9": None,  # the rate of November 2014 is not known
        "F10": 50,
        "F11": 50,
    }
    assert of_fines(asked, "difference_lak")["F5"] == 1001
    assert of_fines(asked, "difference_lak")["F8"] == -2000
    assert of_fines(asked, "difference_lak")["F9"] is None


def test_no_months_means_1_with_a_warning(asked: Asked) -> None:
    """Of damage there are no months to be missed."""
    assert asked.doubted("fine_without_months") == {"F5"}


def test_fines_imposed(asked: Asked) -> None:
    """Fines not cancelled by imposed_on."""
    assert asked("fines_imposed", "2026-08") == 2
    assert asked("fines_imposed", "2026-09") == 2  # F3, F5; F4 is cancelled
    assert asked("fines_imposed", "2026-10") == 3
    assert asked("fines_imposed", "mentored_indirect") == 2


def test_fines_imposed_lak(asked: Asked) -> None:
    assert asked("fines_imposed_lak", "2026-08") == 180_000 + 1_010_001
    assert asked("fines_imposed_lak", "2026-09") == 1_010_000 + 86_001


def test_fines_paid_lak(asked: Asked) -> None:
    """Σ paid_lak by paid_on, of fines in any status: the cancelled too; F6's 7 kip have no day."""
    assert asked("fines_paid_lak", "2026-09") == 100_000 + 50_000
    assert asked("fines_paid_lak", "2026-10") == 1_010_000
    assert asked("fines_paid_lak", "2026-08") == 0


def test_fine_collection_rate(asked: Asked) -> None:
    """Σ paid_lak ÷ Σ imposed_lak of the fines imposed in the period, not cancelled, whenever they were paid."""
    assert asked("fine_collection_rate", "2026-08") == 100_000 / (180_000 + 1_010_001)
    assert asked("fine_collection_rate", "2026-09") == 1_010_000 / (1_010_000 + 86_001)
    assert asked("fine_collection_rate", "2026-10") == 7 / (401_000 + 200_000 + 198_000)
    assert asked("fine_collection_rate", "2026-07") is None


def test_fine_variance_cases(asked: Asked) -> None:
    """Over 1 % of statutory or 1,000 kip, whichever is more: a kip over 1 %, exactly 1 %, exactly 1,000 kip, 1,001 kip."""
    assert asked("fine_variance_cases", "2026-08") == 1  # F2; F1 is exact
    assert asked("fine_variance_cases", "2026-09") == 1  # F5; F3 is within; F4 is cancelled
    assert asked("fine_variance_cases", "2026-10") == 0  # F6 and F8: 1,000 and 2,000 kip are within 1 %
    assert asked("fine_variance_cases", "2015-11") == 0  # F9: nothing to compare with


def test_a_fine_has_its_inspection_s_slices(asked: Asked) -> None:
    assert asked.by("province", "fines_imposed_lak", "2026-Q3") == {"01": 1_190_001, "07": 1_096_001}
    assert asked.by("scheme", "fines_imposed", "2026") == {"enterprise": 2, "civil_servant": 5}
    assert asked.by("method", "fines_paid_lak", "2026") == {"direct": 100_000, "indirect": 1_060_000}
    assert asked.by("sector", "fine_variance_cases", "2026") == {"C": 1, "F": 1}


def test_a_fine_after_compliance_is_marked(asked: Asked) -> None:
    """A unit that complies in education, warning or summons gets no fine: a fine issued after compliance is a data warning."""
    marked = {fine for fine, after in of_fines(asked, "after_compliance").items() if after}
    assert marked == asked.doubted("fine_after_compliance") == {"F8"}  # of 8 October: F7 is of that day, not after it


def test_a_fine_before_the_end_of_mentoring_is_marked(asked: Asked) -> None:
    """Between October 2024 and the end of mentoring only after follow_up, ad_hoc or emergency inspections (Strategy 6.A)."""
    assert {fine for fine, outside in of_fines(asked, "outside_phase").items() if outside} == {"F10"}


def test_appeals_filed(asked: Asked) -> None:
    """Appeals by filed_on."""
    assert asked("appeals_filed", "2026-08") == 1
    assert asked("appeals_filed", "2026-09") == 3
    assert asked.by("province", "appeals_filed", "2026") == {"01": 3, "07": 3}


def test_appeals_upheld_share(asked: Asked) -> None:
    """Appeals with result upheld (the measure stands) ÷ appeals decided, by decided_on; one without a result is decided, too."""
    assert asked("appeals_upheld_share", "2026-09") == 1 / 2
    assert asked("appeals_upheld_share", "2026-10") == 1 / 3
    assert asked("appeals_upheld_share", "2026-08") is None
    assert asked.by("method", "appeals_upheld_share", "2026-09") == {"direct": 1 / 1, "indirect": 0 / 1}


def test_appeal_days(asked: Asked) -> None:
    """The median of decided_on − filed_on, by the day of the decision."""
    assert asked("appeal_days", "2026-09") == (16 + 25) / 2
    assert asked("appeal_days", "2026-10") == 24  # of 1, 24 and 30
    assert asked("appeal_days", "2026-08") is None
