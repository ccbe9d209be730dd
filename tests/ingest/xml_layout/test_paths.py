"""The path language of layouts: what its paths find, and what is no path."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ingest.xml.chain import BELOW, LINE, MAX_NAMESPACES, compiled, namespaces, placed
from ingest.xml.path import MAX_LENGTH, MAX_STEPS, BadPath, parse_path, step_of
from orders.errors import Reject

XML = """<Root no="R"><Head no="H"><Name>first</Name><Name kind="b">second</Name></Head>
<Row a="1"><x:Qty xmlns:x="urn:x">5</x:Qty><Qty>6</Qty><Typ>A</Typ></Row>
<Row a="2"><Typ> B </Typ><Qty>7</Qty></Row></Root>"""


def found(path: str, xml: str = XML) -> str | None:
    """What a path from the root finds first."""
    root = etree.fromstring(xml)
    values = {"it": placed(parse_path(path), 0, step_of(etree.QName(root).localname))}
    record: dict[str, object] = {}
    compiled((), (), values, namespaces(root))(root, record, [])
    said = record.get("it")
    return None if said is None else str(said)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("@no", "R"),
        ("Head/@no", "H"),
        ("/Root/Head/@no", "H"),
        ("/Root/@no", "R"),
        ("Head/Name", "first"),
        ('Head/Name[@kind="b"]', "second"),
        ("Head/Name[@kind='b']", "second"),
        ("Head/Name[@kind]", "second"),
        ('Head[Name="second"]/@no', "H"),
        ('Head[Name = "third"]/@no', None),
        ('Head/Name[.="second"]/@kind', "b"),
        ("Row/Qty", "5"),
        ("Row/{urn:x}Qty", "5"),
        ("Row/{}Qty", "6"),
        ("Row/{urn:y}Qty", None),
        ('Row[@a="2"]/Qty', "7"),
        ('Row[Typ="B"][@a="2"]/Qty', "7"),
        ('Row[Typ="B"][@a="1"]/Qty', None),
        ("Row/Nothing/@here", None),
        (" Head/Name ", "first"),
    ],
)
def test_a_path_finds_the_first_value_it_leads_to(path: str, value: str | None) -> None:
    assert found(path) == value


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "is an empty path"),
        ("Head/", 'ends in nothing: "Head/"'),
        ("//Head", 'is no path at "/Head"'),
        ("/", 'ends in nothing: "/"'),
        ("/@no", "must name the root element"),
        ("Head//Name", 'is no path at "/Name"'),
        ("@no/Head", 'is no path at "@no/Head"'),
        ("cbc:ID", 'has a prefix before ":ID"'),
        ("Head[1]", 'is no path at "[1]"'),
        ("Head[@no=H]", "is no path"),
        ("Head[", 'is no path at "["'),
        ("Head/..", 'is no path at ".."'),
        ("a b", 'is no path at " b"'),
        ("{urn:x", "is no path"),
        ("x" * (MAX_LENGTH + 1), f"more than {MAX_LENGTH} characters"),
        ("/".join("x" * (MAX_STEPS + 1)), f"more than {MAX_STEPS} steps"),
        ("../" * (MAX_STEPS + 1), f"more than {MAX_STEPS} steps"),
    ],
)
def test_what_is_no_path_is_said_where_it_goes_wrong(path: str, said: str) -> None:
    with pytest.raises(BadPath, match=re.escape(said)):
        parse_path(path)


@pytest.mark.parametrize("name", ["a/b", "@a", "..", "a[b]", "/a", "."])
def test_a_root_is_one_name(name: str) -> None:
    with pytest.raises(BadPath, match="must be the name of an element"):
        step_of(name)


@given(st.text(max_size=60) | st.text(alphabet="ab/@.[]{}='\" :", max_size=40))
def test_any_text_is_a_path_or_no_path(text: str) -> None:
    try:
        path = parse_path(text)
    except BadPath:
        return
    assert path.up + len(path.steps) <= MAX_STEPS


names = st.sampled_from(["a", "b", "c", "d"])
trees = st.recursive(
    st.builds(lambda tag, text: f"<{tag} k='{text}'>{text}</{tag}>", names, st.sampled_from(["1", "2", ""])),
    lambda inner: st.builds(
        lambda tag, within, text: f"<{tag} k='{text}'>{''.join(within)}</{tag}>",
        names,
        st.lists(inner, max_size=3),
        st.sampled_from(["1", "2", ""]),
    ),
    max_leaves=12,
)
paths = st.builds(
    lambda steps, conditions, end: "/".join(a + b for a, b in zip(steps, conditions, strict=False)) + end,
    st.lists(names, min_size=1, max_size=3),
    st.lists(st.sampled_from(["", "", "[@k='1']", "[a]", "[b='2']", "[.='1']"]), min_size=3, max_size=3),
    st.sampled_from(["", "/@k"]),
)


@given(trees, paths)
def test_a_path_finds_what_xpath_finds(tree: str, path: str) -> None:
    """Apart from conditions without a text, which ask for one here."""
    xml = f"<r>{tree}</r>"
    plain = path if path.endswith("/@k") else f"{path}/text()"
    plain = plain.replace("[a]", "[a[text()]]")
    texts = [str(one).strip() for one in etree.fromstring(xml).xpath(plain)]
    assert found(path, xml) == next((one for one in texts if one), None)


def test_values_above_hold_for_every_record_below() -> None:
    root = etree.fromstring("<r><g n='1'><l>a</l><l>b</l></g><g n='2'><l>c</l></g></r>")
    chain = (step_of("g"), step_of("l"))
    values = {"n": placed(parse_path("../@n"), 2, step_of("r")), "l": placed(parse_path("."), 2, step_of("r"))}
    record: dict[str, object] = {}
    compiled(chain, (2,), values, ())(root, record, [])
    assert record == {
        BELOW: [
            {LINE: 1, "n": "1", BELOW: [{LINE: 1, "l": "a"}, {LINE: 1, "l": "b"}]},
            {LINE: 1, "n": "2", BELOW: [{LINE: 1, "l": "c"}]},
        ]
    }


def test_a_path_must_not_climb_above_the_root() -> None:
    with pytest.raises(BadPath, match="climbs 3 elements, but only 2 stand above it"):
        placed(parse_path("../../../x"), 2, step_of("r"))


def test_a_file_may_not_declare_namespaces_without_end() -> None:
    many = "".join(f"<a xmlns='urn:{number}'/>" for number in range(MAX_NAMESPACES + 1))
    with pytest.raises(Reject) as caught:
        namespaces(etree.fromstring(f"<r>{many}</r>"))
    assert caught.value.code == "XML_TOO_MANY_NAMESPACES"
