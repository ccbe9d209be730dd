"""UBL 2.0 to 2.4 (OASIS Universal Business Language, ISO/IEC 19845).

In all its profiles: Peppol BIS 3, EN 16931, EHF, OIOUBL, UBL-TR, NSO and others; alone or in an SBDH envelope.
"""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.ubl.document import read_document
from ingest.formats.ubl.envelope import holds_ubl, may_hold_ubl, ubl_elements
from ingest.formats.ubl.names import DOCUMENTS, TYPES_BY_TAG
from orders.document import Document
from orders.errors import Reject


def _claims(content: Content) -> bool:
    return content.root is not None and holds_ubl(content.root)


def _read(content: Content) -> Sequence[Document]:
    if content.root is None:
        raise ValueError("asked to read what it did not claim")
    elements = ubl_elements(content.root)
    for element in elements:
        if element.tag not in TYPES_BY_TAG:
            raise _unsupported(element)
    return [read_document(element) for element in elements]


_DEBIT_NOTE = (
    "A DebitNote does not tell whether the supplier claims or the buyer does. Ask the supplier for an Invoice of type "
    "383 (debit note); it is read as a bill."
)


def _unsupported(element: etree._Element) -> Reject:
    name = etree.QName(element)
    return Reject(
        "FORMAT_UNSUPPORTED",
        f"The file holds a UBL {name.localname} ({name.namespace}). Of UBL 2 are read: {', '.join(DOCUMENTS)}.",
        where=f"line {element.sourceline}",
        hint=_DEBIT_NOTE if name.localname == "DebitNote" else None,
    )


UBL = Format("ubl", _claims, _read, roots=may_hold_ubl)
