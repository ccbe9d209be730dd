"""From a file to its documents: the one function that the program calls."""

from ingest.enclosed import read_enclosed
from ingest.format import Content, Enclosed
from ingest.formats import FORMATS
from ingest.identify import identify
from orders.document import Document


def read(content: Content) -> tuple[Document, ...]:
    """The documents of a file, in the order in which they stand in it; none if it only acknowledges (X12 997).

    What is wrong with single values is an issue of the document.

    Raises:
        Reject: if no document can be made of it. The code says why, the message what was seen, the hint what to do.
    """
    return read_with_source(content)[1]


def read_with_source(content: Content) -> tuple[Content, tuple[Document, ...]]:
    """The same, and the file that they stand in before them: the XML within a hybrid PDF, otherwise the file itself.

    Raises:
        Reject: as `read`.
    """
    found = identify(content, FORMATS).read(content)
    return read_enclosed(found, FORMATS) if isinstance(found, Enclosed) else (content, tuple(found))
