"""A demonstration: sample documents of an invented buyer, and one run over them."""

from importlib.resources import files
from importlib.resources.abc import Traversable

SAMPLES: Traversable = files(__name__).joinpath("samples")
"""The documents, in the subfolders in which they come into an inbox."""
