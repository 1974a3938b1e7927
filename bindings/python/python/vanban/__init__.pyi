from ._analysis import Analysis as Analysis
from ._analysis import Expansion as Expansion
from ._analyzer import Analyzer as Analyzer
from ._core import DATA_VERSION as DATA_VERSION
from ._core import DOMAINS as DOMAINS
from ._core import LAYERS as LAYERS
from ._core import Error as Error
from ._default import analyze as analyze
from ._default import analyze_batch as analyze_batch
from ._default import expand as expand
from ._default import extract as extract
from ._default import summarize as summarize
from ._default import tokenize as tokenize
from ._results import Acronym as Acronym
from ._results import Citation as Citation
from ._results import Date as Date
from ._results import Edit as Edit
from ._results import Keyphrase as Keyphrase
from ._results import Money as Money
from ._results import Official as Official
from ._results import Percent as Percent
from ._results import Quantity as Quantity
from ._results import Span as Span
from ._results import SummarySentence as SummarySentence
from ._results import Token as Token
from ._results import Zone as Zone

__all__: list[str]
