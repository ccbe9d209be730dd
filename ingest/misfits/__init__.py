"""Why no layout, or the wrong one, or the right one only in part, fits a file."""

from collections.abc import Iterator

from lxml import etree

from ingest.format import Content
from ingest.formats import FORMATS
from ingest.formats.xml_layout import NAME as XML_LAYOUT_NAME
from ingest.formats.xml_layout import fits_root
from ingest.layout import Layout
from ingest.misfits.misfit import Misfit
from ingest.misfits.tables import is_table, nearly, table_misfits
from ingest.misfits.xml import xml_misfits
from orders.errors import Reject

__all__ = ["Misfit", "misfits"]


def misfits(content: Content) -> tuple[Misfit, ...]:
    """What of the layouts does not fit a file, as far as a person may have meant them for it; never raises."""
    try:
        return tuple(_xml(content, content.root) if content.root is not None else _no_xml(content))
    except Reject:
        return ()  # what is wrong with the file is said where it is read


def _xml(content: Content, root: etree._Element) -> Iterator[Misfit]:
    used = [one for one in content.layouts if _claims(one, content) and fits_root(one, root)]
    for layout in used:
        yield from xml_misfits(root, layout)
    if used or any(one.claims(content) for one in FORMATS if one.name != XML_LAYOUT_NAME):
        return
    name = etree.QName(root)
    seen = f"{{{name.namespace}}}{name.localname}" if name.namespace else name.localname
    for layout in content.layouts:
        if _claims(layout, content):
            if layout.is_of_xml:
                yield Misfit(layout.name, "root", f'The root of the file is "{seen}", not "{layout.root}".', "line 1")
            else:
                yield Misfit(layout.name, "files", "The file is XML, but this layout is for tables.")
        elif fits_root(layout, root):
            yield _another_name(layout, content, "The root of the file is that of this layout")


def _no_xml(content: Content) -> Iterator[Misfit]:
    claiming = [one for one in content.layouts if _claims(one, content)]
    table = is_table(content)
    for layout in claiming:
        if layout.is_of_xml:
            if not any(not one.is_of_xml for one in claiming):
                yield Misfit(layout.name, "files", f"This layout is for XML, but the file is {_kind(content)}.")
        elif table:
            yield from table_misfits(content, layout)
    if table and not any(not one.is_of_xml for one in claiming):
        for layout in content.layouts:
            if not layout.is_of_xml and not _claims(layout, content) and (found := nearly(content, layout)):
                yield found


def _claims(layout: Layout, content: Content) -> bool:
    return layout.claims(content.name, content.folder)


def _another_name(layout: Layout, content: Content, reason: str) -> Misfit:
    return Misfit(layout.name, "files", f'{reason}, but its name "{content.name}" does not fit.')


def _kind(content: Content) -> str:
    return {"text": "a text", "zip": "a workbook or archive", "pdf": "a PDF"}.get(
        content.kind, f"of the kind {content.kind}"
    )
