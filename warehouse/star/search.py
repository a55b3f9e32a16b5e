"""What the search looks through: every unit, enterprise not linked to one, and inspection, by its numbers and names."""

from __future__ import annotations

from sqlalchemy import Date, String, Table

from warehouse.codes import SUBJECT
from warehouse.star.columns import STAR, col, place_and_kind, title

ENTERPRISE = "e:"  # begins the key of an enterprise that no unit is linked to
dim_search = Table(
    "dim_search",
    STAR,
    col("kind_code", String(10), "Found", "ສິ່ງທີ່ພົບ", codes=SUBJECT, primary_key=True),
    col("key", String, "Key of its page", "ລະຫັດຂອງໜ້າ", primary_key=True),
    col("ss_number", String, "Social security number", "ລະຫັດປະກັນສັງຄົມ"),
    col("enterprise_no", String, "Enterprise number", "ເລກທະບຽນວິສາຫະກິດ"),
    col("tin", String, "Tax identification number", "ເລກປະຈຳຕົວຜູ້ເສຍອາກອນ"),
    col("inspection_no", String, "Inspection number", "ເລກທີການກວດກາ"),
    col("name_lo", String, "Name in Lao", "ຊື່ພາສາລາວ"),
    col("name_en", String, "Name in English", "ຊື່ພາສາອັງກິດ"),
    *place_and_kind()[:-1],
    col("since_on", Date, "Since", "ແຕ່ວັນທີ"),
    col("until_on", Date, "Until (empty: still)", "ເຖິງວັນທີ"),
    col("spelled", String, "Numbers and names, also earlier ones, in one spelling", "ເລກທີ ແລະ ຊື່ ໃນການສະກົດດຽວ"),
    info=title("What the search looks through", "ສິ່ງທີ່ຊອກຫາໄດ້"),
)
