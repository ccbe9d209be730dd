"""Paths as people write them into a layout: the part of XPath that one walk over the tree can follow.

    path      = "." | [ "/" | 1*( "../" ) ] steps | 1*( "../" ) [ ".." ]
    steps     = "@" name | step *( "/" step ) [ "/@" name ]
    step      = name *( "[" condition "]" )
    condition = ( "@" name | name | "." ) [ "=" quoted text ]
    name      = local name, of whichever namespace | "{" namespace "}" local name; "{}" means none

An attribute's name without braces is of no namespace. A path that begins with "/" begins at the root element, which is
its first step.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

MAX_LENGTH = 500
MAX_STEPS = 50

_NAME = r"(?:\{[^{}]{0,300}\})?[^\W\d][\w.\-]{0,200}"
_CONDITION = rf"\[\s*(?:(?P<of>@?{_NAME}|\.))\s*(?:=\s*(?P<text>\"[^\"]*\"|'[^']*'))?\s*\]"
_STEP = re.compile(
    rf"(?P<name>{_NAME})(?P<conditions>(?:{_CONDITION.replace('?P<of>', '?:').replace('?P<text>', '?:')})*)"
)
_CONDITIONS = re.compile(_CONDITION)
_ATTRIBUTE = re.compile(f"@(?P<name>{_NAME})")
_PREFIXED = re.compile(r":[^\W\d]")


class BadPath(ValueError):
    """What is wrong with a path, as a sentence that goes on after the path's key."""


@dataclass(frozen=True, slots=True)
class Condition:
    """An attribute, a child or the element itself says a text; None: says anything."""

    attribute: str | None
    child: "Step | None"
    text: str | None

    def holds(self, element: etree._Element) -> bool:
        """Whether it holds for an element. Outer blanks do not matter."""
        if self.attribute is not None:
            said = [element.get(self.attribute)]
        elif self.child is not None:
            said = [one.text for one in element if self.child.names(one)]
        else:
            said = [element.text]
        texts = [one.strip() for one in said if one]
        return any(texts) if self.text is None else self.text.strip() in texts


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a path. `namespace` None: whichever."""

    name: str
    namespace: str | None = None
    conditions: tuple[Condition, ...] = ()

    def names(self, element: etree._Element) -> bool:
        """Whether an element has this name, whatever the conditions say."""
        found = etree.QName(element)
        return found.localname == self.name and (self.namespace is None or (found.namespace or "") == self.namespace)


@dataclass(frozen=True, slots=True)
class Path:
    """From where it begins `up` elements up, then down the steps, to a text or an attribute ("{namespace}name").

    `rooted`: it begins at the root element, which is the first step.
    """

    up: int = 0
    steps: tuple[Step, ...] = ()
    attribute: str | None = None
    rooted: bool = False


@lru_cache(maxsize=1_024)
def parse_path(text: str) -> Path:
    """The path that is written so.

    Raises:
        BadPath: if it is none.
    """
    rest = text.strip()
    if not rest:
        raise BadPath("is an empty path")
    if len(rest) > MAX_LENGTH:
        raise BadPath(f"is a path of more than {MAX_LENGTH} characters")
    if rest == ".":
        return Path()
    up = 0
    while rest == ".." or rest.startswith("../"):
        up, rest = up + 1, rest[3:]
    rooted = not up and rest.startswith("/")
    steps, attribute = _down(text, rest[1:] if rooted else rest) if rest else ((), None)
    if len(steps) + up > MAX_STEPS:
        raise BadPath(f"is a path of more than {MAX_STEPS} steps")
    if rooted and not steps:
        raise BadPath(f'must name the root element behind its first "/", as "/Root/{attribute or "Name"}" does')
    return Path(up, steps, attribute, rooted)


def step_of(text: str) -> Step:
    """The step that is one name: "Order", "{urn:acme}Order".

    Raises:
        BadPath: if it is no name.
    """
    path = parse_path(text)
    if path.up or path.rooted or path.attribute or len(path.steps) != 1 or path.steps[0].conditions:
        raise BadPath(f"must be the name of an element, not {text[:60]!r}")
    return path.steps[0]


def _down(whole: str, rest: str) -> tuple[tuple[Step, ...], str | None]:
    steps: list[Step] = []
    place = 0
    while True:
        if attribute := _ATTRIBUTE.fullmatch(rest, place):
            return tuple(steps), _attribute(attribute["name"])
        match = _STEP.match(rest, place)
        if match is None:
            raise _unreadable(whole, rest[place:])
        steps.append(_step(match))
        place = match.end()
        if place == len(rest):
            return tuple(steps), None
        if rest[place] != "/":
            raise _unreadable(whole, rest[place:])
        place += 1


def _step(match: re.Match[str]) -> Step:
    name, namespace = _split(match["name"])
    return Step(name, namespace, tuple(map(_condition, _CONDITIONS.finditer(match["conditions"]))))


def _condition(match: re.Match[str]) -> Condition:
    of, text = match.groups()
    said = None if text is None else text[1:-1]
    if of.startswith("@"):
        return Condition(_attribute(of[1:]), None, said)
    return Condition(None, None if of == "." else Step(*_split(of)), said)


def _split(name: str) -> tuple[str, str | None]:
    namespace, closed, local = name.rpartition("}")
    return local, namespace[1:] if closed else None


def _attribute(name: str) -> str:
    return name.removeprefix("{}")


def _unreadable(whole: str, rest: str) -> BadPath:
    if not rest:
        return BadPath(f'is a path that ends in nothing: "{whole[:60]}"')
    if _PREFIXED.match(rest):
        return BadPath(f'has a prefix before "{rest[:40]}"; write the bare name, or "{{namespace}}name"')
    return BadPath(f'is no path at "{rest[:40]}"')
