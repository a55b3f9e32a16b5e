"""Facts of the inspectorate itself: its people by month, its targets."""

from __future__ import annotations

from sqlalchemy import Date, Double, Integer, SmallInteger, String, Table

from warehouse.codes import CHANNEL, TICKET_TOPIC
from warehouse.star.columns import STAR, col, title

fact_inspector_month = Table(
    "fact_inspector_month",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ", primary_key=True),
    col("inspector_id", String, "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່", primary_key=True),
    col("province_code", String(2), "Province of the inspector", "ແຂວງຂອງເຈົ້າໜ້າທີ່"),
    col("fte", Double, "Full-time equivalent in the month", "ທຽບເທົ່າເຕັມເວລາໃນເດືອນ"),
    col("active", SmallInteger, "1 when active on the month's last day", "1 ຖ້າປະຈຳການໃນມື້ສຸດທ້າຍ"),
    col("active_fte", Double, "Full-time equivalent on that day", "ທຽບເທົ່າເຕັມເວລາໃນມື້ນັ້ນ"),
    col("trained", SmallInteger, "1 when active and trained by that day", "1 ຖ້າຝຶກອົບຮົມແລ້ວໃນມື້ນັ້ນ"),
    info=title("Inspectors by month", "ເຈົ້າໜ້າທີ່ກວດກາຕາມເດືອນ"),
)
fact_target = Table(
    "fact_target",
    STAR,
    col("month_start", Date, "Month", "ເດືອນ", primary_key=True),
    col("province_code", String(2), "Province (00: headquarters' own)", "ແຂວງ (00: ສູນກາງ)", primary_key=True),
    col("indicator", String, "Indicator", "ຕົວຊີ້ວັດ", primary_key=True),
    col("target", Double, "Target", "ເປົ້າໝາຍ"),
    info=title("Targets", "ເປົ້າໝາຍ"),
)
fact_ticket = Table(
    "fact_ticket",
    STAR,
    col("ticket_no", String, "Ticket number", "ເລກທີຄຳຖາມ", primary_key=True),
    col("province_code", String(2), "Province", "ແຂວງ"),
    col("channel_code", String(9), "Channel", "ຊ່ອງທາງ", codes=CHANNEL),
    col("topic_code", String(11), "Topic", "ຫົວຂໍ້", codes=TICKET_TOPIC),
    col("opened_on", Date, "Opened on", "ວັນທີເປີດ"),
    col("answered_on", Date, "Answered on", "ວັນທີຕອບ"),
    col("closed_on", Date, "Closed on", "ວັນທີປິດ"),
    col("days_to_answer", Integer, "Days to the answer", "ມື້ຈົນຮອດຄຳຕອບ"),
    info=title("Help desk tickets", "ຄຳຖາມເຖິງໜ່ວຍຊ່ວຍເຫຼືອ"),
)
fact_training = Table(
    "fact_training",
    STAR,
    col("inspector_id", String, "Inspector", "ລະຫັດເຈົ້າໜ້າທີ່", primary_key=True),
    col("session_no", String, "Session", "ຄັ້ງທີ", primary_key=True),
    col("province_code", String(2), "Province of the inspector", "ແຂວງຂອງເຈົ້າໜ້າທີ່"),
    col("held_from", Date, "Held from", "ແຕ່ວັນທີ"),
    col("held_to", Date, "Held to", "ເຖິງວັນທີ"),
    col("days", Double, "Days", "ຈຳນວນມື້"),
    col("test_score", Double, "Test score", "ຄະແນນສອບ"),
    info=title("Training attended", "ການຝຶກອົບຮົມ"),
)
