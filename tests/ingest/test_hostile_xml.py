"""What XML from outside may try, and what becomes of it."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from ingest.format import Content
from ingest.reading import read
from ingest.xml.parse import parse_xml
from orders.errors import Reject

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
INVOICE = (
    f"""<Invoice xmlns="{UBL}Invoice-2" xmlns:cbc="{UBL}CommonBasicComponents-2"><cbc:ID>{{}}</cbc:ID></Invoice>"""
)
NUMBER_1 = INVOICE.format("1").encode()


def rejected(data: bytes | str) -> Reject:
    with pytest.raises(Reject) as caught:
        parse_xml(data.encode() if isinstance(data, str) else data)
    return caught.value


def ten_times(number: int) -> str:
    return f"&e{number};" * 10


def laughs(use: str) -> str:
    entities = "".join(f"<!ENTITY e{n} '{ten_times(n - 1)}'>" for n in range(1, 10))
    return f'<!DOCTYPE r [<!ENTITY e0 "lol">{entities}]>{use}'


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.txt"
    file.write_text("TOPSECRET", encoding="utf-8")
    return file


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked of it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        asked: list[bytes] = []
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    asked.append(connection.recv(100))

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd", asked
        done.set()
        thread.join()


def test_hostile_S01_an_external_entity_is_not_read(secret: Path) -> None:
    error = rejected(f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n<r>&x;</r>')
    assert (error.code, error.where) == ("XML_DTD_FORBIDDEN", "line 1")
    assert error.message == "The file has a DOCTYPE (line 1). Business documents must not have one."


def test_hostile_S02_nor_in_an_attribute(secret: Path) -> None:
    error = rejected(f'<?xml version="1.0"?>\n\n<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><r a="&x;"/>')
    assert (error.code, error.where) == ("XML_DTD_FORBIDDEN", "line 3")


@pytest.mark.parametrize(
    "document",
    [
        pytest.param('<!DOCTYPE r [<!ENTITY x SYSTEM "{}">]><r>&x;</r>', id="hostile_S03"),
        pytest.param('<!DOCTYPE r [<!ENTITY % p SYSTEM "{}">%p;]><r/>', id="hostile_S04"),
        pytest.param('<!DOCTYPE r SYSTEM "{}"><r/>', id="hostile_S05"),
        pytest.param('<!DOCTYPE r PUBLIC "-//X//Y" "{}"><r>&undefined;</r>', id="hostile_S05 with an entity of it"),
    ],
)
def test_nothing_is_fetched_from_the_network(document: str, listener: tuple[str, list[bytes]]) -> None:
    address, asked = listener
    assert rejected(document.format(address)).code == "XML_DTD_FORBIDDEN"
    assert asked == []


def test_hostile_S05_nor_from_a_local_file(tmp_path: Path) -> None:
    dtd = tmp_path / "x.dtd"
    dtd.write_text('<!ENTITY x "TOPSECRET">', encoding="utf-8")
    assert rejected(f'<!DOCTYPE r SYSTEM "{dtd.as_uri()}"><r>&x;</r>').code == "XML_DTD_FORBIDDEN"


def test_hostile_S05_a_doctype_is_seen_in_utf16_too() -> None:
    assert rejected("<!DOCTYPE r [<!ENTITY x 'y'>]><r/>".encode("utf-16")).code == "XML_DTD_FORBIDDEN"


def test_a_format_may_have_a_doctype_passed_over_that_is_never_fetched(listener: tuple[str, list[bytes]]) -> None:
    address, asked = listener
    document = f'<!DOCTYPE cXML SYSTEM "{address}"><cXML><Request/></cXML>'.encode()
    assert parse_xml(document, frozenset({"cXML"})).tag == "cXML"
    assert rejected(document.replace(b"cXML", b"other")).code == "XML_DTD_FORBIDDEN"
    assert asked == []


@pytest.mark.parametrize("use", ["<r>&e9;</r>", '<r a="&e9;"/>'])
def test_hostile_S06_a_billion_laughs_are_not_laughed(use: str) -> None:
    assert rejected(laughs(use)).code == "XML_ENTITY_BOMB"


@pytest.mark.parametrize(("length", "times"), [(140_000, 30_000), (5_000, 1_500)])
def test_hostile_S07_an_entity_used_often_is_not_unfolded(length: int, times: int) -> None:
    text, uses = "x" * length, "&a;" * times
    bomb = f'<!DOCTYPE r [<!ENTITY a "{text}">]><r>{uses}</r>'
    assert rejected(bomb).code == "XML_ENTITY_BOMB"


@pytest.mark.parametrize("use", ["<r>&a;</r>", '<r b="&a;"/>'])
def test_hostile_S08_entities_in_a_ring_end(use: str) -> None:
    assert rejected(f'<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]>{use}').code == "XML_ENTITY_BOMB"


def test_hostile_S09_elements_may_be_nested_256_deep_and_no_deeper() -> None:
    assert parse_xml(b"<a>" * 256 + b"</a>" * 256).tag == "a"
    assert rejected(b"<a>" * 257 + b"</a>" * 257).code == "XML_TOO_DEEP"


LONG = "x" * 10_000_001


@pytest.mark.parametrize(
    "document",
    [
        f"<a>{LONG}</a>",
        f'<a b="{LONG}"/>',
        f"<a><![CDATA[{LONG}]]></a>",
        f"<a><!--{LONG}--></a>",
        f"<a><?x {LONG}?></a>",
        "<" + "x" * 60_000 + "/>",
    ],
    ids=["text", "attribute", "CDATA", "comment", "instruction", "name"],
)
def test_hostile_S10_no_text_is_longer_than_ten_megabytes(document: str) -> None:
    assert rejected(document).code == "XML_TEXT_TOO_LONG"


def test_hostile_S10_a_text_of_less_passes() -> None:
    assert len(parse_xml(b"<a>" + b"x" * 9_000_000 + b"</a>").text or "") == 9_000_000


def attributes(count: int, declaration: str = "a{}") -> str:
    return " ".join(f'{declaration.format(n)}="u{n}"' for n in range(count))


@pytest.mark.parametrize("declaration", ["a{}", "xmlns:a{}"])
def test_hostile_S11_an_element_has_no_more_than_a_thousand_attributes(declaration: str) -> None:
    assert parse_xml(f"<r><a {attributes(1_000, declaration)}/></r>".encode()).tag == "r"
    assert rejected(f"<r><a {attributes(1_001, declaration)}/></r>").code == "XML_TOO_MANY_NODES"
    assert rejected(f"<r><a {attributes(200_000, declaration)}/></r>").code == "XML_TOO_MANY_NODES"
    assert rejected(f"<r><a {attributes(1_001, declaration)}/></r>".encode("utf-16")).code == "XML_TOO_MANY_NODES"


def test_hostile_S11_many_attributes_on_many_elements_are_no_crime() -> None:
    assert len(parse_xml(b"<r>" + b'<a b="1" c="2"/>' * 2_000 + b"</r>")) == 2_000


def test_hostile_S11_a_long_text_full_of_equal_signs_is_no_crime() -> None:
    assert parse_xml(b"<r><a>" + b"a=b&amp;" * 5_000 + b"</a></r>").tag == "r"


@pytest.mark.slow
def test_hostile_S11_a_file_has_no_more_than_two_million_elements() -> None:
    assert len(parse_xml(b"<r>" + b"<a/>" * 1_999_999 + b"</r>")) == 1_999_999
    error = rejected(b"<r>" + b"<a/>" * 2_000_000 + b"</r>")
    assert (error.code, error.message) == ("XML_TOO_MANY_NODES", "The file has more than 2,000,000 elements.")


def test_hostile_S12_an_inclusion_is_left_as_data(secret: Path) -> None:
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    root = parse_xml(f"<r>{include}</r>".encode())
    assert b"TOPSECRET" not in etree.tostring(root)
    assert len(root) == 1


def test_hostile_S13_a_schema_location_is_ignored(listener: tuple[str, list[bytes]]) -> None:
    address, asked = listener
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    (document,) = read(
        Content(INVOICE.format("1").replace("><", f' {xsi} xsi:schemaLocation="u {address}"><', 1).encode())
    )
    assert document.number == "1"
    assert asked == []


def test_hostile_S14_a_stylesheet_is_ignored(listener: tuple[str, list[bytes]]) -> None:
    address, asked = listener
    (document,) = read(Content(f'<?xml-stylesheet href="{address}"?>'.encode() + NUMBER_1))
    assert document.number == "1"
    assert asked == []


def test_hostile_S15_a_stylesheet_as_a_file_is_no_document(tmp_path: Path) -> None:
    written = tmp_path / "written"
    sheet = f"""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
        xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
        <xsl:template match="/"><exsl:document href="{written.as_uri()}">x</exsl:document></xsl:template>
        </xsl:stylesheet>"""
    with pytest.raises(Reject) as caught:
        read(Content(sheet.encode()))
    assert caught.value.code == "FORMAT_UNKNOWN"
    assert not written.exists()


def test_hostile_S16_a_stylesheet_without_end_is_not_run() -> None:
    sheet = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:template match="/"><xsl:apply-templates select="/"/></xsl:template></xsl:stylesheet>"""
    with pytest.raises(Reject) as caught:
        read(Content(sheet.encode()))
    assert caught.value.code == "FORMAT_UNKNOWN"


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (b'<?xml version="1.0" encoding="UTF-7"?><r>+AOk-</r>', "XML_BAD_ENCODING", "line 1"),
        (b'<?xml version="1.0" encoding="x-unheard-of"?><r/>', "XML_BAD_ENCODING", "line 1"),
        (b'<?xml version="1.0" encoding="IBM037"?><r/>', "XML_BAD_ENCODING", "line 1"),
        ('<?xml version="1.0" encoding="UTF-7"?><r/>'.encode("utf-16-le"), "XML_BAD_ENCODING", "line 1"),
        (b'<?xml version="1.0" encoding="UTF-16"?><r>x</r>', "XML_BAD_ENCODING", "line 1"),
        (b'<?xml version="1.0" encoding="UTF-8"?><r>\xe9</r>', "XML_BAD_ENCODING", "byte 41"),
        (b"<r>\n\xe9</r>", "XML_BAD_ENCODING", "byte 4"),
        (b'<?xml version="1.0" encoding="US-ASCII"?><r>\xe9</r>', "XML_BAD_ENCODING", "byte 44"),
        (b"<r>a\x00b</r>", "XML_NOT_WELL_FORMED", "line 1, column 5"),
        (b"<r>\n\x01</r>", "XML_NOT_WELL_FORMED", "line 2, column 1"),
        (b"<r>&#1;</r>", "XML_NOT_WELL_FORMED", "line 1, column 8"),
    ],
)
def test_hostile_S17_tricks_with_the_encoding_are_named(data: bytes, code: str, where: str) -> None:
    error = rejected(data)
    assert (error.code, error.where) == (code, where)


@pytest.mark.parametrize(
    "data",
    [
        b"<a/>x",
        b"<a/><b/>",
        b'<a b="" b=""/>',
        b"<x:a/>",
        b"<a><b></a></b>",
        b"<a><b>",
        b"<a>&lt</a>",
        b"<a b=c/>",
        b"<",
    ],
)
def test_hostile_S18_what_is_not_well_formed_says_where(data: bytes) -> None:
    error = rejected(data)
    assert error.code == "XML_NOT_WELL_FORMED"
    assert error.where is not None
    assert error.where.startswith("line 1, column ")


@pytest.mark.parametrize("cut", ["<!-- Terms\nof use", "<?x ", "<![CDATA[so", "<b", "<b>so", "<b c='"])
def test_hostile_S18_what_was_cut_off_is_not_said_to_be_too_long(cut: str) -> None:
    error = rejected(f"<a>{cut}")
    assert (error.code, "\n" in error.message, "use" in error.message) == ("XML_NOT_WELL_FORMED", False, False)


@pytest.mark.parametrize("doctype", ['<!DOCTYPE cXML SYSTEM "cXML.dtd">', "<!DOCTYPE\n cXML>", "<!DOCTYPE cXML[ ]>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_hostile_S18_a_file_that_may_have_a_doctype_is_not_blamed_for_it_when_cut_off(
    doctype: str, encoding: str
) -> None:
    with pytest.raises(Reject) as caught:
        parse_xml(f"{doctype}<cXML><Header>".encode(encoding))
    assert caught.value.code == "XML_NOT_WELL_FORMED"
    with pytest.raises(Reject) as caught:
        parse_xml(f"{doctype}<cXML><Header>".replace("cXML", "Order").encode(encoding))
    assert caught.value.code == "XML_DTD_FORBIDDEN"


def test_hostile_S18_an_empty_file_is_none() -> None:
    for data in (b"", b" \n", b"\xef\xbb\xbf\n"):
        with pytest.raises(Reject) as caught:
            read(Content(data))
        assert caught.value.code == "EMPTY_FILE"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_fault_F54_unicode_needs_no_declaration(encoding: str) -> None:
    (document,) = read(Content(INVOICE.format("Grün-7").encode(encoding)))
    assert document.number == "Grün-7"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("iso-8859-1", "ISO-8859-1"),
        ("iso-8859-1", "latin1"),
        ("iso-8859-15", "ISO-8859-15"),
        ("cp1252", "windows-1252"),
    ],
)
def test_fault_F54_a_usual_encoding_is_read_as_declared(encoding: str, name: str) -> None:
    text = f"<?xml version='1.0' encoding='{name}'?>" + INVOICE.format("Grün-7")
    (document,) = read(Content(text.encode(encoding)))
    assert document.number == "Grün-7"


def test_fault_F54_a_byte_order_mark_is_no_text() -> None:
    (document,) = read(Content(b"\xef\xbb\xbf" + b'<?xml version="1.0"?>' + INVOICE.format("É").encode()))
    assert document.number == "É"


def test_fault_F54_an_empty_line_before_the_declaration_is_forgiven() -> None:
    (document,) = read(Content(b'\r\n<?xml version="1.0"?>' + NUMBER_1))
    assert document.number == "1"


@pytest.mark.parametrize("twentieth", range(1, 20))
def test_fault_F55_a_file_cut_off_is_never_read_in_part(twentieth: int) -> None:
    whole = (Path(__file__).parent.parent / "samples/ubl/invoice.xml").read_bytes()
    with pytest.raises(Reject) as caught:
        read(Content(whole[: len(whole) * twentieth // 20]))
    assert caught.value.code == "XML_NOT_WELL_FORMED"
    assert caught.value.where


@pytest.mark.parametrize("name", ["http://a supplier.example/x", "http://[x", "Invoice Ver 1"])
def test_the_name_of_a_namespace_need_not_be_a_uri(name: str) -> None:
    root = parse_xml(f'<p:a xmlns:p="{name}"><b>1</b></p:a>'.encode())
    assert root.tag == f"{{{name}}}a"
    assert root.findtext("b") == "1"


@pytest.mark.parametrize("rest", ["<b>", "<b></c>", "<q:b/>", "&b;", "<b x='1' x='2'/>", "\x01", "</a><a>"])
def test_beside_such_a_name_nothing_else_is_forgiven(rest: str) -> None:
    assert rejected(f'<a xmlns="no uri at all">{rest}</a>').code == "XML_NOT_WELL_FORMED"


def test_beside_such_a_name_no_doctype_is_forgiven() -> None:
    assert rejected('<!DOCTYPE a><a xmlns="no uri at all"/>').code == "XML_DTD_FORBIDDEN"


@pytest.mark.parametrize("wrong", ["<{name}></b>", "<b></{name}>", "<b {name}:c='1'/>", "<{name}::c/>"])
def test_a_name_that_a_fault_repeats_is_cut_short(wrong: str) -> None:
    reject = rejected(f"<a>{wrong.format(name='n' * 20_000)}</a>")
    assert "n" * 90 in reject.message
    assert len(reject.message) < 400
