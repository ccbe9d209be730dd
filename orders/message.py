"""A sentence for a person, kept apart from the language it will be said in."""

from collections.abc import Mapping

from msgspec import Struct, field


class Message(Struct, frozen=True, omit_defaults=True, gc=False):
    """`code` names a sentence of `orders.wording`, `args` its blanks.

    The values are canonical strings (plain decimals, ISO 8601 dates, codes, names as the document has them); the
    sentence's blank says how one is shown: `{quantity:number}`, `{date:date}`, `{amount:money}`, `{status:status}`.
    """

    code: str
    args: Mapping[str, str] = field(default_factory=dict)


def as_sentence(said: str) -> str:
    """What a person wrote as a reason, as a sentence among others; nothing stays nothing."""
    return said if not said or said.endswith((".", "!", "?", "…")) else f"{said}."
