"""Prints the sizes that we hold ourselves to: lines a file, lines a function, tests against code."""

import ast
import statistics
from pathlib import Path

PACKAGES = ("dashboard", "callbacks", "layouts", "etl", "warehouse", "geo")
LONGEST_FILE = 250


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(path: Path) -> list[int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [(node.end_lineno or node.lineno) - node.lineno + 1 for node in functions]


def main() -> None:
    files = {path: lines_of(path) for package in PACKAGES for path in Path(package).rglob("*.py")}
    longest = max(files, key=lambda path: files[path])
    functions = sorted(length for path in files for length in function_lengths(path)) or [0]
    tests = sum(lines_of(path) for path in Path("tests").rglob("*.py"))
    code = sum(files.values())
    print(f"longest file: {longest} {files[longest]} lines (at most {LONGEST_FILE})")
    print(f"files: {len(files)}, {code:,} lines, median {statistics.median(files.values()):.0f}")
    print(f"functions: {len(functions)}, median {statistics.median(functions):.0f} lines, ", end="")
    print(f"90th percentile {functions[len(functions) * 9 // 10]}, longest {functions[-1]}")
    print(f"tests: {tests:,} lines, {tests / code:.2f} a line of code")


if __name__ == "__main__":
    main()
