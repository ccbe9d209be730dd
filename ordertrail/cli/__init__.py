"""The command line: `ordertrail`."""

from ordertrail.cli.app import main

__all__ = ["main"]
