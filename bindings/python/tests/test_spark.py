"""Spark on a real cluster of two worker processes on this machine, beside the same in one process."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import vanban

for module in ("pyspark", "pyarrow", "pandas"):
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed: Spark was not tested", allow_module_level=True)
if shutil.which("java") is None:
    pytest.skip("there is no Java: Spark was not tested", allow_module_level=True)

from vanban import spark as vs  # noqa: E402

PYTHON = Path(__file__).resolve().parents[1]
TEXTS = [
    "Ông Nguyễn Văn Thử, Giám đốc Sở Công Thương Hà Bình, chi 4,5 tỷ đồng cho 32 đề án ở 5 CCN.",
    None,
    "",
    "Căn cứ Quyết định số 2145/QĐ-BCT ngày 15/11/2018 👍, mỗi DN được hỗ trợ 12,5%.",
] * 40


@pytest.fixture(scope="module")
def session():
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("vanban tests")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def pages(session):
    rows = [(n, text, "Khuyến công") for n, text in enumerate(TEXTS)]
    return session.createDataFrame(rows, "id LONG, text STRING, title STRING").repartition(4)


def in_one_process(job_rows, **options):
    found = vanban.analyze_batch(TEXTS, **options)
    for n, item in enumerate(found):
        if item.error is None:
            for row in job_rows(item):
                yield (n, *row, None)
        else:
            yield (n, item.error)


def collected(df):
    rows = [tuple(row) for row in df.collect()]
    ok = [row for row in rows if row[-1] is None]
    bad = [(row[0], row[-1]) for row in rows if row[-1] is not None]
    assert all(set(row[1:-1]) == {None} for row in rows if row[-1] is not None)
    return sorted(ok + bad, key=repr)


def expected(rows):
    return sorted(rows, key=repr)


def test_tokens(pages):
    wanted = in_one_process(vs._token_rows, layers=["sentences", "tokens"])
    assert collected(vs.tokens(pages)) == expected(wanted)


def test_acronyms(pages):
    df = vs.acronyms(pages)
    assert collected(df) == expected(in_one_process(vs._acronym_rows, layers=["acronyms"]))
    assert {row.expansion for row in df.collect()} >= {"cụm công nghiệp", "doanh nghiệp"}


def test_facts(pages):
    df = vs.facts(pages)
    facts = ["officials", "money", "dates", "percents", "quantities", "citations"]
    assert collected(df) == expected(in_one_process(vs._fact_rows, layers=facts))
    money = df.where("layer = 'money'").first()
    assert (money.value, money.unit, money.covers) == ("4500000000", "VND", "32 đề án")
    assert json.loads(money.record)["text"] == money.span_text == "4,5 tỷ đồng"
    assert {row.layer for row in vs.facts(pages, layers=["money"]).collect()} == {"money", None}


def test_summaries(pages):
    df = vs.summaries(pages, title="title", sentences=1)
    options = {"layers": ["keyphrases", "summary"], "sentences": 1}
    wanted = in_one_process(vs._summary_rows, titles=["Khuyến công"] * len(TEXTS), **options)
    assert collected(df) == expected(wanted)


@pytest.mark.parametrize(
    "limits", [{"characters": 60, "hard": True}, {"ratio": 0.5, "lead": "absent"}, {"syllables": 20, "query": "đề án"}]
)
def test_summaries_of_any_length(pages, limits):
    df = vs.summaries(pages, **limits)
    wanted = in_one_process(vs._summary_rows, layers=["keyphrases", "summary"], **limits)
    assert collected(df) == expected(wanted)
    assert df.schema.simpleString() == "struct<id:bigint,summary:array<string>,keyphrases:array<string>,error:string>"


def test_an_analyzer_of_ones_own_travels(pages, tmp_path):
    house = tmp_path / "house.tsv"
    house.write_text("CCN\tcụm của chúng ta\n", encoding="utf-8")
    df = vs.acronyms(pages, analyzer=vanban.Analyzer(dictionaries=[house]))
    assert "cụm của chúng ta" in {row.expansion for row in df.collect()}


def test_a_column_that_is_no_text_is_told_row_by_row(session):
    df = vs.tokens(session.createDataFrame([("a", 7), ("b", None)], "doc STRING, body LONG"), text="body", id="doc")
    assert {(row.doc, row.error) for row in df.collect()} == {
        ("a", "the text is not a str but int"),
        ("b", "the text is not a str but NoneType"),
    }


def test_wrong_use_is_told_before_a_job_starts(pages):
    with pytest.raises(ValueError, match="body: no such column; there are id, text, title"):
        vs.tokens(pages, text="body")
    with pytest.raises(ValueError, match="tokens: no such layer of facts"):
        vs.facts(pages, layers=["tokens"])
    with pytest.raises(vanban.Error, match="words: no such unit"):
        vs.tokens(pages, offsets="words")
    with pytest.raises(vanban.Error, match="sentences and characters: only one of them"):
        vs.summaries(pages, sentences=1, characters=9)
    with pytest.raises(ValueError, match="start: the result has a column of this name"):
        vs.tokens(pages.withColumnRenamed("id", "start"), id="start")


def test_the_example_reads_jsonl_and_writes_parquet(tmp_path, session):
    (tmp_path / "pages").mkdir()
    with (tmp_path / "pages" / "a.jsonl").open("w", encoding="utf-8") as out:
        for n, text in enumerate(TEXTS):
            out.write(json.dumps({"id": n, "text": text}) + "\n")
    script = PYTHON / "examples" / "spark_pages.py"
    command = [sys.executable, script, tmp_path / "pages", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-3000:]
    facts = session.read.parquet(str(tmp_path / "out" / "facts"))
    assert facts.where("error is not null").count() == 40
    assert facts.where("layer = 'money'").count() == 40
    assert session.read.parquet(str(tmp_path / "out" / "summaries")).count() == len(TEXTS)
