"""PDFs written byte by byte: as suppliers' programs write them, and as nobody should."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_CATALOG, _PAGES, _PAGE, _FIRST_FREE = 1, 2, 3, 4


@dataclass(frozen=True)
class Attached:
    """A file attached to a PDF; `packed` times through FlateDecode."""

    name: str
    data: bytes
    relationship: str = "Alternative"
    media_type: str = "text#2Fxml"
    packed: int = 1


def pdf(
    *attached: Attached, pages: bytes = PAGES, catalog: bytes = b"", tree: bytes = b"", listed: bool = True
) -> bytes:
    """A PDF of one page with files attached: in the tree of names, or only (`listed` False) in the catalog's AF.

    `catalog` is added to the catalog, `tree` to the root of the tree of names.
    """
    objects: dict[int, bytes] = {_PAGES: pages, _PAGE: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"}
    names, specifications = [], []
    for number, one in zip(range(_FIRST_FREE, 10_000_000, 2), attached, strict=False):
        objects[number] = _stream(one)
        objects[number + 1] = (
            b"<< /Type /Filespec /F %s /UF %s /AFRelationship /%s /EF << /F %d 0 R /UF %d 0 R >> >>"
            % (_string(one.name), _string(one.name), one.relationship.encode(), number, number)
        )
        names.append(b"%s %d 0 R" % (_string(one.name), number + 1))
        specifications.append(b"%d 0 R" % (number + 1))
    listing = b"/Names << /EmbeddedFiles << /Names [%s] %s >> >>" % (b" ".join(names), tree) if listed else b""
    associated = b"/AF [%s]" % b" ".join(specifications)
    objects[_CATALOG] = b"<< /Type /Catalog /Pages 2 0 R %s %s %s >>" % (listing, associated, catalog)
    return assembled(objects)


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects; number 1 is the catalog."""
    body, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(size)
    )
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(body))
    return body + b"xref\n0 %d\n%s" % (size, table) + end


def _stream(one: Attached) -> bytes:
    data = one.data
    for _ in range(one.packed):
        data = zlib.compress(data, 9)
    filters = b"/Filter [%s]" % b" ".join([b"/FlateDecode"] * one.packed) if one.packed else b""
    head = b"<< /Type /EmbeddedFile /Subtype /%s /Length %d %s >>" % (one.media_type.encode(), len(data), filters)
    return head + b"\nstream\n" + data + b"\nendstream"


def _string(text: str) -> bytes:
    return b"<%s>" % ("\ufeff" + text).encode("utf-16-be").hex().encode()


def names_tree(kids: Sequence[int]) -> bytes:
    return b"/Kids [%s]" % b" ".join(b"%d 0 R" % kid for kid in kids)
