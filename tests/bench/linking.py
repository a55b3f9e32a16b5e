"""Links between registers against the sample's truth: precision, recall, time and memory; as a program, it links a copy."""

from __future__ import annotations

import json
import shutil
import sys
import time
from datetime import date
from pathlib import Path

import duckdb

from tests.bench.figures import Figure, show
from tests.bench.process import run

PRECISION, RECALL, SECONDS, MEMORY_MIB = 99.0, 90.0, 300.0, 2048.0
# Of the true pairs, those that can be found: both sides were delivered and taken.
TRUE = """create temp table true_pair as select t.* from read_csv('{file}', all_varchar = true) t
    where enterprise_no in (select enterprise_no from stg_enterprise_register_enterprises)
    and ss_number in (select ss_number from dim_labour_unit)"""
FOUND = """select count(*), count(*) filter ((enterprise_no, ss_number) in (select (enterprise_no, ss_number) from true_pair))
    from fact_link where band_code in ({bands})"""


def bench_links(sample: Path, warehouse: Path) -> None:
    """On a copy of the published file, without anybody's decisions."""
    truth = sample / "truth" / "links.csv"
    if not truth.exists():
        print(f"{truth} is missing: links can be measured on a sample only")
        return
    folder = warehouse.parent / "linked"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    copied = folder / "warehouse.duckdb"
    shutil.copyfile(warehouse / (warehouse / "current").read_text().strip(), copied)
    step = run(sys.executable, "-m", "tests.bench.linking", str(copied))
    with duckdb.connect(str(copied), read_only=True) as db:
        db.execute(TRUE.format(file=truth))
        true = counted(db, "select count(*), 0 from true_pair")[0]
        linked, right = counted(db, FOUND.format(bands="'linked'"))
        listed, more = counted(db, FOUND.format(bands="'to_review'"))
    shutil.rmtree(folder)
    print(f"{true:,} true pairs; {linked:,} linked, {listed:,} to review")
    show(Figure("precision of what is linked", 100 * right / max(linked, 1), "%", aim=PRECISION, least=True))
    show(Figure("recall of what is linked", 100 * right / max(true, 1), "%", aim=RECALL, least=True))
    show(Figure("recall with what review would add", 100 * (right + more) / max(true, 1), "%"))
    show(Figure("linking", json.loads(step.output.splitlines()[-1]), "s", aim=SECONDS))
    show(Figure("peak memory of linking", step.peak_mib, "MiB", aim=MEMORY_MIB))


def counted(db: duckdb.DuckDBPyConnection, sql: str) -> tuple[int, int]:
    row = db.execute(sql).fetchone()
    assert row is not None
    return int(row[0]), int(row[1])


def link_again(file: Path) -> float:
    """Seconds of the mart on a warehouse file."""
    from etl.database import writing
    from etl.marts.links import links

    with writing(file) as db:
        db.run("delete from fact_link")
        db.committed()
        started = time.perf_counter()
        links(db, date.max)
        db.committed()
        return time.perf_counter() - started


if __name__ == "__main__":
    print(json.dumps(link_again(Path(sys.argv[1]))))
