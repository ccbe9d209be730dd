"""How things stood at the end of an earlier day: computed from the facts of then, stored nowhere."""

from collections.abc import Iterator
from datetime import date

from orders.assessment import Assessment
from orders.policy import Policy
from orders.references import order_keys
from ordertrail.derive.sheaf import Assess, assessments
from ordertrail.derive.whole import cases_of_terms, whole_store
from ordertrail.store.engine import Store
from ordertrail.store.terms import order_term


def assess_as_of(
    store: Store, policy: Policy, assess: Assess, day: date, *, order: str | None = None
) -> Iterator[Assessment]:
    """The assessments of all cases, or of those that an order number may mean, with the documents issued and the
    decisions taken up to the end of `day`. A document without a date counts from the day it came.
    """
    if order is None:
        sheaves = whole_store(store, policy, day)
    else:
        sheaves = cases_of_terms(store, policy, [order_term(key) for key in order_keys(order)], day)
    for sheaf in sheaves:
        yield from (assessment for _, assessment in assessments(sheaf, policy, assess))
