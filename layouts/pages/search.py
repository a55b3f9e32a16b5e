"""Where is this one? By number or name."""

from layouts.page import Page
from layouts.tables.found import Found
from warehouse.text import Text

PAGE = Page(
    path="/search",
    name=Text("Search", lo="ຄົ້ນຫາ"),
    title=Text("Search", lo="ຄົ້ນຫາ"),
    filtered=False,
    blocks=(Found("found", Text("Found", lo="ຜົນການຄົ້ນຫາ"), 12),),
)
