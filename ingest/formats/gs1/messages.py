"""Which documents a file of GS1 XML holds."""

from collections.abc import Iterator

from lxml import etree

from ingest.formats.gs1.codes import DOCUMENTS, HEADER, OWN, RELEASE_2

_SBDH = "{http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader}"
_ENVELOPE = f"{_SBDH}StandardBusinessDocument"


def name_of(element: etree._Element) -> str:
    """Its name without the namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace_of(element: etree._Element) -> str:
    """Its namespace, "" for none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def release(root: etree._Element) -> int | None:
    """Which release of GS1 XML the file is of, 2 or 3; None if of none."""
    namespace = namespace_of(root)
    if namespace.startswith(OWN):
        return 3
    if not namespace and _is_message(root):
        return 3
    held = root[:8] if root.tag == _ENVELOPE else [root]
    if any(namespace_of(one).startswith(OWN) for one in held):
        return 3
    return 2 if any(namespace_of(one).startswith(RELEASE_2) for one in held) else None


def may_hold(tag: str) -> bool:
    """Whether a file whose root has this tag may be of GS1 XML: by its namespace, as an envelope, or by its name."""
    namespace, _, name = tag.rpartition("}")
    if not namespace:
        return name.endswith("Message")
    return tag == _ENVELOPE or namespace[1:].startswith((OWN, RELEASE_2))


def _is_message(root: etree._Element) -> bool:
    """Without a namespace a root named orderMessage could be anybody's: what stands in it tells."""
    known = name_of(root).removesuffix("Message")
    if known not in DOCUMENTS or known == name_of(root):
        return False
    return any(
        name_of(document) == known and any(name_of(one) == f"{known}Identification" for one in document[:12])
        for document in root[:4]
    )


def messages(root: etree._Element) -> list[etree._Element]:
    """The elements that hold documents: the root, or what an envelope holds."""
    if root.tag == _ENVELOPE:
        return [one for one in root if name_of(one) != HEADER]
    return [root]


def documents(root: etree._Element) -> Iterator[etree._Element]:
    """The documents of a file, in its order; one alone may be the root."""
    for message in messages(root):
        if name_of(message) in DOCUMENTS:
            yield message
        else:
            yield from (child for child in message if name_of(child) in DOCUMENTS)


def others(root: etree._Element) -> list[str]:
    """The names of what it holds besides."""
    held = [child for message in messages(root) for child in message if name_of(child) != HEADER]
    return list(dict.fromkeys(name for child in held if (name := name_of(child))))


def version(root: etree._Element) -> str | None:
    """As its header states it."""
    found = _headers(root, "DocumentIdentification/TypeVersion")
    return found[0] if found else None


def is_test(root: etree._Element) -> bool:
    """Whether the header's scope says that the message is a test."""
    for header in _header_elements(root):
        for scope in header.iterfind(f"{_SBDH}BusinessScope/{_SBDH}Scope"):
            if (scope.findtext(f"{_SBDH}Type") or "").strip().upper() == "MESSAGE_STATUS":
                said = (scope.findtext(f"{_SBDH}{name}") or "" for name in ("InstanceIdentifier", "Identifier"))
                return any("TEST" in one.upper() for one in said)
    return False


def _headers(root: etree._Element, path: str) -> list[str]:
    inner = "/".join(f"{_SBDH}{name}" for name in path.split("/"))
    found = ((header.findtext(inner) or "").strip() for header in _header_elements(root))
    return [one for one in found if one]


def _header_elements(root: etree._Element) -> Iterator[etree._Element]:
    yield from (child for child in root[:8] if child.tag == f"{_SBDH}{HEADER}")
