"""What a configuration file comes to."""

import pickle
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.errors import Stop
from orders.policy import Options, Packaging, Policy, Tolerance
from orders.status import DEFAULT_PRECEDENCE, Status
from ordertrail.config import find, load, parse
from ordertrail.config.positions import key_lines
from ordertrail.config.tolerance import parse_tolerance

HERE = Path("/somewhere/config.toml")


def test_everything_has_a_default() -> None:
    settings = parse("", HERE, {})
    assert settings.language == "de"
    assert settings.policy == Policy()
    assert settings.folders.inbox == Path("/somewhere/inbox")
    assert settings.folders.reports == Path("/somewhere/reports/out")
    assert settings.database_url == "sqlite:////somewhere/ordertrail.db"
    assert settings.layouts == ()


def test_the_file_is_found_here_or_above(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "config.toml").write_text("language = 'fr'", encoding="utf-8")
    assert find(below) == tmp_path / "config.toml"
    assert load(None, {}, start=below).base == tmp_path
    (below / "config.toml").write_text("language = 'en'", encoding="utf-8")
    assert load(None, {}, start=below).language == "en"


def test_relative_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "my.toml").write_text(
        "[folders]\ninbox = '../in'\narchive = '/data/archive'\n[database]\nurl = 'sqlite:///db/x.db?timeout=5'",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    settings = load(Path("conf/my.toml"), {})
    assert settings.folders.inbox == tmp_path / "in"
    assert settings.folders.archive == Path("/data/archive")
    assert settings.database_url == f"sqlite:///{tmp_path}/conf/db/x.db?timeout=5"


def test_a_byte_order_mark_of_a_windows_editor_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("language = 'fr'\r\n", encoding="utf-8-sig")
    assert load(tmp_path / "config.toml", {}).language == "fr"


def test_a_supplier_inherits_the_options_that_it_does_not_set() -> None:
    settings = parse("[options]\nreceipt = false\n[suppliers.a.options]\nshipping = false", HERE, {})
    assert settings.policy.suppliers[0].options == Options(shipping=False, receipt=False)


def test_a_tolerance_that_is_not_set_inherits_and_0_means_0() -> None:
    (supplier,) = parse("[suppliers.a.tolerance]\ntotal = 0", HERE, {}).policy.suppliers
    assert supplier.tolerances.total == Tolerance(absolute=Decimal(0))
    assert supplier.tolerances.price_over is None


def test_statuses_left_out_of_a_precedence_follow_in_the_default_order() -> None:
    asked = parse("[status]\nprecedence = ['received', 'invoiced']", HERE, {}).policy.precedence
    assert asked[:2] == (Status.RECEIVED, Status.INVOICED)
    assert asked[2:] == tuple(one for one in DEFAULT_PRECEDENCE if one not in asked[:2])


def test_settings_cross_process_borders_whole() -> None:
    settings = parse("[suppliers.a]\nname = 'A'\n[[layouts]]\nname = 'l'\nfiles = '*'\nsupplier = 'a'", HERE, {})
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301 - our own bytes


def test_a_password_does_not_show_where_settings_are_printed() -> None:
    assert "secret" not in repr(parse("[database]\nurl = 'postgresql+psycopg://u:secret@h/d'", HERE, {}))


@pytest.mark.parametrize(
    ("text", "absolute", "percent"),
    [
        ("2", "2", None),
        ("0.05", "0.05", None),
        ("5 %", None, "5"),
        ("5%", None, "5"),
        ("0.5 %, max 2", "2", "0.5"),
        ("5%,max 2.50", "2.50", "5"),
        (3, "3", None),
        (Decimal("0.01"), "0.01", None),
    ],
)
def test_a_tolerance_is_an_amount_a_percentage_or_both(text: object, absolute: str | None, percent: str | None) -> None:
    limit = parse_tolerance(text)
    assert (limit.absolute, limit.percent) == tuple(None if x is None else Decimal(x) for x in (absolute, percent))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("10 value", Tolerance(value=Decimal(10))),
        ("5 %, max 50 value", Tolerance(percent=Decimal(5), value=Decimal(50))),
        ("5%,max 2,max 50 value", Tolerance(percent=Decimal(5), absolute=Decimal(2), value=Decimal(50))),
        ("5 %, min 2 value", Tolerance(percent=Decimal(5), least_value=Decimal(2))),
        ("1, min 2 value", Tolerance(absolute=Decimal(1), least_value=Decimal(2))),
    ],
)
def test_a_tolerance_may_go_by_the_money_at_stake(text: str, limit: Tolerance) -> None:
    assert parse_tolerance(text) == limit


def test_packaging_is_known_by_the_word_and_by_the_code_that_documents_have_for_it() -> None:
    (acme,) = parse(
        "[suppliers.acme.units]\nKarton = { unit = 'Stk', factor = '12' }\n"
        "[suppliers.acme.item_units.SUP-1]\nPK = { unit = 'KGM', factor = '1/3' }",
        HERE,
        {},
    ).policy.suppliers
    dozen, third = Packaging(unit="H87", factor=Decimal(12)), Packaging(unit="KGM", factor=Fraction(1, 3))
    assert acme.units == {"Karton": dozen, "XCT": dozen}
    assert acme.item_units == {("sup1", "PK"): third, ("sup1", "XPK"): third}


def test_words_of_one_code_that_hold_different_amounts_are_only_known_as_written() -> None:
    (acme,) = parse(
        "[suppliers.acme.units]\nKarton = { unit = 'C62', factor = 12 }\nCT = { unit = 'C62', factor = 24 }", HERE, {}
    ).policy.suppliers
    assert sorted(acme.units) == ["CT", "Karton"]


@pytest.mark.parametrize("factor", ["0", "0/3", "1/0", "-1/3", "1/", "a/b", "1/3/4", True])
def test_a_factor_is_a_number_or_a_quotient_above_0(factor: object) -> None:
    written = "true" if factor is True else f"'{factor}'"
    with pytest.raises(Stop, match="factor"):
        parse(f"[suppliers.acme.units]\nCT = {{ unit = 'C62', factor = {written} }}", HERE, {})


@given(st.text(max_size=12) | st.from_regex(r"[0-9.% ,maxinvlue]{1,20}", fullmatch=True))
def test_what_is_taken_for_a_tolerance_is_finite_and_not_negative(text: str) -> None:
    try:
        limit = parse_tolerance(text)
    except ValueError:
        return
    for part in (limit.absolute, limit.percent, limit.value, limit.least_value):
        assert part is None or (part.is_finite() and part >= 0)


# environment variables


def test_an_environment_variable_overrides_a_key() -> None:
    environ = {
        "ORDERTRAIL_DATABASE__URL": "postgresql+psycopg://u:p@h/d",
        "ORDERTRAIL_LANGUAGE": "en",
        "ORDERTRAIL_OPTIONS__SHIPPING": "false",
        "ORDERTRAIL_LIMITS__FILE_MB": "7",
        "ORDERTRAIL_TOLERANCE__PRICE_OVER": "5 %, max 2",
        "ORDERTRAIL_REPORTS__FORMATS": '["csv"]',
        "ORDERTRAIL_SUPPLIERS__ACME__NAME": "4711",
    }
    settings = parse("language = 'de'\n[suppliers.ACME]\naliases = ['x']", HERE, environ)
    assert settings.database_url == "postgresql+psycopg://u:p@h/d"
    assert settings.language == "en"
    assert settings.policy.options.shipping is False
    assert settings.limits.file_bytes == 7_000_000
    assert settings.policy.tolerances.price_over == Tolerance(percent=Decimal(5), absolute=Decimal(2))
    assert settings.reports.formats == ("csv",)
    (acme,) = settings.policy.suppliers
    assert (acme.key, acme.name, acme.aliases) == ("ACME", "4711", ("x",))


def test_variables_of_other_programs_are_left_alone() -> None:
    assert parse("", HERE, {"ORDERTRAIL_CORPUS": "x", "ORDERTRAIL": "y", "OTHER__X": "z"}) == parse("", HERE, {})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "ORDERTRAIL_DATABASE__URI",
            "x",
            'variable ORDERTRAIL_DATABASE__URI: "database.uri" is not a key; did you mean',
        ),
        (
            "ORDERTRAIL_RUN__PROCESSES",
            "x",
            'variable ORDERTRAIL_RUN__PROCESSES: "run.processes" must be a whole number',
        ),
        ("ORDERTRAIL_NONSENSE__X", "x", 'variable ORDERTRAIL_NONSENSE__X: "nonsense" is not a key'),
    ],
)
def test_a_wrong_variable_is_named(name: str, value: str, said: str) -> None:
    with pytest.raises(Exception, match=r".") as stopped:
        parse("", HERE, {name: value})
    assert said in str(stopped.value)


def test_the_line_of_every_key_is_known() -> None:
    lines = key_lines(
        "# x\na.b = 1\n\n[t]\nlist = [\n  1,\n  '[no]',\n]\n[[e]]\n[[e]]\nk = { i = 1 }\n[e.sub]\nz = 1\n"
    )
    assert lines[("a", "b")] == 2
    assert lines[("t",)] == 4
    assert lines[("t", "list", 1)] == 5
    assert lines[("e", 0)] == 9
    assert lines[("e", 1, "k", "i")] == 11
    assert lines[("e", 1, "sub", "z")] == 13
