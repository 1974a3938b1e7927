"""The calls of :class:`vanban.Analyzer` over one that all share: built-in data, no options."""

from ._analyzer import Analyzer

default = Analyzer()

analyze = default.analyze
analyze_batch = default.analyze_batch
tokenize = default.tokenize
expand = default.expand
extract = default.extract
summarize = default.summarize
summarize_together = default.summarize_together
lint = default.lint
normalize = default.normalize
