"""Runs a summarizer of sumy (PyPI) over standard input, an article a line, its sentences parted by tabs: summary.py
TextRank|LexRank.

Prints the two sentences that it chooses, in the order of the text; the seconds that it took and sumy's version go to
standard error. Words are what white space parts: sumy has no tokenizer and no stop words for Vietnamese.
Exit code 3: sumy is not installed.
"""
import sys
import time
from importlib.metadata import version

try:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
except ImportError:
    sys.exit(3)


class Spaces:
    """A tokenizer by white space."""

    def to_words(self, text):
        return tuple(text.split())


def document(line):
    sentences = [Sentence(s, Spaces()) for s in line.split("\t")]
    return ObjectDocumentModel([Paragraph(sentences)])


summarizer = {"TextRank": TextRankSummarizer, "LexRank": LexRankSummarizer}[sys.argv[1]]()
lines = sys.stdin.read().split("\n")[:-1]
start = time.perf_counter()
out = [[str(s) for s in summarizer(document(line), 2)] for line in lines]
seconds = time.perf_counter() - start
for chosen in out:
    print(" ".join(" ".join(chosen).split()))
print(f"{seconds:.4f} {version('sumy')}", file=sys.stderr)
