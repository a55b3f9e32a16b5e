"""Words that Lao names of firms, people and villages are made of, in Latin and Lao script."""

from __future__ import annotations

Pair = tuple[str, str]
# fmt: off

FIRMS: tuple[Pair, ...] = (
    ("Lanexang", "ລ້ານຊ້າງ"), ("Champa", "ຈຳປາ"), ("Sengtavanh", "ແສງຕາເວັນ"), ("Souksavanh", "ສຸກສະຫວັນ"),
    ("Namkhong", "ນ້ຳຂອງ"), ("Thatluang", "ທາດຫຼວງ"), ("Sokxay", "ໂຊກໄຊ"), ("Xaysana", "ໄຊຊະນະ"),
    ("Chaleunxay", "ຈະເລີນໄຊ"), ("Phattana", "ພັດທະນາ"), ("Soukphaphone", "ສຸກພາພອນ"), ("Vilayphone", "ວິໄລພອນ"),
    ("Keomany", "ແກ້ວມະນີ"), ("Khamphet", "ຄຳເພັດ"), ("Phetsamone", "ເພັດສະໝອນ"), ("Bounheuang", "ບຸນເຮືອງ"),
    ("Somphou", "ສົມພູ"), ("Inpeng", "ອິນແປງ"), ("Sinxay", "ສິນໄຊ"), ("Mittaphab", "ມິດຕະພາບ"),
    ("Samakkhy", "ສາມັກຄີ"), ("Nakha", "ນາຄາ"), ("Siphandone", "ສີພັນດອນ"), ("Bolaven", "ບໍລະເວນ"),
    ("Houngheuang", "ຮຸ່ງເຮືອງ"), ("Thavixay", "ທະວີໄຊ"), ("Phonexay", "ໂພນໄຊ"), ("Savanh", "ສະຫວັນ"),
    ("Sengsavang", "ແສງສະຫວ່າງ"), ("Daovieng", "ດາວວຽງ"), ("Phousy", "ພູສີ"), ("Namngum", "ນ້ຳງື່ມ"),
    ("Xiengkeo", "ຊຽງແກ້ວ"), ("Thongkham", "ທອງຄຳ"), ("Maniphone", "ມະນີພອນ"), ("Dokkhoun", "ດອກຄູນ"),
    ("Viengxay", "ວຽງໄຊ"), ("Phanthavy", "ພັນທະວີ"), ("Oudomsouk", "ອຸດົມສຸກ"), ("Malisone", "ມະລິສອນ"),
)
ADDITIONS: tuple[Pair, ...] = (
    ("", ""), ("", ""), ("", ""), ("Lao", "ລາວ"), ("Group", "ກຣຸບ"), ("Mai", "ໃໝ່"), ("Sakon", "ສາກົນ"), ("Nuea", "ເໜືອ"),
    ("Tai", "ໃຕ້"), ("Houamjai", "ຮ່ວມໃຈ"),
)
FORMS: tuple[Pair, ...] = (
    ("Co., Ltd", "ຈຳກັດ"), ("Sole Co., Ltd", "ຈຳກັດຜູ້ດຽວ"), ("Sole Co., Ltd", "ຈຳກັດຜູ້ດຽວ"), ("Public Co.", "ມະຫາຊົນ"),
)
COMPANIES: dict[str, tuple[Pair, ...]] = {  # ບໍລິສັດ <name> <trade> ຈຳກັດ
    "A": (("Agriculture", "ກະສິກຳ"), ("Coffee", "ກາເຟ"), ("Rubber", "ຢາງພາລາ"), ("Banana Plantation", "ປູກກ້ວຍ")),
    "B": (("Mining", "ບໍ່ແຮ່"), ("Quarry", "ລະເບີດຫີນ"), ("Potash", "ເກືອກາລີ")),
    "C": (("Garment", "ຕັດຫຍິບ"), ("Wood Processing", "ປຸງແຕ່ງໄມ້"), ("Manufacturing", "ອຸດສາຫະກຳ"), ("Food", "ອາຫານ")),
    "D": (("Hydropower", "ໄຟຟ້ານ້ຳຕົກ"), ("Power", "ພະລັງງານ")),
    "E": (("Water Supply", "ນ້ຳປະປາ"), ("Waste Service", "ບໍລິການຂີ້ເຫຍື້ອ")),
    "F": (("Construction", "ກໍ່ສ້າງ"), ("Road and Bridge", "ຂົວທາງ"), ("Survey-Design", "ສຳຫຼວດອອກແບບ")),
    "G": (("Trading", "ການຄ້າ"), ("Import-Export", "ຂາເຂົ້າ-ຂາອອກ"), ("Fuel", "ນ້ຳມັນເຊື້ອໄຟ")),
    "H": (("Transport", "ຂົນສົ່ງ"), ("Logistics", "ໂລຈິສຕິກ")),
    "I": (("Resort", "ຣີສອດ"), ("Hospitality", "ການໂຮງແຮມ")),
    "J": (("Technology", "ເຕັກໂນໂລຊີ"), ("Media", "ສື່ມວນຊົນ")),
    "K": (("Microfinance", "ສະຖາບັນການເງິນຈຸລະພາກ"), ("Leasing", "ສິນເຊື່ອເຊົ່າຊື້"), ("Insurance", "ປະກັນໄພ")),
    "L": (("Real Estate", "ອະສັງຫາລິມະຊັບ"),),
    "M": (("Consulting", "ທີ່ປຶກສາ"), ("Accounting", "ການບັນຊີ"), ("Law", "ກົດໝາຍ")),
    "N": (("Security Service", "ບໍລິການຮັກສາຄວາມປອດໄພ"), ("Travel", "ທ່ອງທ່ຽວ"), ("Recruitment", "ຈັດຫາງານ")),
    "P": (("Education", "ການສຶກສາ"),),
    "Q": (("Medical", "ການແພດ"),),
    "R": (("Entertainment", "ບັນເທີງ"),),
    "S": (("Service", "ບໍລິການ"),),
}
SHOPS: dict[str, tuple[Pair, ...]] = {  # <ຮ້ານ, ໂຮງງານ, ໂຮງແຮມ …> <name>
    "A": (("Farm", "ຟາມ"), ("Garden", "ສວນ")),
    "C": (("Garment Factory", "ໂຮງງານຕັດຫຍິບ"), ("Drinking Water Factory", "ໂຮງງານນ້ຳດື່ມ"),
          ("Furniture Factory", "ໂຮງງານເຟີນີເຈີ"), ("Rice Mill", "ໂຮງສີເຂົ້າ"), ("Brick Factory", "ໂຮງງານດິນຈີ່")),
    "F": (("Builders", "ໜ່ວຍງານກໍ່ສ້າງ"),),
    "G": (("Shop", "ຮ້ານ"), ("Minimart", "ຮ້ານຂາຍເຄື່ອງຍ່ອຍ"), ("Motorcycle Repair", "ຮ້ານສ້ອມແປງລົດຈັກ"),
          ("Building Materials", "ຮ້ານວັດສະດຸກໍ່ສ້າງ"), ("Pharmacy", "ຮ້ານຂາຍຢາ"), ("Phone Shop", "ຮ້ານໂທລະສັບ")),
    "H": (("Bus Service", "ສາຍລົດເມ"),),
    "I": (("Hotel", "ໂຮງແຮມ"), ("Guesthouse", "ເຮືອນພັກ"), ("Restaurant", "ຮ້ານອາຫານ"), ("Cafe", "ຮ້ານກາເຟ")),
    "J": (("Printing", "ຮ້ານພິມ"),),
    "P": (("Private School", "ໂຮງຮຽນເອກະຊົນ"), ("Kindergarten", "ໂຮງຮຽນອະນຸບານ"), ("College", "ວິທະຍາໄລ")),
    "Q": (("Clinic", "ຄລີນິກ"), ("Hospital", "ໂຮງໝໍ")),
    "R": (("Karaoke", "ຮ້ານຄາລາໂອເກະ"), ("Fitness", "ຫ້ອງອອກກຳລັງກາຍ")),
    "S": (("Beauty Salon", "ຮ້ານເສີມສວຍ"), ("Laundry", "ຮ້ານຊັກລີດ"), ("Association", "ສະມາຄົມ")),
    "T": (("Household", "ຄົວເຮືອນ"),),
    "U": (("Project Office", "ຫ້ອງການໂຄງການ"),),
}
OFFICES: dict[str, tuple[Pair, ...]] = {
    "O": (("Finance", "ການເງິນ"), ("Agriculture and Forestry", "ກະສິກຳ ແລະ ປ່າໄມ້"),
          ("Industry and Commerce", "ອຸດສາຫະກຳ ແລະ ການຄ້າ"),
          ("Public Works and Transport", "ໂຍທາທິການ ແລະ ຂົນສົ່ງ"), ("Home Affairs", "ພາຍໃນ"), ("Justice", "ຍຸຕິທຳ")),
    "P": (("Education and Sports", "ສຶກສາທິການ ແລະ ກິລາ"),),
    "Q": (("Health", "ສາທາລະນະສຸກ"),),
}
MEN: tuple[Pair, ...] = (
    ("Bounmy", "ບຸນມີ"), ("Khamla", "ຄຳຫຼ້າ"), ("Somxay", "ສົມໄຊ"), ("Thongdy", "ທອງດີ"), ("Sisavath", "ສີສະຫວາດ"),
    ("Vilaysack", "ວິໄລສັກ"), ("Phouvong", "ພູວົງ"), ("Khamphone", "ຄຳພອນ"), ("Bounthavy", "ບຸນທະວີ"), ("Anousone", "ອານຸສອນ"),
    ("Souliya", "ສຸລິຍາ"), ("Kongkeo", "ກົງແກ້ວ"),
)
WOMEN: tuple[Pair, ...] = (
    ("Keo", "ແກ້ວ"), ("Chanthala", "ຈັນທະລາ"), ("Vanida", "ວະນິດາ"), ("Manivone", "ມະນີວອນ"), ("Souksakhone", "ສຸກສະຄອນ"),
    ("Latsamy", "ລັດສະໝີ"), ("Phonesavanh", "ໂພນສະຫວັນ"), ("Dalavanh", "ດາລາວັນ"), ("Bouavone", "ບົວວອນ"), ("Noy", "ນ້ອຍ"),
    ("Khamphay", "ຄຳໄພ"), ("Somphone", "ສົມພອນ"),
)
FAMILIES: tuple[Pair, ...] = (
    ("Phommachanh", "ພົມມະຈັນ"), ("Vongsa", "ວົງສາ"), ("Sengdara", "ແສງດາລາ"), ("Inthavong", "ອິນທະວົງ"),
    ("Keobounphanh", "ແກ້ວບຸນພັນ"), ("Xayavong", "ໄຊຍະວົງ"), ("Souvannavong", "ສຸວັນນະວົງ"), ("Phimmasone", "ພິມມະສອນ"),
    ("Chanthavong", "ຈັນທະວົງ"), ("Sisouphanh", "ສີສຸພັນ"), ("Thammavong", "ທຳມະວົງ"), ("Bouphavanh", "ບຸບຜາວັນ"),
    ("Luangrath", "ຫຼວງລາດ"), ("Duangdala", "ດວງດາລາ"), ("Phengsavanh", "ແພງສະຫວັນ"), ("Sayasone", "ໄຊຍະສອນ"),
)
VILLAGES = (
    "ໂພນທັນ", "ດອນກອຍ", "ນາໄຊ", "ໂພນສະອາດ", "ສີຫອມ", "ຫ້ວຍຫົງ", "ທົ່ງຂັນຄຳ", "ໂນນສະຫວ່າງ", "ນາຄຳ", "ທ່າເດື່ອ", "ໜອງໜ້ຽວ",
    "ໂພນເຄັງ", "ຊຽງແກ້ວ", "ປ່າຂາມ", "ຫາດຄຳ", "ໜອງແຕ່ງ", "ໂພນໄຊ", "ໜອງບອນ", "ດົງນາຊົກ", "ຫ້ວຍໄຊ", "ວັດທາດ", "ດອນແດງ", "ນາຫຼ່ອງ",
    "ບຶງຄຳ", "ສະພັງມໍ້",
)
