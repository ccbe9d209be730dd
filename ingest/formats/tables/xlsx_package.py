"""An XLSX file as a package of parts: opened only after its directory says that it is harmless.

Nothing is ever unpacked to disk. The sizes in the central directory are what is checked; whoever unpacks a part holds
it to them, because a part that is larger, or other than its checksum, is damaged.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from ingest.xml.parse import parse_xml
from orders.errors import Reject

MAX_ENTRIES: Final = 5_000
MAX_UNPACKED: Final = 200_000_000
MAX_PART: Final = 150_000_000
MAX_RATIO: Final = 200
RATIO_FROM: Final = 10_000_000
"""Bytes from which on a part must not be packed more tightly than `MAX_RATIO`."""

BLOCK: Final = 1 << 20
_MAX_SMALL_PART = 10_000_000

_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPES = ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml")
_OTHER_KINDS = (
    ("ms-excel.sheet.binary", "an XLSB workbook"),
    ("wordprocessingml", "a Word document"),
    ("presentationml", "a PowerPoint presentation"),
)
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"
_SAVE_AS = "Save it as an Excel workbook (.xlsx), or as CSV."


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook, by their names."""

    archive: zipfile.ZipFile
    names: frozenset[str]

    def blocks(self, name: str) -> Iterator[bytes]:
        """A part's bytes, block by block.

        Raises:
            Reject: `ZIP_DAMAGED` if it is not what the directory says.
        """
        try:
            with self.archive.open(name) as part:
                while block := part.read(BLOCK):
                    yield block
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise _damaged(f"its part {name} cannot be unpacked ({error})", name) from None

    def small(self, name: str) -> bytes:
        """All bytes of a part that is small in any honest workbook; b"" if there is none.

        Raises:
            Reject: `ZIP_TOO_LARGE_UNPACKED` if it is not small, `ZIP_DAMAGED`.
        """
        if name not in self.names:
            return b""
        if self.archive.getinfo(name).file_size > _MAX_SMALL_PART:
            raise _too_large(f"its part {name} has more than {_MAX_SMALL_PART:,} bytes")
        return b"".join(self.blocks(name))

    def root(self, name: str) -> etree._Element:
        """The root of a small part.

        Raises:
            Reject: `XML_DTD_FORBIDDEN`, or `SHEET_DAMAGED` if the part is missing or no XML.
        """
        try:
            return parse_xml(self.small(name))
        except Reject as fault:
            if fault.code == "XML_DTD_FORBIDDEN":
                raise
            message = f"The part {name} of the workbook is missing or damaged. {fault.message}"
            raise Reject("SHEET_DAMAGED", message, where=name, hint="Ask the sender to save it anew.") from None


def open_package(data: bytes) -> Package:
    """The parts of an XLSX workbook.

    Raises:
        Reject: `FILE_ENCRYPTED`, `FORMAT_UNSUPPORTED`, `MACRO_FORBIDDEN`, `ZIP_DAMAGED`, `ZIP_SUSPICIOUS` or
            `ZIP_TOO_LARGE_UNPACKED`.
    """
    _check_magic(data)
    package = _opened(data)
    _check_kind(package)
    return package


def is_opendocument(data: bytes) -> bool:
    """Whether a file is an OpenDocument spreadsheet (ODF 1.3, part 2, 3.3: the first entry says so, unpacked)."""
    return _ODS in data[:200]


def open_opendocument(data: bytes) -> Package:
    """The parts of an OpenDocument spreadsheet.

    Raises:
        Reject: `FILE_ENCRYPTED`, `ZIP_DAMAGED`, `ZIP_SUSPICIOUS` or `ZIP_TOO_LARGE_UNPACKED`.
    """
    package = _opened(data)
    if b"encryption-data" in package.small(_MANIFEST):
        raise _encrypted()
    return package


def _opened(data: bytes) -> Package:
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise _suspicious(f"it has more than {MAX_ENTRIES:,} entries")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, IndexError, struct.error) as error:
        raise _damaged(f"its directory cannot be read ({error})") from None
    _check_names(entries)
    _check_places(entries)
    _check_sizes(entries)
    return Package(archive, frozenset(entry.filename for entry in entries))


def _check_magic(data: bytes) -> None:
    if data.startswith(_OLE_MAGIC):
        if _ENCRYPTED_STREAM in data:
            raise _encrypted()
        raise Reject("FORMAT_UNSUPPORTED", "The file is of the old Excel or Word format.", hint=_SAVE_AS)
    if is_opendocument(data):
        raise Reject("FORMAT_UNSUPPORTED", "The file is an OpenDocument spreadsheet.", hint=_SAVE_AS)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/") or "\0" in name:
            raise _suspicious(f"it has an entry that leads outside: {name[:60]!r}")
        if name.casefold() in seen:
            raise _suspicious(f"it has two entries of the name {name[:60]!r}")
        seen.add(name.casefold())
        if entry.flag_bits & 0x1:
            raise Reject("FILE_ENCRYPTED", "Parts of the workbook are encrypted.", hint="Send it without a password.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged(f"its part {name[:60]} is packed in a way that workbooks are not", name)


def _check_places(entries: list[zipfile.ZipInfo]) -> None:
    """No entry may lie in another: that is how a small file unpacks to an enormous one."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise _suspicious(f"its entry {entry.filename[:60]!r} lies within another")
        end = entry.header_offset + _LOCAL_HEADER + len(entry.filename) + entry.compress_size


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _too_large(f"unpacked it has more than {MAX_UNPACKED:,} bytes")
    for entry in entries:
        if entry.file_size > MAX_PART:
            raise _too_large(f"its part {entry.filename[:60]} has more than {MAX_PART:,} bytes")
        if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise _too_large(f"its part {entry.filename[:60]} is packed more tightly than {MAX_RATIO}:1")


def _check_kind(package: Package) -> None:
    """What the content types say that the package is; a workbook without macros is all that is read."""
    if _CONTENT_TYPES not in package.names:
        raise Reject("FORMAT_UNSUPPORTED", "The file is a ZIP archive, but no Excel workbook.", hint=_SAVE_AS)
    root = package.root(_CONTENT_TYPES)
    types = {str(element.get("ContentType")) for element in root.iter("{*}Override", "{*}Default")}
    for mark, kind in _OTHER_KINDS:
        if any(mark in one for one in types):
            raise Reject("FORMAT_UNSUPPORTED", f"The file is {kind}.", hint=_SAVE_AS)
    if any("macroEnabled" in one or "vbaProject" in one for one in types) or any(
        name.casefold().endswith("vbaproject.bin") for name in package.names
    ):
        raise Reject("MACRO_FORBIDDEN", "The workbook holds macros.", hint="Save it as .xlsx, without macros.")
    if not any(one.endswith(_MAIN_TYPES) for one in types):
        raise Reject("FORMAT_UNSUPPORTED", "The file is an Office package, but no Excel workbook.", hint=_SAVE_AS)


def _encrypted() -> Reject:
    return Reject("FILE_ENCRYPTED", "The workbook is protected with a password.", hint="Send it without one.")


def _damaged(what: str, where: str | None = None) -> Reject:
    return Reject("ZIP_DAMAGED", f"The workbook is damaged: {what}.", where=where, hint="Ask for it again.")


def _suspicious(what: str) -> Reject:
    return Reject("ZIP_SUSPICIOUS", f"The file is no honest workbook: {what}.", hint="Ask the sender what this is.")


def _too_large(what: str) -> Reject:
    return Reject("ZIP_TOO_LARGE_UNPACKED", f"The workbook is too large: {what}.", hint="Split it.")
