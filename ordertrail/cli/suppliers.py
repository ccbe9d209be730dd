"""A supplier that the configuration does not have."""

from collections.abc import Sequence

from orders.errors import Refuse
from orders.wording import Language, label
from ordertrail.config.nearest import meant

_MOST_NAMED = 10


def no_such_supplier(key: str, known: Sequence[str], language: Language) -> Refuse:
    """The refusal for a [suppliers.…] that is none: with the one that was probably meant, or those that there are."""
    near = meant(key, known)
    if near is not None:
        return Refuse("SUPPLIER_UNKNOWN", label("cli.supplier_unknown_near", language, key=key, near=near))
    if known:
        named = ", ".join(sorted(known)[:_MOST_NAMED]) + (", …" if len(known) > _MOST_NAMED else "")
        return Refuse("SUPPLIER_UNKNOWN", label("cli.supplier_unknown", language, key=key, known=named))
    return Refuse("SUPPLIER_UNKNOWN", label("cli.supplier_unknown_none", language, key=key))
