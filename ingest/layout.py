"""A supplier's own layout, described in the configuration instead of in code: one `[[layouts]]` entry.

The same value serves tables (CSV, XLSX: `columns`) and a supplier's own XML (`paths`). A field is named as in the
canonical table (`document_number`, `order_line`, `quantity` …: `ingest.flat.fields`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Annotated, ClassVar, Literal

from msgspec import to_builtins
from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, PlainValidator, TypeAdapter

from orders.document import PARTY, DocumentType, Party
from orders.errors import Reject


def _several(value: object) -> object:
    """One text stands for a list of one."""
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCondition:
    """The document is of `type` where `source` (heading, column, cell or path) says `equals`; None: says anything.

    Case and outer blanks do not matter.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    source: str | int
    type: DocumentType
    equals: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which files it claims, and what stands where in them.

    A source of a table is the heading as it stands in the file, a column (`3` or "column C"), or one cell for the whole
    sheet ("cell B3", "cell Cover!B3"). Whatever a layout leaves open is found out from the content, as without it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1)]
    files: Annotated[tuple[str, ...], BeforeValidator(_several), Field(min_length=1)]
    """Shell patterns, case does not matter; one with a "/" is compared with the folder too ("acme/*.csv")."""

    type: DocumentType | None = None
    types: tuple[TypeCondition, ...] = ()
    """Conditions for the type, the first that holds decides; `type` is what holds otherwise."""

    supplier: str | None = None
    """The key of a `[suppliers.…]` entry."""
    party: Annotated[Party, PlainValidator(PARTY.from_record), PlainSerializer(to_builtins)] | None = None
    """What that key means; filled in by the program, not written in a `[[layouts]]` entry."""

    constants: Mapping[str, str] = field(default_factory=dict)
    """field → what holds for every row that says nothing else."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """field → what the file writes → what it means (`response = { OK = "accepted" }`)."""

    decimal: Literal[".", ","] | None = None
    """The decimal sign of every number."""
    dates: str | None = None
    """The order of every date ("DMY", "MDY", "YMD") or its pattern ("DD.MM.YYYY", "YYYYMMDD", "MM/DD/YY")."""
    formats: Mapping[str, str] = field(default_factory=dict)
    """field → its own decimal sign or date order, where a column differs from the others."""

    # tables
    columns: Mapping[str, str | int] = field(default_factory=dict)
    """field → source."""
    sheet: str | Annotated[int, Field(ge=1)] | None = None
    """The sheet's name, or its number from 1. None: every sheet that is understood."""
    header_row: Annotated[int, Field(ge=0)] | None = None
    """The row of the headings, from 1; 0: there is none. None: found by itself."""
    separator: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    encoding: str | None = None

    # XML; the paths are those of `ingest.xml.path`
    root: str | None = None
    """Local name of the root element, or "{namespace}name"; with "{}name" it has none."""
    documents: str | None = None
    """Path from the root to each document; None: the root is the one document."""
    lines: str | None = None
    """Path from the document to each line. None: the document is a line itself, as in a flat export."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """field → path from the document, or for a field of a line from the line."""

    @property
    def is_of_xml(self) -> bool:
        """Whether it describes a supplier's own XML; otherwise it is for tables."""
        return bool(self.paths)

    def claims(self, name: str, folder: str = "") -> bool:
        """Whether a file of this name, in this subfolder of the inbox ("" for none), is of this layout."""
        path = f"{folder}/{name}".casefold().strip("/")
        return any(
            fnmatchcase(path if "/" in pattern else name.casefold(), pattern.casefold()) for pattern in self.files
        )


def the_only(claiming: Sequence[Layout]) -> Layout | None:
    """The one of the layouts that claim a file; None if none does.

    Raises:
        Reject: `LAYOUT_RIVALS` if several do.
    """
    if len(claiming) > 1:
        names = " and ".join(f'"{one.name}"' for one in claiming)
        raise Reject(
            "LAYOUT_RIVALS",
            f"The layouts {names} both claim this file.",
            hint="Make the `files` of these [[layouts]] entries narrower, so that one claims it.",
        )
    return claiming[0] if claiming else None


LAYOUT: TypeAdapter[Layout] = TypeAdapter(Layout)
"""Validates one `[[layouts]]` entry; unknown keys are errors."""
