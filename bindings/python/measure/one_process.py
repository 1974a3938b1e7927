"""How fast calls and batches are: python measure/one_process.py [OUT.jsonl]

Writes the texts of the batch to OUT.jsonl, for the command line beside it:
    time vanban analyze --quiet --from jsonl --to jsonl --jobs 2 OUT.jsonl > /dev/null
    cargo run --release --example one_page        # the same call in Rust
"""

import json
import sys
import time
from pathlib import Path

import vanban

PAGE = (Path(__file__).resolve().parents[3] / "examples" / "page.txt").read_text(encoding="utf-8")
TEXTS = [f"{PAGE}{n}" for n in range(2650)]


def best(call, runs):
    """The shortest wall-clock time, and the processor time of that run."""
    times = []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    return min(times)


def with_objects():
    found = vanban.analyze(PAGE)
    for layer in found.layers:
        getattr(found, layer)


def main():
    print(f"page of {len(PAGE.encode())} bytes")
    print(f"  analyze: {best(lambda: vanban.analyze(PAGE), 200)[0] * 1e3:.2f} ms")
    print(f"  analyze, and every object made: {best(with_objects, 200)[0] * 1e3:.2f} ms")
    size = sum(len(text.encode()) for text in TEXTS) / 1e6
    wall, cpu = best(lambda: vanban.analyze_batch(TEXTS, threads=2), 5)
    print(f"batch of {size:.1f} MB, 2 threads: {wall:.2f} s ({size / wall:.1f} MB/s), {cpu:.2f} s of processors")
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", encoding="utf-8") as out:
            for n, text in enumerate(TEXTS):
                out.write(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
