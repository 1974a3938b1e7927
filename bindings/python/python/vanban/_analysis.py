"""The record of a text, parsed when somebody looks: a batch of a million words is not turned into objects in vain."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Sequence, Tuple

from . import _results as r
from ._core import LAYERS, Error

_KINDS = {
    "sentences": r.Span,
    "tokens": r.Token,
    "acronyms": r.Acronym,
    "officials": r.Official,
    "money": r.Money,
    "dates": r.Date,
    "percents": r.Percent,
    "quantities": r.Quantity,
    "citations": r.Citation,
    "zones": r.Zone,
    "keyphrases": r.Keyphrase,
    "summary": r.SummarySentence,
    "edits": r.Edit,
}


class Analysis:
    """What was found in a text. Each layer is a tuple; one that was not asked for is an AttributeError.

    >>> import vanban
    >>> text = "Bộ Công Thương chi 3 tỷ đồng."  # "The Ministry of Industry and Trade spends 3 billion dong."
    >>> found = vanban.analyze(text)
    >>> found.money[0].value
    Decimal('3000000000')
    >>> text[found.money[0].start:found.money[0].end]
    '3 tỷ đồng'
    """

    __slots__ = ("_text", "_json", "_error", "_record", "_layers")

    def __init__(self, text: Any, json_bytes: Optional[bytes], error: Optional[str] = None) -> None:
        self._text = text
        self._json = json_bytes
        self._error = error
        self._record: Optional[Dict[str, Any]] = None
        self._layers: Dict[str, Tuple[Any, ...]] = {}

    @property
    def text(self) -> Any:
        """The text that was read (in a batch: whatever stood in its place)."""
        return self._text

    @property
    def error(self) -> Optional[str]:
        """Why the text could not be read, in a batch; None where it was."""
        return self._error

    @property
    def offsets(self) -> str:
        """How offsets are counted: chars, bytes or utf16."""
        return str(self._parsed()["offsets"])

    @property
    def layers(self) -> Tuple[str, ...]:
        """The names of the layers that were asked for."""
        return tuple(name for name in LAYERS if name in self._parsed())

    @property
    def sentences(self) -> Tuple[r.Span, ...]:
        """The sentences, in order."""
        return self._layer("sentences")

    @property
    def tokens(self) -> Tuple[r.Token, ...]:
        """The tokens, in order; with the white space between them they tile the text."""
        return self._layer("tokens")

    @property
    def words(self) -> List[str]:
        """The text of each token."""
        return self.of_all(self.tokens)

    @property
    def acronyms(self) -> Tuple[r.Acronym, ...]:
        """The acronyms with what they stand for."""
        return self._layer("acronyms")

    @property
    def officials(self) -> Tuple[r.Official, ...]:
        """People with a stated position."""
        return self._layer("officials")

    @property
    def money(self) -> Tuple[r.Money, ...]:
        """Sums of money."""
        return self._layer("money")

    @property
    def dates(self) -> Tuple[r.Date, ...]:
        """Dates."""
        return self._layer("dates")

    @property
    def percents(self) -> Tuple[r.Percent, ...]:
        """Percentages."""
        return self._layer("percents")

    @property
    def quantities(self) -> Tuple[r.Quantity, ...]:
        """Counts and measures."""
        return self._layer("quantities")

    @property
    def citations(self) -> Tuple[r.Citation, ...]:
        """Documents that are cited."""
        return self._layer("citations")

    @property
    def zones(self) -> Tuple[r.Zone, ...]:
        """The zones of the page."""
        return self._layer("zones")

    @property
    def keyphrases(self) -> Tuple[r.Keyphrase, ...]:
        """The phrases that the text is about, the strongest first."""
        return self._layer("keyphrases")

    @property
    def summary(self) -> Tuple[r.SummarySentence, ...]:
        """The chosen sentences, verbatim and in their order."""
        return self._layer("summary")

    def of(self, span: r.Span) -> str:
        """The stretch of the text that a result stands for, whatever offsets are counted in."""
        return self.of_all((span,))[0]

    def of_all(self, spans: Sequence[r.Span]) -> List[str]:
        """As :meth:`of`, for many."""
        if self.offsets == "chars":
            return [self._text[s.start : s.end] for s in spans]
        code, width = ("utf-16-le", 2) if self.offsets == "utf16" else ("utf-8", 1)
        raw = self._text.encode(code)
        return [raw[s.start * width : s.end * width].decode(code) for s in spans]

    def to_dict(self) -> Dict[str, Any]:
        """The record as the command line's JSON has it (without the ``id``, which is the command line's); a dictionary
        of its own at each call. A text that could not be read gives ``{"error": …}``."""
        if self._json is None:
            return {"error": self._error}
        record: Dict[str, Any] = json.loads(self._json)
        return record

    def to_json(self) -> str:
        """The same as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False) if self._json is None else self._json.decode("utf-8")

    def _parsed(self) -> Dict[str, Any]:
        if self._json is None:
            raise Error(self._error)
        if self._record is None:
            self._record = json.loads(self._json)
        return self._record

    def _layer(self, name: str) -> Any:
        made = self._layers.get(name)
        if made is None:
            record = self._parsed()
            if name not in record:
                raise AttributeError(f"the layer {name} was not asked for")
            kind = _KINDS[name]
            made = self._layers[name] = tuple([r.make(kind, entry) for entry in record[name]])
        return made

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Analysis):
            return NotImplemented
        return (self._text, self._json, self._error) == (other._text, other._json, other._error)

    def __hash__(self) -> int:
        return hash((self._json, self._error))

    def __reduce__(self) -> Any:
        return type(self), (self._text, self._json, self._error)

    def __repr__(self) -> str:
        name = type(self).__name__
        if self._json is None:
            return f"<{name} error={self._error!r}>"
        return f"<{name} of {len(self._text)} characters: {', '.join(self.layers) or 'no layers'}>"


class Expansion(Analysis):
    """A text with its acronyms spelled out; ``str()`` gives it. ``source`` is the text as it was."""

    __slots__ = ()

    @property
    def source(self) -> str:
        """The text as it was; offsets are of this one."""
        return str(self._text)

    @property
    def text(self) -> str:
        """The text with its acronyms spelled out."""
        return str(self._parsed()["text"])

    @property
    def edits(self) -> Tuple[r.Edit, ...]:
        """What was changed, in order."""
        edits: Tuple[r.Edit, ...] = self._layer("edits")
        return edits

    def __str__(self) -> str:
        return self.text
