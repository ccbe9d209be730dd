"""`tolerance simulate`: assesses what is stored by another policy too, and prints what differs."""

import os
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from matching import assess
from orders.errors import Refuse
from orders.policy import Policy
from orders.wording import label
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.rebuilding import progress_bar
from ordertrail.cli.simulation_views import Shown, difference_json, summary_json, summary_sheet
from ordertrail.cli.suppliers import no_such_supplier
from ordertrail.cli.terminal import print_answer, print_json, print_remark
from ordertrail.cli.works import processes_of
from ordertrail.config import Settings
from ordertrail.config.loading import read
from ordertrail.config.trials import read_trial
from ordertrail.simulating.comparing import Differences, Scope
from ordertrail.simulating.simulation import simulate, total
from ordertrail.store.engine import open_store
from ordertrail.workplace import has_contents


class Tried(NamedTuple):
    """What is tried: the rules of another file, keys of their own (`KEY=VALUE`), or both."""

    file: Path | None
    settings: tuple[str, ...]


def simulate_policy(here: Invocation, tried: Tried, scope: Scope, *, details: bool) -> None:
    """What would be different by what is tried."""
    settings, language = here.settings, here.settings.language
    if scope.first and scope.last and scope.last < scope.first:
        raise Refuse("DAYS_REVERSED", label("simulate.days_reversed", language))
    other = other_policy(settings, tried)
    shown = Shown()

    def each(found: Differences) -> None:
        if here.json:
            for row in difference_json(found, language):
                print_json(row)
        else:
            shown.keep(found)

    in_use = has_contents(settings.folders.archive)
    with (
        closing(open_store(settings.database_url, create=False, archive_in_use=in_use)) as store,
        progress_bar("cli.stage_simulate", language) as progress,
    ):
        processes = processes_of(settings)
        portions = simulate(
            store, settings.policy, other, assess, scope, details=details, processes=processes, progress=progress
        )
        found = total(portions, each)
    if here.json:
        print_json(summary_json(found))
        return
    print_answer(*summary_sheet(found, shown, language))
    print_remark(label("simulate.nothing_changed", language))


def other_policy(settings: Settings, tried: Tried) -> Policy:
    """The policy that is tried: that of the file, or of the configuration, with the keys that are set.

    Raises:
        Refuse: if nothing is tried, if it is what holds anyway, or if a key can decide over no deviation.
        Stop: if the file is missing or wrong, or would be with these keys.
    """
    language = settings.language
    if tried.file is None and not tried.settings:
        raise Refuse("NOTHING_TRIED", label("simulate.nothing_tried", language))
    trials = [read_trial(text) for text in tried.settings]
    policy = read(tried.file or settings.path, os.environ, tried=trials).policy
    named = {trial.path[1] for trial in trials if trial.path[0] == "suppliers" and len(trial.path) > 1}
    for supplier in policy.suppliers:
        if supplier.key in named and not (supplier.name or supplier.ids or supplier.aliases):
            known = [one.key for one in policy.suppliers if one is not supplier]
            raise no_such_supplier(supplier.key, known, language)
    if policy == settings.policy:
        raise Refuse("POLICY_SAME", label("simulate.policy_same", language))
    return policy
