"""A CSV file as a table: its encoding and separator found out, its limits kept, its rows streamed."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from ingest.formats.tables.encoding import encoding_of
from ingest.formats.tables.table import MAX_TEXT, Table
from orders.errors import Reject

MAX_ROWS = 1_000_000
MAX_COLUMNS = 1_000
SEPARATORS = ";,\t|"
_MAX_LINE = 2_000_000
"""Characters of one line of the file: more are either too many columns or too long a field."""

_DIRECTIVE = re.compile(r"sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvText:
    """The bytes of a CSV file and how they are to be read."""

    data: bytes
    codec: str
    separator: str = ""

    def rows(self) -> Iterator[list[str]]:
        """The rows from the top, within all limits.

        Raises:
            Reject: `CSV_UNCLOSED_QUOTE`, `CSV_BAD_QUOTE`, `CSV_FIELD_TOO_LONG`, `CSV_TOO_MANY_COLUMNS`, `CSV_NUL`,
                `TABLE_TOO_MANY_ROWS`, each with its line.
        """
        reader = csv.reader(_lines(self), delimiter=self.separator, strict=True)
        begins, number = 1, 0
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise _rejection(str(error), begins, reader.line_num) from None
            if row is None:
                return
            number += 1
            if len(row) > MAX_COLUMNS:
                raise _too_many_columns(begins)
            if number > MAX_ROWS:
                raise Reject(
                    "TABLE_TOO_MANY_ROWS", f"The file has more than {MAX_ROWS:,} rows.", where=f"line {begins}"
                )
            begins = reader.line_num + 1
            yield row


def csv_tables(data: bytes, *, encoding: str | None, separator: str | None) -> list[Table]:
    """The file once for each separator that its first rows could have, or once for the one that is given.

    Raises:
        Reject: `BAD_ENCODING` if its bytes are no text.
    """
    codec = encoding_of(data, encoding).codec
    plain = CsvText(data, codec)
    separators = separator or _directive(plain) or _possible(plain)
    return [_table(replace(plain, separator=one)) for one in separators]


def _table(text: CsvText) -> Table:
    return Table(rows=text.rows, separator=text.separator, encoding=text.codec)


def _directive(text: CsvText) -> str:
    """The separator that Excel's first line `sep=;` names; "" without such a line."""
    match = _DIRECTIVE.fullmatch(next(_wrapper(text), "")[:10])
    return match[1] if match else ""


def _possible(text: CsvText) -> str:
    """The separators that occur at all in the first lines; the most frequent one first."""
    head = "".join(line[:10_000] for line in islice(_wrapper(text), 50))
    return "".join(sorted((one for one in SEPARATORS if one in head), key=head.count, reverse=True)) or ";"


def _wrapper(text: CsvText) -> Iterator[str]:
    stream = io.TextIOWrapper(io.BytesIO(text.data), encoding=text.codec, newline="")
    return iter(partial(stream.readline, _MAX_LINE + 1), "")


def _lines(text: CsvText) -> Iterator[str]:
    for number, line in enumerate(_wrapper(text), 1):
        if "\0" in line:
            raise Reject(
                "CSV_NUL", f"Line {number} holds a NUL character; the file is damaged.", where=f"line {number}"
            )
        if len(line) > _MAX_LINE:
            raise _too_many_columns(number) if line.count(text.separator) > MAX_COLUMNS else _too_long(number)
        yield "\n" if number == 1 and _DIRECTIVE.fullmatch(line) else line


def _rejection(said: str, begins: int, line: int) -> Reject:
    if "unexpected end" in said or line > begins:
        return Reject(
            "CSV_UNCLOSED_QUOTE",
            f"A quote in the row that begins in line {begins} is not closed where its field ends.",
            where=f"line {begins}",
        )
    if "field limit" in said:
        return _too_long(begins)
    return Reject(
        "CSV_BAD_QUOTE",
        f"Line {line} goes on after a closing quote.",
        where=f"line {line}",
        hint="A quote inside a quoted field is written twice.",
    )


def _too_long(line: int) -> Reject:
    return Reject(
        "CSV_FIELD_TOO_LONG", f"A field of line {line} has more than {MAX_TEXT:,} characters.", where=f"line {line}"
    )


def _too_many_columns(line: int) -> Reject:
    return Reject("CSV_TOO_MANY_COLUMNS", f"Line {line} has more than {MAX_COLUMNS:,} columns.", where=f"line {line}")
