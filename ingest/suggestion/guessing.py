"""Which place of a sample is which field: by headings, by what stands beside them, by values."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.flat.cells import Cell, shown
from ingest.flat.fields import field_named
from ingest.flat.settled import Assigned
from ingest.formats.tables import contents
from ingest.formats.tables.columns import Column, assign
from ingest.formats.tables.meaning import fields_of
from ingest.formats.tables.phrases import Phrase
from ingest.suggestion.evidence import by_arithmetic, could_be, field_by_values, fits, values_of
from ingest.suggestion.proposal import Answers, NotUnderstood, OpenQuestion, ProposedField, Sample, Source
from ingest.suggestion.stating import type_of_word
from orders.document import DocumentType
from orders.errors import Reject

_EXAMPLES = 3
_LINE = Phrase("line", loose=True)
TYPE = "document_type"
_ITEM_NUMBERS = frozenset(("supplier_item", "buyer_item"))
_OF_TOTALS = {"net_amount": "net", "tax_rate": "tax"}


@dataclass(slots=True)
class Guess:
    """What was found for a sample, if it is of this type."""

    kind: DocumentType
    fields: dict[int, ProposedField] = field(default_factory=dict)
    questions: list[OpenQuestion] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)

    @property
    def taken(self) -> set[str]:
        """The fields that are found."""
        return {one.field for one in self.fields.values()}


def guess(sample: Sample, kind: DocumentType, answers: Answers, elsewhere: Collection[str]) -> Guess:
    """The fields of a sample, as far as they can be told, and what is left; `elsewhere` are fields found elsewhere."""
    found = Guess(kind)
    sources = {source.column.index: source for source in sample.sources}
    for one in _by_headings(sample, found):
        source = sources[one.index]
        if one.field and source.sure:
            found.fields[one.index] = _field(source, one.field, one.reason)
        elif one.field:
            found.fields[one.index] = _field(source, one.field, source.reason, sure=False)
    for index, name, reason in _by_values(sample, found, answers, elsewhere):
        found.fields[index] = _field(sources[index], name, reason, sure=False)
    known = found.taken.union(elsewhere)
    for source in sample.sources:
        examples = _examples(source.column)
        if source.column.index not in found.fields and (examples or not sample.is_xml):
            may_be = could_be(source.column.cells, kind, known)
            found.not_understood.append(NotUnderstood(source.written, source.column.heading, examples, may_be))
    return found


def _field(source: Source, name: str, reason: str, *, sure: bool = True) -> ProposedField:
    return ProposedField(name, source.written_for(name), reason, _examples(source.column), sure)


def _examples(column: Column) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[:40] for text in values_of(column.cells[:50])))[:_EXAMPLES]


def _by_headings(sample: Sample, found: Guess) -> list[Assigned]:
    """What reading would take each column for; of two that it would ask about the first, with the question."""
    columns = [_levelled(source, found.kind) for source in sample.sources]
    for _ in columns:
        try:
            return assign(columns, found.kind)
        except Reject as reject:
            later = _rival(columns, reject)
            found.questions.append(OpenQuestion("columns", reject.message.partition(" `columns`")[0]))
            columns = [replace(one, phrase=None, canonical=None) if one is later else one for one in columns]
    return []


def _rival(columns: Sequence[Column], reject: Reject) -> Column:
    """The later one of two columns that both could be a field."""
    heading = (reject.where or "").rpartition(" / ")[2]
    return next(column for column in reversed(columns) if column.heading == heading and column.phrase)


def _levelled(source: Source, kind: DocumentType) -> Column:
    """The column, without a meaning that nothing can have where it stands or with its values: a line says no number of
    its document, "C77" is no charge."""
    column = source.column
    if column.phrase is None:
        return column
    concept = column.phrase.concept
    known = [one for name in fields_of(concept, kind) or (concept,) if (one := field_named(name))]
    if known and not any(fits(one.kind, column.cells) and _can_be(one.name, column.cells) for one in known):
        return replace(column, phrase=None, canonical=None)
    if source.of_head and source.of_line:
        return column
    if source.of_line and known and all(one.head for one in known):
        counts = concept == "document.number" and contents.is_running(column.cells)
        return replace(column, phrase=_LINE if counts else None)
    if source.of_head and known and all(one.makes_line for one in known):
        return replace(column, phrase=None)
    if source.of_head and concept in _OF_TOTALS:  # "Total HT" of the whole, where lines have an amount of their own
        return replace(column, phrase=Phrase(_OF_TOTALS[concept]))
    return column


def _can_be(name: str, cells: Sequence[Cell]) -> bool:
    """Whether values can be numbers of documents ("LS" is none), or words for kinds of documents (one is known)."""
    values = values_of(cells)
    if name == TYPE:
        return any(type_of_word(one) for one in values)
    numbered = sum(any(map(str.isdigit, one)) for one in values)
    return not name.endswith("_number") or not values or numbered * 2 > len(values)


def _by_values(
    sample: Sample, found: Guess, answers: Answers, elsewhere: Collection[str]
) -> Iterator[tuple[int, str, str]]:
    """Fields of places whose headings say nothing. Each is taken before the next one is looked for."""
    still_open = {one.column.index: one for one in sample.sources if one.column.index not in found.fields}
    of_lines = {index: one.column.cells for index, one in still_open.items() if one.of_line}
    cells = {one.column.index: one.column.cells for one in sample.sources}
    known = {one.field: cells[index] for index, one in found.fields.items()}
    for index, name in by_arithmetic(of_lines, known).items():
        yield index, name, "quantity × price = amount in every row"
        del still_open[index]
    for index, source in list(still_open.items()):
        own = next((cells[at] for at, one in found.fields.items() if one.field == "document_number"), ())
        taken = found.taken.union(elsewhere)
        told = (
            _item(source.column.cells, answers)
            or _item_in_words(source, taken)
            or field_by_values(source.column.cells, found.kind, taken, own)
        )
        if told and told[0] not in found.taken.union(elsewhere) and _may_stand(source, told[0]):
            yield index, *told
            del still_open[index]
    if "document_number" not in found.taken.union(elsewhere):
        numbers = [index for index, one in still_open.items() if one.of_head and _numbers_documents(one.column.cells)]
        if len(numbers) == 1:
            yield numbers[0], "document_number", "the only one whose values can number documents"


def _may_stand(source: Source, name: str) -> bool:
    known = field_named(name)
    return known is not None and (source.of_head if known.head else source.of_line or not known.makes_line)


def _item(cells: Sequence[Cell], answers: Answers) -> tuple[str, str] | None:
    """Numbers of items that the configuration knows."""
    values = values_of(cells)
    if values and all(one in answers.items for one in values):
        return "supplier_item", "its values are items of [suppliers.….items]"
    if values and all(one in set(answers.items.values()) for one in values):
        return "buyer_item", "its values are your items in [suppliers.….items]"
    return None


def _item_in_words(source: Source, taken: set[str]) -> tuple[str, str] | None:
    """The name of an item whose number stands elsewhere: the text of `<Artikel nr="A-1">Blech</Artikel>`."""
    phrase, values = source.column.phrase, values_of(source.column.cells)
    if phrase is None or phrase.concept != "item" or not taken & _ITEM_NUMBERS or not values:
        return None
    words = all(any(map(str.isalpha, one)) for one in values)
    return ("name", "an item in words, beside its number") if words else None


def _numbers_documents(cells: Sequence[Cell]) -> bool:
    """Whether values can be numbers of documents: with digits, without blanks, the same only in rows that follow each
    other, and not counting lines."""
    texts = [shown(cell) for cell in cells if shown(cell)]
    if not texts or contents.is_running(cells):
        return False
    if not all(any(map(str.isdigit, text)) and " " not in text and len(text) > _SHORTEST for text in texts):
        return False
    runs = [text for before, text in zip([None, *texts], texts, strict=False) if text != before]
    return len(runs) == len(set(runs)) and not any("," in text or "." in text for text in texts)


_SHORTEST = 3
