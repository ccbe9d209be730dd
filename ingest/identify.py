"""Which format a file is of. Exactly one may claim it."""

from collections.abc import Sequence
from functools import lru_cache

from lxml import etree

from ingest.format import Content, Format, Kind
from orders.errors import Reject

_PROPOSED = "A supplier's own XML is read by a [[layouts]] entry; `ordertrail layout suggest FILE` proposes one."


def identify(content: Content, formats: Sequence[Format]) -> Format:
    """The one format that claims the file.

    Raises:
        Reject: `EMPTY_FILE`, `FORMAT_UNKNOWN` if none does, `FORMAT_AMBIGUOUS` if several do; and what parsing says of
            bad XML.
    """
    if content.kind == "empty":
        raise Reject("EMPTY_FILE", "The file is empty.")
    claimants = [one for one in asked(content, formats) if one.claims(content)]
    if len(claimants) > 1:
        claimants = [one for one in claimants if one.decided(content)] or claimants
    if len(claimants) == 1:
        return claimants[0]
    if claimants:
        raise _ambiguous(content, claimants)
    raise _unknown(content, formats)


def asked(content: Content, formats: Sequence[Format]) -> Sequence[Format]:
    """The formats that a file may be of, by its kind and the name of its root.

    Raises:
        Reject: what parsing says of bad XML.
    """
    tag = "" if content.root is None else str(content.root.tag)
    return _possible(tuple(formats), content.kind, tag) if len(tag) < _LONG_TAG else formats


_LONG_TAG = 300


@lru_cache(maxsize=256)
def _possible(formats: tuple[Format, ...], kind: Kind, tag: str) -> tuple[Format, ...]:
    return tuple(one for one in formats if kind in one.kinds and (not tag or one.roots(tag)))


def _ambiguous(content: Content, claimants: Sequence[Format]) -> Reject:
    names = " and ".join(one.name for one in claimants)
    return Reject("FORMAT_AMBIGUOUS", f"The file could be {names}: {_seen(content)}.", hint=_overruling(content))


def _overruling(content: Content) -> str | None:
    """How a person decides between a layout and what the program knows already."""
    layout = next((one for one in content.layouts if one.is_of_xml and one.claims(content.name, content.folder)), None)
    if layout is None or content.root is None:
        return None
    name = etree.QName(content.root)
    return (
        f'If the layout "{layout.name}" is meant, write its root as "{{{name.namespace or ""}}}{name.localname}"; '
        "otherwise make its `files` narrower."
    )


def _unknown(content: Content, formats: Sequence[Format]) -> Reject:
    supported = ", ".join(one.name for one in formats)
    hint = _PROPOSED if content.root is not None else None
    message = f"No format is known for this file: {_seen(content)}. Supported are {supported}."
    return Reject("FORMAT_UNKNOWN", message, hint=hint)


def _seen(content: Content) -> str:
    if content.root is not None:
        return f"it is XML with the root {_named(content.root)}"
    if content.kind == "text":
        return f"it is text that begins {content.data[:40].decode('utf-8', 'replace')!r}"
    return f"it is of the kind {content.kind}"


def _named(root: etree._Element) -> str:
    name = etree.QName(root)
    return f"{name.localname} of the namespace {name.namespace}" if name.namespace else name.localname
