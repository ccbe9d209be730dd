"""Bills that want the money on an account which the supplier did not have before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from matching.suppliers import Suppliers
from orders.case import KnownAccount
from orders.deviations import DeviationCode
from orders.document import Party
from orders.likeness import worth
from orders.payment import account_key, account_keys


@dataclass(slots=True)
class _Accounts:
    """The accounts of one supplier: since when, and which of them a person accepted."""

    supplier: Party | None
    known: list[KnownAccount] = field(default_factory=list)


def check_accounts(desk: Desk, bills: Iterable[Paper], known: Iterable[KnownAccount]) -> None:
    """Every bill that names an account other than those of the supplier's first bill, until a person accepts it for one
    of them. Where accounts are configured for the supplier, these hold, and no bill makes any other known.

    `bills` are those on the desk that count; `known` is what the bills of other cases name besides.
    """
    of_suppliers: list[_Accounts] = []
    for one in known:
        _of(of_suppliers, one.supplier, desk.suppliers).known.append(one)
    bills = [paper for paper in bills if paper.document.payment_accounts]
    for paper in bills:
        _of(of_suppliers, paper.document.supplier, desk.suppliers).known.extend(_named_by(desk, paper))
    for paper in bills:
        if desk.register.owns(paper) and any(account_keys(paper.document)):
            _check(desk, paper, _of(of_suppliers, paper.document.supplier, desk.suppliers))


def _of(found: list[_Accounts], supplier: Party | None, suppliers: Suppliers) -> _Accounts:
    for one in found:
        if suppliers.same(one.supplier, supplier):
            return one
    found.append(_Accounts(supplier))
    return found[-1]


def _named_by(desk: Desk, paper: Paper) -> Iterator[KnownAccount]:
    accepted = desk.decided.accepts(DeviationCode.BANK_ACCOUNT_CHANGED, paper.id)
    for key in account_keys(paper.document):
        yield KnownAccount(
            supplier=paper.document.supplier,
            account=key,
            issue_date=paper.document.issue_date,
            document=paper.id,
            accepted=accepted,
        )


def _check(desk: Desk, paper: Paper, accounts: _Accounts) -> None:
    policy = desk.suppliers.policy(paper.document.supplier)
    own = set(account_keys(paper.document))
    trusted = {account_key(one) for one in policy.accounts} if policy and policy.accounts else _first(accounts.known)
    accepted = {one.account for one in accounts.known if one.accepted}
    decided = desk.decided.accepts(DeviationCode.BANK_ACCOUNT_CHANGED, paper.id)
    new = own - trusted - (set() if decided else accepted)
    if new:
        before = (trusted | accepted) - new
        desk.findings.add(
            DeviationCode.BANK_ACCOUNT_CHANGED,
            Place(desk.only_order(paper), None, paper),
            amount=worth(paper.document),
            args={"account": ", ".join(sorted(new)), "before": ", ".join(sorted(before))},
        )


def _first(known: Iterable[KnownAccount]) -> set[str]:
    """The accounts of the oldest bill; there is at least the one that is being checked."""
    oldest = min(known, key=_age)
    return {one.account for one in known if one.document == oldest.document}


def _age(one: KnownAccount) -> tuple[date, str]:
    return (one.issue_date or date.min, one.document)
