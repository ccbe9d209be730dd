"""Writing the reports: gathered from the store, put where people find them."""

from ordertrail.reporting.writing import write_reports

__all__ = ["write_reports"]
