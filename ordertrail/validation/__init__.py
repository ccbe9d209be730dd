"""Whether a document keeps the rules of its standard: XML Schema, EN 16931, Factur-X, Order-X, XRechnung, Peppol.

Only on request, and apart from reading: a document that breaks a rule is read all the same. The rule sets are the
official ones, taken from packages that ship them (`packages`); which of them a document asks for says `choice`, and
what could not be checked is always said too. Runs in a reading process, within its limits.
"""
