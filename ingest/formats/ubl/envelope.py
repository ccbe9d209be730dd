"""Where UBL documents stand in a file."""

from lxml import etree

from ingest.formats.ubl.names import SCHEMAS
from ingest.xml.envelope import ENVELOPES, within_envelope

_UBL = f"{{{SCHEMAS}"


def ubl_elements(root: etree._Element) -> list[etree._Element]:
    """The elements of UBL that a file holds: its root, or those that an SBDH envelope holds."""
    return [element for element in within_envelope(root) if str(element.tag).startswith(_UBL)]


def holds_ubl(root: etree._Element) -> bool:
    """Whether there are any."""
    return bool(ubl_elements(root))


def may_hold_ubl(tag: str) -> bool:
    """Whether a file whose root has this tag may hold some."""
    return tag.startswith(_UBL) or tag in ENVELOPES
