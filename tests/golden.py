"""Golden files: beside each sample of `tests/samples` lies what is read from it, as JSON.

`python -m tests.golden` writes them anew. Look at the difference before you commit it: it is what the change does.
"""

import json
import tomllib
from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ingest.format import Content
from ingest.formats import FORMATS
from ingest.layout import LAYOUT, Layout
from ingest.reading import read
from orders.errors import Reject
from orders.numbers import plain

_LAYOUTS = "layouts.toml"

SAMPLES = Path(__file__).resolve().parent / "samples"


def samples() -> list[Path]:
    """Every sample of a format that is read; they lie in a folder of its name, each beside its golden file."""
    files = (file for one in FORMATS for file in (SAMPLES / one.name).glob("*") if file.is_file())
    return sorted(file for file in files if not file.name.endswith((".golden.json", _LAYOUTS)))


def content(sample: Path, data: bytes | None = None) -> Content:
    """A sample (or what became of its bytes) as the program reads it: with the layouts that lie beside it."""
    return Content(sample.read_bytes() if data is None else data, sample.name, "", _layouts(sample.parent))


@cache
def _layouts(folder: Path) -> tuple[Layout, ...]:
    file = folder / _LAYOUTS
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["layouts"] if file.exists() else ()
    return tuple(map(LAYOUT.validate_python, entries))


def golden(sample: Path) -> Path:
    """Where it stands what is read from a sample."""
    return sample.with_name(f"{sample.name}.golden.json")


def reading(sample: Path) -> str:
    """What is read from a sample: its documents without what they do not say, or why it is rejected."""
    return json.dumps(_reading(sample), indent=1, ensure_ascii=False) + "\n"


def _reading(sample: Path) -> Any:
    try:
        documents = read(content(sample))
    except Reject as reject:
        return {"error": {"code": reject.code, "message": reject.message, "where": reject.where}}
    return [_said(one) for one in documents]


def _said(value: Any) -> Any:
    if isinstance(value, Struct):
        said = {name: _said(getattr(value, name)) for name in value.__struct_fields__}
        return {name: one for name, one in said.items() if one not in (None, "", [], {}, False)}
    if isinstance(value, tuple):
        return [_said(one) for one in value]
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date | time) else value


if __name__ == "__main__":
    for file in samples():
        golden(file).write_text(reading(file), encoding="utf-8")
