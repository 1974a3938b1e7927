"""Prints the words of several syllables that dictionaries on PyPI list: "name<TAB>word", for those that are installed."""
import importlib.util
import os

FILES = [
    ("pyvi", "models/words.txt"),
    ("underthesea", "corpus/data/Viet22K.txt"),
    ("underthesea", "corpus/data/Viet39K.txt"),
    ("underthesea", "corpus/data/Viet74K.txt"),
]

for package, path in FILES:
    spec = importlib.util.find_spec(package)
    if spec is None:
        continue
    with open(os.path.join(os.path.dirname(spec.origin), path), encoding="utf-8") as file:
        for line in file:
            if " " in line.strip():
                print(f"{os.path.basename(path)}\t{line.strip()}")
