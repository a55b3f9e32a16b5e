# The verbs of the project. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup demo serve test check lint lowest bench lock
MAKEFLAGS += --no-builtin-rules

BIN       := .venv/bin
DEMO      := var/demo
WAREHOUSE ?= duckdb:///var/warehouse
HOST      ?= 127.0.0.1
PORT      ?= 8050
SCALE     ?= present
PYTEST    ?=
LOCKING   := --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

setup: .venv/ready  ## .venv with the locked dependencies; quick the second time

.venv/ready: requirements-dev.lock pyproject.toml tools/setup.sh tools/system.sh tools/python.sh
	@tools/setup.sh

demo: $(DEMO)/warehouse/current  ## a made-up country loaded and shown on http://127.0.0.1:8050
	@echo "Open http://$(HOST):$(PORT) (Ctrl-C ends it)"
	@$(BIN)/ssiis serve --warehouse duckdb:///$(DEMO)/warehouse --host $(HOST) --port $(PORT)

$(DEMO)/batches: | .venv/ready
	@echo "Making up batches in $@ ..."
	@rm -rf $(DEMO)/unfinished && mkdir -p $(DEMO)
	@$(BIN)/ssiis sample $(DEMO)/unfinished --scale $(SCALE)
	@mv $(DEMO)/unfinished $@

$(DEMO)/warehouse/current: | $(DEMO)/batches
	@echo "Loading them into duckdb:///$(DEMO)/warehouse ..."
	@$(BIN)/ssiis load $(DEMO)/batches --warehouse duckdb:///$(DEMO)/warehouse

serve: setup  ## the dashboard over WAREHOUSE (default duckdb:///var/warehouse), on HOST and PORT
	@$(BIN)/ssiis serve --warehouse $(WAREHOUSE) --host $(HOST) --port $(PORT)

test: setup  ## every test, those in Chromium and on PostgreSQL too
	@tools/system.sh chromium libatomic postgresql fonts
	$(BIN)/pytest $(PYTEST)

check: lint  ## what a commit must pass: lint and the tests that need neither browser nor server
	$(BIN)/pytest -m "not browser and not postgres" $(PYTEST)
	@$(BIN)/python tools/measure.py

lint: setup  ## format, rules, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lowest: setup  ## the tests of `check` on the lowest versions that pyproject.toml allows
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python var/lowest
	$(BIN)/uv pip install --quiet --python var/lowest --resolution lowest-direct --editable '.[test]'
	var/lowest/bin/python -m pytest -m "not browser and not postgres" $(PYTEST)

bench: setup  ## times of load, queries and pages at SCALE (default present)
	$(BIN)/python -m tests.bench --scale $(SCALE)

lock: setup  ## the lock files anew from pyproject.toml
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml --all-extras -c requirements.lock -o requirements-dev.lock
