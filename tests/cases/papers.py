"""Small UBL files written by hand, for the cases in which reading and matching have to understand each other."""

from hashlib import sha256
from xml.sax.saxutils import escape

from ingest.format import Content
from ingest.reading import read
from orders.case import Filed
from orders.document import Document
from orders.policy import Policy
from tests.cases.build import POLICY, file_id
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, outcome

_SPACES = (
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)
_GLN = '<cac:PartyIdentification><cbc:ID schemeID="0088">{}</cbc:ID></cac:PartyIdentification>'
_PARTY = (
    "<cac:{0}><cac:Party>"
    + _GLN.format("{1}")
    + "<cac:PartyName><cbc:Name>{2}</cbc:Name></cac:PartyName></cac:Party></cac:{0}>"
)


def element(name: str, *inside: str, **attributes: str) -> str:
    """An element of UBL's: `cbc` if it holds text, `cac` if it holds elements."""
    prefix = "cac" if inside and inside[0].startswith("<") else "cbc"
    told = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{prefix}:{name}{told}>{''.join(inside)}</{prefix}:{name}>"


def order_reference(number: str, sales_order: str | None = None) -> str:
    supplier = [element("SalesOrderID", escape(sales_order))] if sales_order else []
    return element("OrderReference", element("ID", escape(number)), *supplier)


def billing_reference(number: str) -> str:
    return element("BillingReference", element("InvoiceDocumentReference", element("ID", number)))


def row(
    identity: str,
    quantity: str,
    amount: str,
    price: str,
    *extra: str,
    base: str | None = None,
    unit: str = "C62",
    of: str | None = None,
    sales_line: str | None = None,
    item: str | None = None,
    credit: bool = False,
    allowance: str | None = None,
) -> str:
    """An invoice or credit note line."""
    refer = []
    if of is not None or sales_line is not None:
        lines = [element("LineID", of)] if of is not None else []
        lines += [element("SalesOrderLineID", sales_line)] if sales_line is not None else []
        refer = [element("OrderLineReference", *lines)]
    less = []
    if allowance is not None:
        cut = (element("ChargeIndicator", "false"), element("AllowanceChargeReason", "Rabatt"))
        less = [element("AllowanceCharge", *cut, element("Amount", allowance, currencyID="EUR"))]
    known = [element("BuyersItemIdentification", element("ID", item))] if item else []
    per = [element("BaseQuantity", base, unitCode=unit)] if base else []
    return element(
        "CreditNoteLine" if credit else "InvoiceLine",
        element("ID", identity),
        element("CreditedQuantity" if credit else "InvoicedQuantity", quantity, unitCode=unit),
        element("LineExtensionAmount", amount, currencyID="EUR"),
        *refer,
        *less,
        *extra,
        element("Item", element("Name", f"Ware {identity}"), *known),
        element("Price", element("PriceAmount", price, currencyID="EUR"), *per),
    )


def bill(number: str, *parts: str, net: str, kind: str = "Invoice", on: str = "2026-03-30") -> bytes:
    """An invoice or credit note of our supplier's; `parts` are references, then head charges, then lines."""
    heads = [part for part in parts if not part.startswith(("<cac:InvoiceLine", "<cac:CreditNoteLine", "<cac:Allow"))]
    charges = [part for part in parts if part.startswith("<cac:Allow")]
    lines = [part for part in parts if part not in heads and part not in charges]
    body = [
        element("ID", number),
        element("IssueDate", on),
        element("DocumentCurrencyCode", "EUR"),
        *heads,
        _PARTY.format("AccountingSupplierParty", "4012345000009", "ACME GmbH"),
        _PARTY.format("AccountingCustomerParty", "4000001000005", "Hansen Maschinenbau GmbH"),
        *charges,
        element("LegalMonetaryTotal", element("TaxExclusiveAmount", net, currencyID="EUR")),
        *lines,
    ]
    name = f"urn:oasis:names:specification:ubl:schema:xsd:{kind}-2"
    return f'<{kind} xmlns="{name}" {_SPACES}>{"".join(body)}</{kind}>'.encode()


def head_charge(amount: str, reason: str) -> str:
    """A charge of the whole document."""
    told = (element("ChargeIndicator", "true"), element("AllowanceChargeReason", reason))
    return element("AllowanceCharge", *told, element("Amount", amount, currencyID="EUR"))


def table(*rows: str) -> bytes:
    """A CSV file as a German spreadsheet writes it."""
    return "\r\n".join((*rows, "")).encode("cp1252")


def assess_files(*files: bytes, also: tuple[Document, ...] = (), policy: Policy = POLICY) -> Outcome:
    """What comes out if these files came in, and documents that we wrote ourselves."""
    came = [
        Filed(f"{sha256(data).hexdigest()}/{place}", one)
        for data in files
        for place, one in enumerate(read(Content(data, "file")))
    ]
    came += [Filed(file_id(one), one) for one in also]
    unique = {one.id: one for one in came}
    return outcome(cases([unique[identity] for identity in sorted(unique)]), policy)
