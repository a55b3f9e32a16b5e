"""What about this inspection?"""

from layouts.page import Page
from layouts.tables.about import Facts, Reckoning, Rows
from layouts.tables.stepper import Stepper
from layouts.view import View
from warehouse.records import About, Listing
from warehouse.text import Text


def called(found: Listing, view: View) -> str:
    row = found.records()[0]
    return str(row["unit_name"] or row["ss_number"] or row["inspection_no"])


def numbered(view: View) -> str:
    return f"{PAGE.name.in_(view.language)} {view.key}"


PAGE = Page(
    path="/inspection/<key>",
    name=Text("Inspection", lo="ການກວດກາ"),
    title=Text("What about this inspection?", lo="ການກວດການີ້ເປັນແນວໃດ?"),
    filtered=False,
    subject=lambda view: About("inspections", inspection=view.key),
    called=called,
    numbered=numbered,
    blocks=(
        Stepper(
            "stages",
            Text("Administrative steps", lo="ຂັ້ນຕອນບໍລິຫານ"),
            12,
            Text("Each with its date and the days from the step before", lo="ວັນທີ ແລະ ຈຳນວນມື້ນັບແຕ່ຂັ້ນຕອນກ່ອນ"),
        ),
        Facts("order", Text("The order", lo="ຄຳສັ່ງກວດກາ"), 7, part="order", inspection=True),
        Rows(
            "team",
            Text("The team", lo="ໜ່ວຍງານ"),
            5,
            Text("By number; names are for those who may see them", lo="ຕາມລະຫັດ; ຊື່ສະເພາະຜູ້ມີສິດ"),
            part="team",
            inspection=True,
            shown="inspector_id role share inspector_province",
        ),
        Rows(
            "findings",
            Text("Findings", lo="ບັນຫາທີ່ກວດພົບ"),
            12,
            part="findings",
            inspection=True,
            shown="finding_no irregularity workers_affected evaded_lak found_on deadline_on corrected_on",
        ),
        Rows(
            "measures",
            Text("Measures of the ladder", lo="ມາດຕະການຕາມຂັ້ນໄດ"),
            12,
            Text("State on the data's last day, and what is owed next", lo="ສະຖານະໃນມື້ສຸດທ້າຍຂອງຂໍ້ມູນ ແລະ ຂັ້ນຕອນຕໍ່ໄປ"),
            part="measures",
            inspection=True,
            shown="measure_no step issued_on deadline_on state days_left complied_on next_step owed",
        ),
        Reckoning(
            "fines",
            Text("Fines, beside what the law gives", lo="ຄ່າປັບໃໝ ທຽບກັບກົດໝາຍ"),
            12,
            inspection=True,
        ),
        Rows(
            "fine_status",
            Text("What became of the fines", lo="ສະຖານະຄ່າປັບໃໝ"),
            12,
            part="fines",
            inspection=True,
            shown="fine_no measure_no fine_status due_on imposed_lak paid_lak paid_on flags",
        ),
        Rows(
            "appeals",
            Text("Appeals", lo="ການອຸທອນ"),
            6,
            part="appeals",
            inspection=True,
            shown="appeal_no measure_no step filed_on decided_on result days_to_decide",
        ),
        Rows(
            "complaints",
            Text("Complaints that led to it", lo="ຄຳຮ້ອງທີ່ນຳໄປສູ່ການກວດກາ"),
            6,
            Text("Who complained is not kept here", lo="ບໍ່ເກັບຂໍ້ມູນຜູ້ຮ້ອງຟ້ອງ"),
            part="complaints",
            inspection=True,
            shown="complaint_no topic received_on days_to_respond closed_on",
        ),
        Rows(
            "debts",
            Text("Debts established by it", lo="ໜີ້ທີ່ກຳນົດຈາກການກວດການີ້"),
            12,
            part="debts",
            inspection=True,
            shown="debt_no cause established_on period_from period_to principal_lak paid_lak outstanding_lak age_days last_paid_on",
        ),
        Rows(
            "follow_ups",
            Text("Inspections that follow it", lo="ການກວດກາທີ່ຕິດຕາມ"),
            12,
            part="follow_ups",
            inspection=True,
            shown="inspection_no type method status ordered_on conducted_on reported_on findings",
        ),
    ),
)
