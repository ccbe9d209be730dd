"""Trying another policy on what is stored: which deviations would vanish or appear, and which statuses would change.

Imports nothing: a process that compares for another loads `comparing`, and what that needs, alone.
"""
