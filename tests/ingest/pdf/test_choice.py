"""Which of the files within a PDF is the document."""

import pytest

from ingest.format import Content
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject
from tests.ingest import ubl
from tests.ingest.cii import cii
from tests.ingest.pdf.pdf import Attached, pdf


def invoice(number: str = "R-1", code: str = "380", profile: str = "") -> bytes:
    context = {"GuidelineSpecifiedDocumentContextParameter/ID": profile}
    return cii.xml({"ExchangedDocumentContext": context, "ExchangedDocument": {"ID": number, "TypeCode": code}})


def order(number: str) -> bytes:
    return ubl.xml("Order", {"ID": number})


def only(*attached: Attached, listed: bool = True) -> Document:
    (one,) = read(Content(pdf(*attached, listed=listed), "rechnung.pdf"))
    return one


def rejected(*attached: Attached) -> Reject:
    with pytest.raises(Reject) as caught:
        read(Content(pdf(*attached)))
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        "factur-x.xml",
        "zugferd-invoice.xml",
        "ZUGFeRD-invoice.xml",
        "xrechnung.xml",
        "order-x.xml",
        "Factur-X.XML",
        "a.xml",
    ],
)
@pytest.mark.parametrize("relationship", ["Alternative", "Source", "Data", "Unspecified", "Supplement"])
def test_hostile_S38_the_only_xml_is_the_document_whatever_it_is_called(name: str, relationship: str) -> None:
    assert only(Attached(name, invoice(), relationship)).number == "R-1"


def test_it_may_be_of_any_format_of_xml() -> None:
    one = only(Attached("UBL-Invoice-2.1.xml", order("B-1"), "Unspecified"))
    assert (one.type, one.number, one.format) == ("order", "B-1", "ubl")


def test_where_names_the_file_within() -> None:
    data = cii.xml(
        {
            "ExchangedDocument": {"ID": "R-1", "TypeCode": "380", "IssueDateTime": cii.day("20260230")},
            "SupplyChainTradeTransaction": {"IncludedSupplyChainTradeLineItem": cii.line("1")},
        }
    )
    one = only(Attached("factur-x.xml", data))
    assert (one.lines[0].where, one.issues[0].where) == ("factur-x.xml, line 1", "factur-x.xml, line 1")
    fault = rejected(Attached("factur-x.xml", b"<a>"))
    assert (fault.code, fault.where) == ("XML_NOT_WELL_FORMED", "factur-x.xml, line 1, column 4")


def test_other_attachments_are_nothing_to_us() -> None:
    picture = Attached("photo.png", b"\x89PNG", "Supplement", "image#2Fpng")
    assert (
        only(
            picture, Attached("factur-x.xml", invoice()), Attached("notes.txt", b"<a/>", "Data", "text#2Fplain")
        ).number
        == "R-1"
    )


def test_an_attachment_without_a_name_counts_by_its_media_type() -> None:
    assert only(Attached("", invoice())).number == "R-1"


def test_an_attachment_that_only_the_catalog_lists_counts() -> None:
    assert only(Attached("factur-x.xml", invoice()), listed=False).number == "R-1"


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_versions_of_one_invoice_the_newer_standard_counts(turned: bool) -> None:
    old = Attached("ZUGFeRD-invoice.xml", invoice(profile="old"))
    new = Attached("factur-x.xml", invoice(profile="new"))
    assert only(*((new, old) if turned else (old, new))).profile == "new"


def test_a_version_that_cannot_be_read_leaves_the_other() -> None:
    assert only(Attached("factur-x.xml", b"<a"), Attached("ZUGFeRD-invoice.xml", invoice())).number == "R-1"


def test_a_name_of_the_standard_comes_before_a_relationship_and_that_before_the_rest() -> None:
    named, telling = Attached("factur-x.xml", invoice("R-1"), "Supplement"), Attached("a.xml", invoice("R-2"), "Data")
    rest = Attached("b.xml", order("B-1"), "Supplement")
    assert only(rest, telling, named).number == "R-1"
    assert only(rest, telling).number == "R-2"


def test_hostile_S38_two_different_documents_are_nobodys_choice() -> None:
    fault = rejected(Attached("a.xml", invoice("R-1")), Attached("b.xml", invoice("R-2")))
    assert fault.code == "PDF_AMBIGUOUS_XML"
    assert "a.xml, b.xml" in fault.message
    assert (
        rejected(Attached("factur-x.xml", invoice()), Attached("order-x.xml", order("B-1"))).code == "PDF_AMBIGUOUS_XML"
    )
    credit = Attached("xrechnung.xml", invoice(code="381"))
    assert rejected(Attached("factur-x.xml", invoice()), credit).code == "PDF_AMBIGUOUS_XML"


def test_xml_that_is_no_document_is_passed_over() -> None:
    assert only(Attached("style.xml", b"<style/>"), Attached("a.xml", invoice())).number == "R-1"
    assert rejected(Attached("style.xml", b"<style/>")).code == "FORMAT_UNKNOWN"


def test_a_damaged_document_is_not_replaced_by_another_one() -> None:
    fault = rejected(Attached("factur-x.xml", invoice()[:-5]), Attached("bestellung.xml", order("B-1"), "Supplement"))
    assert (fault.code, (fault.where or "")[:12]) == ("XML_NOT_WELL_FORMED", "factur-x.xml")


def test_a_pdf_without_xml_says_what_to_ask_for() -> None:
    fault = rejected()
    assert fault.code == "PDF_WITHOUT_XML"
    assert "Ask the supplier" in (fault.hint or "")
    assert "photo.png" in rejected(Attached("photo.png", b"", "Data", "image#2Fpng")).message


def test_a_pdf_within_a_pdf_is_none_of_ours() -> None:
    inner = pdf(Attached("factur-x.xml", invoice()))
    assert rejected(Attached("rechnung.xml", inner)).code == "PDF_WITHOUT_XML"
