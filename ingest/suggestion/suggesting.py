"""From a sample to a proposed entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from ingest.format import Content
from ingest.formats import FORMATS
from ingest.formats.tables.csv_format import claims_csv, open_csv
from ingest.formats.tables.meaning import fields_of
from ingest.formats.tables.xlsx_format import claims_xlsx, open_xlsx
from ingest.layout import LAYOUT, Layout
from ingest.suggestion.evidence import meanings, unknown_words
from ingest.suggestion.guessing import TYPE, Guess, guess
from ingest.suggestion.notation import Notation, notations
from ingest.suggestion.proposal import Answers, OpenQuestion, Proposal, ProposedField, Sample
from ingest.suggestion.stating import type_of_word
from ingest.suggestion.tables import sample_of_table
from ingest.suggestion.toml import Line, key_of, quoted, table, written
from ingest.suggestion.xml import sample_of_xml
from orders.document import DocumentType
from orders.errors import Reject

_DIGITS = re.compile(r"\d+(?:[-_.]?\d+)*")
_WILD = re.compile(r"[\[\]?*]")
_NAME = re.compile(r"[^\w-]+")
_MONEY = frozenset(("unit_price", "line_amount", "net", "gross", "payable", "tax"))
_MOST_TYPES = 8
_ESSENTIAL = ("document_number", "order_number")


@dataclass(slots=True)
class _Entry:
    """The entry while it is put together: its keys, with remarks; `None` as value: a comment only."""

    keys: dict[str, tuple[Any, str]] = field(default_factory=dict)
    questions: list[OpenQuestion] = field(default_factory=list)


def suggest(content: Content, answers: Answers) -> Proposal:
    """A `[[layouts]]` entry for files like this one.

    Raises:
        Reject: `LAYOUT_NOT_NEEDED` if a format that needs none knows the file; `LAYOUT_NOT_FOR` if it is neither table
            nor XML; what is wrong with the file.
    """
    sample = _sample(content)
    kind, type_question = _kind(sample, answers)
    labels = {name: label for label in sample.labels for name in fields_of(label.concept, kind)[:1] if name != TYPE}
    found = guess(sample, kind, answers, labels)
    labels = {name: label for name, label in labels.items() if name not in found.taken}
    by_itself = any(label.source is None for label in labels.values()) and sample.of_itself
    entry = _Entry(questions=[*type_question, *found.questions])
    _say_what_files(entry, content, answers)
    _say_type(entry, sample, found, kind, asked=bool(type_question), answered=answers.type is not None)
    common, own, questions = notations(sample, kind, found.fields, answers)
    entry.questions += questions
    _say_notation(entry, common, own)
    fields = [one for one in found.fields.values() if one.field != TYPE]
    fields += [
        ProposedField(name, label.source, "a labelled cell", (label.value,))
        for name, label in labels.items()
        if label.source is not None
    ]
    _say_values(entry, sample, found)
    entry.questions += _missing(fields, labels, kind)
    lines = [*_entry_lines(entry), *_field_lines(fields, found, sample, labels, by_itself=by_itself)]
    layout = _layout(entry, {} if by_itself else {one.field: one.source for one in fields}, sample)
    return Proposal(layout, written(lines), tuple(fields), tuple(found.not_understood), tuple(entry.questions))


def _sample(content: Content) -> Sample:
    bare = Content(content.data, content.name, content.folder)
    if bare.root is not None:
        known = [one.name for one in FORMATS if one.claims(bare)]
        if known:
            raise Reject("LAYOUT_NOT_NEEDED", f"The file is {known[0]}, which is read without a layout.")
        return sample_of_xml(bare.root, content.name)
    if claims_csv(bare):
        return sample_of_table(bare, open_csv(bare.data, None))
    if claims_xlsx(bare):
        return sample_of_table(bare, open_xlsx(bare.data, None))
    raise Reject("LAYOUT_NOT_FOR", "Layouts are for CSV, XLSX and XML files; this is none of them.")


def _kind(sample: Sample, answers: Answers) -> tuple[DocumentType, list[OpenQuestion]]:
    """The type, or what the rest is told by until somebody answers. Suppliers send no orders: that headings name
    nothing but an order is not enough for one."""
    if answers.type:
        return answers.type, []
    if kinds := list(_types_in(sample).values()):
        return (sample.decision.type if sample.decision.type in kinds else kinds[0]), []
    said = sample.decision.type
    if said and (said is not DocumentType.ORDER or said in sample.stated):
        return said, []
    candidates = sample.decision.candidates or tuple(DocumentType)
    message = f"What kind of document is it ({sample.decision.reason})? Answers: {', '.join(candidates)}."
    return _assumed(sample), [OpenQuestion("type", message, tuple(candidates))]


def _types_in(sample: Sample) -> dict[str, DocumentType]:
    """The values of a place that tells the type of each document, as far as they are known."""
    for one in sample.sources:
        if one.of_head and one.column.phrase and one.column.phrase.concept == TYPE:
            texts = dict.fromkeys(text for cell in one.column.cells if (text := str(cell).strip()))
            return {text: kind for text in texts if (kind := type_of_word(text))}
    return {}


def _assumed(sample: Sample) -> DocumentType:
    if sample.decision.candidates:
        return sample.decision.candidates[0]
    concepts = {one.column.phrase.concept for one in sample.sources if one.column.phrase}
    return DocumentType.INVOICE if concepts & {*_MONEY, "amount"} else DocumentType.DESPATCH_ADVICE


def _say_what_files(entry: _Entry, content: Content, answers: Answers) -> None:
    name = content.name or "sample"
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    pattern = _DIGITS.sub("*", _WILD.sub("?", stem))
    folder = f"{answers.folder}/" if answers.folder else ""
    plain = _NAME.sub("-", _DIGITS.sub("", stem)).strip("-_").lower()
    entry.keys["name"] = plain or "layout", ""
    said = "does the supplier's name stand in it? Otherwise make it narrower" if pattern.strip("*_-. ") == "" else ""
    entry.keys["files"] = f"{folder}{pattern}{suffix}", said
    if answers.supplier:
        entry.keys["supplier"] = answers.supplier, ""


def _say_type(entry: _Entry, sample: Sample, found: Guess, kind: DocumentType, *, asked: bool, answered: bool) -> None:
    for key, value in sample.keys.items():
        entry.keys[key] = value, ""
    switch = next((index for index, one in found.fields.items() if one.field == TYPE), None)
    if switch is not None and not answered:
        _say_types(entry, sample, found, switch)
    elif asked:
        entry.keys["type"] = None, f"which is it? The fields below are those of {kind}"
    else:
        entry.keys["type"] = str(kind), sample.decision.reason if sample.decision.type is kind else "as you say"


def _say_types(entry: _Entry, sample: Sample, found: Guess, switch: int) -> None:
    """Conditions for the type: one for each value that stands there."""
    cells = next(one.column.cells for one in sample.sources if one.column.index == switch)
    said = list(dict.fromkeys(text for cell in cells if (text := str(cell).strip())))[:_MOST_TYPES]
    source = found.fields[switch].source
    known = {text: kind for text in said if (kind := type_of_word(text))}
    conditions = [{"source": source, "equals": text, "type": str(kind)} for text, kind in known.items()]
    entry.keys["types"] = conditions or None, "" if conditions else f'say which type each value of "{source}" means'
    for text in said:
        if text not in known:
            message = f'Which type is "{text}" in "{source}"? Add it to `types`.'
            entry.questions.append(OpenQuestion("types", message, tuple(DocumentType)))


def _say_notation(entry: _Entry, common: Mapping[str, Notation], own: Mapping[str, Notation]) -> None:
    for key in ("decimal", "dates"):
        if key in common:
            entry.keys[key] = common[key]
        elif question := next((one for one in entry.questions if one.key == key), None):
            entry.keys[key] = None, question.message
    if own:
        entry.keys["formats"] = {name: how for name, (how, _) in own.items()}, "written otherwise than the rest"


def _say_values(entry: _Entry, sample: Sample, found: Guess) -> None:
    """What the words of answers and their like mean, where that is not known."""
    cells = {one.column.index: one.column.cells for one in sample.sources}
    unknown: dict[str, list[str]] = {}
    for index, one in found.fields.items():
        for text in unknown_words(one.field, cells[index]):
            unknown.setdefault(one.field, []).append(text)
    for name, texts in unknown.items():
        named = ", ".join(f'"{text}"' for text in texts)
        message = f"What do {named} mean in {name}? Answers: {', '.join(meanings(name))}."
        entry.questions.append(OpenQuestion("values", message, meanings(name)))
    if unknown:
        tables = ", ".join(f"{name} = {table(dict.fromkeys(texts, '?'))}" for name, texts in unknown.items())
        entry.keys["values"] = None, f"{{ {tables} }}"


def _missing(fields: Sequence[ProposedField], labels: Mapping[str, Any], kind: DocumentType) -> Iterator[OpenQuestion]:
    have = {one.field for one in fields} | set(labels)
    wanted = _ESSENTIAL if kind not in (DocumentType.ORDER, DocumentType.CREDIT_NOTE) else _ESSENTIAL[:1]
    for name in wanted:
        if name not in have:
            yield OpenQuestion(name, f"Where does the {name.replace('_', ' ')} stand? No place was found for it.")
    if not have & {"quantity", "line_amount", "net", "gross", "payable", "response", "accepted_quantity"}:
        yield OpenQuestion("quantity", "Where does the quantity stand? No place was found for it.")


def _entry_lines(entry: _Entry) -> Iterator[Line]:
    yield "[[layouts]]", ""
    for key, (value, said) in entry.keys.items():
        if value is None:
            yield "", f"{key} = {said}" if said.startswith("{") else f'{key} = "?"  {said}'
        elif key == "types":
            yield "types = [", ""
            yield from ((f"  {table(one)},", "") for one in value)
            yield "]", ""
        elif isinstance(value, dict):
            yield f"{key} = {table(value)}", said
        else:
            yield f"{key} = {quoted(value)}", said


def _field_lines(
    fields: Sequence[ProposedField], found: Guess, sample: Sample, labels: Mapping[str, Any], *, by_itself: bool
) -> Iterator[Line]:
    yield "", ""
    if by_itself:
        yield "", "Every heading and label is understood by itself, so no column has to be named:"
    else:
        yield f"[layouts.{'paths' if sample.is_xml else 'columns'}]", ""
    for name, label in labels.items():
        if label.source is None and by_itself:
            yield "", f"{name}: {label.value}"
        elif label.source is None:
            yield "", f'{name}: "{label.value}" shares a cell with its label; a layout with columns does not read it'
    for one in fields:
        examples = ", ".join(one.examples)
        said = examples if one.sure else f"likely: {one.reason}; {examples}"
        if by_itself:
            yield "", f"{one.field} = {quoted(one.source)}  {said}"
        else:
            yield f"{key_of(one.field)} = {quoted(one.source)}", said
    if found.not_understood:
        yield "", ""
        yield "", "Not understood; name the field, or leave it out:"
    for other in found.not_understood:
        maybe = f"  may be {' or '.join(other.may_be)}:" if other.may_be else " "
        yield "", f"? = {quoted(other.source)} {maybe} {', '.join(other.examples)}"


def _layout(entry: _Entry, fields: Mapping[str, str | int], sample: Sample) -> Layout | None:
    """The entry as a layout; None as long as it cannot be used."""
    keys = {key: value for key, (value, _) in entry.keys.items() if value is not None}
    if sample.is_xml and not ({"type", "types"} & set(keys) and fields):
        return None
    return LAYOUT.validate_python({**keys, ("paths" if sample.is_xml else "columns"): dict(fields)})
