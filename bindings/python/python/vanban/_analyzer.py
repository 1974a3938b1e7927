"""The analyzer: built once, immutable, shared between threads, sent to other processes by pickle."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import Any, Optional, Union

from . import _core
from ._analysis import Analysis, Expansion

FACTS = ("officials", "money", "dates", "percents", "quantities", "citations")
TOKENS = ("sentences", "tokens")
SUMMARY = ("keyphrases", "summary")

Day = Union[str, datetime.date, None]


class Analyzer:
    """Reads Vietnamese text. Without options it needs no file: the data are built in.

    ``dictionaries``: files of your own (TOML, TSV or JSON), the strongest last; a path, or an open file.
    ``domain``: the field of the texts, whose senses of an acronym come first (``vanban.DOMAINS``).
    ``date``: the date of the documents, for relative dates; else the publication date that a page states.
    ``as_of``: the day as of which bodies and places are resolved; else the document's date.

    >>> import io, vanban
    >>> own = io.StringIO("CTKC\\tchương trình khuyến công")  # "industry promotion programme"
    >>> vb = vanban.Analyzer(dictionaries=[own])
    >>> str(vb.expand("Tỉnh có CTKC mới.", style="replace"))  # "The province has a new …"
    'Tỉnh có chương trình khuyến công mới.'
    """

    __slots__ = ("_given", "_core")

    def __init__(
        self,
        dictionaries: Iterable[Any] = (),
        domain: Optional[str] = None,
        date: Day = None,
        as_of: Day = None,
    ) -> None:
        if isinstance(dictionaries, (str, bytes, os.PathLike)):
            raise TypeError("dictionaries is one path; a list of paths or open files is wanted")
        self._set([_dictionary(d) for d in dictionaries], domain, _day(date), _day(as_of))

    def _set(
        self, dictionaries: list[tuple[str, bytes]], domain: Optional[str], date: Optional[str], as_of: Optional[str]
    ) -> None:
        self._given = (dictionaries, domain, date, as_of)
        self._core = _core.Analyzer(dictionaries, domain, date, as_of)

    def analyze(
        self,
        text: str,
        *,
        layers: Optional[Iterable[str]] = None,
        offsets: str = "chars",
        title: Optional[str] = None,
        sentences: Optional[int] = None,
        syllables: Optional[int] = None,
        query: Optional[str] = None,
    ) -> Analysis:
        """Everything, or the ``layers`` that are named (``vanban.LAYERS``).

        ``offsets`` are code points (``chars``), ``bytes`` of UTF-8, or ``utf16`` units. The summary has three
        ``sentences``, or as many as are asked for, or about so many ``syllables``; ``title`` is the text's (else its
        headline), ``query`` what the reader wants to know.

        >>> import vanban
        >>> vanban.Analyzer().analyze("Huyện có 5 CCN.").acronyms[0].expansion  # "industrial cluster"
        'cụm công nghiệp'
        """
        wanted = _wanted(layers, offsets, sentences, syllables, query)
        return Analysis(text, self._core.record(text, title, wanted))

    def tokenize(self, text: str, *, offsets: str = "chars") -> Analysis:
        """Sentences and tokens.

        >>> import vanban
        >>> vanban.Analyzer().tokenize("Bộ Công Thương họp.").words  # "The Ministry of Industry and Trade met."
        ['Bộ', 'Công Thương', 'họp', '.']
        """
        return Analysis(text, self._core.record(text, None, _wanted(TOKENS, offsets)))

    def expand(
        self, text: str, *, style: str = "first", min_confidence: float = 0.0, offsets: str = "chars"
    ) -> Expansion:
        """The text with its acronyms spelled out.

        ``style``: ``first`` "DN (doanh nghiệp)" at the first mention, ``every`` at every mention, ``replace``
        "doanh nghiệp" in the place of "DN", ``glossary`` a list below the text. What is less sure than
        ``min_confidence`` (0 to 1) is left alone.

        >>> import vanban
        >>> str(vanban.Analyzer().expand("Huyện có 5 CCN."))  # "The district has 5 industrial clusters."
        'Huyện có 5 CCN (cụm công nghiệp).'
        """
        return Expansion(text, self._core.expand(text, style, min_confidence, offsets))

    def extract(self, text: str, *, offsets: str = "chars") -> Analysis:
        """Officials, money, dates, percents, quantities and citations.

        >>> import vanban
        >>> vanban.Analyzer().extract("Dự án có vốn 1,2 tỷ đồng.").money[0].value  # "1.2 billion dong"
        Decimal('1200000000')
        """
        return Analysis(text, self._core.record(text, None, _wanted(FACTS, offsets)))

    def summarize(
        self,
        text: str,
        *,
        sentences: Optional[int] = None,
        syllables: Optional[int] = None,
        title: Optional[str] = None,
        query: Optional[str] = None,
        offsets: str = "chars",
    ) -> Analysis:
        """The sentences that tell the story (three, where no length is asked for), and keyphrases.

        >>> import vanban
        >>> found = vanban.Analyzer().summarize("Cục đã giải ngân 111 tỷ đồng. Trời mưa rất to.", sentences=1)
        >>> found.summary[0].text  # "The agency disbursed 111 billion dong."
        'Cục đã giải ngân 111 tỷ đồng.'
        """
        wanted = _wanted(SUMMARY, offsets, sentences, syllables, query)
        return Analysis(text, self._core.record(text, title, wanted))

    def analyze_batch(
        self,
        texts: Iterable[Any],
        threads: Optional[int] = None,
        *,
        titles: Optional[Iterable[Any]] = None,
        layers: Optional[Iterable[str]] = None,
        offsets: str = "chars",
        sentences: Optional[int] = None,
        syllables: Optional[int] = None,
        query: Optional[str] = None,
    ) -> list[Analysis]:
        """As :meth:`analyze`, for many texts on all cores (or so many ``threads``), in their order.

        An item that is no text gives an Analysis whose ``error`` says why; the others are not hindered.

        >>> import vanban
        >>> [item.error for item in vanban.Analyzer().analyze_batch(["Chào bạn.", None])]  # "Hello, friend."
        [None, 'the text is not a str but NoneType']
        """
        for name, given in (("texts", texts), ("titles", titles)):
            if isinstance(given, (str, bytes)):
                raise TypeError(f"{name} is one {type(given).__name__}; a list is wanted")
        wanted = _wanted(layers, offsets, sentences, syllables, query)
        all_texts = list(texts)
        found = self._core.records(all_texts, None if titles is None else list(titles), wanted, threads)
        return [
            Analysis(text, None, item) if isinstance(item, str) else Analysis(text, item)
            for text, item in zip(all_texts, found)
        ]

    def __reduce__(self) -> Any:
        return _rebuilt, self._given

    def __repr__(self) -> str:
        dictionaries, domain, date, as_of = self._given
        parts = [f"dictionaries={[name for name, _ in dictionaries]}"] if dictionaries else []
        given = (("domain", domain), ("date", date), ("as_of", as_of))
        return f"Analyzer({', '.join(parts + [f'{name}={value!r}' for name, value in given if value is not None])})"


def _rebuilt(
    dictionaries: list[tuple[str, bytes]], domain: Optional[str], date: Optional[str], as_of: Optional[str]
) -> Analyzer:
    made = Analyzer.__new__(Analyzer)
    made._set(dictionaries, domain, date, as_of)
    return made


def _wanted(
    layers: Optional[Iterable[str]],
    offsets: str,
    sentences: Optional[int] = None,
    syllables: Optional[int] = None,
    query: Optional[str] = None,
) -> _core.Wanted:
    if isinstance(layers, str):
        raise TypeError("layers is one str; a list of names is wanted")
    names = _core.LAYERS if layers is None else list(layers)
    return _core.Wanted(names, offsets, sentences, syllables, query)


def _dictionary(given: Any) -> tuple[str, bytes]:
    if hasattr(given, "read"):
        raw = given.read()
        name = getattr(given, "name", "dictionary")
        return str(name), raw.encode("utf-8") if isinstance(raw, str) else raw
    with open(given, "rb") as file:
        return os.fspath(given), file.read()


def _day(given: Day) -> Optional[str]:
    if isinstance(given, datetime.datetime):
        given = given.date()
    return given.isoformat() if isinstance(given, datetime.date) else given
