"""SAP IDocs as XML: ORDERS, ORDCHG, ORDRSP (ORDERS01 to 05), DESADV (DELVRY01 to 07) and INVOIC (INVOIC01, 02)."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.idoc.codes import MESSAGES
from ingest.formats.idoc.delivery import read_deliveries
from ingest.formats.idoc.document import read_document
from ingest.formats.idoc.message import idocs, is_idoc, message_of
from ingest.formats.idoc.paths import idoc_steps
from ingest.record import Record
from ingest.xml.walk import walk
from orders.document import Document, Issue
from orders.errors import Reject


def _claims(content: Content) -> bool:
    return content.root is not None and any(is_idoc(one) for one in idocs(content.root)[:1])


def _read(content: Content) -> Sequence[Document]:
    root = content.root
    found = [] if root is None else idocs(root)
    if root is None or not found:
        raise ValueError("asked to read what it did not claim")
    documents: list[Document] = []
    others: dict[str, None] = {}
    for one in found:
        documents += _documents(one, root, others)
    if not documents:
        seen = f"IDocs of the message type {', '.join(others)}"
        raise Reject("FORMAT_UNSUPPORTED", f"The file holds {seen}. Read are {', '.join(MESSAGES)}.", where="EDI_DC40")
    return documents


def _documents(idoc: etree._Element, root: etree._Element, others: dict[str, None]) -> Iterator[Document]:
    """Those of one IDoc; one of another message is passed over, and its message type noted."""
    issues: list[Issue] = []
    record: Record = {"where": f"line {idoc.sourceline}"}
    walk(idoc, idoc_steps(etree.QName(idoc).namespace or ""), record, issues)
    message = message_of(record, root)
    if message == "DESADV":
        if "deliveries" not in record:
            others[f"DESADV of the type {record.get('basic_type', 'unknown')}"] = None
            return
        yield from read_deliveries(record, issues)
    elif message in MESSAGES:
        yield read_document(record, message, issues)
    else:
        others[message] = None


IDOC = Format("idoc", _claims, _read)
