"""A working folder whose orders, answers and bills went through everything, ready to be reported."""

from pathlib import Path

from matching import assess
from ordertrail.derive.session import derive
from ordertrail.run import run
from ordertrail.store.engine import Store, open_store
from tests.place import Place, make_place, report_nothing

ORDER = """\
document_type,document_number,issue_date,supplier,buyer,currency,line,buyer_item,name,quantity,unit,unit_price,requested_date
order,{number},2026-03-01,{supplier},{buyer},EUR,10,OUR-1,Bolt M8,10,C62,2.50,2026-03-28
order,{number},2026-03-01,{supplier},{buyer},EUR,20,OUR-2,Nut M8,20,C62,1.00,2026-03-28
"""
RESPONSE = """\
document_type,document_number,issue_date,supplier,order_number,line,order_line,quantity,unit,promised_date,response
order_response,AB-{number},2026-03-03,{supplier},{number},1,10,8,C62,2026-04-02,changed
order_response,AB-{number},2026-03-03,{supplier},{number},2,20,20,C62,2026-03-28,accepted
"""
INVOICE = """\
document_type,document_number,issue_date,supplier,currency,order_number,line,order_line,quantity,unit,unit_price
invoice,R-{number},2026-03-30,{supplier},EUR,{number},1,10,6,C62,2.75
"""


def fill(folder: Path, configuration: str = "", *, backwards: bool = False) -> Place:
    """Two orders of two buyers, one of them confirmed with changes and invoiced too high; an unreadable file.

    `backwards`: one file after the other, the last one first.
    """
    place = make_place(folder, configuration)
    first = {"number": "4500017", "supplier": "ACME GmbH", "buyer": "Werk Nord"}
    second = {"number": "4500018", "supplier": "Huber KG", "buyer": "Werk Süd"}
    files = {
        "order.csv": ORDER.format(**first),
        "response.csv": RESPONSE.format(**first),
        "invoice.csv": INVOICE.format(**first),
        "second.csv": ORDER.format(**second),
        "broken.xml": "<Invoice",
    }
    batches = [dict([file]) for file in reversed(files.items())] if backwards else [files]
    for batch in batches:
        for name, text in batch.items():
            (place.inbox / name).write_text(text)
        run(place.settings, lambda store, settings: derive(store, settings.policy, assess), report_nothing)
    return place


def opened(place: Place) -> Store:
    """The database of a place."""
    return open_store(place.settings.database_url, create=False, archive_in_use=True)
