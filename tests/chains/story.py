"""One purchase, told by its documents, to be written in any format."""

from dataclasses import dataclass, replace
from datetime import date

ORDER, SUPPLIER, BUYER = "B-4711", "Nordlicht Schrauben GmbH", "Werft Ost AG"
SUPPLIER_GLN, BUYER_GLN = "4098765100017", "4012345000009"


@dataclass(frozen=True)
class Goods:
    """What a line of a document says: the order line, the supplier's item, pieces, and the price of one in cents."""

    line: int
    item: str
    pieces: int
    cents: int

    @property
    def price(self) -> str:
        return f"{self.cents / 100:.2f}"

    @property
    def amount(self) -> str:
        return f"{self.cents * self.pieces / 100:.2f}"


@dataclass(frozen=True)
class Told:
    """A document of the story."""

    type: str
    number: str
    day: date
    goods: tuple[Goods, ...]
    order: str = ORDER
    invoice: str = ""
    """What a credit note corrects."""

    @property
    def is_bill(self) -> bool:
        return self.type in ("invoice", "credit_note")

    @property
    def is_priced(self) -> bool:
        """Whether it states prices: what goods do on their way does not."""
        return self.type not in ("despatch_advice", "receipt_advice")

    @property
    def net(self) -> str:
        return f"{sum(one.cents * one.pieces for one in self.goods) / 100:.2f}"

    @property
    def digits(self) -> str:
        return f"{self.day:%Y%m%d}"


_BOLT, _NUT = Goods(10, "N-100", 10, 500), Goods(20, "N-200", 4, 250)


def _told(kind: str, number: str, day: int, bolts: int, nuts: int, invoice: str = "") -> Told:
    goods = (replace(_BOLT, pieces=bolts), replace(_NUT, pieces=nuts))
    return Told(kind, number, date(2026, 3, day), tuple(one for one in goods if one.pieces), invoice=invoice)


STORY = (
    _told("order", ORDER, 2, 10, 4),
    _told("order_response", "AB-1", 3, 10, 3),  # a nut less
    _told("despatch_advice", "LS-1", 10, 10, 3),
    _told("receipt_advice", "WE-1", 12, 10, 3),
    _told("invoice", "R-1", 15, 10, 2),  # and one of them is not billed yet
)
WHOLE = (*STORY, _told("credit_note", "G-1", 18, 1, 0, invoice="R-1"))  # a bolt is taken back


def retold(number: int) -> tuple[Told, ...]:
    """The same story of another order: other numbers, and prices that are a few cents more."""
    return tuple(
        replace(
            one,
            order=f"{ORDER}-{number}",
            number=f"{ORDER if one.type == 'order' else one.number}-{number}",
            goods=tuple(replace(goods, cents=goods.cents + number) for goods in one.goods),
            invoice=one.invoice and f"{one.invoice}-{number}",
        )
        for one in WHOLE
    )
