"""The registers of other authorities, the plan, the help desk and the training records."""

from __future__ import annotations

from warehouse.codes import CHANNEL, COMPLAINT_SOURCE, ENTERPRISE_STATUS, IRREGULARITY, TICKET_TOPIC, CodeList
from warehouse.sources.contract import Kind, Source, Table
from warehouse.sources.fields import (
    code,
    district,
    enterprise,
    inspection,
    key,
    needed,
    optional,
    province,
    sector,
    unit,
    workers,
)
from warehouse.text import Text

COMPLAINT_TOPIC = CodeList("complaint_topic", Text("Topic", lo="ຫົວຂໍ້"), IRREGULARITY.codes)

COMPLAINTS = Source(
    "complaints",
    Text("Complaints", lo="ຄຳຮ້ອງຟ້ອງ"),
    (
        Table(
            "complaints",
            Text("Complaints", lo="ຄຳຮ້ອງຟ້ອງ"),
            (
                key("complaint_no", "Complaint number", "ເລກທີຄຳຮ້ອງ"),
                needed("received_on", "Received on", "ວັນທີໄດ້ຮັບ", Kind.DATE),
                code("source", COMPLAINT_SOURCE),
                unit(required=False),
                province(),
                code("topic", COMPLAINT_TOPIC),
                inspection(required=False),
                optional("closed_on", "Closed on", "ວັນທີປິດ", Kind.DATE),
            ),
            spans=(("received_on", "closed_on"),),
        ),
    ),
)
ENTERPRISE_REGISTER = Source(
    "enterprise_register",
    Text("Enterprise register", lo="ທະບຽນວິສາຫະກິດ"),
    (
        Table(
            "enterprises",
            Text("Enterprises", lo="ວິສາຫະກິດ"),
            (
                key("enterprise_no", "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
                optional("tin", "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ", Kind.IDENTIFIER),
                optional("name_lo", "Name in Lao", "ຊື່ພາສາລາວ"),
                needed("name_en", "Name in English", "ຊື່ພາສາອັງກິດ"),
                sector(),
                district(),
                optional("address", "Address", "ທີ່ຢູ່"),
                optional("phone", "Telephone", "ໂທລະສັບ", Kind.IDENTIFIER),
                needed("registered_on", "Registered on", "ວັນທີຂຶ້ນທະບຽນ", Kind.DATE),
                code("status", ENTERPRISE_STATUS),
                workers("employees", "Employees", "ພະນັກງານ"),
                optional("foreign_owned", "Foreign-owned", "ຕ່າງປະເທດເປັນເຈົ້າຂອງ", Kind.BOOLEAN),
            ),
        ),
    ),
)
TAX = Source(
    "tax",
    Text("Tax authority", lo="ອົງການສ່ວຍສາອາກອນ"),
    (
        Table(
            "payroll",
            Text("Tax payroll", lo="ບັນຊີເງິນເດືອນອາກອນ"),
            (
                key("tin", "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ"),
                key("year", "Year", "ປີ", Kind.YEAR),
                workers("employees", "Employees", "ພະນັກງານ", required=True),
                needed("payroll_lak", "Payroll (kip)", "ບັນຊີເງິນເດືອນ (ກີບ)", Kind.MONEY),
                optional("revenue_lak", "Revenue (kip)", "ລາຍຮັບ (ກີບ)", Kind.MONEY),
            ),
        ),
    ),
)
LABOUR_INSPECTION = Source(
    "labour_inspection",
    Text("Labour inspection", lo="ການກວດກາແຮງງານ"),
    (
        Table(
            "visits",
            Text("Visits of the labour inspection", lo="ການຢ້ຽມຢາມຂອງການກວດກາແຮງງານ"),
            (
                key("visit_no", "Visit number", "ເລກທີການຢ້ຽມຢາມ"),
                enterprise(),
                needed("unit_name", "Name of the unit", "ຊື່ຫົວໜ່ວຍ"),
                province(),
                needed("visited_on", "Visited on", "ວັນທີຢ້ຽມຢາມ", Kind.DATE),
                workers("workers_found", "Workers found", "ຜູ້ອອກແຮງງານທີ່ພົບ", required=True),
                needed("ss_registered", "Registered with social security", "ຂຶ້ນທະບຽນປະກັນສັງຄົມ", Kind.BOOLEAN),
            ),
        ),
    ),
)
PLANNING = Source(
    "planning",
    Text("Planning", lo="ແຜນການ"),
    (
        Table(
            "targets",
            Text("Targets", lo="ເປົ້າໝາຍ"),
            (
                key("year", "Year", "ປີ", Kind.YEAR),
                key("month", "Month", "ເດືອນ", Kind.INTEGER, lowest=1, highest=12),
                key("province_code", "Province", "ແຂວງ", Kind.PROVINCE),
                key("indicator", "Indicator", "ຕົວຊີ້ວັດ", references="indicators"),
                needed("target", "Target", "ເປົ້າໝາຍ", Kind.DECIMAL),
            ),
        ),
    ),
)
HELPDESK = Source(
    "helpdesk",
    Text("Help desk", lo="ສູນຊ່ວຍເຫຼືອ"),
    (
        Table(
            "tickets",
            Text("Tickets", lo="ຄຳຖາມ"),
            (
                key("ticket_no", "Ticket number", "ເລກທີຄຳຖາມ"),
                needed("opened_on", "Opened on", "ວັນທີເປີດ", Kind.DATE),
                province(),
                code("channel", CHANNEL),
                code("topic", TICKET_TOPIC),
                optional("answered_on", "Answered on", "ວັນທີຕອບ", Kind.DATE),
                optional("closed_on", "Closed on", "ວັນທີປິດ", Kind.DATE),
            ),
            spans=(("opened_on", "answered_on"), ("opened_on", "closed_on")),
        ),
    ),
)
TRAINING = Source(
    "training",
    Text("Training", lo="ການຝຶກອົບຮົມ"),
    (
        Table(
            "attendances",
            Text("Attendances", lo="ການເຂົ້າຮ່ວມ"),
            (
                key("inspector_id", "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່", references="lsso.inspectors"),
                key("session_no", "Session number", "ເລກທີຮຸ່ນ"),
                needed("held_from", "Held from", "ຈັດແຕ່", Kind.DATE),
                needed("held_to", "Held to", "ຈັດເຖິງ", Kind.DATE, event=False),
                needed("days", "Days", "ຈຳນວນວັນ", Kind.DECIMAL),
                optional("test_score", "Test score", "ຄະແນນສອບເສັງ", Kind.DECIMAL),
            ),
            spans=(("held_from", "held_to"),),
        ),
    ),
)
