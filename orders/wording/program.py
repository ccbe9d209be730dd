"""What the command line says."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {}
