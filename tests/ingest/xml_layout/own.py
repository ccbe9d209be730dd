"""A supplier's own XML, made for one test, and what is read from it."""

from typing import Any

import pytest

from ingest.format import Content
from ingest.layout import LAYOUT, Layout
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject

PATHS = {"document_number": "@no", "order_number": "@po", "order_line": "@line", "quantity": "Qty"}
ENTRY = {"name": "acme", "files": "*", "root": "Asn", "type": "despatch_advice", "lines": "Item", "paths": PATHS}


def layout(**keys: Any) -> Layout:
    """An entry; a key that is None is left out."""
    return LAYOUT.validate_python({key: value for key, value in {**ENTRY, **keys}.items() if value is not None})


def documents(xml: str, **keys: Any) -> tuple[Document, ...]:
    return read(Content(xml.encode(), "a.xml", "", (layout(**keys),)))


def document(xml: str, **keys: Any) -> Document:
    (one,) = documents(xml, **keys)
    return one


def rejection(xml: str, **keys: Any) -> Reject:
    with pytest.raises(Reject) as caught:
        documents(xml, **keys)
    return caught.value
