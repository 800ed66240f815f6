"""
A run of its own that uses a store hard, for tests with several at once.

Arguments: the store's folder, a number that no other run has, how many rounds. Prints what could not be done; fails if
anything that comes back is not true.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from store_content import ASKED, NOW, answer, document, files, held

from readiness._store import Store

ROOT = Path("evidence")


def main(place: str, number: str, rounds: str) -> None:
    chance = random.Random(int(number))
    for turn in range(int(rounds)):
        numbers = chance.sample(range(400), 100)
        with Store(Path(place), now=NOW) as store:
            held(store, ROOT, numbers[:20])
            store.put_documents(map(document, numbers))
            for one in numbers:
                store.put_look(document(one).key, ASKED, answer(one))
            store.remember(ROOT, files(numbers, version=turn), gone=files(numbers[:10]))
            held(store, ROOT, numbers[-20:])
        sys.stdout.write("\n".join(store.remarks))


if __name__ == "__main__":
    main(*sys.argv[1:])
