"""ebInterface 4.0 to 6.1 (Austria): invoices and credit notes."""

import re
from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.ebinterface.document import read_document
from orders.document import Document
from orders.errors import Reject

_NAMESPACE = re.compile(r"http://www\.ebinterface\.at/schema/(\d)p(\d{1,2})/", re.ASCII)
_ROOT = "Invoice"
_OLDEST = 4


def _version(content: Content) -> re.Match[str] | None:
    if content.root is None:
        return None
    name = etree.QName(content.root)
    return _NAMESPACE.fullmatch(name.namespace or "") if name.localname == _ROOT else None


def _claims(content: Content) -> bool:
    return _version(content) is not None


def _may_be(tag: str) -> bool:
    return tag.endswith("}" + _ROOT)


def _read(content: Content) -> Sequence[Document]:
    version = _version(content)
    if content.root is None or version is None:
        raise ValueError("asked to read what it did not claim")
    number = f"{version[1]}.{version[2]}"
    if int(version[1]) < _OLDEST:
        raise Reject(
            "FORMAT_UNSUPPORTED",
            f"The file is ebInterface {number}. Read are 4.0 to 6.1.",
            where=f"line {content.root.sourceline}",
        )
    return [read_document(content.root, number)]


EBINTERFACE = Format("ebinterface", _claims, _read, roots=_may_be)
