"""Every format that is read: one module or package each, and one line here."""

from ingest.format import Format
from ingest.formats.tables.csv_format import CSV
from ingest.formats.tables.xlsx_format import XLSX
from ingest.formats.ubl import UBL

FORMATS: tuple[Format, ...] = (UBL, CSV, XLSX)
