"""PDFs in the process that reads them, under its limits."""

from pathlib import Path

from orders.document import DOCUMENT
from ordertrail.reader.outcome import Failed, Read, Source
from ordertrail.reader.readers import Bounds, Readers
from tests.ingest.cii.cii import xml
from tests.ingest.pdf.pdf import Attached, pdf

INVOICE = xml({"ExchangedDocument": {"ID": "R-1", "TypeCode": "380"}})


def test_hostile_S35_a_bomb_among_good_files_costs_nobody_anything(tmp_path: Path) -> None:
    good = pdf(Attached("factur-x.xml", INVOICE))
    bomb = pdf(Attached("factur-x.xml", b"\0" * 300_000_000, packed=3))
    sources = []
    for name, data in (("first.pdf", good), ("bomb.pdf", bomb), ("last.pdf", good)):
        (tmp_path / name).write_bytes(data)
        sources.append(Source(str(tmp_path / name), name, "", len(data)))
    readers = Readers(1, Bounds(seconds=30))
    try:
        first, given_up, last = readers.collect(readers.submit(sources))
    finally:
        readers.close()
    assert isinstance(given_up, Failed)
    assert (given_up.code, given_up.where, given_up.kind) == ("PDF_ATTACHMENT_TOO_LARGE", "factur-x.xml", "permanent")
    for outcome in (first, last):
        assert isinstance(outcome, Read)
        assert [DOCUMENT.from_json(one.body).number for one in outcome.documents] == ["R-1"]
