"""The summary of several texts as one."""

from __future__ import annotations

from . import _results as r
from ._record import Layer, Record, cut


class Summary(Record):
    """What several texts on one matter say, each thing once. ``document`` of a sentence numbers its text from 0.

    >>> import vanban
    >>> first = "Xã An Thử khánh thành cầu mới sáng nay. Trời mưa to."  # "An Thử opens a new bridge. It rains."
    >>> second = "Cây cầu mới của xã An Thử có kinh phí 18 tỷ đồng."  # "An Thử's new bridge costs 18 billion dong."
    >>> found = vanban.summarize_together([first, second], sentences=1)
    >>> found.summary[0].document, found.summary[0].text
    (1, 'Cây cầu mới của xã An Thử có kinh phí 18 tỷ đồng.')
    """

    __slots__ = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that were read."""
        texts: tuple[str, ...] = self._source
        return texts

    keyphrases = Layer(r.Keyphrase, "The phrases that the texts are about, the strongest first.")
    summary = Layer(r.SummarySentence, "The chosen sentences, verbatim, text by text and in their order.")

    def of(self, sentence: r.SummarySentence) -> str:
        """The stretch of its own text that a sentence stands for, whatever offsets are counted in."""
        return cut(self.texts[sentence.document], self.offsets, [(sentence.start, sentence.end)])[0]

    def __repr__(self) -> str:
        return f"<Summary of {len(self.texts)} texts, sentences: {len(self.summary)}>"
