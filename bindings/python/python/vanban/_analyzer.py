"""The analyzer: built once, immutable, shared between threads, sent to other processes by pickle."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any, Optional

from . import _core, _given
from ._analysis import Analysis, Expansion, Normalization
from ._given import Day
from ._results import Remark, make
from ._summary import Summary

FACTS = ("officials", "money", "dates", "percents", "quantities", "citations")
TOKENS = ("sentences", "tokens")
SUMMARY = ("keyphrases", "summary")


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
        self._set([_given.dictionary(d) for d in dictionaries], domain, _given.day(date), _given.day(as_of))

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
        characters: Optional[int] = None,
        ratio: Optional[float] = None,
        hard: bool = False,
        lead: str = "auto",
        query: Optional[str] = None,
    ) -> Analysis:
        """Everything, or the ``layers`` that are named (``vanban.LAYERS``).

        ``offsets`` are code points (``chars``), ``bytes`` of UTF-8, or ``utf16`` units. The summary has three
        ``sentences``, or is as long as :meth:`summarize` is told; ``title`` is the text's (else its headline), ``query``
        what the reader wants to know.

        >>> import vanban
        >>> vanban.Analyzer().analyze("Huyện có 5 CCN.").acronyms[0].expansion  # "industrial cluster"
        'cụm công nghiệp'
        """
        summary = _core.Summarizer(sentences, syllables, characters, ratio, hard, lead, query)
        return Analysis(text, self._core.record(text, title, _given.wanted(layers, offsets, summary)))

    def tokenize(self, text: str, *, offsets: str = "chars") -> Analysis:
        """Sentences and tokens.

        >>> import vanban
        >>> vanban.Analyzer().tokenize("Bộ Công Thương họp.").words  # "The Ministry of Industry and Trade met."
        ['Bộ', 'Công Thương', 'họp', '.']
        """
        return Analysis(text, self._core.record(text, None, _given.wanted(TOKENS, offsets)))

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
        return Analysis(text, self._core.record(text, None, _given.wanted(FACTS, offsets)))

    def summarize(
        self,
        text: str,
        *,
        sentences: Optional[int] = None,
        syllables: Optional[int] = None,
        characters: Optional[int] = None,
        ratio: Optional[float] = None,
        hard: bool = False,
        lead: str = "auto",
        title: Optional[str] = None,
        query: Optional[str] = None,
        offsets: str = "chars",
    ) -> Analysis:
        """The sentences that tell the story, and keyphrases.

        Three ``sentences``, or one of these: so many of them, about so many ``syllables`` or ``characters``, or a
        ``ratio`` (0 to 1) of the text's sentences. With ``hard`` a limit of syllables or characters is never passed:
        what does not fit is left out, and a summary may be empty. ``lead`` says whether the text has a lead paragraph:
        ``auto`` (as the layout tells), ``present`` or ``absent``.

        >>> import vanban
        >>> found = vanban.Analyzer().summarize("Cục đã giải ngân 111 tỷ đồng. Trời mưa rất to.", sentences=1)
        >>> found.summary[0].text  # "The agency disbursed 111 billion dong."
        'Cục đã giải ngân 111 tỷ đồng.'
        """
        summary = _core.Summarizer(sentences, syllables, characters, ratio, hard, lead, query)
        return Analysis(text, self._core.record(text, title, _given.wanted(SUMMARY, offsets, summary)))

    def summarize_together(
        self,
        texts: Iterable[str],
        titles: Optional[Iterable[Optional[str]]] = None,
        *,
        sentences: Optional[int] = None,
        syllables: Optional[int] = None,
        characters: Optional[int] = None,
        ratio: Optional[float] = None,
        hard: bool = False,
        lead: str = "auto",
        query: Optional[str] = None,
        offsets: str = "chars",
    ) -> Summary:
        """Several texts on one matter as one summary, each with its title where ``titles`` has one: what most of them
        say, each thing once. The length is as for :meth:`summarize`; offsets are those of each sentence's own text.

        >>> import vanban
        >>> first = "Xã An Thử khánh thành cầu mới sáng nay. Trời mưa to."  # "An Thử opens a new bridge. It rains."
        >>> second = "Cây cầu mới của xã có kinh phí 18 tỷ đồng."  # "The commune's new bridge costs 18 billion dong."
        >>> found = vanban.Analyzer().summarize_together([first, second], ["Cầu mới ở xã An Thử", None], sentences=2)
        >>> [(s.document, s.text) for s in found.summary][0]
        (0, 'Xã An Thử khánh thành cầu mới sáng nay.')
        """
        wanted = _core.Summarizer(sentences, syllables, characters, ratio, hard, lead, query)
        all_texts, all_titles = _given.lists(texts, titles)
        return Summary(tuple(all_texts), self._core.summarize_together(all_texts, all_titles, wanted, offsets))

    def lint(self, text: str, *, offsets: str = "chars") -> list[Remark]:
        """What a careful editor would mark, in the order of the text. Names of bodies and provinces are checked as of the
        analyzer's ``as_of`` or ``date``, or else the publication date that a page states; without these they are not.

        >>> import vanban
        >>> text = "Quỹ được bổ xung 5 tỷ đồng."  # "The fund is supplemented [misspelt] by 5 billion dong."
        >>> [(r.kind, r.text, r.suggestion) for r in vanban.Analyzer().lint(text)]
        [('misspelt', 'bổ xung', 'bổ sung')]
        """
        record = json.loads(self._core.lint(text, offsets))
        return [make(Remark, entry) for entry in record["remarks"]]

    def normalize(self, text: str, *, tone: str = "keep", offsets: str = "chars") -> Normalization:
        """The text with its Unicode evened out: NFC, and Đ where a look-alike was typed.

        ``tone`` puts tone marks in one style: ``old`` hòa, khỏe, thủy, ``new`` hoà, khoẻ, thuỷ; ``keep`` leaves them.

        >>> import vanban
        >>> str(vanban.Analyzer().normalize("Khỏe mạnh, hòa bình", tone="new"))  # "healthy, peace"
        'Khoẻ mạnh, hoà bình'
        """
        return Normalization(text, _core.normalize(text, tone, offsets))

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
        characters: Optional[int] = None,
        ratio: Optional[float] = None,
        hard: bool = False,
        lead: str = "auto",
        query: Optional[str] = None,
    ) -> list[Analysis]:
        """As :meth:`analyze`, for many texts on all cores (or so many ``threads``), in their order.

        An item that is no text gives an Analysis whose ``error`` says why; the others are not hindered.

        >>> import vanban
        >>> [item.error for item in vanban.Analyzer().analyze_batch(["Chào bạn.", None])]  # "Hello, friend."
        [None, 'the text is not a str but NoneType']
        """
        all_texts, all_titles = _given.lists(texts, titles)
        summary = _core.Summarizer(sentences, syllables, characters, ratio, hard, lead, query)
        found = self._core.records(all_texts, all_titles, _given.wanted(layers, offsets, summary), threads)
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
