"""What comes from outside and how fast it is answered: complaints, and questions to the help desk."""

from __future__ import annotations

from warehouse.indicators.model import Citation, Indicator, Measure, count, median
from warehouse.star import fact_complaint as c
from warehouse.star import fact_ticket as t
from warehouse.text import Text
from warehouse.units import COUNT, DAYS

LEGAL = Citation("Legal and practical review of labour and social security inspection, 2023", "2.5")
SUPPORT = Citation("Strategic Implementation Plan, 2024", "7")

CONTACTS = (
    Indicator(
        "complaints_received",
        Text("Complaints received", lo="ຄຳຮ້ອງຟ້ອງທີ່ໄດ້ຮັບ"),
        Text("Complaints", lo="ຄຳຮ້ອງຟ້ອງ"),
        Text("complaints by the day they were received", lo="ຄຳຮ້ອງຟ້ອງ ຕາມວັນທີໄດ້ຮັບ"),
        COUNT,
        None,
        Measure(c, count(), on=c.c.received_on),
        LEGAL,
        drill="complaints",
    ),
    Indicator(
        "complaint_response_days",
        Text("Days from complaint to inspection", lo="ມື້ແຕ່ຄຳຮ້ອງຫາການກວດກາ"),
        Text("Response days", lo="ມື້ຕອບສະໜອງ"),
        Text(
            "median of the inspection's conducted on − received on, of complaints received in the period",
            lo="ມັດທະຍະຖານຂອງ ວັນກວດກາ − ວັນໄດ້ຮັບ ຂອງຄຳຮ້ອງທີ່ໄດ້ຮັບໃນໄລຍະ",
        ),
        DAYS,
        "down",
        Measure(c, median(c.c.days_to_respond), on=c.c.received_on),
        LEGAL,
        drill="complaints",
    ),
    Indicator(
        "tickets_opened",
        Text("Questions to the help desk", lo="ຄຳຖາມເຖິງໜ່ວຍຊ່ວຍເຫຼືອ"),
        Text("Questions", lo="ຄຳຖາມ"),
        Text("help desk tickets by the day they were opened", lo="ຄຳຖາມ ຕາມວັນທີເປີດ"),
        COUNT,
        None,
        Measure(t, count(), on=t.c.opened_on),
        SUPPORT,
        drill="tickets",
    ),
    Indicator(
        "ticket_answer_days",
        Text("Days to the help desk's answer", lo="ມື້ຈົນຮອດຄຳຕອບ"),
        Text("Answer days", lo="ມື້ຕອບ"),
        Text("median of answered on − opened on, by the day of the answer", lo="ມັດທະຍະຖານຂອງ ວັນຕອບ − ວັນເປີດ"),
        DAYS,
        "down",
        Measure(t, median(t.c.days_to_answer), on=t.c.answered_on),
        SUPPORT,
        drill="tickets",
    ),
)
