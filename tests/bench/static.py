"""The baseline of the users: bodies of answers, handed out as files by the same kind of server."""

from __future__ import annotations

import os

from flask import Flask

app = Flask(__name__, static_folder=os.environ.get("SSIIS_BENCH_BODIES", "."), static_url_path="")
