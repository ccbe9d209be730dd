"""What stands where in a document of openTRANS 1.0 or 2.1.

One table serves both, and every document: they differ in the names of a few elements, and elements of both may stand
side by side in it. What a key means for a document is settled afterwards (`document`, `lines`, `totals`).
"""

from functools import lru_cache

from ingest.formats.opentrans.takers import typed_records
from ingest.values.xsd import day, flag, number
from ingest.xml.table import Paths, compile_table, in_any, under
from ingest.xml.takers import identifiers, latest, moment, records, text, texts, value
from ingest.xml.walk import Steps

_PARTY_ELEMENTS = {
    "SUPPLIER_PARTY": "supplier",
    "BUYER_PARTY": "buyer",
    "INVOICE_ISSUER_PARTY": "invoice_issuer",
    "INVOICE_PARTY": "invoice_recipient",
    "INVOICE_RECIPIENT_PARTY": "invoice_recipient",
}
"""openTRANS 1.0: one element a role."""

_PARTY_REFERENCES = {
    "SUPPLIER_IDREF": "supplier",
    "BUYER_IDREF": "buyer",
    "INVOICE_ISSUER_IDREF": "invoice_issuer",
    "INVOICE_RECIPIENT_IDREF": "invoice_recipient",
}
"""openTRANS 2.1: which of the PARTIES it is."""


@lru_cache(maxsize=64)
def document_steps(message: str, namespaces: tuple[str, ...]) -> Steps:
    """The steps of a walk over a document with a root of this name."""
    return _Table(namespaces).document(message)


@lru_cache(maxsize=8)
def list_steps(namespaces: tuple[str, ...]) -> Steps:
    """The steps of a walk over an INVOICELIST."""
    return _Table(namespaces).invoice_list()


class _Table:
    """Builds tables whose elements may stand in any of some namespaces."""

    def __init__(self, namespaces: tuple[str, ...]) -> None:
        self.namespaces = namespaces

    def compiled(self, paths: Paths) -> Steps:
        return in_any(compile_table(paths, {"": ""}), self.namespaces)

    def document(self, name: str) -> Steps:
        item = records("lines", self.line(), place=True)
        return self.compiled(
            {
                **under(f"{name}_HEADER", self.header(name)),
                f"{name}_ITEM_LIST/{name}_ITEM": item,
                **({f"{name}_ITEM_LIST/ORDER_ITEM": item} if name != "ORDER" else {}),  # as some changes have it
                **under(f"{name}_SUMMARY", self.summary()),
            }
        )

    def invoice_list(self) -> Steps:
        """An INVOICELIST_ITEM is a group of invoices between two parties; its invoices stand in a list of their own.
        Some write an invoice straight into it."""
        whose = {
            name: identifiers(f"{role}_references", "type")
            for name, role in _PARTY_REFERENCES.items()
            if name in ("INVOICE_ISSUER_IDREF", "INVOICE_RECIPIENT_IDREF")
        }
        listed = records("invoices", self.compiled(self.listed_invoice()), place=True)
        group = self.compiled({**self.listed_invoice(), **whose, "IL_INVOICE_LIST/IL_INVOICE_LIST_ITEM": listed})
        return self.compiled(
            {
                **under("INVOICELIST_HEADER", self.header("INVOICELIST")),
                "INVOICELIST_ITEM_LIST/INVOICELIST_ITEM": records("groups", group, place=True),
            }
        )

    def listed_invoice(self) -> Paths:
        return {
            **under("INVOICE_REFERENCE", {"INVOICE_ID": text("number"), "INVOICE_DATE": value("issue_date", day)}),
            "INVOICE_ID": text("number"),
            "INVOICE_DATE": value("issue_date", day),
            "INVOICE_TYPE": text("invoice_type"),
            "ORDER_REFERENCE": records("orders", self.order_reference()),
            "ORDER_HISTORY": records("orders", self.order_reference()),
            "SUPPLIER_ORDER_REFERENCE/SUPPLIER_ORDER_ID": texts("sales_orders"),
            "DELIVERY_REFERENCE/DELIVERYNOTE_ID": texts("despatches"),
            **self.summary(),
            **under("INVOICE_SUMMARY", self.summary()),
        }

    def header(self, name: str) -> Paths:
        return {
            **under("SOURCING_INFO/AGREEMENT", {"AGREEMENT_ID": texts("contract_references")}),
            **under(f"{name}_INFO", self.about(name)),
            "ORDER_HISTORY": records("orders", self.order_reference()),
        }

    def about(self, name: str) -> Paths:
        own = {} if name == "ORDER" else {f"{name}_ID": text("number"), "ORDER_DATE": value("order_date", day)}
        return {
            **own,
            "ORDER_ID": text("order"),
            f"{name}_DATE": moment("issue_date", "issue_time"),
            "INVOICE_TYPE": text("invoice_type"),
            "ORDERCHANGE_SEQUENCE_ID": text("sequence"),
            "SUPPLIER_ORDER_ID": texts("sales_orders"),
            "DELIVERYNOTE_ID": texts("despatches"),
            "DELIVERY_REFERENCE/DELIVERYNOTE_ID": texts("despatches"),
            "RECEIPT_DATE": latest("received", day),
            "INVOICE_REFERENCE/INVOICE_ID": texts("invoice_references"),
            "AGREEMENT/AGREEMENT_ID": texts("contract_references"),
            "CURRENCY": text("currency"),
            "PRICE_CURRENCY": text("currency"),
            **under("DELIVERY_DATE", self.period()),
            **self.parties(name),
            "PAYMENT/ACCOUNT": records("accounts", self.account()),
            "PAYMENT/PAYMENT_TERMS/TIME_FOR_PAYMENT/PAYMENT_DATE": latest("due_date", day),
        }

    def parties(self, name: str) -> Paths:
        named = {
            f"{holder}{element}/PARTY": records(f"{role}_parties", self.party())
            for holder in ("", f"{name}_PARTIES/", *(("ORDER_PARTIES/",) if name != "ORDER" else ()))
            for element, role in _PARTY_ELEMENTS.items()
        }
        referred = {
            f"{holder}{element}": identifiers(f"{role}_references", "type")
            for holder in ("", "ORDER_PARTIES_REFERENCE/")
            for element, role in _PARTY_REFERENCES.items()
        }
        return {"PARTIES/PARTY": records("parties", self.party()), **named, **referred}

    def party(self) -> Steps:
        return self.compiled(
            {
                "PARTY_ID": identifiers("identifiers", "type"),
                "PARTY_ROLE": texts("roles"),
                "ADDRESS/NAME": text("name"),
                "ADDRESS/VAT_ID": text("vat_id"),
                "ACCOUNT": records("accounts", self.account()),
            }
        )

    def account(self) -> Steps:
        return self.compiled({"BANK_ACCOUNT": text("account"), "BANK_CODE": identifiers("banks", "type")})

    def period(self) -> Paths:
        return {"DELIVERY_START_DATE": value("start", day), "DELIVERY_END_DATE": latest("end", day)}

    def order_reference(self) -> Steps:
        return self.compiled(
            {
                "ORDER_ID": text("number"),
                "LINE_ITEM_ID": text("line"),
                "ORDER_DATE": value("date", day),
                "SUPPLIER_ORDER_ID": text("sales_order"),
                "DELIVERYNOTE_ID": text("despatch"),
            }
        )

    def line(self) -> Steps:
        return self.compiled(
            {
                "LINE_ITEM_ID": text("id"),
                **under("PRODUCT_ID", self.product()),
                **under("ARTICLE_ID", self.product()),
                "QUANTITY": value("quantity", number),
                "ORDER_UNIT": text("order_unit"),
                "PRODUCT_PRICE_FIX": typed_records("prices", self.price()),
                "ARTICLE_PRICE": typed_records("prices", self.price()),
                "PRICE_LINE_AMOUNT": value("line_amount", number),
                "ORDER_REFERENCE": records("orders", self.order_reference()),
                "SUPPLIER_ORDER_ITEM_ID": text("supplier_order_line"),
                **under("SUPPLIER_ORDER_REFERENCE", self.supplier_order()),
                **under("DELIVERY_REFERENCE", {"DELIVERYNOTE_ID": text("despatch"), "LINE_ITEM_ID": text("note_line")}),
                **under("INVOICE_REFERENCE", self.invoice_reference()),
                **under("DELIVERY_DATE", self.period()),
                "PARTIAL_DELIVERY_LIST/PARTIAL_DELIVERY": records("partial", self.partial_delivery(), place=True),
                **under("ALLOW_OR_CHARGES_FIX", {"ALLOW_OR_CHARGE": typed_records("allowances", self.allowance())}),
                "RECEIPT_DATE": latest("received", day),
                "DELIVERY_COMPLETED": value("completed", flag),
                "REMARKS": texts("notes"),
                "REMARK": texts("notes"),
            }
        )

    def product(self) -> Paths:
        return {
            "SUPPLIER_PID": text("supplier_item"),
            "SUPPLIER_AID": text("supplier_item"),
            "BUYER_PID": text("buyer_item"),
            "BUYER_AID": text("buyer_item"),
            "INTERNATIONAL_PID": identifiers("standard_items", "type"),
            "INTERNATIONAL_AID": identifiers("standard_items", "type"),
            "DESCRIPTION_SHORT": text("name"),
            "DESCRIPTION_LONG": texts("descriptions"),
        }

    def invoice_reference(self) -> Paths:
        return {"INVOICE_ID": text("invoice_number"), "LINE_ITEM_ID": text("invoice_line")}

    def supplier_order(self) -> Paths:
        return {
            "SUPPLIER_ORDER_ID": text("supplier_order_number"),
            "SUPPLIER_ORDER_ITEM_ID": text("supplier_order_line"),
        }

    def partial_delivery(self) -> Steps:
        return self.compiled({"QUANTITY": value("quantity", number), **under("DELIVERY_DATE", self.period())})

    def price(self) -> Steps:
        tax = {"TAX": value("tax", number)}
        return self.compiled(
            {
                "PRICE_AMOUNT": value("price", number),
                "PRICE_QUANTITY": value("base", number),
                "PRICE_BASE_FIX/PRICE_UNIT": text("base_unit"),
                "PRICE_LINE_AMOUNT": value("line_amount", number),
                **tax,
                **under("TAX_DETAILS_FIX", tax),
                **under("ALLOW_OR_CHARGES_FIX", {"ALLOW_OR_CHARGE": typed_records("allowances", self.allowance())}),
            }
        )

    def summary(self) -> Paths:
        tax = self.compiled({"TAX": value("rate", number), "TAX_AMOUNT": value("amount", number)})
        return {
            "NET_VALUE_GOODS": value("goods", number),
            "NET_VALUE_EXTRA": value("extra", number),
            "TOTAL_AMOUNT": value("total", number),
            "TOTAL_TAX/TAX_DETAILS_FIX": records("taxes", tax),
            "TOTAL_TAX/TAX": records("taxes", self.compiled({"TAX_AMOUNT": value("amount", number)})),
            "ALLOW_OR_CHARGES_FIX/ALLOW_OR_CHARGE": typed_records("allowances", self.allowance()),
        }

    def allowance(self) -> Steps:
        return self.compiled(
            {
                "ALLOW_OR_CHARGE_TYPE": text("kind"),
                "ALLOW_OR_CHARGE_NAME": text("text"),
                "ALLOW_OR_CHARGE_DESCR": text("text"),
                "ALLOW_OR_CHARGE_VALUE/AOC_MONETARY_AMOUNT": value("amount", number),
            }
        )
