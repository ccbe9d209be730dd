"""What matching says: evidence, deviations, what is missing for the next status."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {}
