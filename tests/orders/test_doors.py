"""What comes in through a door fits, and comes out as it was; bodies that former versions wrote are read."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.answer import ANSWERS, Answer, Answers, RowKey, key_text, read_key
from orders.assessment import UNMATCHED_LINE, UnmatchedLine
from orders.case import DECISION, Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.document import DOCUMENT, Charge, Document, DocumentType, Line, LineResponse, Party, PartyId, Totals, shown
from orders.door import Misfit
from orders.learned import LEARNED, Learned, LearnedKind

DAY = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**19), max_value=10**19)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def refused(record: dict[str, object]) -> Misfit:
    with pytest.raises(Misfit) as caught:
        DOCUMENT.from_record({"type": "invoice", "format": "ubl", **record})
    return caught.value


@given(
    st.builds(
        Line, id=TEXTS, quantity=NUMBERS | st.none(), name=st.none() | TEXTS, requested_date=st.none() | st.dates()
    ),
    st.builds(Charge, amount=NUMBERS, text=st.none() | TEXTS),
    st.times(timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=-3, minutes=-30))])),
)
def test_a_document_comes_back_as_it_went(line: Line, charge: Charge, at: time) -> None:
    document = Document(
        type=DocumentType.INVOICE,
        format="ubl",
        issue_time=at,
        charges=(charge,),
        lines=(line,),
        totals=Totals(net=charge.amount),
    )
    body = DOCUMENT.to_json(document)
    again = DOCUMENT.from_json(body)
    assert (again, DOCUMENT.to_json(again)) == (document, body)
    assert str(again.totals.net) == str(charge.amount)


def test_what_is_absent_is_not_written() -> None:
    assert DOCUMENT.to_json(Document(type=DocumentType.ORDER, format="ubl")) == b'{"type":"order","format":"ubl"}'


def test_a_body_with_everything_that_former_versions_wrote_is_read() -> None:
    body = (
        '{"type":"invoice","number":"R1","issue_date":"2026-03-01","issue_time":"08:30:00Z","format":"ubl",'
        '"supplier":{"name":"ACME","ids":[{"scheme":"0088","value":"4012345000009"}]},"order_references":[],'
        '"supplier_order_references":[],"copy":false,"replaces":[],"charges":[{"amount":"1E+1"}],"totals":{"net":"10.00"},'
        '"lines":[{"id":"1","quantity":"2","response":"added","charges":[]}],"issues":[]}'
    )
    assert DOCUMENT.from_json(body) == Document(
        type=DocumentType.INVOICE,
        number="R1",
        issue_date=date(2026, 3, 1),
        issue_time=time(8, 30, tzinfo=UTC),
        format="ubl",
        supplier=Party(name="ACME", ids=(PartyId(scheme="0088", value="4012345000009"),)),
        charges=(Charge(amount=Decimal(10)),),
        totals=Totals(net=Decimal(10)),
        lines=(Line(id="1", quantity=Decimal(2), response=LineResponse.ADDED),),
    )


def test_a_decision_of_a_former_version_is_read() -> None:
    body = '{"id":3,"kind":"assign","taken_at":"2026-03-01T12:30:00Z","taken_by":"B","why":"","quantity":"2.50"}'
    made = DECISION.from_json(body)
    assert made == Decision(id=3, kind=DecisionKind.ASSIGN, taken_at=DAY, taken_by="B", quantity=Decimal("2.5"))
    assert DECISION.from_json(DECISION.to_json(made)) == made


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+400", "1E-400", "-1E+90"])
def test_no_door_lets_a_number_in_that_nobody_can_reckon_with(number: str) -> None:
    places: list[dict[str, object]] = [
        {"totals": {"net": Decimal(number)}},
        {"charges": [{"amount": Decimal(number)}]},
        {"lines": [{}, {"unit_price": Decimal(number)}]},
        {"lines": [{"charges": [{"amount": Decimal(number)}]}]},
    ]
    for record in places:
        assert "not finite, or too long" in refused(record).reason
    with pytest.raises(Misfit):
        DOCUMENT.from_json(f'{{"type":"order","format":"x","lines":[{{"quantity":"{number}"}}]}}')
    with pytest.raises(Misfit):
        DECISION.from_json(
            f'{{"id":1,"kind":"assign","taken_at":"{DAY.isoformat()}","taken_by":"B","quantity":"{number}"}}'
        )


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1/0", "a/3", "seven", "", "/"])
def test_what_is_no_exact_quantity_is_refused(number: str) -> None:
    learned = Learned(
        id=1,
        kind=LearnedKind.UNIT,
        supplier=Party(name="A"),
        source="KI",
        target="C62",
        factor=Decimal("3.5"),
        taken_at=DAY,
        taken_by="B",
    )
    body = LEARNED.to_json(learned)
    assert LEARNED.from_json(body) == learned
    with pytest.raises(Misfit, match="factor"):
        LEARNED.from_json(body.replace(b'"3.5"', f'"{number}"'.encode()))


@given(st.fractions(), NUMBERS)
def test_a_quantity_that_no_decimal_shows_survives(fraction: Fraction, number: Decimal) -> None:
    for quantity in (fraction, number):
        line = UnmatchedLine(
            document="x/0",
            document_type=DocumentType.INVOICE,
            document_number=None,
            document_line="1",
            supplier=None,
            item=None,
            name=None,
            quantity=quantity,
            unit=None,
            amount=None,
            code=DeviationCode.ORDER_NOT_FOUND,
        )
        assert UNMATCHED_LINE.from_json(UNMATCHED_LINE.to_json(line)) == line


@pytest.mark.parametrize(
    ("record", "where"),
    [
        ({"number": 5}, "number"),
        ({"issue_date": "soon"}, "issue_date"),
        ({"response": "perhaps"}, "response"),
        ({"lines": [{}, {"id": ["1"]}]}, "lines[1].id"),
        ({"lines": [{"charges": [{}]}]}, "lines[0].charges[0]"),
        ({"type": "letter"}, "type"),
        ({"lines": None}, "lines"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(record: dict[str, object], where: str) -> None:
    assert refused(record).where == where


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"type":"order"}', b'{"type":"order","format":"\xed\xa0\x80"}']
)
def test_what_is_no_json_of_ours_is_a_misfit(body: bytes) -> None:
    with pytest.raises(Misfit):
        DOCUMENT.from_json(body)
    with pytest.raises(Misfit):
        DOCUMENT.from_json('{"type":"order","format":"\\ud800"}')


def test_half_a_character_is_not_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        DOCUMENT.to_json(Document(type=DocumentType.ORDER, format="ubl", number="\ud800"))


@given(TEXTS, TEXTS)
def test_answers_cross_the_border_between_processes(why: str, place: str) -> None:
    key = RowKey(about="line", code=DeviationCode.PRICE_OVER, document=place, seen="0" * 16)
    answers = Answers(by=None, rows=(Answer(row=2, key=key, why=why), Answer(row=3, key=None)))
    assert ANSWERS.from_json(ANSWERS.to_json(answers)) == answers
    assert read_key(key_text(key)) == key


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "1", "NaN", "[NaN]", "\ud800", '[1,"line","price_over",null,null,null,null,5]']
)
def test_a_cell_that_is_no_key_is_none(text: str) -> None:
    assert read_key(text) is None


def test_people_see_empty_lists_and_plain_numbers() -> None:
    said = shown(Document(type=DocumentType.ORDER, format="ubl", totals=Totals(net=Decimal("1E+2"))))
    assert (said["lines"], said["copy"], said["totals"], "number" in said) == ([], False, {"net": "100"}, False)
    assert list(said)[:3] == ["type", "format", "order_references"]
