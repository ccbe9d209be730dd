"""UN/EDIFACT: envelopes, separators, and what the messages mean."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.format import Content
from ingest.formats.edifact import EDIFACT
from ingest.formats.edifact.segments import component, components, segments, tag_of, three
from orders.document import DocumentType, LineAction, LineResponse, Response, Standing
from orders.errors import Reject
from tests.ingest.edi.edifact import interchange, only, read
from tests.pace import growth


def test_the_separators_of_una_count_whatever_they_are() -> None:
    message = b"UNH*1*INVOIC=D=96A=UN~BGM*380*R1~LIN*1**X#*1=SA~QTY*47=1,5=KGM~UNT*5*1~"
    (document,) = read(b"UNA=*,# ~UNB*UNOC=3*A*B*260301=0815*1~" + message + b"UNZ*1*1~")
    assert (document.number, document.lines[0].supplier_item, document.lines[0].quantity) == (
        "R1",
        "X*1",
        Decimal("1.5"),
    )


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_line_breaks_between_segments_mean_nothing(ending: str) -> None:
    data = interchange("BGM+220+4711", "LIN+1", "QTY+21:5").replace(b"'", b"'" + ending.encode())
    assert read(data)[0].lines[0].quantity == 5


def test_a_segment_broken_over_lines_is_one_segment() -> None:
    (document,) = read(interchange("BGM+220+4711", "LIN+1", "IMD+F++:::Sechskant\nschraube"))
    assert document.lines[0].name == "Sechskantschraube"


@given(text=st.text(st.sampled_from("ab?+:' "), min_size=1, max_size=20).filter(lambda text: text.strip() == text))
def test_released_characters_are_what_they_stand_for(text: str) -> None:
    released = "".join(f"?{one}" if one in "?+:'" else one for one in text)
    ((_, found),) = segments(f"BGM+220+{released}'".encode())
    (segment,) = found
    assert (tag_of(segment), components(segment, 1), components(segment, 2)) == ("BGM", ["220"], [text])


WRITTEN = st.text(st.sampled_from("ab1 ?+:'|~!*"), max_size=8).map(str.strip)
ELEMENT = st.lists(WRITTEN, min_size=1, max_size=4)


@given(elements=st.lists(ELEMENT, max_size=5), written_in=st.sampled_from(["UNA:+.? '", "UNA|*.! ~", "UNA:|.! *"]))
def test_a_segment_says_the_same_in_whichever_separators_it_is_written(elements: list, written_in: str) -> None:
    component_, element_, _, release, _, terminator = list(written_in[3:])
    special = {component_, element_, release, terminator}

    def released(text: str) -> str:
        return "".join(release + one if one in special else one for one in text)

    written = element_.join(["LIN", *(component_.join(map(released, element)) for element in elements)])
    ((_, found),) = segments(f"{written_in}{written}{terminator}\r\n{written}{terminator}\n".encode())
    one, other = found
    assert list(one) == list(other)
    assert tag_of(one) == "LIN"
    assert [components(one, place) for place in range(1, len(one))] == elements
    assert components(one, len(one)) == []
    for place, element in enumerate(elements, 1):
        assert three(one, place) == tuple([*(text.strip() for text in element), "", ""][:3])
        assert component(one, place, len(element) - 1) == element[-1].strip()
        assert component(one, place, len(element)) == ""


def test_what_follows_a_tag_in_its_element_does_not_hide_the_segment() -> None:
    document = only("BGM+220+1", "LIN:1+1++4000862141404:EN", "QTY:1:1+21:8")
    assert [(line.gtin, line.quantity) for line in document.lines] == [("4000862141404", 8)]


def test_a_released_separator_in_a_tag_is_part_of_it() -> None:
    assert only("BGM+220+1", "LIN?:1+1++4000862141404:EN").lines == ()


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\n\n  ", "\r\n\t"])
def test_lines_may_break_anywhere(break_: str) -> None:
    whole = interchange("BGM+220+4711", "DTM+137:20260301:102", "LIN+1++4000862141404:EN", "QTY+21:8").decode()
    broken = break_.join(whole[at : at + 7] for at in range(0, len(whole), 7)) + break_
    assert read(broken.encode()) == read(whole.encode())


@pytest.mark.parametrize("una", ["UNA:+.? +", "UNAA+.? '", "UNA::.? '", "UNA:+."])
def test_hostile_S34_bad_separators_are_refused(una: str) -> None:
    with pytest.raises(Reject) as refused:
        read(interchange("BGM+220+1", una=una) if len(una) == 9 else una.encode())
    assert refused.value.code == "EDI_BAD_SEPARATORS"


def test_hostile_S34_a_segment_without_end_is_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(interchange("BGM+220+4711")[:-1])
    assert refused.value.code == "EDI_UNTERMINATED"


def test_hostile_S34_a_message_without_end_is_refused_and_nothing_of_it_kept() -> None:
    whole = interchange("BGM+220+4711", "LIN+1", "QTY+21:5")
    with pytest.raises(Reject) as refused:
        read(whole[: whole.index(b"UNT")])
    assert refused.value.code == "EDI_UNTERMINATED"


def test_hostile_S34_too_many_segments_are_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(b"UNB+UNOC:3+A+B'" + b"A'" * 1_000_001)
    assert refused.value.code == "EDI_TOO_MANY_SEGMENTS"


def test_hostile_S34_an_endless_segment_is_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(interchange("BGM+220+4711", "FTX+AAA+++" + "x" * 70_000))
    assert refused.value.code == "EDI_SEGMENT_TOO_LONG"


def test_hostile_S34_a_count_that_lies_is_an_issue() -> None:
    (document,) = read(interchange("BGM+220+4711").replace(b"UNT+3", b"UNT+9"))
    assert [one.code for one in document.issues] == ["EDI_COUNT_MISMATCH"]
    assert document.issues[0].message == "UNT says 9, the message has 3 segments."


def test_an_interchange_without_its_end_says_so() -> None:
    whole = interchange("BGM+220+4711")
    (document,) = read(whole[: whole.index(b"UNZ")])
    assert [one.code for one in document.issues] == ["EDI_UNTERMINATED"]


def test_messages_of_other_types_are_passed_over() -> None:
    data = b"UNB+UNOC:3+A+B'UNH+1+APERAK:D:96A:UN'UNT+2+1'UNH+2+ORDERS:D:96A:UN'BGM+220+7'UNT+3+2'UNZ+2+1'"
    assert [one.number for one in read(data)] == ["7"]


def test_an_interchange_of_other_types_only_is_not_supported() -> None:
    with pytest.raises(Reject, match="PRICAT") as refused:
        read(b"UNB+UNOC:3+A+B'UNH+1+PRICAT:D:96A:UN'UNT+2+1'UNZ+1+1'")
    assert refused.value.code == "FORMAT_UNSUPPORTED"


@pytest.mark.parametrize(("charset", "encoding"), [("UNOC", "latin-1"), ("UNOW", "utf-8"), ("UNOE", "iso8859-5")])
def test_names_come_in_the_character_set_of_the_interchange(charset: str, encoding: str) -> None:
    name = "Ремень" if charset == "UNOE" else "Müller"
    data = interchange("BGM+220+1", f"NAD+SU+++{name}").decode().replace("UNOC", charset)
    (document,) = read(data.encode(encoding))
    assert document.supplier is not None
    assert document.supplier.name == name


@pytest.mark.parametrize(
    ("code", "kind", "standing"),
    [
        ("380", DocumentType.INVOICE, None),
        ("381", DocumentType.CREDIT_NOTE, None),
        ("325", DocumentType.INVOICE, Standing.PROFORMA),
        ("386", DocumentType.INVOICE, Standing.PREPAYMENT),
    ],
)
def test_the_document_name_says_what_an_invoic_is(code: str, kind: DocumentType, standing: Standing | None) -> None:
    document = only(f"BGM+{code}+R1", kind="INVOIC")
    assert (document.type, document.standing) == (kind, standing)


def test_a_corrected_invoice_replaces_the_one_it_names() -> None:
    assert only("BGM+384+R2", "RFF+IV:R1", kind="INVOIC").replaces == ("R1",)


def test_a_cancelling_invoice_withdraws_its_own_number() -> None:
    assert only("BGM+380+R1+1", kind="INVOIC").cancels == ("R1",)


@pytest.mark.parametrize(
    ("function", "said"), [("29", Response.ACCEPTED), ("27", Response.REJECTED), ("4", Response.CHANGED)]
)
def test_the_message_function_is_the_answer(function: str, said: Response) -> None:
    assert only(f"BGM+231+AB1+{function}", kind="ORDRSP").response == said


@pytest.mark.parametrize(
    ("code", "said"), [("5", LineResponse.ACCEPTED), ("7", LineResponse.REJECTED), ("1", LineResponse.ADDED)]
)
def test_the_action_of_a_line_is_its_answer(code: str, said: LineResponse) -> None:
    assert only("BGM+231+AB1+4", f"LIN+1+{code}", kind="ORDRSP").lines[0].response == said


def test_a_change_says_what_happens_to_each_line() -> None:
    document = only("BGM+230+C1", "RFF+ON:4711", "LIN+1+3", "LIN+2+2", "LIN+3+1", kind="ORDCHG")
    assert [line.action for line in document.lines] == [LineAction.CHANGED, LineAction.CANCELLED, LineAction.ADDED]


def test_an_order_message_with_the_function_cancellation_cancels() -> None:
    document = only("BGM+220+4711+1")
    assert (document.type, document.order_references[0].number) == (DocumentType.ORDER_CANCELLATION, "4711")


def test_case_S23_a_price_for_a_hundred_is_a_price_for_one() -> None:
    line = only("BGM+380+R1", "LIN+1", "QTY+47:50:PCE", "MOA+203:1.00", "PRI+AAA:2.00:::100:PCE", kind="INVOIC").lines[
        0
    ]
    assert line.unit_price == Decimal("0.02")


def test_a_receipt_is_what_was_accepted_and_what_was_rejected() -> None:
    line = only("BGM+632+W1", "LIN+1", "QTY+194:60:PCE", "QTY+195:20:PCE", kind="RECADV").lines[0]
    assert (line.quantity, line.rejected_quantity) == (80, 20)


@pytest.mark.parametrize("reference", ["RFF+ON:4711:10", "RFF+ON:4711'RFF+LI::10", "RFF+ON:4711'RFF+LI:10"])
def test_a_line_names_the_order_line(reference: str) -> None:
    line = only("BGM+351+L1", "LIN+1", "QTY+12:1", *reference.split("'"), kind="DESADV").lines[0]
    assert (line.order_number, line.order_line) == ("4711", "10")


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [("20260331", "102", "2026-03-31"), ("260331", "101", "2026-03-31"), ("202603311200", "203", "2026-03-31"),
     ("202613", "616", "2026-03-29"), ("202603", "610", "2026-03-31"), ("2026032020260331", "718", "2026-03-31")],
)  # fmt: skip
def test_dates_come_in_every_format(text: str, form: str, day: str) -> None:
    assert str(only("BGM+220+1", f"DTM+2:{text}:{form}").delivery_date) == day


def test_a_bad_number_is_an_issue_and_the_line_stays() -> None:
    document = only("BGM+220+1", "LIN+1", "QTY+21:viele")
    assert document.lines[0].quantity is None
    assert [one.code for one in document.issues] == ["BAD_NUMBER"]


def test_sub_lines_only_describe_their_line() -> None:
    document = only("BGM+220+1", "LIN+1", "QTY+21:1", "LIN+2+++1:1", "QTY+21:4")
    assert [line.id for line in document.lines] == ["1"]


def test_hostile_S34_too_many_messages_are_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(b"UNB+UNOC:3+A+B'" + b"UNH+1+ORDERS:D:96A:UN'BGM+220+7'UNT+3+1'" * 100_001)
    assert refused.value.code == "EDI_TOO_MANY_MESSAGES"


def test_private_use_characters_beside_released_ones_are_refused() -> None:
    with pytest.raises(Reject) as refused:
        read(interchange("BGM+220+47?+11", "FTX+AAA+++\ue001"))
    assert refused.value.code == "EDI_BAD_CHARACTER"


@pytest.mark.parametrize("text", ["UNAME;ORDER\nx;1\n", "UNABLE TO DELIVER", "UNBRANDED;1", "UNHCR,1"])
def test_a_text_that_only_begins_with_the_same_letters_is_not_claimed(text: str) -> None:
    assert not EDIFACT.claims(Content(text.encode()))


def codes_of(data: bytes) -> list[str]:
    return [issue.code for document in read(data) for issue in document.issues]


def test_hostile_S34_the_ends_of_interchange_and_group_are_held_to_what_they_say() -> None:
    message = "UNH+1+ORDERS:D:96A:UN'BGM+220+4711'LIN+1'QTY+21:5'UNT+5+1'"
    group = f"UNG+ORDERS+A+B+260301:0815+7+UN+D:96A'{message}{message}UNE+{{}}+{{}}'"
    whole = f"UNB+UNOC:3+A+B+260301:0815+99'{group}UNZ+{{}}+{{}}'"
    assert codes_of(whole.format(2, 7, 1, 99).encode()) == []
    assert codes_of(whole.format(3, 7, 1, 99).encode()) == ["EDI_COUNT_MISMATCH"]
    assert codes_of(whole.format(2, 8, 1, 99).encode()) == ["EDI_REFERENCE_MISMATCH"]
    assert codes_of(whole.format(2, 7, 2, 99).encode()) == ["EDI_COUNT_MISMATCH"]
    assert codes_of(whole.format(2, 7, 1, 98).encode()) == ["EDI_REFERENCE_MISMATCH"]


@pytest.mark.parametrize(("indicator", "standing"), [("", None), ("1", Standing.TEST), ("2", Standing.TEST)])
def test_an_interchange_that_is_a_test_holds_tests(indicator: str, standing: Standing | None) -> None:
    data = interchange("BGM+380+R1", "LIN+1", "QTY+47:5", kind="INVOIC")
    data = data.replace(b"+260301:0815+1'", f"+260301:0815+1++++++{indicator}'".encode(), 1)
    assert read(data)[0].standing == standing


@pytest.mark.parametrize(("function", "replaces"), [("9", ()), ("5", ("4711",)), ("4", ("4711",))])
def test_an_order_that_replaces_or_changes_states_itself_whole(function: str, replaces: tuple[str, ...]) -> None:
    document = only(f"BGM+220+4711+{function}", "LIN+1", "QTY+21:5")
    assert (document.type, document.replaces) == (DocumentType.ORDER, replaces)


@pytest.mark.parametrize(
    ("syntax", "charset"),
    [
        ("UNOA", "ascii"),
        ("UNOC", "iso8859-1"),
        ("UNOD", "iso8859-2"),
        ("UNOE", "iso8859-5"),
        ("UNOF", "iso8859-7"),
        ("UNOG", "iso8859-3"),
        ("UNOH", "iso8859-4"),
        ("UNOI", "iso8859-6"),
        ("UNOJ", "iso8859-8"),
        ("UNOK", "iso8859-9"),
        ("UNOW", "utf-8"),
        ("UNOY", "utf-8"),
    ],
)
def test_names_are_written_in_the_character_set_of_the_interchange(syntax: str, charset: str) -> None:
    letters = {"ascii": "Bolt", "utf-8": "Größe 螺栓"}.get(charset) or bytes(range(0xE0, 0xEB)).decode(
        charset, "ignore"
    )
    data = interchange("BGM+220+4711", "LIN+1", f"IMD+F++:::{letters}")
    assert read(data.decode().replace("UNOC", syntax).encode(charset))[0].lines[0].name == letters


@pytest.mark.parametrize(
    ("code", "kind", "standing", "replaces"),
    [
        ("380", DocumentType.INVOICE, None, ()),
        ("381", DocumentType.CREDIT_NOTE, None, ()),
        ("383", DocumentType.INVOICE, None, ()),
        ("384", DocumentType.INVOICE, None, ("R0",)),
        ("386", DocumentType.INVOICE, Standing.PREPAYMENT, ()),
        ("389", DocumentType.INVOICE, None, ()),
    ],
)
def test_the_code_of_an_invoice_says_what_it_is(
    code: str, kind: DocumentType, standing: Standing | None, replaces: tuple[str, ...]
) -> None:
    document = only(f"BGM+{code}+R1", "RFF+IV:R0", "RFF+ON:4711", "LIN+1", "QTY+47:5", kind="INVOIC")
    assert (document.type, document.standing, document.replaces) == (kind, standing, replaces)
    assert (document.type_code, [one.number for one in document.order_references]) == (code, ["4711"])


def test_acknowledgements_are_read_and_hold_no_document() -> None:
    assert read(b"UNB+UNOC:3+A+B'UNH+1+APERAK:D:96A:UN'UNT+2+1'UNH+2+CONTRL:2:2:UN'UNT+2+2'UNZ+2+1'") == []


def test_each_interchange_of_a_file_has_separators_of_its_own() -> None:
    other = b"UNA|^,# ~\r\n" + interchange("BGM+220+4712", "LIN+1", "QTY+21:2.5").translate(
        bytes.maketrans(b"+:.'", b"^|,~")
    )
    found = read(interchange("BGM+220+4711", "LIN+1", "QTY+21:1.5") + b"\r\n" + other)
    assert [(one.number, one.lines[0].quantity, one.issues) for one in found] == [
        ("4711", Decimal("1.5"), ()),
        ("4712", Decimal("2.5"), ()),
    ]


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [("010326", "2", "2026-03-01"), ("030126", "3", "2026-03-01"), ("01032026", "4", "2026-03-01"),
     ("260301081500", "202", "2026-03-01"), ("2603010815CET", "301", "2026-03-01"), ("2609", "615", "2026-03-01"),
     ("2602", "609", "2026-02-28"), ("26030108002603091000", "713", "2026-03-09"),
     ("260301260309", "717", "2026-03-09"),
     ("202603010800202603091000", "719", "2026-03-09"), ("20260301-20260309", "718", "2026-03-09"),
     ("202603010815+01", "303", "2026-03-01"), ("2026-03-01", "", "2026-03-01"), ("260301", "102", "2026-03-01")],
)  # fmt: skip
def test_no_notation_of_a_date_is_taken_for_another(text: str, form: str, day: str) -> None:
    assert str(only("BGM+220+1", f"DTM+2:{text.replace('+', '?+')}:{form}").delivery_date) == day


@pytest.mark.parametrize(("text", "form"), [("5", "804"), ("26030108", "102"), ("0815", "401"), ("20261332", "102")])
def test_what_is_no_day_is_an_issue_and_never_a_guess(text: str, form: str) -> None:
    document = only("BGM+220+1", f"DTM+2:{text}:{form}")
    assert (document.delivery_date, [one.code for one in document.issues]) == (None, ["BAD_DATE"])


def test_a_euro_sign_is_read_in_an_interchange_of_western_letters() -> None:
    data = interchange("BGM+220+1", "LIN+1", "IMD+F++:::Öl zu 5 €").decode().encode("cp1252")
    assert read(data)[0].lines[0].name == "Öl zu 5 €"


def test_a_message_of_many_lines_takes_time_in_proportion_to_them() -> None:
    def prepared(count: int) -> Callable[[], object]:
        body = [segment for place in range(1, count + 1) for segment in (f"LIN+{place}++A{place}:SA", "QTY+21:8")]

        def work() -> None:
            assert len(only("BGM+220+1", *body).lines) == count

        return work

    assert growth(prepared, 24_000) < 3
