"""A document on its way from the file to `orders.document`."""

from typing import Any

Record = dict[str, Any]
"""Field name → value, as `orders.document` names them; `lines`, `charges` and the like hold records of their own.

What a reader needs in between may stand in it under other names: validation passes over them.
"""
