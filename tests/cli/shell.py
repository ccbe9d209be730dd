"""Calling the program the way its users do: as a process, with a folder, arguments and two streams."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from orders.errors import OrdertrailError
from ordertrail.cli.app import USAGE, program
from ordertrail.demo import SAMPLES

__all__ = ["SAMPLES", "Answer", "inside", "ordertrail"]


@dataclass(frozen=True)
class Answer:
    """What came back; `refusal` is the code of the error that it ended with."""

    code: int
    out: str
    err: str
    refusal: str | None = None

    @property
    def rows(self) -> list[Any]:
        """stdout as JSON, an object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def row(self) -> Any:
        """The only object on stdout."""
        (only,) = self.rows
        return only


def ordertrail(*arguments: object, cwd: Path, environ: Mapping[str, str] | None = None, stdin: str = "") -> Answer:
    """Runs `ordertrail` to its end. No variable of the developer's own shell has a say. Files are whole when a test
    puts them down: it need not wait for them to settle.
    """
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ORDERTRAIL_", "COLUMNS"))}
    done = subprocess.run(
        [sys.executable, "-m", "ordertrail", *map(str, arguments)],
        cwd=cwd,
        env=clean | {"ORDERTRAIL_RUN__SETTLE_SECONDS": "0"} | dict(environ or {}),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def inside(*arguments: object, cwd: Path) -> Answer:
    """The same in this process: a tenth of the time, where the process itself is not what is tested."""
    with chdir(cwd):
        result = CliRunner().invoke(program(), [str(one) for one in arguments])
    error = result.exception
    if isinstance(error, OrdertrailError):
        return Answer(USAGE, result.stdout, f"{result.stderr}{error.message}\n{error.hint or ''}", error.code)
    if error is not None and not isinstance(error, SystemExit):
        raise error
    return Answer(result.exit_code, result.stdout, result.stderr)
