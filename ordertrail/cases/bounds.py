"""How much documents that name no order may tie together (docs/decisions/0131)."""

MOST_ORDERS = 50
"""Orders that seekers may tie to one case, by chains of items that they share. What would tie more, ties nothing."""

MOST_SEEKERS = 250
"""Seekers in such a case, likewise."""

COMMON_ORDERS = 50
"""Orders of one half-year that may share an item; if there are more, the item tells nothing in it."""

COMMON_SEEKERS = 100
"""Seekers, likewise."""
