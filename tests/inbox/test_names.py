"""What files are called on their way, and which are not meant for us."""

import os
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordertrail.inbox.names import (
    LONGEST_NAME,
    arrival_ids,
    claim_name,
    is_foreign_folder,
    is_temporary,
    read_claim_name,
    received_at,
    shown,
    split_path,
)

ID = next(arrival_ids())
NAMES = st.binary(min_size=1, max_size=255).filter(lambda name: not set(name) & set(b"/\0")).map(os.fsdecode)


@pytest.mark.parametrize(
    "name",
    [
        "a.part", "a.tmp", "a.TMP", "a.xml.crdownload", "a.filepart", "a.writing", ".a.xml.swp", "~$orders.xlsx",
        ".~lock.a.ods#", ".hidden.xml", ".DS_Store", "Thumbs.db", "desktop.ini", "._a.xml", "a.xml~",
    ],
)  # fmt: skip
def test_fault_F49_names_of_files_being_written_or_not_meant_for_us(name: str) -> None:
    assert is_temporary(name)


@pytest.mark.parametrize("name", ["a.xml", "tmp", "part", "a.tmp.xml", "a", "temporary.csv", "ä.xlsx", "x~1.xml"])
def test_other_names_are_files_for_us(name: str) -> None:
    assert not is_temporary(name)


@pytest.mark.parametrize("name", ["@eaDir", "__MACOSX", ".work", "$RECYCLE.BIN"])
def test_fault_F49_folders_of_file_managers(name: str) -> None:
    assert is_foreign_folder(name)
    assert not is_foreign_folder("invoices")


@given(NAMES, st.lists(NAMES.filter(lambda name: name not in {".", ".."}), max_size=3))
def test_a_claim_says_the_whole_path_or_that_it_does_not(name: str, folders: list[str]) -> None:
    claimed, whole = claim_name(ID, "/".join(folders), name)
    assert len(os.fsencode(claimed)) <= LONGEST_NAME
    assert "/" not in claimed
    assert claimed.isascii()
    said = read_claim_name(claimed)
    assert said is not None
    assert (said.id, said.whole) == (ID, whole)
    if whole:
        assert split_path(said.path) == ("/".join(folders), name)


@given(NAMES)
def test_a_shown_name_never_breaks_a_line_nor_turns_it(name: str) -> None:
    assert shown(name).isprintable()
    shown(name).encode()


def test_a_plain_name_is_shown_as_it_is() -> None:
    assert shown("Rechnung 17 – März.xml") == "Rechnung 17 – März.xml"
    assert shown("a\nb\u202e.xml") == "a\\nb\\u202e.xml"
    assert shown(os.fsdecode(b"\xe4.xml")) == "\\xe4.xml"


def test_ids_are_different_sort_by_time_and_say_when() -> None:
    ids = list(islice(arrival_ids(), 1000))
    assert len(set(ids)) == 1000
    assert [id_[:19] for id_ in ids] == sorted(id_[:19] for id_ in ids)
    assert received_at("1763805600000000000-1a2b3c4d").isoformat() == "2025-11-22T10:00:00+00:00"


@pytest.mark.parametrize("name", ["watch.lock", "1763805600000000000-1a2b3c4d.path", "a.xml", "1-2__a.xml"])
def test_what_is_no_claim_is_not_taken_for_one(name: str) -> None:
    assert read_claim_name(name) is None
