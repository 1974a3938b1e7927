"""What callers give, turned into what the Rust part takes."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import Any, Optional, Union

from . import _core

Day = Union[str, datetime.date, None]

#: Where no summary is wanted.
_NO_SUMMARY = _core.Summarizer(None, None, None, None, False, "auto", None)


def wanted(layers: Optional[Iterable[str]], offsets: str, summary: _core.Summarizer = _NO_SUMMARY) -> _core.Wanted:
    if isinstance(layers, str):
        raise TypeError("layers is one str; a list of names is wanted")
    names = _core.LAYERS if layers is None else list(layers)
    return _core.Wanted(names, offsets, summary)


def lists(texts: Iterable[Any], titles: Optional[Iterable[Any]]) -> tuple[list[Any], Optional[list[Any]]]:
    for name, given in (("texts", texts), ("titles", titles)):
        if isinstance(given, (str, bytes)):
            raise TypeError(f"{name} is one {type(given).__name__}; a list is wanted")
    return list(texts), None if titles is None else list(titles)


def dictionary(given: Any) -> tuple[str, bytes]:
    if hasattr(given, "read"):
        raw = given.read()
        name = getattr(given, "name", "dictionary")
        return str(name), raw.encode("utf-8") if isinstance(raw, str) else raw
    with open(given, "rb") as file:
        return os.fspath(given), file.read()


def day(given: Day) -> Optional[str]:
    if isinstance(given, datetime.datetime):
        given = given.date()
    return given.isoformat() if isinstance(given, datetime.date) else given
