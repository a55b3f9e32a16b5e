"""The checks of a load, declared once: those that stop publication and those that warn; etl/checks has the SQL of each."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.codes import Code, CodeList
from warehouse.text import Text


@dataclass(frozen=True)
class Check:
    """What is asked of the data after a load. `tables` are the source tables that it looks at, that of the failing row first.

    A check that `stops` keeps the last published state where it does not hold; `forced` says whether a person may
    publish all the same, with a reason. Any other keeps each row that it doubts.
    """

    id: str
    title: Text
    says: Text
    tables: tuple[str, ...] = ()
    stops: bool = False
    forced: bool = False

    @property
    def source(self) -> str:
        return self.tables[0].split(".")[0] if self.tables else ""


def stop(id_: str, en: str, lo: str, says: str, says_lo: str, *, forced: bool = True) -> Check:
    return Check(id_, Text(en, lo=lo), Text(says, lo=says_lo), stops=True, forced=forced)


def warn(id_: str, en: str, lo: str, says: str, says_lo: str, *tables: str) -> Check:
    return Check(id_, Text(en, lo=lo), Text(says, lo=says_lo), tables)


STOPS = (
    stop(
        "rows_accounted", "Every row is accounted for", "ທຸກແຖວມີບັນຊີ",
        "read = loaded + superseded + rejected, in each table of each batch",
        "ອ່ານ = ນຳເຂົ້າ + ຖືກແທນ + ຖືກປະຕິເສດ ໃນແຕ່ລະຕາຕະລາງຂອງແຕ່ລະຊຸດ", forced=False,
    ),
    stop(
        "rejected_kept", "Rejected rows are kept whole", "ແຖວທີ່ຖືກປະຕິເສດຖືກເກັບໄວ້ຄົບຖ້ວນ",
        "as many rows are kept as were rejected", "ຈຳນວນແຖວທີ່ເກັບໄວ້ ເທົ່າກັບທີ່ຖືກປະຕິເສດ", forced=False,
    ),
    stop(
        "staged_in_facts", "Every loaded row stands in its fact", "ທຸກແຖວທີ່ນຳເຂົ້າຢູ່ໃນຕາຕະລາງຂໍ້ເທັດຈິງ",
        "facts that have a source table one to one have each of its rows, and no other",
        "ຕາຕະລາງຂໍ້ເທັດຈິງມີທຸກແຖວຂອງແຫຼ່ງ ບໍ່ຂາດ ບໍ່ເກີນ",
    ),
    stop(
        "keys_unique", "Keys are unique", "ລະຫັດຫຼັກບໍ່ຊ້ຳກັນ",
        "no two rows of a dimension or fact have one key; a unit and an inspector have one latest version",
        "ບໍ່ມີສອງແຖວທີ່ມີລະຫັດຫຼັກດຽວກັນ; ຫົວໜ່ວຍ ແລະ ເຈົ້າໜ້າທີ່ ມີລຸ້ນຫຼ້າສຸດອັນດຽວ",
    ),
    stop(
        "references_hold", "References hold", "ການອ້າງອີງຖືກຕ້ອງ",
        "each inspection, measure, debt, unit, inspector and place that a fact names exists",
        "ການກວດກາ, ມາດຕະການ, ໜີ້, ຫົວໜ່ວຍ, ເຈົ້າໜ້າທີ່ ແລະ ສະຖານທີ່ ທີ່ອ້າງອີງເຖິງ ມີຢູ່ຈິງ",
    ),
    stop(
        "codes_known", "Codes are in their lists", "ລະຫັດຢູ່ໃນລາຍການ",
        "each code in a fact or dimension is one of its code list", "ທຸກລະຫັດຢູ່ໃນລາຍການລະຫັດຂອງມັນ",
    ),
    stop(
        "contributions_agree", "Contributions agree with what was delivered", "ເງິນສົມທົບກົງກັບທີ່ສົ່ງມາ",
        "rows and kip of the unit-months that were sent are those that were loaded",
        "ຈຳນວນແຖວ ແລະ ເງິນກີບ ກົງກັບທີ່ນຳເຂົ້າ",
    ),
    stop(
        "rollup_agrees", "Monthly sums agree with the unit-months", "ຍອດລວມລາຍເດືອນກົງກັນ",
        "units, workers and kip of the sums are those of the unit-months, month by month",
        "ຫົວໜ່ວຍ, ຜູ້ອອກແຮງງານ ແລະ ເງິນກີບ ກົງກັນທຸກເດືອນ",
    ),
    stop(
        "debts_balance", "Debts balance", "ຍອດໜີ້ກົງກັນ",
        "principal − recovered = outstanding, paid = the sum of its payments, in each debt",
        "ຕົ້ນທຶນ − ເກັບຄືນ = ຍັງຄ້າງ, ຊຳລະ = ຜົນລວມການຊຳລະ ໃນແຕ່ລະໜີ້",
    ),
    stop(
        "debt_months_agree", "The last balance of debts is the outstanding", "ຍອດໜີ້ເດືອນຫຼ້າສຸດກົງກັບຍັງຄ້າງ",
        "each debt's balance in the last month is what is outstanding on the as-of date",
        "ຍອດໜີ້ໃນເດືອນຫຼ້າສຸດ ເທົ່າກັບທີ່ຍັງຄ້າງ",
    ),
    stop(
        "findings_agree", "Findings agree with their inspections", "ບັນຫາກົງກັບການກວດກາ",
        "the findings counted on an inspection, and those corrected, are those in their fact",
        "ຈຳນວນບັນຫາຂອງແຕ່ລະການກວດກາກົງກັນ",
    ),
    stop(
        "shares_add_up", "The team's shares are one inspection", "ສ່ວນແບ່ງຂອງໜ່ວຍງານລວມເປັນໜຶ່ງ",
        "shares add up to 1 where anyone but a trainee took part, else to 0",
        "ສ່ວນແບ່ງລວມເປັນ 1 ຖ້າມີຜູ້ບໍ່ແມ່ນຜູ້ຝຶກ, ຖ້າບໍ່ ເປັນ 0",
    ),
    stop(
        "fines_differ", "Fines less the statutory amount", "ຄ່າປັບໃໝລົບຈຳນວນຕາມກົດໝາຍ",
        "difference = imposed − statutory, in each fine", "ສ່ວນຕ່າງ = ປັບໃໝ − ຕາມກົດໝາຍ",
    ),
    stop(
        "not_fewer", "Not far fewer rows than last time", "ແຖວບໍ່ໜ້ອຍກວ່າຄັ້ງກ່ອນຫຼາຍ",
        "nothing is deleted by absence: a fact keeps 99 % of the rows it had when last published",
        "ບໍ່ມີຫຍັງຖືກລຶບຍ້ອນບໍ່ໄດ້ສົ່ງ: ຕ້ອງຍັງມີ 99 % ຂອງແຖວທີ່ເຜີຍແຜ່ຄັ້ງກ່ອນ",
    ),
)  # fmt: skip
ORDERS, FINDINGS, MEASURES = "inspections.orders", "inspections.findings", "inspections.measures"
FINES, DEBTS, PAYMENTS = "inspections.fines", "inspections.debts", "inspections.debt_payments"
WARNINGS = (
    warn(
        "fine_after_compliance", "Fine after compliance", "ປັບໃໝຫຼັງປະຕິບັດຕາມ",
        "a unit that complied in education, warning or summons gets no fine (Decision 4139, art. 25)",
        "ຫົວໜ່ວຍທີ່ປະຕິບັດຕາມຂັ້ນສຶກສາ, ຕັກເຕືອນ ຫຼື ເຊີນມາ ຈະບໍ່ຖືກປັບໃໝ", FINES, MEASURES,
    ),
    warn(
        "fine_without_months", "Fine without its months", "ຄ່າປັບໃໝບໍ່ມີຈຳນວນເດືອນ",
        "computed for 1 month, since none is stated (Decision 4139, art. 26)", "ຄິດໄລ່ 1 ເດືອນ ເພາະບໍ່ໄດ້ລະບຸ", FINES,
    ),
    warn(
        "fine_paid_without_date", "Fine paid without a date", "ຄ່າປັບໃໝຊຳລະແລ້ວບໍ່ມີວັນທີ",
        "kip were paid, or the status says so, and nobody knows when", "ຊຳລະແລ້ວ ແຕ່ບໍ່ຮູ້ວັນທີ", FINES,
    ),
    warn(
        "fine_of_other_step", "Fine upon another measure", "ຄ່າປັບໃໝຂອງມາດຕະການອື່ນ",
        "the measure that it belongs to is not a fine", "ມາດຕະການທີ່ອ້າງອີງບໍ່ແມ່ນການປັບໃໝ", FINES, MEASURES,
    ),
    warn(
        "deadline_unlike_law", "Deadline unlike the law's", "ກຳນົດເວລາແຕກຕ່າງຈາກກົດໝາຍ",
        "not the day of issue and the days that the step gives; the one delivered stands (Decision 4139, art. 24–26)",
        "ບໍ່ກົງກັບຈຳນວນມື້ຂອງຂັ້ນຕອນ; ໃຊ້ກຳນົດທີ່ສົ່ງມາ", MEASURES,
    ),
    warn(
        "complied_before_issued", "Complied with before it was issued", "ປະຕິບັດຕາມກ່ອນອອກມາດຕະການ",
        "the day of compliance lies before that of issue", "ວັນທີປະຕິບັດຕາມກ່ອນວັນທີອອກ", MEASURES,
    ),
    warn(
        "measure_on_cancelled", "Measure on a cancelled inspection", "ມາດຕະການຂອງການກວດກາທີ່ຍົກເລີກ",
        "the inspection was cancelled and a measure was issued upon it", "ການກວດກາຖືກຍົກເລີກ ແຕ່ມີມາດຕະການ", MEASURES, ORDERS,
    ),
    warn(
        "corrected_before_found", "Corrected before it was found", "ແກ້ໄຂກ່ອນກວດພົບ",
        "the day of correction lies before that of the finding", "ວັນທີແກ້ໄຂກ່ອນວັນທີກວດພົບ", FINDINGS,
    ),
    warn(
        "more_registered", "More registered than found", "ຂຶ້ນທະບຽນຫຼາຍກວ່າທີ່ພົບ",
        "of the workers found, more are registered than were found", "ຜູ້ອອກແຮງງານທີ່ຂຶ້ນທະບຽນຫຼາຍກວ່າທີ່ພົບ", ORDERS,
    ),
    warn(
        "debt_overpaid", "Debt overpaid", "ໜີ້ຊຳລະເກີນ",
        "payments add up to more than the principal; outstanding stays 0", "ຊຳລະລວມເກີນຕົ້ນທຶນ; ຍັງຄ້າງເປັນ 0", DEBTS, PAYMENTS,
    ),
    warn(
        "payment_before_debt", "Payment before the debt", "ຊຳລະກ່ອນກຳນົດໜີ້",
        "paid before the debt was established", "ຊຳລະກ່ອນວັນທີກຳນົດໜີ້", PAYMENTS, DEBTS,
    ),
    warn(
        "debt_period_after", "Debt for a period after it was established", "ໄລຍະໜີ້ຫຼັງວັນທີກຳນົດ",
        "the period that is owed for ends after the debt was established", "ໄລຍະຂອງໜີ້ສິ້ນສຸດຫຼັງວັນທີກຳນົດໜີ້", DEBTS,
    ),
    warn(
        "before_calendar", "Date before the calendar", "ວັນທີກ່ອນປະຕິທິນ",
        "no period reaches back to it, so that nothing counts it: most often a slip of the pen",
        "ບໍ່ມີໄລຍະໃດຮອດວັນນັ້ນ ຈຶ່ງບໍ່ຖືກນັບ: ສ່ວນຫຼາຍແມ່ນຂຽນຜິດ",
    ),
    warn(
        "far_smaller", "Delivery far smaller than the one before", "ສົ່ງມາໜ້ອຍກວ່າຄັ້ງກ່ອນຫຼາຍ",
        "a table with less than half the rows of its delivery before, where that one was not its first",
        "ຕາຕະລາງມີບໍ່ຮອດເຄິ່ງຂອງການສົ່ງຄັ້ງກ່ອນ",
    ),
)  # fmt: skip
CHECKS = {check.id: check for check in (*STOPS, *WARNINGS)}
CHECK = CodeList(
    "check",
    Text("Check", lo="ການກວດສອບ"),
    tuple(Code(check.id, check.title, str(check.says)) for check in CHECKS.values()),
)
