"""How the rows of a table are read: for each type of document in it a reader for every field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.formats.tables import converters
from ingest.formats.tables.cells import Cell, column_letters
from ingest.formats.tables.constants import PRICES
from ingest.formats.tables.converters import Converter, Fault, Value, converter
from ingest.formats.tables.dialect import Dialect, Key, Question, ask_about_dates, ask_about_numbers
from ingest.formats.tables.fields import Field, field_named
from ingest.formats.tables.look import Look, value_map
from ingest.formats.tables.survey import Settled, Survey
from ingest.values.units_text import unit_of
from orders.document import DocumentType, Issue
from orders.errors import Reject

_UNIT = Field("unit", "unit", makes_line=False)
_UNIT_TEXT = Field("unit_text", "unit", makes_line=False)
_CURRENCY = Field("currency", "currency", head=True, makes_line=False)
_ISSUE_TIME = Field("issue_time", "time", head=True, makes_line=False)


@dataclass(frozen=True, slots=True)
class Reader:
    """One field and the column it is read from."""

    field: Field
    index: int
    converter: Converter
    heading: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of one type are read. `defaults` are the values of the constants, `issues` their faults,
    `converters` what reads them.
    """

    kind: DocumentType
    readers: tuple[Reader, ...]
    defaults: Mapping[str, Value]
    issues: tuple[Issue, ...] = ()
    converters: Mapping[str, Converter] = field(default_factory=dict)


def plans_of(survey: Survey) -> dict[tuple[Cell, ...], Plan]:
    """The plan for each way that the cells of the type can look.

    Raises:
        Reject: `TABLE_AMBIGUOUS_NUMBERS`, `TABLE_AMBIGUOUS_DATES` or `TABLE_MIXED_DATES`, if the table leaves it open.
    """
    for question in questions_of(survey):
        raise question
    plans = {kind: _plan(survey, settled) for kind, settled in survey.settled.items()}
    return {cells: plans[kind] for cells, kind in survey.kinds.items()}


def questions_of(survey: Survey) -> Iterator[Reject]:
    """What the table leaves open about its numbers and dates."""
    for settled in survey.settled.values():
        asked: list[tuple[Key, str, str, str]] = [
            (one.index, one.field, one.heading, _place(survey.look, one.index)) for one in settled.assigned
        ]
        asked += [(one.key, one.field, one.reason, one.place) for one in settled.constants]
        for key, name, said, place in asked:
            question, known = survey.written.get(key), field_named(name)
            if isinstance(question, Question) and known:
                ask = ask_about_dates if known.kind == "date" else ask_about_numbers
                yield ask(question, said, place)


def _place(look: Look, column: int) -> str:
    place = f"column {column_letters(column)}"
    return f"{look.table.name}!{place}" if look.table.name else place


def _plan(survey: Survey, settled: Settled) -> Plan:
    readers = list(_column_readers(survey, settled))
    constants = {one.field for one in settled.constants}
    readers += _derived(survey, tuple(readers), {reader.field.name for reader in readers} | constants)
    made = _constant_converters(survey, settled)
    defaults, issues = _defaults(settled, made)
    return Plan(settled.kind, tuple(readers), defaults, tuple(issues), made)


def _column_readers(survey: Survey, settled: Settled) -> Iterator[Reader]:
    for one in settled.assigned:
        known = field_named(one.field)
        if known is not None and known.kind != "type":
            made = converter(known.kind, _dialect(survey, one.index), value_map(survey.look.layout, known.name))
            yield Reader(known, one.index, made, one.heading)


def _dialect(survey: Survey, key: Key) -> Dialect | None:
    written = survey.written.get(key)
    return written if isinstance(written, Dialect) else None


def _derived(survey: Survey, readers: Sequence[Reader], have: set[str]) -> Iterator[Reader]:
    """What stands in a column beside its own field: units and currencies at numbers, the time behind a date."""
    for reader in readers:
        name, index = reader.field.name, reader.index
        dialect = _dialect(survey, index)
        affixes = dialect.affixes if dialect else frozenset()
        if name == "unit":
            yield Reader(_UNIT_TEXT, index, Converter(converters.unit_text), reader.heading)
        if name == "quantity" and "unit" not in have and any(map(unit_of, affixes)):
            yield Reader(_UNIT, index, Converter(converters.affix_unit), reader.heading)
            yield Reader(_UNIT_TEXT, index, Converter(converters.affix_unit_text), reader.heading)
        if name in PRICES and "currency" not in have and any(map(converters.currency_affix, affixes)):
            have.add("currency")
            yield Reader(_CURRENCY, index, Converter(converters.affix_currency), reader.heading)
        if name == "issue_date" and "issue_time" not in have:
            yield Reader(_ISSUE_TIME, index, Converter(converters.clock_of_date), reader.heading)


def _constant_converters(survey: Survey, settled: Settled) -> dict[str, Converter]:
    return {
        one.field: converter(known.kind, _dialect(survey, one.key), value_map(survey.look.layout, known.name))
        for one in settled.constants
        if (known := field_named(one.field))
    }


def _defaults(settled: Settled, made: Mapping[str, Converter]) -> tuple[dict[str, Value], list[Issue]]:
    """The values of the constants; one that is not what it should be is left out and said."""
    defaults: dict[str, Value] = {}
    issues = []
    for one in settled.constants:
        if one.field not in made or one.cell == "":
            continue
        value = made[one.field][one.cell]
        if isinstance(value, Fault):
            issues.append(Issue(code=value.code, message=f"{one.reason}: {value.message}.", where=one.place))
            value = value.value
        if value is not None:
            defaults[one.field] = value
        if one.field == "unit" and value is not None:
            defaults["unit_text"] = converters.unit_text(one.cell)
    return defaults, issues
