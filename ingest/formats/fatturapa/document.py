"""From the root of a FatturaPA to its documents: one for each FatturaElettronicaBody."""

from lxml import etree

from ingest.finish import finish
from ingest.formats.fatturapa.codes import CREDITS, STANDINGS
from ingest.formats.fatturapa.lines import complete_lines
from ingest.formats.fatturapa.parties import name_parties
from ingest.formats.fatturapa.paths import document_steps
from ingest.formats.fatturapa.references import refer
from ingest.formats.fatturapa.totals import state_simplified_totals, state_totals
from ingest.record import Record
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue
from orders.errors import Reject

_SIMPLIFIED = "FatturaElettronicaSemplificata"


def read_documents(root: etree._Element) -> list[Document]:
    """The documents that `root` holds.

    Raises:
        Reject: `DOCUMENT_EMPTY` if it holds none; and as `ingest.finish` says.
    """
    issues: list[Issue] = []
    head: Record = {}
    name = etree.QName(root)
    walk(root, document_steps(name.localname, name.namespace), head, issues)
    bodies = head.get("bodies", ())
    if not bodies:
        raise Reject("DOCUMENT_EMPTY", "The file has no FatturaElettronicaBody.", where=f"line {root.sourceline}")
    profile = head.get("profile") or root.get("versione")
    shared: Record = {"format": "fatturapa", "profile": profile, **name_parties(head)}
    read_body = _read_simplified if name.localname == _SIMPLIFIED else _read_ordinary
    for body in bodies:
        body["issues"] = []
    bodies[0]["issues"] = issues  # the walk does not say in which of them a value was bad
    return [read_body({**shared, **body}) for body in bodies]


def _read_ordinary(record: Record) -> Document:
    _classify(record)
    complete_lines(record)
    refer(record)
    state_totals(record)
    _name_payment(record)
    return finish(record)


def _read_simplified(record: Record) -> Document:
    _classify(record)
    refer(record)
    state_simplified_totals(record)
    return finish(record)


def _classify(record: Record) -> None:
    code = record.get("type_code", "")
    record["type"] = DocumentType.CREDIT_NOTE if code in CREDITS else DocumentType.INVOICE
    record["standing"] = STANDINGS.get(code)
    record["totals_where"] = record["taxes_where"] = "DatiRiepilogo"


def _name_payment(record: Record) -> None:
    payments = record.get("payments", ())
    record["due_date"] = next((one["due_date"] for one in payments if "due_date" in one), None)
    accounts = dict.fromkeys((one["account"], one.get("bank")) for one in payments if "account" in one)
    record["payment_accounts"] = [{"iban": account, "bic": bank} for account, bank in accounts]
