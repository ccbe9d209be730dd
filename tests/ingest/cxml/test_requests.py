"""What cXML says: orders, confirmations, ship notices, receipts and invoices."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.formats.cxml import CXML
from ingest.reading import read as read_file
from orders.document import DocumentType, LineResponse, Response, Standing
from orders.errors import Reject
from tests.ingest.cxml.cxml import (
    DOCTYPE,
    ORDER,
    confirmation,
    invoice,
    invoiced,
    message,
    money,
    order,
    order_line,
    read,
    ship_notice,
)

MINIMAL = '<OrderRequest><OrderRequestHeader orderID="{}"/></OrderRequest>'


def test_a_doctype_is_passed_over_and_may_be_missing() -> None:
    assert read(message(MINIMAL.format("B-1"), DOCTYPE)).number == "B-1"
    assert read(message(MINIMAL.format("B-1"), "")).number == "B-1"


def test_the_version_is_that_of_the_doctype() -> None:
    assert order().profile == "cXML 1.2.050"
    assert read(message(MINIMAL.format("B-1"), "")).profile is None


def test_hostile_S03_an_entity_of_the_doctype_is_never_put_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    doctype = f'<!DOCTYPE cXML [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    item = '<ItemOut quantity="1"><ItemDetail><Description>a&x;b</Description></ItemDetail></ItemOut>'
    body = MINIMAL.format("B-1").replace("</OrderRequest>", f"{item}</OrderRequest>")
    assert "geheim" not in str(read(message(body, doctype)))


def test_hostile_S06_a_doctype_that_may_be_there_may_not_be_a_bomb() -> None:
    entities = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(9))
    doctype = f'<!DOCTYPE cXML [<!ENTITY e0 "lol">{entities}]>'
    with pytest.raises(Reject) as refused:
        read_file(Content(message(MINIMAL.format("&e9;"), doctype)))
    assert refused.value.code == "XML_ENTITY_BOMB"


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (b"<cXML><Message><PunchOutOrderMessage/></Message></cXML>", "PunchOutOrderMessage"),
        (b'<cXML><Response><Status code="200"/></Response></cXML>', "Response"),
        (message("<PunchOutSetupRequest/>"), "PunchOutSetupRequest"),
        (b"<cXML/>", "nothing in it"),
    ],
)
def test_a_message_without_a_business_document_is_named(data: bytes, seen: str) -> None:
    with pytest.raises(Reject, match=seen) as refused:
        read(data)
    assert refused.value.code == "FORMAT_UNSUPPORTED"


def test_another_root_is_not_claimed() -> None:
    assert not CXML.claims(Content(b"<cxml/>"))


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("new", DocumentType.ORDER),
        ("update", DocumentType.ORDER),
        ("delete", DocumentType.ORDER_CANCELLATION),
        ("Delete", DocumentType.ORDER_CANCELLATION),
    ],
)
def test_the_type_of_an_order_says_what_it_does(act: str, kind: DocumentType) -> None:
    assert order(f'type="{act}"').type is kind


def test_a_type_that_nobody_knows_is_an_issue() -> None:
    document = order('type="renew"')
    assert (document.type, [one.code for one in document.issues]) == (DocumentType.ORDER, ["UNKNOWN_CODE"])


def test_an_update_is_the_whole_order_sent_again_under_its_number() -> None:
    document = order('type="update" orderVersion="2"')
    assert (document.number, document.revision, document.replaces) == ("B-1", "2", ("B-1",))
    assert order('type="update"').replaces == ("B-1",)
    assert order('type="new"').replaces == ()


def test_a_cancellation_refers_to_the_order_whose_number_it_bears() -> None:
    assert [one.number for one in order('type="delete"').order_references] == ["B-1"]
    assert order('type="new"').order_references == ()


def test_a_moment_is_a_day_and_a_time() -> None:
    document = ship_notice("", ORDER)
    assert (document.issue_date, document.issue_time) == (date(2026, 3, 19), None)
    timed = read(
        message('<OrderRequest><OrderRequestHeader orderID="1" orderDate="2026-03-02T18:41:29-08:00"/></OrderRequest>')
    )
    assert (timed.issue_date, timed.issue_time) == (date(2026, 3, 2), time(18, 41, 29))


def test_values_in_attributes_that_say_nothing_sensible_are_issues() -> None:
    document = order("", '<ItemOut quantity="many" lineNumber="1" requestedDeliveryDate="soon"/>')
    assert {one.code for one in document.issues} == {"BAD_NUMBER", "BAD_DATE"}
    assert document.lines[0].quantity is None
    bad = '<OrderRequest><OrderRequestHeader orderID="1" orderDate="today"/></OrderRequest>'
    assert [one.code for one in read(message(bad)).issues] == ["BAD_DATE"]


def test_a_test_message_does_not_count() -> None:
    assert read(message(MINIMAL.format("B-1"), mode="test")).standing is Standing.TEST


PRICE = f"<UnitPrice>{money(12)}</UnitPrice>"
UNIT = "<UnitOfMeasure>{}</UnitOfMeasure>"


@pytest.mark.parametrize(
    ("basis", "price"),
    [
        ("", "12"),
        ('<PriceBasisQuantity quantity="100"/>', "0.12"),
        ('<PriceBasisQuantity quantity="3" conversionFactor="1"/>', "4"),
        (
            f'<PriceBasisQuantity quantity="1" conversionFactor="24">{UNIT.format("EA")}</PriceBasisQuantity>',
            "288",
        ),
        ('<PriceBasisQuantity quantity="1000"><UnitOfMeasure>GRM</UnitOfMeasure></PriceBasisQuantity>', "12"),
    ],
)
def test_case_S23_a_price_is_for_one_of_the_lines_unit(basis: str, price: str) -> None:
    assert order_line("", UNIT.format("KGM") + PRICE + basis).unit_price == Decimal(price)


def test_an_order_in_schedules_is_due_with_the_last() -> None:
    schedules = "".join(f'<ScheduleLine quantity="5" requestedDeliveryDate="2026-03-{day}"/>' for day in (27, 20))
    assert order("", f'<ItemOut quantity="10">{schedules}</ItemOut>').lines[0].requested_date == date(2026, 3, 27)


@pytest.mark.parametrize(("level", "counted"), [("itemLevel", ["2", "3"]), ("groupLevel", ["1"])])
def test_of_a_composite_item_what_has_the_price_counts(level: str, counted: list[str]) -> None:
    parts = "".join(f'<ItemOut quantity="1" lineNumber="{i}" parentLineNumber="1" itemType="item"/>' for i in (2, 3))
    whole = f'<ItemOut quantity="1" lineNumber="1" itemType="composite" compositeItemType="{level}"/>'
    assert [line.id for line in order("", whole + parts).lines] == counted


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("accept", Response.ACCEPTED),
        ("reject", Response.REJECTED),
        ("except", Response.CHANGED),
        ("allDetail", None),
        ("detail", None),
    ],
)
def test_the_type_of_a_confirmation_answers_the_order(code: str, answer: Response | None) -> None:
    assert confirmation(f'type="{code}"').response is answer


def test_a_confirmation_of_an_unknown_type_is_an_issue() -> None:
    assert [one.code for one in confirmation('type="maybe"').issues] == ["UNKNOWN_CODE"]


def confirmed(*statuses: str) -> str:
    inner = "".join(f"<ConfirmationStatus {one}/>" for one in statuses)
    return (
        f'<ConfirmationItem lineNumber="10" quantity="10"><UnitOfMeasure>EA</UnitOfMeasure>{inner}</ConfirmationItem>'
    )


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("accept", LineResponse.ACCEPTED),
        ("reject", LineResponse.REJECTED),
        ("backordered", LineResponse.CHANGED),
        ("allDetail", None),
        ("detail", None),
    ],
)
def test_the_status_of_a_part_answers_it(code: str, answer: LineResponse | None) -> None:
    (line,) = confirmation('type="detail"', confirmed(f'type="{code}" quantity="10"')).lines
    assert (line.order_line, line.quantity, line.unit, line.response) == ("10", 10, "EA", answer)


def test_each_part_of_a_confirmed_item_is_a_line() -> None:
    parts = (
        'type="accept" quantity="6" deliveryDate="2026-03-20"',
        'type="backordered" quantity="4" shipmentDate="2026-04-10"',
    )
    lines = confirmation('type="detail"', confirmed(*parts)).lines
    assert [(line.quantity, str(line.promised_date)) for line in lines] == [(6, "2026-03-20"), (4, "2026-04-10")]


def test_what_is_unknown_is_no_answer() -> None:
    assert confirmation('type="detail"', confirmed('type="unknown" quantity="10"')).lines == ()


def test_a_status_that_nobody_knows_is_an_issue() -> None:
    document = confirmation('type="detail"', confirmed('type="perhaps" quantity="10"'))
    assert [one.code for one in document.issues] == ["UNKNOWN_CODE"]


def test_what_is_offered_instead_is_a_substitute() -> None:
    offer = "<ItemIn quantity='10'><ItemID><SupplierPartID>S-2</SupplierPartID></ItemID></ItemIn>"
    status = f"<ConfirmationStatus type='replace' quantity='10'>{offer}</ConfirmationStatus>"
    item = f"<ConfirmationItem lineNumber='1'>{status}</ConfirmationItem>"
    (line,) = confirmation('type="detail"', item).lines
    assert line.substitute is not None
    assert (line.substitute.supplier_item, line.response) == ("S-2", LineResponse.CHANGED)


def test_a_confirmation_sent_again_replaces_itself_and_one_deleted_is_withdrawn() -> None:
    assert confirmation('type="accept" operation="update"').replaces == ("C-1",)
    assert confirmation('type="accept" operation="delete"').cancels == ("C-1",)


def test_lines_of_a_ship_notice_belong_to_the_order_of_their_portion() -> None:
    item = '<ShipNoticeItem quantity="{}" lineNumber="10" shipNoticeLineNumber="{}"/>'
    document = ship_notice("", ORDER + item.format(3, 1), ORDER.replace("B-1", "B-2") + item.format(4, 2))
    assert [(line.id, line.order_number, line.order_line, line.quantity) for line in document.lines] == [
        ("1", "B-1", "10", 3),
        ("2", "B-2", "10", 4),
    ]
    assert [one.number for one in document.order_references] == ["B-1", "B-2"]


def test_a_ship_notice_may_have_no_items() -> None:
    assert ship_notice("", ORDER).lines == ()


def test_a_planned_shipment_is_a_draft() -> None:
    assert ship_notice('shipmentType="planned"', ORDER).standing is Standing.DRAFT
    assert ship_notice('shipmentType="actual"', ORDER).standing is None


def test_what_is_returned_is_received_negatively() -> None:
    named = '<ReceiptItemReference lineNumber="10"/>'
    item = f'<ReceiptItem receiptLineNumber="1" quantity="2" type="{{}}">{named}</ReceiptItem>'
    items = item.format("received") + item.format("returned")
    body = f"<ReceiptOrder><ReceiptOrderInfo>{ORDER}</ReceiptOrderInfo>{items}</ReceiptOrder>"
    document = read(message(f'<ReceiptRequest><ReceiptRequestHeader receiptID="W-1"/>{body}</ReceiptRequest>'))
    assert [(line.order_number, line.order_line, line.quantity) for line in document.lines] == [
        ("B-1", "10", 2),
        ("B-1", "10", -2),
    ]


@pytest.mark.parametrize("purpose", ["creditMemo", "lineLevelCreditMemo"])
def test_a_credit_memo_is_a_credit_note_of_the_invoice_that_it_names(purpose: str) -> None:
    document = invoice(f'purpose="{purpose}"', invoiced(""), '<InvoiceIDInfo invoiceID="R-0"/>')
    assert (document.type, document.type_code) == (DocumentType.CREDIT_NOTE, purpose)
    assert document.invoice_references == ("R-0",)


def test_a_debit_memo_is_an_invoice() -> None:
    assert invoice('purpose="debitMemo"').type is DocumentType.INVOICE


def test_a_deleted_invoice_withdraws_the_one_that_it_names_or_its_own_number() -> None:
    assert invoice('operation="delete"', "", '<InvoiceIDInfo invoiceID="R-0"/>').cancels == ("R-0",)
    assert invoice('operation="delete"').cancels == ("R-1",)


def test_an_invoice_may_be_of_whole_orders_without_lines() -> None:
    head = "<InvoiceDetailHeaderOrder><InvoiceDetailOrderInfo>{}</InvoiceDetailOrderInfo></InvoiceDetailHeaderOrder>"
    document = invoice("", head.format(ORDER) + head.format('<OrderIDInfo orderID="B-2"/>'))
    assert ([one.number for one in document.order_references], document.lines) == (["B-1", "B-2"], ())


def test_a_payload_is_no_order_number() -> None:
    payload = '<OrderReference><DocumentReference payloadID="2252"/></OrderReference>'
    named = '<InvoiceDetailItemReference lineNumber="10"/>'
    item = f'<InvoiceDetailItem invoiceLineNumber="1" quantity="1">{named}</InvoiceDetailItem>'
    document = invoice("", invoiced(item, payload))
    assert (document.order_references, document.lines[0].order_number, document.lines[0].order_line) == ((), None, "10")


def test_services_are_billed_in_lines_too() -> None:
    named = '<InvoiceDetailServiceItemReference lineNumber="10"/>'
    item = f'<InvoiceDetailServiceItem invoiceLineNumber="1" quantity="2">{named}</InvoiceDetailServiceItem>'
    (line,) = invoice("", invoiced(item)).lines
    assert (line.id, line.order_number, line.order_line, line.quantity) == ("1", "B-1", "10", 2)


def summed(**amounts: object) -> str:
    inner = "".join(f"<{name}>{money(amount)}</{name}>" for name, amount in amounts.items())
    return f"<InvoiceDetailSummary>{inner}</InvoiceDetailSummary>"


def test_the_net_amount_of_cxml_is_with_tax() -> None:
    document = invoice("", summed(SubtotalAmount=90, Tax=19, ShippingAmount=15, InvoiceDetailDiscount=5, NetAmount=119))
    totals = document.totals
    assert (totals.lines, totals.net, totals.tax, totals.gross, document.issues) == (90, 100, 19, 119, ())
    assert [(one.amount, one.text) for one in document.charges] == [(15, "Shipping"), (-5, "Discount")]


def test_without_a_net_amount_the_gross_amount_less_discount_counts() -> None:
    assert invoice("", summed(SubtotalAmount=100, GrossAmount=124, InvoiceDetailDiscount=5)).totals.gross == 119


def test_modifications_of_the_head_are_charges_and_allowances() -> None:
    cost = f"<Modification><AdditionalCost>{money(7)}</AdditionalCost><ModificationDetail name='Toll'/></Modification>"
    less = f"<AdditionalDeduction><DeductionAmount>{money(2)}</DeductionAmount></AdditionalDeduction>"
    inner = f"{cost}<Modification>{less}</Modification>"
    body = f"<InvoiceHeaderModifications>{inner}</InvoiceHeaderModifications>"
    document = invoice("", f"<InvoiceDetailSummary>{body}</InvoiceDetailSummary>")
    assert [(one.amount, one.text) for one in document.charges] == [(7, "Toll"), (-2, None)]


def credential(domain: str, identity: str, kind: str = "") -> str:
    return f"<Credential domain='{domain}' type='{kind}'><Identity>{identity}</Identity></Credential>"


def test_suppliers_get_orders_and_send_the_rest() -> None:
    header = f"<From>{credential('DUNS', '1')}</From><To>{credential('NetworkId', '2')}</To>"
    for body, supplier in ((MINIMAL.format("B-1"), "2"), (f"<ShipNoticeRequest>{ORDER}</ShipNoticeRequest>", "1")):
        data = message(
            body.replace("<ShipNoticeRequest>", '<ShipNoticeRequest><ShipNoticeHeader shipmentID="L"/>'), header=header
        )
        found = read(data).supplier
        assert found is not None
        assert [one.value for one in found.ids] == [supplier]


def test_a_marketplace_is_no_party() -> None:
    header = f"<To>{credential('NetworkID', 'HUB', 'marketplace')}{credential('duns', '9')}</To>"
    found = read(message(MINIMAL.format("B-1"), header=header)).supplier
    assert found is not None
    assert [(one.scheme, one.value) for one in found.ids] == [("0060", "9")]
