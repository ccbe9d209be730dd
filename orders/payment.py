"""Where the supplier wants the money."""

from collections.abc import Iterator

from orders.document import Document, DocumentType, Standing

_NO_BILLS = (Standing.DRAFT, Standing.PROFORMA, Standing.TEST)


def account_key(iban: str) -> str:
    """An account's number for comparison: blanks and case do not matter."""
    return "".join(iban.split()).upper()


def account_keys(document: Document) -> Iterator[str]:
    """The accounts that an invoice wants to be paid to. A credit note may name the buyer's, and a draft none at all."""
    if document.type is DocumentType.INVOICE and document.standing not in _NO_BILLS:
        for account in document.payment_accounts:
            if account.iban is not None and (key := account_key(account.iban)):
                yield key
