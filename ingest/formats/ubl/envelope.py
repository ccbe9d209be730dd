"""What UBL documents come in: alone, or in a Standard Business Document."""

from collections.abc import Iterator

from lxml import etree

from ingest.formats.ubl.names import SCHEMAS

_SBDH = "{http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader}"
_SBD = f"{_SBDH}StandardBusinessDocument"
_UBL = f"{{{SCHEMAS}"


def ubl_elements(root: etree._Element) -> Iterator[etree._Element]:
    """The elements of UBL that a file holds: its root, or those that an SBDH envelope (UN/CEFACT) holds."""
    for element in root if root.tag == _SBD else (root,):
        if isinstance(element.tag, str) and element.tag.startswith(_UBL):
            yield element
