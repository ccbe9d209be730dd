"""What a proposed layout consists of, before it is written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.flat.fields import field_named
from ingest.formats.tables.columns import Column
from ingest.formats.tables.document_type import TypeDecision
from ingest.layout import Layout
from orders.document import DocumentType


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said already, and what is known anyway. `items` are numbers of items: supplier's → buyer's;
    `folder` is the subfolder of the inbox that the sample lies in."""

    type: DocumentType | None = None
    decimal: str | None = None
    dates: str | None = None
    supplier: str | None = None
    folder: str = ""
    items: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A place of the sample with its values: a column of a table, or a path of an XML file.

    `written` is how a layout names it; for a field of the document or of a line it may be written otherwise. `of_head`:
    it may say something of the document; `of_line`: of a line. `sure`: its heading is known, not only taken for
    something known.
    """

    column: Column
    written: str | int
    reason: str = "by its heading"
    sure: bool = True
    of_head: bool = True
    of_line: bool = True
    written_of_head: str = ""
    written_of_line: str = ""

    def written_for(self, name: str) -> str | int:
        """How a layout names it as the source of a field."""
        known = field_named(name)
        of_head = known is not None and (known.head or known.kind == "type")
        return (self.written_of_head if of_head else self.written_of_line) or self.written


@dataclass(frozen=True, slots=True)
class Label:
    """A value above a table with what its label means; `source` names its cell, None if label and value share one."""

    concept: str
    value: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A file as a proposal sees it: places with values, and what it says about its type.

    `keys` are keys of the entry that say where in the file everything stands (`sheet`, `root` …); `stated` are types
    that something states besides the headings.
    """

    sources: tuple[Source, ...]
    keys: Mapping[str, str | int]
    decision: TypeDecision
    stated: frozenset[DocumentType] = frozenset()
    language: str = ""
    separator: str = ""
    is_xml: bool = False
    labels: tuple[Label, ...] = ()
    of_itself: bool = False
    """Whether it may be read without naming any place: every heading is known to reading as well."""


@dataclass(frozen=True, slots=True)
class ProposedField:
    """A field of the entry, where it is read from, why, and what stands there. `sure`: by a heading that is known."""

    field: str
    source: str | int
    reason: str
    examples: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A place of the sample that no field was found for; `may_be` are fields that its values would fit."""

    source: str | int
    heading: str
    examples: tuple[str, ...]
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What a person has to say: the key of the entry, the question, and the answers to choose from."""

    key: str
    message: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed entry: as a layout that can be used at once, as TOML, and what is to be said about it."""

    layout: Layout | None
    toml: str
    fields: tuple[ProposedField, ...]
    not_understood: tuple[NotUnderstood, ...]
    questions: tuple[OpenQuestion, ...]
    remarks: tuple[str, ...] = ()
