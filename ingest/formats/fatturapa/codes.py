"""What the codes and words in FatturaPA mean. Source: its technical specifications, versions 1.2 to 1.9."""

from collections.abc import Mapping

from ingest.values.units_text import unit_key
from orders.document import Standing

CREDITS = frozenset({"TD04", "TD08"})
"""TipoDocumento of credit notes, ordinary and simplified."""

STANDINGS: Mapping[str, Standing] = {
    "TD02": Standing.PREPAYMENT,  # on an invoice
    "TD03": Standing.PREPAYMENT,  # on a fee
    # What the buyer writes for the tax office about an invoice that came from elsewhere, or about no purchase at all.
    "TD16": Standing.PROFORMA,
    "TD17": Standing.PROFORMA,
    "TD18": Standing.PROFORMA,
    "TD19": Standing.PROFORMA,
    "TD21": Standing.PROFORMA,
    "TD22": Standing.PROFORMA,
    "TD23": Standing.PROFORMA,
    "TD27": Standing.PROFORMA,
    "TD28": Standing.PROFORMA,
    "TD29": Standing.PROFORMA,
}
"""TipoDocumento → why a document does not count in the ordinary way. TD20 counts: it stands for an invoice that the
supplier never sent."""

CHARGED = frozenset({"SC", "PR", "AB", "AC"})
"""TipoCessionePrestazione: a line is no goods, but a discount, bonus or rebate, or what comes on top."""

INCREASE = "MG"
"""Tipo of a ScontoMaggiorazione that raises a price; any other lowers it."""

BARCODES = frozenset({"ean", "ean8", "ean13", "gtin", "gtin13", "gtin14", "upc", "barcode"})
CLASSES = frozenset({"taric", "cpv", "carb", "ssc", "cn", "nc", "unspsc", "eclass", "nomenclaturacombinata", "hs"})
"""CodiceTipo, letters and digits alone: numbers of the article for everybody, and of classes of articles."""

UNITS: Mapping[str, str] = {
    unit_key(word): code
    for code, words in {
        "H87": "n nr num numero pz pz. pezzo pezzi cad cadauno cadauna nu unità",
        "XPK": "cf conf confezione confezioni pacco pacchi collo colli",
        "XCT": "cartone cartoni crt",
        "XBX": "scatola scatole scat sca",
        "XBO": "bottiglia bottiglie bott bt",
        "XBG": "sacco sacchi sacchetto busta buste",
        "XRO": "rotolo rotoli rt",
        "XPX": "bancale bancali pedana pedane",
        "XDR": "fusto fusti",
        "XCI": "tanica taniche",
        "XST": "foglio fogli",
        "PR": "paio paia pa",
        "SET": "serie assortimento",
        "DZN": "dozzina dozzine dz",
        "KGM": "chilogrammo chilogrammi chilo chili kg.",
        "GRM": "grammo grammi",
        "TNE": "tonnellata tonnellate ton tn",
        "DTN": "q.li quintale quintali ql qli",
        "LTR": "lt litro litri",
        "MTR": "mt metro metri ml metri_lineari",
        "MTK": "mq metro_quadrato metri_quadrati",
        "MTQ": "mc metro_cubo metri_cubi",
        "HUR": "ora ore hh",
        "MIN": "minuto minuti",
        "DAY": "gg giorno giorni gior",
        "WEE": "settimana settimane",
        "MON": "mese mesi",
        "ANN": "anno anni",
        "LS": "corpo a_corpo ac forfait",
        "E48": "prestazione prestazioni servizio servizi",
    }.items()
    for word in words.split()
}
"""UnitaMisura is free text: Italian words (`unit_key` of them) → UN/ECE Recommendation 20."""
