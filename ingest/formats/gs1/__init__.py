"""GS1 XML release 3 (3.0 to 3.7): orders, order responses, despatch advices, receiving advices and invoices."""

from collections.abc import Sequence

from ingest.format import Content, Format
from ingest.formats.gs1.codes import DOCUMENTS
from ingest.formats.gs1.document import Header, read_document
from ingest.formats.gs1.messages import documents, is_test, may_hold, others, release, version
from orders.document import Document
from orders.errors import Reject


def _claims(content: Content) -> bool:
    return content.root is not None and release(content.root) is not None


def _read(content: Content) -> Sequence[Document]:
    root = content.root
    found = None if root is None else release(root)
    if root is None or found is None:
        raise ValueError("asked to read what it did not claim")
    if found == 2:
        raise Reject(
            "FORMAT_UNSUPPORTED",
            "The file is GS1 XML release 2. Read is release 3, whose elements are others.",
            where=f"line {root.sourceline}",
            hint="Ask the sender for release 3 of GS1 XML, which has been the current one since 2012.",
        )
    header = Header(version(root), is_test(root))
    read = [read_document(one, header) for one in documents(root)]
    if not read:
        seen = ", ".join(others(root)) or "nothing"
        raise Reject(
            "FORMAT_UNSUPPORTED",
            f"The file holds GS1 XML with {seen}. Read are {', '.join(DOCUMENTS)}.",
            where=f"line {root.sourceline}",
        )
    return read


GS1 = Format("gs1", _claims, _read, roots=may_hold)
