"""Reading, format by format: against a bare parse of the same bytes, and beside other readers of the field."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from bench.readers import OURS_TOO, READERS
from ingest.format import Content
from ingest.reading import read
from orders.errors import Reject
from ordertrail.collecting import collect_rarely

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "samples"
OTHER_READERS = Path(__file__).resolve().parents[1] / ".venv-readers" / "bin" / "python"

FORMATS: dict[str, tuple[str, Sequence[str]]] = {
    "ubl": ("lxml", ("ubl",)),
    "cii": ("lxml", ("cii", "orderx")),
    "opentrans": ("lxml", ("opentrans",)),
    "cxml": ("lxml", ("cxml",)),
    "idoc": ("lxml", ("idoc",)),
    "gs1": ("lxml", ()),
    "fatturapa": ("lxml", ()),
    "finvoice": ("lxml", ()),
    "svefaktura": ("lxml", ()),
    "oioxml": ("lxml", ()),
    "ebinterface": ("lxml", ()),
    "edifact": ("split", ("edifact",)),
    "x12": ("split", ("x12",)),
}
"""Format → what it is held against, and the folders of real documents it is measured on; none where there are none."""

ROUND_SECONDS = 0.5


def bench() -> None:
    """Prints what reading costs in each format, in bare parses, and what other readers cost on the same files."""
    collect_rarely()  # as the processes that read do
    for name, (kind, folders) in FORMATS.items():
        files = _files(name, folders, BARE[kind])
        bare = _best(BARE[kind], files)
        ours = _best(_read, files)
        size = sum(map(len, files)) / len(files) / 1000
        print(
            f"formats      {name}: {ours / bare:.2f} × {kind}, {ours / len(files) * 1e6:.0f} µs a file"
            f" ({len(files)} files of {size:.1f} KB)"
        )
        for reader, formats in READERS.items():
            if name in formats:
                _beside(reader, name, files, bare)


def _files(name: str, folders: Sequence[str], bare: Callable[[bytes], None]) -> list[bytes]:
    """Real files that are read; our own samples where there are none. Both ways must take them: a bare parse does not
    know several documents one after the other.
    """
    found = [file for folder in folders for file in sorted((CORPUS / folder).rglob("*")) if file.is_file()]
    found = found or sorted(file for file in (SAMPLES / name).iterdir() if not file.name.endswith(".json"))
    return [data for file in found if _is_read(data := file.read_bytes(), bare)]


def _is_read(data: bytes, bare: Callable[[bytes], None]) -> bool:
    try:
        bare(data)
        return bool(read(Content(data, "file")))
    except (Reject, etree.XMLSyntaxError):
        return False


def _read(data: bytes) -> None:
    read(Content(data, "file"))


def _parse(data: bytes) -> None:
    etree.fromstring(data)


def _split(data: bytes) -> None:
    """Segments, elements and components, as the first bytes say, and nothing else."""
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip().decode("latin-1")
    if text.startswith("ISA"):
        element, component, terminator = text[3], text[104], text[105]
    elif text.startswith("UNA"):
        component, element, terminator = text[3], text[4], text[8]
    else:
        component, element, terminator = ":", "+", "'"
    for segment in text.split(terminator):
        [one.split(component) for one in segment.split(element)]


BARE: dict[str, Callable[[bytes], None]] = {"lxml": _parse, "split": _split}


def _best(step: Callable[[bytes], object], files: Sequence[bytes]) -> float:
    """CPU seconds for all files: the best of the rounds that fit into the time, three at least."""
    rounds: list[float] = []
    while len(rounds) < 3 or sum(rounds) < ROUND_SECONDS:
        began = time.process_time()
        for data in files:
            step(data)
        rounds.append(time.process_time() - began)
    return min(rounds)


def _beside(reader: str, name: str, files: Sequence[bytes], bare: float) -> None:
    """Another reader on the same files, in a process and environment of its own; files that it refuses are left out of
    both sums.
    """
    python = Path(sys.executable) if reader in OURS_TOO else OTHER_READERS
    if not python.exists():
        print(f"formats      {name}, {reader}: not installed (scripts/bench-readers does that)")
        return
    listing = json.dumps([reader, name, [data.hex() for data in files]])
    command = [str(python), str(Path(__file__).with_name("readers.py"))]
    done = subprocess.run(command, input=listing, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"formats      {name}, {reader}: does not run ({done.stderr.strip().splitlines()[-1][:100]})")
        return
    seconds, taken = json.loads(done.stdout.splitlines()[-1])
    same = [data for data, took in zip(files, taken, strict=True) if took]
    if not same:
        print(f"formats      {name}, {reader}: reads none of these files")
        return
    unit = _best(BARE[FORMATS[name][0]], same)
    ours = _best(_read, same)
    print(
        f"formats      {name}, {reader}: {seconds / unit:.2f}; ours {ours / unit:.2f}"
        f" (on the {len(same)} files of {len(files)} that it takes)"
    )
