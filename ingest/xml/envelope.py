"""What XML documents come in: alone, or in a Standard Business Document (UN/CEFACT SBDH)."""

from lxml import etree

_NAMESPACES = (
    "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader",
    "urn:sfti:documents:StandardBusinessDocumentHeader",  # Sweden's, before the other was made
)
ENVELOPES = frozenset(f"{{{one}}}StandardBusinessDocument" for one in _NAMESPACES)


def within_envelope(root: etree._Element) -> list[etree._Element]:
    """The elements that an SBDH envelope holds, its header among them; the root itself where there is no envelope."""
    return root[:] if root.tag in ENVELOPES else [root]
