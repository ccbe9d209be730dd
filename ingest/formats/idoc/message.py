"""Which message an IDoc is: by its message type, and where that is a customer's own by what its name reminds of."""

from lxml import etree

from ingest.formats.idoc.codes import BASIC_TYPES, MESSAGES
from ingest.formats.idoc.paths import CONTROL_RECORDS
from ingest.record import Record

_OWN = ("Z", "Y", "/")
"""How the names begin that SAP leaves to its customers."""

_SEGMENTS = ("E1EDK", "E1EDL")


def idocs(root: etree._Element) -> list[etree._Element]:
    """The IDOC elements of a file: the root itself, or those in it, whatever it is called."""
    if _local(root) == "IDOC":
        return [root]
    return list(root.iterchildren("{*}IDOC"))  # many files are asked that are none: no other child is looked at


def is_idoc(element: etree._Element) -> bool:
    """Whether it begins as an IDoc does: with its control record or, where somebody cut that off, with a head."""
    return any(_local(child).startswith((*CONTROL_RECORDS, *_SEGMENTS)) for child in element[:1])


def message_of(record: Record, root: etree._Element) -> str:
    """The key in `MESSAGES` that the control record comes to; otherwise what it states, or that it states nothing."""
    stated = str(record.get("message", ""))
    if stated in MESSAGES:
        return stated
    basic_types = (str(record.get("basic_type", "")), _local(root).upper())
    unsaid = any(basic.startswith(stated) for basic in basic_types)  # some repeat the type of the IDoc
    if not unsaid and not stated.startswith(_OWN):
        return stated
    names = (stated, str(record.get("standard_message", "")))
    known = next((message for name in names for message in MESSAGES if message in name), None)
    if known is None and unsaid:
        known = next((BASIC_TYPES[key] for basic in basic_types for key in BASIC_TYPES if basic.startswith(key)), None)
    return known or stated or "no message type"


def _local(element: etree._Element) -> str:
    """Its name without the namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
