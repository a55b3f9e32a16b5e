"""What each inspector takes part in, and the training that they had; by inspector, and summed over them."""

from __future__ import annotations

from warehouse.indicators.model import Citation, Indicator, Measure, count, count_distinct, total
from warehouse.star import fact_inspector_month as w
from warehouse.star import fact_team as t
from warehouse.star import fact_training as g
from warehouse.text import Text
from warehouse.units import COUNT, CREDIT, PER_FTE_MONTH, TRAINING_DAYS

SOURCE = Citation("Strategic Implementation Plan, 2024", "9")
MEMBER = {"inspector": t.c.inspector_id, "province": t.c.inspector_province_code}
TAKEN_PART = Measure(t, count(), on=t.c.conducted_on, where=t.c.cancelled == 0, slices=MEMBER)
CREDIT_TAKEN = Measure(t, total(t.c.share), on=t.c.conducted_on, where=t.c.cancelled == 0, slices=MEMBER)
BROAD = ("district", "sector", "size", "scheme", "type", "method", "origin")

WORKFORCE = (
    Indicator(
        "inspections_led",
        Text("Inspections led", lo="ການກວດກາທີ່ນຳພາ"),
        Text("Led", lo="ນຳພາ"),
        Text(
            "inspections as head of the team, by the inspector's province",
            lo="ການກວດກາໃນຖານະຫົວໜ້າໜ່ວຍງານ ຕາມແຂວງຂອງເຈົ້າໜ້າທີ່",
        ),
        COUNT,
        "up",
        TAKEN_PART.narrowed(t.c.role_code == "head"),
        SOURCE,
        drill="team",
    ),
    Indicator(
        "inspections_taken_part",
        Text("Inspections taken part in", lo="ການກວດກາທີ່ເຂົ້າຮ່ວມ"),
        Text("Taken part", lo="ເຂົ້າຮ່ວມ"),
        Text("places in inspection teams, in any role", lo="ການເຂົ້າຮ່ວມໜ່ວຍງານ ໃນທຸກໜ້າທີ່"),
        COUNT,
        "up",
        TAKEN_PART,
        SOURCE,
        drill="team",
    ),
    Indicator(
        "inspections_credit",
        Text("Credit for inspections", lo="ສ່ວນແບ່ງຂອງການກວດກາ"),
        Text("Credit", lo="ສ່ວນແບ່ງ"),
        Text("each inspection shared equally by its team, trainees aside", lo="ແຕ່ລະການກວດກາແບ່ງເທົ່າກັນໃນໜ່ວຍງານ ບໍ່ນັບຜູ້ຝຶກ"),
        CREDIT,
        "up",
        CREDIT_TAKEN,
        SOURCE,
        drill="team",
    ),
    Indicator(
        "credit_per_fte_month",
        Text("Credit per FTE-month", lo="ສ່ວນແບ່ງຕໍ່ຄົນ-ເດືອນ"),
        Text("Credit per FTE-month", lo="ສ່ວນແບ່ງຕໍ່ຄົນ-ເດືອນ"),
        Text(
            "credit for inspections ÷ full-time equivalents summed over the months begun",
            lo="ສ່ວນແບ່ງຂອງການກວດກາ ÷ ທຽບເທົ່າເຕັມເວລາຂອງເດືອນທີ່ເລີ່ມແລ້ວ",
        ),
        PER_FTE_MONTH,
        "up",
        CREDIT_TAKEN,
        SOURCE,
        denominator=Measure(w, total(w.c.fte), on=w.c.month_start, slices={"inspector": w.c.inspector_id}),
        broad=BROAD,
        drill="team",
    ),
    Indicator(
        "inspectors_in_training",
        Text("Inspectors who attended training", lo="ເຈົ້າໜ້າທີ່ທີ່ເຂົ້າຝຶກອົບຮົມ"),
        Text("In training", lo="ເຂົ້າຝຶກອົບຮົມ"),
        Text(
            "distinct inspectors in training sessions that ended in the period", lo="ເຈົ້າໜ້າທີ່ໃນການຝຶກທີ່ສິ້ນສຸດໃນໄລຍະ (ນັບຄັ້ງດຽວ)"
        ),
        COUNT,
        "up",
        Measure(g, count_distinct(g.c.inspector_id), on=g.c.held_to, slices={"inspector": g.c.inspector_id}),
        Citation("Strategic Implementation Plan, 2024", "3"),
        drill="training",
    ),
    Indicator(
        "training_days",
        Text("Days of training", lo="ມື້ຝຶກອົບຮົມ"),
        Text("Training days", lo="ມື້ຝຶກ"),
        Text("days of the training sessions attended that ended in the period", lo="ມື້ຂອງການຝຶກອົບຮົມທີ່ສິ້ນສຸດໃນໄລຍະ"),
        TRAINING_DAYS,
        "up",
        Measure(g, total(g.c.days), on=g.c.held_to, slices={"inspector": g.c.inspector_id}),
        Citation("Strategic Implementation Plan, 2024", "3"),
        drill="training",
    ),
)
