"""The LSSO's own information system: labour units, their contributions, the inspectors. It holds no tax number."""

from __future__ import annotations

from warehouse.sources.contract import Kind, Source, Table
from warehouse.sources.fields import (
    district,
    key,
    needed,
    optional,
    province,
    scheme,
    sector,
    unit_key,
    updated,
    workers,
)
from warehouse.text import Text

LABOUR_UNITS = Table(
    "labour_units",
    Text("Labour units", lo="ຫົວໜ່ວຍແຮງງານ"),
    (
        key("ss_number", "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
        optional("name_lo", "Name in Lao", "ຊື່ພາສາລາວ"),
        needed("name_en", "Name in English", "ຊື່ພາສາອັງກິດ"),
        scheme(),
        sector(),
        district(),
        optional("address", "Address", "ທີ່ຢູ່"),
        optional("phone", "Telephone", "ໂທລະສັບ", Kind.IDENTIFIER),
        needed("registered_on", "Registered on", "ວັນທີຂຶ້ນທະບຽນ", Kind.DATE),
        optional("closed_on", "Closed on", "ວັນທີປິດ", Kind.DATE),
        workers("workers", "Workers", "ຜູ້ອອກແຮງງານ", required=True),
        updated(),
    ),
    spans=(("registered_on", "closed_on"),),
    history=True,
)
CONTRIBUTIONS = Table(
    "contributions",
    Text("Contributions", lo="ເງິນສົມທົບ"),
    (
        unit_key(),
        key("month", "Month", "ເດືອນ", Kind.MONTH),
        workers("workers", "Workers declared", "ຜູ້ອອກແຮງງານທີ່ແຈ້ງ", required=True),
        needed("wage_base_lak", "Insurable wages (kip)", "ເງິນເດືອນປະກັນຕົນ (ກີບ)", Kind.MONEY),
        needed("due_lak", "Contribution due (kip)", "ເງິນສົມທົບທີ່ຕ້ອງຈ່າຍ (ກີບ)", Kind.MONEY),
        needed("paid_lak", "Contribution paid (kip)", "ເງິນສົມທົບທີ່ຈ່າຍແລ້ວ (ກີບ)", Kind.MONEY),
        optional(
            "paid_on",
            "Paid on",
            "ວັນທີຊຳລະ",
            Kind.DATE,
            note=Text("When paid in full, or the last part payment", lo="ເມື່ອຊຳລະຄົບ ຫຼື ງວດຫຼ້າສຸດ"),
        ),
        optional("withheld", "Employees' share withheld", "ຫັກສ່ວນຂອງຜູ້ອອກແຮງງານແລ້ວ", Kind.BOOLEAN),
    ),
)
INSPECTORS = Table(
    "inspectors",
    Text("Inspectors", lo="ເຈົ້າໜ້າທີ່ກວດກາ"),
    (
        key("inspector_id", "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່"),
        needed("name", "Name", "ຊື່"),
        province(),
        optional("cohort", "Training group", "ກຸ່ມຝຶກອົບຮົມ", Kind.IDENTIFIER),
        optional("trained_on", "Trained on", "ວັນທີຝຶກອົບຮົມ", Kind.DATE),
        needed("appointed_on", "Appointed on", "ວັນທີແຕ່ງຕັ້ງ", Kind.DATE),
        optional("ended_on", "Ended on", "ວັນທີສິ້ນສຸດ", Kind.DATE),
        needed("fte", "Full-time equivalent", "ທຽບເທົ່າເຕັມເວລາ", Kind.DECIMAL, above=0, highest=1),
        needed("is_mentor", "Is a mentor", "ເປັນຜູ້ແນະນຳ", Kind.BOOLEAN),
        updated(),
    ),
    spans=(("appointed_on", "ended_on"),),
    history=True,
)
LSSO = Source("lsso", Text("LSSO information system", lo="ລະບົບຂໍ້ມູນ ອປຊ"), (LABOUR_UNITS, CONTRIBUTIONS, INSPECTORS))
