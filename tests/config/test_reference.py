"""The shipped `config.toml` is the reference: complete, and as good as its word."""

import re
import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from orders.document import DocumentType
from orders.policy import Packaging, Tolerance
from ordertrail.config import parse
from ordertrail.config.keys import ConfigFile
from tests.structure.project import ROOT

HERE = Path("/somewhere/config.toml")
TEXT = files("ordertrail.config").joinpath("reference.toml").read_text(encoding="utf-8")
WITH_EXAMPLES = re.sub(r"^#(?=\S)|^#$", "", TEXT, flags=re.MULTILINE)


def test_the_file_at_the_top_is_the_one_that_is_shipped() -> None:
    assert (ROOT / "config.toml").read_text(encoding="utf-8") == TEXT


def test_every_key_stands_in_the_reference_with_its_default() -> None:
    written = tomllib.loads(TEXT, parse_float=Decimal)
    for table, field in ConfigFile.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        if inner is None:
            assert table in written or f"{table}." in TEXT or f"[[{table}]]" in TEXT, table
        else:
            assert set(written[table]) == set(inner), table


def test_the_defaults_of_the_reference_are_the_defaults() -> None:
    written = tomllib.loads(TEXT, parse_float=Decimal)
    for table in ("tolerance", "options", "layouts", "suppliers", "item_groups"):
        written.pop(table, None)  # left out, these inherit instead of having a default
    assert ConfigFile.model_validate(written) == ConfigFile()


def test_options_of_the_reference_are_the_defaults() -> None:
    assert parse(TEXT, HERE, {}).policy.options == parse("", HERE, {}).policy.options


def test_the_examples_work_once_their_hash_is_taken_away() -> None:
    settings = parse(WITH_EXAMPLES, HERE, {})
    (acme,) = settings.policy.suppliers
    assert acme.name == "ACME GmbH"
    assert acme.options.shipping is False
    assert acme.options.receipt is True
    assert acme.tolerances.price_over == Tolerance(percent=Decimal(1))
    assert acme.units == dict.fromkeys(("CT", "XCT"), Packaging(unit="C62", factor=Decimal(12)))
    assert acme.item_units == dict.fromkeys(
        (("sup4711", "CT"), ("sup4711", "XCT")), Packaging(unit="C62", factor=Decimal(24))
    )
    assert acme.item_tolerances["sup4711"].quantity_over == Tolerance(percent=Decimal(10))
    assert acme.items == {"sup4711": "OUR-0815"}
    assert settings.policy.item_group_of == {"our815": "screws", "our816": "screws"}
    assert settings.policy.item_groups["screws"].quantity_over == Tolerance(percent=Decimal(5), absolute=Decimal(100))
    layout, own_xml = settings.layouts
    assert own_xml.is_of_xml
    assert layout.type is DocumentType.DESPATCH_ADVICE
    assert layout.party is not None
    assert layout.party.vat_id == "DE123456789"


def test_every_key_of_a_supplier_and_of_an_item_group_is_in_the_examples() -> None:
    examples = tomllib.loads(WITH_EXAMPLES)
    for table in ("suppliers", "item_groups"):
        (entry,) = examples[table].values()
        known = ConfigFile.model_fields[table].annotation.__args__[1].model_fields  # type: ignore[union-attr]  # dict[str, Table]
        assert set(entry) == set(known)
