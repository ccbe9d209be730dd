"""The subfolders of the inbox that are open at the moment: a few, however many there are."""

from collections import OrderedDict

from ordertrail.inbox.folder import Folder

MOST_OPEN = 32


class Subfolders:
    """Opens the subfolders of a folder as they are asked for, one step at a time and never through a link."""

    def __init__(self, root: Folder) -> None:
        self._root = root
        self._open: OrderedDict[str, Folder] = OrderedDict()

    def at(self, path: str) -> Folder:
        """The folder at `path` ("/" between parts, "" for the root); open until others push it out.

        Raises:
            OSError: if it is not there, may not be read, or is a link.
        """
        if not path:
            return self._root
        folder = self._open.get(path)
        if folder is None:
            folder = self._open_path(path)
            self._open[path] = folder
            if len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)[1].close()
        else:
            self._open.move_to_end(path)
        return folder

    def forget(self) -> None:
        """Closes all of them: the next scan may find others under their names."""
        while self._open:
            self._open.popitem()[1].close()

    def _open_path(self, path: str) -> Folder:
        first, *rest = path.split("/")
        folder = self._root.inner(first)
        for name in rest:
            outer = folder
            try:
                folder = outer.inner(name)
            finally:
                outer.close()
        return folder
