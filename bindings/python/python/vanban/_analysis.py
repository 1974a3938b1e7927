"""The record of a text, parsed when somebody looks: a batch of a million words is not turned into objects in vain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Generic, NoReturn, Optional, TypeVar, Union, overload

from . import _results as r
from ._core import LAYERS, Error

T = TypeVar("T")


class _Layer(Generic[T]):
    """A layer as an attribute: a tuple of its objects, made when it is first looked at, and never set."""

    def __init__(self, kind: type[T], doc: str) -> None:
        self._kind, self.__doc__ = kind, doc

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, found: None, owner: type) -> _Layer[T]: ...
    @overload
    def __get__(self, found: Analysis, owner: type) -> tuple[T, ...]: ...
    def __get__(self, found: Optional[Analysis], owner: type) -> Union[_Layer[T], tuple[T, ...]]:
        if found is None:
            return self
        made: Optional[tuple[T, ...]] = found._layers.get(self._name)
        if made is None:
            record = found._parsed()
            if self._name not in record:
                raise AttributeError(f"the layer {self._name} was not asked for")
            made = tuple([r.make(self._kind, entry) for entry in record[self._name]])
            found._layers[self._name] = made
        return made

    def __set__(self, found: Analysis, value: object) -> NoReturn:
        raise AttributeError(f"the layer {self._name} cannot be set: an analysis is frozen")


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
        self._record: Optional[dict[str, Any]] = None
        self._layers: dict[str, tuple[Any, ...]] = {}

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
    def layers(self) -> tuple[str, ...]:
        """The names of the layers that were asked for."""
        return tuple(name for name in LAYERS if name in self._parsed())

    sentences = _Layer(r.Span, "The sentences, in order.")
    tokens = _Layer(r.Token, "The tokens, in order; with the white space between them they tile the text.")
    acronyms = _Layer(r.Acronym, "The acronyms with what they stand for.")
    officials = _Layer(r.Official, "People with a stated position.")
    money = _Layer(r.Money, "Sums of money.")
    dates = _Layer(r.Date, "Dates.")
    percents = _Layer(r.Percent, "Percentages.")
    quantities = _Layer(r.Quantity, "Counts and measures.")
    citations = _Layer(r.Citation, "Documents that are cited.")
    zones = _Layer(r.Zone, "The zones of the page.")
    keyphrases = _Layer(r.Keyphrase, "The phrases that the text is about, the strongest first.")
    summary = _Layer(r.SummarySentence, "The chosen sentences, verbatim and in their order.")

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
        if self.offsets == "chars":
            return [self._text[start:end] for start, end in places]
        code, width = ("utf-16-le", 2) if self.offsets == "utf16" else ("utf-8", 1)
        raw = self._text.encode(code)
        return [raw[start * width : end * width].decode(code) for start, end in places]

    def to_dict(self) -> dict[str, Any]:
        """The record as the command line's JSON has it (without the ``id``, which is the command line's); a dictionary
        of its own at each call. A text that could not be read gives ``{"error": …}``."""
        if self._json is None:
            return {"error": self._error}
        record: dict[str, Any] = json.loads(self._json)
        return record

    def to_json(self) -> str:
        """The same as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False) if self._json is None else self._json.decode("utf-8")

    def _parsed(self) -> dict[str, Any]:
        if self._json is None:
            raise Error(self._error)
        if self._record is None:
            self._record = json.loads(self._json)
        return self._record

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

    edits = _Layer(r.Edit, "What was changed, in order; places are in ``source``.")

    def __str__(self) -> str:
        return self.text
