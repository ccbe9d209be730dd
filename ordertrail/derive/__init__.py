"""Deriving: from marked documents to assessments, in this process or in several; and as of an earlier day."""

from ordertrail.derive.as_of import assess_as_of
from ordertrail.derive.session import derive

__all__ = ["assess_as_of", "derive"]
