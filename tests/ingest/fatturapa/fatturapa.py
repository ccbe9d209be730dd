"""FatturaPA in a line of a test."""

from ingest.format import Content
from ingest.formats.fatturapa import FATTURAPA
from orders.document import Document, Line

V12 = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
SUPPLIER = (
    "<IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>1</IdCodice></IdFiscaleIVA>"
    "<Anagrafica><Denominazione>Alfa</Denominazione></Anagrafica>"
)


def xml(*bodies: str, namespace: str = V12, recipient: str = "", supplier: str = SUPPLIER) -> bytes:
    header = (
        f"<DatiTrasmissione><FormatoTrasmissione>FPR12</FormatoTrasmissione>"
        f"<CodiceDestinatario>{recipient}</CodiceDestinatario></DatiTrasmissione>"
        f"<CedentePrestatore><DatiAnagrafici>{supplier}</DatiAnagrafici></CedentePrestatore>"
    )
    inner = "".join(f"<FatturaElettronicaBody>{one}</FatturaElettronicaBody>" for one in bodies)
    head = f"<FatturaElettronicaHeader>{header}</FatturaElettronicaHeader>"
    return f'<p:FatturaElettronica versione="FPR12" xmlns:p="{namespace}">{head}{inner}</p:FatturaElettronica>'.encode()


def body(kind: str = "TD01", document: str = "", general: str = "", lines: str = "", rest: str = "") -> str:
    """An invoice 7 with what is said of the document, what it refers to, its lines, and what follows them."""
    known = f"<TipoDocumento>{kind}</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-31</Data><Numero>7</Numero>"
    return (
        f"<DatiGenerali><DatiGeneraliDocumento>{known}{document}</DatiGeneraliDocumento>{general}</DatiGenerali>"
        f"<DatiBeniServizi>{lines}</DatiBeniServizi>{rest}"
    )


def line(number: int = 1, quantity: object = 10, price: object = 5, amount: object = 50, more: str = "") -> str:
    measured = "" if quantity is None else f"<Quantita>{quantity}</Quantita>"
    return (
        f"<DettaglioLinee><NumeroLinea>{number}</NumeroLinea><Descrizione>vite</Descrizione>{measured}"
        f"<PrezzoUnitario>{price}</PrezzoUnitario><PrezzoTotale>{amount}</PrezzoTotale>"
        f"<AliquotaIVA>22</AliquotaIVA>{more}</DettaglioLinee>"
    )


def summary(taxable: object, tax: object, more: str = "") -> str:
    return (
        f"<DatiRiepilogo><AliquotaIVA>22</AliquotaIVA><ImponibileImporto>{taxable}</ImponibileImporto>"
        f"<Imposta>{tax}</Imposta>{more}</DatiRiepilogo>"
    )


def order(number: str, *lines: int, item: str = "") -> str:
    applied = "".join(f"<RiferimentoNumeroLinea>{one}</RiferimentoNumeroLinea>" for one in lines)
    named = f"<NumItem>{item}</NumItem>" if item else ""
    return f"<DatiOrdineAcquisto>{applied}<IdDocumento>{number}</IdDocumento>{named}</DatiOrdineAcquisto>"


def read(data: bytes) -> list[Document]:
    content = Content(data)
    assert FATTURAPA.claims(content)
    found = FATTURAPA.read(content)
    assert isinstance(found, list)
    return found


def only(kind: str = "TD01", document: str = "", general: str = "", lines: str = "", rest: str = "") -> Document:
    (found,) = read(xml(body(kind, document, general, lines, rest)))
    return found


def only_line(**stated: object) -> Line:
    (found,) = only(lines=line(**stated)).lines  # type: ignore[arg-type]  # whatever the test says
    return found
