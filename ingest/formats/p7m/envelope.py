"""What a signature envelope holds (CMS, RFC 5652). Whether the signature is good is not asked: the document is read."""

from asn1crypto.cms import ContentInfo

from ingest.format import Content
from ingest.formats.p7m.armour import without_armour
from orders.errors import Reject

MAX_ENVELOPES = 5
"""Signed by several, one after the other, a file lies in several envelopes."""

_SIGNED = "signed_data"
# What asn1crypto lets through from values that are not what they should be; whatever it is, the file is damaged.
_DAMAGE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def signed_content(content: Content) -> Content:
    """The XML file that was signed, by its own name.

    Raises:
        Reject: `P7M_DAMAGED`, `P7M_WITHOUT_XML` if what was signed is no XML or lies in another file, `FILE_ENCRYPTED`.
    """
    name, inner = content.name, content
    for _ in range(MAX_ENVELOPES):
        data = inner.data if inner.kind == "pkcs7" else without_armour(inner.data)
        if data is None:
            raise _damaged()
        name = name[: -len(".p7m")] if name.lower().endswith(".p7m") else name
        inner = Content(_opened(data), name or "the signed file")
        if inner.kind == "xml":
            return inner
        if inner.kind != "pkcs7" and (inner.kind != "text" or without_armour(inner.data, head=True) is None):
            break
    raise Reject(
        "P7M_WITHOUT_XML",
        f"The signed file holds no XML: it is of the kind {inner.kind}.",
        hint="Ask the sender for the XML file itself.",
    )


def _opened(data: bytes) -> bytes:
    try:
        envelope = ContentInfo.load(data)  # type: ignore[no-untyped-call]  # it has no types
        kind = envelope["content_type"].native
        if kind == _SIGNED:
            inner = envelope["content"]["encap_content_info"]["content"]
            signed = None if inner.native is None else bytes(inner)
    except _DAMAGE:
        raise _damaged() from None
    if kind != _SIGNED:
        raise Reject("FILE_ENCRYPTED", "The file is encrypted.", hint="Ask the sender for the file without encryption.")
    if not signed:
        raise Reject(
            "P7M_WITHOUT_XML",
            "The file is a signature alone; the document that was signed is not in it.",
            hint="Ask the sender for the document itself.",
        )
    return signed


def _damaged() -> Reject:
    return Reject(
        "P7M_DAMAGED",
        "The signed file is damaged: its envelope cannot be opened.",
        hint="Ask the sender to send it anew.",
    )
