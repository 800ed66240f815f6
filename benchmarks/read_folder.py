"""
Measure reading a folder of documents, side by side with the bare libraries.

    python benchmarks/read_folder.py --documents 10000 --runs 3

In each run, one after the other: a bare walk with `stat`; the bare libraries extracting the text of every document in
one loop and one process; the readers, which give a place for each passage, in such a loop; a cold reading with an empty
cache; a reading of the unchanged folder. The figures are medians
of the runs, in seconds, and the ratios that the project aims at. Peak memory is that of the main process and of the
largest worker. The seconds of processor are of all processes together: other work on the same computer changes them
little, and the seconds by the clock a lot.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from make_folder import make


def bare_walk(folder: Path) -> int:
    """Walk the folder and ask for the status of each file."""
    waiting, number = [os.fspath(folder)], 0
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    entry.stat()
                    number += 1
    return number


def bare_libraries(folder: Path) -> int:
    """Extract the text of every document with the libraries that the readers use, and nothing around them."""
    import email
    import email.policy
    import zipfile
    from html.parser import HTMLParser
    from xml.etree import ElementTree as ET

    import pypdfium2
    from python_calamine import CalamineWorkbook

    class Text(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: list[str] = []

        def handle_data(self, data: str) -> None:
            self.found.append(data)

    def package(path: Path, part: str) -> str:
        with zipfile.ZipFile(path) as archive:
            return " ".join(ET.fromstring(archive.read(part)).itertext())

    def pdf(path: Path) -> str:
        with pypdfium2.PdfDocument(path) as document:
            return " ".join(page.get_textpage().get_text_bounded() for page in document)

    def xlsx(path: Path) -> str:
        book = CalamineWorkbook.from_path(path)
        sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
        return " ".join(str(cell) for sheet in sheets for row in sheet for cell in row)

    def html(path: Path) -> str:
        parser = Text()
        parser.feed(path.read_text("utf-8"))
        return " ".join(parser.found)

    def mail(path: Path) -> str:
        return str(email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body().get_content())

    def plain(path: Path) -> str:
        return path.read_text("utf-8")

    ways: dict[str, Callable[[Path], str]] = {
        ".docx": lambda path: package(path, "word/document.xml"),
        ".odt": lambda path: package(path, "content.xml"),
        ".pdf": pdf,
        ".xlsx": xlsx,
        ".html": html,
        ".eml": mail,
    }
    return sum(len(ways.get(one.suffix, plain)(one)) for one in sorted(folder.rglob("*")) if one.is_file())


def readers(folder: Path) -> int:
    """Read every document with its places as a worker does, but in one loop and this process, and keep nothing."""
    from readiness._readers import read_document
    from readiness.model import ReadLimits

    limits, root = ReadLimits(), str(folder)
    paths = (one.relative_to(folder).as_posix() for one in sorted(folder.rglob("*")) if one.is_file())
    return sum(len(read_document(root, path, limits).passages) for path in paths)


def reading(folder: Path, cache: Path) -> int:
    """Read the folder as the program does."""
    import readiness

    return len(readiness.load_evidence(folder, cache=cache).files)


def timed(task: str, folder: Path, cache: Path) -> dict[str, float]:
    """Run one task in a process of its own, and return what it says of itself."""
    done = subprocess.run(
        [sys.executable, __file__, "--task", task, "--folder", folder, "--cache", cache],
        check=True,
        capture_output=True,
        text=True,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )
    return json.loads(done.stdout)


def run_task(task: str, folder: Path, cache: Path) -> None:
    """Do one task and print seconds and peak memory."""
    import resource

    tasks = {
        "walk": lambda: bare_walk(folder),
        "bare": lambda: bare_libraries(folder),
        "readers": lambda: readers(folder),
        "cold": lambda: reading(folder, cache),
        "unchanged": lambda: reading(folder, cache),
    }
    if task in {"cold", "unchanged"}:
        import readiness

        readiness.load_catalogue()
    start, used = time.perf_counter(), processor()
    number = tasks[task]()
    seconds, used = time.perf_counter() - start, processor() - used
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "processor": used, "number": number, "own": own, "worker": worker}))


def processor() -> float:
    """Return the seconds of processor that this process and those it has waited for have used."""
    import resource

    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure(folder: Path, runs: int) -> dict[str, dict[str, float]]:
    """Return the medians of each task."""
    said: dict[str, list[dict[str, float]]] = {task: [] for task in ("walk", "bare", "readers", "cold", "unchanged")}
    for _ in range(runs):
        cache = Path(tempfile.mkdtemp())
        for task, figures in said.items():
            figures.append(timed(task, folder, cache))
        shutil.rmtree(cache)
    return {
        task: {key: statistics.median(one[key] for one in figures) for key in figures[0]}
        for task, figures in said.items()
    }


def report(documents: int, found: dict[str, dict[str, float]]) -> None:
    """Print the figures as a table."""
    print(f"\n{documents} documents, {os.cpu_count()} processors, Python {sys.version.split()[0]}")
    for task, figures in found.items():
        rate = documents / figures["seconds"]
        print(
            f"  {task:10} {figures['seconds']:8.3f} s  {figures['processor']:8.3f} s of processor  {rate:8.0f} documents/s"
            f"  peak {figures['own']:6.0f} MB, largest worker {figures['worker']:6.0f} MB"
        )
    cold, bare = found["cold"]["seconds"], found["bare"]["seconds"]
    unchanged, walk = found["unchanged"]["seconds"], found["walk"]["seconds"]
    print(f"  cold against the bare libraries over two cores: {cold / (bare / 2):.2f} (aim: 1.2)")
    used, least = found["cold"]["processor"], found["bare"]["processor"]
    print(f"  the same by seconds of processor:              {used / least:.2f}")
    print(f"  unchanged against three bare walks and 0.2 s:   {unchanged / (3 * walk + 0.2):.2f} (aim: 1)")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--citing", type=int, default=50, help="one document in so many names a criterion")
    parser.add_argument("--task", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--cache", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        run_task(options.task, options.folder, options.cache)
        return
    import readiness

    compileall.compile_dir(Path(readiness.__file__).parent, quiet=1)  # as an installed package is
    for documents in options.documents:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "evidence"
            make(folder, documents, options.citing)
            report(documents, measure(folder, options.runs))


if __name__ == "__main__":
    main()
