"""An open folder. Names are resolved against its descriptor, so that nobody who may write to the inbox can swap the way
to a file for a link that leads elsewhere."""

import os
import stat
from typing import Self

READ = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link is not followed, and opening a FIFO waits for nobody."""

_OPEN = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Folder:
    """A folder that is open until it is closed."""

    __slots__ = ("descriptor",)

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    @classmethod
    def at(cls, path: str) -> Self:
        """Opens the folder at `path`, which the configuration names: links on the way are the user's own.

        Raises:
            OSError: if there is none, or it cannot be read.
        """
        return cls(os.open(path, _OPEN & ~getattr(os, "O_NOFOLLOW", 0)))

    def inner(self, name: str) -> "Folder":
        """Opens a folder in this one, not through a link.

        Raises:
            OSError: if there is none, it cannot be read, or it is a link.
        """
        return Folder(os.open(name, _OPEN, dir_fd=self.descriptor))

    def make_inner(self, name: str, mode: int) -> "Folder":
        """The folder of that name in this one, made if it is not there."""
        try:
            os.mkdir(name, mode, dir_fd=self.descriptor)
        except FileExistsError:
            pass
        else:
            self.sync()
        return self.inner(name)

    def names(self) -> list[str]:
        """Everything in it, in no order."""
        return os.listdir(self.descriptor)  # noqa: PTH208 - of a descriptor, which paths cannot do

    def open(self, name: str) -> int:
        """A descriptor for reading the file of that name."""
        return os.open(name, READ, dir_fd=self.descriptor)

    def stat(self, name: str) -> os.stat_result:
        """What the system knows of the entry itself; a link is not followed."""
        return os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)

    def rename(self, name: str, target: "Folder", new_name: str) -> None:
        """Moves a file into another folder of the same file system, in one step. What is there is replaced."""
        os.rename(name, new_name, src_dir_fd=self.descriptor, dst_dir_fd=target.descriptor)

    def give(self, name: str, target: "Folder", new_name: str) -> None:
        """Moves a file into another folder of the same file system without ever replacing one.

        Raises:
            FileExistsError: if that name is taken; nothing has happened.
        """
        try:
            os.link(
                name,
                new_name,
                src_dir_fd=self.descriptor,
                dst_dir_fd=target.descriptor,
                follow_symlinks=False,
            )
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if target.has(new_name):
                raise FileExistsError(new_name) from None
            self.rename(name, target, new_name)
        else:
            self.remove(name)

    def has(self, name: str) -> bool:
        """Whether there is anything of that name."""
        try:
            self.stat(name)
        except FileNotFoundError:
            return False
        return True

    def remove(self, name: str) -> None:
        """Removes a file; one that is gone already is no error: another process cleared it."""
        try:
            os.unlink(name, dir_fd=self.descriptor)
        except FileNotFoundError:
            return

    def write(self, name: str, data: bytes) -> None:
        """Makes a new small file and its entry durable.

        Raises:
            FileExistsError: if that name is taken.
        """
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o640, dir_fd=self.descriptor)
        try:
            os.write(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self.sync()

    def read(self, name: str, limit: int = 65_536) -> bytes:
        """The first bytes of a small file of ours.

        Raises:
            OSError: if there is none, or it is no regular file.
        """
        descriptor = self.open(name)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileNotFoundError(name)
            return os.read(descriptor, limit)
        finally:
            os.close(descriptor)

    def sync(self) -> None:
        """Makes the entries durable: a rename into it, out of it or within it is only then."""
        os.fsync(self.descriptor)

    def close(self) -> None:
        """Gives the descriptor back."""
        os.close(self.descriptor)
