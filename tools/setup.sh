#!/usr/bin/env bash
# Makes .venv with exactly the locked dependencies, and the project itself installed so that edits take effect at once.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/system.sh python
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  "$(tools/python.sh)" -m venv --clear .venv
fi
echo "Installing the locked dependencies into .venv (a minute or two the first time) ..."
pip=(.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input)
"${pip[@]}" --require-hashes -r requirements-dev.lock
"${pip[@]}" --no-deps --no-build-isolation -e .
touch .venv/ready
