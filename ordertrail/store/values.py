"""Values as every database takes them."""

from datetime import UTC, datetime


def instant(moment: datetime) -> str:
    """A moment as the tables have it: UTC, to the microsecond, always as long."""
    return f"{moment.astimezone(UTC).isoformat(timespec='microseconds')[:26]}Z"


def storable(text: str | None) -> str | None:
    """A text that every database takes: PostgreSQL refuses NUL, and none takes half a character."""
    if text is None or (text.isascii() and "\0" not in text):
        return text
    return text.replace("\0", "\ufffd").encode(errors="backslashreplace").decode()
