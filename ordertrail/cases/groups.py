"""Which orders belong together, told piece by piece."""

from collections import defaultdict
from collections.abc import Iterable

ALONE = "document:"
"""Begins the names of nodes that are documents without an order; order keys have no colon."""


class Groups:
    """What belongs together: nodes, each in one group."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._new: list[str] = []

    def __contains__(self, node: str) -> bool:
        return node in self._parents

    def add(self, nodes: Iterable[str]) -> None:
        """Takes nodes in, each in a group of its own if it is new."""
        for node in nodes:
            if node not in self._parents:
                self._parents[node] = node
                self._new.append(node)

    def join(self, nodes: Iterable[str]) -> None:
        """Makes one group of the groups of all these nodes."""
        self.add(nodes)
        roots = {self.find(node) for node in nodes}
        if len(roots) > 1:
            root = min(roots)
            self._parents.update(dict.fromkeys(roots, root))

    def find(self, node: str) -> str:
        """The node that stands for the group."""
        while (parent := self._parents[node]) != node:
            self._parents[node] = node = self._parents[parent]
        return node

    def take_new(self) -> list[str]:
        """The orders that were taken in since the last time."""
        new, self._new = self._new, []
        return [node for node in new if not node.startswith(ALONE)]

    def copy(self) -> "Groups":
        """The same groups, to be joined further."""
        copied = Groups()
        copied._parents = dict(self._parents)
        return copied

    def members(self) -> dict[str, list[str]]:
        """The nodes of every group, by the one that stands for it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for node in self._parents:
            found[self.find(node)].append(node)
        return found


def alone(filed: str) -> str:
    """The node of a document that belongs to no order; `filed` is its `orders.case.Filed.id`."""
    return f"{ALONE}{filed}"
