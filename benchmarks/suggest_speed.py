"""
How fast suggestions are made of many passages, from nothing and from a warm cache, and how much memory that takes.

Writes a folder of text files into a temporary place: `--passages` in all, `--each` in a file, in words of the labelled
documents, so that criteria are met about as often as there. Prints seconds and the peak of this process.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

from labelled import TUNING, load

import readiness


def main() -> None:
    """Make the folder, and suggest twice."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--passages", type=int, default=100_000)
    asked.add_argument("--each", type=int, default=50)
    options = asked.parse_args()
    picker = random.Random(8)
    texts = [passage.text for one in load(TUNING) for passage in one.text.passages if len(passage.text) > 40]
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "folder", Path(place) / "cache"
        folder.mkdir()
        for number in range(options.passages // options.each):
            said = "\n\n".join(" ".join(picker.choice(texts).split()) for _ in range(options.each))
            (folder / f"{number:06}.txt").write_text(f"Paper {number}\n\n{said}\n", encoding="utf-8")
        time.sleep(2.1)  # files as young as that are looked at again, as they may still be changing
        for words in ("from nothing", "all read, and read again", "warm"):
            began = time.perf_counter()
            found = readiness.suggest(folder, cache=cache)
            took = time.perf_counter() - began
            print(f"{words}: {took:.2f} s, {found.documents} documents, {len(found.rows)} suggestions, {_peak()} MB")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
