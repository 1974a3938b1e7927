"""Layers of a Spark DataFrame's texts, as DataFrames: each partition is read by one Python worker through Arrow.

pyspark and pyarrow (and the pandas that pyspark asks for) are imported when a function is called; vanban needs none::

    from vanban import spark
    facts = spark.facts(pages, text="text", id="id")  # a fact a row
    facts.write.parquet("facts.parquet")

``vanban`` must be installed where the workers run. A row whose text is null, or is no text, gives one row whose
``error`` says why; no job fails for it. ``start`` and ``end`` are code points unless ``offsets`` says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Callable, Optional

from ._analysis import Analysis
from ._analyzer import FACTS, SUMMARY, Analyzer
from ._analyzer import TOKENS as TOKEN_LAYERS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Row = tuple[Any, ...]

#: What follows the id in each row, as Spark writes schemas. The id keeps the type that it has in the DataFrame.
TOKENS_SCHEMA = "start LONG, end LONG, kind STRING, word STRING, sentence LONG, error STRING"
ACRONYMS_SCHEMA = (
    "start LONG, end LONG, form STRING, expansion STRING, source STRING, confidence DOUBLE, "
    "alternatives ARRAY<STRING>, in_citation BOOLEAN, error STRING"
)
FACTS_SCHEMA = (
    "layer STRING, start LONG, end LONG, span_text STRING, name STRING, value STRING, low STRING, high STRING, "
    "unit STRING, title STRING, organization STRING, number STRING, date STRING, until STRING, covers STRING, "
    "record STRING, error STRING"
)
SUMMARIES_SCHEMA = "summary ARRAY<STRING>, keyphrases ARRAY<STRING>, error STRING"

_AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

#: Texts that a worker reads between two batches of rows that it gives back; it bounds the worker's memory.
TEXTS_AT_ONCE = 64


def tokens(df: DataFrame, text: str = "text", id: str = "id", **options: Any) -> DataFrame:
    """A token a row (:data:`TOKENS_SCHEMA`); ``sentence`` numbers the sentences of the text from 0.

    ``options``: ``analyzer`` (an :class:`vanban.Analyzer`), ``offsets``.
    """
    return _mapped(df, text, id, _Job(TOKEN_LAYERS, _token_rows, TOKENS_SCHEMA, **options))


def acronyms(df: DataFrame, text: str = "text", id: str = "id", **options: Any) -> DataFrame:
    """An acronym a row (:data:`ACRONYMS_SCHEMA`). ``options``: ``analyzer``, ``offsets``."""
    return _mapped(df, text, id, _Job(("acronyms",), _acronym_rows, ACRONYMS_SCHEMA, **options))


def facts(df: DataFrame, text: str = "text", id: str = "id", **options: Any) -> DataFrame:
    """An official, sum of money, date, percentage, quantity or citation a row (:data:`FACTS_SCHEMA`).

    The columns are what they are in the JSON; ``value`` is an exact amount or a date as text, ``unit`` the currency or
    the unit, ``record`` the whole fact as JSON. ``options``: ``analyzer``, ``offsets``, ``layers`` (some of the six).
    """
    layers = tuple(options.pop("layers", FACTS))
    unknown = [name for name in layers if name not in FACTS]
    if unknown:
        raise ValueError(f"{', '.join(map(str, unknown))}: no such layer of facts; there are {', '.join(FACTS)}")
    return _mapped(df, text, id, _Job(layers, _fact_rows, FACTS_SCHEMA, **options))


def summaries(
    df: DataFrame, text: str = "text", id: str = "id", title: Optional[str] = None, **options: Any
) -> DataFrame:
    """A text a row (:data:`SUMMARIES_SCHEMA`): its chosen sentences and keyphrases.

    ``title`` names the column of titles. ``options``: ``analyzer``, and ``sentences``, ``syllables``,
    ``characters``, ``ratio``, ``hard``, ``lead`` or ``query`` as for :meth:`vanban.Analyzer.summarize`.
    """
    return _mapped(df, text, id, _Job(SUMMARY, _summary_rows, SUMMARIES_SCHEMA, title=title, **options))


class _Job:
    """What a worker does with a batch of Arrow rows. It travels to the workers by pickle."""

    def __init__(
        self,
        layers: tuple[str, ...],
        rows: Callable[[Analysis], Iterable[Row]],
        schema: str,
        *,
        title: Optional[str] = None,
        analyzer: Optional[Analyzer] = None,
        offsets: str = "chars",
        sentences: Optional[int] = None,
        syllables: Optional[int] = None,
        characters: Optional[int] = None,
        ratio: Optional[float] = None,
        hard: bool = False,
        lead: str = "auto",
        query: Optional[str] = None,
    ) -> None:
        self.rows, self.schema, self.title = rows, schema, title
        self.analyzer = Analyzer() if analyzer is None else analyzer
        self.options: dict[str, Any] = {
            "layers": layers,
            "offsets": offsets,
            "sentences": sentences,
            "syllables": syllables,
            "characters": characters,
            "ratio": ratio,
            "hard": hard,
            "lead": lead,
            "query": query,
        }
        self.names: tuple[str, str] = ("text", "id")
        # A wrong option is told here and now, not by a worker.
        self.analyzer.analyze_batch([], **self.options)

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]

        text, id = self.names
        for batch in batches:
            for at in range(0, batch.num_rows, TEXTS_AT_ONCE):
                part = batch.slice(at, TEXTS_AT_ONCE)
                column = {name: part.column(n) for n, name in enumerate(part.schema.names)}
                rows = self._rows(_values(column[text]), _values(column[self.title]) if self.title else None)
                yield _arrow(pa, id, column[id], rows, self.schema)

    def _rows(self, texts: list[Any], titles: Optional[list[Any]]) -> Iterator[tuple[int, Row]]:
        # Spark starts a worker a core: one thread each.
        found = self.analyzer.analyze_batch(texts, 1, titles=titles, **self.options)
        width = self.schema.count(",")
        for n, item in enumerate(found):
            if item.error is not None:
                yield n, (None,) * width + (item.error,)
                continue
            for row in self.rows(item):
                yield n, row + (None,)


def _mapped(df: DataFrame, text: str, id: str, job: _Job) -> DataFrame:
    from pyspark.sql.types import StructType

    wanted = [text, id] + ([job.title] if job.title else [])
    for name in wanted:
        if name not in df.columns:
            raise ValueError(f"{name}: no such column; there are {', '.join(df.columns)}")
    if text == id:
        raise ValueError(f"{id}: the text cannot be its own id")
    job.names = (text, id)
    schema = StructType([df.schema[id]])
    # fromDDL needs a session, which the DataFrame has.
    own: Any = StructType.fromDDL(job.schema)
    for field in own.fields:
        if field.name == id:
            raise ValueError(f"{id}: the result has a column of this name; rename the id first")
        schema.add(field)
    return df.select(*dict.fromkeys(wanted)).mapInArrow(job, schema)


def _values(column: Any) -> list[Any]:
    return list(column.to_pylist())


def _arrow(pa: Any, id: str, ids: Any, rows: Iterable[tuple[int, Row]], ddl: str) -> Any:
    """Rows as an Arrow batch, each with the id of its text."""
    names, kinds = zip(*(part.split(" ") for part in ddl.split(", ")))
    types = {
        "LONG": pa.int64(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "STRING": pa.string(),
        "ARRAY<STRING>": pa.list_(pa.string()),
    }
    numbered = list(rows)
    columns = list(zip(*(row for _, row in numbered))) or [()] * len(names)
    own = ids.take(pa.array([n for n, _ in numbered], pa.int64()))
    arrays = [pa.array(column, types[kind]) for column, kind in zip(columns, kinds)]
    return pa.RecordBatch.from_arrays([own, *arrays], names=[id, *names])


def _token_rows(found: Analysis) -> Iterator[Row]:
    ends = [s.end for s in found.sentences]
    sentence = 0
    for token, word in zip(found.tokens, found.words):
        while sentence + 1 < len(ends) and ends[sentence] <= token.start:
            sentence += 1
        yield token.start, token.end, token.kind, word, sentence


def _acronym_rows(found: Analysis) -> Iterator[Row]:
    for a in found.acronyms:
        yield a.start, a.end, a.form, a.expansion, a.source, a.confidence, list(a.alternatives), a.in_citation


def _fact_rows(found: Analysis) -> Iterator[Row]:
    # Straight from the record: most of a worker's own time would go into objects.
    record = found._parsed()
    for layer in FACTS:
        entries = record.get(layer, ())
        cuts = found._cut([(entry["start"], entry["end"]) for entry in entries])
        for entry, cut in zip(entries, cuts):
            yield _fact(layer, entry, cut, _AS_JSON(entry))


def _fact(layer: str, entry: dict[str, Any], cut: str, record: str) -> Row:
    get = entry.get
    return (
        layer,
        entry["start"],
        entry["end"],
        cut,
        get("name"),
        get("value"),
        get("low"),
        get("high"),
        get("unit") or get("currency"),
        get("title") or get("type"),
        get("organization") or get("issuer"),
        get("number"),
        get("date"),
        get("until"),
        get("covers"),
        record,
    )


def _summary_rows(found: Analysis) -> Iterator[Row]:
    yield [s.text for s in found.summary], [k.text for k in found.keyphrases]
