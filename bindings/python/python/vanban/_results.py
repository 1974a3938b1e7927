"""What stands in a text: one frozen class a kind of thing, with the keys of the JSON as attributes.

Amounts are :class:`decimal.Decimal`, never floats. Dates stay text, since "2018" and "2018-12" are dates too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Optional, TypeVar

T = TypeVar("T", bound="Span")


@dataclass(frozen=True)
class Span:
    """A stretch of the text: ``text[span.start:span.end]``, where offsets are code points."""

    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """The same as the command line's JSON has it."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}


@dataclass(frozen=True)
class Token(Span):
    """A word (of one syllable or more), a number, a sign …"""

    kind: str


@dataclass(frozen=True)
class Zone(Span):
    """Lines of a page: letterhead, headline, lead, heading, caption, table, byline, signature, chrome or body."""

    kind: str


@dataclass(frozen=True)
class Acronym(Span):
    """An acronym with what it stands for (None: to be left alone) and what that rests on."""

    form: str
    expansion: Optional[str]
    source: str
    confidence: float
    alternatives: tuple[str, ...]
    definition: Optional[Span]
    in_citation: bool


@dataclass(frozen=True)
class Official(Span):
    """A person with a stated position."""

    name: str
    title: str
    organization: Optional[str]
    title_span: Span
    organization_span: Optional[Span]
    rank: Optional[str]
    former: bool
    person: int
    body: Optional[str]
    body_ended: Optional[str]


@dataclass(frozen=True)
class Money(Span):
    """A sum; a range has ``low`` and ``high`` and no ``value``."""

    text: str
    value: Optional[Decimal]
    low: Optional[Decimal]
    high: Optional[Decimal]
    currency: str
    bound: str
    vague: bool
    inferred_currency: bool
    per: Optional[str]
    covers: Optional[str]
    alternative: Optional[Decimal]
    same_as: Optional[int]


@dataclass(frozen=True)
class Date(Span):
    """A day, month, quarter, year or moment, in ISO 8601 as far as it is known."""

    value: Optional[str]
    until: Optional[str]
    grain: str
    relative: bool
    role: Optional[str]


@dataclass(frozen=True)
class Percent(Span):
    """A percentage; ``high`` is the upper end of a range."""

    value: Decimal
    high: Optional[Decimal]


@dataclass(frozen=True)
class Quantity(Span):
    """A count or a measure; ``high`` is the upper end of a range."""

    value: Decimal
    high: Optional[Decimal]
    of: Optional[Decimal]
    unit: str


@dataclass(frozen=True)
class Citation(Span):
    """A document that is cited."""

    number: str
    type: Optional[str]
    issuer: Optional[str]
    date: Optional[str]
    repaired: bool
    body: Optional[str]
    body_ended: Optional[str]


@dataclass(frozen=True)
class SummarySentence(Span):
    """A sentence of the summary, verbatim."""

    text: str
    score: float
    document: int


@dataclass(frozen=True)
class Edit(Span):
    """What stands in the place of a stretch of the text; the stretch is empty where something is put in."""

    replacement: str


@dataclass(frozen=True)
class Remark(Span):
    """Something that a careful editor would mark; ``suggestion`` is what should rather stand there, where that is known.

    ``kind``: decomposed, look_alike, lost, tone_style, doubled, misspelt, stale or undefined.
    """

    kind: str
    text: str
    suggestion: Optional[str]


@dataclass(frozen=True)
class Keyphrase:
    """A phrase that the text is about; ``score`` is its weight beside the strongest."""

    text: str
    score: float

    def to_dict(self) -> dict[str, Any]:
        """The same as the command line's JSON has it."""
        return {"text": self.text, "score": self.score}


#: Keys whose value is not plain JSON on the Python side.
_DECIMALS = {
    Money: ("value", "low", "high", "alternative"),
    Percent: ("value", "high"),
    Quantity: ("value", "high", "of"),
}
_SPANS = {Acronym: ("definition",), Official: ("title_span", "organization_span")}


def make(kind: type[Any], entry: dict[str, Any]) -> Any:
    """An object of an entry of the JSON. It fills the object's dictionary at once, several times faster than the
    frozen class's own ``__init__``; there may be a thousand tokens on a page."""
    made = object.__new__(kind)
    values = made.__dict__
    values.update(entry)
    for key in _DECIMALS.get(kind, ()):
        if values[key] is not None:
            values[key] = Decimal(values[key])
    for key in _SPANS.get(kind, ()):
        if values[key] is not None:
            values[key] = Span(**values[key])
    if kind is Acronym:
        values["alternatives"] = tuple(values["alternatives"])
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Span):
        return value.to_dict()
    return list(value) if isinstance(value, tuple) else value
