"""What may be shown of a text that came from outside: nothing that a terminal obeys, or that turns a line around."""

import json
import re

_OBEYED = "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls: ESC, CSI, newline
_TURNING = "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, overrides and isolates
_BREAKING = "\u2028\u2029\ufeff"
_HALF = "\ud800-\udfff"  # bytes of file names that are no UTF-8
_UNSHOWABLE = re.compile(f"[{_OBEYED}{_TURNING}{_BREAKING}{_HALF}]")
_ESCAPED_IN_JSON = re.compile(f"[\x7f-\x9f{_TURNING}{_BREAKING}{_HALF}]")
_LAYOUT = re.compile(r"[\t\r\n]+")


def shown(text: str) -> str:
    """`text` on one line, with everything that is no character escaped visibly: ESC as its code, x1b."""
    return _UNSHOWABLE.sub(_escape, _LAYOUT.sub(" ", text))


LONGEST_VALUE = 200
"""Characters that a terminal shows of a number, item or name from outside; none needs more. JSON has it all."""
LONGEST_CELL = 500
"""The same of a cell, which may hold a sentence with several of them."""


def short(text: str, most: int = LONGEST_VALUE) -> str:
    """`text`, cut where it is longer than anything that a person would read, with an ellipsis that says so."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def json_line(value: object) -> str:
    """`value` as one line of JSON that a terminal can show as it is."""
    return _ESCAPED_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
