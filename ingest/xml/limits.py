"""Limits on the number of elements and attributes, which libxml2 does not have.

A tree takes about 200 bytes an element, so a file of the allowed size could take gigabytes. Counting costs a tenth of a
parse; therefore only files are counted in which the limits could be exceeded at all.
"""

from lxml import etree

from orders.errors import Reject

MAX_ELEMENTS = 2_000_000
MAX_ATTRIBUTES = 1_000
"""Of one element; namespace declarations count."""

_SHORTEST_ELEMENT = len("<a/>")
_SHORTEST_CROWD = 6 * MAX_ATTRIBUTES
"""The fewest bytes that 1,000 attributes of different names take: a tag of more has no "<" for as long."""


def check_counts(data: bytes, options: dict[str, bool]) -> None:
    """Nothing, if the file keeps the limits; `options` are those of the parser. Takes almost no time for usual files.

    Raises:
        Reject: `XML_TOO_MANY_NODES` otherwise.
    """
    if _may_exceed(data):
        parser = etree.XMLParser(target=_Counter(), **options)  # type: ignore[call-overload]  # typed one by one
        try:
            etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            return  # the real parse says what is wrong


class _Counter:
    """Counts while the parser reads, without building a tree, and stops it at the limit."""

    def __init__(self) -> None:
        self.elements = 0
        self.declarations = 0

    def start_ns(self, prefix: str, uri: str) -> None:
        self.declarations += 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise _too_many(f"more than {MAX_ELEMENTS:,} elements")
        if len(attributes) + self.declarations > MAX_ATTRIBUTES:
            raise _too_many(f"an element with more than {MAX_ATTRIBUTES:,} attributes")
        self.declarations = 0

    def close(self) -> None:
        """The parser asks for it at the end."""


def _too_many(what: str) -> Reject:
    return Reject("XML_TOO_MANY_NODES", f"The file has {what}.")


def _may_exceed(data: bytes) -> bool:
    if b"\x00" in data[:4]:  # UTF-16: a byte is no character
        return True
    if len(data) >= _SHORTEST_ELEMENT * MAX_ELEMENTS and data.count(b"<") > MAX_ELEMENTS:
        return True
    return _has_crowded_tag(data)


def _has_crowded_tag(data: bytes) -> bool:
    """Whether between two "<" there is room for too many attributes, and as many "=".

    Looks only at the last "<" of every few kilobytes, so that a usual file costs a handful of looks.
    """
    start, size = 0, len(data)
    while start + _SHORTEST_CROWD < size:
        last = data.rfind(b"<", start, start + _SHORTEST_CROWD)
        if last >= 0:
            start = last + 1
            continue
        end = data.find(b"<", start + _SHORTEST_CROWD)
        end = size if end < 0 else end
        if data.count(b"=", start, end) > MAX_ATTRIBUTES:
            return True
        start = end + 1
    return False
