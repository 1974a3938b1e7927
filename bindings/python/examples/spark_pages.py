"""Facts and summaries of a directory of pages, from jsonl or Parquet with the columns id and text, to Parquet.

    python examples/spark_pages.py PAGES OUT                    # on this machine, all cores
    spark-submit --master spark://HOST:7077 examples/spark_pages.py PAGES OUT

vanban must be installed where the workers run. OUT gets facts/ and summaries/; rows that could not be read say why in
the column error.
"""

import argparse
import os

from pyspark.sql import SparkSession
from vanban import spark as vanban_spark


def main() -> None:
    parser = argparse.ArgumentParser(description="Facts and summaries of pages, to Parquet.")
    parser.add_argument("pages", help="a directory (or pattern) of .jsonl or .parquet files")
    parser.add_argument("out", help="a directory to be made")
    parser.add_argument(
        "--format", choices=["json", "parquet"], help="of the pages; default: by the names of the files"
    )
    args = parser.parse_args()

    session = SparkSession.builder.appName("vanban pages").getOrCreate()
    pages = session.read.format(args.format or format_of(args.pages)).load(args.pages).select("id", "text")
    vanban_spark.facts(pages).write.parquet(os.path.join(args.out, "facts"))
    vanban_spark.summaries(pages).write.parquet(os.path.join(args.out, "summaries"))
    facts = session.read.parquet(os.path.join(args.out, "facts"))
    facts.groupBy("layer").count().orderBy("layer").show()
    session.stop()


def format_of(pages: str) -> str:
    names = os.listdir(pages) if os.path.isdir(pages) else [pages]
    return "parquet" if any(".parquet" in name for name in names) else "json"


if __name__ == "__main__":
    main()
