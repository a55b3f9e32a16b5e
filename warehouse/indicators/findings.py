"""What inspections find, and whether it is put right in time."""

from __future__ import annotations

from warehouse.indicators.model import Citation, Indicator, Measure, count, total
from warehouse.star import fact_finding as f
from warehouse.text import Text
from warehouse.units import COUNT, KIP, SHARE, WORKERS

SSIIS = "Review of a social security inspections information system, 2024"

FOUND = Measure(f, count(), on=f.c.found_on)
UNREGISTERED = f.c.irregularity_code.in_(("unregistered_workers", "not_registered_unit"))
DEADLINES = Measure(f, count(), on=f.c.deadline_on)

FINDINGS = (
    Indicator(
        "findings",
        Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"),
        Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"),
        Text("findings by the day they were found", lo="ບັນຫາທີ່ກວດພົບ ຕາມວັນທີພົບ"),
        COUNT,
        None,
        FOUND,
        Citation(SSIIS, "5.2"),
        drill="findings",
    ),
    Indicator(
        "unregistered_workers_found",
        Text("Unregistered workers found", lo="ຜູ້ອອກແຮງງານທີ່ບໍ່ໄດ້ຂຶ້ນທະບຽນທີ່ກວດພົບ"),
        Text("Unregistered workers", lo="ຜູ້ອອກແຮງງານບໍ່ຂຶ້ນທະບຽນ"),
        Text(
            "workers affected by findings of unregistered workers or units",
            lo="ຜູ້ອອກແຮງງານໃນບັນຫາທີ່ຜູ້ອອກແຮງງານ ຫຼື ຫົວໜ່ວຍບໍ່ໄດ້ຂຶ້ນທະບຽນ",
        ),
        WORKERS,
        None,
        Measure(f, total(f.c.workers_affected), on=f.c.found_on, where=UNREGISTERED),
        Citation(SSIIS, "5.2"),
        drill="findings",
    ),
    Indicator(
        "undeclared_units_found",
        Text("Undeclared labour units found", lo="ຫົວໜ່ວຍທີ່ບໍ່ໄດ້ແຈ້ງຂຶ້ນທະບຽນທີ່ກວດພົບ"),
        Text("Undeclared units", lo="ຫົວໜ່ວຍບໍ່ແຈ້ງ"),
        Text("findings of units not registered", lo="ບັນຫາຫົວໜ່ວຍບໍ່ໄດ້ຂຶ້ນທະບຽນ"),
        COUNT,
        None,
        FOUND.narrowed(f.c.irregularity_code == "not_registered_unit"),
        Citation("Law on Social Security", "art. 117"),
        drill="findings",
    ),
    Indicator(
        "under_declared_wages_found",
        Text("Under-declared wages found", lo="ການແຈ້ງເງິນເດືອນຕ່ຳທີ່ກວດພົບ"),
        Text("Under-declared wages", lo="ແຈ້ງເງິນເດືອນຕ່ຳ"),
        Text("findings of under-declared wages", lo="ບັນຫາການແຈ້ງເງິນເດືອນຕ່ຳກວ່າຄວາມເປັນຈິງ"),
        COUNT,
        None,
        FOUND.narrowed(f.c.irregularity_code == "under_declared_wages"),
        Citation(SSIIS, "5.2"),
        drill="findings",
    ),
    Indicator(
        "obstruction_cases",
        Text("Cases of obstruction", lo="ກໍລະນີການຂັດຂວາງ"),
        Text("Obstruction", lo="ການຂັດຂວາງ"),
        Text("findings of obstruction", lo="ບັນຫາການຂັດຂວາງການກວດກາ"),
        COUNT,
        "down",
        FOUND.narrowed(f.c.irregularity_code == "obstruction"),
        Citation("Decision 4139", "art. 24"),
        drill="findings",
    ),
    Indicator(
        "evaded_lak",
        Text("Contributions evaded, as found", lo="ເງິນສົມທົບທີ່ຫຼີກລ່ຽງທີ່ກວດພົບ"),
        Text("Evaded", lo="ຫຼີກລ່ຽງ"),
        Text("sum of the contributions evaded in findings", lo="ລວມເງິນສົມທົບທີ່ຫຼີກລ່ຽງໃນບັນຫາທີ່ກວດພົບ"),
        KIP,
        None,
        Measure(f, total(f.c.evaded_lak), on=f.c.found_on),
        Citation(SSIIS, "5.2"),
        drill="findings",
    ),
    Indicator(
        "correction_rate",
        Text("Findings corrected in time", lo="ບັນຫາທີ່ແກ້ໄຂທັນກຳນົດ"),
        Text("Correction rate", lo="ອັດຕາການແກ້ໄຂ"),
        Text(
            "findings corrected by their deadline ÷ findings whose deadline is in the period",
            lo="ບັນຫາທີ່ແກ້ໄຂທັນກຳນົດ ÷ ບັນຫາທີ່ຮອດກຳນົດໃນໄລຍະ",
        ),
        SHARE,
        "up",
        DEADLINES.narrowed(f.c.corrected_on <= f.c.deadline_on),
        Citation("Decision 4139", "art. 25"),
        denominator=DEADLINES,
        drill="findings",
    ),
    Indicator(
        "workers_regularised",
        Text("Workers regularised", lo="ຜູ້ອອກແຮງງານທີ່ໄດ້ຂຶ້ນທະບຽນຫຼັງການກວດກາ"),
        Text("Regularised", lo="ຂຶ້ນທະບຽນແລ້ວ"),
        Text(
            "workers of findings of unregistered workers or units corrected in the period",
            lo="ຜູ້ອອກແຮງງານໃນບັນຫາບໍ່ຂຶ້ນທະບຽນທີ່ແກ້ໄຂໃນໄລຍະ",
        ),
        WORKERS,
        "up",
        Measure(f, total(f.c.workers_affected), on=f.c.corrected_on, where=UNREGISTERED),
        Citation(SSIIS, "5.2"),
        drill="findings",
    ),
)
