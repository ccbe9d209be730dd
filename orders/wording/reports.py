"""Headings and texts of the reports."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {}
