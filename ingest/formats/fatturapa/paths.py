"""What stands where in a FatturaPA, ordinary or simplified."""

from functools import lru_cache

from ingest.values.xsd import day, number
from ingest.xml.table import Paths, compile_table, in_any, under
from ingest.xml.takers import latest, records, text, texts, value
from ingest.xml.walk import Steps

_REFERENCES = {
    "DatiOrdineAcquisto": "orders",
    "DatiContratto": "contracts",
    "DatiConvenzione": "contracts",
    "DatiRicezione": "receipts",
    "DatiFattureCollegate": "invoices",
}
"""Element that refers to documents → key of the list of them."""


@lru_cache(maxsize=16)
def document_steps(name: str, namespace: str | None) -> Steps:
    """The steps of a walk over a file whose root is named so. What is in it should be in no namespace, but with some
    senders it is in the root's."""
    return _Table(("", namespace) if namespace else ("",)).document(name)


class _Table:
    """Builds tables whose elements may stand in any of some namespaces."""

    def __init__(self, namespaces: tuple[str, ...]) -> None:
        self.namespaces = namespaces

    def compiled(self, paths: Paths) -> Steps:
        return in_any(compile_table(paths, {"": ""}), self.namespaces)

    def document(self, name: str) -> Steps:
        goods = self.simplified_goods() if name == "FatturaElettronicaSemplificata" else self.goods()
        header = {
            "DatiTrasmissione/FormatoTrasmissione": text("profile"),
            "DatiTrasmissione/CodiceDestinatario": text("recipient"),
            "CedentePrestatore": records("suppliers", self.party()),
            "CessionarioCommittente": records("buyers", self.party()),
        }
        body = {
            **under("DatiGenerali", self.general()),
            **goods,
            "DatiPagamento/DettaglioPagamento": records("payments", self.payment()),
        }
        return self.compiled(
            {
                **under("FatturaElettronicaHeader", header),
                "FatturaElettronicaBody": records("bodies", self.compiled(body), place=True),
            }
        )

    def party(self) -> Steps:
        """The simplified invoice leaves out a level for the supplier, and has others for the buyer."""
        numbers = {
            "IdFiscaleIVA/IdPaese": text("country"),
            "IdFiscaleIVA/IdCodice": text("vat_number"),
            "CodiceFiscale": text("tax_code"),
        }
        names = {
            "Denominazione": text("company"),
            "Nome": text("first_name"),
            "Cognome": text("last_name"),
        }
        return self.compiled(
            {
                **under("DatiAnagrafici", {**numbers, **under("Anagrafica", names)}),
                **numbers,
                **names,
                **under("IdentificativiFiscali", numbers),
                **under("AltriDatiIdentificativi", names),
            }
        )

    def general(self) -> Paths:
        document = {
            "TipoDocumento": text("type_code"),
            "Divisa": text("currency"),
            "Data": value("issue_date", day),
            "Numero": text("number"),
            "DatiRitenuta": records("withheld", self.compiled({"ImportoRitenuta": value("amount", number)})),
            "DatiBollo/ImportoBollo": value("stamp", number),
            "DatiCassaPrevidenziale": records("funds", self.fund()),
            "ScontoMaggiorazione": records("discounts", self.discount()),
            "ImportoTotaleDocumento": value("total", number),
            "Arrotondamento": value("rounding", number),
        }
        rectified = self.compiled({"NumeroFR": text("number"), "DataFR": value("date", day)})
        note = {
            "RiferimentoNumeroLinea": texts("lines"),
            "NumeroDDT": text("number"),
            "DataDDT": value("date", day),
        }
        return {
            **under("DatiGeneraliDocumento", document),
            **{name: records(key, self.reference()) for name, key in _REFERENCES.items()},
            "DatiDDT": records("despatches", self.compiled(note)),
            "DatiFatturaRettificata": records("invoices", rectified),
            "DatiTrasporto/DataOraConsegna": latest("delivery_date", day),
        }

    def reference(self) -> Steps:
        return self.compiled(
            {
                "RiferimentoNumeroLinea": texts("lines"),
                "IdDocumento": text("number"),
                "Data": value("date", day),
                "NumItem": text("item"),
            }
        )

    def fund(self) -> Steps:
        return self.compiled({"TipoCassa": text("kind"), "ImportoContributoCassa": value("amount", number)})

    def discount(self) -> Steps:
        return self.compiled(
            {
                "Tipo": text("kind"),
                "Percentuale": value("percent", number),
                "Importo": value("amount", number),
            }
        )

    def goods(self) -> Paths:
        code = self.compiled({"CodiceTipo": text("kind"), "CodiceValore": text("code")})
        line = {
            "NumeroLinea": text("id"),
            "TipoCessionePrestazione": text("kind"),
            "CodiceArticolo": records("codes", code),
            "Descrizione": text("name"),
            "Quantita": value("quantity", number),
            "UnitaMisura": text("measure"),
            "DataInizioPeriodo": latest("delivery_date", day),
            "DataFinePeriodo": latest("delivery_date", day),
            "PrezzoUnitario": value("price", number),
            "ScontoMaggiorazione": records("discounts", self.discount()),
            "PrezzoTotale": value("line_amount", number),
            "AliquotaIVA": value("tax_rate", number),
        }
        summary = {
            "AliquotaIVA": value("rate", number),
            "SpeseAccessorie": value("accessories", number),
            "Arrotondamento": value("rounding", number),
            "ImponibileImporto": value("taxable", number),
            "Imposta": value("amount", number),
        }
        return under(
            "DatiBeniServizi",
            {
                "DettaglioLinee": records("lines", self.compiled(line), place=True),
                "DatiRiepilogo": records("taxes", self.compiled(summary)),
            },
        )

    def simplified_goods(self) -> Paths:
        line = {
            "Descrizione": text("name"),
            "Importo": value("with_tax", number),
            "DatiIVA/Imposta": value("tax", number),
            "DatiIVA/Aliquota": value("tax_rate", number),
        }
        return {"DatiBeniServizi": records("lines", self.compiled(line), place=True)}

    def payment(self) -> Steps:
        return self.compiled(
            {
                "DataScadenzaPagamento": value("due_date", day),
                "ImportoPagamento": value("amount", number),
                "IBAN": text("account"),
                "BIC": text("bank"),
            }
        )
