"""What the blank workbooks tell those who fill them in, in both languages: a guide, and what each column takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warehouse.sources import Field, Kind, Source
from warehouse.text import LANGUAGES, Text

KINDS = {
    Kind.TEXT: Text("text", lo="ຂໍ້ຄວາມ"),
    Kind.IDENTIFIER: Text(
        "number or code, kept as text: zeros in front stay", lo="ເລກ ຫຼື ລະຫັດ, ບັນທຶກເປັນຂໍ້ຄວາມ: ເລກສູນທາງໜ້າຍັງຢູ່"
    ),
    Kind.CODE: Text("a code of the sheet “codes”", lo="ລະຫັດຢູ່ໃນແຜ່ນ “codes”"),
    Kind.PROVINCE: Text(
        "the province's code of two digits, its ISO code or its name", lo="ລະຫັດແຂວງ 2 ຕົວເລກ, ລະຫັດ ISO ຫຼື ຊື່ແຂວງ"
    ),
    Kind.DISTRICT: Text("the district's code of four digits", lo="ລະຫັດເມືອງ 4 ຕົວເລກ"),
    Kind.DATE: Text(
        "date, YYYY-MM-DD or DD/MM/YYYY; Buddhist years and Lao digits are understood",
        lo="ວັນທີ, ປປປປ-ດດ-ວວ ຫຼື ວວ/ດດ/ປປປປ; ໃຊ້ ພ.ສ. ແລະ ຕົວເລກລາວໄດ້",
    ),
    Kind.TIMESTAMP: Text("date and time, YYYY-MM-DD HH:MM:SS", lo="ວັນທີ ແລະ ເວລາ, ປປປປ-ດດ-ວວ ຊຊ:ນນ:ວວ"),
    Kind.MONTH: Text("month, YYYY-MM", lo="ເດືອນ, ປປປປ-ດດ"),
    Kind.YEAR: Text("year of four digits", lo="ປີ 4 ຕົວເລກ"),
    Kind.INTEGER: Text("whole number", lo="ຈຳນວນຖ້ວນ"),
    Kind.DECIMAL: Text("number", lo="ຕົວເລກ"),
    Kind.MONEY: Text("whole kip, never negative", lo="ຈຳນວນເງິນເປັນກີບ, ບໍ່ຕິດລົບ"),
    Kind.BOOLEAN: Text("yes/no, true/false or 1/0", lo="ແມ່ນ/ບໍ່, true/false ຫຼື 1/0"),
}
NEED = {
    "key": Text("key", lo="ລະຫັດຫຼັກ"),
    "required": Text("required", lo="ຈຳເປັນ"),
    "optional": Text("may stay empty", lo="ປະຫວ່າງໄດ້"),
}
REFERS = Text("must be known in", lo="ຕ້ອງມີຢູ່ໃນ")
GUIDE = (
    Text("How to fill in this workbook", lo="ວິທີຕື່ມຂໍ້ມູນໃສ່ປຶ້ມນີ້"),
    Text(
        "Each sheet is a table, each row one record. Write below the header; do not rename sheets or columns.",
        lo="ແຕ່ລະແຜ່ນແມ່ນໜຶ່ງຕາຕະລາງ, ແຕ່ລະແຖວແມ່ນໜຶ່ງລາຍການ. ຂຽນລຸ່ມຫົວຕາຕະລາງ; ຫ້າມປ່ຽນຊື່ແຜ່ນ ຫຼື ຊື່ຖັນ.",
    ),
    Text(
        "Dark columns are the key, blue ones are required, pale ones may stay empty. A cell that is missing turns red.",
        lo="ຖັນສີເຂັ້ມແມ່ນລະຫັດຫຼັກ, ຖັນສີຟ້າຈຳເປັນຕ້ອງຕື່ມ, ຖັນສີຈາງປະຫວ່າງໄດ້. ຊ່ອງທີ່ຍັງຂາດຈະເປັນສີແດງ.",
    ),
    Text(
        "A row is the whole present state of its key: when something changes, send the whole row again.",
        lo="ແຖວໜຶ່ງແມ່ນຂໍ້ມູນປັດຈຸບັນທັງໝົດຂອງລະຫັດນັ້ນ: ເມື່ອມີການປ່ຽນແປງ ໃຫ້ສົ່ງໝົດທັງແຖວຄືນໃໝ່.",
    ),
    Text(
        "Excel warns of an unusual value; it may stand if the notes below allow it. What cannot be read comes back.",
        lo="Excel ຈະເຕືອນເມື່ອຂໍ້ມູນຜິດປົກກະຕິ; ຖ້າໝາຍເຫດລຸ່ມນີ້ອະນຸຍາດ ກໍໃຊ້ໄດ້. ຂໍ້ມູນທີ່ອ່ານບໍ່ໄດ້ຈະຖືກສົ່ງຄືນ.",
    ),
    Text(
        "Delete the sheets that you do not deliver. Keep the file's name and put it into the batch's folder, which is"
        " named by the date of the extract, for example 2026-10-31.",
        lo="ລຶບແຜ່ນທີ່ບໍ່ໄດ້ສົ່ງ. ຮັກສາຊື່ໄຟລ໌ ແລ້ວວາງໃສ່ໂຟນເດີຂອງຊຸດຂໍ້ມູນ ເຊິ່ງຕັ້ງຊື່ຕາມວັນທີຂໍ້ມູນ, ຕົວຢ່າງ 2026-10-31.",
    ),
)


def need(field: Field) -> str:
    return "key" if field.key else "required" if field.required else "optional"


def note_lines(source: Source) -> Iterator[tuple[Sequence[str], bool]]:
    for table in source.tables:
        yield (table.name, "", str(table.title), table.title.lo, "", ""), True
        for field in table.fields:
            titles = (field.title.in_(language) for language in LANGUAGES)
            yield (table.name, field.name, *titles, *(meaning(field, language) for language in LANGUAGES)), False


def meaning(field: Field, language: str) -> str:
    """Whether it is needed, what may be written, its codes, what it refers to."""
    parts = [NEED[need(field)].in_(language), KINDS[field.kind].in_(language)]
    if field.codes is not None:
        parts.append(", ".join(f"{item.code} = {item.title.in_(language)}" for item in field.codes))
    if field.references:
        parts.append(f"{REFERS.in_(language)} {field.references}")
    return "; ".join([*parts, *filter(None, [field.note.in_(language)])])
