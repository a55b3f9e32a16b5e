"""Can I trust these numbers?"""

from layouts.page import Page
from layouts.tables.dictionary import DictionaryBlock
from layouts.tables.lineage import LineageBlock
from layouts.tables.loads import AccountTable, BatchTable, FreshnessTable, ProblemTable, RejectedTable
from layouts.tables.quality import CheckTable, DoubtTable, ForcedTable, LateTable, MissingTable, PlaceTable
from warehouse.text import Text

PAGE = Page(
    path="/data",
    name=Text("Data", lo="ຂໍ້ມູນ"),
    title=Text("Can I trust these numbers?", lo="ເຊື່ອຖືຕົວເລກເຫຼົ່ານີ້ໄດ້ບໍ?"),
    order=20,
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
        CheckTable(
            "checks",
            Text("Checks", lo="ການກວດສອບ"),
            7,
            Text(
                "Asked of every load: those that stop publication, and those that warn, by batch",
                lo="ກວດທຸກຄັ້ງທີ່ນຳເຂົ້າ: ທີ່ຢຸດການເຜີຍແຜ່ ແລະ ທີ່ເຕືອນ ຕາມຊຸດ",
            ),
        ),
        PlaceTable(
            "doubts",
            Text("Doubts by province", lo="ຂໍ້ສົງໄສຕາມແຂວງ"),
            5,
            Text("Rows that the checks doubt, and what the last batch brought", lo="ແຖວທີ່ສົງໄສ ແລະ ຜົນຂອງຊຸດຫຼ້າສຸດ"),
        ),
        LateTable(
            "late",
            Text("Who has not reported", lo="ໃຜຍັງບໍ່ໄດ້ລາຍງານ"),
            4,
            Text(
                "Provinces whose latest orders or contributions are of an earlier batch than others'",
                lo="ແຂວງທີ່ຄຳສັ່ງ ຫຼື ເງິນສົມທົບຫຼ້າສຸດ ມາກ່ອນຊຸດຂອງແຂວງອື່ນ",
            ),
        ),
        MissingTable(
            "missing",
            Text("Months that are missing", lo="ເດືອນທີ່ຂາດ"),
            4,
            Text("Provinces whose contributions end before others' do", lo="ແຂວງທີ່ເງິນສົມທົບສິ້ນສຸດກ່ອນແຂວງອື່ນ"),
        ),
        ForcedTable(
            "forced",
            Text("Published against a check", lo="ເຜີຍແຜ່ທັງທີ່ບໍ່ຜ່ານການກວດສອບ"),
            4,
            Text("Kept for good, with who forced it and why", lo="ເກັບໄວ້ຕະຫຼອດ ພ້ອມຜູ້ບັງຄັບ ແລະ ເຫດຜົນ"),
        ),
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
        DoubtTable(
            "doubtful",
            Text("Doubtful rows", lo="ແຖວທີ່ມີຂໍ້ສົງໄສ"),
            12,
            Text(
                "Loaded and counted; correct them at the source and send them again",
                lo="ນຳເຂົ້າ ແລະ ນັບແລ້ວ; ແກ້ໄຂຢູ່ແຫຼ່ງ ແລ້ວສົ່ງຄືນ",
            ),
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
        LineageBlock(
            "lineage",
            Text("Lineage", lo="ທີ່ມາຂອງຕົວເລກ"),
            12,
            Text(
                "From an indicator through the star to the columns of the sources, as the SQL that is executed has it",
                lo="ຈາກຕົວຊີ້ວັດ ຜ່ານຄັງຂໍ້ມູນ ໄປຫາຖັນຂອງແຫຼ່ງ ຕາມ SQL ທີ່ໃຊ້ຈິງ",
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
