"""Where a finding is: what Schematron says of it, turned into an element, a path for people, and a line."""

import re

from lxml import etree

# `/Q{namespace}Name[1]` says SchXslt, `/*:Name[namespace-uri()='namespace'][1]` the older skeleton.
_STEP = re.compile(
    r"/(?:Q\{(?P<q>[^}]*)\}(?P<q_name>[\w.-]+)|\*:(?P<name>[\w.-]+)\[namespace-uri\(\)='(?P<uri>[^']*)'\])"
    r"(?:\[(?P<number>\d+)\])?"
)


def element_at(root: etree._Element, location: str) -> etree._Element | None:
    """The element of a document that a location names; of an attribute, the element that has it. None if it is none."""
    steps = list(_STEP.finditer(location))
    if not steps or _tag(steps[0]) != root.tag:
        return None
    element = root
    for step in steps[1:]:
        same = element.findall(_tag(step))
        number = int(step["number"] or 1)
        if number > len(same):
            return None
        element = same[number - 1]
    return element


def _tag(step: re.Match[str]) -> str:
    namespace, name = (step["q"], step["q_name"]) if step["q_name"] else (step["uri"], step["name"])
    return f"{{{namespace}}}{name}" if namespace else name


def path_of(element: etree._Element) -> str:
    """The path to an element, with the file's own prefixes, and numbers where several bear the name."""
    steps = []
    for one in [element, *element.iterancestors()]:
        name = f"{one.prefix}:{etree.QName(one).localname}" if one.prefix else etree.QName(one).localname
        parent = one.getparent()
        same = [one] if parent is None else [other for other in parent if other.tag == one.tag]
        steps.append(f"{name}[{same.index(one) + 1}]" if len(same) > 1 else name)
    return "/" + "/".join(reversed(steps))
