"""Can I trust these numbers?"""

from layouts.page import Page
from layouts.tables.dictionary import DictionaryBlock
from layouts.tables.loads import AccountTable, BatchTable, FreshnessTable, ProblemTable, RejectedTable
from warehouse.text import Text

PAGE = Page(
    path="/data",
    name=Text("Data", lo="ຂໍ້ມູນ"),
    title=Text("Can I trust these numbers?", lo="ເຊື່ອຖືຕົວເລກເຫຼົ່ານີ້ໄດ້ບໍ?"),
    order=5,
    blocks=(
        BatchTable(
            "batches",
            Text("Batches", lo="ຊຸດຂໍ້ມູນ"),
            5,
            Text(
                "What was handed over on each date, and what became of its rows", lo="ສິ່ງທີ່ສົ່ງມອບໃນແຕ່ລະວັນ ແລະ ຜົນຂອງແຕ່ລະແຖວ"
            ),
        ),
        AccountTable("accounts", Text("The last batch, table by table", lo="ຊຸດຫຼ້າສຸດ ແຕ່ລະຕາຕະລາງ"), 7),
        FreshnessTable(
            "freshness",
            Text("Freshness by source and province", lo="ຄວາມສົດໃໝ່ຕາມແຫຼ່ງ ແລະ ແຂວງ"),
            12,
            Text("The latest batch with rows of the province", lo="ຊຸດຫຼ້າສຸດທີ່ມີແຖວຂອງແຂວງ"),
        ),
        ProblemTable(
            "reasons",
            Text("Why rows were rejected", lo="ເປັນຫຍັງແຖວຈຶ່ງຖືກປະຕິເສດ"),
            6,
            Text("All batches; a row has every reason that applies", lo="ທຸກຊຸດ; ແຖວໜຶ່ງອາດມີຫຼາຍເຫດຜົນ"),
        ),
        ProblemTable(
            "warnings",
            Text("Doubts about rows that were loaded", lo="ຂໍ້ສົງໄສຂອງແຖວທີ່ນຳເຂົ້າ"),
            6,
            Text("Loaded with a warning", lo="ນຳເຂົ້າພ້ອມຄຳເຕືອນ"),
            severity="warning",
        ),
        RejectedTable(
            "rejected",
            Text("Rejected rows", lo="ແຖວທີ່ຖືກປະຕິເສດ"),
            12,
            Text(
                "Whole, with every reason; correct them at the source and send them again",
                lo="ຄົບຖ້ວນ ພ້ອມທຸກເຫດຜົນ; ແກ້ໄຂຢູ່ແຫຼ່ງ ແລ້ວສົ່ງຄືນ",
            ),
        ),
        DictionaryBlock(
            "dictionary",
            Text("Dictionary of indicators", lo="ຄຳອະທິບາຍຕົວຊີ້ວັດ"),
            12,
            Text("How every number is computed, and on what ground", lo="ແຕ່ລະຕົວເລກຄິດໄລ່ແນວໃດ ແລະ ອີງຕາມຫຍັງ"),
        ),
    ),
)
