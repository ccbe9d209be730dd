"""What `doctor` looks at: everything around the program that must be right for it to work. Changes nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryFile
from typing import Literal
from urllib.parse import quote

from sqlalchemy.engine import make_url

from ingest.finish import MAX_LINES
from ingest.formats.edifact.segments import MAX_SEGMENTS
from ingest.formats.tables.csv_cells import MAX_COLUMNS, MAX_ROWS
from ingest.formats.tables.xlsx_package import MAX_ENTRIES, MAX_UNPACKED
from ingest.xml.limits import MAX_ELEMENTS
from orders.errors import OrdertrailError
from orders.message import Message
from orders.wording.errors import translated
from ordertrail.config import Settings
from ordertrail.demo import SAMPLES
from ordertrail.mounts import network_type
from ordertrail.reader.outcome import Failed, Source
from ordertrail.reader.readers import Bounds, Readers
from ordertrail.store import schema
from ordertrail.store.archived import archived_count
from ordertrail.store.engine import open_store
from ordertrail.store.sqlite import journal_mode
from ordertrail.watching.wakeup import Bell, Polling, choose_wakeup
from ordertrail.workplace import has_contents

State = Literal["ok", "warning", "failed"]

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """What came of looking at one thing. `failed`: the program cannot work; `warning`: it can, but look at it."""

    name: str  # configuration, database, folders, disk, watch, reading, limits
    state: State
    message: Message
    hint: Message | None = None


def checks(settings: Settings) -> Iterator[Check]:
    """Everything that is looked at, one after the other."""
    args = {"path": str(settings.path), "language": settings.language}
    yield Check("configuration", "ok", Message("doctor.configuration", args))
    yield from _database(settings)
    yield from _folders(settings)
    yield from _archive(settings)
    yield from _disk(settings)
    yield _watch(settings)
    yield _reading(settings)
    yield _limits(settings)
    yield _limits_of_formats()


def _database(settings: Settings) -> Iterator[Check]:
    url = make_url(settings.database_url)
    name = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        if not path.exists() or path.stat().st_size == 0:
            yield _absent(settings, name)
            return
        yield from _sqlite(path)
    else:
        yield from _server(settings, name)


def _absent(settings: Settings, name: str) -> Check:
    """No database yet is how everything begins, unless files were archived already."""
    if has_contents(settings.folders.archive):
        return Check("database", "failed", Message("doctor.database_lost", {"name": name}))
    return Check("database", "ok", Message("doctor.database_absent", {"name": name}))


def _sqlite(path: Path) -> Iterator[Check]:
    args = {"name": str(path), "network": network_type(path) or ""}
    if args["network"]:
        yield Check("database", "failed", Message("doctor.database_on_network", args))
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=5)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        yield Check("database", "failed", Message("doctor.database_damaged", {**args, "verdict": str(error)}))
        return
    args |= {"verdict": verdict, "mode": mode, "sqlite": sqlite3.sqlite_version, "version": version}
    if verdict != "ok":
        yield Check("database", "failed", Message("doctor.database_damaged", args))
    yield _version(version, args)
    why = "doctor.journal_wal" if journal_mode() == "wal" else "doctor.journal_delete"
    state: State = "ok" if mode == journal_mode() else "warning"
    yield Check("database", state, Message(why, args))


def _version(version: str, args: dict[str, str]) -> Check:
    if version == schema.HEAD:
        return Check("database", "ok", Message("doctor.database", args))
    known = Message("doctor.database_version", {**args, "wanted": schema.HEAD})
    return Check("database", "warning" if version < schema.HEAD else "failed", known)


def _server(settings: Settings, name: str) -> Iterator[Check]:
    try:
        store = open_store(settings.database_url, create=False, archive_in_use=False)
    except OrdertrailError as error:
        if error.code == "DATABASE_ABSENT":
            yield _absent(settings, name)
        else:
            yield _failed("database", error, settings)
        return
    with closing(store), store.reading() as connection:
        yield Check(
            "database", "ok", Message("doctor.server", {"name": name, "version": str(schema.version(connection))})
        )


def _folders(settings: Settings) -> Iterator[Check]:
    folders = settings.folders
    named = {"inbox": folders.inbox, "archive": folders.archive, "quarantine": folders.quarantine}
    for name, folder in {**named, "reports": folders.reports}.items():
        yield _folder(name, folder)
    devices = {name: _existing(folder).stat().st_dev for name, folder in named.items()}
    if len(set(devices.values())) > 1:
        yield Check("folders", "warning", Message("doctor.file_systems"), Message("doctor.file_systems_hint"))
    network = network_type(folders.inbox)
    if network:
        hint = Message("doctor.network_hint") if settings.run.settle_seconds < 10 else None
        yield Check("folders", "warning" if hint else "ok", Message("doctor.network", {"network": network}), hint)


def _archive(settings: Settings) -> Iterator[Check]:
    """Whether the archive holds anything where the database knows archived files. Says nothing if that cannot be told:
    what is wrong with the database was said already.
    """
    archive = settings.folders.archive
    with suppress(OrdertrailError):
        if has_contents(archive):
            return
        with closing(open_store(settings.database_url, create=False, archive_in_use=False)) as store:
            known = archived_count(store)
        if known and not has_contents(archive):  # another process may have archived the first file meanwhile
            args = {"path": str(archive), "count": str(known)}
            yield Check("folders", "failed", Message("doctor.archive_lost", args), Message("doctor.archive_lost_hint"))


def _folder(name: str, folder: Path) -> Check:
    args = {"name": name, "path": str(folder)}
    if any(one.exists() and not one.is_dir() for one in (folder, *folder.parents)):
        return Check("folders", "failed", Message("doctor.folder_is_a_file", args))
    try:
        with TemporaryFile(dir=_existing(folder)):
            pass
    except OSError as error:
        why = error.strerror or str(error)
        return Check("folders", "failed", Message("doctor.folder_unwritable", {**args, "why": why}))
    return Check("folders", "ok", Message("doctor.folder" if folder.is_dir() else "doctor.folder_absent", args))


def _disk(settings: Settings) -> Iterator[Check]:
    reserve = settings.limits.disk_reserve_bytes
    seen: set[int] = set()
    for folder in (settings.folders.archive, settings.folders.reports, settings.base):
        nearest = _existing(folder)
        device = nearest.stat().st_dev
        if device in seen:
            continue
        seen.add(device)
        free = disk_usage(nearest).free
        args = {"path": str(nearest), "free": str(free // _MEGABYTE), "reserve": str(reserve // _MEGABYTE)}
        state: State = "failed" if free < reserve else "warning" if free < 5 * reserve else "ok"
        yield Check("disk", state, Message("doctor.disk", args))


def _watch(settings: Settings) -> Check:
    """How `watch` would notice files. A hidden file is written into the inbox and removed."""
    inbox = settings.folders.inbox
    seconds = {"seconds": f"{settings.run.poll_seconds:f}"}
    if not inbox.is_dir():
        return Check("watch", "ok", Message("doctor.watch_later"))
    wakeup, why = choose_wakeup(inbox, settings.run.watch, network_type(inbox), Bell())
    if isinstance(wakeup, Polling):
        return Check("watch", "ok", Message("doctor.watch_polling", {**seconds, "why": why}))
    return Check("watch", "ok", Message("doctor.watch_events"))


def _reading(settings: Settings) -> Check:
    """Whether a reading process starts within its limits, and reads."""
    bounds = Bounds(memory_bytes=settings.limits.reader_memory_bytes, cpu_seconds=settings.limits.reader_cpu_seconds)
    readers = Readers(1, bounds, settings.layouts)
    try:
        with as_file(SAMPLES.joinpath("INV-70211.xml")) as sample:
            source = Source(str(sample), sample.name, "", sample.stat().st_size)
            (outcome,) = readers.collect(readers.submit([source]))
    except OrdertrailError as error:
        return _failed("reading", error, settings)
    finally:
        readers.close()
    if isinstance(outcome, Failed):
        return Check(
            "reading", "failed", Message("doctor.said", {"text": translated(outcome.message, settings.language)})
        )
    processes = settings.run.processes or os.cpu_count() or 1
    return Check("reading", "ok", Message("doctor.reading", {"processes": str(processes)}))


def _limits(settings: Settings) -> Check:
    limits = settings.limits
    args = {
        "file": str(limits.file_bytes // _MEGABYTE),
        "documents": str(limits.file_documents),
        "memory": str(limits.reader_memory_bytes // (1024 * 1024)),
        "cpu": str(limits.reader_cpu_seconds),
        "seconds": str(limits.reader_seconds),
        "reserve": str(limits.disk_reserve_bytes // _MEGABYTE),
    }
    return Check("limits", "ok", Message("doctor.limits", args))


def _limits_of_formats() -> Check:
    limits = {
        "lines": MAX_LINES,
        "elements": MAX_ELEMENTS,
        "rows": MAX_ROWS,
        "columns": MAX_COLUMNS,
        "unpacked": MAX_UNPACKED // _MEGABYTE,
        "entries": MAX_ENTRIES,
        "segments": MAX_SEGMENTS,
    }
    return Check(
        "limits", "ok", Message("doctor.limits_of_formats", {name: str(most) for name, most in limits.items()})
    )


def _failed(name: str, error: OrdertrailError, settings: Settings) -> Check:
    hint = translated(error.hint or "", settings.language)
    said = Message("doctor.said", {"text": translated(error.message, settings.language)})
    return Check(name, "failed", said, Message("doctor.said", {"text": hint}) if hint else None)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(one for one in (folder, *folder.parents) if one.is_dir())
