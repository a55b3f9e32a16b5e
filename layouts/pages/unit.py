"""What about this unit, or this enterprise that no unit is linked to?"""

from layouts.charts.events import Timeline
from layouts.charts.paid import DuePaid
from layouts.page import Page
from layouts.tables.about import Facts, Glance, Rows
from layouts.tables.calendar import StatusCalendar
from layouts.view import View
from warehouse.records import ENTERPRISE, Listing, Registered
from warehouse.text import Text

ENTERPRISE_NO = Text("Enterprise", lo="ວິສາຫະກິດ")


def subject(view: View) -> Registered:
    """The unit of the register, or the enterprise by its number."""
    return Registered("firm" if view.key.startswith(ENTERPRISE) else "who", view.key)


def called(found: Listing, view: View) -> str:
    row = found.records()[0]
    return str(row[f"name_{view.language}"] or row["name_en"] or view.key)


def numbered(view: View) -> str:
    """What its number is a number of."""
    if view.key.startswith(ENTERPRISE):
        return f"{ENTERPRISE_NO.in_(view.language)} {view.key.removeprefix(ENTERPRISE)}"
    return f"{PAGE.name.in_(view.language)} {view.key}"


PAGE = Page(
    path="/unit/<key>",
    name=Text("Unit", lo="ຫົວໜ່ວຍ"),
    title=Text("What about this unit?", lo="ຫົວໜ່ວຍນີ້ເປັນແນວໃດ?"),
    filtered=False,
    subject=subject,
    called=called,
    numbered=numbered,
    blocks=(
        Glance("figures", Text("At a glance", lo="ໂດຍຫຍໍ້"), 12),
        Facts(
            "who",
            Text("In the LSSO's register", lo="ໃນທະບຽນຂອງ ອປສ"),
            6,
            Text("The latest master data", lo="ຂໍ້ມູນຫຼັກຫຼ້າສຸດ"),
            part="who",
            of_units=True,
            registered=True,
        ),
        Facts(
            "firm",
            Text("In the enterprise register", lo="ໃນທະບຽນວິສາຫະກິດ"),
            6,
            Text("As that register has it", lo="ຕາມທະບຽນນັ້ນ"),
            part="firm",
            registered=True,
        ),
        Timeline(
            "timeline",
            Text("What happened, and what falls due", lo="ເຫດການ ແລະ ກຳນົດເວລາ"),
            12,
            Text(
                "Triangles at the left edge are earlier; the dotted line is the data's last day; a click leads to the inspection",
                lo="ສາມຫຼ່ຽມຢູ່ຂອບຊ້າຍແມ່ນກ່ອນໜ້ານີ້; ເສັ້ນຈຸດແມ່ນມື້ສຸດທ້າຍຂອງຂໍ້ມູນ; ກົດເພື່ອເບິ່ງການກວດກາ",
            ),
        ),
        StatusCalendar(
            "calendar",
            Text("Contributions, month by month", lo="ເງິນສົມທົບ ແຕ່ລະເດືອນ"),
            6,
            Text("Payment status of each month", lo="ສະຖານະການຊຳລະຂອງແຕ່ລະເດືອນ"),
        ),
        DuePaid(
            "paid",
            Text("Paid against due", lo="ຊຳລະທຽບກັບທີ່ຕ້ອງຈ່າຍ"),
            6,
            Text("kip, the last three years", lo="ກີບ, 3 ປີຫຼ້າສຸດ"),
        ),
        Rows(
            "measures",
            Text("Measures and their deadlines", lo="ມາດຕະການ ແລະ ກຳນົດເວລາ"),
            12,
            Text("State on the data's last day", lo="ສະຖານະໃນມື້ສຸດທ້າຍຂອງຂໍ້ມູນ"),
            part="measures",
            shown="measure_no inspection_no step issued_on deadline_on state days_left complied_on next_step owed",
        ),
        Rows(
            "inspections",
            Text("Inspections", lo="ການກວດກາ"),
            12,
            part="inspections",
            shown="inspection_no type method origin status ordered_on conducted_on reported_on closed_on findings workers_found",
        ),
        Rows(
            "findings",
            Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"),
            12,
            part="findings",
            shown="finding_no inspection_no irregularity workers_affected evaded_lak found_on deadline_on corrected_on",
        ),
        Rows(
            "fines",
            Text("Fines, beside what the law gives", lo="ຄ່າປັບໃໝ ທຽບກັບກົດໝາຍ"),
            12,
            part="fines",
            shown="fine_no inspection_no basis imposed_on imposed_lak statutory_lak difference_lak flags paid_lak paid_on fine_status",
        ),
        Rows(
            "debts",
            Text("Debts", lo="ໜີ້ສິນ"),
            12,
            part="debts",
            shown="debt_no inspection_no cause established_on period_from period_to principal_lak outstanding_lak age_days last_paid_on",
        ),
        Rows(
            "payments",
            Text("Payments of debts", lo="ການຊຳລະໜີ້"),
            6,
            part="payments",
            shown="debt_no payment_no paid_on amount_lak days_since",
        ),
        Rows(
            "appeals",
            Text("Appeals", lo="ການອຸທອນ"),
            6,
            part="appeals",
            shown="appeal_no inspection_no step filed_on decided_on result",
        ),
        Rows(
            "complaints",
            Text("Complaints", lo="ຄຳຮ້ອງຟ້ອງ"),
            6,
            Text("Who complained is not kept here", lo="ບໍ່ເກັບຂໍ້ມູນຜູ້ຮ້ອງຟ້ອງ"),
            part="complaints",
            of_units=True,
            shown="complaint_no topic received_on inspection_no days_to_respond closed_on",
        ),
        Rows(
            "visits",
            Text("Visits of the labour inspection", lo="ການລົງກວດແຮງງານ"),
            6,
            part="visits",
            registered=True,
            shown="visit_no visited_on unit_name workers_found ss_registered",
        ),
        Rows(
            "links",
            Text("Links to the enterprise register and the tax file", lo="ການເຊື່ອມໂຍງກັບທະບຽນວິສາຫະກິດ ແລະ ແຟ້ມພາສີ"),
            12,
            Text("Why two registers' rows are believed to be one", lo="ເປັນຫຍັງຈຶ່ງເຊື່ອວ່າແມ່ນອັນດຽວກັນ"),
            part="links",
            registered=True,
            shown="enterprise_no ss_number their_name their_tin probability band method reasons decided_by decided_on",
        ),
        Rows(
            "tax_years",
            Text("Tax years beside what was declared", lo="ປີພາສີ ທຽບກັບທີ່ແຈ້ງ"),
            12,
            part="tax_years",
            registered=True,
            shown="year employees declared_workers payroll_lak declared_wages_lak gap_lak declared_months comparable",
        ),
        Rows(
            "detections",
            Text("What the registers reveal together", lo="ສິ່ງທີ່ກວດພົບຈາກທະບຽນຕ່າງໆ"),
            12,
            part="detections",
            registered=True,
            shown="rule reasons since_on until_on workers amount_lak",
        ),
        Rows(
            "versions",
            Text("History of the master data", lo="ປະຫວັດຂໍ້ມູນຫຼັກ"),
            12,
            Text("Each version from the day on which it took effect", lo="ແຕ່ລະລຸ້ນ ແຕ່ມື້ທີ່ມີຜົນ"),
            part="versions",
            of_units=True,
            registered=True,
            shown="valid_from valid_to name province district sector size scheme address phone workers",
        ),
    ),
)
