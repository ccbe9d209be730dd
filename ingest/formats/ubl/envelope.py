"""What UBL documents come in: alone, or in a Standard Business Document."""

from lxml import etree

from ingest.formats.ubl.names import SCHEMAS

_SBDH = "{http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader}"
_SBD = f"{_SBDH}StandardBusinessDocument"
_UBL = f"{{{SCHEMAS}"


def ubl_elements(root: etree._Element) -> list[etree._Element]:
    """The elements of UBL that a file holds: its root, or those that an SBDH envelope (UN/CEFACT) holds."""
    within = root[:] if root.tag == _SBD else [root]
    return [element for element in within if str(element.tag).startswith(_UBL)]


def holds_ubl(root: etree._Element) -> bool:
    """Whether there are any."""
    return bool(ubl_elements(root))
