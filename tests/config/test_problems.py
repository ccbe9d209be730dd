"""What is wrong with a configuration is said at once, with file, line, key and what was probably meant."""

from pathlib import Path

import pytest

from orders.errors import Stop
from ordertrail.config import load, parse

HERE = Path("/somewhere/config.toml")


def wrong(text: str, **environ: str) -> str:
    with pytest.raises(Stop) as stopped:
        parse(text, HERE, environ)
    assert stopped.value.code in ("CONFIG_WRONG", "CONFIG_NOT_TOML")
    return stopped.value.message


def test_fault_F63_an_unknown_key_names_file_line_and_the_nearest_known_key() -> None:
    said = wrong('language = "de"\n\n[tolerance]\nprice_ovr = "5 %"\n')
    assert said == 'config.toml, line 4: "tolerance.price_ovr" is not a key; did you mean "price_over"?'


@pytest.mark.parametrize(
    ("text", "line", "key", "meant"),
    [
        ("lnguage = 'de'", 1, "lnguage", "language"),
        ("[folder]\ninbox = 'x'", 1, "folder", "folders"),
        (
            "[suppliers.a]\nname='x'\n[suppliers.a.options]\nshippng = true",
            4,
            "suppliers.a.options.shippng",
            "shipping",
        ),
        ("[suppliers.a]\nunits = { CT = { unt = 'C62', factor = '1' } }", 2, "suppliers.a.units.CT.unt", "unit"),
        (
            "[[layouts]]\nname='a'\nfiles='b'\n[[layouts]]\nname='c'\nfiles='d'\ncolums={}",
            7,
            "layouts[2].colums",
            "columns",
        ),
        ("[item_groups.g]\nitems=[]\ntolerence={}", 3, "item_groups.g.tolerence", "tolerance"),
        ("[run]\nnote='''\n[limits]\n'''\nsettle_second=1", 5, "run.settle_second", "settle_seconds"),
    ],
)
def test_fault_F63_a_misspelled_key_is_found_on_every_level(text: str, line: int, key: str, meant: str) -> None:
    said = wrong(text)
    assert f'line {line}: "{key}"' in said
    assert f'"{meant}"' in said


def test_a_key_in_the_wrong_table_is_told_where_it_belongs() -> None:
    assert wrong("settle_seconds = 2") == 'config.toml, line 1: "settle_seconds" is not a key; it belongs in [run].'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[options]\nshipping = 'yes'", "must be true or false"),
        ("[options]\nshipping = 1", "must be true or false"),
        ("[run]\nprocesses = 1.5", "must be a whole number"),
        ("[run]\nprocesses = true", "must be a whole number"),
        ("[run]\nprocesses = -1", "must be at least 0"),
        ("[run]\nsettle_seconds = -1", "must not be negative"),
        ("[run]\npoll_seconds = 0", "must be more than 0"),
        ("[run]\npoll_seconds = nan", "must be a number"),
        ("[matching]\naccept = 1.5", "must lie between 0 and 1"),
        ("language = 'dk'", "must be 'de', 'en' or 'fr', not 'dk'"),
        ("language = 5", "must be 'de', 'en' or 'fr', not 5"),
        ("[suppliers.a]\nname = 5", "must be a text in quotes"),
        ("[suppliers.a]\nids = 'x'", "must be a list"),
        ("[suppliers]\na = 5", "must be a table"),
        ("suppliers = []", "must be a table"),
        ("[suppliers.a.units]\nCT = { unit = 'C62' }", "factor\" is missing"),
        ("[suppliers.a.units]\nCT = { unit = 'C62', factor = 0 }", "must be more than 0"),
        ("[item_groups.a]", "items\" is missing"),
        ("[status]\nprecedence = ['invoiced', 'shiped']", "names 'shiped', which is no status; did you mean"),
        ("[status]\nprecedence = ['invoiced', 'invoiced']", "names a status twice"),
        ("[status]\nprecedence = 'other'", 'must be "default" or a list of statuses'),
        ("[database]\nurl = 'mysql://x'", "must begin with sqlite:/// or postgresql+psycopg://"),
        ("[database]\nurl = 'sqlite:///:memory:'", "must name a file"),
        ("[database]\nurl = 'sqlite:///inbox/x.db'", 'lies inside "folders.inbox"'),
        ("[reports]\nformats = ['pdf']", "must be 'xlsx', 'csv' or 'json', not 'pdf'"),
        ("[[layouts]]\nname = 'a'\nfiles = 'b'\nsupplier = 'acne'\n[suppliers.acme]", 'did you mean "acme"?'),
        ("[[layouts]]\nname = 'a'\nfiles = 'b'\nparty = { name = 'x' }", '"party" is filled in'),
    ],
)  # fmt: skip
def test_fault_F63_a_wrong_value_is_told_what_it_must_be(text: str, said: str) -> None:
    assert said in wrong(text)


@pytest.mark.parametrize(
    "value",
    [
        '"x"',
        '"-1"',
        '"5 %, 2"',
        '"5 %, min 2"',
        '"2, max 3"',
        '"5 %, max 1, max 2"',
        '"5 value %"',
        '"5%%"',
        '"1_000"',
        '"１"',
        '"1e9"',
        '"NaN"',
        "true",
        "-3",
        "inf",
        "[]",
    ],
)
def test_hostile_S33_a_tolerance_is_a_plain_number_or_nothing(value: str) -> None:
    assert 'must be an amount ("2"), a percentage ("5 %") or both' in wrong(f"[tolerance]\ntotal = {value}")


def test_every_problem_is_listed_in_the_order_of_the_file() -> None:
    said = wrong("language = 'x'\n[folders]\ninbux = 'a'\n[options]\nreceipt = 'x'").splitlines()
    assert said[0].endswith("has 3 problems:")
    assert [line.partition(":")[0] for line in said[1:]] == [
        "config.toml, line 1",
        "config.toml, line 3",
        "config.toml, line 5",
    ]


@pytest.mark.parametrize(
    ("folders", "said"),
    [
        ("inbox = 'a'\narchive = './a'", '"folders.inbox" is the same folder as "folders.archive"'),
        ("inbox = 'a/../b'\nreports = 'b'", "is the same folder"),
        ("archive = 'inbox/archive'", '"folders.archive" lies inside "folders.inbox"'),
        ("inbox = '.'", 'lies inside "folders.inbox"'),
        ("quarantine = 'archive/bad/files'", '"folders.quarantine" lies inside "folders.archive"'),
    ],
)
def test_fault_F63_two_tasks_for_one_folder_are_refused(folders: str, said: str) -> None:
    assert said in wrong(f"[folders]\n{folders}")


def test_folders_that_are_one_through_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(Stop, match="is the same folder"):
        parse("[folders]\ninbox = 'real'\narchive = 'link'", tmp_path / "config.toml", {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[suppliers.a]\nids = ['DE1']\n[suppliers.b]\nids = ['de1']", '"de1" is already taken by "suppliers.a"'),
        ("[item_groups.a]\nitems = ['X']\n[item_groups.b]\nitems = ['x']", '"x" is already taken by "item_groups.a"'),
        ("[[layouts]]\nname='a'\nfiles='b'\n[[layouts]]\nname='a'\nfiles='c'", '"a" is already taken by "layouts[1]"'),
    ],
)  # fmt: skip
def test_what_can_have_one_owner_only_is_not_given_to_two(text: str, said: str) -> None:
    assert said in wrong(text)


@pytest.mark.parametrize("text", ["language = ", "[a\n", "a = 1\na = 2", "= 5", "\0"])
def test_a_file_that_is_no_toml_names_the_line(text: str) -> None:
    said = wrong(text)
    assert "at line" in said or "at end of document" in said


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system ['true']", "language: de", "import os", "cos\nsystem\n."]
)
def test_hostile_S52_nothing_but_toml_is_read(text: str) -> None:
    assert "config.toml is not TOML" in wrong(text)


def test_fault_F63_a_missing_file_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"There is no config\.toml here or in a folder above") as stopped:
        load(None, {}, start=tmp_path)
    assert "ordertrail init" in (stopped.value.hint or "")
    with pytest.raises(Stop, match="There is no configuration file") as stopped:
        load(tmp_path / "other.toml", {})
    assert stopped.value.code == "CONFIG_MISSING"


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="cannot be read") as stopped:
        load(tmp_path, {})
    assert stopped.value.code == "CONFIG_UNREADABLE"


def test_a_file_in_another_encoding_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes("# größer\n".encode("latin-1"))
    with pytest.raises(Stop, match="is not UTF-8"):
        load(tmp_path / "config.toml", {})
