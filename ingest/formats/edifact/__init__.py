"""UN/EDIFACT: ORDERS, ORDCHG, ORDRSP, DESADV, RECADV and INVOIC of any directory from D.93A, EANCOM included."""

from ingest.format import Content, Format
from ingest.formats.edifact.interchange import read
from ingest.formats.edifact.segments import looks_like_edifact


def claims(content: Content) -> bool:
    """Whether the file begins as an interchange, or as a message without one."""
    return content.kind == "text" and looks_like_edifact(content.data)


EDIFACT = Format("edifact", claims, read, kinds=frozenset({"text"}))
