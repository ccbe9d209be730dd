"""Which order line, document and document line somebody means. Everything is asked within the caller's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from matching.paper import Paper, age
from orders.assessment import ORDER_ASSESSMENT, LineAssessment, OrderAssessment
from orders.case import Filed
from orders.document import DOCUMENT, DocumentType, Line
from orders.errors import Refuse
from orders.references import reference_key
from orders.wording import LANGUAGES, Language, label
from ordertrail.questions.finding import order_named
from ordertrail.store.tables import ARRIVALS, DOCUMENT_TERMS, DOCUMENTS, ORDERS
from ordertrail.store.terms import bounded, number_term

_NEAR = 5
_MOST_NAMED = 12
"""So many lines, documents or orders are named in one sentence."""

_FILED = (
    select(DOCUMENTS.c.body, ARRIVALS.c.sha256, DOCUMENTS.c.place)
    .join_from(DOCUMENTS, ARRIVALS)
    .where(ARRIVALS.c.state == "accepted")
)


@dataclass(frozen=True)
class Meant:
    """A document that somebody means."""

    filed: Filed

    @property
    def id(self) -> str:
        """`orders.case.Filed.id`."""
        return self.filed.id

    @property
    def type(self) -> DocumentType:
        """What it is."""
        return self.filed.document.type

    @cached_property
    def lines(self) -> dict[str, Line]:
        """Its lines by what they are called."""
        return dict(zip(Paper(self.filed, 0).names, self.filed.document.lines, strict=True))

    @property
    def name(self) -> str:
        """As commands name it."""
        return f"{self.type} {self.filed.document.number or ''}".rstrip()


def order_meant(connection: Connection, text: str, language: Language) -> OrderAssessment:
    """The order that a number, or number@buyer, means, as it is derived.

    Raises:
        Refuse: `ORDER_UNKNOWN` or `ORDER_AMBIGUOUS`, with candidates.
    """
    found = order_named(connection, text, language)
    body = connection.execute(select(ORDERS.c.body).where(ORDERS.c.order_id == found.id)).scalars().first()
    return ORDER_ASSESSMENT.from_json(body or "")


def order_of_id(connection: Connection, id_: str) -> OrderAssessment | None:
    """The order of an id; None if it is gone."""
    bodies = connection.execute(select(ORDERS.c.body).where(ORDERS.c.order_id == bounded(id_))).scalars()
    found = (ORDER_ASSESSMENT.from_json(body) for body in bodies)
    return next((order for order in found if order.id == id_), None)


def line_meant(order: OrderAssessment, text: str, language: Language) -> LineAssessment:
    """The line of an order: as its id stands, otherwise without leading zeros.

    Raises:
        Refuse: `LINE_UNKNOWN`, with the lines that there are.
    """
    found = [line for line in order.lines if line.line == text]
    found = found or [line for line in order.lines if reference_key(line.line) == reference_key(text)]
    if len(found) == 1:
        return found[0]
    args = {"order": order.number, "line": text, "lines": listed(line.line for line in order.lines)}
    raise Refuse("LINE_UNKNOWN", label("cli.line_unknown", language, **args))


def document_meant(connection: Connection, text: str, language: Language) -> Meant:
    """The document that "type number" means, the newest if several do; or the one of an id (`Filed.id`).

    The number is compared as it stands first, then without case, blanks, separators and leading zeros.

    Raises:
        Refuse: `DOCUMENT_NOT_NAMED` if the text is neither, `DOCUMENT_UNKNOWN` with what is like it.
    """
    if (meant := document_of_id(connection, text)) is not None:
        return meant
    kind, number = _split(text)
    if kind is None or not number:
        types = ", ".join(DocumentType)
        raise Refuse("DOCUMENT_NOT_NAMED", label("decide.document_not_named", language, text=text, types=types))
    key = reference_key(number)
    found = _filed(connection, kind, key) if key else []
    found = [one for one in found if one.document.number == number] or found
    if not found:
        raise _unknown(connection, text, key, language)
    return Meant(max(found, key=age))


def document_of_id(connection: Connection, id_: str) -> Meant | None:
    """The document of an id; None if there is none."""
    sha256, _, place = id_.rpartition("/")
    if not sha256 or not place.isascii() or not place.isdigit() or len(place) > 9:
        return None
    query = _FILED.where(ARRIVALS.c.sha256 == sha256, DOCUMENTS.c.place == int(place))
    row = connection.execute(query).one_or_none()
    return None if row is None else Meant(Filed(id_, DOCUMENT.from_json(row[0])))


def document_line_meant(document: Meant, text: str, language: Language) -> tuple[str, Line]:
    """The line of a document, with what it is called.

    Raises:
        Refuse: `DOCUMENT_LINE_UNKNOWN`, with the lines that there are.
    """
    found = [text] if text in document.lines else []
    found = found or [name for name in document.lines if reference_key(name) == reference_key(text)]
    if len(found) == 1:
        return found[0], document.lines[found[0]]
    args = {"document": document.name, "line": text, "lines": listed(document.lines)}
    raise Refuse("DOCUMENT_LINE_UNKNOWN", label("decide.document_line_unknown", language, **args))


def namesakes(connection: Connection, document: Meant) -> list[Meant]:
    """The other documents of its type and number."""
    key = reference_key(document.filed.document.number or "")
    return [Meant(one) for one in _filed(connection, document.type, key) if one.id != document.id] if key else []


def _filed(connection: Connection, kind: DocumentType, key: str) -> list[Filed]:
    named = select(DOCUMENT_TERMS.c.document_id).where(DOCUMENT_TERMS.c.term == number_term(kind, key))
    query = _FILED.where(DOCUMENTS.c.id.in_(named))
    return [Filed(f"{sha256}/{place}", DOCUMENT.from_json(body)) for body, sha256, place in connection.execute(query)]


def _split(text: str) -> tuple[DocumentType | None, str]:
    """Type and number; the type as its code, or as people call it in any of the languages."""
    folded = text.strip().casefold()
    names = {kind.value: kind for kind in DocumentType}
    names |= {label(f"document.{kind}", language).casefold(): kind for kind in DocumentType for language in LANGUAGES}
    for name in sorted(names, key=len, reverse=True):
        if folded.startswith(f"{name} "):
            return names[name], text.strip()[len(name) :].strip()
    return None, ""


def _unknown(connection: Connection, text: str, key: str, language: Language) -> Refuse:
    query = select(DOCUMENTS.c.type, DOCUMENTS.c.number).order_by(DOCUMENTS.c.id.desc()).limit(_NEAR)
    near = connection.execute(query.where(DOCUMENTS.c.number_key == key)).all() if key else []
    if not near and len(key) > 2:
        near = connection.execute(query.where(DOCUMENTS.c.number_key.contains(key[-4:], autoescape=True))).all()
    if not near:
        return Refuse("DOCUMENT_UNKNOWN", label("decide.document_unknown", language, document=text))
    names = listed(dict.fromkeys(f"{kind} {number}" for kind, number in near))
    return Refuse("DOCUMENT_UNKNOWN", label("decide.document_unknown_near", language, document=text, near=names))


def listed(names: Iterable[str]) -> str:
    """The first of these names."""
    known: Sequence[str] = list(names)
    return ", ".join(known[:_MOST_NAMED]) + (", …" if len(known) > _MOST_NAMED else "")
