"""The words of the screen that belong to no indicator, code or column, in both languages."""

from __future__ import annotations

from warehouse.text import Text

PRODUCT = Text("SSIIS", lo="SSIIS")
PRODUCT_LONG = Text("Social security inspection", lo="ການກວດກາປະກັນສັງຄົມ")
SKIP = Text("Skip to the content", lo="ຂ້າມໄປຫາເນື້ອໃນ")
PAGES = Text("Pages", lo="ໜ້າ")
FILTERS = Text("Filters", lo="ຕົວກອງ")
LANGUAGE = Text("Language", lo="ພາສາ")
LIGHT = Text("Light", lo="ແຈ້ງ")
DARK = Text("Dark", lo="ມືດ")
AS_OF = Text("Data as of", lo="ຂໍ້ມູນຮອດວັນທີ")
BATCH = Text("Batch", lo="ຊຸດຂໍ້ມູນ")
PERIOD = Text("Period", lo="ໄລຍະເວລາ")
GRAIN = Text("Length", lo="ຊ່ວງ")
EARLIER = Text("Earlier period", lo="ໄລຍະກ່ອນ")
LATER = Text("Later period", lo="ໄລຍະຕໍ່ໄປ")
COMPARE = Text("Compare with", lo="ປຽບທຽບກັບ")
PREVIOUS = Text("Previous period", lo="ໄລຍະກ່ອນ")
YEAR_BEFORE = Text("Same period last year", lo="ໄລຍະດຽວກັນປີກາຍ")
TARGET = Text("Target", lo="ເປົ້າໝາຍ")
PROVINCE = Text("Province", lo="ແຂວງ")
DISTRICT = Text("District", lo="ເມືອງ")
INSPECTOR = Text("Inspector", lo="ເຈົ້າໜ້າທີ່ກວດກາ")
ALL = Text("All", lo="ທັງໝົດ")
RESET = Text("Clear filters", lo="ລຶບຕົວກອງ")
NATION = Text("Whole country", lo="ທົ່ວປະເທດ")
PARTIAL = Text("period not over", lo="ໄລຍະຍັງບໍ່ທັນສິ້ນສຸດ")
UP_TO = Text("up to", lo="ຮອດ")
INDICATOR = Text("Indicator", lo="ຕົວຊີ້ວັດ")
VALUE = Text("Value", lo="ຄ່າ")
CHANGE = Text("Change", lo="ການປ່ຽນແປງ")
MORE_FIGURES = Text("More figures", lo="ຕົວເລກເພີ່ມເຕີມ")
COMPARED = Text("Compared value", lo="ຄ່າທີ່ປຽບທຽບ")
RANK = Text("Rank", lo="ອັນດັບ")
LEVEL = Text("Shown by", lo="ສະແດງຕາມ")

BETTER = Text("better", lo="ດີຂຶ້ນ")
WORSE = Text("worse", lo="ແຍ່ລົງ")
MORE = Text("more", lo="ເພີ່ມຂຶ້ນ")
FEWER = Text("fewer", lo="ໜ້ອຍລົງ")
SAME = Text("unchanged", lo="ບໍ່ປ່ຽນແປງ")
VERSUS = Text("vs", lo="ທຽບກັບ")
SO_FAR = Text("so far", lo="ມາຮອດປັດຈຸບັນ")
NO_COMPARISON = Text("nothing to compare with", lo="ບໍ່ມີຂໍ້ມູນປຽບທຽບ")
NO_TARGET = Text("no target set", lo="ບໍ່ໄດ້ກຳນົດເປົ້າໝາຍ")
DEFINITION = Text("Definition", lo="ນິຍາມ")
SOURCE = Text("Source", lo="ແຫຼ່ງຂໍ້ມູນ")
BASIS = {
    "flow": Text("summed over the period", lo="ສັງລວມຕະຫຼອດໄລຍະ"),
    "stock": Text("at the end of the period", lo="ໃນທ້າຍໄລຍະ"),
}
RECORDS = Text("Show the records", lo="ເບິ່ງລາຍການ")
TABLE = Text("Table", lo="ຕາຕະລາງ")
AS_TABLE = Text("Show as a table", lo="ສະແດງເປັນຕາຕະລາງ")
PNG = Text("Picture (PNG)", lo="ຮູບພາບ (PNG)")
CSV = Text("Download as CSV", lo="ດາວໂຫຼດເປັນ CSV")
EXCEL = Text("Download as Excel", lo="ດາວໂຫຼດເປັນ Excel")

NOT_DUE = Text("Contributions for {} fall due on {}.", lo="ເງິນສົມທົບຂອງ {} ຮອດກຳນົດວັນທີ {}.")
SHOW = Text("Show {}", lo="ສະແດງ {}")
FALLS_DUE = Text("falls due on {}", lo="ຮອດກຳນົດວັນທີ {}")
NO_DATA = Text("no data", lo="ບໍ່ມີຂໍ້ມູນ")
EMPTY = Text("Nothing here for {}.", lo="ບໍ່ມີຂໍ້ມູນສຳລັບ {}.")
EMPTY_DO = Text(
    "Widen the period, or clear the filters.",
    lo="ຂະຫຍາຍໄລຍະເວລາ ຫຼື ລຶບຕົວກອງ.",
)
NOT_SLICED = Text("“{}” is not known by {}.", lo="“{}” ບໍ່ມີຂໍ້ມູນຕາມ{}.")
NOT_SLICED_DO = Text("Clear that filter to see it.", lo="ລຶບຕົວກອງນັ້ນ ເພື່ອເບິ່ງຂໍ້ມູນ.")
FAILED = Text("This part could not be drawn.", lo="ສະແດງສ່ວນນີ້ບໍ່ໄດ້.")
FAILED_DO = Text(
    "The rest of the page is complete. Try again; if it stays, report number {}.",
    lo="ສ່ວນອື່ນຂອງໜ້ານີ້ຄົບຖ້ວນ. ລອງໃໝ່; ຖ້າຍັງເປັນ ໃຫ້ແຈ້ງເລກທີ {}.",
)
AGAIN = Text("Try again", lo="ລອງໃໝ່")
NO_WAREHOUSE = Text("There is no data yet.", lo="ຍັງບໍ່ມີຂໍ້ມູນ.")
NO_WAREHOUSE_DO = Text(
    "Load a batch first: ssiis load FOLDER. This page then fills by itself when opened again.",
    lo="ໃຫ້ນຳເຂົ້າຊຸດຂໍ້ມູນກ່ອນ: ssiis load FOLDER ແລ້ວເປີດໜ້ານີ້ຄືນໃໝ່.",
)
NOT_FOUND = Text("There is no such page.", lo="ບໍ່ມີໜ້ານີ້.")
NOT_FOUND_DO = Text("Choose one of the pages above.", lo="ເລືອກໜ້າໃດໜຶ່ງຂ້າງເທິງ.")

SEARCH = Text("Search", lo="ຄົ້ນຫາ")
SEARCH_HINT = Text("Number or name", lo="ເລກທີ ຫຼື ຊື່")
FIND_HINT = Text("Unit, enterprise, inspection", lo="ຫົວໜ່ວຍ, ວິສາຫະກິດ, ການກວດກາ")
NO_SUCH = Text("{}: nothing has the number {}.", lo="{}: ບໍ່ມີເລກທີ {}.")
NO_SUCH_DO = Text("Look for a part of the number, or for the name.", lo="ໃຫ້ຊອກຫາດ້ວຍສ່ວນໜຶ່ງຂອງເລກທີ ຫຼື ດ້ວຍຊື່.")
NONE_OF_IT = Text("None.", lo="ບໍ່ມີ.")
ROWS = Text("{} rows", lo="{} ແຖວ")
SHOWN = Text("{} to {} of {}", lo="{} ຫາ {} ຈາກທັງໝົດ {}")
PAGE_BEFORE = Text("Previous page", lo="ໜ້າກ່ອນ")
PAGE_AFTER = Text("Next page", lo="ໜ້າຕໍ່ໄປ")
PLAY = Text("Play", lo="ຫຼິ້ນ")
STOP = Text("Stop", lo="ຢຸດ")
HIGHEST = Text("highest", lo="ສູງສຸດ")
LOWEST = Text("lowest", lo="ຕໍ່າສຸດ")
LAST = Text("last", lo="ຫຼ້າສຸດ")
FOOT = Text(
    "Lao Social Security Organization · all figures are computed from the extracts delivered",
    lo="ອົງການປະກັນສັງຄົມລາວ · ທຸກຕົວເລກຄິດໄລ່ຈາກຂໍ້ມູນທີ່ໄດ້ຮັບ",
)
