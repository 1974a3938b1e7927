"""Records as their JSON, parsed when somebody looks: a batch of a million words is not turned into objects in vain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Generic, NoReturn, Optional, TypeVar, Union, overload

from . import _results as r
from ._core import Error

T = TypeVar("T")


class Layer(Generic[T]):
    """A layer as an attribute: a tuple of its objects, made when it is first looked at, and never set."""

    def __init__(self, kind: type[T], doc: str) -> None:
        self._kind, self.__doc__ = kind, doc

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, found: None, owner: type) -> Layer[T]: ...
    @overload
    def __get__(self, found: Record, owner: type) -> tuple[T, ...]: ...
    def __get__(self, found: Optional[Record], owner: type) -> Union[Layer[T], tuple[T, ...]]:
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

    def __set__(self, found: Record, value: object) -> NoReturn:
        raise AttributeError(f"the layer {self._name} cannot be set: what was found is frozen")


class Record:
    """The JSON of what was found in a source, or why there is none. Frozen; it can be compared and pickled."""

    __slots__ = ("_source", "_json", "_error", "_record", "_layers")

    def __init__(self, source: Any, json_bytes: Optional[bytes], error: Optional[str] = None) -> None:
        self._source = source
        self._json = json_bytes
        self._error = error
        self._record: Optional[dict[str, Any]] = None
        self._layers: dict[str, tuple[Any, ...]] = {}

    @property
    def offsets(self) -> str:
        """How offsets are counted: chars, bytes or utf16."""
        return str(self._parsed()["offsets"])

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
        if not isinstance(other, Record):
            return NotImplemented
        return (self._source, self._json, self._error) == (other._source, other._json, other._error)

    def __hash__(self) -> int:
        return hash((self._json, self._error))

    def __reduce__(self) -> Any:
        return type(self), (self._source, self._json, self._error)


def cut(text: str, offsets: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """Stretches of a text, whatever offsets are counted in."""
    if offsets == "chars":
        return [text[start:end] for start, end in places]
    code, width = ("utf-16-le", 2) if offsets == "utf16" else ("utf-8", 1)
    raw = text.encode(code)
    return [raw[start * width : end * width].decode(code) for start, end in places]
