"""A small warehouse behind the whole application, made once a session, and how a test asks for a page of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from dashboard.app import Application, create_app
from dashboard.settings import Settings
from warehouse.engines import open_warehouse
from warehouse.star import fact_fine, fact_inspection

OUTPUTS = [("top", "children"), ("main", "children"), ("foot", "children"), ("told", "data")]


@dataclass
class Site:
    app: Application
    folder: Path

    @property
    def client(self) -> FlaskClient:
        return self.app.server.test_client(use_cookies=False)

    def fill(self, path: str, search: str = "", **headers: str) -> dict[str, Any]:
        """What the one callback answers, by the id of its output."""
        inputs = [{"id": "url", "property": name, "value": v} for name, v in (("pathname", path), ("search", search))]
        body = {
            "output": ".." + "...".join(f"{id_}.{prop}" for id_, prop in OUTPUTS) + "..",
            "outputs": [{"id": id_, "property": prop} for id_, prop in OUTPUTS],
            "inputs": inputs,
            "changedPropIds": ["url.pathname"],
            "state": [],
        }
        answer = self.client.post("/_dash-update-component", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        return {id_: next(iter(props.values())) for id_, props in answer.get_json()["response"].items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """A fined inspection and its unit: what the pages about one thing are tried with."""
        i = fact_inspection.c
        chosen = select(i.inspection_no, i.ss_number).join_from(
            fact_fine, fact_inspection, fact_fine.c.inspection_no == i.inspection_no
        )
        with open_warehouse(str(self.folder)).connect() as connection:
            inspection, unit = connection.execute(
                chosen.where(i.ss_number.is_not(None)).order_by(i.inspection_no)
            ).first() or ("", "")
        return {"/inspection/<key>": inspection, "/unit/<key>": unit}

    def path(self, path: str) -> str:
        """A page's path with what it leaves open."""
        return path.replace("<code>", "07").replace("<key>", self.keys.get(path, ""))


@pytest.fixture(scope="session")
def site(warehouse_folder: Path) -> Site:
    app = create_app(Settings(str(warehouse_folder)))
    with app.server.test_client() as client:
        client.get("/healthz")
    return Site(app, warehouse_folder)


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every component in an answer."""
    if isinstance(node, list):
        for child in node:
            yield from walk(child)
    elif isinstance(node, dict) and "props" in node:
        yield node
        yield from walk(node["props"].get("children"))


def texts(node: Any) -> str:
    """All words of an answer, in order."""
    if isinstance(node, list):
        return " ".join(texts(child) for child in node)
    if isinstance(node, dict):
        return texts(node.get("props", {}).get("children"))
    return "" if node is None else str(node)


def classes(node: Any) -> list[str]:
    return [component["props"].get("className") or "" for component in walk(node)]


def query(**values: str) -> str:
    return "?" + "&".join(f"{k}={quote(v)}" for k, v in values.items())
