"""Every format that is read: one module or package each, and one line here."""

from ingest.format import Format
from ingest.formats.cii import CII
from ingest.formats.cxml import CXML
from ingest.formats.ebinterface import EBINTERFACE
from ingest.formats.edifact import EDIFACT
from ingest.formats.fatturapa import FATTURAPA
from ingest.formats.finvoice import FINVOICE
from ingest.formats.gs1 import GS1
from ingest.formats.idoc import IDOC
from ingest.formats.oioxml import OIOXML
from ingest.formats.opentrans import OPENTRANS
from ingest.formats.p7m import P7M
from ingest.formats.pdf import PDF
from ingest.formats.svefaktura import SVEFAKTURA
from ingest.formats.tables.csv_format import CSV
from ingest.formats.tables.xlsx_format import XLSX
from ingest.formats.ubl import UBL
from ingest.formats.x12 import X12
from ingest.formats.xml_layout import XML_LAYOUT

FORMATS: tuple[Format, ...] = (
    UBL,
    CII,
    OPENTRANS,
    CXML,
    IDOC,
    GS1,
    FATTURAPA,
    EBINTERFACE,
    FINVOICE,
    SVEFAKTURA,
    OIOXML,
    PDF,
    P7M,
    EDIFACT,
    X12,
    CSV,
    XLSX,
    XML_LAYOUT,
)
