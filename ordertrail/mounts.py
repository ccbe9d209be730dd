"""What kind of file system a path lies on: locks and events of network file systems are not to be relied on."""

from pathlib import Path

NETWORK_TYPES = frozenset(
    {
        "9p",
        "acfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "drvfs",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "smb3",
        "smbfs",
        "vboxsf",
    }
)
_MOUNTS = Path("/proc/self/mounts")


def network_type(path: Path, mounts: str | None = None) -> str | None:
    """The type of the network file system that `path` lies on, or will lie on once it is made; None if it is local.

    `mounts` is the text of `/proc/self/mounts` (a line a mount: device, mount point, type, …). Where the system has no
    such file, every path counts as local.
    """
    if mounts is None:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape") if _MOUNTS.exists() else ""
    real = path.resolve()
    best, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = Path(_unescaped(fields[1]))
        if len(point.parts) >= best and real.is_relative_to(point):  # of two on one point, the later lies on top
            best, found = len(point.parts), fields[2]
    return found if found in NETWORK_TYPES else None


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text
