"""XML from outside, parsed so that it can do no harm.

No external entity, DTD or network is ever touched; a DOCTYPE is refused, unless its format prescribes one. Depth
(256), text length (10 MB) and the expansion of entities are limited by libxml2 as long as `huge_tree` is off, the
number of nodes by `ingest.xml.limits`.
"""

import re
from functools import cache
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from lxml import etree

from ingest.xml.encoding import check_encoding, undecodable
from ingest.xml.limits import check_counts
from orders.errors import Reject

# Never add collect_ids=False: it switches the loading of external DTDs on again, whatever the others say.
_SAFE = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "dtd_validation": False,
    "attribute_defaults": False,
    "huge_tree": False,
    "recover": False,
}
# What no reader looks at need not be built: blanks between elements are a third of the nodes of an indented file. And a
# text in two pieces around a comment becomes one.
_LEAN = {"remove_blank_text": True, "remove_comments": True, "remove_pis": True}

DOCTYPE_ROOTS: frozenset[str] = frozenset({"cXML", "Finvoice"})
"""Tags of roots that may follow a DOCTYPE, which is then passed over and never fetched: cXML prescribes one, and so did
Finvoice before version 1.3."""

_RESOURCE_LIMIT = 114  # libxml2: XML_ERR_RESOURCE_LIMIT, and so on
_ENTITY_LOOP = 89
_NAME_TOO_LONG = 110
_NO_URI = frozenset({99, 100})  # XML_WAR_NS_URI, XML_WAR_NS_URI_RELATIVE
_TOO_BIG = " too big found"  # of a comment, an instruction, CDATA, whose codes mean that they do not end as well
_ENCODING_FAULTS = frozenset({31, 32, 81})
_MISSING_MARKS = {b"<\x00": b"\xff\xfe", b"\x00<": b"\xfe\xff"}
_DECLARED_ROOT = re.compile(r"<!DOCTYPE\s+([^\s\[>]+)")
_NAMED_WITHIN = 200  # bytes
_LINE_AND_COLUMN = re.compile(r",? line \d+, column \d+$")


def parse_xml(data: bytes, doctype_roots: frozenset[str] = DOCTYPE_ROOTS) -> etree._Element:
    """The root of an XML file, without comments, processing instructions and blanks between elements.

    Raises:
        Reject: if it is not well-formed (`XML_NOT_WELL_FORMED`), not in a usual encoding (`XML_BAD_ENCODING`), has a
            DOCTYPE (`XML_DTD_FORBIDDEN`), or exceeds a limit (`XML_ENTITY_BOMB`, `XML_TOO_DEEP`, `XML_TEXT_TOO_LONG`,
            `XML_TOO_MANY_NODES`).
    """
    data = _forgiven(data)
    check_encoding(data)
    check_counts(data, _SAFE)
    try:
        root = _parsed(data)
    except etree.XMLSyntaxError as error:
        raise _rejection(error, data, doctype_roots) from None
    if root.getroottree().docinfo.doctype and root.tag not in doctype_roots:
        raise _dtd_forbidden(data)
    return root


def _parsed(data: bytes) -> etree._Element:
    """Raises XMLSyntaxError if it is not well-formed. A namespace's name only has to be a name: one that is no URI is a
    warning (Namespaces in XML 1.0, chapter 2.2), though libxml2 ends there as if nothing could be read."""
    try:
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        root = _oddly_named(data) if error.code in _NO_URI else None
        if root is None:
            raise
        return root


def _oddly_named(data: bytes) -> etree._Element | None:
    """The root, if nothing but names of namespaces is wrong. `recover` alone would mend what must not be mended."""
    parser: etree.XMLParser = etree.XMLParser(**{**_SAFE, "recover": True}, **_LEAN)  # type: ignore[call-overload]  # typed one by one
    root: etree._Element | None = etree.fromstring(data, parser)
    wrong = parser.error_log.filter_from_errors()  # of this parse alone: the parser is new
    return root if all(entry.type in _NO_URI for entry in wrong) and _ends_with_its_root(data) else None


def _ends_with_its_root(data: bytes) -> bool:
    """What follows the root libxml2 does not look at once it has found a fault. Expat knows of no namespaces here."""
    try:
        ParserCreate().Parse(data, True)
    except ExpatError:
        return False
    return True


@cache
def _parser() -> etree.XMLParser:
    """One for all files: making one costs a tenth of a parse. It keeps nothing of a file, and lxml lets one thread at a
    time use it."""
    parser: etree.XMLParser = etree.XMLParser(**_SAFE, **_LEAN)  # type: ignore[call-overload]  # typed one by one
    return parser


def _forgiven(data: bytes) -> bytes:
    """What everybody but XML forgives: an empty line before the declaration, UTF-16 without mark and declaration."""
    if data[:1].isspace():
        return data.lstrip()
    mark = _MISSING_MARKS.get(data[:2])
    return mark + data if mark else data


def _rejection(error: etree.XMLSyntaxError, data: bytes, doctype_roots: frozenset[str]) -> Reject:
    text, where = str(error.msg), _place(error)
    if error.code == _ENTITY_LOOP or "amplification" in text:
        return Reject("XML_ENTITY_BOMB", "The file defines entities that unfold without end.", where=where)
    if error.code == _RESOURCE_LIMIT and "depth" in text:
        return Reject("XML_TOO_DEEP", "The file's elements are nested more than 256 deep.", where=where)
    if error.code in (_RESOURCE_LIMIT, _NAME_TOO_LONG) or _TOO_BIG in text:
        return Reject("XML_TEXT_TOO_LONG", "A text or name of the file is longer than the limit (10 MB).", where=where)
    if (doctype := _doctype(data)) and doctype.root not in doctype_roots:
        return _dtd_forbidden(data)
    if fault := undecodable(data):
        return fault
    code = "XML_BAD_ENCODING" if error.code in _ENCODING_FAULTS else "XML_NOT_WELL_FORMED"
    said = _LINE_AND_COLUMN.sub("", text.strip()).partition("\n")[0].rstrip(" .")  # what follows is the file's text
    return Reject(code, f"The file is not well-formed XML: {said}.", where=where)


def _place(error: etree.XMLSyntaxError) -> str:
    line, column = error.position
    return f"line {line}, column {column}"


def _dtd_forbidden(data: bytes) -> Reject:
    doctype = _doctype(data)
    line = data.count(b"\n", 0, doctype.at if doctype else 0) + 1
    return Reject(
        "XML_DTD_FORBIDDEN",
        f"The file has a DOCTYPE (line {line}). Business documents must not have one.",
        where=f"line {line}",
        hint="Ask the sender to export without DOCTYPE.",
    )


class _Doctype(NamedTuple):
    at: int  # bytes from the beginning
    root: str  # of a document that it declares


def _doctype(data: bytes) -> _Doctype | None:
    for codec in ("ascii", "utf-16-le", "utf-16-be"):
        at = data.find("<!DOCTYPE".encode(codec))
        if at >= 0:
            named = _DECLARED_ROOT.match(data[at : at + _NAMED_WITHIN].decode(codec, "replace"))
            return _Doctype(at, named[1] if named else "")
    return None
