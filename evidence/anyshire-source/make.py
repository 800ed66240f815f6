"""
Make the documents of Anyshire, an invented council, from the text sources beside this file.

    python evidence/anyshire-source/make.py            write evidence/anyshire
    python evidence/anyshire-source/make.py --check    only say what would be written
    python evidence/anyshire-source/make.py --into DIR write somewhere else
    python evidence/anyshire-source/make.py --earlier  what has changed since somebody accepted it, as it was before

Needs Python 3.11 or later and nothing else. The register and the plan of Anyshire are written by hand; they stand in
evidence/anyshire and are left alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from maker.documents import made_documents

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "anyshire"
BY_HAND = ("*.toml", "plan.csv")


def main(arguments: list[str] | None = None) -> int:
    """Write what is not as it should be; return 1 if something differs and nothing may be written."""
    parser = argparse.ArgumentParser(description="Make the documents of Anyshire, an invented council.")
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="DIR", help="where to write; default: %(default)s")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if anything would change")
    parser.add_argument("--earlier", action="store_true", help="make what has changed as it was before")
    given = parser.parse_args(arguments)
    made = made_documents(HERE, earlier=given.earlier)
    changed = [name for name, data in made.items() if not _is_there(given.into / name, data)]
    for name in changed:
        print(f"{'would write' if given.check else 'wrote'} {name}")
        if not given.check:
            _write(given.into / name, made[name])
    strangers = _strangers(given.into, set(made))
    for name in strangers:
        print(f"has no source: {name}")
    print(f"{len(made)} documents: {len(changed)} written anew, {len(made) - len(changed)} as they were")
    return int(given.check and bool(changed or strangers))


def _is_there(place: Path, data: bytes) -> bool:
    return place.is_file() and place.read_bytes() == data


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def _strangers(folder: Path, made: set[str]) -> list[str]:
    """Return the files that neither this program nor a person is known to write."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    by_hand = {path.name for pattern in BY_HAND for path in folder.glob(pattern)}
    return sorted(there - made - by_hand)


if __name__ == "__main__":
    sys.exit(main())
