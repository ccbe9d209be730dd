"""Which format a file is of. Exactly one may claim it."""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from orders.errors import Reject


def identify(content: Content, formats: Sequence[Format]) -> Format:
    """The one format that claims the file.

    Raises:
        Reject: `EMPTY_FILE`, `FORMAT_UNKNOWN` if none does, `FORMAT_AMBIGUOUS` if several do; and what parsing says of
            bad XML.
    """
    if content.kind == "empty":
        raise Reject("EMPTY_FILE", "The file is empty.")
    claimants = [one for one in formats if one.claims(content)]
    if len(claimants) == 1:
        return claimants[0]
    if claimants:
        names = " and ".join(one.name for one in claimants)
        raise Reject("FORMAT_AMBIGUOUS", f"The file could be {names}: {_seen(content)}.")
    supported = ", ".join(one.name for one in formats)
    raise Reject("FORMAT_UNKNOWN", f"No format is known for this file: {_seen(content)}. Supported are {supported}.")


def _seen(content: Content) -> str:
    if content.root is not None:
        return f"it is XML with the root {_named(content.root)}"
    if content.kind == "text":
        return f"it is text that begins {content.data[:40].decode('utf-8', 'replace')!r}"
    return f"it is of the kind {content.kind}"


def _named(root: etree._Element) -> str:
    name = etree.QName(root)
    return f"{name.localname} of the namespace {name.namespace}" if name.namespace else name.localname
