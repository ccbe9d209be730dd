"""The collector of cycles, kept from looking often. What goes through our hands by the hundred thousand (records,
documents, assessments, rows) has none, and to look for some at every 700th value takes a twentieth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (50_000, 20, 100)


def collect_rarely() -> None:
    """From now on, for as long as this process lives."""
    gc.set_threshold(*_RARELY)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """While much work is done."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
