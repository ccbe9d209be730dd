"""A supplier's own XML, as a `[[layouts]]` entry of the configuration describes it."""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.xml_layout.reading import read_documents
from ingest.layout import Layout, the_only
from ingest.xml.path import BadPath, Step, step_of
from orders.document import Document

NAME = "xml_layout"


def layouts_for(content: Content) -> list[Layout]:
    """The layouts that claim a file: by its name, and by its root element."""
    root = content.root
    if root is None:
        return []
    return [one for one in content.layouts if one.claims(content.name, content.folder) and fits_root(one, root)]


def fits_root(layout: Layout, root: etree._Element) -> bool:
    """Whether a layout is for XML with this root."""
    step = root_step(layout)
    return step is not None and step.names(root)


def root_step(layout: Layout) -> Step | None:
    """The root that a layout of XML names; None if it names none."""
    try:
        return step_of(layout.root) if layout.is_of_xml and layout.root else None
    except BadPath:
        return None


def _claims(content: Content) -> bool:
    return bool(layouts_for(content))


def _decided(content: Content) -> bool:
    """A root named with its namespace is no accident: then the layout is meant, even if a format knows the file too."""
    return any((step := root_step(one)) and step.namespace is not None for one in layouts_for(content))


def _read(content: Content) -> Sequence[Document]:
    layout = the_only(layouts_for(content))
    if layout is None or content.root is None:
        raise ValueError("asked to read what it did not claim")
    return read_documents(content.root, layout, NAME)


XML_LAYOUT = Format(NAME, _claims, _read, _decided)
