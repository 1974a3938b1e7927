from typing import Any, Optional, Union, final

VERSION: str
DATA_VERSION: str
LAYERS: list[str]
DOMAINS: list[str]

class Error(ValueError): ...

@final
class Wanted:
    def __new__(
        cls,
        layers: list[str],
        offsets: str,
        sentences: Optional[int],
        syllables: Optional[int],
        query: Optional[str],
    ) -> Wanted: ...

@final
class Analyzer:
    def __new__(
        cls,
        dictionaries: list[tuple[str, bytes]],
        domain: Optional[str],
        date: Optional[str],
        as_of: Optional[str],
    ) -> Analyzer: ...
    def record(self, text: Any, title: Any, wanted: Wanted) -> bytes: ...
    def records(
        self,
        texts: list[Any],
        titles: Optional[list[Any]],
        wanted: Wanted,
        threads: Optional[int],
    ) -> list[Union[bytes, str]]: ...
    def expand(self, text: Any, style: str, min_confidence: float, offsets: str) -> bytes: ...
