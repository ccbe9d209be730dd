"""Which formats the story's documents can be written in: all that a format has a document for."""

from collections.abc import Callable

from tests.chains.story import Told
from tests.chains.written_by_layout import own_xml
from tests.chains.written_by_nations import ebinterface, fatturapa, finvoice, oioxml, signed, svefaktura
from tests.chains.written_by_systems import gs1, idoc
from tests.chains.written_flat import csv, edifact, x12, xlsx
from tests.chains.written_xml import cii, cxml, hybrid, opentrans, ubl

Write = Callable[[Told], bytes]
EVERYTHING: tuple[Write, ...] = (ubl, opentrans, cxml, edifact, x12, gs1, csv, xlsx, own_xml)
BILLS: tuple[Write, ...] = (*EVERYTHING, idoc, cii, hybrid, fatturapa, signed, ebinterface, finvoice, svefaktura)
WRITERS: dict[str, tuple[Write, ...]] = {
    "order": (*EVERYTHING, idoc, cii, hybrid),
    "order_response": (*EVERYTHING, idoc, cii, hybrid),
    "despatch_advice": (*EVERYTHING, idoc),
    "receipt_advice": EVERYTHING,
    "invoice": (*BILLS, oioxml),
    "credit_note": BILLS,
}
