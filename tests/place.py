"""A working folder to test in: real folders, a real database, files dropped into a real inbox."""

import hashlib
import os
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ordertrail.config import load
from ordertrail.config.settings import Settings
from ordertrail.inbox.names import read_claim_name
from ordertrail.run import Done, run
from ordertrail.store.engine import Store

INVOICE = """<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
 <cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-03-30</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
 <cac:OrderReference><cbc:ID>{order}</cbc:ID></cac:OrderReference>
 <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Schrauben Kern</cbc:Name></cac:PartyName></cac:Party>
 </cac:AccountingSupplierParty>
 <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">6</cbc:InvoicedQuantity>
  <cbc:LineExtensionAmount currencyID="EUR">60.00</cbc:LineExtensionAmount>
  <cac:Item><cbc:Name>Bolt</cbc:Name></cac:Item></cac:InvoiceLine>
</Invoice>
"""


def invoice(number: str, order: str = "4500017") -> bytes:
    """An invoice of one line."""
    return INVOICE.format(number=number, order=order).encode()


def derive_nothing(_store: Store, _settings: Settings) -> int:
    """Stands in for the derivations where a test is about files."""
    return 0


def report_nothing(_store: Store, _settings: Settings) -> tuple[Path, ...]:
    """Stands in for the reports where a test is about files."""
    return ()


@dataclass(frozen=True)
class Place:
    """The folders of a configuration. Files need not settle unless a test says so."""

    settings: Settings

    @property
    def inbox(self) -> Path:
        return self.settings.folders.inbox

    @property
    def work(self) -> Path:
        return self.inbox / ".work"

    @property
    def archive(self) -> Path:
        return self.settings.folders.archive

    @property
    def quarantine(self) -> Path:
        return self.settings.folders.quarantine

    @property
    def database(self) -> Path:
        return self.settings.base / "ordertrail.db"

    def drop(self, name: str | bytes, data: bytes) -> Path:
        """Puts a whole file into the inbox, or a subfolder of it."""
        path = self.inbox / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def run(self, **options: Any) -> Done:
        """Everything in the inbox once, without derivations and reports."""
        return run(self.settings, derive_nothing, report_nothing, **options)

    def having(self, *, limits: dict[str, Any] | None = None, **run_options: Any) -> "Place":
        """The same place, configured otherwise."""
        settings = replace(self.settings, run=replace(self.settings.run, **run_options))
        return Place(replace(settings, limits=replace(settings.limits, **(limits or {}))))

    def rows(self, query: str = "SELECT * FROM arrivals ORDER BY id") -> list[dict[str, Any]]:
        """What the database holds."""
        with closing(sqlite3.connect(self.database)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query)]

    def states(self) -> dict[str, int]:
        """How many arrivals are in which state."""
        return dict(Counter(row["state"] for row in self.rows()))

    def waiting(self) -> dict[str, str]:
        """The files that wait, with the code of the reason."""
        return {row["name"]: row["code"] for row in self.rows() if row["state"] == "waiting"}

    def claims(self) -> list[str]:
        """The claimed files in the work folder."""
        return [path.name for path in self.work.iterdir() if read_claim_name(path.name)]

    def archived(self) -> dict[str, bytes]:
        """The contents of the archive by their names without ending."""
        files = [path for path in self.archive.glob("??/*") if path.is_file()]
        return {path.name.partition(".")[0]: path.read_bytes() for path in files}

    def left(self) -> list[str]:
        """The files that lie in the inbox, without our own marks."""
        files = [path for path in self.inbox.rglob("*") if path.is_file() or path.is_symlink()]
        return sorted(
            str(path.relative_to(self.inbox)) for path in files if path.relative_to(self.inbox).parts[0][0] != "."
        )


def make_place(folder: Path, configuration: str = "", **run_options: Any) -> Place:
    """A place with an empty inbox."""
    config = folder / "config.toml"
    config.write_text(configuration)
    settings = load(config, {})
    options = {"settle_seconds": 0.0, "processes": 1, **run_options}
    settings = replace(settings, run=replace(settings.run, **options))
    settings.folders.inbox.mkdir()
    return Place(settings)


def check_nothing_lost(place: Place, dropped: list[bytes]) -> None:
    """The invariants that hold after every run, whatever happened before: `dropped` is the content of each file that
    was ever put into the inbox."""
    rows = place.rows()
    archived = place.archived()
    assert {name: hashlib.sha256(data).hexdigest() for name, data in archived.items()} == {
        name: name for name in archived
    }
    assert {hashlib.sha256(data).hexdigest() for data in dropped} <= set(archived), "every content is in the archive"
    assert place.claims() == [], "nothing is left in the work folder"
    assert list((place.archive / ".tmp").iterdir()) == []
    assert list(place.archive.glob("??/*.tmp")) == []
    came = Counter(hashlib.sha256(data).hexdigest() for data in dropped)
    assert Counter(row["sha256"] for row in rows) == came, "one arrival for each file that came in"
    first = Counter(row["sha256"] for row in rows if row["state"] == "accepted")
    assert set(first.values()) <= {1}, "each content is accepted once"
    rejected = {row["arrival_id"]: row for row in rows if row["state"] == "rejected"}
    for row in rejected.values():
        assert hashlib.sha256((place.quarantine / row["path"]).read_bytes()).hexdigest() == row["sha256"]
        assert (place.quarantine / row["path"]).with_name("error.json").exists()
    assert {path.parent.name for path in place.quarantine.glob("*/*/original.bin")} == set(rejected)
    for row in rows:
        if row["state"] in ("accepted", "duplicate"):
            assert (place.archive / row["path"]).stat().st_size == row["size"]
    files = place.rows(
        "SELECT sha256, count(*) AS documents FROM arrivals JOIN documents ON arrival = arrivals.id GROUP BY 1"
    )
    assert {row["sha256"] for row in files} == set(first), "documents of each accepted content, and of no other"
    assert {row["documents"] for row in files} <= {1}, "each document once"
    with closing(sqlite3.connect(place.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
