"""XML: parsed within limits, and walked once, driven by a table of paths."""
