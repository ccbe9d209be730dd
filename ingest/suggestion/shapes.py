"""The shape of an XML file: which elements stand in which, how often, and what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.xml.path import BadPath, parse_path
from orders.remembered import remembered

_KEPT = 50
"""Texts, and attributes, of one place that are kept."""

_LIMIT = 500
"""Different places that are looked at."""

_DEEPEST = 20
"""Elements within each other that are looked at."""

_ELEMENTS = 2_000
"""Elements of one place that are looked at."""

_NAMING = frozenset(
    ("name", "nom", "key", "id", "code", "typ", "type", "field", "feld", "champ", "bezeichnung", "qualifier", "q")
)
"""Attributes that say what an element holds, where all are called the same: `<Field name="DocNo">`."""


@dataclass(slots=True)
class Shape:
    """All elements at one place. `step` is how a path names them, `name` what they are called.

    `most` is how many stand at most in one element above.
    """

    step: str
    name: str
    parent: "Shape | None" = None
    most: int = 0
    inner: dict[str, "Shape"] = field(default_factory=dict)
    attributes: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    @property
    def repeats(self) -> bool:
        """Whether several stand in one element above."""
        return self.most > 1

    def chain(self) -> list["Shape"]:
        """The shapes from the root to this one."""
        above = self.parent.chain() if self.parent else []
        return [*above, self]

    def below(self) -> Iterator["Shape"]:
        """This shape and all in it, in the order of the file."""
        yield self
        for one in self.inner.values():
            yield from one.below()


def shape_of(root: etree._Element) -> Shape:
    """The shape of a file."""
    name = etree.QName(root).localname
    whole = Shape(name, name, most=1)
    _look([root], whole, [_LIMIT])
    return whole


def _look(elements: list[etree._Element], shape: Shape, left: list[int]) -> None:
    """Fills a shape with what all its elements hold; `left` are the places that may still be looked at."""
    inner: dict[str, list[etree._Element]] = {}
    named = _named_by(elements)
    for element in elements:
        _note(element, shape)
        here: dict[str, int] = {}
        for child in element:
            step, name = _step(child, named)
            if step not in shape.inner:
                if left[0] <= 0 or not can_be_written(step):
                    continue
                left[0] -= 1
                shape.inner[step] = Shape(step, name, shape)
            here[step] = here.get(step, 0) + 1
            if len(same := inner.setdefault(step, [])) < _ELEMENTS:
                same.append(child)
        for step, count in here.items():
            shape.inner[step].most = max(shape.inner[step].most, count)
    if len(shape.chain()) < _DEEPEST:
        for step, found in inner.items():
            _look(found, shape.inner[step], left)


def _note(element: etree._Element, shape: Shape) -> None:
    """The text and the attributes of an element."""
    if (text := (element.text or "").strip()) and len(shape.texts) < _KEPT:
        shape.texts.append(" ".join(text.split()))
    for attribute, said in element.attrib.items():
        if attribute not in shape.attributes and len(shape.attributes) >= _KEPT:
            continue
        values = shape.attributes.setdefault(str(attribute), [])
        if str(said).strip() and len(values) < _KEPT:
            values.append(str(said).strip())


def _named_by(elements: list[etree._Element]) -> dict[str, str]:
    """Tag → the attribute that tells elements of this tag apart, where they hold nothing but a text each."""
    found: dict[str, str] = {}
    refused: set[str] = set()
    several: set[str] = set()
    for element in elements:
        said: dict[str, list[str]] = {}
        for child in element:
            tag = str(child.tag)
            attribute = next((str(one) for one in child.attrib if str(one).casefold() in _NAMING), "")
            text = str(child.get(attribute) or "") if attribute else ""
            if len(child) or not text or '"' in text or found.setdefault(tag, attribute) != attribute:
                refused.add(tag)
            said.setdefault(tag, []).append(text)
        refused.update(tag for tag, texts in said.items() if len(set(texts)) < len(texts))
        several.update(tag for tag, texts in said.items() if len(texts) > 1)
    return {tag: attribute for tag, attribute in found.items() if tag in several - refused}


def _step(element: etree._Element, named: dict[str, str]) -> tuple[str, str]:
    name = etree.QName(element).localname
    attribute = named.get(str(element.tag))
    if attribute is None:
        return name, name
    said = str(element.get(attribute))
    return f'{name}[@{attribute}="{said}"]', said


@remembered(4_096)
def can_be_written(path: str) -> bool:
    """Whether the language of paths has this one: names and lengths are limited."""
    try:
        parse_path(path)
    except BadPath:
        return False
    return True
