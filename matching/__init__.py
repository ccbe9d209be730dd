"""Orders, documents, decisions and policy to assessments."""

from matching.assessing import assess

__all__ = ["assess"]
