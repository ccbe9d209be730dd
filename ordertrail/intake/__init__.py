"""The way of a file from the inbox into the store: claimed, archived, read, recorded, cleared; many at a time.

`Intake` does it, `ordertrail.run` once and `ordertrail.watch` whenever files come.
"""
