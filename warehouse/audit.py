"""What was loaded, from which file, and what became of each row: kept in the warehouse beside the star."""

from __future__ import annotations

from sqlalchemy import BigInteger, Date, Integer, SmallInteger, String, Table

from warehouse.star import STAR, col, title

audit_batch = Table(
    "audit_batch",
    STAR,
    col("batch_on", Date, "Batch", "ຊຸດຂໍ້ມູນ", primary_key=True),
    col("fingerprint", String, "Fingerprint of its files", "ລາຍນິ້ວມືຂອງໄຟລ໌"),
    col("received_at", String, "Received at (UTC)", "ໄດ້ຮັບເມື່ອ (UTC)"),
    info=title("Batches", "ຊຸດຂໍ້ມູນ"),
)
audit_account = Table(
    "audit_account",
    STAR,
    col("batch_on", Date, "Batch", "ຊຸດຂໍ້ມູນ"),
    col("source", String, "Source", "ແຫຼ່ງຂໍ້ມູນ"),
    col("table", String, "Table", "ຕາຕະລາງ"),
    col("file", String, "File", "ໄຟລ໌"),
    col("read", Integer, "Rows read", "ແຖວທີ່ອ່ານ"),
    col("loaded", Integer, "Rows loaded", "ແຖວທີ່ນຳເຂົ້າ"),
    col("superseded", Integer, "Rows superseded", "ແຖວທີ່ຖືກແທນ"),
    col("rejected", Integer, "Rows rejected", "ແຖວທີ່ຖືກປະຕິເສດ"),
    col("warnings", Integer, "Warnings", "ຄຳເຕືອນ"),
    info=title("Account of each table of a batch", "ບັນຊີຂອງແຕ່ລະຕາຕະລາງ"),
)
audit_problem = Table(
    "audit_problem",
    STAR,
    col("batch_on", Date, "Batch", "ຊຸດຂໍ້ມູນ"),
    col("source", String, "Source", "ແຫຼ່ງຂໍ້ມູນ"),
    col("table", String, "Table", "ຕາຕະລາງ"),
    col("file", String, "File", "ໄຟລ໌"),
    col("line", Integer, "Line", "ແຖວທີ"),
    col("severity", String, "rejected or warning", "ປະຕິເສດ ຫຼື ຄຳເຕືອນ"),
    col("field", String, "Column", "ຖັນ"),
    col("problem", String, "Reason", "ເຫດຜົນ"),
    col("value", String, "What was delivered", "ຄ່າທີ່ສົ່ງມາ"),
    col("province_code", String(2), "Province, where the row tells it", "ແຂວງ ຖ້າຮູ້"),
    info=title("Every reason and every doubt, by row and column", "ທຸກເຫດຜົນ ແລະ ຂໍ້ສົງໄສ"),
)
audit_rejected = Table(
    "audit_rejected",
    STAR,
    col("batch_on", Date, "Batch", "ຊຸດຂໍ້ມູນ"),
    col("source", String, "Source", "ແຫຼ່ງຂໍ້ມູນ"),
    col("table", String, "Table", "ຕາຕະລາງ"),
    col("file", String, "File", "ໄຟລ໌"),
    col("line", Integer, "Line", "ແຖວທີ"),
    col("row", String, "The row, whole (JSON)", "ແຖວຂໍ້ມູນທັງໝົດ (JSON)"),
    info=title("Rejected rows, whole", "ແຖວທີ່ຖືກປະຕິເສດ"),
)
audit_freshness = Table(
    "audit_freshness",
    STAR,
    col("source", String, "Source", "ແຫຼ່ງຂໍ້ມູນ"),
    col("table", String, "Table", "ຕາຕະລາງ"),
    col("province_code", String(2), "Province", "ແຂວງ"),
    col("rows", BigInteger, "Rows in the warehouse", "ຈຳນວນແຖວໃນຄັງຂໍ້ມູນ"),
    col("batch_on", Date, "Latest batch with rows of the province", "ຊຸດຂໍ້ມູນຫຼ້າສຸດ"),
    info=title("Freshness by source and province", "ຄວາມສົດໃໝ່ຕາມແຫຼ່ງ ແລະ ແຂວງ"),
)
audit_check = Table(
    "audit_check",
    STAR,
    col("batch_on", Date, "Batch", "ຊຸດຂໍ້ມູນ"),
    col("check_code", String, "Check", "ການກວດສອບ"),
    col("stops", SmallInteger, "1 when it stops publication", "1 ຖ້າຢຸດການເຜີຍແຜ່"),
    col("source", String, "Source", "ແຫຼ່ງຂໍ້ມູນ"),
    col("table", String, "Table", "ຕາຕະລາງ"),
    col("province_code", String(2), "Province, where the row tells it", "ແຂວງ ຖ້າຮູ້"),
    col("rows", BigInteger, "Rows that do not hold", "ແຖວທີ່ບໍ່ຜ່ານ"),
    info=title("What each check found as each batch came, by table and province", "ຜົນການກວດສອບຂອງແຕ່ລະຊຸດ"),
)
audit_doubt = Table(
    "audit_doubt",
    STAR,
    col("check_code", String, "Check", "ການກວດສອບ"),
    col("source", String, "Source", "ແຫຼ່ງຂໍ້ມູນ"),
    col("table", String, "Table", "ຕາຕະລາງ"),
    col("key", String, "Key of the row", "ລະຫັດຂອງແຖວ"),
    col("province_code", String(2), "Province, where the row tells it", "ແຂວງ ຖ້າຮູ້"),
    col("batch_on", Date, "Batch of the row", "ຊຸດຂໍ້ມູນຂອງແຖວ"),
    col("line", Integer, "Line", "ແຖວທີ"),
    col("what", String, "What is doubted (JSON)", "ສິ່ງທີ່ສົງໄສ (JSON)"),
    info=title("Rows that a check doubts, as of the last batch", "ແຖວທີ່ມີຂໍ້ສົງໄສ"),
)
audit_force = Table(
    "audit_force",
    STAR,
    col("batch_on", Date, "Batch", "ຊຸດຂໍ້ມູນ"),
    col("forced_at", String, "Forced at (UTC)", "ບັງຄັບເຜີຍແຜ່ເມື່ອ (UTC)"),
    col("forced_by", String, "By", "ໂດຍ"),
    col("reason", String, "Reason", "ເຫດຜົນ"),
    col("check_code", String, "Check", "ການກວດສອບ"),
    col("what", String, "What did not hold", "ສິ່ງທີ່ບໍ່ຜ່ານ"),
    info=title("Publications although a check did not hold", "ການເຜີຍແຜ່ທັງທີ່ບໍ່ຜ່ານການກວດສອບ"),
)
