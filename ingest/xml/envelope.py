"""What XML documents come in: alone, or in a Standard Business Document (UN/CEFACT SBDH)."""

from lxml import etree

_SBD = "{http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader}StandardBusinessDocument"


def within_envelope(root: etree._Element) -> list[etree._Element]:
    """The elements that an SBDH envelope holds, its header among them; the root itself where there is no envelope."""
    return root[:] if root.tag == _SBD else [root]
