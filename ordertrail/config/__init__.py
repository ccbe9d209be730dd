"""The configuration: one `config.toml`, read once, validated whole."""

from ordertrail.config.loading import FILE_NAME, find, load, parse
from ordertrail.config.settings import Folders, Limits, Reports, Run, Settings

__all__ = ["FILE_NAME", "Folders", "Limits", "Reports", "Run", "Settings", "find", "load", "parse"]
