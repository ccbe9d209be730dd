"""Tables of paths, as people write them, and as the walk uses them."""

from collections.abc import Iterable, Mapping

from ingest.xml.walk import Steps, Taker

Paths = Mapping[str, Taker]
"""Path from the record's element, "cac:Item/cbc:Name" → what takes its value."""


def compile_table(paths: Paths, namespaces: Mapping[str, str]) -> Steps:
    """The steps of a walk along `paths`; `namespaces` says what their prefixes mean ("" for none).

    Raises:
        ValueError: if one path goes on where another ends.
    """
    steps: Steps = {}
    for path, taker in paths.items():
        *above, last = (_tag(name, namespaces) for name in path.split("/"))
        inner = steps
        for tag in above:
            below = inner.setdefault(tag, {})
            if not isinstance(below, dict):
                raise ValueError(f"the table ends above {path}")
            inner = below
        if last in inner:
            raise ValueError(f"the table has something at or below {path} already")
        inner[last] = taker
    return steps


def under(prefix: str, paths: Paths) -> dict[str, Taker]:
    """The same paths, one element further down."""
    return {f"{prefix}/{path}": taker for path, taker in paths.items()}


def in_any(steps: Steps, namespaces: Iterable[str]) -> Steps:
    """The steps, with each element in any of the namespaces ("" for none); those of `steps` must be in none."""
    namespaces = tuple(namespaces)
    found: Steps = {}
    for name, step in steps.items():
        below = in_any(step, namespaces) if isinstance(step, dict) else step
        found |= {f"{{{one}}}{name}" if one else name: below for one in namespaces}
    return found


def _tag(name: str, namespaces: Mapping[str, str]) -> str:
    prefix, _, local = name.rpartition(":")
    namespace = namespaces[prefix]
    return f"{{{namespace}}}{local}" if namespace else local
