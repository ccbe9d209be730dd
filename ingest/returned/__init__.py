"""Our own reports that come back: workbooks in whose exceptions sheet a person has decided something.

They are no documents. They are known by what is in them, the hidden column of keys, whatever they are called and
whichever program saved them last; whoever reads a file asks here before it asks the formats.
"""

from ingest.returned.answers import is_returned, read_answers

__all__ = ["is_returned", "read_answers"]
