"""One inspection: its administrative steps with the days between them, and how its fines follow from the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from warehouse.codes import FINE_BASIS
from warehouse.periods import add_months, month_start
from warehouse.records.model import ListColumn, Listing, complete, number, shown
from warehouse.records.steps import DATES, STEP_COLUMN
from warehouse.records.subject import inspected
from warehouse.reference import day_or, rows
from warehouse.star import fact_fine, fact_inspection
from warehouse.text import LANGUAGES, Text
from warehouse.units import DAYS, KIP, grouped

i, f = fact_inspection.c, fact_fine.c
ON = ListColumn("on", Text("Date", lo="ວັນທີ"), "date")
WAITED = number("days", Text("Days from the step before", lo="ມື້ນັບແຕ່ຂັ້ນຕອນກ່ອນ"), DAYS)
STANDS = number("stands", Text("1 where the order stands now", lo="1 ຖ້າຄຳສັ່ງຢູ່ຂັ້ນນີ້"))
HOW = ListColumn("how", Text("How the law computes it", lo="ກົດໝາຍຄິດໄລ່ແນວໃດ"))
GROUND = ListColumn("ground", Text("Article", lo="ມາດຕາ"))
BASIS = ListColumn("basis", FINE_BASIS.title, "code", codes=FINE_BASIS)
SHARE_OF_WAGES = Text(
    "{base} kip × employer's rate {rate} % × {months} months", lo="{base} ກີບ × ອັດຕາຜູ້ໃຊ້ແຮງງານ {rate} % × {months} ເດືອນ"
)
LATE = Text(
    "{base} kip × lending rates of the {months} months before, {rates} % a year, a twelfth each",
    lo="{base} ກີບ × ອັດຕາດອກເບ້ຍເງິນກູ້ຂອງ {months} ເດືອນກ່ອນ, {rates} % ຕໍ່ປີ, ເດືອນລະໜຶ່ງສ່ວນສິບສອງ",
)
DAMAGE = Text("{multiple} × damage of {base} kip", lo="{multiple} × ຄ່າເສຍຫາຍ {base} ກີບ")
UNKNOWN = Text("no rate known for it", lo="ບໍ່ຮູ້ອັດຕາ")


@dataclass(frozen=True)
class InspectionStages:
    """All administrative steps in order; those not reached, or passed over, without a date."""

    inspection: str

    def listing(self, connection: Connection, day: date) -> Listing:
        chosen = select(*DATES.values(), i.cancelled).where(i.inspection_no == self.inspection)
        found = connection.execute(chosen).first()
        steps: list[tuple[Any, ...]] = []
        before: date | None = None
        for code, on in zip(DATES, found or (), strict=False):
            steps.append((code, on, (on - before).days if on and before else None))
            before = on or before
        last = max((n for n, step in enumerate(steps) if step[1]), default=-1)
        over = found is None or found.cancelled == 1 or last == len(steps) - 1
        stands = (int(n == last and not over) for n in range(len(steps)))
        return complete((STEP_COLUMN, ON, WAITED, STANDS), ((*step, s) for step, s in zip(steps, stands, strict=True)))


@dataclass(frozen=True)
class FineReckoning:
    """Each fine of an inspection, or of a unit: the article, and the law's own sum."""

    unit: str = ""
    inspection: str = ""

    def listing(self, connection: Connection, day: date) -> Listing:
        columns = (f.fine_no, f.inspection_no, f.imposed_on, f.basis_code, f.scheme_code, f.base_lak, f.months)
        amounts = (f.statutory_lak, f.imposed_lak, f.difference_lak)
        mine = f.inspection_no == self.inspection if self.inspection else inspected(self.unit)
        chosen = select(*columns, *amounts).join_from(fact_fine, fact_inspection, f.inspection_no == i.inspection_no)
        found = connection.execute(chosen.where(mine).order_by(f.imposed_on.desc(), f.fine_no)).all()
        heads = (
            *(shown(column) for column in columns[:3]), BASIS, GROUND, HOW, *(shown(column, unit=KIP) for column in amounts)
        )  # fmt: skip
        return complete(
            heads,
            (
                (r.fine_no, r.inspection_no, r.imposed_on, r.basis_code, ground(r.basis_code), how(r), *r[-3:])
                for r in found
            ),
        )


def ground(basis: str) -> str:
    return next((code.ground for code in FINE_BASIS if code.code == basis), "")


def how(fine: Any) -> Text:
    """The sum in words, from the dated reference values that held on the day of the fine."""
    if fine.base_lak is None or fine.statutory_lak is None:
        return UNKNOWN
    months = fine.months or 1
    if fine.basis_code == "damage":
        said, given = DAMAGE, {"multiple": multiple()}
    elif fine.basis_code == "late_payment":
        said, given = LATE, {"rates": ", ".join(lending(fine.imposed_on, months))}
    else:
        said, given = SHARE_OF_WAGES, {"rate": employer_rate(fine.scheme_code, fine.imposed_on)}
    en, lo = (
        said.in_(language).format(base=grouped(float(fine.base_lak), 0, language), months=months, **given)
        for language in LANGUAGES
    )
    return Text(en, lo=lo)


def multiple() -> str:
    return next(row["value"] for row in rows("thresholds") if row["name"] == "damage_multiple")


def employer_rate(scheme: str, on: date) -> str:
    """The employer's share of the scheme on a day, in per cent; empty where no row holds."""
    for row in rows("contribution_rates"):
        if row["scheme"] == scheme and date.fromisoformat(row["valid_from"]) <= on <= day_or(row["valid_to"], date.max):
            return row["employer_pct"]
    return ""


def lending(on: date, months: int) -> list[str]:
    """The annual lending rates of the months before the fine's, each once."""
    found = []
    for back in range(1, months + 1):
        month = f"{add_months(month_start(on), -back):%Y-%m}"
        found += [
            r["annual_pct"] for r in rows("lending_rates") if r["month_from"] <= month <= (r["month_to"] or "9999-12")
        ]
    return list(dict.fromkeys(found))
