from typing import Any, Optional, Union, final

VERSION: str
DATA_VERSION: str
LAYERS: list[str]
DOMAINS: list[str]

class Error(ValueError): ...

def normalize(text: Any, tone: str, offsets: str) -> bytes: ...

@final
class Summarizer:
    def __new__(
        cls,
        sentences: Optional[int],
        syllables: Optional[int],
        characters: Optional[int],
        ratio: Optional[float],
        hard: bool,
        lead: str,
        query: Any,
    ) -> Summarizer: ...

@final
class Wanted:
    def __new__(cls, layers: list[str], offsets: str, summary: Summarizer) -> Wanted: ...

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
    def lint(self, text: Any, offsets: str) -> bytes: ...
    def summarize_together(
        self,
        texts: list[Any],
        titles: Optional[list[Any]],
        wanted: Summarizer,
        offsets: str,
    ) -> bytes: ...
