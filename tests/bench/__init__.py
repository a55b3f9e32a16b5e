"""Times and sizes, each beside a baseline of the same run: `python -m tests.bench --help`. Nothing here asserts."""
