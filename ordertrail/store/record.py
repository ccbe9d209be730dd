"""Recording what came in: many files in one transaction, each for good or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from pydantic_core import to_json
from sqlalchemy import Connection, select

from ordertrail.crash import crash_point
from ordertrail.store.accounts import remember_accounts
from ordertrail.store.answers import write_answers
from ordertrail.store.bulk import execute, insert_rows, reserve_numbers, select_in
from ordertrail.store.facts import Arrival, ArrivalState, Card, ReadDocument
from ordertrail.store.rows import NewRow
from ordertrail.store.tables import ARRIVALS, DIRTY, DOCUMENT_ITEMS, DOCUMENT_TERMS, DOCUMENTS, ITEM_TERMS
from ordertrail.store.terms import item_terms, number_term, terms
from ordertrail.store.values import instant, storable

_FOR_GOOD = (ArrivalState.ACCEPTED, ArrivalState.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the store made of an arrival; `duplicate_of` is the id of the arrival that brought the same bytes first."""

    id: str
    state: ArrivalState
    duplicate_of: str | None = None


@dataclass(slots=True)
class _Batch:
    """What one transaction has to write, as it is found out."""

    outcomes: list[Recorded] = field(default_factory=list)
    new: list[tuple[Arrival, Recorded]] = field(default_factory=list)
    changed: list[tuple[Arrival, Recorded]] = field(default_factory=list)


def record(connection: Connection, arrivals: Sequence[Arrival]) -> tuple[Recorded, ...]:
    """Records arrivals with their documents and marks what has to be derived; one outcome for each, in their order.

    To be called in one `Store.writing` transaction for about a hundred files. May be repeated with the same arrivals
    after a crash: what was recorded as accepted or duplicate stays so, once; what waited or was rejected gets its new
    state. The same bytes are one document for ever: whoever brings them again is a duplicate.

    Raises:
        ValueError: if an arrival is called a duplicate of bytes that nobody brought, or given twice.
    """
    if len({arrival.id for arrival in arrivals}) != len(arrivals):
        raise ValueError("an arrival was given twice")
    reserve_numbers(connection, "arrival", 0)  # from here on nobody else records
    states = recorded_states(connection, [arrival.id for arrival in arrivals])
    owners = file_owners(connection, {arrival.sha256 for arrival in arrivals if arrival.sha256})
    batch = _Batch()
    for arrival in arrivals:
        _judge(batch, arrival, states, owners)
    _write(connection, batch)
    crash_point("before-commit")
    return tuple(batch.outcomes)


def recorded_states(connection: Connection, arrival_ids: Iterable[str]) -> dict[str, ArrivalState]:
    """What is recorded of arrivals, by their id; unknown ones are left out."""
    query = "SELECT arrival_id, state FROM arrivals WHERE arrival_id IN"
    return {arrival_id: ArrivalState(state) for arrival_id, state in select_in(connection, query, arrival_ids)}


def file_owners(connection: Connection, hashes: Iterable[str]) -> dict[str, str]:
    """Which of these SHA-256 were accepted before, each with the id of the arrival that brought it."""
    query = "SELECT sha256, arrival_id FROM arrivals WHERE state = 'accepted' AND sha256 IN"
    return dict(map(tuple, select_in(connection, query, hashes)))


def earlier_rejections(connection: Connection, sha256: str) -> tuple[str, ...]:
    """The arrivals that brought these bytes before and were rejected, oldest first."""
    query = select(ARRIVALS.c.arrival_id).where(ARRIVALS.c.sha256 == sha256, ARRIVALS.c.state == "rejected")
    return tuple(connection.execute(query.order_by(ARRIVALS.c.id)).scalars())


def _judge(batch: _Batch, arrival: Arrival, states: dict[str, ArrivalState], owners: dict[str, str]) -> None:
    known = states.get(arrival.id)
    owner = owners.get(arrival.sha256 or "")
    if known in _FOR_GOOD:
        batch.outcomes.append(Recorded(arrival.id, known, owner if owner != arrival.id else None))
        return
    outcome = Recorded(arrival.id, arrival.state)
    if arrival.state in _FOR_GOOD and owner is not None:
        outcome = Recorded(arrival.id, ArrivalState.DUPLICATE, owner)
    elif arrival.state is ArrivalState.DUPLICATE or (arrival.state is ArrivalState.ACCEPTED and not arrival.sha256):
        raise ValueError(f"arrival {arrival.id} is no duplicate of anything, or its bytes are not known")
    elif arrival.state is ArrivalState.ACCEPTED:
        owners[arrival.sha256 or ""] = arrival.id
    (batch.new if known is None else batch.changed).append((arrival, outcome))
    batch.outcomes.append(outcome)


def _write(connection: Connection, batch: _Batch) -> None:
    numbers = _changed_numbers(connection, batch.changed)
    first = reserve_numbers(connection, "arrival", len(batch.new))
    files = [*zip(numbers, batch.changed, strict=True), *zip(count(first), batch.new, strict=False)]
    insert_rows(connection, ARRIVALS, [_arrival_row(id_, arrival, outcome) for id_, (arrival, outcome) in files])
    accepted = [(id_, arrival) for id_, (arrival, outcome) in files if outcome.state is ArrivalState.ACCEPTED]
    _write_documents(connection, [(id_, document) for id_, arrival in accepted for document in arrival.documents])
    named = ((f"{arrival.sha256}/{one.index}", one.card) for _, arrival in accepted for one in arrival.documents)
    remember_accounts(connection, named)
    write_answers(connection, [(id_, arrival.answers) for id_, arrival in accepted if arrival.answers is not None])


def _changed_numbers(connection: Connection, changed: Sequence[tuple[Arrival, Recorded]]) -> list[int]:
    """Takes out the rows of arrivals that waited or were rejected, and returns their numbers for the new rows."""
    if not changed:
        return []
    ids = [arrival.id for arrival, _ in changed]
    numbers = dict(map(tuple, select_in(connection, "SELECT arrival_id, id FROM arrivals WHERE arrival_id IN", ids)))
    execute(connection, "DELETE FROM arrivals WHERE arrival_id = ?", [(id_,) for id_ in ids])
    return [numbers[id_] for id_ in ids]


def _write_documents(connection: Connection, read: Sequence[tuple[int, ReadDocument]]) -> None:
    numbered = list(zip(count(reserve_numbers(connection, "document", len(read))), read, strict=False))
    insert_rows(connection, DOCUMENTS, [document_row(id_, arrival, one) for id_, (arrival, one) in numbered])
    crash_point("recording")
    insert_rows(connection, DOCUMENT_TERMS, [(term, id_) for id_, (_, one) in numbered for term in terms(one.card)])
    crash_point("recording-lines")
    write_items(connection, [(id_, one.card) for id_, (_, one) in numbered if one.card.items])
    stamp = reserve_numbers(connection, "mark", 1)
    insert_rows(connection, DIRTY, [(id_, stamp) for id_, _ in numbered])


def write_items(connection: Connection, cards: Sequence[tuple[int, Card]]) -> None:
    """Adds documents, by their numbers, to what is found by items."""
    rows = [(id_, card.issue_date, int(card.seeks), "\n".join(card.items)) for id_, card in cards]
    insert_rows(connection, DOCUMENT_ITEMS, rows)
    found = [(term, card.issue_date, id_) for id_, card in cards for term in item_terms(card)]
    insert_rows(connection, ITEM_TERMS, found)


def _arrival_row(id_: int, arrival: Arrival, outcome: Recorded) -> NewRow:
    code, message = arrival.code, arrival.message
    if outcome.duplicate_of:
        code, message = "DUPLICATE", f"The same content came in as {outcome.duplicate_of}."
    return (
        id_,
        arrival.id,
        storable(arrival.name),
        arrival.name_bytes,
        storable(arrival.folder),
        arrival.sha256,
        arrival.size,
        instant(arrival.received_at),
        outcome.state.value,
        code,
        storable(message),
        storable(arrival.where),
        storable(arrival.hint),
        storable(arrival.path),
    )


def document_row(id_: int, arrival: int, document: ReadDocument) -> NewRow:
    """A document of a file (its arrival's number), as the table has it."""
    *before, alike, accounts = card_columns(document.card)
    return (id_, arrival, document.index, *before, document.body.decode(), alike, accounts)


def card_columns(card: Card) -> NewRow:
    """What of a card stands in the columns of `documents`, in their order."""
    return (
        card.type,
        storable(card.number),
        card.number_key,
        card.issue_date,
        storable(card.supplier),
        to_json(card.supplier_ids).decode(),
        "\n".join(card.order_keys),
        int(card.couples),
        int(card.hangs),
        "\n".join(number_term(*link) for link in card.links),
        card.lines,
        storable(card.alike),
        storable("\n".join(card.accounts)) or None,
    )
