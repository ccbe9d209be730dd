"""The whole way, joined: what `run` needs to derive and to report, with matching in it."""

import os
from pathlib import Path

from matching import assess
from ordertrail.config import Settings
from ordertrail.derive.session import derive
from ordertrail.reporting import write_reports
from ordertrail.store.engine import Store


def processes_of(settings: Settings) -> int:
    """How many processes work side by side."""
    return settings.run.processes or os.cpu_count() or 1


def derive_changes(store: Store, settings: Settings) -> int:
    """Derives what recorded files changed; the number of orders that changed."""
    return derive(store, settings.policy, assess, processes=processes_of(settings))


def write_reports_of(store: Store, settings: Settings) -> tuple[Path, ...]:
    """Writes the reports as of today.

    Raises:
        Wait: if they cannot be written.
    """
    return tuple(write_reports(settings, store))
