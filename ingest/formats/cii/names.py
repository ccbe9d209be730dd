"""The standards of UN/CEFACT's cross industry documents, and what they call the same things."""

from collections.abc import Mapping
from dataclasses import dataclass

from orders.document import DocumentType

_DATA = "urn:un:unece:uncefact:data:"


@dataclass(frozen=True)
class Standard:
    """One of them. The fields below `format` are names of elements in which they differ."""

    format: str
    namespaces: tuple[tuple[str, str], ...]  # of the root, of its building blocks, of values, of coded values
    context: str = "rsm:ExchangedDocumentContext"
    document: str = "rsm:ExchangedDocument"
    transaction: str = "rsm:SupplyChainTradeTransaction"
    head: str = "ram:ApplicableHeaderTrade"
    line: str = "ram:SpecifiedLineTrade"
    number: str = "ram:IssuerAssignedID"
    issued: str = "ram:FormattedIssueDateTime/qdt:DateTimeString"
    rate: str = "ram:RateApplicablePercent"
    totals: str = "ram:SpecifiedTradeSettlementHeaderMonetarySummation"
    line_totals: str = "ram:SpecifiedTradeSettlementLineMonetarySummation"


def _namespaces(root: str, blocks: int, values: int) -> tuple[tuple[str, str], ...]:
    return (
        ("rsm", root),
        ("ram", f"{_DATA}standard:ReusableAggregateBusinessInformationEntity:{blocks}"),
        ("udt", f"{_DATA}standard:UnqualifiedDataType:{values}"),
        ("qdt", f"{_DATA}standard:QualifiedDataType:{blocks}"),
    )


INVOICE = Standard("cii", _namespaces(f"{_DATA}standard:CrossIndustryInvoice:100", 100, 100))
"""CII D16B and later: EN 16931, Factur-X, ZUGFeRD 2, XRechnung."""

ORDER_X = Standard("order-x", _namespaces(f"{_DATA}SCRDMCCBDACIOMessageStructure:100", 128, 128))

ZUGFERD_1 = Standard(
    "cii",
    _namespaces("urn:ferd:CrossIndustryDocument:invoice:1p0", 12, 15),
    context="rsm:SpecifiedExchangedDocumentContext",
    document="rsm:HeaderExchangedDocument",
    transaction="rsm:SpecifiedSupplyChainTradeTransaction",
    head="ram:ApplicableSupplyChainTrade",
    line="ram:SpecifiedSupplyChainTrade",
    number="ram:ID",
    issued="ram:IssueDateTime",
    rate="ram:ApplicablePercent",
    totals="ram:SpecifiedTradeSettlementMonetarySummation",
    line_totals="ram:SpecifiedTradeSettlementMonetarySummation",
)
"""ZUGFeRD 1.0, made of CII D13B."""

STANDARDS: Mapping[str, Standard] = {
    f"{{{INVOICE.namespaces[0][1]}}}CrossIndustryInvoice": INVOICE,
    f"{{{ORDER_X.namespaces[0][1]}}}SCRDMCCBDACIOMessageStructure": ORDER_X,
    f"{{{ZUGFERD_1.namespaces[0][1]}}}CrossIndustryDocument": ZUGFERD_1,
}
"""Tag of the root → its standard."""

ORDER_TYPES: Mapping[str, DocumentType] = {
    "220": DocumentType.ORDER,
    "221": DocumentType.ORDER,  # blanket order
    "224": DocumentType.ORDER,  # rush order
    "226": DocumentType.ORDER,  # call-off
    "227": DocumentType.ORDER,  # consignment order
    "230": DocumentType.ORDER_CHANGE,
    "231": DocumentType.ORDER_RESPONSE,
}
"""Type code (UNTDID 1001) in Order-X → what it is."""
