#!/bin/sh
# Prints the first Python of at least 3.11 that can make a virtual environment with pip in it; fails where there is none.
for python in python3.11 python3 python3.12 python3.13 python3.14; do
  if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    command -v "$python"
    exit 0
  fi
done
exit 1
