"""Decisions of people: from what somebody says to a fact of the store, or the reason why not.

`naming` finds the order, line and document that are meant, `judging` says what would be kept, `taking` keeps it.
"""
