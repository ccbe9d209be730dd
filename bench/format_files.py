"""The files on which reading is measured, format by format: real ones where there are any, and our own samples."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from lxml import etree

from ingest.format import Content
from ingest.reading import read
from orders.errors import Reject
from tests.golden import SAMPLES, content

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
PACKAGES = Path(__file__).resolve().parents[1] / ".venv-readers"
"""Where `scripts/bench-readers` puts packages, some of which bring real files for tests of their own."""

USUAL = 9
"""Lines of a document of a usual size: a small file mostly costs what does not grow with it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A format, and what it is measured on.

    `folders` of the corpus and files of `packages` (a pattern) are real; where neither is there, our own samples are
    taken as they are, and grown to a usual size by repeating what is called as `lines` say.
    """

    name: str
    bare: str = "lxml"
    folders: Sequence[str] = ()
    packages: str = ""
    lines: frozenset[str] = frozenset()


_GS1 = ("order", "orderResponse", "despatchAdvice", "receivingAdvice", "invoice")

MEASURED = (
    Measured("ubl", folders=("ubl",)),
    Measured("cii", folders=("cii", "orderx")),
    Measured("opentrans", folders=("opentrans",)),
    Measured("cxml", folders=("cxml",)),
    Measured("idoc", folders=("idoc",)),
    Measured("gs1", lines=frozenset(f"{one}LineItem" for one in _GS1)),
    Measured("fatturapa", packages="**/l10n_it_fatturapa_in/tests/data/*.xml", lines=frozenset({"DettaglioLinee"})),
    Measured("finvoice", lines=frozenset({"InvoiceRow"})),
    Measured("svefaktura", lines=frozenset({"InvoiceLine"})),
    Measured("oioxml", lines=frozenset({"InvoiceLine"})),
    Measured("ebinterface", lines=frozenset({"ListLineItem"})),
    Measured("xml_layout", lines=frozenset({"Pos", "Ligne", "ROW"})),
    Measured("edifact", "split", folders=("edifact",)),
    Measured("x12", "split", folders=("x12",)),
)


def groups(measured: Measured) -> Iterator[tuple[str, list[Content]]]:
    """What the files are, and those among them that are read."""
    real = [file for folder in measured.folders for file in sorted((CORPUS / folder).rglob("*")) if file.is_file()]
    real += sorted(PACKAGES.glob(measured.packages)) if measured.packages else []
    if found := [one for file in real if _is_read(one := Content(file.read_bytes(), "file"))]:
        yield "real files", found
        return
    listed = sorted((SAMPLES / measured.name).iterdir())
    own = [content(file) for file in listed if not file.name.endswith((".json", ".toml"))]
    own = [one for one in own if _is_read(one)]
    yield "samples", own
    if measured.lines:
        yield f"samples grown to {USUAL} lines", [_grown(one, measured.lines) for one in own]


def afresh(one: Content) -> Content:
    """The same content, of which nothing has been looked at yet."""
    return Content(one.data, one.name, one.folder, one.layouts)


def _is_read(one: Content) -> bool:
    """A bare parse must take it too: it does not know several documents one after the other."""
    try:
        if one.data.lstrip()[:1] == b"<":
            etree.fromstring(one.data)
        return bool(read(afresh(one)))
    except (Reject, etree.XMLSyntaxError):
        return False


def _grown(one: Content, names: frozenset[str]) -> Content:
    """With its lines repeated until there are as many as usual."""
    root = etree.fromstring(one.data)
    lines = [element for element in root.iter("{*}*") if etree.QName(element).localname in names]
    last = lines[-1] if lines else root
    for template in islice(cycle(lines), max(0, USUAL - len(lines))):
        copy = deepcopy(template)
        last.addnext(copy)
        last = copy
    return Content(etree.tostring(root, xml_declaration=True, encoding="UTF-8"), one.name, one.folder, one.layouts)
