"""`ordertrail layout suggest`: a layout proposed from a sample, with what could not be told."""

from ingest.suggestion.proposal import Answers, NotUnderstood, OpenQuestion, Proposal, ProposedField
from ingest.suggestion.suggesting import suggest

__all__ = ["Answers", "NotUnderstood", "OpenQuestion", "Proposal", "ProposedField", "suggest"]
