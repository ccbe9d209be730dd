"""Which language to speak when a command has failed: perhaps because the configuration, which says so, is wrong."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from orders.wording import LANGUAGES, Language

_SAID = re.compile(r"""^\s*language\s*=\s*["'](\w+)["']""", re.MULTILINE)
_LARGEST = 1_000_000


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language that the environment or the configuration file asks for, as far as that can be seen without reading
    it as a whole; English where neither says so.
    """
    asked = environ.get("ORDERTRAIL_LANGUAGE") or _in_file(_named(arguments))
    return next((language for language in LANGUAGES if language == asked), "en")


def _named(arguments: Sequence[str]) -> Path | None:
    from ordertrail.config import FILE_NAME, find

    for place, argument in enumerate(arguments):
        if argument.startswith("--config="):
            return Path(argument.removeprefix("--config="))
        if argument == "--config" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    return find(Path.cwd()) or Path.cwd() / FILE_NAME


def _in_file(path: Path | None) -> str | None:
    with suppress(OSError, ValueError):
        if path is not None and path.stat().st_size <= _LARGEST and (said := _SAID.search(path.read_text("utf-8-sig"))):
            return said[1]
    return None
