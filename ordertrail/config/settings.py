"""What `config.toml` comes to: values that the rest of the program is handed. Nothing here reads or checks anything."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ingest.layout import Layout
from orders.policy import Policy
from orders.wording import Language

WatchMode = Literal["auto", "events", "polling"]
ReportFormat = Literal["xlsx", "csv", "json"]
OnError = Literal["off", "report", "reject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The folders that the program works in; absolute, different, none inside another."""

    inbox: Path
    archive: Path
    quarantine: Path
    reports: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How the inbox is worked through."""

    processes: int = 0  # readers side by side; 0: as many as there are processors
    settle_seconds: float = 2.0  # a file is taken when it has not changed for so long
    poll_seconds: float = 5.0  # how often `watch` looks where no events come
    rescan_seconds: float = 60.0  # how often it looks where events do come: events get lost
    watch: WatchMode = "auto"
    batch_documents: int = 100  # documents a transaction
    empty_file_minutes: float = 5.0  # an empty file may still be filled; after that it is rejected
    retry_minutes: float = 15.0  # the longest pause before a waiting file is tried again


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file, and the process that reads it, may cost. Sizes in bytes, times in seconds."""

    file_bytes: int = 100_000_000
    file_documents: int = 50_000
    reader_memory_bytes: int = 1024 * 1024 * 1024
    reader_cpu_seconds: int = 60
    reader_seconds: int = 120
    disk_reserve_bytes: int = 200_000_000  # with less free space no file is begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What `run` and `report` write."""

    formats: tuple[ReportFormat, ...] = ("xlsx", "csv", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """Whether arriving files are checked by the rules of their standards, and what becomes of those that break them."""

    on_error: OnError = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole configuration, checked. `path` is the file it was read from, `base` what relative paths refer to."""

    path: Path
    base: Path
    language: Language
    folders: Folders
    database_url: str = field(repr=False)  # may hold a password
    policy: Policy
    layouts: tuple[Layout, ...]
    limits: Limits
    run: Run
    reports: Reports
    validation: Validation = Validation()
