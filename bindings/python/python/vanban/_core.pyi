from typing import Any, List, Optional, Tuple, Union

VERSION: str
DATA_VERSION: str
LAYERS: List[str]
DOMAINS: List[str]

class Error(ValueError): ...

class Wanted:
    def __new__(
        cls,
        layers: List[str],
        offsets: str,
        sentences: Optional[int],
        syllables: Optional[int],
        query: Optional[str],
    ) -> Wanted: ...

class Analyzer:
    def __new__(
        cls,
        dictionaries: List[Tuple[str, bytes]],
        domain: Optional[str],
        date: Optional[str],
        as_of: Optional[str],
    ) -> Analyzer: ...
    def record(self, text: Any, title: Any, wanted: Wanted) -> bytes: ...
    def records(
        self,
        texts: List[Any],
        titles: Optional[List[Any]],
        wanted: Wanted,
        threads: Optional[int],
    ) -> List[Union[bytes, str]]: ...
    def expand(self, text: Any, style: str, min_confidence: float, offsets: str) -> bytes: ...
