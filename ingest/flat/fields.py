"""The fields of a flat document: which there are, what they hold, and whether they speak of a line or of the whole.

The names are those of the normalized document; what is nested there is flat here.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal[
    "text", "number", "percent", "date", "time", "type", "response", "action", "standing", "flag", "unit", "currency"
]


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `head`: it speaks of the document, and every row of a document says the same or nothing.

    `makes_line`: a row that says nothing in any such column is no line.
    """

    name: str
    kind: Kind = "text"
    head: bool = False
    makes_line: bool = True


def _head(kind: Kind, *names: str) -> tuple[Field, ...]:
    return tuple(Field(name, kind, head=True, makes_line=False) for name in names)


def _line(kind: Kind, *names: str) -> tuple[Field, ...]:
    return tuple(Field(name, kind) for name in names)


def _either(kind: Kind, *names: str) -> tuple[Field, ...]:
    """Of a line where there is one, otherwise of the document."""
    return tuple(Field(name, kind, makes_line=False) for name in names)


FIELDS: tuple[Field, ...] = (
    *_head("type", "document_type"),
    *_head("text", "document_number", "revision", "type_code", "profile"),
    *_head("date", "issue_date", "due_date", "order_date"),
    *_head("time", "issue_time"),
    *_head("currency", "currency"),
    *_head("text", "supplier", "supplier_id", "supplier_vat_id", "buyer", "buyer_id", "buyer_vat_id"),
    *_head("standing", "standing"),
    *_head("flag", "copy"),
    *_head("text", "replaces", "cancels", "contract_number", "order_change_number", "iban", "bic"),
    *_head("number", "lines_total", "net", "tax", "gross", "payable", "freight"),
    *_either("text", "order_number", "supplier_order_number", "despatch_number", "receipt_number", "invoice_number"),
    *_either("response", "response"),
    *_either("date", "delivery_date"),
    *_either("unit", "unit"),
    *_line("text", "line", "order_line", "supplier_order_line", "despatch_line", "receipt_line", "invoice_line"),
    *_line("text", "buyer_item", "supplier_item", "gtin", "name", "description"),
    *_line("number", "quantity", "accepted_quantity", "rejected_quantity", "returned_quantity"),
    *_line("number", "short_quantity", "outstanding_quantity", "backorder_quantity"),
    *_line("number", "minimum_quantity", "maximum_quantity"),
    *_line("percent", "quantity_under_percent", "quantity_over_percent"),
    *_line("number", "unit_price", "price_base", "line_amount"),
    *_line("percent", "discount_percent"),
    *_either("percent", "tax_rate"),
    *_either("date", "requested_date", "promised_date"),
    *_line("action", "action"),
    *_either("text", "remedy"),
    *_line("text", "substitute_supplier_item", "substitute_gtin", "substitute_name"),
    *_line("number", "charge"),
    *_either("text", "charge_text", "charge_code", "note"),
)

DECISIVE = frozenset(
    {
        "document_type",
        "document_number",
        "order_number",
        "order_line",
        "line",
        "quantity",
        "unit_price",
        "line_amount",
        "issue_date",
        "delivery_date",
        "requested_date",
        "promised_date",
        "currency",
    }
)
"""Fields that two columns of one table must not both claim: which one is right decides what the document says."""


PRICES = ("unit_price", "line_amount", "net", "gross", "payable", "tax", "charge", "freight")
"""Fields that are amounts of money."""


@cache
def field_named(name: str) -> Field | None:
    """The field of that canonical name; None if there is none."""
    return {field.name: field for field in FIELDS}.get(name)
