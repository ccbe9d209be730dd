"""A demonstration: sample documents of an invented buyer, and one run over them."""
