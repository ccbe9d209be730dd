"""The program itself, run in a working folder of its own."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


class Folder:
    """A working folder and the program run in it."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.call("init", str(place), cwd=place.parent)
        config = place / "config.toml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("settle_seconds = 2", "settle_seconds = 0"), encoding="utf-8")

    def call(self, *arguments: str, cwd: Path | None = None, may_end: tuple[int, ...] = (0,)) -> str:
        command = [sys.executable, "-m", "ordertrail", *arguments]
        done = subprocess.run(command, cwd=cwd or self.place, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode in may_end, done.stderr
        return done.stdout

    def configure(self, text: str) -> None:
        """Adds to the configuration."""
        with (self.place / "config.toml").open("a", encoding="utf-8") as file:
            file.write(text)

    def drop(self, *files: Path) -> dict[str, Any]:
        """Puts files into the inbox and runs once; says what `run` says."""
        for file in files:
            shutil.copy(file, self.place / "inbox" / file.name)
        said: dict[str, Any] = json.loads(self.call("run", "--json"))
        return said

    def orders(self) -> dict[str, dict[str, Any]]:
        rows = (json.loads(row) for row in self.call("orders", "--json").splitlines())
        return {row["order"]: row for row in rows}

    def show(self, order: str) -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(self.call("show", order, "--json"))
        return shown
