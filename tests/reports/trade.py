"""A small, invented trade: assessments as matching gives them, made from a seed. Nothing of it is real."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any

from orders.assessment import (
    Allocation,
    Assessment,
    By,
    Deviation,
    DocumentAssessment,
    Figures,
    LineAssessment,
    OrderAssessment,
    Proposal,
    RevisionStatus,
    UnmatchedLine,
)
from orders.deviations import DeviationCode, severity
from orders.document import DocumentType
from orders.message import Message
from orders.status import FULL, PARTIAL, TRACK_NONE, Status, Track
from reports.edition import Edition
from reports.entries import ArrivedFile, AssessedCase, DecidedThing, LearnedThing, Origin

AS_OF = date(2026, 3, 31)
MADE_AT = datetime(2026, 3, 31, 7, 30, tzinfo=UTC)
EVIDENCE = Message("evidence.sample", {})

SUPPLIERS = (
    ("Nordlicht Schraubenwerk GmbH", "EUR"),
    ("Atelier Mécanique Lebrun SARL", "EUR"),
    ("Pennine Bearings Ltd", "GBP"),
    ("Huber & Söhne Zerspanung KG", "EUR"),
    ("Fjordstål AS", "EUR"),
    ("Kesselbau Rheintal AG", "CHF"),
    ("Tessitura Bellini S.p.A.", "EUR"),
)
BUYERS = ("Jana Brandt", "Olivier Petit", "Martha Klein")
ITEMS = (
    ("Sechskantschraube M8×40, verzinkt", "C62", "0.1245"),
    ("Rillenkugellager 6204-2RS", "C62", "3.85"),
    ("Präzisionswelle Ø 20 h6, 1 m", "MTR", "21.40"),
    ("Hydrauliköl HLP 46", "LTR", "2.95"),
    ("Dichtring NBR 40×62×8", "C62", "0.98"),
    ("Blech DC01 2 mm, 1000×2000", "C62", "48.70"),
    ("Kabelkanal 60×40, weiß", "MTR", "4.15"),
    ("Schaltschrank 800×600×300", "C62", "412.00"),
    ("Kupferrohr 15×1", "KGM", "11.30"),
    ("Montage und Inbetriebnahme", "HUR", "86.00"),
)


def edition(**changes: Any) -> Edition:
    """A German edition of the sample day."""
    return Edition(**{"language": "de", "as_of": AS_OF, "made_at": MADE_AT, **changes})


def line(number: str = "10", **changes: Any) -> LineAssessment:
    """An order line of ten pieces at 10.00, sent to the supplier and nothing else."""
    zero = Decimal(0)
    ten = Decimal(10)
    values: dict[str, Any] = {
        "line": number,
        "name": "Rillenkugellager 6204-2RS",
        "buyer_item": "OUR-0815",
        "supplier_item": "SUP-4711",
        "unit": "C62",
        "by": By.QUANTITY,
        "ordered": ten,
        "target": ten,
        "confirmed": zero,
        "shipped": zero,
        "received": zero,
        "rejected": zero,
        "returned": zero,
        "invoiced": zero,
        "open_to_ship": ten,
        "open_to_receive": ten,
        "open_to_invoice": ten,
        "closed_short": zero,
        "unit_price": ten,
        "ordered_amount": Decimal(100),
        "invoiced_amount": zero,
        "requested_date": AS_OF + timedelta(days=10),
        "status": Status.PENDING,
        "tracks": dict.fromkeys(Track, TRACK_NONE),
    }
    return LineAssessment(**(values | changes))


def order(number: str = "4500017", *lines: LineAssessment, **changes: Any) -> OrderAssessment:
    """An order of these lines, or of one."""
    values: dict[str, Any] = {
        "id": f"{number}@werk",
        "number": number,
        "revision": 1,
        "supplier": "ACME GmbH",
        "supplier_key": None,
        "buyer": "Werk",
        "currency": "EUR",
        "issue_date": AS_OF - timedelta(days=20),
        "status": Status.PENDING,
        "derived_status": Status.PENDING,
        "tracks": dict.fromkeys(Track, TRACK_NONE),
        "revisions": (
            RevisionStatus(revision=1, document=document_id(number), issue_date=None, status=Status.PENDING),
        ),
        "lines": lines or (line(),),
        "documents": (document_id(number),),
    }
    return OrderAssessment(**(values | changes))


def deviation(code: DeviationCode = DeviationCode.PRICE_OVER, **changes: Any) -> Deviation:
    """An open deviation of line 10 of the order 4500017."""
    values: dict[str, Any] = {
        "code": code,
        "severity": severity(code),
        "order": "4500017@werk",
        "order_number": "4500017",
        "order_line": "10",
        "message": Message("deviation.sample", {}),
    }
    return Deviation(**(values | changes))


def case(*orders: OrderAssessment, **changes: Any) -> AssessedCase:
    """A case of these orders; `changes` are parts of its assessment. Originals lie in ../archive."""
    assessment = Assessment(orders=orders, **changes)
    return AssessedCase(assessment, AS_OF, dict(_origins(assessment)))


def _origins(assessment: Assessment) -> Iterator[tuple[str, Origin]]:
    issued = {one.document: one.issue_date for one in assessment.documents}
    named = {document for one in assessment.orders for document in one.documents}
    named |= {one.document for one in assessment.unmatched}
    named |= {one.document for one in assessment.deviations if one.document}
    for document in sorted(named | issued.keys()):
        yield document, Origin(f"../archive/{document.partition('/')[0][:12]}.xml", issued.get(document))


def document_id(number: str) -> str:
    """The id of a document that is named by its number only."""
    return f"{sha256(number.encode(errors='backslashreplace')).hexdigest()}/0"


def trade(orders: int, seed: int = 7) -> Iterator[AssessedCase]:
    """So many cases of one order each."""
    chance = random.Random(seed)  # noqa: S311 - a sample needs no secret
    for n in range(orders):
        yield _Deal(chance, n).case()


def arrivals(files: int, seed: int = 7) -> Iterator[ArrivedFile]:
    """So many files, newest first."""
    chance = random.Random(seed)  # noqa: S311 - a sample needs no secret
    for n in range(files):
        state = chance.choices(("accepted", "duplicate", "rejected", "waiting"), (90, 5, 4, 1))[0]
        digest = sha256(str(n).encode()).hexdigest()
        yield ArrivedFile(
            id=f"{n:06d}",
            name=f"INV_{20260000 + n}.xml",
            sha256=digest,
            size=chance.randrange(3_000, 60_000),
            state=state,
            code="XML_NOT_WELL_FORMED" if state == "rejected" else None,
            message="The file ends in the middle of an element (line 41)." if state == "rejected" else None,
            received_at=MADE_AT - timedelta(minutes=17 * n),
            documents=(("invoice", f"{20260000 + n}"),) if state == "accepted" else (),
            original=f"../archive/{digest[:12]}.xml",
        )


def decided(count: int) -> Iterator[DecidedThing]:
    """So many decisions: one that stands, one that was taken back, one that was refused, and so on."""
    for n in range(count):
        yield DecidedThing(
            number=None if n % 3 == 2 else n + 1,
            at=MADE_AT - timedelta(days=n),
            by="Anna Berg",
            state=("stands", "revoked", "refused")[n % 3],
            said=Message("decided.close", {"line": "10", "why": "plant closed"}),
            order=f"{4_500_100 + n}",
            line="10",
            document_type=None,
            document_number=None,
            why="plant closed",
            reason="This has changed since the report." if n % 3 == 2 else None,
            file="from anna.xlsx",
        )


def learned(count: int) -> Iterator[LearnedThing]:
    """So many lessons: an item, a unit that a decimal does not show, a wording, and so on."""
    for n in range(count):
        unit = n % 3 == 1
        yield LearnedThing(
            number=n + 1,
            supplier="ACME GmbH",
            kind=("item", "unit", "charge")[n % 3],
            source=("SUP-1", "CT", "Nebenleistung")[n % 3],
            target=("OUR-1", "C62", "charge")[n % 3],
            factor=Fraction(1, 3) if unit else None,
            item="SUP-1" if unit else None,
            standing=("holds", "replaced", "revoked")[n % 3],
            at=MADE_AT - timedelta(days=n),
            by="Anna Berg",
            decision=None if unit else n + 1,
            why="",
        )


class _Deal:
    """One order and everything that became of it."""

    def __init__(self, chance: random.Random, n: int) -> None:
        self.chance = chance
        self.number = f"{4_500_100 + n}"
        self.id = f"{self.number}@werk"
        self.supplier, self.currency = chance.choice(SUPPLIERS)
        self.progress = chance.choices(range(6), (8, 14, 14, 18, 26, 20))[0]
        self.issued = AS_OF - timedelta(days=chance.randrange(5, 60))
        self.deviations: list[Deviation] = []
        self.documents: dict[str, DocumentAssessment] = {}

    def case(self) -> AssessedCase:
        lines = tuple(
            self.line(str(10 * (n + 1))) for n in range(self.chance.choices((1, 2, 3, 5, 9), (3, 4, 4, 3, 1))[0])
        )
        tracks = {track: self._whole(track, lines) for track in Track}
        status = next(
            (Status(tracks[track]) for track in reversed(Track) if tracks[track] != TRACK_NONE), Status.PENDING
        )
        unanswered = sum(not one.answered for one in lines)
        whole = order(
            self.number,
            *lines,
            supplier=self.supplier,
            buyer=self.chance.choice(BUYERS),
            currency=self.currency,
            issue_date=self.issued,
            status=status,
            derived_status=status,
            tracks=tracks,
            unanswered=unanswered,
        )
        unmatched = (self._unmatched(),) if self.chance.random() < 0.06 else ()
        return case(
            whole, documents=tuple(self.documents.values()), deviations=tuple(self.deviations), unmatched=unmatched
        )

    def line(self, number: str) -> LineAssessment:
        chance = self.chance
        name, unit, price = chance.choice(ITEMS)
        ordered = Decimal(chance.choice((5, 10, 12, 25, 40, 100, 250, 1000)))
        requested = self.issued + timedelta(days=chance.randrange(10, 70))
        ledgers = dict.fromkeys(Track, Decimal(0))
        reached = self.progress
        for depth, track in enumerate(Track):
            share = 1 if depth < reached - 1 else chance.choice((0, Fraction(1, 2), 1)) if depth == reached - 1 else 0
            ledgers[track] = Decimal(int(Fraction(ordered) * share))
        answered = ledgers[Track.RESPONSE] > 0
        moved = chance.choices((0, 3, 9, 21), (7, 2, 1, 1))[0] if answered else 0
        confirmed = requested + timedelta(days=moved) if answered else None
        unit_price = Decimal(price)
        self._deviate(number, ordered, unit_price, requested, confirmed)
        tracks = {track: self._track(track, ledgers[track], ordered) for track in Track}
        status = next((Status(tracks[one]) for one in reversed(Track) if tracks[one] != TRACK_NONE), Status.PENDING)
        return line(
            number,
            name=name,
            buyer_item=f"OUR-{chance.randrange(1000, 9999)}",
            supplier_item=f"{self.supplier[:3].upper()}-{chance.randrange(100, 999)}",
            unit=unit,
            ordered=ordered,
            target=ordered,
            confirmed=ledgers[Track.RESPONSE],
            shipped=ledgers[Track.SHIPMENT],
            received=ledgers[Track.RECEIPT],
            invoiced=ledgers[Track.INVOICING],
            open_to_ship=ordered - ledgers[Track.SHIPMENT],
            open_to_receive=ordered - ledgers[Track.RECEIPT],
            open_to_invoice=ordered - ledgers[Track.INVOICING],
            unit_price=unit_price,
            confirmed_price=unit_price if answered else None,
            ordered_amount=ordered * unit_price,
            invoiced_amount=ledgers[Track.INVOICING] * unit_price,
            requested_date=requested,
            first_confirmed_date=confirmed,
            confirmed_date=confirmed,
            answered=answered,
            status=status,
            tracks=tracks,
            allocations=tuple(self._allocate(number, ledgers, unit_price)),
        )

    def _allocate(self, number: str, ledgers: dict[Track, Decimal], price: Decimal) -> Iterator[Allocation]:
        kinds = {
            Track.RESPONSE: (DocumentType.ORDER_RESPONSE, "AB"),
            Track.SHIPMENT: (DocumentType.DESPATCH_ADVICE, "LS"),
            Track.RECEIPT: (DocumentType.RECEIPT_ADVICE, "WE"),
            Track.INVOICING: (DocumentType.INVOICE, "RE"),
        }
        for depth, (track, (kind, prefix)) in enumerate(kinds.items()):
            if not ledgers[track]:
                continue
            name = f"{prefix}-{self.number}"
            issued = self.issued + timedelta(days=3 + 9 * depth)
            self.documents[document_id(name)] = DocumentAssessment(
                document=document_id(name),
                type=kind,
                number=name,
                issue_date=min(issued, AS_OF),
                supplier=self.supplier,
                currency=self.currency,
                gross=None,
                counted=True,
                orders=(self.id,),
            )
            yield Allocation(
                document=document_id(name),
                document_type=kind,
                document_number=name,
                document_line=number,
                order=self.id,
                order_line=number,
                track=track,
                quantity=ledgers[track],
                amount=ledgers[track] * price,
                rule="line_reference",
                evidence=EVIDENCE,
            )

    def _deviate(self, number: str, ordered: Decimal, price: Decimal, requested: date, confirmed: date | None) -> None:
        if confirmed and confirmed != requested:
            self._add(DeviationCode.DATE_CHANGED, number, None, requested.isoformat(), confirmed.isoformat())
        if self.progress >= 4 and self.chance.random() < 0.12:
            over = (price * Decimal("1.06")).quantize(Decimal("0.0001"))
            self._add(DeviationCode.PRICE_OVER, number, (over - price) * ordered, str(price), str(over))
        if self.progress >= 2 and self.chance.random() < 0.05:
            rest = ordered / 4
            self._add(DeviationCode.QUANTITY_CHANGED, number, rest * price, str(ordered), str(ordered - rest))
        if self.progress >= 4 and self.chance.random() < 0.02:
            self._add(DeviationCode.BANK_ACCOUNT_CHANGED, None, ordered * price, None, None)

    def _add(
        self, code: DeviationCode, number: str | None, amount: Decimal | None, ordered: str | None, found: str | None
    ) -> None:
        name = f"{'AB' if code.endswith('_changed') and code != 'bank_account_changed' else 'RE'}-{self.number}"
        self.deviations.append(
            deviation(
                code,
                order=self.id,
                order_number=self.number,
                order_line=number,
                document=document_id(name),
                document_type=DocumentType.INVOICE if name.startswith("RE") else DocumentType.ORDER_RESPONSE,
                document_number=name,
                document_line=number,
                amount=amount,
                currency=self.currency,
                figures=Figures(ordered=ordered, found=found, tolerance="0", rule="default"),
            )
        )

    def _unmatched(self) -> UnmatchedLine:
        name = f"RE-X{self.number}"
        return UnmatchedLine(
            document=document_id(name),
            document_type=DocumentType.INVOICE,
            document_number=name,
            document_line="2",
            supplier=self.supplier,
            item="SUP-1",
            name="Versandkartonage",
            quantity=Decimal(4),
            unit="C62",
            amount=Decimal(62),
            code=DeviationCode.LINE_UNMATCHED,
            order_number=self.number,
            proposals=(Proposal(order=self.id, order_line="10", score=Decimal("0.62"), evidence=EVIDENCE),),
        )

    def _whole(self, track: Track, lines: tuple[LineAssessment, ...]) -> str:
        values = {one.tracks[track] for one in lines}
        if values == {TRACK_NONE}:
            return TRACK_NONE
        return FULL[track] if values == {FULL[track]} else PARTIAL[track]

    def _track(self, track: Track, ledger: Decimal, ordered: Decimal) -> str:
        if not ledger:
            return TRACK_NONE
        return FULL[track] if ledger >= ordered else PARTIAL[track]
