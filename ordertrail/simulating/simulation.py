"""Another policy over the whole store: streamed case by case, assessed by both, and nothing written."""

from collections.abc import Callable, Iterator
from functools import partial

from orders.policy import Policy
from orders.quantity import exactly
from ordertrail.derive.session import FEW
from ordertrail.derive.sheaf import Assess
from ordertrail.derive.whole import whole_store
from ordertrail.derive.workers import workers
from ordertrail.simulating.comparing import Differences, Scope, compare_sheaf
from ordertrail.store.engine import Store
from ordertrail.store.filed import document_count


def simulate(
    store: Store,
    policy: Policy,
    other: Policy,
    assess: Assess,
    scope: Scope,
    *,
    details: bool = False,
    processes: int = 1,
    progress: Callable[[int, int], None] = lambda done, documents: None,
) -> Iterator[Differences]:
    """What `other` would change, portion by portion: each with the details that were asked for.

    `assess` is `matching.assess`; with several `processes` it is called in others. `progress` is told how many of how
    many documents were looked at. What is derived and stored is not looked at: both sides come from the facts.

    Raises:
        Wait: if the database is locked, or a worker was killed.
    """
    with store.reading() as connection:
        documents = document_count(connection)
    work = partial(compare_sheaf, policy=policy, other=other, assess=assess, scope=scope, details=details)
    with workers(work, processes if documents > FEW else 1) as at_work:
        sheaves = whole_store(store, policy, besides=other, progress=lambda done: progress(done, documents))
        for _, found in at_work((None, sheaf) for sheaf in sheaves):
            yield found


def total(portions: Iterator[Differences], each: Callable[[Differences], None] = lambda one: None) -> Differences:
    """The figures of all portions together; `each` is shown every one, with its details."""
    found = Differences()
    for one in portions:
        each(one)
        with exactly():
            found.add(one)
    return found
