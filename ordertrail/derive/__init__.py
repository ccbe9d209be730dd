"""Deriving: from marked documents to assessments, in this process or in several; and as of an earlier day.

Imports nothing: a process that assesses for another loads `sheaf`, and what that needs, alone.
"""
