"""OIOXML 0.7 (Denmark, before OIOUBL): invoices and credit notes, electronic ones and those read from paper."""

import re
from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.oioxml.document import read_document
from orders.document import Document

_ROOT = "Invoice"
_NAMESPACE = re.compile(r"http://rep\.oio\.dk/ubl/xml/schemas/0p7\d/(?:test)?(?:pie|pip|pcm|pcp)/", re.ASCII)


def _claims(content: Content) -> bool:
    if content.root is None:
        return False
    name = etree.QName(content.root)
    return name.localname == _ROOT and _NAMESPACE.fullmatch(name.namespace or "") is not None


def _may_be(tag: str) -> bool:
    return tag.endswith("}" + _ROOT)


def _read(content: Content) -> Sequence[Document]:
    if content.root is None:
        raise ValueError("asked to read what it did not claim")
    return [read_document(content.root)]


OIOXML = Format("oioxml", _claims, _read, roots=_may_be)
