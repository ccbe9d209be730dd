"""PDFs that want to do harm, or were harmed."""

import tracemalloc
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from ingest.format import Content
from ingest.formats.pdf.attachments import MAX_UNPACKED, MAX_UNPACKED_BYTES
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject
from tests.ingest.cii.cii import xml
from tests.ingest.pdf.pdf import Attached, assembled, names_tree, pdf
from tests.pace import spent

INVOICE = xml({"ExchangedDocument": {"ID": "R-1", "TypeCode": "380"}})
HYBRID = pdf(Attached("factur-x.xml", INVOICE))


def only(data: bytes) -> Document:
    (one,) = read(Content(data))
    return one


def rejected(data: bytes) -> Reject:
    with pytest.raises(Reject) as caught:
        read(Content(data))
    return caught.value


@pytest.mark.parametrize("packed", [1, 2, 3])
def test_hostile_S35_an_attachment_that_unpacks_without_end_is_given_up(packed: int) -> None:
    bomb = pdf(Attached("factur-x.xml", b"\0" * (MAX_UNPACKED_BYTES + 1), packed=packed))
    assert len(bomb) < 200_000
    tracemalloc.start()
    fault = rejected(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (fault.code, fault.where) == ("PDF_ATTACHMENT_TOO_LARGE", "factur-x.xml")
    assert peak < 3 * MAX_UNPACKED_BYTES
    packed_once = zlib.compress(b"\0" * MAX_UNPACKED_BYTES)
    assert spent(lambda: rejected(bomb)) < 10 * spent(lambda: zlib.decompress(packed_once))


def test_hostile_S35_what_nobody_asked_for_is_not_unpacked() -> None:
    bomb = Attached("photo.png", b"\0" * (MAX_UNPACKED_BYTES + 1), "Supplement", "image#2Fpng", packed=2)
    assert only(pdf(bomb, Attached("factur-x.xml", INVOICE))).number == "R-1"


def test_hostile_S35_many_large_attachments_are_not_all_held_at_once() -> None:
    large = b"<a>" + b" " * (MAX_UNPACKED_BYTES - 100)
    others = [Attached(f"{index}.xml", large + b"%d</a>" % index, "Supplement") for index in range(4)]
    data = pdf(Attached("factur-x.xml", INVOICE), *others)
    tracemalloc.start()
    assert only(data).number == "R-1"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * MAX_UNPACKED_BYTES


def test_of_many_attachments_the_first_twenty_that_may_be_xml_are_looked_at() -> None:
    other = [Attached(f"{index}.xml", b"<style/>", "Supplement") for index in range(MAX_UNPACKED)]
    last = Attached("a.xml", INVOICE, "Supplement")
    assert only(pdf(*other[1:], last)).number == "R-1"
    assert rejected(pdf(*other, last)).code == "FORMAT_UNKNOWN"
    assert only(pdf(*other, Attached("factur-x.xml", INVOICE))).number == "R-1"


def test_hostile_S36_a_page_tree_that_leads_in_circles() -> None:
    loop = b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    assert rejected(pdf(pages=loop)).code == "PDF_DAMAGED"
    assert only(pdf(Attached("factur-x.xml", INVOICE), pages=loop)).number == "R-1"  # no page is looked at


def test_hostile_S36_a_tree_of_names_that_leads_in_circles() -> None:
    names = {6: b"<< /Kids [7 0 R] >>", 7: b"<< /Kids [6 0 R] >>"}
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << %s >> >> >>" % names_tree([6])
    assert rejected(assembled({1: catalog, 2: b"<< /Type /Pages /Kids [] /Count 0 >>", **names})).code == "PDF_DAMAGED"


def test_a_tree_of_names_may_be_deep() -> None:
    parts = assembled_tree(depth=30)
    assert only(parts).number == "R-1"


def assembled_tree(depth: int) -> bytes:
    stream = b"<< /Type /EmbeddedFile /Subtype /text#2Fxml /Length %d >>\nstream\n%s\nendstream" % (
        len(INVOICE),
        INVOICE,
    )
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << %s >> >> >>" % names_tree([10]),
        2: b"<< /Type /Pages /Kids [] /Count 0 >>",
        3: stream,
        4: b"<< /Type /Filespec /F (factur-x.xml) /EF << /F 3 0 R >> >>",
        **{10 + level: b"<< %s >>" % names_tree([11 + level]) for level in range(depth)},
        10 + depth: b"<< /Names [(factur-x.xml) 4 0 R] >>",
    }
    return assembled(objects)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"\0" * 5_000,
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.4\nstartxref\n999999999\n%%EOF",
        HYBRID[:300],
        HYBRID.replace(b"/Root 1 0 R", b"/Root 9 0 R").replace(b"/Catalog", b"/Nothing"),
        HYBRID.replace(b"/Type /Pages", b"/Type /Pages /Kids 2 0 R").replace(b"/Names", b"/Nam"),
    ],
    ids=["head alone", "zeros", "nothing", "a place beyond the end", "cut", "no catalog", "no names"],
)
def test_hostile_S36_what_is_no_pdf_or_a_damaged_one_is_read_or_rejected(data: bytes) -> None:
    try:
        assert only(data).number == "R-1"
    except Reject as reject:
        assert reject.code == "PDF_DAMAGED"  # noqa: PT017 - it may be mended as well


def test_hostile_S36_a_broken_table_of_places_is_mended() -> None:
    assert only(HYBRID.replace(b"startxref\n", b"startxref\n9")).number == "R-1"


def encrypted(user: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(HYBRID)))
    writer.encrypt(user, "owner", algorithm=algorithm)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_hostile_S37_a_pdf_with_a_password_says_so() -> None:
    fault = rejected(encrypted("secret", "RC4-128"))
    assert fault.code == "FILE_ENCRYPTED"
    assert "without" in (fault.hint or "")


def test_hostile_S37_a_pdf_protected_against_changes_only_is_read() -> None:
    assert only(encrypted("", "RC4-128")).number == "R-1"


def test_hostile_S37_encryption_that_cannot_be_undone_says_so() -> None:
    filters = b"/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF"
    password = b"/O <%s> /U <%s> /P -1340" % (b"28" * 32, b"29" * 32)
    encrypt = b"/Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 %s %s >> /ID [<00> <00>]" % (filters, password)
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Title (x) >>"
    pages = b"<< /Type /Pages /Kids [] /Count 0 >>"
    assert rejected(assembled({1: catalog, 2: pages}, encrypt)).code == "FILE_ENCRYPTED"


def test_names_that_are_no_names_do_no_harm() -> None:
    data = pdf(Attached("factur-x.xml", INVOICE)).replace(b"/AFRelationship /Alternative", b"/AFRelationship [1 2]    ")
    assert only(data).number == "R-1"
    long = only(pdf(Attached("../" * 5_000 + "\n\r.xml", cii_line())))
    assert long.lines[0].where is not None
    assert len(long.lines[0].where) < 200


def cii_line() -> bytes:
    line = {"SpecifiedTradeProduct/Name": "Schraube"}
    transaction = {"IncludedSupplyChainTradeLineItem": line}
    return xml({"ExchangedDocument": {"ID": "R-1"}, "SupplyChainTradeTransaction": transaction})
