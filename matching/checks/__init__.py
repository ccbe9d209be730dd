"""What differs between orders and documents: each module one subject, each function one deviation.

The rules: docs/matching.md, "Deviations".
"""
