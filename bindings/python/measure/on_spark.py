"""How fast Spark is on one worker and on two: python measure/on_spark.py DIR [MEGABYTES]

Makes DIR/pages of repeated records of examples/page.txt (8 files, 200 MB unless told), reads facts from them and writes
Parquet. The command line beside it:
    time cat DIR/pages/*.jsonl | vanban extract --quiet --from jsonl --to jsonl --jobs 1 > /dev/null
"""

import json
import os
import shutil
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession
from vanban import spark as vanban_spark

PAGE = (Path(__file__).resolve().parents[3] / "examples" / "page.txt").read_text(encoding="utf-8")


def pages(directory: Path, megabytes: float) -> None:
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    per_file = int(megabytes * 1e6 / len(PAGE.encode()) / 8)
    for file in range(8):
        with (directory / f"{file}.jsonl").open("w", encoding="utf-8") as out:
            for n in range(per_file):
                out.write(json.dumps({"id": file * per_file + n, "text": PAGE}, ensure_ascii=False) + "\n")


def run(directory: Path, workers: int) -> None:
    session = (
        SparkSession.builder.master(f"local-cluster[{workers},1,2048]")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "2g")
        .config("spark.sql.files.maxPartitionBytes", "16m")
        .getOrCreate()
    )
    read = session.read.schema("id LONG, text STRING").json(str(directory / "pages"))
    vanban_spark.facts(read.limit(10)).count()  # the workers are up
    start = time.perf_counter()
    vanban_spark.facts(read).write.mode("overwrite").parquet(str(directory / "facts"))
    took = time.perf_counter() - start
    facts = session.read.parquet(str(directory / "facts"))
    print(f"{workers} worker(s): {took:.1f} s, {facts.count()} facts of {read.count()} pages", flush=True)
    session.stop()


def main() -> None:
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    directory = Path(sys.argv[1])
    pages(directory / "pages", float(sys.argv[2]) if len(sys.argv) > 2 else 200)
    for workers in (1, 2):
        run(directory, workers)


if __name__ == "__main__":
    main()
