"""What was learned, and whether it holds: newer words and the configuration go before it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from matching.known import Known
from matching.suppliers import Suppliers
from orders.document import Party
from orders.learned import Learned
from orders.numbers import plain
from orders.policy import Policy
from ordertrail.store.learned import Entry, ever_learned


class Standing(StrEnum):
    """Whether something that was learned holds."""

    HOLDS = "holds"
    REPLACED = "replaced"  # by something newer about the same
    CONFIGURED = "configured"  # config.toml speaks of the same
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something that was learned. `by`: the number of what replaced it."""

    entry: Entry
    standing: Standing
    by: int | None = None

    @property
    def learned(self) -> Learned:
        """What it is."""
        return self.entry.learned

    def as_json(self) -> dict[str, Any]:
        """The object that `learned` prints."""
        entry = self.entry
        revoked = None
        if entry.revoked_at is not None:
            revoked = {"by": entry.revoked_by, "at": _moment(entry.revoked_at), "why": entry.revoked_why}
        standing = {"state": self.standing.value, "replaced_by": self.by, "revoked": revoked}
        return learned_json(self.learned) | standing


def learned_json(one: Learned) -> dict[str, Any]:
    """What was learned, for other programs."""
    return {
        "id": one.id,
        "supplier": supplier_name(one.supplier),
        "kind": one.kind.value,
        "from": one.source,
        "to": one.target,
        "factor": None if one.factor is None else factor_text(one),
        "item": one.item,
        "decision": one.decision,
        "by": one.taken_by,
        "at": _moment(one.taken_at),
        "why": one.why,
    }


def lessons(connection: Connection, policy: Policy, until: datetime | None = None) -> list[Lesson]:
    """Everything that was ever learned, up to a moment; ascending by number."""
    return list(_judged([one for one in ever_learned(connection) if _then(one, until)], policy, until))


def _then(one: Entry, until: datetime | None) -> bool:
    return until is None or one.learned.taken_at <= until


def _judged(entries: Iterable[Entry], policy: Policy, until: datetime | None) -> Iterator[Lesson]:
    suppliers = Suppliers(policy.suppliers)
    known = list(entries)
    newest: dict[tuple[str, str, str], list[Learned]] = {}
    standing = [one.learned for one in known if one.revoked_at is None or (until and one.revoked_at > until)]
    for one in standing:
        newest.setdefault(one.subject, []).append(one)
    for entry in known:
        one = entry.learned
        if one not in standing:
            yield Lesson(entry, Standing.REVOKED)
            continue
        later = [
            other.id
            for other in newest[one.subject]
            if other.id > one.id and suppliers.same(one.supplier, other.supplier)
        ]
        if later:
            yield Lesson(entry, Standing.REPLACED, later[-1])
        else:
            yield Lesson(entry, Standing.CONFIGURED if _is_configured(one, suppliers) else Standing.HOLDS)


def _is_configured(one: Learned, suppliers: Suppliers) -> bool:
    policy = suppliers.policy(one.supplier)
    if policy is None:
        return False
    alone = Known()
    alone.take(one)
    left = alone.beside(policy)
    return not (left.items or left.units or left.wordings)


def supplier_name(supplier: Party) -> str:
    """What a supplier is called: its name or, where it has none, an id."""
    if supplier.name:
        return supplier.name
    if supplier.vat_id:
        return supplier.vat_id
    return next((f"{one.scheme}:{one.value}".lstrip(":") for one in supplier.ids), "")


def factor_text(one: Learned) -> str:
    """A factor, exactly: "12", "0.5" or "1/3"."""
    return "" if one.factor is None else str(one.factor) if "/" in str(one.factor) else plain(one.factor)


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
