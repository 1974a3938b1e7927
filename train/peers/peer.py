"""Runs a peer from PyPI over standard input, a sentence a line: peer.py pyvi|underthesea.

Prints a line of words for each, syllables joined by "_"; the seconds that it took and its version go to standard error.
Exit code 3: it is not installed.
"""
import sys
import time
from importlib.metadata import version

name = sys.argv[1]
try:
    if name == "pyvi":
        from pyvi import ViTokenizer

        tokenize = ViTokenizer.tokenize
    else:
        from underthesea import word_tokenize

        def tokenize(line):
            return word_tokenize(line, format="text")

except ImportError:
    sys.exit(3)

lines = sys.stdin.read().split("\n")[:-1]
tokenize("Xin chào.")  # whatever is loaded at the first call
start = time.perf_counter()
out = [tokenize(line) for line in lines]
seconds = time.perf_counter() - start
for line in out:
    print(" ".join(line.split()))
print(f"{seconds:.4f} {version(name)}", file=sys.stderr)
