"""How a browser asks for a page: the one callback's request, put together from what the app says of itself."""

from __future__ import annotations

import json
from typing import Any

UPDATE, DEPENDENCIES = "/_dash-update-component", "/_dash-dependencies"


class Filling:
    """The body to POST for a path and a query, by the app's own list of callbacks."""

    def __init__(self, dependencies: str | bytes) -> None:
        self.callback = next(
            each
            for each in json.loads(dependencies)
            if each.get("clientside_function") is None and any(i["property"] == "pathname" for i in each["inputs"])
        )

    def body(self, path: str, search: str) -> bytes:
        values = {"pathname": path, "search": search}
        inputs = [{**spec, "value": values.get(spec["property"])} for spec in self.callback["inputs"]]
        output = self.callback["output"]
        asked: dict[str, Any] = {
            "output": output,
            "outputs": outputs(output),
            "inputs": inputs,
            "changedPropIds": ["url.pathname", "url.search"],
            "state": [{**spec, "value": None} for spec in self.callback["state"]],
        }
        return json.dumps(asked).encode()


def outputs(spelled: str) -> Any:
    """`..a.children...b.data..` → one entry for each; a single output is spelled `a.children`."""
    each = [dict(zip(("id", "property"), part.rsplit(".", 1), strict=True)) for part in spelled.strip(".").split("...")]
    return each if spelled.startswith("..") else each[0]
