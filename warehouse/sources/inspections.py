"""The inspection register: the workbook that provinces fill in today, the SSIIS itself later."""

from __future__ import annotations

from warehouse.codes import (
    APPEAL_RESULT,
    DEBT_CAUSE,
    FINE_BASIS,
    FINE_STATUS,
    IRREGULARITY,
    METHOD,
    ORDER_STATUS,
    ORIGIN,
    STEP,
    TEAM_ROLE,
    TYPE,
)
from warehouse.sources.contract import Kind, Source, Table
from warehouse.sources.fields import (
    code,
    district,
    enterprise,
    inspection,
    key,
    measure,
    needed,
    optional,
    refers,
    scheme,
    sector,
    unit,
    updated,
    workers,
)
from warehouse.text import Text

STAGES = (
    "ordered_on",
    "approved_on",
    "notified_on",
    "conducted_on",
    "reported_on",
    "decided_on",
    "decision_notified_on",
    "received_on",
    "closed_on",
)
ORDERS = Table(
    "orders",
    Text("Inspection orders", lo="ຄຳສັ່ງກວດກາ"),
    (
        key("inspection_no", "Inspection number", "ເລກທີການກວດກາ"),
        unit(required=False),
        enterprise(),
        needed("unit_name", "Name of the unit", "ຊື່ຫົວໜ່ວຍ"),
        district(),
        sector(),
        workers("size_workers", "Workers (size)", "ຈຳນວນຜູ້ອອກແຮງງານ (ຂະໜາດ)"),
        scheme(),
        code("type", TYPE),
        code("method", METHOD),
        code("origin", ORIGIN),
        needed("announced", "Announced", "ແຈ້ງລ່ວງໜ້າ", Kind.BOOLEAN),
        refers(
            "follows_no",
            "inspections.orders",
            "Follows inspection",
            "ຕິດຕາມການກວດກາເລກທີ",
            required=False,
            doubt_only=True,
        ),
        needed("ordered_on", "Ordered on", "ວັນທີອອກຄຳສັ່ງ", Kind.DATE),
        optional("approved_on", "Approved on", "ວັນທີອະນຸມັດ", Kind.DATE),
        optional("notified_on", "Notified on", "ວັນທີແຈ້ງ", Kind.DATE),
        optional("conducted_on", "Conducted on", "ວັນທີກວດກາ", Kind.DATE),
        optional("reported_on", "Reported on", "ວັນທີລາຍງານ", Kind.DATE),
        optional("decided_on", "Decided on", "ວັນທີຕັດສິນ", Kind.DATE),
        optional("decision_notified_on", "Decision notified on", "ວັນທີແຈ້ງຄຳຕັດສິນ", Kind.DATE),
        optional("received_on", "Receipt on", "ວັນທີໄດ້ຮັບ", Kind.DATE),
        optional("closed_on", "Closed on", "ວັນທີປິດ", Kind.DATE),
        code("status", ORDER_STATUS),
        optional("hours_spent", "Hours spent", "ຊົ່ວໂມງທີ່ໃຊ້", Kind.DECIMAL),
        optional("distance_km", "Distance (km)", "ໄລຍະທາງ (ກມ)", Kind.DECIMAL),
        optional("allowance_lak", "Allowances (kip)", "ເບ້ຍລ້ຽງ (ກີບ)", Kind.MONEY),
        workers("workers_found", "Workers found", "ຜູ້ອອກແຮງງານທີ່ພົບ"),
        workers("workers_registered", "Of them registered", "ໃນນັ້ນຂຶ້ນທະບຽນແລ້ວ"),
        updated(),
    ),
    stages=STAGES,
)
TEAMS = Table(
    "teams",
    Text("Inspection teams", lo="ໜ່ວຍງານກວດກາ"),
    (
        key("inspection_no", "Inspection number", "ເລກທີການກວດກາ", references="inspections.orders"),
        key("inspector_id", "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່", references="lsso.inspectors"),
        code("role", TEAM_ROLE),
    ),
)
FINDINGS = Table(
    "findings",
    Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"),
    (
        key("finding_no", "Finding number", "ເລກທີບັນຫາ"),
        inspection(required=True),
        code("irregularity", IRREGULARITY),
        workers("workers_affected", "Workers affected", "ຜູ້ອອກແຮງງານທີ່ໄດ້ຮັບຜົນກະທົບ"),
        optional("evaded_lak", "Contributions evaded (kip)", "ເງິນສົມທົບທີ່ຫຼີກລ່ຽງ (ກີບ)", Kind.MONEY),
        needed("found_on", "Found on", "ວັນທີກວດພົບ", Kind.DATE),
        optional("deadline_on", "Deadline", "ກຳນົດເວລາ", Kind.DATE, event=False),
        optional("corrected_on", "Corrected on", "ວັນທີແກ້ໄຂ", Kind.DATE),
    ),
)
MEASURES = Table(
    "measures",
    Text("Measures", lo="ມາດຕະການ"),
    (
        key("measure_no", "Measure number", "ເລກທີມາດຕະການ"),
        inspection(required=True),
        code("step", STEP),
        needed("issued_on", "Issued on", "ວັນທີອອກ", Kind.DATE),
        optional("deadline_on", "Deadline", "ກຳນົດເວລາ", Kind.DATE, event=False),
        optional("complied_on", "Complied on", "ວັນທີປະຕິບັດຕາມ", Kind.DATE),
    ),
)
FINES = Table(
    "fines",
    Text("Fines", lo="ຄ່າປັບໃໝ"),
    (
        key("fine_no", "Fine number", "ເລກທີຄ່າປັບໃໝ"),
        measure(),
        code("basis", FINE_BASIS),
        needed("base_lak", "Computed from (kip)", "ຄິດໄລ່ຈາກ (ກີບ)", Kind.MONEY),
        optional("months", "Months", "ຈຳນວນເດືອນ", Kind.INTEGER),
        needed("imposed_lak", "Imposed (kip)", "ປັບໃໝ (ກີບ)", Kind.MONEY),
        needed("imposed_on", "Imposed on", "ວັນທີປັບໃໝ", Kind.DATE),
        optional("due_on", "Due on", "ກຳນົດຊຳລະ", Kind.DATE, event=False),
        optional("paid_lak", "Paid (kip)", "ຊຳລະແລ້ວ (ກີບ)", Kind.MONEY),
        optional("paid_on", "Paid on", "ວັນທີຊຳລະ", Kind.DATE),
        code("status", FINE_STATUS),
    ),
)
DEBTS = Table(
    "debts",
    Text("Debts", lo="ໜີ້ສິນ"),
    (
        key("debt_no", "Debt number", "ເລກທີໜີ້"),
        unit(required=True),
        inspection(required=False),
        code("cause", DEBT_CAUSE),
        needed("period_from", "Period from", "ໄລຍະແຕ່", Kind.DATE),
        needed("period_to", "Period to", "ໄລຍະເຖິງ", Kind.DATE),
        needed("principal_lak", "Principal (kip)", "ຕົ້ນທຶນ (ກີບ)", Kind.MONEY),
        needed("established_on", "Established on", "ວັນທີກຳນົດໜີ້", Kind.DATE),
    ),
    spans=(("period_from", "period_to"),),
)
DEBT_PAYMENTS = Table(
    "debt_payments",
    Text("Debt payments", lo="ການຊຳລະໜີ້"),
    (
        key("debt_no", "Debt number", "ເລກທີໜີ້", references="inspections.debts"),
        key("payment_no", "Payment number", "ເລກທີການຊຳລະ"),
        needed("paid_on", "Paid on", "ວັນທີຊຳລະ", Kind.DATE),
        needed("amount_lak", "Amount (kip)", "ຈຳນວນເງິນ (ກີບ)", Kind.MONEY),
    ),
)
APPEALS = Table(
    "appeals",
    Text("Appeals", lo="ການອຸທອນ"),
    (
        key("appeal_no", "Appeal number", "ເລກທີການອຸທອນ"),
        measure(),
        needed("filed_on", "Filed on", "ວັນທີຍື່ນ", Kind.DATE),
        optional("decided_on", "Decided on", "ວັນທີຕັດສິນ", Kind.DATE),
        code("result", APPEAL_RESULT, required=False),
    ),
    spans=(("filed_on", "decided_on"),),
)
INSPECTIONS = Source(
    "inspections",
    Text("Inspection register", lo="ທະບຽນການກວດກາ"),
    (ORDERS, TEAMS, FINDINGS, MEASURES, FINES, DEBTS, DEBT_PAYMENTS, APPEALS),
)
