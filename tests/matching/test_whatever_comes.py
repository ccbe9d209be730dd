"""Whatever documents say, matching answers: the same in any order of arrival, and in a form that can be kept."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from matching import assess
from orders.assessment import ASSESSMENT
from orders.case import Case, Decision, DecisionKind, Filed
from orders.deviations import DeviationCode
from orders.document import (
    Charge,
    Document,
    DocumentType,
    Issue,
    Line,
    LineAction,
    LineResponse,
    OrderReference,
    Party,
    PartyId,
    PaymentAccount,
    Response,
    Standing,
    Substitute,
    Totals,
)
from orders.policy import Options, Packaging, Policy, SupplierPolicy, Tolerance, Tolerances
from orders.references import document_order_keys, order_id
from orders.wording import say

# Few words, most of them the same, so that documents meet; and the words that nobody expects.
ORDERS = st.sampled_from(["P1"] * 12 + ["p-1", "P1, P2", "P2", "NA", "0", "", "ü" * 50])
ROWS = st.sampled_from([None, None, *["1"] * 5, "2", "2", "01", "9", "NA", "1#2"])
ITEMS = st.sampled_from([None, None, None, "A", "A", "B", "NA", "a "])
BILLS = st.sampled_from([None, *["D1"] * 3, *["D2"] * 3, "d-1", "NA", ""])
RARELY = st.sampled_from([()] * 8 + [("D1",), ("D2",)])
NUMBERED = st.sampled_from(["D1", "D2", "D2", "x"])
TEXTS = st.sampled_from([None, None, "Fracht", "Rabatt", "Zwischensumme", "Schraube", "{x}", "%s"])
NUMBERS = st.one_of(
    st.none(),
    st.sampled_from(["0", "-0", "1", "-1", "7", "0.01", "99999999999999999999", "0.00000000000000000001", "-3.50"]).map(
        Decimal
    ),
    st.decimals(-1000, 1000, places=3),
)
DAYS = st.one_of(
    st.none(), st.sampled_from([date.min, date(2026, 3, 1), date(2026, 3, 10), date(2026, 4, 1), date.max])
)
TIMES = st.one_of(st.none(), st.just(time(9)), st.just(time(9, tzinfo=UTC)))
UNITS = st.sampled_from([None, *["C62"] * 4, "DZN", "KGM", "HUR", "CT", "??"])
CHARGES = st.builds(Charge, amount=NUMBERS.filter(lambda one: one is not None), text=TEXTS, code=st.none())


def some(values: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(values, max_size=most).map(tuple)


LINES = st.builds(
    Line,
    id=ROWS,
    order_number=st.one_of(st.none(), st.none(), ORDERS),
    order_line=ROWS,
    supplier_order_line=ROWS,
    despatch_number=BILLS,
    despatch_line=ROWS,
    receipt_number=BILLS,
    receipt_line=ROWS,
    invoice_number=BILLS,
    invoice_line=ROWS,
    buyer_item=ITEMS,
    supplier_item=ITEMS,
    gtin=ITEMS,
    name=TEXTS,
    quantity=NUMBERS,
    unit=UNITS,
    unit_text=UNITS,
    rejected_quantity=NUMBERS,
    short_quantity=NUMBERS,
    outstanding_quantity=NUMBERS,
    backorder_quantity=NUMBERS,
    unit_price=NUMBERS,
    line_amount=NUMBERS,
    tax_rate=NUMBERS,
    requested_from=DAYS,
    requested_date=DAYS,
    promised_date=DAYS,
    delivery_date=DAYS,
    response=st.sampled_from([None, *LineResponse]),
    action=st.sampled_from([None, *LineAction]),
    substitute=st.one_of(st.none(), st.builds(Substitute, supplier_item=ITEMS, gtin=ITEMS, name=TEXTS)),
    charges=some(CHARGES, 1),
)
PARTIES = st.one_of(
    st.none(),
    st.none(),
    st.just(Party(name="ACME")),
    st.builds(
        Party,
        name=st.sampled_from([None, "ACME", "Birke"]),
        ids=some(st.builds(PartyId, scheme=st.sampled_from(["", "0088"]), value=st.sampled_from(["1", "4000001"])), 1),
        vat_id=st.sampled_from([None, "DE1"]),
    ),
)
DOCUMENTS = st.builds(
    Document,
    type=st.sampled_from(list(DocumentType)),
    number=BILLS,
    issue_date=DAYS,
    issue_time=TIMES,
    format=st.just("test"),
    profile=st.sampled_from([None, "order_agreement"]),
    type_code=st.sampled_from([None, "384", "381", "83"]),
    standing=st.sampled_from([None] * 12 + [*Standing]),
    currency=st.sampled_from([None, "EUR", "USD", "HUF"]),
    supplier=PARTIES,
    buyer=PARTIES,
    order_references=st.lists(st.builds(OrderReference, number=ORDERS), min_size=1, max_size=2).map(tuple),
    order_change_references=some(NUMBERED, 1),
    despatch_references=some(NUMBERED, 1),
    receipt_references=some(NUMBERED, 1),
    invoice_references=some(NUMBERED, 1),
    response=st.sampled_from([None, *Response]),
    revision=st.sampled_from([None, "1", "2", "x"]),
    copy=st.booleans(),
    replaces=RARELY,
    cancels=RARELY,
    delivery_date=DAYS,
    payment_accounts=some(st.builds(PaymentAccount, iban=st.sampled_from([None, "DE1", "DE2"])), 1),
    charges=some(CHARGES),
    totals=st.builds(Totals, lines=NUMBERS, net=NUMBERS, tax=NUMBERS, gross=NUMBERS, payable=NUMBERS),
    lines=st.one_of(*[st.lists(LINES, min_size=1, max_size=3).map(tuple)] * 4, st.just(())),
    issues=some(st.just(Issue(code="total_mismatch", message="?")), 1),
)
AN_ORDER = st.builds(
    Document,
    type=st.just(DocumentType.ORDER),
    number=st.just("P1"),
    issue_date=DAYS,
    format=st.just("test"),
    supplier=PARTIES,
    lines=st.lists(LINES, min_size=1, max_size=3).map(
        lambda lines: tuple(replace(one, id=str(n), quantity=Decimal(10 * n)) for n, one in enumerate(lines, 1))
    ),
)
LIMITS = st.one_of(
    st.none(),
    st.builds(Tolerance, absolute=st.sampled_from([None, Decimal(1)]), percent=st.sampled_from([None, Decimal(5)])),
)
RULES = st.builds(
    Tolerances,
    quantity_under=LIMITS,
    quantity_over=LIMITS,
    price_under=LIMITS,
    price_over=LIMITS,
    line_amount=LIMITS,
    total=LIMITS,
    freight=LIMITS,
    date_days=st.sampled_from([None, 0, 30]),
)
OPTIONS = st.builds(Options)
SUPPLIERS = st.builds(
    SupplierPolicy,
    key=st.just("acme"),
    name=st.just("ACME"),
    options=OPTIONS,
    tolerances=RULES,
    item_tolerances=st.dictionaries(st.sampled_from(["a", "b"]), RULES, max_size=1),
    units=st.just({"CT": Packaging(unit="C62", factor=Decimal(7))}),
    items=st.just({"B": "A"}),
)
POLICIES = st.builds(Policy, options=OPTIONS, tolerances=RULES, suppliers=some(SUPPLIERS, 1))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    documents = [draw(AN_ORDER), *draw(st.lists(DOCUMENTS, min_size=3, max_size=8))]
    filed = tuple(Filed(f"{n:02}/0", one) for n, one in enumerate(documents))
    keys = frozenset(key for one in filed for key in document_order_keys(one.document))
    if draw(st.integers(0, 5)) == 0:
        keys = frozenset(draw(st.sets(st.sampled_from(sorted(keys))))) if keys else keys
    decisions = draw(st.lists(_decisions(filed), max_size=3))
    return Case(
        keys=keys,
        documents=filed,
        decisions=tuple(Decision(**(one | {"id": n})) for n, one in enumerate(decisions)),
        as_of=draw(DAYS),
    )


def _decisions(filed: tuple[Filed, ...]) -> st.SearchStrategy[dict]:
    orders = [order_id(one.document.number or "", one.document.buyer) for one in filed]
    return st.fixed_dictionaries(
        {
            "kind": st.sampled_from(list(DecisionKind)),
            "taken_at": st.just(datetime(2026, 3, 15, tzinfo=UTC)),
            "taken_by": st.just("anna"),
            "order": st.sampled_from([None, "nobody@", *orders]),
            "order_line": ROWS,
            "document": st.sampled_from([None, *(one.id for one in filed)]),
            "document_line": ROWS,
            "code": st.sampled_from([None, *DeviationCode]),
            "quantity": NUMBERS,
            "status": st.sampled_from([None, "invoiced", "?"]),
            "track": st.sampled_from([None, "invoicing"]),
        }
    )


@settings(max_examples=300)
@given(cases(), POLICIES, st.randoms(use_true_random=False))
def test_every_case_is_answered_and_arrival_does_not_matter(case: Case, policy: Policy, chance) -> None:
    found = assess(case, policy)
    assert ASSESSMENT.from_json(ASSESSMENT.to_json(found)) == found
    for deviation in found.deviations:
        assert deviation.amount is None or deviation.amount >= 0
        assert say(deviation.message, "de")
    shuffled = list(case.documents)
    chance.shuffle(shuffled)
    turned = Case(keys=case.keys, documents=tuple(shuffled), decisions=case.decisions[::-1], as_of=case.as_of)
    assert assess(turned, policy) == found
