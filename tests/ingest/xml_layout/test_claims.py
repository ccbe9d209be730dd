"""Which files are read by a layout, beside the formats that the program knows itself."""

from typing import Any

import pytest

from ingest.format import Content
from ingest.formats import FORMATS
from ingest.identify import identify
from ingest.layout import Layout
from orders.errors import Reject
from tests.ingest.xml_layout.own import layout

OWN = '<Asn no="D1"><Item line="1" po="P"><Qty>1</Qty></Item></Asn>'
UBL_ROOT = "{urn:oasis:names:specification:ubl:schema:xsd:Order-2}Order"
UBL = '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'


def format_of(xml: str, *layouts: Layout, name: str = "a.xml", folder: str = "") -> str:
    return identify(Content(xml.encode(), name, folder, layouts), FORMATS).name


def refused(xml: str, *layouts: Layout) -> Reject:
    with pytest.raises(Reject) as caught:
        format_of(xml, *layouts)
    return caught.value


def test_a_layout_claims_xml_with_its_root() -> None:
    assert format_of(OWN, layout()) == "xml_layout"
    assert format_of(OWN.replace("<Asn", '<Asn xmlns="urn:x"'), layout()) == "xml_layout"


@pytest.mark.parametrize("keys", [{"root": "Order"}, {"files": "b*.xml"}, {"root": "{urn:y}Asn"}, {"files": "acme/*"}])
def test_another_root_or_another_name_is_not_claimed(keys: dict[str, Any]) -> None:
    assert refused(OWN, layout(**keys)).code == "FORMAT_UNKNOWN"


def test_without_a_layout_it_is_said_how_to_get_one() -> None:
    assert "ordertrail layout suggest" in (refused(OWN).hint or "")


def test_two_layouts_that_claim_one_file_are_named() -> None:
    content = Content(OWN.encode(), "a.xml", "", (layout(), layout(name="other")))
    with pytest.raises(Reject) as caught:
        identify(content, FORMATS).read(content)
    assert caught.value.code == "LAYOUT_RIVALS"
    assert '"acme" and "other"' in caught.value.message


def test_a_file_that_a_format_knows_too_is_refused_with_both_names() -> None:
    error = refused(UBL, layout(root="Order"))
    assert error.code == "FORMAT_AMBIGUOUS"
    assert "ubl and xml_layout" in error.message
    assert UBL_ROOT in (error.hint or "")


def test_a_root_with_its_namespace_overrules_the_format_that_knows_the_file() -> None:
    assert format_of(UBL, layout(root=UBL_ROOT)) == "xml_layout"
    cxml = '<cXML payloadID="1"><Request><OrderRequest/></Request></cXML>'
    assert refused(cxml, layout(root="cXML")).code == "FORMAT_AMBIGUOUS"
    assert format_of(cxml, layout(root="{}cXML")) == "xml_layout"


def test_a_layout_of_tables_claims_no_xml() -> None:
    table = layout(root=None, lines=None, paths=None, columns={"document_number": "A"})
    assert refused(OWN, table).code == "FORMAT_UNKNOWN"
