"""What stands where in an IDoc of the basic types ORDERS01 to 05, DELVRY01 to 07 and INVOIC01 and 02.

The first and the last share their segments, so one table serves all messages. A segment says by a qualifier what its
values are; what they mean for a document is settled afterwards.
"""

from functools import lru_cache

from ingest.formats.idoc.takers import amount, day, item_number, time_of_day
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import code, records, text, texts, unit
from ingest.xml.walk import Steps

CONTROL_RECORDS = ("EDI_DC40", "EDI_DC")


@lru_cache(maxsize=16)
def idoc_steps(namespace: str) -> Steps:
    """The steps of a walk over an IDOC whose segments stand in this namespace ("": in none, as they should)."""
    return _Table(namespace).idoc()


class _Table:
    """Builds tables of elements of one namespace."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def compiled(self, paths: Paths) -> Steps:
        return compile_table(paths, {"": self.namespace})

    def idoc(self) -> Steps:
        control = {path: taker for name in CONTROL_RECORDS for path, taker in under(name, self.control()).items()}
        return self.compiled(
            {
                **control,
                **under("E1EDK01", self.head()),
                "E1EDK02": records("references", self.reference("POSNR")),
                "E1EDK03": records("dates", self.date()),
                "E1EDK04": records("taxes", self.tax()),
                "E1EDK05": records("conditions", self.condition()),
                "E1EDK28/ACNUM": texts("accounts"),
                "E1EDKA1": records("partners", self.partner("PARVW", "PARTN")),
                "E1EDP01": records("items", self.item(), place=True),
                "E1EDS01": records("sums", self.compiled({"SUMID": code("qualifier"), "SUMME": amount("amount")})),
                "E1EDL20": records("deliveries", self.delivery(), place=True),
            }
        )

    def control(self) -> Paths:
        return {
            "DOCNUM": text("idoc"),
            "TEST": code("test"),
            "IDOCTYP": code("basic_type"),
            "CIMTYP": code("extension"),
            "MESTYP": code("message"),
            "STDMES": code("standard_message"),
            "SNDPRT": code("sender_type"),
            "SNDPRN": text("sender"),
            "RCVPRT": code("receiver_type"),
            "RCVPRN": text("receiver"),
            "CREDAT": day("created"),
            "CRETIM": time_of_day("created_at"),
        }

    def head(self) -> Paths:
        return {
            "ACTION": code("action"),
            "CURCY": code("currency"),
            "KUNDEUINR": text("customers_vat_id"),
            "EIGENUINR": text("own_vat_id"),
            "BSART": code("document_type"),
            "BELNR": text("stated_number"),
        }

    def reference(self, line: str) -> Steps:
        return self.compiled(
            {"QUALF": code("qualifier"), "BELNR": text("number"), line: text("line"), "DATUM": day("day")}
        )

    def date(self) -> Steps:
        return self.compiled({"IDDAT": code("qualifier"), "DATUM": day("day"), "UZEIT": time_of_day("time")})

    def tax(self) -> Steps:
        return self.compiled({"MSATZ": amount("rate"), "MWSBT": amount("amount")})

    def condition(self) -> Steps:
        return self.compiled(
            {
                "ALCKZ": code("direction"),
                "KSCHL": code("kind"),
                "KOTXT": text("text"),
                "BETRG": amount("amount"),
                "KOBTR": amount("end_amount"),
            }
        )

    def partner(self, role: str, number: str) -> Steps:
        return self.compiled(
            {
                role: code("role"),
                number: text("number"),
                "LIFNR": text("supplier_number"),
                "ILNNR": text("gln"),
                "NAME1": text("name"),
            }
        )

    def item(self) -> Steps:
        identification = {
            "QUALF": code("qualifier"),
            "IDTNR": item_number("number"),
            "IDTNR_LONG": item_number("number"),
            "IDTNR_EXTERNAL": item_number("number"),
            "KTEXT": text("name"),
        }
        schedule = {"WMENG": amount("quantity"), "EDATU": day("day")}
        return self.compiled(
            {
                "POSEX": text("id"),
                "ACTION": code("status"),
                "MENGE": amount("quantity"),
                "MENEE": unit("unit"),
                "BMNG2": amount("priced_quantity"),
                "PMENE": unit("base_unit"),
                "VPREI": amount("price"),
                "PEINH": amount("base"),
                "NETWR": amount("line_amount"),
                "UEPOS": text("parent"),
                "ABGRU": code("refusal"),
                "E1EDP02": records("references", self.reference("ZEILE")),
                "E1EDP03": records("dates", self.date()),
                "E1EDP04": records("taxes", self.tax()),
                "E1EDP05": records("conditions", self.condition()),
                "E1EDP19": records("identifications", self.compiled(identification)),
                "E1EDP20": records("schedule", self.compiled(schedule), place=True),
                "E1EDP26": records("amounts", self.compiled({"QUALF": code("qualifier"), "BETRG": amount("amount")})),
                "E1EDPT1/E1EDPT2/TDLINE": texts("notes"),
            }
        )

    def delivery(self) -> Steps:
        deadline = {
            "QUALF": code("qualifier"),
            "NTANF": day("planned"),
            "NTANZ": time_of_day("planned_at"),
            "ISDD": day("actual"),
            "ISDZ": time_of_day("actual_at"),
        }
        return self.compiled(
            {
                "VBELN": text("number"),
                "LIFEX": text("external_number"),
                "E1EDL21/LFART": code("delivery_type"),
                "E1ADRM1": records("partners", self.partner("PARTNER_Q", "PARTNER_ID")),
                "E1EDT13": records("deadlines", self.compiled(deadline)),
                "E1EDL24": records("items", self.delivered_item(), place=True),
            }
        )

    def delivered_item(self) -> Steps:
        ordered = {
            "QUALI": code("qualifier"),
            "BSTNR": text("number"),
            "BSTDT": day("day"),
            "POSEX": text("line"),
        }
        return self.compiled(
            {
                "POSNR": text("id"),
                "MATNR": item_number("supplier_item"),
                "MATNR_LONG": item_number("supplier_item"),
                "MATNR_EXTERNAL": item_number("supplier_item"),
                "KDMAT": item_number("buyer_item"),
                "EAN11": text("gtin"),
                "ARKTX": text("name"),
                "LFIMG": amount("quantity"),
                "VRKME": unit("unit"),
                "HIPOS": text("parent"),
                "VGBEL": text("reference"),
                "VGPOS": text("reference_line"),
                "E1EDL41": records("orders", self.compiled(ordered)),
                "E1EDL43": records("references", self.reference("POSNR")),
                "E1TXTH9/E1TXTP9/TDLINE": texts("notes"),
            }
        )
