"""What follows a finding: measures up the ladder, their deadlines, fines and appeals."""

from __future__ import annotations

from sqlalchemy import ColumnElement

from warehouse.indicators.model import Citation, Indicator, Measure, count, median, total
from warehouse.star import fact_appeal as a
from warehouse.star import fact_fine as f
from warehouse.star import fact_measure as m
from warehouse.text import Text
from warehouse.units import COUNT, DAYS, KIP, SHARE

DECISION = "Decision 4139"
LADDER = Citation(DECISION, "art. 24–26")
WARNING = m.c.step_code == "warning"
DEADLINES = Measure(m, count(), on=m.c.deadline_on)
IMPOSED = Measure(f, count(), on=f.c.imposed_on, where=f.c.cancelled == 0)
IMPOSED_LAK = Measure(f, total(f.c.imposed_lak), on=f.c.imposed_on, where=f.c.cancelled == 0)
DECIDED = Measure(a, count(), on=a.c.decided_on)


def issued(step: str) -> Measure:
    return Measure(m, count(), on=m.c.issued_on, where=m.c.step_code == step)


def kept(which: ColumnElement[bool]) -> Measure:
    """Measures of a kind whose deadline is in the period and was kept."""
    return DEADLINES.narrowed(which).narrowed(m.c.complied_on <= m.c.deadline_on)


STEPS = (
    Indicator(
        "education_given",
        Text("Education given", lo="ການສຶກສາອົບຮົມທີ່ໃຫ້"),
        Text("Education", lo="ສຶກສາອົບຮົມ"),
        Text("measures of education issued in the period", lo="ມາດຕະການສຶກສາອົບຮົມທີ່ອອກໃນໄລຍະ"),
        COUNT,
        None,
        issued("education"),
        LADDER,
        drill="measures",
    ),
    Indicator(
        "warnings_issued",
        Text("Written warnings issued", lo="ໜັງສືກ່າວເຕືອນທີ່ອອກ"),
        Text("Warnings", lo="ກ່າວເຕືອນ"),
        Text("written warnings issued in the period", lo="ໜັງສືກ່າວເຕືອນທີ່ອອກໃນໄລຍະ"),
        COUNT,
        None,
        issued("warning"),
        Citation(DECISION, "art. 25; Law art. 117"),
        drill="measures",
    ),
    Indicator(
        "summons_issued",
        Text("Summons issued", lo="ໝາຍຮຽກທີ່ອອກ"),
        Text("Summons", lo="ໝາຍຮຽກ"),
        Text("summons to the LSSO issued in the period", lo="ໝາຍຮຽກຂອງ ອປສ ທີ່ອອກໃນໄລຍະ"),
        COUNT,
        None,
        issued("summons"),
        Citation(DECISION, "art. 25"),
        drill="measures",
    ),
    Indicator(
        "prosecutions",
        Text("Files sent to prosecution", lo="ຄະດີທີ່ສົ່ງຟ້ອງ"),
        Text("Prosecutions", lo="ດຳເນີນຄະດີ"),
        Text("files sent to the competent authority in the period", lo="ສຳນວນທີ່ສົ່ງໃຫ້ອົງການທີ່ມີສິດອຳນາດໃນໄລຍະ"),
        COUNT,
        None,
        issued("prosecution"),
        Citation("Law on Social Security", "art. 119"),
        drill="measures",
    ),
    Indicator(
        "benefit_suspensions",
        Text("Suspensions of benefits", lo="ການໂຈະເງິນອຸດໜູນ"),
        Text("Suspensions", lo="ໂຈະເງິນອຸດໜູນ"),
        Text("suspensions of benefits issued in the period", lo="ການໂຈະເງິນອຸດໜູນທີ່ອອກໃນໄລຍະ"),
        COUNT,
        None,
        issued("benefit_suspension"),
        Citation(DECISION, "art. 25"),
        drill="measures",
    ),
    Indicator(
        "steps_owed",
        Text("Next steps owed", lo="ຂັ້ນຕອນຕໍ່ໄປທີ່ຄ້າງ"),
        Text("Steps owed", lo="ຂັ້ນຕອນທີ່ຄ້າງ"),
        Text(
            "measures whose deadline has passed without compliance and without a higher step",
            lo="ມາດຕະການທີ່ເກີນກຳນົດ ບໍ່ມີການປະຕິບັດ ແລະ ບໍ່ມີຂັ້ນຕອນສູງກວ່າ",
        ),
        COUNT,
        "down",
        Measure(m, count(), alive=(m.c.owed_from_on, m.c.owed_until_on)),
        LADDER,
        drill="measures",
    ),
    Indicator(
        "deadlines_due_soon",
        Text("Deadlines within 14 days", lo="ກຳນົດເວລາພາຍໃນ 14 ວັນ"),
        Text("Due soon", lo="ໃກ້ຄົບກຳນົດ"),
        Text(
            "measures not complied with whose deadline is within 14 days", lo="ມາດຕະການທີ່ຍັງບໍ່ປະຕິບັດ ແລະ ຮອດກຳນົດພາຍໃນ 14 ວັນ"
        ),
        COUNT,
        None,
        Measure(m, count(), alive=(m.c.due_soon_from_on, m.c.due_soon_until_on)),
        LADDER,
        drill="measures",
    ),
    Indicator(
        "deadlines_expired",
        Text("Deadlines expired", lo="ກຳນົດເວລາທີ່ໝົດແລ້ວ"),
        Text("Expired", lo="ເກີນກຳນົດ"),
        Text("measures not complied with whose deadline has passed", lo="ມາດຕະການທີ່ຍັງບໍ່ປະຕິບັດ ແລະ ເກີນກຳນົດແລ້ວ"),
        COUNT,
        "down",
        Measure(m, count(), alive=(m.c.expired_from_on, m.c.expired_until_on)),
        LADDER,
        drill="measures",
    ),
    Indicator(
        "compliance_after_warning",
        Text("Compliance after a warning", lo="ການປະຕິບັດຕາມຫຼັງກ່າວເຕືອນ"),
        Text("After warning", lo="ຫຼັງກ່າວເຕືອນ"),
        Text(
            "warnings complied with by their deadline ÷ warnings whose deadline is in the period",
            lo="ການກ່າວເຕືອນທີ່ປະຕິບັດທັນກຳນົດ ÷ ການກ່າວເຕືອນທີ່ຮອດກຳນົດໃນໄລຍະ",
        ),
        SHARE,
        "up",
        kept(WARNING),
        Citation("Strategic Implementation Plan, 2024", "6"),
        denominator=DEADLINES.narrowed(WARNING),
        drill="measures",
    ),
    Indicator(
        "days_to_comply",
        Text("Days from a measure to compliance", lo="ມື້ແຕ່ອອກມາດຕະການຫາປະຕິບັດຕາມ"),
        Text("Days to comply", lo="ມື້ຈົນປະຕິບັດຕາມ"),
        Text("median of complied on − issued on, by the day of compliance", lo="ມັດທະຍະຖານຂອງ ວັນປະຕິບັດຕາມ − ວັນອອກ"),
        DAYS,
        "down",
        Measure(m, median(m.c.days_to_comply), on=m.c.complied_on),
        Citation("Strategic Implementation Plan, 2024", "9"),
        drill="measures",
    ),
)
FINES = (
    Indicator(
        "fines_imposed",
        Text("Fines imposed", lo="ຈຳນວນການປັບໃໝ"),
        Text("Fines", lo="ການປັບໃໝ"),
        Text("fines not cancelled, by the day they were imposed", lo="ການປັບໃໝທີ່ບໍ່ຖືກຍົກເລີກ ຕາມວັນທີປັບໃໝ"),
        COUNT,
        None,
        IMPOSED,
        Citation(DECISION, "art. 26"),
        drill="fines",
    ),
    Indicator(
        "fines_imposed_lak",
        Text("Amount of fines imposed", lo="ມູນຄ່າການປັບໃໝ"),
        Text("Fines imposed", lo="ມູນຄ່າປັບໃໝ"),
        Text("amount of fines not cancelled, by the day they were imposed", lo="ມູນຄ່າການປັບໃໝທີ່ບໍ່ຖືກຍົກເລີກ ຕາມວັນທີປັບໃໝ"),
        KIP,
        None,
        IMPOSED_LAK,
        Citation(DECISION, "art. 26"),
        drill="fines",
    ),
    Indicator(
        "fines_paid_lak",
        Text("Fines paid", lo="ຄ່າປັບໃໝທີ່ຊຳລະ"),
        Text("Fines paid", lo="ຄ່າປັບໃໝທີ່ຊຳລະ"),
        Text("amounts paid of fines in any status, by the day of payment", lo="ຈຳນວນທີ່ຊຳລະຂອງຄ່າປັບໃໝທຸກສະຖານະ ຕາມວັນທີຊຳລະ"),
        KIP,
        "up",
        Measure(f, total(f.c.paid_lak), on=f.c.paid_on),
        Citation(DECISION, "art. 26"),
        drill="fines",
    ),
    Indicator(
        "fine_collection_rate",
        Text("Collection of fines", lo="ອັດຕາການເກັບຄ່າປັບໃໝ"),
        Text("Fines collected", lo="ເກັບຄ່າປັບໃໝໄດ້"),
        Text("paid so far ÷ imposed, of the fines imposed in the period", lo="ຊຳລະແລ້ວ ÷ ປັບໃໝ ຂອງການປັບໃໝໃນໄລຍະ"),
        SHARE,
        "up",
        Measure(f, total(f.c.paid_lak), on=f.c.imposed_on, where=f.c.cancelled == 0),
        Citation(DECISION, "art. 26"),
        denominator=IMPOSED_LAK,
        drill="fines",
    ),
    Indicator(
        "fine_variance_cases",
        Text("Fines unlike the statutory amount", lo="ການປັບໃໝທີ່ແຕກຕ່າງຈາກກົດໝາຍ"),
        Text("Fine variances", lo="ປັບໃໝແຕກຕ່າງ"),
        Text(
            "fines imposed that differ by more than 1 % of the statutory amount, or 1,000 kip",
            lo="ການປັບໃໝທີ່ແຕກຕ່າງເກີນ 1 % ຂອງຈຳນວນຕາມກົດໝາຍ ຫຼື 1.000 ກີບ",
        ),
        COUNT,
        "down",
        IMPOSED.narrowed(f.c.variance == 1),
        Citation(DECISION, "art. 26"),
        drill="fines",
    ),
)
APPEALS = (
    Indicator(
        "appeals_filed",
        Text("Appeals filed", lo="ການອຸທອນທີ່ຍື່ນ"),
        Text("Appeals", lo="ການອຸທອນ"),
        Text("appeals by the day they were filed", lo="ການອຸທອນ ຕາມວັນທີຍື່ນ"),
        COUNT,
        None,
        Measure(a, count(), on=a.c.filed_on),
        Citation(DECISION, "appeals"),
        drill="appeals",
    ),
    Indicator(
        "appeals_upheld_share",
        Text("Measures upheld on appeal", lo="ມາດຕະການທີ່ຄົງໄວ້ຫຼັງການອຸທອນ"),
        Text("Upheld", lo="ຄົງໄວ້"),
        Text("appeals after which the measure stands ÷ appeals decided", lo="ການອຸທອນທີ່ມາດຕະການຄົງໄວ້ ÷ ການອຸທອນທີ່ຕັດສິນ"),
        SHARE,
        "up",
        DECIDED.narrowed(a.c.result_code == "upheld"),
        Citation(DECISION, "appeals"),
        denominator=DECIDED,
        drill="appeals",
    ),
    Indicator(
        "appeal_days",
        Text("Days to the decision of an appeal", lo="ມື້ຈົນຕັດສິນການອຸທອນ"),
        Text("Appeal days", lo="ມື້ຕັດສິນອຸທອນ"),
        Text("median of decided on − filed on, by the day of the decision", lo="ມັດທະຍະຖານຂອງ ວັນຕັດສິນ − ວັນຍື່ນ"),
        DAYS,
        "down",
        Measure(a, median(a.c.days_to_decide), on=a.c.decided_on),
        Citation("Strategic Implementation Plan, 2024", "9"),
        drill="appeals",
    ),
)
ENFORCEMENT = (*STEPS, *FINES, *APPEALS)
