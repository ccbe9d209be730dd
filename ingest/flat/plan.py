"""How rows are read: for each type of document a reader for every field."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.flat import converters
from ingest.flat.converters import Converter, Fault, Value, converter
from ingest.flat.dialect import Dialect, Key, Question, ask_about_dates, ask_about_numbers
from ingest.flat.fields import PRICES, Field, field_named
from ingest.flat.settled import Settled, Written
from ingest.layout import Layout
from ingest.values.units_text import unit_of
from orders.document import DocumentType, Issue
from orders.errors import Reject

_UNIT = Field("unit", "unit", makes_line=False)
_UNIT_TEXT = Field("unit_text", "unit", makes_line=False)
_UNIT_BESIDE = Field("unit_beside", "unit", makes_line=False)
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


def plan_of(settled: Settled, written: Written, layout: Layout | None) -> Plan:
    """How rows of what is settled are read."""
    readers = list(_column_readers(settled, written, layout))
    constants = {one.field for one in settled.constants}
    readers += _derived(written, tuple(readers), {reader.field.name for reader in readers} | constants)
    made = _constant_converters(settled, written, layout)
    defaults, issues = _defaults(settled, made)
    return Plan(settled.kind, tuple(readers), defaults, tuple(issues), made)


def questions(
    all_settled: Iterable[Settled], written: Written, places: Callable[[int], str], source: str
) -> Iterator[Reject]:
    """What is left open about numbers and dates; `places` names a column for people, who call it a `source`."""
    for settled in all_settled:
        asked: list[tuple[Key, str, str, str]] = [
            (one.index, one.field, one.heading, places(one.index)) for one in settled.assigned
        ]
        asked += [(one.key, one.field, one.reason, one.place) for one in settled.constants]
        for key, name, said, place in asked:
            question, known = written.get(key), field_named(name)
            if isinstance(question, Question) and known:
                ask = ask_about_dates if known.kind == "date" else ask_about_numbers
                yield ask(question, f'{source} "{said}"', place)


def value_map(layout: Layout | None, name: str) -> Mapping[str, str]:
    """What the layout says that the texts of a field mean."""
    return layout.values.get(name, {}) if layout else {}


def _column_readers(settled: Settled, written: Written, layout: Layout | None) -> Iterator[Reader]:
    for one in settled.assigned:
        known = field_named(one.field)
        if known is not None and known.kind != "type":
            made = converter(known.kind, _dialect(written, one.index), value_map(layout, known.name))
            yield Reader(known, one.index, made, one.heading)


def _dialect(written: Written, key: Key) -> Dialect | None:
    how = written.get(key)
    return how if isinstance(how, Dialect) else None


def _derived(written: Written, readers: Sequence[Reader], have: set[str]) -> Iterator[Reader]:
    """What stands in a column beside its own field: units and currencies at numbers, the time behind a date."""
    for reader in readers:
        name, index = reader.field.name, reader.index
        dialect = _dialect(written, index)
        affixes = dialect.affixes if dialect else frozenset()
        if name == "unit":
            yield Reader(_UNIT_TEXT, index, Converter(converters.unit_text), reader.heading)
        if name == "quantity" and "unit" not in have and any(map(unit_of, affixes)):
            yield Reader(_UNIT, index, Converter(converters.affix_unit), reader.heading)
            yield Reader(_UNIT_TEXT, index, Converter(converters.affix_unit_text), reader.heading)
        if name == "quantity" and "unit" in have and any(map(unit_of, affixes)):
            yield Reader(_UNIT_BESIDE, index, Converter(converters.affix_unit), reader.heading)
        if name in PRICES and "currency" not in have and any(map(converters.currency_affix, affixes)):
            have.add("currency")
            yield Reader(_CURRENCY, index, Converter(converters.affix_currency), reader.heading)
        if name == "issue_date" and "issue_time" not in have:
            yield Reader(_ISSUE_TIME, index, Converter(converters.clock_of_date), reader.heading)


def _constant_converters(settled: Settled, written: Written, layout: Layout | None) -> dict[str, Converter]:
    return {
        one.field: converter(known.kind, _dialect(written, one.key), value_map(layout, known.name))
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
