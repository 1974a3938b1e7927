"""Reads Vietnamese official text and news as its readers do: words, acronyms with their evidence, officials with title
and body, money as exact values, dates, citations, and summaries.

>>> import vanban
>>> # "The agency signed contracts of 111.35 billion dong for 278 projects."
>>> text = "Cục đã ký hợp đồng 111,350 tỷ đồng cho 278 đề án."
>>> found = vanban.analyze(text)
>>> found.money[0].value, found.money[0].covers
(Decimal('111350000000'), '278 đề án')

Offsets are code points, as Python counts: ``text[r.start:r.end]`` is what a result stands for.
"""

from ._analysis import Analysis, Expansion, Normalization
from ._analyzer import Analyzer
from ._core import DATA_VERSION, DOMAINS, LAYERS, Error
from ._core import VERSION as __version__
from ._default import (
    analyze,
    analyze_batch,
    expand,
    extract,
    lint,
    normalize,
    summarize,
    summarize_together,
    tokenize,
)
from ._results import (
    Acronym,
    Citation,
    Date,
    Edit,
    Keyphrase,
    Money,
    Official,
    Percent,
    Quantity,
    Remark,
    Span,
    SummarySentence,
    Token,
    Zone,
)
from ._summary import Summary

__all__ = [
    "DATA_VERSION",
    "DOMAINS",
    "LAYERS",
    "Acronym",
    "Analysis",
    "Analyzer",
    "Citation",
    "Date",
    "Edit",
    "Error",
    "Expansion",
    "Keyphrase",
    "Money",
    "Normalization",
    "Official",
    "Percent",
    "Quantity",
    "Remark",
    "Span",
    "Summary",
    "SummarySentence",
    "Token",
    "Zone",
    "__version__",
    "analyze",
    "analyze_batch",
    "expand",
    "extract",
    "lint",
    "normalize",
    "summarize",
    "summarize_together",
    "tokenize",
]
