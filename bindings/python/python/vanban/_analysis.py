"""What was found in one text, and texts that come out changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from . import _results as r
from ._core import LAYERS
from ._record import Layer, Record, cut


class Analysis(Record):
    """What was found in a text. Each layer is a tuple; one that was not asked for is an AttributeError.

    >>> import vanban
    >>> text = "Bộ Công Thương chi 3 tỷ đồng."  # "The Ministry of Industry and Trade spends 3 billion dong."
    >>> found = vanban.analyze(text)
    >>> found.money[0].value
    Decimal('3000000000')
    >>> text[found.money[0].start:found.money[0].end]
    '3 tỷ đồng'
    """

    __slots__ = ()

    @property
    def text(self) -> Any:
        """The text that was read (in a batch: whatever stood in its place)."""
        return self._source

    @property
    def error(self) -> Optional[str]:
        """Why the text could not be read, in a batch; None where it was."""
        return self._error

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that were asked for."""
        return tuple(name for name in LAYERS if name in self._parsed())

    sentences = Layer(r.Span, "The sentences, in order.")
    tokens = Layer(r.Token, "The tokens, in order; with the white space between them they tile the text.")
    acronyms = Layer(r.Acronym, "The acronyms with what they stand for.")
    officials = Layer(r.Official, "People with a stated position.")
    money = Layer(r.Money, "Sums of money.")
    dates = Layer(r.Date, "Dates.")
    percents = Layer(r.Percent, "Percentages.")
    quantities = Layer(r.Quantity, "Counts and measures.")
    citations = Layer(r.Citation, "Documents that are cited.")
    zones = Layer(r.Zone, "The zones of the page.")
    keyphrases = Layer(r.Keyphrase, "The phrases that the text is about, the strongest first.")
    summary = Layer(r.SummarySentence, "The chosen sentences, verbatim and in their order.")

    @property
    def words(self) -> list[str]:
        """The text of each token."""
        return self.of_all(self.tokens)

    def of(self, span: r.Span) -> str:
        """The stretch of the text that a result stands for, whatever offsets are counted in."""
        return self._cut([(span.start, span.end)])[0]

    def of_all(self, spans: Sequence[r.Span]) -> list[str]:
        """As :meth:`of`, for many."""
        return self._cut([(s.start, s.end) for s in spans])

    def _cut(self, places: Sequence[tuple[int, int]]) -> list[str]:
        return cut(self._source, self.offsets, places)

    def __repr__(self) -> str:
        name = type(self).__name__
        if self._json is None:
            return f"<{name} error={self._error!r}>"
        return f"<{name} of {len(self._source)} characters: {', '.join(self.layers) or 'no layers'}>"


class _Changed(Analysis):
    """A text that came out changed; ``str()`` gives it. ``source`` is the text as it was."""

    __slots__ = ()

    @property
    def source(self) -> str:
        """The text as it was; offsets are of this one."""
        return str(self._source)

    @property
    def text(self) -> str:
        """The text as it came out."""
        return str(self._parsed()["text"])

    edits = Layer(r.Edit, "What was changed, in order; places are in ``source``.")

    def __str__(self) -> str:
        return self.text


class Expansion(_Changed):
    """A text with its acronyms spelled out; ``str()`` gives it. ``source`` is the text as it was."""

    __slots__ = ()


class Normalization(_Changed):
    """A text with its Unicode evened out; ``str()`` gives it. ``source`` is the text as it was, and an edit is a word.

    >>> import vanban
    >>> found = vanban.normalize("Nghị định 15/2020/NÐ-CP")  # a decree's number, with an Icelandic letter for Đ
    >>> found.edits
    (Edit(start=18, end=20, replacement='NĐ'),)
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Normalization of {len(self._source)} characters, edits: {len(self.edits)}>"
