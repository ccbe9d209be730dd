"""ANSI ASC X12, releases 003040 to 005010: 810, 850, 855, 856, 860, 861, 865, 875, 876 and 880."""

from ingest.format import Content, Format
from ingest.formats.x12.interchange import read
from ingest.formats.x12.segments import looks_like_x12


def claims(content: Content) -> bool:
    """Whether the file begins as an interchange."""
    return content.kind == "text" and looks_like_x12(content.data)


X12 = Format("x12", claims, read, kinds=frozenset({"text"}))
